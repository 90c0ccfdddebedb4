// events/ucdp_ged_syria_2016-2019.csv.gz: the coded columns of UCDP GED, the type of each event and its place's key.
//   node events.mjs <folder of sources> <folder to write>   (after places.mjs)
import { mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { csvText, readCsv } from "./tables.mjs";
import { readGazetteer } from "./gazetteer.mjs";

const [sources, out] = process.argv.slice(2);
const gazetteer = readGazetteer(out);

// Words of the source's headline. The headline itself is not shipped.
const fire = /\b(shell(s|ed|ing|ings)?|air ?-?(strikes?|raids?|attacks?)|strikes|bombard\w*|warplanes?|aerial|raids?|artillery|rockets?|missiles?|helicopters?|barrels?|mortars?|drones?)\b/i;
const bombs = /\b(explosions?|explod\w+|blasts?|bombs?|ieds?|(land)?mines?|suicide|booby|detonat\w+|explosives?)\b/i;
const ground = /\b(clash\w*|battles?|fight(ing|s)?|exchange|exchanges|advanc\w+|control\w*|snip\w+|gunfire|gunmen|bullets?|shoot\w*|shot|assassinat\w*|attacks?|attacked|attacking|execut\w+|captur\w+|seiz\w+|storm\w*|ambush\w*|infiltrat\w+|offensive|assault\w*|confront\w*)\b/i;

function typeOf(row) {
  if (row.type_of_violence === "3") return ["killing", "violence-type"];
  const words = row.source_headline
    .replace(/\bbarrel bombs?\b/gi, "barrel").replace(/\b(air|aerial|rocket|missile|suicide|bomb|drone) attacks?\b/gi, "$1").replace(/\bair\b(?! ?-?(strike|raid|attack))/gi, "aerial");
  if (ground.test(words)) return ["clash", "violence-type"];
  if (fire.test(words) && !bombs.test(words)) return ["strike", "headline-words"];
  if (bombs.test(words) && !fire.test(words)) return ["explosion", "headline-words"];
  return ["clash", "violence-type"];
}

/** UCDP: date precision 1 is known to the day, or a stated span that lasted; 2 to 5 is one unknown day within the span. */
function edtfOf({ date_start: start, date_end: end, date_prec }) {
  if (start === end) return start;
  return date_prec === "1" ? `${start}/${end}` : `[${start}..${end}]`;
}

const governorates = { "Hamah": "Hama", "Al Hasakah": "Hasakah", "Deir ez Zor": "Deir ez-Zor", "Ar Raqqah": "Raqqa", "As Suwayda": "Suwayda" };

function placeKeyOf(row) {
  const name = row.where_coordinates, point = { lat: Number(row.latitude), lng: Number(row.longitude) };
  if (row.where_prec === "6" || name === "Syria") return "syria";
  const region = gazetteer.areaNamed(name.replace(/ Governorate$/, "").replace("Hamah", "Hama"), "region");
  if (region) return region.key;
  const governorate = /^(.+) governorate$/i.exec(name)?.[1];
  if (governorate) return gazetteer.areaNamed(`${governorates[governorate] ?? governorate} governorate`, "governorate")?.key ?? "";
  const district = /^(.+) (district)$/i.exec(name)?.[1];
  if (district) return gazetteer.areaNamed(`${district.replace(/^(Markaz|Mintaqat|Mintaqat Markaz) /i, "")} district`, "district")?.key ?? "";
  if (Number(row.where_prec) > 2) return "";
  const spellings = name.replace(/ (village|villae|villge|town|city|suburb|neighbou?rhood)( ?II)?$/i, "").split(/\s*[/()]\s*/).map(n => n.replace(/ (village|town)$/, "")).filter(n => n.length > 2);
  return gazetteer.near(spellings, point, 3)?.key ?? "";
}

const columns = ["id", "type", "type_basis", "type_of_violence", "side_a", "side_b", "dyad", "place_name", "place_key", "adm_1", "adm_2", "latitude", "longitude",
  "where_prec", "date_prec", "date_start", "date_end", "edtf", "deaths_a", "deaths_b", "deaths_civilians", "deaths_unknown", "low", "best", "high",
  "source_office", "source_date", "event_clarity"];

let reordered = 0;
const rows = readCsv(join(sources, "events/ucdp_ged_syria_2016-01_2019-11.csv")).map(row => {
  const [type, type_basis] = typeOf(row);
  const dates = row.source_date.split(";").map(d => d.trim()).filter(d => /^\d{4}-\d\d-\d\d$/.test(d)).sort();
  // Some rows have a low figure above the best one, or a high one below it: the three are put in order, the best stays.
  const figures = [row.low, row.best, row.high].map(Number);
  reordered += figures[0] > figures[1] || figures[1] > figures[2] ? 1 : 0;
  return { ...row, low: Math.min(...figures), high: Math.max(...figures), type, type_basis, dyad: row.dyad_name, place_name: row.where_coordinates, place_key: placeKeyOf(row), edtf: edtfOf(row),
    source_office: [...new Set(row.source_office.split(";").map(o => o.trim()).filter(Boolean))].join("; "), source_date: dates[0] ?? "" };
}).sort((a, b) => Number(a.id) - Number(b.id));

const packed = gzipSync(csvText(columns, rows), { level: 9 });
packed.fill(0, 4, 8);
packed[9] = 255;
mkdirSync(join(out, "events"), { recursive: true });
writeFileSync(join(out, "events/ucdp_ged_syria_2016-2019.csv.gz"), packed);
const count = of => JSON.stringify(rows.reduce((n, r) => ({ ...n, [of(r)]: (n[of(r)] ?? 0) + 1 }), {}));
console.log(`${rows.length} events, ${(packed.length / 1e6).toFixed(2)} MB; types ${count(r => r.type)}; with place key ${rows.filter(r => r.place_key).length}; where_prec without key ${count(r => r.place_key ? "keyed" : r.where_prec)}; undated sources ${rows.filter(r => !r.source_date).length}; figures put in order ${reordered}`);

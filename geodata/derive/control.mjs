// control/control_claims.csv, control/holders.csv and sources.csv from the cited facts, the town table and the hand-read rows.
//   node control.mjs <folder of sources> <folder to write>   (after places.mjs)
import { copyFileSync, mkdirSync } from "node:fs";
import { join } from "node:path";
import { readCsv, readTsv, writeCsv } from "./tables.mjs";
import { readGazetteer } from "./gazetteer.mjs";
import { slug } from "./names.mjs";

const [sources, out] = process.argv.slice(2);
const input = name => join(import.meta.dirname, "input", name);
const gazetteer = readGazetteer(out);
const holders = readCsv(input("holders.csv"));
const order = holders.map(h => h.id);
const facts = readCsv(join(sources, "control_zones/control_facts.csv"));
const claims = [], sourceRows = readCsv(input("article-sources.csv"));

/** The name of the outlet without the note on whose copy was read. */
const outletOf = fact => fact.source_outlet.replace(/ \((copy|mirror): .*\)$/, "");
const kinds = new Map(readCsv(input("outlet-kinds.csv")).map(row => [row.outlet, row.kind]));
// Our own default: what an outlet's kind is worth before anybody has looked at the single case.
const reliability = { dataset: "C", article: "C", news: "C", monitor: "C", encyclopaedia: "D", "party-media": "D", statement: "D" };

const sourceKeys = new Map();
function sourceKey(fact) {
  const id = [fact.source_title, fact.source_outlet, fact.source_url].join("\n");
  if (sourceKeys.has(id)) return sourceKeys.get(id);
  const outlet = outletOf(fact), kind = kinds.get(outlet) ?? "news";
  const title = fact.source_title.replace(/^Wikipedia: /, "");
  const whole = slug(`${outlet.replace(/ \(.*\)| text/g, "")} ${title}`);
  const base = whole.length <= 64 ? whole : whole.slice(0, 64).replace(/-[^-]*$/, "");
  let key = base;
  for (let n = 2; sourceRows.some(row => row.key === key); n++) key = `${base}-${n}`;
  const wiki = outlet.startsWith("Wikipedia") || outlet.includes("Wikipedia text");
  sourceRows.push({ key, title, outlet: fact.source_outlet, author: wiki ? "Wikipedia contributors" : "unknown", url: fact.source_url, published_edtf: fact.source_published_edtf,
    language: /\(Arabic\)/.test(title) ? "ar" : "en", reliability: reliability[kind], kind, licence: wiki ? "CC BY-SA 4.0" : "facts only; text not reproduced" });
  sourceKeys.set(id, key);
  return key;
}

/** 3 possible: one source says so. 4 doubtful: the row itself says that it is inferred, wide or disputed. */
const credibilityOf = note => /sources disagree|inferred|computed|province-wide|flag|not named|unnamed|single source/.test(note) ? 4 : 3;

function add(claim) {
  const same = claims.find(c => c.place_key === claim.place_key && c.date_edtf === claim.date_edtf && c.holders === claim.holders && c.posture === claim.posture && c.source_key === claim.source_key);
  if (same) throw new Error(`twice: ${claim.place_key} ${claim.date_edtf} ${claim.holders}`);
  const base = slug(`${claim.place_key} ${claim.date_edtf} ${claim.holders}`);
  let id = base;
  for (let n = 2; claims.some(c => c.id === id); n++) id = `${base}-${n}`;
  claims.push({ id, credibility: credibilityOf(claim.note), ...claim });
}

function placeOfFact(fact) {
  const point = { lat: Number(fact.latitude), lng: Number(fact.longitude) };
  const key = slug(fact.place);
  const place = gazetteer.byKey.get(key);
  if (!place || Math.abs(place.lat - point.lat) > 0.03 || Math.abs(place.lng - point.lng) > 0.03) throw new Error(`no place for ${fact.place}`);
  return key;
}

// In the facts a range is "some time within"; EDTF says that with brackets.
const within = edtf => /^[\d-]+\/[\d-]+$/.test(edtf) ? `[${edtf.replace("/", "..")}]` : edtf;

for (const fact of facts) {
  add({ place_key: placeOfFact(fact), holders: fact.holder, posture: fact.posture, date_edtf: within(fact.date_edtf), source_key: sourceKey(fact), reported_by: outletOf(fact), note: fact.note });
}

const tableKey = sourceKey(facts.find(f => /Control of cities during/.test(f.source_title)));
for (const row of readCsv(input("control-narratives.csv"))) add({ ...row, source_key: tableKey, reported_by: "Wikipedia" });

const flags = [[/Hayat Tahrir al-Sham/, "hts"], [/Rojava|Syrian Democratic Forces/, "sdf"], [/Flag[ _]of[ _](Syria\.|the[ _]United)/, "government-of-syria"], [/Syria-flag 1932/, "opposition"], [/Flag of Turkey/, "turkey"]];
function holdersOfFlags(raw) {
  const found = flags.filter(([flag]) => flag.test(raw)).map(([, holder]) => holder);
  // The flag of 1932 with Turkey's stands for the Syrian National Army and Türkiye.
  if (found.includes("turkey")) found[found.indexOf("opposition")] = "sna";
  return found.sort((a, b) => order.indexOf(a) - order.indexOf(b));
}

const keyOfTown = new Map(readCsv(input("town-table.csv")).map(row => [row.town, row.place_key]));
const left = { outside: 0, unplaced: [], already: 0 };
for (const row of readTsv(join(sources, "control_zones/syria_wikipedia/wikipedia_control_of_cities_2023-09.tsv"))) {
  if (row.town.startsWith("Outside")) { left.outside++; continue; }
  const place_key = keyOfTown.get(row.town);
  if (place_key === undefined) throw new Error(`town-table.csv lacks ${row.town}`);
  if (!place_key) { left.unplaced.push(row.town); continue; }
  const found = holdersOfFlags(row.control_flags_raw), names = found.join("+");
  if (claims.some(c => c.place_key === place_key && c.date_edtf === "2023-09" && c.holders.split("+").sort().join() === [...found].sort().join())) { left.already++; continue; }
  add({ place_key, holders: names, posture: found.length > 1 ? "joint" : "holds", date_edtf: "2023-09", source_key: tableKey, reported_by: "Wikipedia", note: "flag in a list of towns; held by then" });
}

for (const row of readCsv(input("control-articles.csv"))) add({ ...row, reported_by: sourceRows.find(s => s.key === row.source_key).outlet });

const unknown = claims.filter(c => !gazetteer.byKey.has(c.place_key) || c.holders.split("+").some(h => !order.includes(h)));
if (unknown.length > 0) throw new Error(`unknown place or holder: ${unknown.map(c => c.id)}`);
claims.sort((a, b) => a.place_key < b.place_key ? -1 : a.place_key > b.place_key ? 1 : a.date_edtf.replace("[", "") < b.date_edtf.replace("[", "") ? -1 : 1);
mkdirSync(join(out, "control"), { recursive: true });
writeCsv(join(out, "control/control_claims.csv"), ["id", "place_key", "holders", "posture", "date_edtf", "source_key", "reported_by", "credibility", "note"], claims);
copyFileSync(input("holders.csv"), join(out, "control/holders.csv"));
writeCsv(join(out, "sources.csv"), ["key", "title", "outlet", "author", "url", "published_edtf", "language", "reliability", "kind", "licence"], sourceRows.sort((a, b) => a.key < b.key ? -1 : 1));
console.log(`${claims.length} claims on ${new Set(claims.map(c => c.place_key)).size} places, ${sourceRows.length} sources; table rows left out: ${left.outside} outside listed towns, ${left.already} already facts, ${left.unplaced.length} without a point: ${left.unplaced.join(", ")}`);

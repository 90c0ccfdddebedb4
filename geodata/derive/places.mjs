// gazetteer/places.csv and aliases.csv from GeoNames, OCHA, OpenSyria, UCDP, Natural Earth and the control facts.
//   node places.mjs <folder of sources> <folder to write>
import { mkdirSync } from "node:fs";
import { join } from "node:path";
import { readCsv, readTsv, readJson, writeCsv } from "./tables.mjs";
import { areaAt, centroid, contains, kilometres, kilometresToEdge, readAreas } from "./shapes.mjs";
import { arabicSkeleton, bareArabic, chooseArabic, isArabic, keyOf, plain, pressSpelling, skeleton, slug } from "./names.mjs";

const [sources, out] = process.argv.slice(2);
const input = name => join(import.meta.dirname, "input", name);
const notNamedAfterSeat = new Set(["SY020000", "SY100004"]);
const inside = new Set(["city", "town", "village", "neighbourhood"]);
const admin1Names = { SY01: "Damascus", SY02: "Aleppo", SY03: "Rif Dimashq", SY04: "Homs", SY05: "Hama", SY06: "Latakia", SY07: "Idlib",
  SY08: "Hasakah", SY09: "Deir ez-Zor", SY10: "Tartus", SY11: "Raqqa", SY12: "Daraa", SY13: "Suwayda", SY14: "Quneitra" };

const areas = [0, 1, 2, 3].map(level => readAreas(join(sources, `admin/syr_admin${level}.geojson`)));
const [country, governorates, districts, subdistricts] = areas;
const openSyria = new Map(["governorates", "districts", "subdistricts"]
  .flatMap(level => readJson(join(sources, `admin/opensyria_${level}.json`)))
  .map(record => [record.externalIds.ochaPcode, record]));

const places = [];

function add(place) {
  const made = { population: 0, official: "", seat: "", dropped: [], claimed: false, ...place, names: new Set(place.names) };
  made.keys = new Set([...made.names].map(keyOf).filter(Boolean));
  places.push(made);
  return made;
}

function join_(place, names, { name, kind, population = 0 } = {}) {
  for (const other of names) { place.names.add(other); const key = keyOf(other); if (key) place.keys.add(key); }
  if (name) { place.names.add(place.name); place.name = name; }
  if (kind) place.kind = kind;
  place.population ||= population;
}

/** The place already known under one of these names: the nearest within reach, short keys only close by. */
function known(names, point, reach, filter = p => inside.has(p.kind), short = 3) {
  const keys = names.map(keyOf).filter(Boolean);
  return places
    .filter(p => Math.abs(p.lat - point.lat) < 0.1 && filter(p))
    .map(place => ({ place, km: kilometres(place, point), shared: keys.filter(k => place.keys.has(k)) }))
    .filter(({ km, shared }) => km <= 0.15 || shared.some(k => km <= (k.length > short ? reach : Math.min(reach, 1.5))))
    .sort((a, b) => (b.shared.length > 0) - (a.shared.length > 0) || a.km - b.km)[0]?.place;
}

const spellingOf = row => row.alternatenames.split(",").map(n => n.replace(/[\u200e\u200f]/g, "").trim())
  .filter(n => n && (isArabic(n) || /^[A-Za-z\u00c0-\u024f\u1e00-\u1eff'’‘`´ -]+$/.test(n)));

function addGeoNames() {
  for (const row of readTsv(join(sources, "gazetteer/geonames_cities500_SY.tsv"))) {
    const point = { lat: Number(row.latitude), lng: Number(row.longitude) };
    add({ ...point, name: pressSpelling(row.name), kind: row.feature_code === "PPL" || /^PPLA|^PPLC/.test(row.feature_code) ? "town" : "village",
      population: Number(row.population), capital: /^PPL(A|C)$/.test(row.feature_code), districtSeat: row.feature_code === "PPLA2", geonamesId: row.geonameid,
      names: [plain(row.name), row.asciiname, ...spellingOf(row)], source: "geonames" });
  }
  for (const row of readCsv(join(sources, "gazetteer/geonames_citiesjson_SY.csv"))) {
    const point = { lat: Number(row.latitude), lng: Number(row.longitude) };
    if (!known([row.name], point, 3)) add({ ...point, name: pressSpelling(row.name), kind: "town", names: [plain(row.name)], source: "geonames" });
  }
}

function addSeats() {
  const seats = readJson(join(sources, "admin/syr_admincapitals.geojson")).features
    .filter(f => f.properties.adm_p_lvl > 0)
    .map(f => ({ name: f.properties.name, lng: f.geometry.coordinates[0], lat: f.geometry.coordinates[1], pcode: f.properties.adm3_pcode, level: f.properties.adm_p_lvl }));
  for (const seat of seats) {
    const area = areaAt(subdistricts, seat).properties;
    const pcode = seat.pcode ?? area.adm3_pcode;
    const official = area.adm3_pcode === pcode && !notNamedAfterSeat.has(pcode) ? bareArabic(area.adm3_name1) : "";
    const record = openSyria.get(pcode);
    // OpenSyria's aliases without vowels are letter by letter from Arabic: no spelling anybody uses.
    const aliases = (record?.aliases ?? []).map(a => a.value)
      .map(n => isArabic(n) ? bareArabic(n) : plain(n).replace(/ ?(sub-?district|district|nahiyah?|nahiyat|nahia)\b ?/gi, " ").replace(/^Markaz /i, "").trim())
      .filter(n => n && (isArabic(n) || /^[A-Z]/i.test(n) && !/^nahyt|^mrkz|^nahy/i.test(n) && /[aeiou]/i.test(n.slice(1)) && !/[bcdfghjklmnpqrstvwxyz]{4}/i.test(n)));
    const names = [seat.name.replace(/^Markaz /, ""), ...(official ? [official] : []), ...aliases];
    const near = places.filter(p => !p.seat && inside.has(p.kind) && kilometres(p, seat) <= (seat.level === 2 && p.districtSeat ? 8 : 2.5))
      .sort((a, b) => kilometres(a, seat) - kilometres(b, seat))[0];
    const place = known(names, seat, 6, p => inside.has(p.kind) && (!p.seat || p.seat === pcode), 2) ?? near;
    if (place) join_(place, names);
    const found = place ?? add({ lat: seat.lat, lng: seat.lng, name: pressSpelling(seat.name), kind: "town", names, source: "ocha" });
    found.seat ||= pcode;
    found.official ||= official;
    found.seatLevel = Math.min(found.seatLevel ?? 9, seat.level);
  }
}

function addControlFacts() {
  for (const row of readCsv(join(sources, "control_zones/control_facts.csv"))) {
    const point = { lat: Number(row.latitude), lng: Number(row.longitude) };
    const site = /airbase/.test(row.place);
    const kind = site ? "site" : /suburb|town|village/.exec(row.place_note)?.[0].replace("suburb", "town") ?? "city";
    const names = [row.place, ...[.../\(([^)]+)\)/g[Symbol.matchAll](row.place_note)].map(m => m[1])];
    const place = site ? places.find(p => p.name === row.place) : known(names, point, 3);
    if (!place) add({ ...point, name: row.place, kind, names, source: "control-facts", claimed: true });
    else if (!place.claimed) {
      join_(place, names, { name: row.place, kind });
      if (/moved/.test(row.place_note)) Object.assign(place, point, { source: "control-facts" });
      place.claimed = true;
    }
  }
}

const ucdpSettlement = / (village|villae|villge|town|city|suburb|neighbou?rhood)( ?II)?$/i;
const notAPlace = /\broad\b|highway|\bborder$|^border|between|river|governorate|countryside|\barea\b|pocket|desert|triangle|district$|subdistrict|crossroad|junction|Ghouta|^Syria$|Qalamoun|^Company|Sugar factory|^Silos|\blake\b|reservoir|stream|springs|Plain/i;

function addUcdp() {
  const kinds = { village: "village", villae: "village", villge: "village", town: "town", city: "town", suburb: "neighbourhood", neighborhood: "neighbourhood", neighbourhood: "neighbourhood" };
  for (const row of readCsv(join(sources, "gazetteer/ucdp_ged_syria_places.csv"))) {
    const full = row.where_coordinates, suffix = ucdpSettlement.exec(full)?.[1].toLowerCase();
    if (!suffix && notAPlace.test(full)) continue;
    const kind = suffix ? kinds[suffix] : "site";
    const spellings = full.replace(ucdpSettlement, "").split(/\s*[/()]\s*/).map(n => n.replace(/ (village|town)$/, "").trim()).filter(n => n.length > 2);
    const point = { lat: Number(row.latitude), lng: Number(row.longitude) };
    if (!areaAt(country, point)) continue;
    const place = suffix ? known(spellings, point, 3) : known(spellings, point, 2, p => p.kind === "site");
    if (place) join_(place, spellings.map(plain));
    else add({ ...point, name: pressSpelling(spellings[0]), kind, names: spellings.map(plain), source: "ucdp", events: Number(row.n_events) });
  }
}

function addNeighbours() {
  const isSyrian = point => contains(country[0], point);
  const big = readTsv(join(sources, "gazetteer/geonames_cities500_neighbours_bbox.tsv"))
    .filter(r => Number(r.population) >= 30000 && r.feature_code !== "PPLX");
  for (const row of big) {
    const point = { lat: Number(row.latitude), lng: Number(row.longitude) };
    if (isSyrian(point) || kilometresToEdge(country[0], point) > 75 && Number(row.population) < 500000) continue;
    add({ ...point, name: plain(row.name), kind: "city", names: [row.name, row.asciiname, ...spellingOf(row)], population: Number(row.population),
      pcode: row.country_code, source: "geonames", capital: row.feature_code === "PPLC" });
  }
  const erbil = readJson(join(sources, "basemap/ne_10m_populated_places_region.geojson")).features.find(f => f.properties.NAME === "Irbil");
  add({ lat: erbil.geometry.coordinates[1], lng: erbil.geometry.coordinates[0], name: "Erbil", kind: "city", population: erbil.properties.POP_MAX,
    names: ["Erbil", erbil.properties.NAME], pcode: "IQ", source: "natural-earth" });
}

addGeoNames();
addSeats();
addControlFacts();
addUcdp();
const syrian = [...places];

const naturalEarth = readJson(join(sources, "basemap/ne_10m_populated_places_region.geojson")).features;
for (const p of syrian) {
  p.adm = areaAt(subdistricts, p)?.properties ?? areaAt(governorates, p)?.properties;
  if (!p.adm) throw new Error(`${p.name} lies outside every area`);
  p.pcode = p.seat || p.adm.adm3_pcode;
  if (p.population === 0) p.population = naturalEarth.find(f => String(f.properties.GEONAMEID) === p.geonamesId ||
    kilometres(p, { lat: f.geometry.coordinates[1], lng: f.geometry.coordinates[0] }) < 4 && skeleton(f.properties.NAME) === skeleton(p.name))?.properties.POP_MAX ?? 0;
}
addNeighbours();

/** Hand-read press spellings and places the control tables name, applied to what the sources place. */
for (const row of readCsv(input("press-names.csv"))) {
  const here = places.filter(p => (p.adm?.adm1_pcode ?? p.pcode) === row.governorate);
  const named = here.filter(p => p.name === row.found);
  const found = named.length > 0 ? named : here.filter(p => p.names.has(row.found));
  if (found.length !== 1) { console.warn(`press-names: ${row.found} (${row.governorate}) fits ${found.length} places: ${found.map(p => p.name + "@" + p.lat + "," + p.lng)}`); continue; }
  join_(found[0], [row.name, ...(row.name_ar ? [row.name_ar] : [])], { name: row.name, kind: row.kind || undefined });
  if (row.claimed === "yes") found[0].claimed = true;
  if (row.name_ar) found[0].arabic = row.name_ar;
}

const seatNames = new Map(syrian.filter(p => p.seat).map(p => [p.seat, p.name]));
const governorateName = pcode => admin1Names[pcode];
const districtName = adm => seatNames.get(adm.adm2_pcode + "00") ?? adm.adm2_name;
const subdistrictName = adm => seatNames.get(adm.adm3_pcode) ?? adm.adm3_name;

function rankOf(p) {
  const seatPopulation = p.seat ? openSyria.get(p.seat)?.population?.value ?? 0 : 0;
  if (p.kind === "country" || p.capital || p.population > 150000) return 1;
  if (p.population >= 30000 || p.population === 0 && p.seatLevel <= 2 && seatPopulation >= 60000) return 2;
  if (p.population >= 3000 && p.kind !== "village" || p.claimed) return 3;
  if (p.seat) return 4;
  return p.kind === "town" ? 5 : 6;
}

const towns = places.map(p => ({
  names: p.names, name: p.name, name_ar: p.arabic ?? chooseArabic(p.name, p.official, [...p.names].filter(isArabic), Boolean(p.adm) || /^al-|^as-/i.test(p.name)),
  lat: p.lat, lng: p.lng, kind: p.population > 150000 || p.capital ? "city" : p.kind, population: p.population || "", rank: rankOf(p), pcode: p.pcode,
  adm1: p.adm ? governorateName(p.adm.adm1_pcode) : "", adm2: p.adm ? districtName(p.adm) : "", adm3: p.adm?.adm3_pcode ? subdistrictName(p.adm) : "", source: p.source,
  events: p.events ?? 0 }));

function area(key, name, name_ar, kind, parts, names, adm = {}) {
  return { key, name, name_ar, ...centroid(parts), kind, population: "", rank: kind === "country" ? 1 : 6, pcode: "", adm1: "", adm2: "", adm3: "", source: "ocha", names: new Set(names), ...adm };
}

const aliasesOf = pcode => (openSyria.get(pcode)?.aliases ?? []).filter(a => a.language === "ar" || /^[A-Z]/.test(a.value) && /[aeiou]{1}/i.test(a.value)).map(a => isArabic(a.value) ? a.value : plain(a.value));
const adminAreas = [
  area("syria", "Syria", "سوريا", "country", country, ["Syria", "Syrian Arab Republic", country[0].properties.adm0_name1 ?? "سورية", "سورية"], { pcode: "SY" }),
  ...governorates.map(g => { const p = g.properties, n = governorateName(p.adm1_pcode);
    return area(`${slug(n)}-governorate`, `${n} governorate`, `محافظة ${p.adm1_name1}`, "governorate", [g], [`${p.adm1_name} governorate`, `${n} province`, ...aliasesOf(p.adm1_pcode)], { pcode: p.adm1_pcode, adm1: n }); }),
  ...districts.map(d => { const p = d.properties, n = districtName(p);
    return area(`${slug(n)}-district`, `${n} district`, `منطقة ${p.adm2_name1}`, "district", [d], [`${p.adm2_name} district`, ...aliasesOf(p.adm2_pcode)], { pcode: p.adm2_pcode, adm1: governorateName(p.adm1_pcode), adm2: n }); }),
  ...subdistricts.map(s => { const p = s.properties, n = subdistrictName(p);
    return area(`${slug(n)}-subdistrict`, `${n} sub-district`, `ناحية ${p.adm3_name1}`, "subdistrict", [s], [`${p.adm3_name} sub-district`, ...aliasesOf(p.adm3_pcode)], { pcode: p.adm3_pcode, adm1: governorateName(p.adm1_pcode), adm2: districtName(p), adm3: n }); }),
  ...readCsv(input("regions.csv")).map(r => { const codes = r.pcodes.split(" ");
    const parts = codes.map(code => areas[code.length / 2 - 1].find(a => a.properties[`adm${code.length / 2 - 1}_pcode`] === code) ?? (() => { throw new Error(`no area ${code}`); })());
    return area(r.key, r.name, r.name_ar, "region", parts, r.aliases.split("|"), { source: "ocha" }); }),
  ...readJson(join(sources, "basemap/ne_10m_countries_region.geojson")).features.map(f => f.properties).filter(p => p.ADM0_A3 !== "SYR" && p.ADM0_A3 !== "CYN")
    .map(p => ({ key: slug(p.NAME_EN), name: p.ADM0_A3 === "TUR" ? "Türkiye" : p.NAME_EN, name_ar: p.NAME_AR, lat: p.LABEL_Y, lng: p.LABEL_X, kind: "country", population: "", rank: 1,
      pcode: p.ISO_A2, adm1: "", adm2: "", adm3: "", source: "natural-earth", names: new Set([p.NAME_EN, p.NAME, p.NAME_LONG, p.NAME_TR]) })),
];

/** One key per place; of places that share a slug the most prominent keeps it, the others say where they are. */
function giveKeys(rows) {
  const taken = new Set(adminAreas.map(a => a.key));
  const order = [...rows].sort((a, b) => a.rank - b.rank || Number(b.population) - Number(a.population) || b.events - a.events || a.lat - b.lat);
  for (const row of order) {
    const base = slug(row.name);
    const choices = [base, `${base}-${slug(row.adm1)}`, `${base}-${slug(row.adm2)}`, `${base}-${slug(row.adm3)}`, ...[2, 3, 4, 5, 6].map(n => `${base}-${slug(row.adm3)}-${n}`)];
    row.key = choices.find(key => !taken.has(key));
    taken.add(row.key);
  }
}

const seen = new Set();
for (const a of adminAreas) { while (seen.has(a.key)) a.key += `-${a.pcode.toLowerCase()}`; seen.add(a.key); }
giveKeys(towns);

const rows = [...adminAreas, ...towns].map(p => ({ ...p, latitude: p.lat.toFixed(5).replace(/0+$/, ""), longitude: p.lng.toFixed(5).replace(/0+$/, "") }))
  .sort((a, b) => a.rank - b.rank || (a.key < b.key ? -1 : 1));

const languageOf = (name, row) => isArabic(name) ? "ar" : row.pcode === "TR" && /[ışğçöüŞİĞÇÖÜ]/.test(name) ? "tr" : /ê/.test(name) ? "ku" : "en";
/** Marks are dropped from English spellings, since search is blind to them; Turkish and Kurdish keep their letters. */
const written = (name, row) => languageOf(name, row) === "en" ? plain(name) : isArabic(name) ? bareArabic(name) : name;
// GeoNames also lists letter-by-letter forms ("khan shykhwn"), all in small letters: nobody writes those.
const isUsed = name => isArabic(name) || !/^[A-Z]{3}$|^Markaz /.test(name) && (!/^[a-z]/.test(name) || /^(al|el|ar|as|ash|at|az|ad|an)[ -]['`‘]?[A-Z]/.test(name) || / (district|countryside|Syria|Idlib|Idleb|Aleppo|Hama)\b/.test(name));
// What a source got wrong is taken away here; the table says why.
for (const wrong of readCsv(input("wrong-names.csv"))) {
  const row = rows.find(r => r.key === wrong.key), found = [...(row?.names ?? [])].filter(name => written(name, row) === wrong.name);
  if (found.length === 0) console.warn(`wrong-names: ${wrong.key} is not called ${wrong.name} any more`);
  for (const name of found) row.names.delete(name);
  if (wrong.instead) rows.find(r => r.key === wrong.instead).names.add(wrong.name);
}
const aliases = rows.flatMap(row => [...new Set([...row.names].filter(isUsed).map(name => written(name, row)))]
  .filter(name => name.length > 1 && name !== row.name && name !== row.name_ar)
  .map(name => ({ key: row.key, name, language: languageOf(name, row) })));
for (const row of rows) if (row.name_ar) aliases.push({ key: row.key, name: row.name_ar, language: "ar" });
aliases.sort((a, b) => a.key < b.key ? -1 : a.key > b.key ? 1 : a.language < b.language ? -1 : a.language > b.language ? 1 : a.name < b.name ? -1 : 1);

mkdirSync(join(out, "gazetteer"), { recursive: true });
writeCsv(join(out, "gazetteer/places.csv"), ["key", "name", "name_ar", "latitude", "longitude", "kind", "population", "rank", "pcode", "adm1", "adm2", "adm3", "source"], rows);
writeCsv(join(out, "gazetteer/aliases.csv"), ["key", "name", "language"], aliases);
const top = rows.filter(r => r.rank <= 4);
console.log(`${rows.length} places, ${aliases.length} aliases; ranks ${[1, 2, 3, 4, 5, 6].map(n => rows.filter(r => r.rank === n).length)}; Arabic on ${top.filter(r => r.name_ar).length} of ${top.length} ranked 1-4, ${rows.filter(r => r.name_ar).length} of all`);

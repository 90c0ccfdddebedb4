// Finds a place of the written gazetteer by name and point, blind to spelling.
import { join } from "node:path";
import { readCsv } from "./tables.mjs";
import { kilometres } from "./shapes.mjs";
import { keyOf, plain } from "./names.mjs";

const points = new Set(["city", "town", "village", "neighbourhood", "site"]);

export function readGazetteer(folder) {
  const places = readCsv(join(folder, "gazetteer/places.csv"))
    .map(p => ({ ...p, lat: Number(p.latitude), lng: Number(p.longitude), rank: Number(p.rank), keys: new Set([keyOf(p.name)]), spellings: new Set([p.name.toLowerCase()]) }));
  const byKey = new Map(places.map(p => [p.key, p]));
  for (const alias of readCsv(join(folder, "gazetteer/aliases.csv"))) {
    byKey.get(alias.key).keys.add(keyOf(alias.name));
    byKey.get(alias.key).spellings.add(plain(alias.name).toLowerCase());
  }
  const cells = new Map();
  for (const place of places.filter(p => points.has(p.kind))) {
    const cell = `${Math.floor(place.lat * 10)},${Math.floor(place.lng * 10)}`;
    if (!cells.has(cell)) cells.set(cell, []);
    cells.get(cell).push(place);
  }

  /** The nearest point place within reach (km) that carries one of the names, or lies at the very point. */
  function near(names, point, reach) {
    const keys = names.map(keyOf).filter(Boolean), around = [];
    const y = Math.floor(point.lat * 10), x = Math.floor(point.lng * 10);
    for (let dy = -1; dy <= 1; dy++) for (let dx = -1; dx <= 1; dx++) around.push(...cells.get(`${y + dy},${x + dx}`) ?? []);
    return around.map(place => ({ place, km: kilometres(place, point), named: keys.some(k => place.keys.has(k)) }))
      .filter(c => c.named && c.km <= reach || c.km <= 0.15)
      .sort((a, b) => b.named - a.named || a.km - b.km)[0]?.place;
  }

  /** An administrative area by any spelling; a region, whose names are words, by its exact ones. */
  const areaNamed = (name, kind) => places.find(p => p.kind === kind && (p.spellings.has(plain(name).toLowerCase()) || kind !== "region" && p.keys.has(keyOf(name))));
  return { places, byKey, near, areaNamed };
}

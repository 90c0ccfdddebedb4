// The little geometry the tables need. Coordinates are WGS84 degrees, distances kilometres.
import { readJson } from "./tables.mjs";

const radians = degrees => degrees * Math.PI / 180;

export function kilometres(a, b) {
  const dLat = radians(b.lat - a.lat), dLng = radians(b.lng - a.lng);
  const h = Math.sin(dLat / 2) ** 2 +
    Math.cos(radians(a.lat)) * Math.cos(radians(b.lat)) * Math.sin(dLng / 2) ** 2;
  return 12742 * Math.asin(Math.sqrt(h));
}

function polygonsOf(geometry) {
  return geometry.type === "Polygon" ? [geometry.coordinates] : geometry.coordinates;
}

function inRing(point, ring) {
  let inside = false;
  for (let i = 0, j = ring.length - 1; i < ring.length; j = i++) {
    const [xi, yi] = ring[i], [xj, yj] = ring[j];
    if (yi > point.lat !== yj > point.lat &&
        point.lng < (xj - xi) * (point.lat - yi) / (yj - yi) + xi) inside = !inside;
  }
  return inside;
}

/** A polygon layer, with its areas findable by point. */
export function readAreas(path) {
  return readJson(path).features.map(({ properties, geometry }) => {
    const polygons = polygonsOf(geometry);
    const xs = polygons.flatMap(p => p[0].map(c => c[0])), ys = polygons.flatMap(p => p[0].map(c => c[1]));
    const min = values => values.reduce((a, b) => Math.min(a, b)), max = values => values.reduce((a, b) => Math.max(a, b));
    return { properties, polygons, west: min(xs), east: max(xs), south: min(ys), north: max(ys) };
  });
}

export function contains(area, point) {
  return point.lng >= area.west && point.lng <= area.east && point.lat >= area.south && point.lat <= area.north &&
    area.polygons.some(([outer, ...holes]) => inRing(point, outer) && !holes.some(hole => inRing(point, hole)));
}

/** Distance from a point to the nearest edge of an area, flat at the point's latitude. */
export function kilometresToEdge(area, point) {
  const k = Math.cos(radians(point.lat));
  const flat = ([x, y]) => [(x - point.lng) * k * 111.195, (y - point.lat) * 111.195];
  let nearest = Infinity;
  for (const ring of area.polygons.flat()) {
    for (let i = 1; i < ring.length; i++) {
      const [ax, ay] = flat(ring[i - 1]), [bx, by] = flat(ring[i]);
      const dx = bx - ax, dy = by - ay, length = dx * dx + dy * dy;
      const t = length === 0 ? 0 : Math.max(0, Math.min(1, -(ax * dx + ay * dy) / length));
      nearest = Math.min(nearest, Math.hypot(ax + t * dx, ay + t * dy));
    }
  }
  return nearest;
}

/** The area around a point; a point just outside every area belongs to the nearest within 1 km. */
export function areaAt(areas, point) {
  const around = areas.find(area => contains(area, point));
  if (around) return around;
  const near = areas
    .filter(a => point.lng > a.west - 0.02 && point.lng < a.east + 0.02 && point.lat > a.south - 0.02 && point.lat < a.north + 0.02)
    .map(area => ({ area, km: kilometresToEdge(area, point) }))
    .sort((a, b) => a.km - b.km)[0];
  return near && near.km <= 1 ? near.area : undefined;
}

/** Centroid of areas together, weighted by area (shoelace in degrees, good enough for one country). */
export function centroid(areas) {
  let sum = 0, x = 0, y = 0;
  for (const ring of areas.flatMap(a => a.polygons.map(p => p[0]))) {
    let a2 = 0, rx = 0, ry = 0;
    for (let i = 1; i < ring.length; i++) {
      const cross = ring[i - 1][0] * ring[i][1] - ring[i][0] * ring[i - 1][1];
      a2 += cross; rx += (ring[i - 1][0] + ring[i][0]) * cross; ry += (ring[i - 1][1] + ring[i][1]) * cross;
    }
    const weight = Math.abs(a2);
    sum += weight; x += weight * rx / (3 * a2); y += weight * ry / (3 * a2);
  }
  return { lat: y / sum, lng: x / sum };
}

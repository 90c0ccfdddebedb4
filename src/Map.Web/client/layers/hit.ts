// What lies under a point of the map: a cell, bare land, or nothing of ours.

import { SYRIA, type BasePack, type ControlPack } from '../packs/index.ts';
import { metresPerPixel } from './view.ts';

/** A place answers for its own point even where a simplified border puts it outside. */
const OWN_POINT = 1000;

/** The cell whose shape holds the point, or −1. */
export function cellAt(pack: ControlPack, latitude: number, longitude: number): number {
  let nearest = -1, distance = Infinity;
  const { side, columns } = netOf(pack), row = Math.floor(latitude / side), column = Math.floor(longitude / side);
  for (let y = row - 1; y <= row + 1; y++)
    for (let x = column - 1; x <= column + 1; x++)
      for (const cell of columns.get(y * 10_000 + x) ?? []) {
        const away = metres(pack.lat[cell]!, pack.lng[cell]!, latitude, longitude);
        if (away < distance || away === distance && cell < nearest) {
          distance = away;
          nearest = cell;
        }
      }
  if (nearest < 0 || distance > pack.radius) return -1;
  if (distance <= OWN_POINT) return nearest;
  const first = pack.ringStart[pack.polygonStart[nearest]!]!, last = pack.ringStart[pack.polygonStart[nearest + 1]!]!;
  return within(pack.x, pack.y, pack.pointStart, first, last, longitude, latitude) ? nearest : -1;
}

interface Net { readonly side: number; readonly columns: ReadonlyMap<number, readonly number[]> }

const nets = new WeakMap<ControlPack, Net>();

/** The places by meshes so wide that whatever lies within the stated distance of a point is in its own mesh or one beside it. */
function netOf(pack: ControlPack): Net {
  let net = nets.get(pack);
  if (net) return net;
  const columns = new Map<number, number[]>(), side = Math.max(0.01, pack.radius / 111_000 / Math.cos(42 * Math.PI / 180));
  for (let cell = 0; cell < pack.cells; cell++) {
    if (Number.isNaN(pack.lat[cell])) continue;
    const key = Math.floor(pack.lat[cell]! / side) * 10_000 + Math.floor(pack.lng[cell]! / side), known = columns.get(key);
    if (known) known.push(cell); else columns.set(key, [cell]);
  }
  nets.set(pack, net = { side, columns });
  return net;
}

/** Is the point on the country's land? */
export function onLand(pack: BasePack, latitude: number, longitude: number): boolean {
  for (let shape = 0; shape < pack.shapes; shape++)
    if (pack.class[shape] === SYRIA && within(pack.x, pack.y, pack.pointStart, pack.partStart[shape]!, pack.partStart[shape + 1]!, longitude, latitude)) return true;
  return false;
}

/** Even-odd over some rings: holes count themselves out. */
function within(xs: Float64Array, ys: Float64Array, starts: Uint32Array, first: number, last: number, x: number, y: number): boolean {
  let inside = false;
  for (let ring = first; ring < last; ring++) {
    const from = starts[ring]!, to = starts[ring + 1]!;
    for (let i = from, j = to - 1; i < to; j = i++)
      if (ys[i]! > y !== ys[j]! > y && x < (xs[j]! - xs[i]!) * (y - ys[i]!) / (ys[j]! - ys[i]!) + xs[i]!) inside = !inside;
  }
  return inside;
}

/** Metres between two near points. */
export function metres(lat1: number, lng1: number, lat2: number, lng2: number): number {
  const perDegree = metresPerPixel(0, 0) * 256 / 360;
  return Math.hypot((lat2 - lat1) * perDegree, (lng2 - lng1) * perDegree * Math.cos((lat1 + lat2) / 2 * Math.PI / 180));
}

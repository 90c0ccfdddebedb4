// What lies under a point of the map: a cell, bare land, or nothing of ours.

import { SYRIA, type BasePack, type ControlPack } from '../packs/index.ts';

/** Metres of a degree of latitude, and of longitude where the plane is true: on the sphere that the server measures on. */
const DEGREE = 6_371_008.8 * Math.PI / 180;

/** Degrees: no border of a shape is moved farther by rounding. */
const MOVED = 1 / 1e5;

/**
 * The cell a spot belongs to, or −1. In the words of NearestGround.At on the server, which answers the same: it is that of the place nearest on the country's plane, of two
 * as near the one of the smaller id; no other is asked. From the place the spot is no farther than the stated distance on the ground, which is the plane's with its stretch
 * at the place taken out; and it lies on the place's ground as the pack has it. The arithmetic is the server's too, step by step.
 */
export function cellAt(pack: ControlPack, latitude: number, longitude: number): number {
  const { side, x, y, meshes } = netOf(pack), spotX = longitude * DEGREE * pack.plane, spotY = latitude * DEGREE, column = Math.floor(spotX / side), row = Math.floor(spotY / side);
  let nearest = -1, distance = side;
  for (let down = row - 1; down <= row + 1; down++)
    for (let across = column - 1; across <= column + 1; across++)
      for (const cell of meshes.get(meshOf(across, down)) ?? []) {
        const dx = spotX - x[cell]!, dy = spotY - y[cell]!, away = Math.sqrt(dx * dx + dy * dy);
        if (away < distance || away === distance && (nearest < 0 || pack.place[cell]! < pack.place[nearest]!)) {
          distance = away;
          nearest = cell;
        }
      }
  if (nearest < 0) return -1;
  const dx = (spotX - x[nearest]!) / (pack.plane / Math.cos(pack.lat[nearest]! * Math.PI / 180)), dy = spotY - y[nearest]!;
  if (Math.sqrt(dx * dx + dy * dy) > pack.radius) return -1;
  const first = pack.ringStart[pack.polygonStart[nearest]!]!, last = pack.ringStart[pack.polygonStart[nearest + 1]!]!;
  return within(pack.x, pack.y, pack.pointStart, first, last, longitude, latitude) || beside(pack.x, pack.y, pack.pointStart, first, last, longitude, latitude) ? nearest : -1;
}

/** The places in metres on the plane, by meshes. */
interface Net {
  /** Whatever is so near to a spot is in its own mesh or one beside it. No plane stretches by more than a tenth in a country. */
  readonly side: number;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly meshes: ReadonlyMap<number, readonly number[]>;
}

const nets = new WeakMap<ControlPack, Net>();

const meshOf = (column: number, row: number) => row * 100_000 + column;

function netOf(pack: ControlPack): Net {
  let net = nets.get(pack);
  if (net) return net;
  const side = pack.radius * 1.1, x = pack.lng.map(degrees => degrees * DEGREE * pack.plane), y = pack.lat.map(degrees => degrees * DEGREE), meshes = new Map<number, number[]>();
  for (let cell = 0; cell < pack.cells; cell++) {
    // The place is gone.
    if (Number.isNaN(x[cell])) continue;
    const mesh = meshOf(Math.floor(x[cell]! / side), Math.floor(y[cell]! / side)), known = meshes.get(mesh);
    if (known) known.push(cell); else meshes.set(mesh, [cell]);
  }
  nets.set(pack, net = { side, x, y, meshes });
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

/** Is the point no farther from some ring than rounding may have moved it? */
function beside(xs: Float64Array, ys: Float64Array, starts: Uint32Array, first: number, last: number, x: number, y: number): boolean {
  for (let ring = first; ring < last; ring++) {
    const from = starts[ring]!, to = starts[ring + 1]!;
    for (let i = from, j = to - 1; i < to; j = i++) {
      const dx = xs[i]! - xs[j]!, dy = ys[i]! - ys[j]!, along = Math.min(1, Math.max(0, ((x - xs[j]!) * dx + (y - ys[j]!) * dy) / (dx * dx + dy * dy)));
      const ex = x - xs[j]! - along * dx, ey = y - ys[j]! - along * dy;
      if (ex * ex + ey * ey <= MOVED * MOVED) return true;
    }
  }
  return false;
}

/** Metres between two near points, as the server counts them. */
export function metres(lat1: number, lng1: number, lat2: number, lng2: number): number {
  return Math.hypot((lat2 - lat1) * DEGREE, (lng2 - lng1) * DEGREE * Math.cos((lat1 + lat2) / 2 * Math.PI / 180));
}

// Where on earth zones lie, roughly: the box around each.

import type { MapBounds } from '../contract.ts';
import type { ZonePack } from '../packs/index.ts';

/** Looked at in every picture while time moves. */
const known = new WeakMap<ZonePack, readonly MapBounds[]>();

export function boxOf(pack: ZonePack, zone: number): MapBounds {
  let boxes = known.get(pack);
  if (!boxes) known.set(pack, boxes = Array.from({ length: pack.count }, (_, each) => findBox(pack, each)));
  return boxes[zone]!;
}

/** May the two boxes have ground in common, or miss each other by so many degrees? */
export function meets(a: MapBounds, b: MapBounds, by = 0): boolean {
  return a.west <= b.east + by && b.west <= a.east + by && a.south <= b.north + by && b.south <= a.north + by;
}

function findBox({ x, y, pointStart, ringStart, polygonStart }: ZonePack, zone: number): MapBounds {
  let west = Infinity, south = Infinity, east = -Infinity, north = -Infinity;
  for (let i = pointStart[ringStart[polygonStart[zone]!]!]!; i < pointStart[ringStart[polygonStart[zone + 1]!]!]!; i++) {
    west = Math.min(west, x[i]!);
    south = Math.min(south, y[i]!);
    east = Math.max(east, x[i]!);
    north = Math.max(north, y[i]!);
  }
  return { west, south, east, north };
}

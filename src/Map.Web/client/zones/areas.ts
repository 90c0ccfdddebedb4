// How much ground a zone has: all of it, holes left out, found once; and of it what lies in a part of the map.

import type { MapBounds } from '../contract.ts';
import type { ZonePack } from '../packs/index.ts';
import { ringArea } from '../time/ring-area.ts';
import { boxOf, meets } from './boxes.ts';

/** Not found yet: −1. */
const known = new WeakMap<ZonePack, Float64Array>();

/** Hectares of a zone, whole ones. */
export function hectaresOf(pack: ZonePack, zone: number): number {
  let areas = known.get(pack);
  if (!areas) known.set(pack, areas = new Float64Array(pack.count).fill(-1));
  if (areas[zone]! < 0) areas[zone] = sum(pack, zone, (from, to) => ringArea(pack.x, pack.y, from, to));
  return areas[zone]!;
}

/** Hectares of what of a zone lies within bounds. */
export function hectaresWithin(pack: ZonePack, zone: number, bounds: MapBounds): number {
  const box = boxOf(pack, zone);
  if (!meets(box, bounds)) return 0;
  if (box.west >= bounds.west && box.east <= bounds.east && box.south >= bounds.south && box.north <= bounds.north) return hectaresOf(pack, zone);
  return sum(pack, zone, (from, to) => {
    const { x, y } = cut(pack, from, to, bounds);
    return ringArea(x, y, 0, x.length);
  });
}

/** The first ring of a polygon goes round it, the others round its holes. */
function sum({ polygonStart, ringStart, pointStart }: ZonePack, zone: number, area: (from: number, to: number) => number): number {
  let km2 = 0;
  for (let polygon = polygonStart[zone]!; polygon < polygonStart[zone + 1]!; polygon++)
    for (let ring = ringStart[polygon]!; ring < ringStart[polygon + 1]!; ring++) km2 += (ring === ringStart[polygon] ? 1 : -1) * area(pointStart[ring]!, pointStart[ring + 1]!);
  return Math.max(0, Math.round(km2 * 100));
}

interface Line { x: number[]; y: number[] }

/** A ring cut off at each of the four sides in turn. Where it leaves and comes back, it runs along the side and goes round nothing there. */
function cut(pack: ZonePack, from: number, to: number, { west, south, east, north }: MapBounds): Line {
  let line: Line = { x: [...pack.x.subarray(from, to)], y: [...pack.y.subarray(from, to)] };
  line = side(line, 'x', 'y', west, 1);
  line = side(line, 'x', 'y', east, -1);
  line = side(line, 'y', 'x', south, 1);
  return side(line, 'y', 'x', north, -1);
}

function side(line: Line, across: 'x' | 'y', along: 'x' | 'y', at: number, sign: 1 | -1): Line {
  const kept: Line = { x: [], y: [] }, a = line[across], b = line[along];
  for (let i = 0, j = a.length - 1; i < a.length; j = i++) {
    const isIn = (a[i]! - at) * sign >= 0, wasIn = (a[j]! - at) * sign >= 0;
    if (isIn !== wasIn) {
      kept[across].push(at);
      kept[along].push(b[j]! + (b[i]! - b[j]!) * (at - a[j]!) / (a[i]! - a[j]!));
    }
    if (!isIn) continue;
    kept[across].push(a[i]!);
    kept[along].push(b[i]!);
  }
  return kept;
}

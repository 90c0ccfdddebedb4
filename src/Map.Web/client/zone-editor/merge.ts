// Joining parts that share a border: the border goes, the ground stays.

import { liesOn, same, turn, twiceArea, within, type Part, type Ring, type Shape, type Spot } from './shape.ts';

/** One part of two that share a stretch of border, spot for spot; null where they share none. A corner of one on a side of the other counts as shared. */
export function merge(shape: Shape, one: number, other: number): Shape | null {
  const a = shape.parts[one], b = shape.parts[other];
  if (!a || !b || one === other) return null;
  const rings = [a.outer, ...a.holes, b.outer, ...b.holes], corners = rings.flat();
  const sides = rings.flatMap(ring => sidesThrough(ring, corners));
  // What runs one way in one part and the other way in the other lies between them.
  const known = new Set(sides.map(([p, q]) => key(p, q)));
  const left = sides.filter(([p, q]) => !known.has(key(q, p)));
  if (left.length === sides.length) return null;
  const gone = new Set(sides.filter(([p, q]) => known.has(key(q, p))).flatMap(([p, q]) => [name(p), name(q)]));
  const joined = stitch(left)?.map(ring => straightened(ring, gone));
  if (!joined) return null;
  const outers = joined.filter(ring => twiceArea(ring) > 0), holes = joined.filter(ring => twiceArea(ring) < 0);
  const parts: Part[] = outers.map(outer => ({ outer, holes: holes.filter(hole => hole.every(spot => within(outer, spot) >= 0)) }));
  return { parts: [...shape.parts.filter((_, i) => i !== one && i !== other), ...parts] };
}

type Side = readonly [Spot, Spot];

const name = ([x, y]: Spot) => `${x} ${y}`;
const key = (a: Spot, b: Spot) => `${name(a)} ${name(b)}`;

/** The sides of a ring, each cut where a corner of either part lies on it. */
function sidesThrough(ring: Ring, corners: readonly Spot[]): Side[] {
  return ring.flatMap((a, i): Side[] => {
    const b = ring[(i + 1) % ring.length]!;
    const on = corners.filter(spot => liesOn(spot, a, b) && !same(spot, a) && !same(spot, b))
      .sort((p, q) => Math.abs(p[0] - a[0]) + Math.abs(p[1] - a[1]) - Math.abs(q[0] - a[0]) - Math.abs(q[1] - a[1]));
    const stops = [a, ...on.filter((spot, n) => n === 0 || !same(spot, on[n - 1]!)), b];
    return stops.slice(1).map((stop, n) => [stops[n]!, stop]);
  });
}

/** Sides joined end to end into rings, taking the sharpest turn to the left where several go on, so that rings that touch stay apart. */
function stitch(sides: readonly Side[]): Ring[] | null {
  const from = new Map<string, Side[]>();
  for (const side of sides) {
    const start = name(side[0]), there = from.get(start);
    if (there) there.push(side);
    else from.set(start, [side]);
  }
  const rings: Ring[] = [];
  for (;;) {
    const first = [...from.values()].find(there => there.length > 0)?.[0];
    if (!first) return rings;
    const ring: Spot[] = [];
    let side: Side = first;
    do {
      const there = from.get(name(side[0]))!;
      there.splice(there.indexOf(side), 1);
      ring.push(side[0]);
      const ways: readonly Side[] = from.get(name(side[1])) ?? [];
      if (same(side[1], first[0])) break;
      const next = leftmost(side, ways);
      if (!next) return null;
      side = next;
    } while (ring.length <= sides.length);
    rings.push(ring);
  }
}

function leftmost(side: Side, ways: readonly Side[]): Side | null {
  const back = Math.atan2(side[0][1] - side[1][1], side[0][0] - side[1][0]);
  let best: Side | null = null, least = Infinity;
  for (const way of ways) {
    const bearing = Math.atan2(way[1][1] - way[0][1], way[1][0] - way[0][0]);
    // Clockwise from where it came: the first way met is the one farthest to the left of going straight on.
    const off = (back - bearing + 4 * Math.PI) % (2 * Math.PI) || 2 * Math.PI;
    if (off < least) [least, best] = [off, way];
  }
  return best;
}

/** Without the ends of the border that has gone, where they lie on the straight between their neighbours: other corners may be somebody's too. */
function straightened(ring: Ring, gone: ReadonlySet<string>): Ring {
  const kept = ring.filter((spot, i) => !gone.has(name(spot)) || turn(ring[(i + ring.length - 1) % ring.length]!, spot, ring[(i + 1) % ring.length]!) !== 0);
  return kept.length < 3 ? ring : kept;
}

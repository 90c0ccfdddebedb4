// What is wrong with a shape, and where. A faulty shape is shown with its fault and not saved; nothing is mended behind the editor's back.

import { liesOn, ringsOf, same, turn, within, type Part, type Ring, type RingAt, type Shape, type Spot } from './shape.ts';

export type FaultKind = 'too-few' | 'repeated' | 'crossing' | 'no-area' | 'hole-outside' | 'holes-overlap' | 'parts-overlap' | 'parts-side-by-side';

/** The first fault found; `at` is the spot to mark. */
export interface Fault { readonly kind: FaultKind; readonly at: Spot; readonly ring: RingAt }

export function faultOf(shape: Shape): Fault | null {
  for (const { at, ring } of ringsOf(shape)) {
    const fault = faultOfRing(ring);
    if (fault) return { ...fault, ring: at };
  }
  for (const [part, { outer, holes }] of shape.parts.entries())
    for (const [hole, ring] of holes.entries()) {
      const out = crossing(outer, ring) ?? ring.find(spot => within(outer, spot) < 0) ?? holding(ring, outer);
      if (out) return { kind: 'hole-outside', at: out, ring: { part, hole } };
      for (const other of holes.slice(0, hole)) {
        const shared = crossing(other, ring) ?? holding(other, ring) ?? holding(ring, other);
        if (shared) return { kind: 'holes-overlap', at: shared, ring: { part, hole } };
      }
    }
  for (const [part, one] of shape.parts.entries())
    for (const other of shape.parts.slice(0, part)) {
      const shared = overlap(one, other);
      if (shared) return { kind: 'parts-overlap', at: shared, ring: { part, hole: -1 } };
    }
  for (const [part, one] of shape.parts.entries())
    for (const other of shape.parts.slice(0, part)) {
      const shared = commonBorder(one, other);
      if (shared) return { kind: 'parts-side-by-side', at: shared, ring: { part, hole: -1 } };
    }
  return null;
}

function faultOfRing(ring: Ring): { kind: FaultKind; at: Spot } | null {
  if (ring.length < 3) return { kind: 'too-few', at: ring[0] ?? [0, 0] };
  for (let i = 0; i < ring.length; i++)
    if (same(ring[i]!, ring[(i + 1) % ring.length]!)) return { kind: 'repeated', at: ring[i]! };
  if (ring.every(spot => turn(ring[0]!, ring[1]!, spot) === 0)) return { kind: 'no-area', at: ring[0]! };
  const at = selfCrossing(ring);
  return at && { kind: 'crossing', at };
}

/** Where a ring meets itself elsewhere than at the ends of neighbouring sides. */
function selfCrossing(ring: Ring): Spot | null {
  const sides = sidesOf(ring);
  for (const [i, j] of meetings(sides, sides)) {
    if (i >= j) continue;
    const a = sides[i]!, b = sides[j]!;
    const next = j === i + 1 || i === 0 && j === sides.length - 1;
    if (!next) {
      const at = meetingOf(a, b);
      if (at) return at;
      continue;
    }
    // Neighbours share one end; a second meeting means that the way turns back upon itself.
    const [before, after] = j === i + 1 ? [a, b] : [b, a];
    if (liesOn(after[1], before[0], before[1])) return after[1];
    if (liesOn(before[0], after[0], after[1])) return before[0];
  }
  return null;
}

/** Where two rings cross; rings that only touch, or share a stretch of border, do not. */
function crossing(one: Ring, other: Ring): Spot | null {
  const a = sidesOf(one), b = sidesOf(other);
  for (const [i, j] of meetings(a, b)) {
    const [p, q] = a[i]!, [r, s] = b[j]!;
    const [t1, t2, t3, t4] = [turn(p, q, r), turn(p, q, s), turn(r, s, p), turn(r, s, q)];
    if (t1 * t2 < 0 && t3 * t4 < 0) return cut(a[i]!, b[j]!);
  }
  // Through each other's corners: then a corner of one lies inside the other on one side and outside on the other.
  const sides = new Set(other.map(spot => within(one, spot)));
  return sides.has(1) && sides.has(-1) ? other.find(spot => within(one, spot) === 1)! : null;
}

/** A spot by which one ring holds the other, or a part of it; null where it does not. */
function holding(outer: Ring, inner: Ring): Spot | null {
  const corner = inner.find(spot => within(outer, spot) === 1);
  if (corner) return corner;
  // All corners on the border: the middle of a side tells, and where all of them lie on it too the rings are one.
  if (inner.some(spot => within(outer, spot) < 0)) return null;
  for (const [a, b] of sidesOf(inner)) {
    const middle: Spot = [(a[0] + b[0]) / 2, (a[1] + b[1]) / 2];
    const there = within(outer, middle);
    if (there !== 0) return there > 0 ? middle : null;
  }
  return inner[0]!;
}

function overlap(one: Part, other: Part): Spot | null {
  const shared = crossing(one.outer, other.outer) ?? crossing(other.outer, one.outer);
  if (shared) return shared;
  // An island in a hole is a part of its own.
  const inHole = (inner: Ring, { holes }: Part) => holes.some(hole => inner.every(spot => within(hole, spot) >= 0));
  if (!inHole(other.outer, one)) {
    const held = holding(one.outer, other.outer);
    if (held) return held;
  }
  return inHole(one.outer, other) ? null : holding(other.outer, one.outer);
}

/** The middle of a stretch of border that two parts share, as after a cut: they may touch at spots alone, or are one part. */
function commonBorder(one: Part, other: Part): Spot | null {
  const a = [one.outer, ...one.holes].flatMap(sidesOf), b = [other.outer, ...other.holes].flatMap(sidesOf);
  for (const [i, j] of meetings(a, b)) {
    const [p, q] = a[i]!, [r, s] = b[j]!;
    if (turn(p, q, r) !== 0 || turn(p, q, s) !== 0) continue;
    const ends = [...[r, s].filter(spot => liesOn(spot, p, q)), ...[p, q].filter(spot => liesOn(spot, r, s))], far = ends.find(spot => !same(spot, ends[0]!));
    if (far) return [Math.round((ends[0]![0] + far[0]) / 2), Math.round((ends[0]![1] + far[1]) / 2)];
  }
  return null;
}

type Side = readonly [Spot, Spot];

export function sidesOf(ring: Ring): Side[] {
  return ring.map((spot, i) => [spot, ring[(i + 1) % ring.length]!]);
}

/** Pairs of sides whose boxes meet, by a sweep from west to east. */
function* meetings(one: readonly Side[], other: readonly Side[]): Generator<[number, number]> {
  const west = ([a, b]: Side) => Math.min(a[0], b[0]), east = ([a, b]: Side) => Math.max(a[0], b[0]);
  const inOrder = (sides: readonly Side[]) => sides.map((side, i) => ({ i, from: west(side), to: east(side), low: Math.min(side[0][1], side[1][1]), high: Math.max(side[0][1], side[1][1]) })).sort((a, b) => a.from - b.from);
  const a = inOrder(one), b = inOrder(other);
  let open: typeof b = [], next = 0;
  for (const side of a) {
    while (next < b.length && b[next]!.from <= side.to) open.push(b[next++]!);
    // Those that begin farther west may still reach a later side: only what ends before this one begins is done with.
    open = open.filter(it => it.to >= side.from);
    for (const it of open) if (it.from <= side.to && it.low <= side.high && it.high >= side.low) yield [side.i, it.i];
  }
}

/** A spot that two sides share, ends included; null where there is none. */
function meetingOf(a: Side, b: Side): Spot | null {
  for (const end of b) if (liesOn(end, a[0], a[1])) return end;
  for (const end of a) if (liesOn(end, b[0], b[1])) return end;
  const apart = turn(a[0], a[1], b[0]) * turn(a[0], a[1], b[1]) > 0 || turn(b[0], b[1], a[0]) * turn(b[0], b[1], a[1]) > 0;
  return apart ? null : cut(a, b);
}

/** Where two sides that cross cut each other, to the nearest millionth. */
export function cut([p, q]: Side, [r, s]: Side): Spot {
  const along = turn(r, s, p) / (turn(r, s, p) - turn(r, s, q));
  return [Math.round(p[0] + (q[0] - p[0]) * along), Math.round(p[1] + (q[1] - p[1]) * along)];
}

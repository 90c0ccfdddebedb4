// Where the outline of one zone runs along those of others. No drawing, no page.

import type { ZonePack } from '../packs/index.ts';

/** A part of a ring, in corners from its first one: 2.5 is the middle of the third side. It may run on over the first corner: `to` is then more than the ring has. */
export interface Stretch { readonly ring: number; readonly from: number; readonly to: number }

interface Side { readonly ax: number; readonly ay: number; readonly bx: number; readonly by: number }

/** Metres within which two lines are one: two hands that draw the same line come no closer. The check of gaps and overlaps takes the same width. */
const PEN = 30, DEGREE = 111_320;

/** Squares along the longer way over the outlines; each side is looked for only in the squares that it touches. */
const SQUARES = 64;

/** Stretches of a zone's outline that others' outlines run along, by ring, rising, none touching the next. */
export function alongside(pack: ZonePack, zone: number, others: readonly number[]): readonly Stretch[] {
  if (others.length === 0) return [];
  const sides: Side[] = [], shrink = Math.cos(pack.y[pack.pointStart[pack.ringStart[pack.polygonStart[zone]!]!]!]! * Math.PI / 180), reach = PEN / DEGREE;
  for (const other of others) for (const ring of ringsOf(pack, other)) for (let side = 0, n = sizeOf(pack, ring); side < n; side++) sides.push(sideOf(pack, ring, side, shrink));
  const squares = squaresOf(sides, reach), found: Stretch[] = [];
  for (const ring of ringsOf(pack, zone)) {
    const near: { from: number; to: number }[] = [];
    for (let side = 0, n = sizeOf(pack, ring); side < n; side++) {
      const own = sideOf(pack, ring, side, shrink);
      for (const other of squares.near(own)) {
        const part = within(own, sides[other]!, reach);
        if (part) near.push({ from: side + part[0], to: side + part[1] });
      }
    }
    for (const { from, to } of joined(near)) found.push({ ring, from, to });
  }
  return found;
}

/** What is left of a zone's outline without some stretches of it. */
export function without(pack: ZonePack, zone: number, stretches: readonly Stretch[]): Stretch[] {
  const left: Stretch[] = [];
  for (const ring of ringsOf(pack, zone)) {
    const n = sizeOf(pack, ring), taken = joined(stretches.filter(it => it.ring === ring).flatMap(({ from, to }) => to > n ? [{ from, to: n }, { from: 0, to: to - n }] : [{ from, to }]));
    if (taken.length === 0) left.push({ ring, from: 0, to: n });
    taken.forEach(({ to }, i) => {
      const next = i + 1 < taken.length ? taken[i + 1]!.from : taken[0]!.from + n;
      if (next - to > 1e-9) left.push(to >= n ? { ring, from: to - n, to: next - n } : { ring, from: to, to: next });
    });
  }
  return left;
}

/** Stretches without what they tell twice. */
export function together(stretches: readonly Stretch[]): Stretch[] {
  return [...new Set(stretches.map(({ ring }) => ring))].flatMap(ring => joined(stretches.filter(it => it.ring === ring)).map(part => ({ ring, ...part })));
}

/** Longitude and latitude of a place on a ring. */
export function spotAt({ x, y, pointStart }: ZonePack, ring: number, at: number): readonly [number, number] {
  const start = pointStart[ring]!, n = pointStart[ring + 1]! - start, whole = Math.floor(at), share = at - whole, a = start + whole % n, b = start + (whole + 1) % n;
  return [x[a]! + (x[b]! - x[a]!) * share, y[a]! + (y[b]! - y[a]!) * share];
}

export function* ringsOf({ polygonStart, ringStart }: ZonePack, zone: number): Generator<number> {
  for (let ring = ringStart[polygonStart[zone]!]!; ring < ringStart[polygonStart[zone + 1]!]!; ring++) yield ring;
}

function sizeOf({ pointStart }: ZonePack, ring: number): number {
  return pointStart[ring + 1]! - pointStart[ring]!;
}

/** On a plane on which a degree of either kind is as long as one of latitude. */
function sideOf({ x, y, pointStart }: ZonePack, ring: number, side: number, shrink: number): Side {
  const start = pointStart[ring]!, a = start + side, b = start + (side + 1) % (pointStart[ring + 1]! - start);
  return { ax: x[a]! * shrink, ay: y[a]!, bx: x[b]! * shrink, by: y[b]! };
}

/** Joins what touches. */
function joined(parts: readonly { readonly from: number; readonly to: number }[]): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  for (const { from, to } of [...parts].sort((a, b) => a.from - b.from)) {
    const last = found.at(-1);
    if (last && from <= last.to + 1e-9) last.to = Math.max(last.to, to);
    else found.push({ from, to });
  }
  return found;
}

/** The share of a side, from 0 to 1, that lies within reach of another. The ground around a side is nowhere hollow, so that the share is one piece or none. */
function within({ ax, ay, bx, by }: Side, other: Side, reach: number): readonly [number, number] | null {
  const dx = bx - ax, dy = by - ay, ex = other.bx - other.ax, ey = other.by - other.ay, long = Math.hypot(ex, ey);
  let from = Infinity, to = -Infinity;
  const take = (a: number, b: number) => {
    const low = Math.max(0, a), high = Math.min(1, b);
    if (low <= high) [from, to] = [Math.min(from, low), Math.max(to, high)];
  };
  for (const [cx, cy] of [[other.ax, other.ay], [other.bx, other.by]] as const) {
    const qx = ax - cx, qy = ay - cy, a = dx * dx + dy * dy, half = qx * dx + qy * dy, root = half * half - a * (qx * qx + qy * qy - reach * reach);
    if (a === 0) { if (qx * qx + qy * qy <= reach * reach) take(0, 1); }
    else if (root >= 0) take((-half - Math.sqrt(root)) / a, (-half + Math.sqrt(root)) / a);
  }
  if (long > 0) {
    const ux = ex / long, uy = ey / long, qx = ax - other.ax, qy = ay - other.ay;
    const along = between(qx * ux + qy * uy, dx * ux + dy * uy, 0, long), across = between(qx * uy - qy * ux, dx * uy - dy * ux, -reach, reach);
    if (along && across) take(Math.max(along[0], across[0]), Math.min(along[1], across[1]));
  }
  return from <= to ? [from, to] : null;
}

/** Where start + t × step lies between two values. */
function between(start: number, step: number, low: number, high: number): readonly [number, number] | null {
  if (step === 0) return start >= low && start <= high ? [0, 1] : null;
  const a = (low - start) / step, b = (high - start) / step;
  return a < b ? [a, b] : [b, a];
}

function squaresOf(sides: readonly Side[], reach: number): { near(side: Side): Iterable<number> } {
  let west = Infinity, south = Infinity, east = -Infinity, north = -Infinity;
  for (const { ax, ay, bx, by } of sides) [west, south, east, north] = [Math.min(west, ax, bx), Math.min(south, ay, by), Math.max(east, ax, bx), Math.max(north, ay, by)];
  const wide = Math.max(east - west, north - south, reach) / SQUARES, filled: number[][] = [];
  const column = (x: number) => Math.max(0, Math.min(SQUARES, Math.floor((x - west) / wide))), row = (y: number) => Math.max(0, Math.min(SQUARES, Math.floor((y - south) / wide)));
  function* over({ ax, ay, bx, by }: Side, wider: number): Generator<number> {
    const right = column(Math.max(ax, bx) + wider), top = row(Math.max(ay, by) + wider);
    for (let x = column(Math.min(ax, bx) - wider); x <= right; x++) for (let y = row(Math.min(ay, by) - wider); y <= top; y++) yield x * (SQUARES + 1) + y;
  }
  sides.forEach((side, i) => { for (const square of over(side, 0)) (filled[square] ??= []).push(i); });
  return {
    near(side) {
      const found = new Set<number>();
      for (const square of over(side, reach)) for (const i of filled[square] ?? []) found.add(i);
      return found;
    },
  };
}

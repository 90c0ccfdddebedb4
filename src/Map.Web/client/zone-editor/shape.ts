// The ground of a zone while it is edited. Millionths of a degree, whole numbers: a border that two zones share is the same numbers in both, and which side of
// a line a spot lies on is exact.

/** Longitude and latitude in millionths of a degree. */
export type Spot = readonly [number, number];

/** Three spots or more; the last joins the first and does not repeat it. */
export type Ring = readonly Spot[];

/** One piece of ground: its border counter-clockwise, its holes clockwise. */
export interface Part {
  readonly outer: Ring;
  readonly holes: readonly Ring[];
}

export interface Shape { readonly parts: readonly Part[] }

export const NOTHING: Shape = { parts: [] };

/** Which ring of a shape; hole −1 is the border. */
export interface RingAt { readonly part: number; readonly hole: number }

export const BORDER = -1;

export function same(a: Spot, b: Spot): boolean {
  return a[0] === b[0] && a[1] === b[1];
}

/** Above this a product of two differences is no longer exact. */
const EXACT = 2 ** 52;

/** Positive where c lies to the left of the way from a to b, negative to the right, nought on the line through them. Exact. */
export function turn(a: Spot, b: Spot, c: Spot): number {
  const one = (b[0] - a[0]) * (c[1] - a[1]), other = (b[1] - a[1]) * (c[0] - a[0]);
  if (Math.abs(one) < EXACT && Math.abs(other) < EXACT) return one - other;
  const exact = BigInt(b[0] - a[0]) * BigInt(c[1] - a[1]) - BigInt(b[1] - a[1]) * BigInt(c[0] - a[0]);
  return exact > 0n ? 1 : exact < 0n ? -1 : 0;
}

/** Does a spot lie on the stretch from a to b, its ends included? */
export function liesOn(spot: Spot, a: Spot, b: Spot): boolean {
  return spot[0] >= Math.min(a[0], b[0]) && spot[0] <= Math.max(a[0], b[0]) && spot[1] >= Math.min(a[1], b[1]) && spot[1] <= Math.max(a[1], b[1]) && turn(a, b, spot) === 0;
}

/** Twice the area within a ring in square millionths, positive where it runs counter-clockwise. */
export function twiceArea(ring: Ring): number {
  const [x0, y0] = ring[0]!;
  let sum = 0;
  for (let i = 1; i + 1 < ring.length; i++)
    sum += (ring[i]![0] - x0) * (ring[i + 1]![1] - y0) - (ring[i + 1]![0] - x0) * (ring[i]![1] - y0);
  return sum;
}

/** 1 within a ring, 0 on it, −1 outside. */
export function within(ring: Ring, spot: Spot): -1 | 0 | 1 {
  let inside = false;
  for (let i = 0, before = ring.length - 1; i < ring.length; before = i++) {
    const a = ring[before]!, b = ring[i]!;
    if (liesOn(spot, a, b)) return 0;
    if ((a[1] > spot[1]) === (b[1] > spot[1])) continue;
    if ((turn(a, b, spot) > 0) === (b[1] > a[1])) inside = !inside;
  }
  return inside ? 1 : -1;
}

/** 1 within the ground of a part, 0 on a border of it, −1 outside or in a hole. */
export function withinPart({ outer, holes }: Part, spot: Spot): -1 | 0 | 1 {
  const found = within(outer, spot);
  if (found < 1) return found;
  for (const hole of holes) {
    const there = within(hole, spot);
    if (there >= 0) return there === 0 ? 0 : -1;
  }
  return 1;
}

export function counterClockwise(ring: Ring): Ring {
  return twiceArea(ring) < 0 ? [...ring].reverse() : ring;
}

export function clockwise(ring: Ring): Ring {
  return twiceArea(ring) > 0 ? [...ring].reverse() : ring;
}

export function ringOf(shape: Shape, { part, hole }: RingAt): Ring {
  const found = shape.parts[part];
  return (hole === BORDER ? found?.outer : found?.holes[hole]) ?? [];
}

/** Every ring with where it is. */
export function* ringsOf(shape: Shape): Generator<{ at: RingAt; ring: Ring }> {
  for (const [part, { outer, holes }] of shape.parts.entries()) {
    yield { at: { part, hole: BORDER }, ring: outer };
    for (const [hole, ring] of holes.entries()) yield { at: { part, hole }, ring };
  }
}

export function vertices(shape: Shape): number {
  let count = 0;
  for (const { ring } of ringsOf(shape)) count += ring.length;
  return count;
}

export const spotOf = (longitude: number, latitude: number): Spot => [Math.round(longitude * 1e6), Math.round(latitude * 1e6)];

type Position = readonly number[];

/** A GeoJSON multipolygon, as the server reads it. */
export interface MultiPolygon { readonly type: 'MultiPolygon'; readonly coordinates: readonly (readonly (readonly Position[])[])[] }

export function toGeoJson({ parts }: Shape): MultiPolygon {
  const closed = (ring: Ring) => [...ring, ring[0]!].map(([x, y]) => [x / 1e6, y / 1e6]);
  return { type: 'MultiPolygon', coordinates: parts.map(({ outer, holes }) => [closed(outer), ...holes.map(closed)]) };
}

/** Takes each ring as it stands, turned the right way round; whether they make sense is for `faultOf`. */
export function fromGeoJson({ coordinates }: MultiPolygon): Shape {
  const open = (ring: readonly Position[]) => {
    const spots = ring.map(([longitude, latitude]) => spotOf(longitude!, latitude!));
    return spots.length > 1 && same(spots[0]!, spots.at(-1)!) ? spots.slice(0, -1) : spots;
  };
  return { parts: coordinates.map(([outer, ...holes]) => ({ outer: counterClockwise(open(outer ?? [])), holes: holes.map(hole => clockwise(open(hole))) })) };
}

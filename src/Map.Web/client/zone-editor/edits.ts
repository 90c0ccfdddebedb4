// What a hand does to a shape. Each edit answers with a new shape, or with null where it cannot be done; what it makes may be faulty, and is then shown so.

import { BORDER, clockwise, counterClockwise, ringOf, type Part, type Ring, type RingAt, type Shape, type Spot } from './shape.ts';

/** The spot comes after the vertex of that number. */
export function addVertex(shape: Shape, at: RingAt, after: number, spot: Spot): Shape | null {
  const ring = ringOf(shape, at);
  if (after < 0 || after >= ring.length) return null;
  return withRing(shape, at, [...ring.slice(0, after + 1), spot, ...ring.slice(after + 1)]);
}

export function moveVertex(shape: Shape, at: RingAt, vertex: number, spot: Spot): Shape | null {
  const ring = ringOf(shape, at);
  return vertex in ring ? withRing(shape, at, ring.map((old, i) => i === vertex ? spot : old)) : null;
}

/** A ring of three loses itself with any of them: a hole is filled, a part goes, unless it is the last. */
export function removeVertex(shape: Shape, at: RingAt, vertex: number): Shape | null {
  const ring = ringOf(shape, at);
  if (!(vertex in ring)) return null;
  return ring.length > 3 ? withRing(shape, at, ring.filter((_, i) => i !== vertex)) : removeRing(shape, at);
}

/** Fills a hole, or takes a part away with its holes; null for the last part. */
export function removeRing(shape: Shape, { part, hole }: RingAt): Shape | null {
  const found = shape.parts[part];
  if (!found || hole === BORDER && shape.parts.length === 1) return null;
  if (hole === BORDER) return { parts: shape.parts.filter((_, i) => i !== part) };
  return hole in found.holes ? withPart(shape, part, { outer: found.outer, holes: found.holes.filter((_, i) => i !== hole) }) : null;
}

export function addPart(shape: Shape, ring: Ring): Shape | null {
  return ring.length < 3 ? null : { parts: [...shape.parts, { outer: counterClockwise(ring), holes: [] }] };
}

export function addHole(shape: Shape, part: number, ring: Ring): Shape | null {
  const found = shape.parts[part];
  return !found || ring.length < 3 ? null : withPart(shape, part, { outer: found.outer, holes: [...found.holes, clockwise(ring)] });
}

/** Moves a whole part. */
export function shiftPart(shape: Shape, part: number, east: number, north: number): Shape | null {
  const found = shape.parts[part], shifted = (ring: Ring): Ring => ring.map(([x, y]) => [x + east, y + north]);
  return found ? withPart(shape, part, { outer: shifted(found.outer), holes: found.holes.map(shifted) }) : null;
}

function withRing(shape: Shape, { part, hole }: RingAt, ring: Ring): Shape {
  const { outer, holes } = shape.parts[part]!;
  return withPart(shape, part, hole === BORDER ? { outer: ring, holes } : { outer, holes: holes.map((old, i) => i === hole ? ring : old) });
}

export function withPart(shape: Shape, part: number, next: Part): Shape {
  return { parts: shape.parts.map((old, i) => i === part ? next : old) };
}

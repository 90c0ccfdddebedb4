// Cutting a part in two along a drawn line. The cut becomes a border that both halves share, spot for spot.

import { cut, sidesOf } from './faults.ts';
import { counterClockwise, liesOn, same, turn, within, withinPart, type Part, type Ring, type Shape, type Spot } from './shape.ts';

export type NoSplit = 'not-across' | 'through-a-hole';

/** Two spots or more; where it begins and ends outside the part matters not. A line that crosses the border twice cuts; any other does not. */
export function split(shape: Shape, part: number, line: readonly Spot[]): Shape | NoSplit {
  const { outer, holes } = shape.parts[part]!;
  const met = crossings(outer, line);
  if (met.length !== 2) return 'not-across';
  const [first, second] = met as [Crossing, Crossing];
  const between = line.slice(first.leg + 1, second.leg + 1).filter(spot => !same(spot, first.spot) && !same(spot, second.spot));
  const way = [first.spot, ...between, second.spot];
  // A line that begins and ends inside goes through the border twice too, and outside in between.
  const middles = way.slice(1).map(([x, y], i): Spot => [(x + way[i]![0]) / 2, (y + way[i]![1]) / 2]);
  if ([...between, ...middles].some(spot => within(outer, spot) < 1)) return 'not-across';
  if (holes.some(hole => crossings(hole, way).length > 0 || way.some(spot => within(hole, spot) >= 0))) return 'through-a-hole';

  const one = counterClockwise(withoutRepeats([first.spot, ...between, ...walk(outer, second, first)]));
  const other = counterClockwise(withoutRepeats([second.spot, ...[...between].reverse(), ...walk(outer, first, second)]));
  if (one.length < 3 || other.length < 3) return 'not-across';
  const halves: Part[] = [one, other].map(ring => ({ outer: ring, holes: holes.filter(hole => holds(ring, hole)) }));
  return { parts: [...shape.parts.slice(0, part), ...halves, ...shape.parts.slice(part + 1)] };
}

interface Crossing {
  readonly spot: Spot;
  /** The stretch of the line, from its spot of that number. */
  readonly leg: number;
  /** The side of the ring, from its vertex of that number. */
  readonly side: number;
}

/** Where a line goes through a ring, in the line's order. */
function crossings(ring: Ring, line: readonly Spot[]): Crossing[] {
  const found: (Crossing & { along: number })[] = [];
  for (let leg = 0; leg + 1 < line.length; leg++) {
    const a = line[leg]!, b = line[leg + 1]!;
    sidesOf(ring).forEach(([p, q], side) => {
      // A corner of the ring belongs to the side that begins there.
      if (liesOn(q, a, b)) return;
      if (liesOn(p, a, b)) found.push({ spot: p, leg, side, along: along(a, b, p) });
      else if (turn(a, b, p) * turn(a, b, q) < 0 && turn(p, q, a) * turn(p, q, b) <= 0 && !liesOn(b, p, q)) {
        const spot = liesOn(a, p, q) ? a : cut([p, q], [a, b]);
        found.push({ spot, leg, side, along: along(a, b, spot) });
      } else if (leg + 2 === line.length && liesOn(b, p, q)) found.push({ spot: b, leg, side, along: 1 });
    });
  }
  found.sort((a, b) => a.leg - b.leg || a.along - b.along);
  return found.filter((it, i) => !found.slice(0, i).some(before => same(before.spot, it.spot)));
}

function along(a: Spot, b: Spot, spot: Spot): number {
  return Math.abs(b[0] - a[0]) > Math.abs(b[1] - a[1]) ? (spot[0] - a[0]) / (b[0] - a[0]) : (spot[1] - a[1]) / (b[1] - a[1]);
}

/** The ring's way from one crossing to another, both included. */
function walk(ring: Ring, from: Crossing, to: Crossing): Spot[] {
  const way: Spot[] = [from.spot];
  const ahead = from.side === to.side && along(ring[from.side]!, ring[(from.side + 1) % ring.length]!, from.spot) <= along(ring[to.side]!, ring[(to.side + 1) % ring.length]!, to.spot);
  if (!ahead)
    for (let i = (from.side + 1) % ring.length, steps = 0; steps < ring.length; i = (i + 1) % ring.length, steps++) {
      way.push(ring[i]!);
      if (i === to.side) break;
    }
  return [...way, to.spot];
}

function withoutRepeats(spots: readonly Spot[]): Spot[] {
  return spots.filter((spot, i) => !same(spot, spots[(i + 1) % spots.length]!));
}

function holds(ring: Ring, hole: Ring): boolean {
  return withinPart({ outer: ring, holes: [] }, hole.find(spot => within(ring, spot) !== 0) ?? hole[0]!) > 0;
}

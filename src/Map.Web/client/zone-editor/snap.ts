// Borders that should be shared are shared exactly: a vertex near one of a neighbour's, or near its border, is drawn to it.

import type { Ring, Spot } from './shape.ts';

export interface Snapped {
  readonly spot: Spot;
  /** A corner of the other border, or a spot along its side. */
  readonly to: 'corner' | 'side';
}

export interface Snaps {
  /** The corner within reach, else the nearest spot along a side within reach; null where there is none. Reach in millionths of a degree of latitude. */
  near(spot: Spot, reach: number): Snapped | null;
}

/** Millionths of a degree: a square of the index. */
const SQUARE = 50_000;

/** `shrink`: length of a degree of longitude as a share of one of latitude, so that near is near on the map. */
export function snapsOf(rings: readonly Ring[], shrink: number): Snaps {
  const squares = new Map<string, [Spot, Spot][]>();
  for (const ring of rings)
    ring.forEach((a, i) => {
      const b = ring[(i + 1) % ring.length]!;
      for (const key of keysOf(Math.min(a[0], b[0]), Math.min(a[1], b[1]), Math.max(a[0], b[0]), Math.max(a[1], b[1]))) {
        const there = squares.get(key);
        if (there) there.push([a, b]);
        else squares.set(key, [[a, b]]);
      }
    });
  const away = (a: Spot, b: readonly [number, number]) => Math.hypot((a[0] - b[0]) * shrink, a[1] - b[1]);

  return {
    near(spot, reach) {
      const wide = reach / shrink;
      let corner: Spot | null = null, side: Spot | null = null, toCorner = reach, toSide = reach;
      for (const key of keysOf(spot[0] - wide, spot[1] - reach, spot[0] + wide, spot[1] + reach))
        for (const [a, b] of squares.get(key) ?? []) {
          if (away(spot, a) <= toCorner) toCorner = away(spot, corner = a);
          if (away(spot, b) <= toCorner) toCorner = away(spot, corner = b);
          const along = foot(spot, a, b, shrink);
          if (away(spot, along) <= toSide) toSide = away(spot, side = along);
        }
      return corner ? { spot: corner, to: 'corner' } : side ? { spot: side, to: 'side' } : null;
    },
  };
}

/** The spot of a side that lies nearest. */
function foot(spot: Spot, a: Spot, b: Spot, shrink: number): Spot {
  const [x, y] = [(b[0] - a[0]) * shrink, b[1] - a[1]];
  const share = Math.max(0, Math.min(1, ((spot[0] - a[0]) * shrink * x + (spot[1] - a[1]) * y) / (x * x + y * y || 1)));
  return [Math.round(a[0] + (b[0] - a[0]) * share), Math.round(a[1] + (b[1] - a[1]) * share)];
}

function* keysOf(west: number, south: number, east: number, north: number): Generator<string> {
  for (let row = Math.floor(south / SQUARE); row <= Math.floor(north / SQUARE); row++)
    for (let column = Math.floor(west / SQUARE); column <= Math.floor(east / SQUARE); column++) yield `${column} ${row}`;
}

// Where a pop-up stands beside the spot it speaks of, in the part of the map that the page leaves free; and where the spot has to be for that.

import { meet, type Box } from './view.ts';

interface Point { readonly x: number; readonly y: number }
interface Size { readonly width: number; readonly height: number }

/** Between spot and card; between card and the free part's edge; between spot and that edge; and half the side of what the ring around a spot takes. */
const GAP = 30, EDGE = 12, INSET = 28, RING = 13;

/** No card is made smaller than this. */
const LEAST = 120;

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** What the page leaves of the map. */
export interface Room {
  /** Where a spot is seen. */
  readonly seen: Box;
  /** Where a card is seen whole. */
  readonly free: Box;
  /** What a card should keep off where it can. */
  readonly avoid: readonly Box[];
}

/** The largest card that leaves its spot in sight above or below it. */
export function roomFor({ free }: Room): Size {
  return { width: Math.max(LEAST, free.width - 2 * EDGE), height: Math.max(LEAST, free.height - EDGE - GAP - INSET) };
}

/** Above, below, right or left of the spot: the first that fits the free part and covers nothing it should not. */
export function bestPlace(at: Point, { width, height }: Size, { free, avoid }: Room): Box {
  const sides = [
    { x: at.x - width / 2, y: at.y - GAP - height }, { x: at.x - width / 2, y: at.y + GAP },
    { x: at.x + GAP, y: at.y - height / 2 }, { x: at.x - GAP - width, y: at.y - height / 2 },
  ];
  let best: Box | null = null, least = Infinity;
  for (const side of sides) {
    const box = {
      x: clamp(side.x, free.x + EDGE, free.x + free.width - width - EDGE), y: clamp(side.y, free.y + EDGE, free.y + free.height - height - EDGE), width, height,
    };
    const covers = meet(box, ringAt(at)) ? 100 : 0;
    const cost = covers + avoid.filter(other => meet(box, other)).length * 10 + (Math.abs(box.x - side.x) + Math.abs(box.y - side.y)) / 100;
    if (cost < least) {
      least = cost;
      best = box;
    }
  }
  return best!;
}

/** Where the spot should stand so that it and its card are seen whole; null where they are. The nearest such point, on open map where there is any. */
export function placeInSight(at: Point, card: Size, room: Room): Point | null {
  const { seen, free, avoid } = room;
  const isIn = at.x >= seen.x && at.x <= seen.x + seen.width && at.y >= seen.y && at.y <= seen.y + seen.height;
  if (isIn && !meet(bestPlace(at, card, room), ringAt(at))) return null;
  const across = [seen.x + INSET, seen.x + seen.width - INSET] as const, down = [seen.y + INSET, seen.y + seen.height - INSET] as const;
  const wide = EDGE + card.width + GAP, high = EDGE + card.height + GAP;
  // The spot below its card, above it, left of it and right of it.
  const choices = [
    [across, [free.y + high, down[1]]], [across, [down[0], free.y + free.height - high]], [[across[0], free.x + free.width - wide], down], [[free.x + wide, across[1]], down],
  ] as const;
  let best: Point = { x: seen.x + seen.width / 2, y: seen.y + seen.height - INSET }, least = Infinity;
  for (const [[left, right], [top, foot]] of choices) {
    for (const x of between(left, right, at.x)) for (const y of between(top, foot, at.y)) {
      const cost = Math.hypot(x - at.x, y - at.y) + (avoid.some(box => meet(box, ringAt({ x, y }))) ? HIDDEN : 0);
      if (cost >= least) continue;
      least = cost;
      best = { x, y };
    }
  }
  return best;
}

/** More than any way over the screen. */
const HIDDEN = 100_000;

/** The value nearest to what is wished, and others at small steps. */
function between(low: number, high: number, wish: number): number[] {
  const values = low > high ? [] : [clamp(wish, low, high)];
  for (let value = low; value <= high; value += 8) values.push(value);
  return values;
}

const ringAt = ({ x, y }: Point): Box => ({ x: x - RING, y: y - RING, width: 2 * RING, height: 2 * RING });

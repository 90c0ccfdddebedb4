// Where names may stand: boxes taken so far, and the eight places round a dot.

import { meet, type Box } from './view.ts';

export interface Taken {
  free(box: Box, gap: number): boolean;
  take(box: Box): void;
}

/** Boxes in squares of this side, so that a question meets few of them. */
const SQUARE = 64;

export function createTaken(): Taken {
  const squares = new Map<number, Box[]>();
  const over = (box: Box, gap: number, each: (key: number) => boolean): boolean => {
    for (let row = Math.floor((box.y - gap) / SQUARE); row <= Math.floor((box.y + box.height + gap) / SQUARE); row++)
      for (let column = Math.floor((box.x - gap) / SQUARE); column <= Math.floor((box.x + box.width + gap) / SQUARE); column++)
        if (!each(row * 65_536 + column)) return false;
    return true;
  };
  return {
    free: (box, gap) => over(box, gap, key => !(squares.get(key)?.some(other => meet(box, other, gap)) ?? false)),
    take(box) {
      over(box, 0, key => {
        const there = squares.get(key);
        if (there) there.push(box);
        else squares.set(key, [box]);
        return true;
      });
    },
  };
}

/** Right, left, above, below, then the four corners. */
export const SLOTS = 8;

/** The box of a name in one of the places round a dot of that radius. */
export function slotBox(slot: number, x: number, y: number, radius: number, width: number, height: number): Box {
  const gap = radius + 4, near = radius * 0.7 + 2.5;
  switch (slot) {
    case 0: return { x: x + gap, y: y - height / 2, width, height };
    case 1: return { x: x - gap - width, y: y - height / 2, width, height };
    case 2: return { x: x - width / 2, y: y - gap - height + 1, width, height };
    case 3: return { x: x - width / 2, y: y + gap - 1, width, height };
    case 4: return { x: x + near, y: y - near - height + 3, width, height };
    case 5: return { x: x - near - width, y: y - near - height + 3, width, height };
    case 6: return { x: x + near, y: y + near - 3, width, height };
    default: return { x: x - near - width, y: y + near - 3, width, height };
  }
}

/** The first free place, the one it had before preferred; null where none is free. */
export function placeLabel(taken: Taken, x: number, y: number, radius: number, width: number, height: number, before: number | undefined): { slot: number; box: Box } | null {
  for (let i = before === undefined ? 0 : -1; i < SLOTS; i++) {
    const slot = i < 0 ? before! : i;
    const box = slotBox(slot, x, y, radius, width, height);
    if (taken.free(box, 1.5)) return { slot, box };
  }
  return null;
}

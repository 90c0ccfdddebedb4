// The pixels of each cell as runs that are drawn in one way: found once a view, gone through whenever the cell looks different.

import type { CellRaster } from './cell-raster.ts';

/** What the pixels of a run are: beyond the stated distance; at their full strength; fainter; under a river, a border or the like. */
export const NONE = 0, SOLID = 1, FADING = 2, CROSSED = 3;

export interface Runs {
  /** First run of each cell, and one more. */
  readonly start: Uint32Array;
  /** Two figures a run: its first pixel in the raster's box, and its length × 4 + what its pixels are. */
  readonly of: Uint32Array;
}

/** `over`: pixels of the raster's box that lie over the layer. */
export function runsOf(raster: CellRaster, over: Uint32Array): Runs {
  const work = findRuns(raster, over);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Rows between two looks at the clock. */
const SLICE = 64;

export function* findRuns({ pack, width, height, cell, share }: CellRaster, over: Uint32Array): Generator<void, Runs> {
  let room = 4096, count = 0, first = new Uint32Array(room), length = new Uint32Array(room);
  const start = new Uint32Array(pack.cells + 1);
  for (let y = 0, p = 0; y < height; y++) {
    if (y % SLICE === SLICE - 1) yield;
    for (const end = p + width; p < end;) {
      const from = p, which = cell[p]!;
      if (which === 0) {
        while (p < end && cell[p] === 0) p++;
        continue;
      }
      const kind = kindAt(p);
      do p++; while (p < end && cell[p] === which && kindAt(p) === kind);
      if (kind === NONE) continue;
      if (count === room) [first, length] = [first, length].map(old => { const more = new Uint32Array(room * 2); more.set(old); return more; }) as [typeof first, typeof length];
      room = first.length;
      first[count] = from;
      length[count++] = (p - from) * 4 + kind;
      start[which]!++;
    }
  }
  yield;
  for (let at = 0; at < pack.cells; at++) start[at + 1]! += start[at]!;
  const of = new Uint32Array(count * 2), next = start.slice();
  for (let run = 0; run < count; run++) {
    const at = next[cell[first[run]!]! - 1]!++;
    of[at * 2] = first[run]!;
    of[at * 2 + 1] = length[run]!;
  }
  return { start, of };

  function kindAt(p: number): number {
    return share[p] === 0 ? NONE : over[p] !== 0 ? CROSSED : share[p] === 255 ? SOLID : FADING;
  }
}

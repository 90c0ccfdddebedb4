// What each cell's pixels are painted with on the day shown. A step of time changes the entries of the cells that changed.

import { BESIEGED } from '../packs/index.ts';
import { createBrushes, pixelColour, type Brush, type Brushes } from './brushes.ts';
import { besieger, CERTAIN, type Held } from './held.ts';
import { kindsOf, owners } from './kinds.ts';
import type { Frame } from './layer.ts';
import type { View } from './view.ts';

/** How all cells of one holding look. */
export interface Look {
  readonly brush: Brush;
  /** Holders that the legend does not single out are faint. */
  readonly strength: number;
  /** Colour of the dashes inside a besieged cell's edge, −1 for none. */
  readonly siege: number;
}

export interface Looks {
  /** Null where nothing is shown. */
  readonly now: (Look | null)[];
  /** Left half of a cell in the midst of a change of unknown day: what held before, null if nothing; undefined where the change is certain. */
  readonly before: (Look | null | undefined)[];
  /** What meets at a cell's edges: the kind of holding that stands, SILENT where nothing is shown, PAST where only what may still last is. */
  readonly side: Int16Array;
  readonly brushes: Brushes;
  /** Takes over the state of these cells; gives those of which something is shown now and was not, or the other way round. */
  renew(frame: Frame, held: Held, cells: readonly number[]): number[];
}

export const SILENT = -1, PAST = -2;

const FAINT = 64;

/** How all cells look on the day that `held` stands at. */
export function looksOf(frame: Frame, view: View, held: Held): Looks {
  const work = findLooks(frame, view, held);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Cells between two looks at the clock. */
const SLICE = 1000;

export function* findLooks(frame: Frame, view: View, held: Held): Generator<void, Looks> {
  const { cells } = frame.data.control, looks = createLooks(cells, createBrushes(frame.palette, view));
  for (let from = 0; from < cells; from += SLICE) {
    yield;
    looks.renew(frame, held, Array.from({ length: Math.min(SLICE, cells - from) }, (_, i) => from + i));
  }
  return looks;
}

function createLooks(count: number, brushes: Brushes): Looks {
  const now = new Array<Look | null>(count).fill(null), before = new Array<Look | null | undefined>(count).fill(undefined), side = new Int16Array(count).fill(SILENT);
  const known: (Look | undefined)[] = [];
  return {
    now, before, side, brushes,
    renew({ data: { control: pack }, palette, only }, held, cells) {
      const look = (holding: number): Look => known[holding] ??= made(holding), kinds = kindsOf(pack), turned: number[] = [];
      function made(holding: number): Look {
        const ids = owners(pack, holding).map(holder => pack.holders[holder]!), by = besieger(pack, holding);
        const siege = pack.posture[holding] !== BESIEGED ? -1 : pixelColour(by >= 0 ? palette.holder(pack.holders[by]!).line : palette.front);
        return { brush: brushes.of(pack.posture[holding]!, ids), strength: only !== null && !ids.includes(only) ? FAINT : 255, siege };
      }
      for (const cell of cells) {
        const holding = held.holding[cell]!, earlier = held.before[cell]!, was = side[cell]!;
        now[cell] = holding < 0 ? null : look(holding);
        before[cell] = earlier === CERTAIN ? undefined : earlier < 0 ? null : look(earlier);
        side[cell] = holding >= 0 ? kinds.of[holding]! : earlier >= 0 ? PAST : SILENT;
        if ((was === SILENT) !== (side[cell] === SILENT)) turned.push(cell);
      }
      return turned;
    },
  };
}

// What each cell's pixels are painted with on the day shown. A step of time changes the entries of the cells that changed.

import { BESIEGED } from '../packs/index.ts';
import { PLAIN, pixelColour, type Brush, type Brushes } from './brushes.ts';
import { besieger, CERTAIN, type Held } from './held.ts';
import { kindsOf, owners } from './kinds.ts';
import type { Frame } from './layer.ts';

export interface Looks {
  /** Null where nothing is shown. */
  readonly brush: (Brush | null)[];
  /** Left half of a cell in the midst of a change of unknown day: what held before, null if nothing; undefined where the change is certain. */
  readonly before: (Brush | null | undefined)[];
  /** Strength of a cell, and of its left half: holders that the legend does not single out are faint. */
  readonly strength: Uint8Array;
  readonly strengthBefore: Uint8Array;
  /** Colour of the dashes inside a besieged cell's edge, −1 for none. */
  readonly siege: Int32Array;
  /** The pixel of a cell + 1 that is one opaque colour throughout; 0 where it is not so simple. */
  readonly flat: Uint32Array;
  /** Kind of holding of each cell, −1 where none stands. */
  readonly kind: Int16Array;
  readonly brushes: Brushes;
  renew(frame: Frame, held: Held, cells: Iterable<number>): void;
}

const FAINT = 64;

export function createLooks(count: number, brushes: Brushes): Looks {
  const brush: (Brush | null)[] = new Array<Brush | null>(count).fill(null), before = new Array<Brush | null | undefined>(count).fill(undefined);
  const strength = new Uint8Array(count).fill(255), strengthBefore = new Uint8Array(count).fill(255), siege = new Int32Array(count).fill(-1);
  const flat = new Uint32Array(count + 1), kind = new Int16Array(count).fill(-1);
  const known = new Map<number, readonly [Brush, number]>();
  return {
    brush, before, strength, strengthBefore, siege, flat, kind, brushes,
    renew({ data: { control: pack }, palette, only }, held, cells) {
      const found = (holding: number): readonly [Brush, number] => {
        let look = known.get(holding);
        if (!look) {
          const ids = owners(pack, holding).map(holder => pack.holders[holder]!);
          known.set(holding, look = [brushes.of(pack.posture[holding]!, ids), only !== null && !ids.includes(only) ? FAINT : 255]);
        }
        return look;
      };
      const kinds = kindsOf(pack);
      for (const cell of cells) {
        const holding = held.holding[cell]!, earlier = held.before[cell]!;
        brush[cell] = null;
        before[cell] = undefined;
        siege[cell] = -1;
        flat[cell + 1] = 0;
        kind[cell] = -1;
        if (earlier !== CERTAIN) before[cell] = null;
        if (earlier >= 0) [before[cell], strengthBefore[cell]] = found(earlier);
        if (holding < 0) continue;
        [brush[cell], strength[cell]] = found(holding);
        kind[cell] = kinds.of[holding]!;
        const { along, colours } = brush[cell]!;
        if (along === PLAIN && strength[cell] === 255 && earlier === CERTAIN && pack.posture[holding] !== BESIEGED) flat[cell + 1] = 0xff000000 | colours[0]!;
        if (pack.posture[holding] !== BESIEGED || earlier !== CERTAIN) continue;
        const by = besieger(pack, holding);
        siege[cell] = pixelColour(by >= 0 ? palette.holder(pack.holders[by]!).line : palette.front);
      }
    },
  };
}

/** Does a cell show anything? */
export const shows = (looks: Looks, cell: number) => looks.brush[cell] !== null || (looks.before[cell] ?? null) !== null;

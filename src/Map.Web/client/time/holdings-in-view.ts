// Who held what of the part of the map in view, counted anew when the view settles. The old figures stay until the new are whole.

import type { MapBounds } from '../contract.ts';
import type { ControlPack } from '../packs/control-pack.ts';
import { counting, type Holdings } from './holdings.ts';
import { within } from './seen.ts';

export interface HoldingsInView {
  /** Null before the first are whole. */
  readonly now: Holdings | null;
  /** True while other figures are being counted. */
  readonly busy: boolean;
  /** Asks for the figures of a view; asks for nothing where the same places are in it. */
  ask(pack: ControlPack, bounds: MapBounds): void;
  dispose(): void;
}

const SLICE_MS = 4;

export function createHoldingsInView(done: () => void): HoldingsInView {
  let now: Holdings | null = null, work: Generator<void, Holdings> | null = null, timer = 0;
  let pack: ControlPack | null = null, seen: MapBounds | null = null, taken = new Uint8Array(0);

  function go(): void {
    timer = 0;
    for (const until = performance.now() + SLICE_MS; performance.now() < until;) {
      const step = work!.next();
      if (!step.done) continue;
      now = step.value;
      work = null;
      done();
      return;
    }
    timer = window.setTimeout(go);
  }

  return {
    get now() { return now; },
    get busy() { return work !== null; },
    ask(next, bounds) {
      const samePack = pack === next;
      if (samePack && seen !== null && same(seen, bounds)) return;
      seen = bounds;
      const takes = new Uint8Array(next.cells);
      for (let cell = 0; cell < next.cells; cell++) takes[cell] = within(bounds, next.lat[cell]!, next.lng[cell]!) ? 1 : 0;
      if (samePack && takes.every((takenNow, cell) => takenNow === taken[cell])) return;
      pack = next;
      taken = takes;
      work = counting(next, cell => takes[cell] === 1);
      clearTimeout(timer);
      timer = window.setTimeout(go);
    },
    dispose: () => clearTimeout(timer),
  };
}

const same = (a: MapBounds, b: MapBounds) => a.south === b.south && a.west === b.west && a.north === b.north && a.east === b.east;

// Who held what of the part of the map in view, counted anew when the view settles. The old figures stay until the new are whole.

import type { MapBounds } from '../contract.ts';
import type { ControlPack } from '../packs/control-pack.ts';
import type { ZonePack } from '../packs/zone-pack.ts';
import type { SeriesShown } from '../zones/changes.ts';
import { countingZones } from '../zones/zone-holdings.ts';
import { counting, type Holdings } from './holdings.ts';
import { within } from './seen.ts';

export interface HoldingsInView<What> {
  /** Null before the first are whole. */
  readonly now: Holdings | null;
  /** True while other figures are being counted. */
  readonly busy: boolean;
  /** Asks for the figures of a view; asks for nothing where they are known. */
  ask(what: What, bounds: MapBounds): void;
  dispose(): void;
}

const SLICE_MS = 4;

interface Slices {
  readonly now: Holdings | null;
  readonly busy: boolean;
  begin(next: Generator<void, Holdings>): void;
  forget(): void;
  dispose(): void;
}

/** Counts beside the frames, and calls when it is done. */
function inSlices(done: () => void): Slices {
  let now: Holdings | null = null, work: Generator<void, Holdings> | null = null, timer = 0;

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
    begin(next) {
      work = next;
      clearTimeout(timer);
      timer = window.setTimeout(go);
    },
    forget() { now = null; },
    dispose: () => clearTimeout(timer),
  };
}

/** By the claims: whole cells, those whose place is in view. */
export function createHoldingsInView(done: () => void): HoldingsInView<ControlPack> {
  const slices = inSlices(done);
  let pack: ControlPack | null = null, seen: MapBounds | null = null, taken = new Uint8Array(0);
  return {
    get now() { return slices.now; },
    get busy() { return slices.busy; },
    ask(next, bounds) {
      const samePack = pack === next;
      if (samePack && seen !== null && same(seen, bounds)) return;
      seen = bounds;
      const takes = new Uint8Array(next.cells);
      for (let cell = 0; cell < next.cells; cell++) takes[cell] = within(bounds, next.lat[cell]!, next.lng[cell]!) ? 1 : 0;
      if (samePack && takes.every((takenNow, cell) => takenNow === taken[cell])) return;
      pack = next;
      taken = takes;
      slices.begin(counting(next, cell => takes[cell] === 1));
    },
    dispose: slices.dispose,
  };
}

/** By a series of zones: what of each lies in view. */
export function createZonesInView(done: () => void): HoldingsInView<SeriesShown> {
  const slices = inSlices(done);
  let pack: ZonePack | null = null, series = -1, seen: MapBounds | null = null;
  return {
    get now() { return slices.now; },
    get busy() { return slices.busy; },
    ask(next, bounds) {
      const sameSeries = pack !== null && series === next.series && pack.series[series]?.key === next.pack.series[next.series]?.key;
      if (sameSeries && pack === next.pack && seen !== null && same(seen, bounds)) return;
      // The figures of another series are no answer.
      if (!sameSeries) slices.forget();
      [pack, series, seen] = [next.pack, next.series, bounds];
      slices.begin(countingZones(next, bounds));
    },
    dispose: slices.dispose,
  };
}

const same = (a: MapBounds, b: MapBounds) => a.south === b.south && a.west === b.west && a.north === b.north && a.east === b.east;

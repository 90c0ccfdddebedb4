// The bars of what the filters leave in view, counted anew when either settles. The old bars stay until the new are whole.

import type { EventPack } from '../packs/event-pack.ts';
import type { Happening } from './happening.ts';
import { counting, type Bars, type Counting, type Grain, type Histogram } from './histogram.ts';
import type { Seen } from './seen.ts';

export interface BarsInView {
  /** What there is to paint now; null before the first is whole. */
  bars(grain: Grain): Bars | null;
  /** Events in the bars; null while they are of something else than was last asked for. */
  readonly events: number | null;
  /** Asks for the bars of these events, whose types the happening already knows; asks for nothing where they are counted or being counted already. */
  ask(events: EventPack, happening: Happening, types: readonly string[] | null, seen: Seen): void;
  dispose(): void;
}

/** Longest stretch of counting at a time: a quarter of a frame. So many rows take less, and are counted at once. */
const SLICE_MS = 4, AT_ONCE = 30_000;

export function createBarsInView(done: () => void): BarsInView {
  let whole: Histogram | null = null, work: Counting | null = null, timer = 0, painted: Grain = 'month';
  let asked: { events: EventPack; places: Uint8Array; kept: Uint8Array | null; types: readonly string[] | null } | null = null;

  function go(): void {
    timer = 0;
    const until = performance.now() + SLICE_MS;
    const ready = work?.go(() => performance.now() >= until) ?? null;
    if (ready === null) { timer = window.setTimeout(go); return; }
    work = null;
    if (asked!.events.count <= AT_ONCE) { take(ready); return; }
    timer = window.setTimeout(() => {
      timer = 0;
      // Made here, the bars need not be made on a frame.
      ready.bars(painted);
      take(ready);
    });
  }

  function take(ready: Histogram): void {
    whole = ready;
    done();
  }

  return {
    bars(grain) {
      painted = grain;
      return whole?.bars(grain) ?? null;
    },
    get events() { return work === null && timer === 0 ? whole?.events ?? null : null; },
    ask(events, happening, types, { places }) {
      const { kept } = happening;
      if (asked?.events === events && asked.places === places && asked.kept === kept && asked.types === types) return;
      asked = { events, places, kept, types };
      const counted = happening.counted.slice(), { type, place } = events;
      work = counting(events, row => counted[type[row]!] === 1 && places[place[row]!] === 1 && (kept === null || kept[row] === 1));
      clearTimeout(timer);
      timer = 0;
      if (events.count <= AT_ONCE) go(); else timer = window.setTimeout(go);
    },
    dispose() { clearTimeout(timer); },
  };
}

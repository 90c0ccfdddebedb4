// The clock: runs in calendar time per second, or from change to change; goes on from wherever the reader seeks to; stops at the end unless asked to start over.

import { daysOfGrain, stepped, type Pace } from './steps.ts';

export interface Clock {
  readonly playing: boolean;
  start(): void;
  stop(): void;
  pace: Pace;
  /** Start over at the end. */
  loop: boolean;
}

export interface Played {
  day(): number;
  first(): number;
  last(): number;
  /** While a handle is held the finger has the date. */
  held(): boolean;
  /** The day of the next change, and how much changes on it; null where nothing is ahead. */
  next(): { readonly day: number; readonly changes: number } | null;
  /** Called with each new day; settled at most once a second, and when the clock stops. */
  tick(day: number, settled: boolean): void;
  changed(): void;
}

const SETTLE_MS = 1000, STILL_MS = 1000, LONGEST_MS = 2500;

/** Milliseconds to stay on a day, in proportion to how much changed on it: 350, and 120 more each time that doubles; at most two and a half seconds. */
export function pauseAfter(changes: number): number {
  return Math.min(LONGEST_MS, 350 + 120 * Math.log2(1 + changes));
}

export function createClock(film: Played, isStill: () => boolean): Clock {
  let frame = 0, before = 0, moment = 0, shown = 0, settledAt = 0, due = 0, endedAt = 0;

  function run(now: number): void {
    frame = requestAnimationFrame(run);
    if (film.held()) { before = now; due = now + STILL_MS; return; }
    // Seeking moves the date under the clock; it goes on from there.
    if (film.day() !== shown) { shown = moment = film.day(); endedAt = 0; }
    if (clock.pace === 'change') byChange(now); else evenly(now);
    before = now;
  }

  function evenly(now: number): void {
    if (isStill()) {
      if (now < due) return;
      due = now + STILL_MS;
      moment = stepped(shown, clock.pace as Exclude<Pace, 'change'>, 1);
    } else {
      // A tab that slept does not make up for the time it lost.
      moment += Math.min(now - before, 250) / 1000 * daysOfGrain(clock.pace as Exclude<Pace, 'change'>);
    }
    const day = Math.min(Math.floor(moment), film.last());
    if (day !== shown) show(day, now);
    if (day >= film.last()) end(now);
  }

  function byChange(now: number): void {
    if (now < due) return;
    const next = film.next();
    if (next === null) { end(now); return; }
    due = now + Math.max(isStill() ? STILL_MS : 0, pauseAfter(next.changes));
    moment = next.day;
    show(next.day, now);
  }

  function show(day: number, now: number): void {
    shown = day;
    const settled = now - settledAt >= SETTLE_MS;
    if (settled) settledAt = now;
    film.tick(day, settled);
  }

  function end(now: number): void {
    if (!clock.loop) { clock.stop(); return; }
    // The last day is seen for a moment before it starts over.
    endedAt ||= now;
    if (now - endedAt < STILL_MS) return;
    endedAt = 0;
    moment = film.first();
    due = now + STILL_MS;
    show(film.first(), now);
  }

  const clock: Clock = {
    pace: 'week',
    loop: false,
    get playing() { return frame !== 0; },
    start() {
      if (frame !== 0) return;
      shown = moment = film.day();
      before = settledAt = performance.now();
      endedAt = 0;
      due = clock.pace === 'change' ? 0 : before + STILL_MS;
      frame = requestAnimationFrame(run);
      film.changed();
    },
    stop() {
      if (frame === 0) return;
      cancelAnimationFrame(frame);
      frame = 0;
      film.tick(film.day(), true);
      film.changed();
    },
  };
  return clock;
}

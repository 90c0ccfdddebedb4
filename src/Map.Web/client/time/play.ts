// The clock: runs in calendar time per second, stops at the end, and goes on from wherever the reader seeks to.

import { daysOfGrain, stepped, type Grain } from './steps.ts';

export interface Clock {
  readonly playing: boolean;
  start(): void;
  stop(): void;
  speed: Grain;
}

export interface Played {
  day(): number;
  last(): number;
  /** Called with each new day; settled at most once a second, and when the clock stops. */
  tick(day: number, settled: boolean): void;
  changed(): void;
}

const SETTLE_MS = 1000;

export function createClock(film: Played, isStill: () => boolean): Clock {
  let frame = 0, before = 0, moment = 0, shown = 0, settledAt = 0;

  function run(now: number): void {
    frame = requestAnimationFrame(run);
    // Seeking moves the date under the clock; it goes on from there.
    if (film.day() !== shown) { shown = film.day(); moment = shown; }
    if (isStill()) {
      if (now - before < 1000) return;
      moment = stepped(shown, clock.speed, 1);
    } else {
      // A tab that slept does not make up for the time it lost.
      moment += Math.min(now - before, 250) / 1000 * daysOfGrain(clock.speed);
    }
    before = now;
    const day = Math.min(Math.floor(moment), film.last());
    if (day !== shown) {
      shown = day;
      const settled = now - settledAt >= SETTLE_MS;
      if (settled) settledAt = now;
      film.tick(day, settled);
    }
    if (day >= film.last()) clock.stop();
  }

  const clock: Clock = {
    speed: 'week',
    get playing() { return frame !== 0; },
    start() {
      if (frame !== 0) return;
      shown = moment = film.day();
      before = settledAt = performance.now();
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

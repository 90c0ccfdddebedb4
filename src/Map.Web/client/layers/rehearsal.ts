// What a finger on the slider is about to ask for, done once beside the page while nobody asks: code that has never run, and that the browser has not compiled yet,
// made the first frames of a drag two or three times as long as those after them.

import { dayOfIso } from '../time/days.ts';
import type { Events } from './events.ts';
import { createGround } from './ground.ts';
import type { Frame } from './layer.ts';

/** Where on the axis pictures begin, and how many steps of how great a part of it each takes from there. */
const FROM = [0.2, 0.55], STEPS = 8, STEP = 1 / 60;

/** Milliseconds in which each step's squares are drawn. */
const EACH = 4;

/** Marks of usual counts, and pictures of other days on a ground of its own, which nobody sees, piece by piece. Nothing that the page shows is touched. */
export function* rehearse(frame: Frame, tiled: boolean, events: Events): Generator<void> {
  events.practise();
  yield;
  const { index, control } = frame.data, from = dayOfIso(index.firstDay) ?? control.to, to = control.to, marks = { boxes: () => [] };
  if (to <= from) return;
  for (const share of FROM) {
    const ground = createGround(tiled, () => null);
    try {
      for (let step = 0; step <= STEPS; step++) {
        const day = Math.round(from + (to - from) * (share + step * STEP)), at: Frame = { ...frame, shown: { ...frame.shown, day }, settled: false, marks };
        if (step === 0) yield* ground.ahead(at, false);
        else ground.show(at, performance.now() + EACH);
        yield;
      }
    } finally {
      ground.dispose();
    }
  }
}

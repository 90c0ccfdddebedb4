// Where keys, buttons and the clock go next: a step, the next change, a window's length, an end.

import { windowDays, type Shown } from '../model.ts';
import { lastChange, nextChange, type Changing } from './changes.ts';
import type { Keyed } from './keys.ts';
import type { Clock } from './play.ts';
import { stepped, type Pace } from './steps.ts';

export interface Sought {
  readonly clock: Clock;
  now(): Shown;
  first(): number;
  last(): number;
  /** First day of what the axis shows. */
  begin(): number;
  changing(): Changing;
  move(day: number, settled: boolean): void;
  /** How far a step goes. */
  step(): Pace;
  help(): void;
}

export function createSeek({ clock, now, first, last, begin, changing, move, step, help }: Sought): Keyed {
  return {
    step: (grain, by) => move(stepped(now().day, grain, by), true),
    change(by) {
      const found = by > 0 ? nextChange(changing(), now().day) : lastChange(changing(), now().day);
      if (found !== null) move(found, true);
    },
    page(by) {
      const length = windowDays(now().window);
      move(length === null ? stepped(now().day, 'month', by) : now().day + by * length, true);
    },
    toEnd: which => move(which === 'first' ? first() : last(), true),
    togglePlay() {
      if (clock.playing) { clock.stop(); return; }
      // Nothing lies ahead: start over, from the beginning of what the axis shows.
      if (now().day >= last() || (clock.pace === 'change' && nextChange(changing(), now().day) === null)) move(begin(), false);
      clock.start();
    },
    stop() {
      const was = clock.playing;
      clock.stop();
      return was;
    },
    grain: step,
    help,
  };
}

// The second line: the window's length, its days, and how many events it has.

import type { Shown } from '../model.ts';
import { windowDays } from '../model.ts';
import { days, eventCount, say } from '../words.ts';
import { OPEN_START } from './days.ts';
import { element, set, write } from './element.ts';
import type { Happening } from './happening.ts';
import { dayWords, spanWords } from './words.ts';

export function createSummary(root: HTMLElement, goTo: (day: number) => void): { show(now: Shown, happening: Happening | null): void } {
  const length = element('span', { class: 'time-length' }), range = element('span', { class: 'time-range', dir: 'auto' }), tally = element('span', { class: 'time-count' });
  const link = element('button', { type: 'button', class: 'time-next' });
  root.append(length, range, tally, link);
  link.addEventListener('click', () => goTo(Number(link.dataset['goto'])));

  return {
    show(now, happening) {
      write(length, lengthWords(now.window));
      write(range, now.from === OPEN_START || now.from === now.to ? '' : spanWords(now.from, now.to));
      range.hidden = range.textContent === '';
      const next = happening === null || happening.certain + happening.possible > 0 ? null : happening.dayAfter(now.to);
      const before = next === null && happening !== null && happening.certain + happening.possible === 0 ? happening.dayBefore(now.from) : null;
      const near = next ?? before;
      write(tally, happening === null ? say('Loading events…', 'يجري تحميل الأحداث…')
        : near === null ? eventCount(happening.certain, happening.possible)
          : next !== null ? say('no events; next on', 'لا أحداث؛ التالي في') : say('no events; last on', 'لا أحداث؛ الأخير في'));
      link.hidden = near === null;
      write(link, near === null ? '' : dayWords(near));
      set(link, 'data-goto', near);
    },
  };
}

function lengthWords(window: string): string {
  if (window === 'all') return say('Everything to this date', 'كل ما سبق حتى هذا التاريخ');
  if (window === '1y') return say('1 year to this date', 'سنة حتى هذا التاريخ');
  if (window === '1d') return say('This day alone', 'هذا اليوم وحده');
  return say(`${days(windowDays(window) ?? 0)} to this date`, `${days(windowDays(window) ?? 0)} حتى هذا التاريخ`);
}

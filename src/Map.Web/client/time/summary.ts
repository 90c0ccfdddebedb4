// The second line: the window's length, its days, and how many events in view it has.

import type { Shown } from '../model.ts';
import { windowDays } from '../model.ts';
import { days, eventCount, say } from '../words.ts';
import { OPEN_END, OPEN_START } from './days.ts';
import { element, set, write } from './element.ts';
import { dayWords, spanWords } from './words.ts';

export interface SummaryState {
  readonly now: Shown;
  /** Null while events are loading. */
  readonly tally: { readonly certain: number; readonly possible: number } | null;
  /** Where the window has no event: the nearest day that has one, ahead or else behind. */
  near(): { readonly day: number; readonly ahead: boolean } | null;
}

export function createSummary(root: HTMLElement, goTo: (day: number) => void): { show(state: SummaryState): void } {
  const length = element('span', { class: 'time-length' }), range = element('span', { class: 'time-range', dir: 'auto' }), tally = element('span', { class: 'time-count' });
  const link = element('button', { type: 'button', class: 'time-next', hidden: true });
  root.append(length, range, tally, link);
  link.addEventListener('click', () => goTo(Number(link.dataset['goto'])));

  return {
    show({ now, tally: counted, near: nearest }) {
      write(length, lengthWords(now.window));
      write(range, now.from === OPEN_START || now.to === OPEN_END || now.from === now.to ? '' : spanWords(now.from, now.to));
      set(range, 'hidden', range.textContent === '');
      const near = counted !== null && counted.certain + counted.possible === 0 ? nearest() : null;
      write(tally, counted === null ? say('Loading events…', 'يجري تحميل الأحداث…')
        : near === null ? eventCount(counted.certain, counted.possible)
          : near.ahead ? say('no events; next on', 'لا أحداث؛ التالي في') : say('no events; last on', 'لا أحداث؛ الأخير في'));
      set(link, 'hidden', near === null);
      if (near === null) return;
      write(link, dayWords(near.day));
      set(link, 'data-goto', near.day);
    },
  };
}

function lengthWords(window: string): string {
  if (window === 'all') return say('Everything to this date', 'كل ما سبق حتى هذا التاريخ');
  if (window === 'from') return say('Everything from this date on', 'كل ما يلي ابتداءً من هذا التاريخ');
  if (window === '1y') return say('1 year to this date', 'سنة حتى هذا التاريخ');
  if (window === '1d') return say('This day alone', 'هذا اليوم وحده');
  const length = days(windowDays(window) ?? 0);
  return say(`${length} to this date`, `${length} حتى هذا التاريخ`);
}

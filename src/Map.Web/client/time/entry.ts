// The date in words, which is a button; behind it a field that takes the date as people write it.

import { say } from '../words.ts';
import { calendar, isoOf } from './days.ts';
import { element, set, write } from './element.ts';
import { createTyped } from './typed.ts';
import { dayWords, readDay } from './words.ts';

export interface Entry {
  readonly root: HTMLElement;
  /** Where the second line goes. */
  readonly summary: HTMLElement;
  show(day: number): void;
}

let made = 0;

/** `chosen` is told a day only when it is within reach; `limits` are the first and last day there are. */
export function createEntry(limits: () => { first: number; last: number }, chosen: (day: number) => void): Entry {
  const id = `time-entry-${++made}`;
  const words = element('button', { type: 'button', class: 'time-words', 'aria-expanded': 'false', 'aria-controls': id });
  const summary = element('p', { class: 'time-summary' });
  let shown = 0;
  const typed = createTyped<number>({
    id, label: say('Date', 'التاريخ'), placeholder: say('19 December 2023', '19 كانون الأول 2023'), chosen,
    back: () => words,
    shown(open) {
      words.hidden = summary.hidden = open;
      set(words, 'aria-expanded', String(open));
    },
    read(text) {
      const day = readDay(text, calendar(shown).year), { first, last } = limits();
      if (day === null) return { problem: say(`“${text.trim()}” is not understood. Write 19 December 2023 or 2023-12-19.`, `لم يُفهم «${text.trim()}». اكتب 19 كانون الأول 2023 أو 2023-12-19.`) };
      if (day < first || day > last) return { problem: say(`The data run from ${dayWords(first)} to ${dayWords(last)}.`, `البيانات من ${dayWords(first)} إلى ${dayWords(last)}.`) };
      return { value: day };
    },
  });
  const root = element('div', { class: 'time-date' }, words, summary, typed.form);
  words.addEventListener('click', () => typed.open(dayWords(shown)));

  return {
    root, summary,
    show(day) {
      if (day === shown && words.textContent !== '') return;
      shown = day;
      write(words, dayWords(day));
      set(words, 'title', say('Type a date', 'اكتب تاريخاً'));
      set(words, 'data-day', isoOf(day));
    },
  };
}

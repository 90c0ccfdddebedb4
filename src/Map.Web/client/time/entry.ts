// The date in words, which is a button; behind it a field that takes the date as people write it.

import { say } from '../words.ts';
import { calendar, isoOf } from './days.ts';
import { element, set, write } from './element.ts';
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
  const field = element('input', {
    class: 'time-field', type: 'text', dir: 'auto', autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'go',
    placeholder: say('19 December 2023', '19 كانون الأول 2023'), 'aria-label': say('Date', 'التاريخ'), 'aria-describedby': `${id}-problem`,
  });
  const go = element('button', { type: 'submit', class: 'time-go' }, say('Go', 'اذهب'));
  const problem = element('p', { class: 'time-problem', id: `${id}-problem`, role: 'alert' });
  const form = element('form', { class: 'time-entry', id, hidden: true, novalidate: true }, element('div', { class: 'time-entry-row' }, field, go), problem);
  const root = element('div', { class: 'time-date' }, words, summary, form);
  let shown = 0;

  function open(): void {
    form.hidden = false;
    words.hidden = summary.hidden = true;
    set(words, 'aria-expanded', 'true');
    field.value = dayWords(shown);
    complain('');
    field.focus();
    field.select();
  }

  function close(): void {
    form.hidden = true;
    words.hidden = summary.hidden = false;
    set(words, 'aria-expanded', 'false');
  }

  function complain(text: string): void {
    write(problem, text);
    set(field, 'aria-invalid', text !== '' && 'true');
  }

  words.addEventListener('click', open);
  form.addEventListener('submit', event => {
    event.preventDefault();
    const day = readDay(field.value, calendar(shown).year);
    if (day === null) {
      complain(say(`“${field.value.trim()}” is not understood. Write 19 December 2023 or 2023-12-19.`, `لم يُفهم «${field.value.trim()}». اكتب 19 كانون الأول 2023 أو 2023-12-19.`));
      field.select();
      return;
    }
    const { first, last } = limits();
    if (day < first || day > last) {
      complain(say(`The data run from ${dayWords(first)} to ${dayWords(last)}.`, `البيانات من ${dayWords(first)} إلى ${dayWords(last)}.`));
      field.select();
      return;
    }
    close();
    words.focus();
    chosen(day);
  });
  form.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
    words.focus();
  });
  form.addEventListener('focusout', event => {
    if (event.relatedTarget instanceof Node && form.contains(event.relatedTarget)) return;
    // Leaving the page or pressing elsewhere puts the date back; what was typed is not a choice until Enter or Go.
    if (document.hasFocus()) close();
  });

  return {
    root, summary,
    show(day) {
      shown = day;
      write(words, dayWords(day));
      set(words, 'title', say('Type a date', 'اكتب تاريخاً'));
      set(words, 'data-day', isoOf(day));
    },
  };
}

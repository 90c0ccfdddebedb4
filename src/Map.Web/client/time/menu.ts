// A menu of the time bar: a select with our arrow beside it.

import { element, icon, set } from './element.ts';

export interface Menu {
  readonly root: HTMLElement;
  readonly select: HTMLSelectElement;
  name(words: string): void;
  /** A value that is not on the menu, such as a window of 44 days, stands on it while it is chosen. */
  choose(value: string, words: string): void;
}

/** `commands` come after the items; to choose one asks for something and leaves the chosen value as it was. */
export function createMenu(label: string, kind: string, items: readonly (readonly [string, string])[], chosen: (value: string) => void, commands: readonly (readonly [string, string])[] = []): Menu {
  const select = element('select', { 'aria-label': label, title: label }, ...[...items, ...commands].map(([value, text]) => element('option', { value }, text)));
  let current = items[0]?.[0] ?? '';
  select.addEventListener('change', () => {
    const wished = select.value;
    if (commands.some(([command]) => command === wished)) select.value = current;
    chosen(wished);
  });
  return {
    select,
    root: element('span', { class: `time-menu ${kind}` }, select, icon('M5 7.5 10 12.5 15 7.5')),
    name(words) {
      set(select, 'aria-label', words);
      set(select, 'title', words);
    },
    choose(value, words) {
      if (current === value && select.value === value) return;
      current = value;
      select.querySelector('option[data-odd]')?.remove();
      if (!items.some(([item]) => item === value)) select.insertBefore(element('option', { value, 'data-odd': true }, words), select.options[items.length] ?? null);
      select.value = value;
    },
  };
}

// The filters in force as chips, each with its way out, above the list.

import type { FilterSource } from './apply.ts';
import { activeFilters } from './active.ts';
import { element, icon, set } from '../time/element.ts';
import { say } from '../words.ts';

export interface Chips {
  readonly element: HTMLElement;
  /** Draws the filters in force; their number. */
  show(): number;
}

export function createChips(source: FilterSource): Chips {
  const list = element('ul', { class: 'chips', 'aria-label': say('Filters in force', 'عوامل التصفية المفعّلة') });
  let drawn = '';

  return {
    element: list,
    show() {
      const active = activeFilters(source.model.now, source.facets), key = JSON.stringify(active.map(({ id, words }) => [id, words]));
      list.hidden = active.length === 0;
      if (key === drawn) return active.length;
      drawn = key;
      const focused = list.contains(document.activeElement);
      list.replaceChildren(...active.map(({ id, words }) => {
        const drop = element('button', { type: 'button', class: 'chip', 'data-chip': id, 'aria-label': say(`Remove the filter ${words}`, `أزِل عامل التصفية ${words}`) },
          element('bdi', { class: 'chip-words' }, words), icon('M5.5 5.5l9 9', 'M14.5 5.5l-9 9'));
        // Asked for when it is pressed: other filters may have changed since.
        drop.addEventListener('click', () => {
          const now = activeFilters(source.model.now, source.facets).find(filter => filter.id === id);
          if (now) source.model.change(now.without, now.cause);
        });
        return element('li', {}, drop);
      }), ...(active.length > 1 ? [element('li', {}, clearAll(source))] : []));
      if (focused) list.querySelector('button')?.focus();
      return active.length;
    },
  };
}

export function clearAll(source: FilterSource): HTMLButtonElement {
  const clear = element('button', { type: 'button', class: 'chips-clear', 'data-clear-filters': true }, say('Clear filters', 'امسح التصفية'));
  clear.addEventListener('click', () => source.model.change({ types: null, filters: null }, 'filters'));
  set(clear, 'title', say('Show all events again', 'اعرض كل الأحداث من جديد'));
  return clear;
}

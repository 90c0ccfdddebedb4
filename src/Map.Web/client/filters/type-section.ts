// Which types of events are shown: a switch for each, with its symbol as on the map.

import { symbolElement, typeWords } from '../layers/symbols.ts';
import { EVENT_TYPES, typesOf } from '../model.ts';
import { element, set, write } from '../time/element.ts';
import { figure, say } from '../words.ts';

export interface TypeSection {
  readonly element: HTMLElement;
  /** Without counts the switches stand alone. */
  show(types: readonly string[] | null, count: ((type: string) => number) | null): void;
}

export function createTypeSection(change: (types: readonly string[] | null) => void): TypeSection {
  let now: readonly string[] | null = null;
  const shows = (type: string) => now === null || now.includes(type);
  const isOnly = (type: string) => now?.length === 1 && now[0] === type;
  const rows = EVENT_TYPES.map(type => {
    const box = element('input', { type: 'checkbox', value: type }), count = element('span', { class: 'filter-count' });
    const only = element('button', { type: 'button', class: 'filter-only' });
    box.addEventListener('change', () => change(typesOf(EVENT_TYPES.filter(other => shows(other) !== (other === type)))));
    only.addEventListener('click', () => change(isOnly(type) ? null : [type]));
    const row = element('div', { class: 'filter-type' }, element('label', { class: 'filter-row' }, box, symbolElement(type), element('span', { class: 'filter-name' }, typeWords(type)), count), only);
    return { type, box, count, only, row };
  });
  const root = element('fieldset', { class: 'filter', 'data-facet': 'types' }, element('legend', { class: 'filter-title' }, say('Type', 'النوع')), ...rows.map(({ row }) => row));

  return {
    element: root,
    show(types, countOf) {
      now = types;
      for (const { type, box, count, only, row } of rows) {
        box.checked = shows(type);
        const number = countOf?.(type) ?? null;
        write(count, number === null ? '' : figure(number));
        set(row.firstElementChild!, 'data-none', number === 0);
        write(only, isOnly(type) ? say('all', 'الكل') : say('only', 'وحده'));
        set(only, 'aria-label', isOnly(type) ? say('Show all types', 'اعرض كل الأنواع') : say(`Show only: ${typeWords(type)}`, `اعرض فقط: ${typeWords(type)}`));
      }
    },
  };
}

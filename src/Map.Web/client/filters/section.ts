// One filter with many options: the first by number, a field that narrows them, and the rest on demand.

import type { FacetName } from '../packs/index.ts';
import { element, set, write } from '../time/element.ts';
import { figure, say } from '../words.ts';
import { arrange, FIRST, optionsOf, spellingsOf, type Option } from './options.ts';

export interface SectionWords {
  readonly id: string;
  readonly title: string;
  /** What the field that narrows the list is called. */
  readonly narrow: string;
}

export interface Section {
  readonly element: HTMLElement;
  /** `keepOrder`: rows stay where they are, for a reader who is just choosing among them. */
  show(names: readonly FacetName[], counts: Uint32Array, chosen: readonly string[] | null, keepOrder: boolean): void;
}

interface Row { readonly element: HTMLElement; readonly box: HTMLInputElement; readonly count: HTMLElement; readonly name: HTMLElement }

export function createSection(words: SectionWords, toggle: (key: string, on: boolean) => void): Section {
  const heading = element('legend', { class: 'filter-title' }, words.title);
  const field = element('input', { type: 'search', class: 'filter-narrow', placeholder: words.narrow, 'aria-label': words.narrow, autocomplete: 'off', spellcheck: 'false', maxlength: 80 });
  const list = element('div', { class: 'filter-options' });
  const none = element('p', { class: 'filter-note' });
  const more = element('button', { type: 'button', class: 'filter-more' });
  const root = element('fieldset', { class: 'filter', 'data-facet': words.id }, heading, field, list, none, more);
  const rows = new Map<string, Row>();
  let options: Option[] = [], order: string[] = [], all = false, namesOf: readonly FacetName[] | null = null, spellings: (key: string) => string = key => key;

  field.addEventListener('input', () => draw(false));
  more.addEventListener('click', () => {
    all = !all;
    draw(false);
  });

  function rowOf(key: string): Row {
    let row = rows.get(key);
    if (!row) {
      const box = element('input', { type: 'checkbox', value: key }), count = element('span', { class: 'filter-count' }), name = element('bdi', { class: 'filter-name' });
      box.addEventListener('change', () => toggle(key, box.checked));
      rows.set(key, row = { element: element('label', { class: 'filter-row' }, box, name, count), box, count, name });
    }
    return row;
  }

  function draw(keepOrder: boolean): void {
    const { shown, more: left } = arrange(options, field.value, all, spellings);
    if (!keepOrder) {
      const next = shown.map(option => option.key);
      if (next.length !== order.length || next.some((key, i) => key !== order[i])) list.replaceChildren(...next.map(key => rowOf(key).element));
      order = next;
    }
    const byKey = new Map(options.map(option => [option.key, option]));
    for (const key of order) {
      const option = byKey.get(key), { element: row, box, name, count } = rowOf(key);
      box.checked = option?.chosen ?? false;
      write(name, option?.name ?? key);
      write(count, figure(option?.count ?? 0));
      set(row, 'data-none', (option?.count ?? 0) === 0);
    }
    const typed = field.value.trim() !== '';
    field.hidden = options.length <= FIRST;
    write(none, options.length === 0 ? say('None in these data.', 'لا شيء في هذه البيانات.')
      : shown.length === 0 ? say('No such name. Try a part of it, or another spelling.', 'لا اسم كهذا. جرّب جزءاً منه أو كتابةً أخرى.')
        : (all || typed) && left > 0 ? say(`and ${figure(left)} more: type a part of the name`, `و${figure(left)} غيرها: اكتب جزءاً من الاسم`) : '');
    none.hidden = none.textContent === '';
    more.hidden = typed || options.length <= FIRST || (!all && left === 0);
    write(more, all ? say('Show fewer', 'اعرض أقل') : say(`Show all ${figure(options.length)}`, `اعرض الكل (${figure(options.length)})`));
    set(more, 'aria-expanded', String(all));
  }

  return {
    element: root,
    show(names, counts, chosen, keepOrder) {
      if (names !== namesOf) {
        spellings = spellingsOf(names);
        namesOf = names;
      }
      options = optionsOf(names, counts, chosen);
      draw(keepOrder);
    },
  };
}

// Of the actors chosen also what those did that they came of: one switch below their list, where one of them came of anybody.

import type { ActorLineage } from '../contract.ts';
import type { Filters } from '../model.ts';
import type { FacetName } from '../packs/index.ts';
import { element, write } from '../time/element.ts';
import { say } from '../words.ts';
import { lineageWords } from './active.ts';
import { nameOf } from './options.ts';

export interface LineageSwitch {
  readonly element: HTMLElement;
  show(filters: Filters | null, lineages: readonly ActorLineage[], names: readonly FacetName[]): void;
}

export function createLineageSwitch(turn: (on: boolean) => void): LineageSwitch {
  const box = element('input', { type: 'checkbox', 'data-lineage': true }), who = element('p', { class: 'filter-note' });
  box.addEventListener('change', () => turn(box.checked));
  const root = element('div', { class: 'filter-lineage' }, element('label', { class: 'filter-row' }, box, element('span', { class: 'filter-name' }, lineageWords())), who);

  return {
    element: root,
    show(filters, lineages, names) {
      const chosen = filters?.actors ?? [], keys = new Set(lineages.filter(({ key }) => chosen.includes(key)).flatMap(({ predecessors }) => predecessors.map(({ key }) => key)));
      for (const key of chosen) keys.delete(key);
      root.hidden = keys.size === 0 && !filters?.lineage;
      box.checked = filters?.lineage ?? false;
      // Only those that any event names.
      const named = names.filter(name => keys.has(name.key)).map(nameOf);
      write(who, named.length === 0 ? '' : say(`${named.join(', ')}; those that left, until they left`, `${named.join('، ')}؛ ومن غادر منها فحتى مغادرته`));
    },
  };
}

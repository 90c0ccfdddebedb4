// The Filters tab: every filter with its options and how many events each would show. Drawn here, so that it works before and without a circuit.

import type { FacetPack } from '../packs/index.ts';
import { element, set, write } from '../time/element.ts';
import { events, figure, say } from '../words.ts';
import { activeFilters, changed, disputedWords, LISTS } from './active.ts';
import type { FilterSource } from './apply.ts';
import { clearAll } from './chips.ts';
import { counting, type FacetCounts } from './counts.ts';
import { createLineageSwitch } from './lineage-switch.ts';
import { createSection } from './section.ts';
import { createGradeSection } from './grade-section.ts';
import { createTextField } from './text.ts';
import { createTypeSection } from './type-section.ts';

export interface Panel {
  readonly element: HTMLElement;
  dispose(): void;
}

/** Rows counted before the page may do something else: some milliseconds' worth. */
const SLICE = 100_000;

export function createPanel(source: FilterSource): Panel {
  const { model } = source;
  const left = element('p', { class: 'filter-left' }), clear = clearAll(source);
  const trouble = element('p', { class: 'filter-trouble' });
  // The facet a reader is choosing in keeps the order of its rows until something else changes.
  let choosing: string | null = null;
  const filter = (facet: string, change: Parameters<typeof changed>[1]) => {
    choosing = facet;
    model.change({ filters: changed(model.now.filters, change) }, 'filters');
  };
  const text = createTextField(words => filter('text', { text: words }));
  const types = createTypeSection(chosen => {
    choosing = 'types';
    model.change({ types: chosen }, 'types');
  });
  const disputedBox = element('input', { type: 'checkbox' }), disputedCount = element('span', { class: 'filter-count' });
  disputedBox.addEventListener('change', () => filter('disputed', { disputed: disputedBox.checked }));
  const disputed = element('fieldset', { class: 'filter', 'data-facet': 'disputed' }, element('legend', { class: 'filter-title' }, say('Claims', 'الادعاءات')),
    element('label', { class: 'filter-row', title: say('Events with competing claims', 'أحداث فيها ادعاءات متنافسة') }, disputedBox, element('span', { class: 'filter-name' }, disputedWords()), disputedCount));
  const grades = createGradeSection(weakest => filter('grade', { grade: weakest }));
  const sections = LISTS.map(list => ({
    list,
    section: createSection(sectionWords(list), (key, on) => {
      const keys = model.now.filters?.[list] ?? [];
      filter(list, { [list]: on ? [...keys, key] : keys.filter(other => other !== key) });
    }),
  }));
  const lineage = createLineageSwitch(on => filter('actors', { lineage: on }));
  sections.find(({ list }) => list === 'actors')!.section.element.append(lineage.element);
  const root = element('div', { class: 'filter-panel' }, element('div', { class: 'filter-head' }, left, clear), trouble, text.element, types.element, grades.element, disputed, ...sections.map(({ section }) => section.element),
    element('p', { class: 'filter-note' }, say('Counts are of events in this view and window, by what the other filters leave.', 'الأعداد لأحداث هذا العرض وهذه النافذة، بحسب ما تبقيه عوامل التصفية الأخرى.')));

  let counted: FacetCounts | null = null, countedBy: FacetPack | null = null, counts = 0, asked = 0, visible = false;

  function draw(): void {
    const { now } = model, { data, facets } = source;
    set(clear, 'disabled', activeFilters(now, null).length === 0);
    text.show(now.filters?.text ?? null);
    disputedBox.checked = now.filters?.disputed ?? false;
    const known = counted;
    types.show(now.types, known && data ? type => known.types[data.events.types.indexOf(type)] ?? 0 : null);
    grades.show(now.filters?.grade ?? null, known?.grades ?? null);
    write(disputedCount, known ? figure(known.disputed) : '');
    for (const { list, section } of sections) {
      section.element.hidden = facets === null || known === null || countedBy !== facets;
      if (!section.element.hidden) section.show(facets![list], known![list], now.filters?.[list] ?? null, choosing === list);
    }
    lineage.show(now.filters, data?.index.lineages ?? [], facets?.actors ?? []);
    write(left, known === null ? source.state === 'failed' ? '' : say('Counting…', 'يجري العدّ…') : say(`${events(known.left)} left here`, `يبقى هنا: ${events(known.left)}`));
    tellTrouble();
  }

  function tellTrouble(): void {
    const { state } = source;
    if (trouble.dataset['state'] === state) return;
    trouble.dataset['state'] = state;
    trouble.hidden = state === 'right';
    trouble.replaceChildren();
    if (state === 'fetching') trouble.append(say('Fetching what the filters need…', 'يجري جلب ما تحتاجه عوامل التصفية…'));
    if (state !== 'failed') return;
    const again = element('button', { type: 'button', class: 'button' }, say('Try again', 'أعد المحاولة'));
    again.addEventListener('click', () => source.again());
    trouble.append(element('span', {}, say('What the filters need could not be fetched.', 'تعذّر جلب ما تحتاجه عوامل التصفية.')), again);
  }

  /** Behind the next picture, however often it is asked for: the map comes first. */
  function ask(): void {
    if (asked === 0) asked = requestAnimationFrame(() => setTimeout(() => {
      asked = 0;
      draw();
      count();
    }));
  }

  /** In slices, and only what is asked now: a newer question drops this one. */
  function count(): void {
    const mine = ++counts, { data, facets } = source;
    if (!visible || data === null || facets === null || source.state !== 'right') return;
    const run = counting(data.events, facets, model.now, source.bounds(), source.matching, data.index.lineages);
    const go = () => {
      if (mine !== counts) return;
      if (!run.go(SLICE)) { setTimeout(go); return; }
      counted = run.counts();
      countedBy = facets;
      draw();
    };
    go();
  }

  const stops = [
    model.listen(({ cause, settled }) => {
      if (!settled || !visible) return;
      if (cause !== 'filters' && cause !== 'types') choosing = null;
      ask();
    }),
    source.listen(() => { if (visible) ask(); }),
  ];
  const watch = new IntersectionObserver(entries => {
    const now = entries.some(entry => entry.isIntersecting);
    if (now === visible) return;
    visible = now;
    if (!visible) return;
    choosing = null;
    source.want();
    draw();
    count();
  });
  watch.observe(root);

  return {
    element: root,
    dispose() {
      counts++;
      cancelAnimationFrame(asked);
      watch.disconnect();
      text.dispose();
      for (const stop of stops) stop();
    },
  };
}

function sectionWords(list: typeof LISTS[number]) {
  switch (list) {
    case 'actors': return { id: list, title: say('Actor', 'الجهة'), narrow: say('Find an actor', 'ابحث عن جهة') };
    case 'sources': return { id: list, title: say('Source', 'المصدر'), narrow: say('Find a source', 'ابحث عن مصدر') };
    default: return { id: list, title: say('Governorate', 'المحافظة'), narrow: say('Find a governorate', 'ابحث عن محافظة') };
  }
}

// The figures of the holders' chart in words: for the line above it, for its slider, and as a table for screen readers.

import { holderNames, swatch } from '../layers/swatch.ts';
import { inOrder } from '../layers/kinds.ts';
import { CONTESTED, HOLDS, postures } from '../packs/control-pack.ts';
import type { HolderName } from '../contract.ts';
import { figure, say } from '../words.ts';
import { calendar, dayOf } from './days.ts';
import { element, write } from './element.ts';
import type { Measure } from './holders-picture.ts';
import type { Holdings } from './holdings.ts';
import { dayWords } from './words.ts';

/** Bands that are told together: each holder for itself, everything contested, everything joint. */
export interface Told {
  readonly words: string;
  readonly holders: readonly string[];
  readonly posture: string;
  readonly bands: readonly number[];
}

export function toldOf(holdings: Holdings, list: readonly HolderName[]): Told[] {
  const names = holderNames(list), by = new Map<string, number[]>();
  holdings.bands.forEach(({ posture, holders }, band) => {
    const key = posture === HOLDS ? holders[0]! : posture === CONTESTED ? ' contested' : ' joint';
    by.set(key, [...by.get(key) ?? [], band]);
  });
  return [...by].map(([key, bands]) => {
    const { posture, holders } = holdings.bands[bands[0]!]!;
    return {
      words: posture === HOLDS ? names.short(key) : posture === CONTESTED ? say('contested', 'متنازع عليها') : say('joint', 'مشتركة'),
      holders: [...holders].sort(inOrder), posture: postures[posture]!, bands,
    };
  });
}

/** What bands have on a day, places in the midst of a change with them; hectares or places. */
export function amount(holdings: Holdings, measure: Measure, day: number, bands: readonly number[]): number {
  const row = holdings.row(day);
  if (row < 0) return 0;
  const [sure, perhaps] = measure === 'area' ? [holdings.certainArea, holdings.perhapsArea] : [holdings.certain, holdings.perhaps];
  return bands.reduce((sum, band) => sum + sure[row * holdings.bands.length + band]! + perhaps[row * holdings.bands.length + band]!, 0);
}

const whole = (holdings: Holdings, measure: Measure) => measure === 'area' ? holdings.area : holdings.places;

export const amountWords = (value: number, measure: Measure) => figure(measure === 'area' ? Math.round(value / 100) : value);

/** What is measured, and of what. */
export function title(measure: Measure, of: Holdings['of'] = 'places'): string {
  if (of === 'zones') {
    return measure === 'area' ? say('Area of the series’ zones in this view, km²', 'مساحة مناطق السلسلة في هذا العرض، كم²') : say('Zones of the series in this view', 'مناطق السلسلة في هذا العرض');
  }
  return measure === 'area' ? say('Area held in this view, km²', 'المساحة المسيطر عليها في هذا العرض، كم²') : say('Places held in this view', 'الأماكن المسيطر عليها في هذا العرض');
}

/** What a reader of the figures of a series must know; null where there is nothing. */
export function caution(of: Holdings['of']): string | null {
  return of === 'zones' ? say('Where zones lie over each other, each of them counts.', 'حيث تتراكب المناطق تُحسب كلٌّ منها.') : null;
}

const unsaid = () => say('no claim', 'بلا ادعاء');

/** What nobody speaks of; of a series that cannot be told. */
const unsaidOf = (holdings: Holdings, measure: Measure, told: number) => holdings.of === 'zones' ? 0 : whole(holdings, measure) - told;

/** "9 October 2019: Government 61,200 km², SDF 31,050 km², no claim 4,300 km²" */
export function sentence(holdings: Holdings, told: readonly Told[], measure: Measure, day: number): string {
  const unit = measure === 'area' ? say(' km²', ' كم²') : '';
  const parts = told.map(({ words, bands }) => [words, amount(holdings, measure, day, bands)] as const).filter(([, value]) => value > 0);
  if (holdings.of === 'zones' && parts.length === 0) return `${dayWords(day)}${say(': ', ': ')}${say('no zone of the series in this view', 'لا منطقة من السلسلة في هذا العرض')}`;
  const left = unsaidOf(holdings, measure, parts.reduce((sum, [, value]) => sum + value, 0));
  if (left > 0) parts.push([unsaid(), left]);
  return `${dayWords(day)}${say(': ', ': ')}${parts.map(([words, value]) => `${words} ${amountWords(value, measure)}${unit}`).join(say(', ', '، '))}`;
}

/** The line above the chart: each holder's mark, name and figure of a day. Only numbers are written while time moves. */
export function createFigures(): { readonly root: HTMLElement; of(told: readonly Told[]): void; show(holdings: Holdings, measure: Measure, day: number): void } {
  const root = element('span', { class: 'time-holders-figures' });
  const blank = element('span', { class: 'map-swatch time-holders-blank' });
  let items: { readonly root: HTMLElement; readonly number: HTMLElement; readonly bands: readonly number[] | null }[] = [];
  return {
    root,
    of(told) {
      items = [...told.map(({ words, holders, posture, bands }) => ({ words, mark: swatch(holders, posture), bands })), { words: unsaid(), mark: blank, bands: null }].map(({ words, mark, bands }) => {
        const number = element('b', { class: 'time-holders-number' });
        return { root: element('span', { class: 'time-holders-figure' }, mark, element('span', { class: 'time-holders-name' }, words), number), number, bands };
      });
      root.replaceChildren(...items.map(item => item.root));
    },
    show(holdings, measure, day) {
      let sum = 0;
      for (const { root: item, number, bands } of items) {
        const value = bands === null ? unsaidOf(holdings, measure, sum) : amount(holdings, measure, day, bands);
        sum += value;
        if (item.hidden !== (value <= 0)) item.hidden = value <= 0;
        write(number, amountWords(Math.max(0, value), measure));
      }
    },
  };
}

/** The end of each year and the day shown, a row each: what the picture says, for those who do not see it. */
export function tableOf(holdings: Holdings, told: readonly Told[], measure: Measure, first: number, last: number, day: number): HTMLTableElement {
  const days = new Set<number>(), isZoned = holdings.of === 'zones', end = Math.min(last, holdings.last);
  for (let year = calendar(Math.max(first, isZoned ? holdings.first : holdings.last - holdings.rows + 2)).year; dayOf(year, 12, 31) <= end; year++) days.add(dayOf(year, 12, 31));
  days.add(end);
  if (day <= end) days.add(day);
  const cell = (value: number) => element('td', {}, amountWords(value, measure));
  const head = (words: string) => element('th', { scope: 'col' }, words);
  return element('table', { class: 'time-said', 'data-holders-table': true },
    element('caption', {}, [title(measure, holdings.of), caution(holdings.of)].filter(words => words !== null).join('. ')),
    element('thead', {}, element('tr', {}, head(say('Date', 'التاريخ')), ...told.map(({ words }) => head(words)), ...(isZoned ? [] : [head(unsaid())]))),
    element('tbody', {}, ...[...days].sort((a, b) => a - b).map(on => {
      const values = told.map(({ bands }) => amount(holdings, measure, on, bands)), sum = values.reduce((sum, value) => sum + value, 0);
      return element('tr', {}, element('th', { scope: 'row' }, dayWords(on)), ...values.map(cell), ...(isZoned ? [] : [cell(unsaidOf(holdings, measure, sum))]));
    })));
}

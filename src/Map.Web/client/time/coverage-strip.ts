// Under the axis, month by month: how many sources report on the part of the map in view. A month that nobody reports on is hatched, for silence is not peace.

import type { CoverageFile, MapBounds } from '../contract.ts';
import { FetchFailed } from '../packs/fetch.ts';
import { count, say } from '../words.ts';
import type { Axis } from './axis.ts';
import { calendar, dayOf } from './days.ts';
import { element, set } from './element.ts';
import { monthName } from './words.ts';

export interface CoverageStrip {
  readonly root: HTMLElement;
  /** Paints, and asks anew where the view or the data are others than those of the last answer; only at rest, for it is the server that counts. */
  show(state: { readonly axis: Axis; readonly bounds: MapBounds; readonly data: object | null; readonly day: number; readonly moving: boolean }): void;
  /** What is said of the month under the pointer or, while the strip has the focus, of the day's; null where neither is. */
  readonly told: string | null;
  recolour(): void;
  dispose(): void;
}

export type AskCoverage = (bounds: MapBounds, signal: AbortSignal) => Promise<CoverageFile>;

/** A zoom is many views: asked when none has come for so long. */
const REST = 250;

/** From so many sources on a month is as dark as it gets. */
const STEPS: readonly (readonly [number, number])[] = [[1, 0.22], [2, 0.38], [4, 0.58], [8, 0.85]];

export function createCoverageStrip(asked: AskCoverage, ask: () => void): CoverageStrip {
  const canvas = element('canvas', { 'aria-hidden': 'true' });
  const root = element('div', { class: 'time-coverage', role: 'img', tabindex: 0, 'data-coverage': true }, canvas), context = canvas.getContext('2d')!;
  let file: CoverageFile | null = null, of = '', dataOf: object | null = null, timer = 0, gone = new AbortController(), failed = false;
  let painted = '', ink = '', line = '', axis: Axis | null = null, day = 0, hovered: number | null = null;

  async function fetchNow(bounds: MapBounds): Promise<void> {
    gone.abort();
    gone = new AbortController();
    const { signal } = gone;
    try {
      file = await asked(bounds, signal);
      failed = false;
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof FetchFailed)) throw error;
      // What came last stays, and says that it is of another view.
      failed = true;
    }
    painted = '';
    ask();
  }

  const index = (month: string) => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7)) - 1;
  const monthOf = (at: number) => { const { year, month } = calendar(at); return year * 12 + month - 1; };
  const firstOf = (month: number) => dayOf(Math.floor(month / 12), month % 12 + 1, 1);

  function words(month: number): string {
    const name = `${monthName(month % 12 + 1)} ${Math.floor(month / 12)}${say(': ', ': ')}`, place = file?.from ? month - index(file.from) : -1;
    const many = file?.counts[place] ?? 0, names = file?.names[place] ?? [];
    const sources = count(many,
      { zero: 'no source reported here in this month: silence is not peace', one: '1 source reports here', other: '# sources report here' },
      { zero: 'لم يبلّغ أي مصدر عن هذا المكان في هذا الشهر: الصمت ليس سلاماً', one: 'مصدر واحد يبلّغ عن هذا المكان', two: 'مصدران يبلّغان عن هذا المكان', few: '# مصادر تبلّغ عن هذا المكان', many: '# مصدراً يبلّغ عن هذا المكان', other: '# مصدر يبلّغ عن هذا المكان' });
    const list = names.length === 0 ? '' : `${say(': ', ': ')}${names.join(say(', ', '، '))}${many > names.length ? say(' and others', ' وغيرها') : ''}`;
    return `${name}${sources}${list}${failed ? say(' (of an earlier view: no connection)', ' (لعرض سابق: لا اتصال)') : ''}`;
  }

  function paint(): void {
    const scale = Math.max(1, devicePixelRatio || 1), wide = Math.round(axis!.width * scale), high = Math.round(8 * scale), key = [axis!.left, axis!.right, wide, scale].join();
    if (key === painted) return;
    painted = key;
    canvas.width = wide;
    canvas.height = high;
    if (file === null) return;
    if (ink === '') {
      const style = getComputedStyle(root);
      ink = style.getPropertyValue('--text').trim();
      line = style.getPropertyValue('--control').trim();
    }
    const first = file.from === null ? 0 : index(file.from);
    for (let month = monthOf(Math.floor(axis!.left)); firstOf(month) < axis!.right; month++) {
      const from = Math.round(axis!.x(firstOf(month)) * scale), to = Math.round(axis!.x(firstOf(month + 1)) * scale), many = file.from === null ? 0 : file.counts[month - first] ?? 0;
      const gap = to - from > 4 * scale ? Math.round(scale) : 0;
      if (many > 0) {
        context.globalAlpha = STEPS.filter(([least]) => many >= least).at(-1)![1];
        context.fillStyle = ink;
        context.fillRect(from, 0, to - from - gap, high);
        continue;
      }
      context.globalAlpha = 0.8;
      context.strokeStyle = line;
      context.lineWidth = scale;
      context.save();
      context.beginPath();
      context.rect(from, 0, to - from, high);
      context.clip();
      context.beginPath();
      for (let x = Math.floor((from - high) / (4 * scale)) * 4 * scale; x < to; x += 4 * scale) { context.moveTo(x, high); context.lineTo(x + high, 0); }
      context.stroke();
      context.restore();
    }
    context.globalAlpha = 1;
  }

  root.addEventListener('pointermove', event => { hovered = event.offsetX; ask(); });
  root.addEventListener('pointerdown', event => { hovered = event.offsetX; ask(); });
  root.addEventListener('pointerleave', event => { if (event.pointerType !== 'mouse') return; hovered = null; ask(); });
  for (const sign of ['focus', 'blur'] as const) root.addEventListener(sign, () => { if (sign === 'blur') hovered = null; ask(); });

  return {
    root,
    get told() {
      if (file === null || axis === null) return null;
      if (hovered !== null) return words(monthOf(Math.floor(axis.at(Math.max(0, Math.min(axis.width - 0.01, hovered))))));
      return root.matches(':focus-visible') ? words(monthOf(day)) : null;
    },
    show(state) {
      axis = state.axis;
      day = state.day;
      const { bounds } = state, rounded = { south: Math.floor(bounds.south * 100) / 100, west: Math.floor(bounds.west * 100) / 100, north: Math.ceil(bounds.north * 100) / 100, east: Math.ceil(bounds.east * 100) / 100 };
      const key = [rounded.south, rounded.west, rounded.north, rounded.east].join();
      if (!state.moving && state.data !== null && (key !== of || state.data !== dataOf)) {
        of = key;
        dataOf = state.data;
        clearTimeout(timer);
        timer = window.setTimeout(() => void fetchNow(rounded), file === null ? 0 : REST);
      }
      paint();
      // Tests read it.
      set(root, 'data-months', file?.counts.length);
      set(root, 'aria-label', file === null ? say('Sources that report here', 'المصادر التي تبلّغ عن هذا المكان') : words(monthOf(day)));
    },
    recolour() { ink = painted = ''; },
    dispose() {
      clearTimeout(timer);
      gone.abort();
    },
  };
}

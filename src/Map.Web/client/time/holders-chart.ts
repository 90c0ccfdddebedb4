// Under the bars, on their axis: how much ground, or how many places, each holder had in what is in view; where a series of zones is shown, by that and of its
// zones. A press or a drag goes to the date.

import type { HolderName, MapBounds } from '../contract.ts';
import { keep } from '../kept.ts';
import type { ControlPack } from '../packs/control-pack.ts';
import { say } from '../words.ts';
import type { SeriesShown } from '../zones/changes.ts';
import type { Axis } from './axis.ts';
import { createCoverageStrip, type AskCoverage } from './coverage-strip.ts';
import { element, icon, set, write } from './element.ts';
import { CHART, chartChoice, type ChartChoice } from './holders-choice.ts';
import { caution, createFigures, sentence, tableOf, title, toldOf, type Told } from './holders-figures.ts';
import { createHoldersPicture } from './holders-picture.ts';
import { createHoldingsInView, createZonesInView } from './holdings-in-view.ts';
import type { Holdings } from './holdings.ts';
import { createSlider, type Dragged } from './slider.ts';
import { dayWords } from './words.ts';

export interface HoldersChart {
  readonly root: HTMLElement;
  /** Chooses between ground, places and no chart. */
  readonly menu: HTMLElement;
  show(state: HoldersState): void;
  recolour(): void;
  dispose(): void;
}

export interface HoldersState {
  readonly control: ControlPack | null;
  /** The series of zones that stands in the place of the derived layer; none of its pack where it is not published. */
  readonly zones: SeriesShown | 'unpublished' | null;
  /** Another object whenever the data are others. */
  readonly data: object | null;
  readonly names: readonly HolderName[];
  readonly bounds: MapBounds;
  readonly day: number;
  readonly firstDay: number;
  readonly lastDay: number;
  /** A finger is down, or the clock runs. */
  readonly moving: boolean;
}

/** From this height of the page on the chart is there unless it was put away; the style sheet says the same. */
const ROOM = '(min-height: 800px)';

/** While time moves the figures follow at most so often: a number that flickers cannot be read. The table waits until all is quiet. */
const PAUSE = 150, QUIET = 500;

export function createHoldersChart(axis: Axis, hand: Dragged, coverage: AskCoverage, ask: () => void): HoldersChart {
  const canvas = element('canvas', { class: 'time-holders-canvas', 'aria-hidden': 'true' });
  const line = element('div', { class: 'time-holders-line' }), pointer = element('div', { class: 'time-holders-pointer', hidden: true });
  const track = element('div', { class: 'time-holders-track', role: 'slider', tabindex: 0, 'data-holders-track': true, 'aria-orientation': 'horizontal' }, canvas, pointer, line);
  const words = element('span', { class: 'time-holders-title' }), unit = element('span', { class: 'time-holders-unit' }), figures = createFigures(), said = element('div', { class: 'time-said' });
  const strip = createCoverageStrip(coverage, ask), told = element('span', { class: 'time-holders-told', dir: 'auto', hidden: true });
  const root = element('div', { class: 'time-holders', 'data-holders-chart': true }, strip.root, element('p', { class: 'time-holders-head', 'aria-hidden': 'true' }, words, unit, figures.root, told), track, said);
  const picture = createHoldersPicture(canvas), byClaims = createHoldingsInView(ask), byZones = createZonesInView(ask);
  const stopSlider = createSlider(track, element('div'), axis, hand, false);
  const roomy = matchMedia(ROOM), page = document.documentElement;

  const places = element('option', { value: 'places' }), choice = (value: ChartChoice, text: string) => element('option', { value }, text);
  const label = say('Chart of who held how much', 'مخطط من سيطر على كم');
  const select = element('select', { 'aria-label': label, title: label, 'data-holders-menu': true }, choice('area', say('Area held', 'المساحة')), places, choice('off', say('No chart', 'بلا مخطط')));
  const menu = element('span', { class: 'time-zoom-button time-holders-menu' }, icon('M3 16.5h14', 'M3 12.5l5-4 4 3 5-5.5', 'M3 16.5v-4M17 16.5V6'), select);
  select.addEventListener('change', () => {
    const choice = chartChoice(select.value)!;
    page.dataset['chart'] = choice;
    keep(CHART, choice);
    ask();
  });
  roomy.addEventListener('change', ask);

  let hovered: number | null = null, groups: readonly Told[] = [], toldFor: Holdings | null = null, namesFor: readonly HolderName[] | null = null;
  let state: HoldersState | null = null, wroteAt = -Infinity, owed = 0, quiet = 0, written = '', canvasHigh = 0;

  const size = new ResizeObserver(entries => {
    canvasHigh = entries[entries.length - 1]!.contentRect.height;
    ask();
  });
  size.observe(track);
  track.addEventListener('pointermove', event => {
    hovered = event.pointerType === 'mouse' && event.buttons === 0 ? event.offsetX : null;
    ask();
  });
  track.addEventListener('pointerleave', () => { hovered = null; ask(); });

  const chosen = (): ChartChoice => chartChoice(page.dataset['chart'] ?? null) ?? (roomy.matches ? 'area' : 'off');

  function writeFigures(holdings: Holdings, measure: 'area' | 'places', at: number): void {
    wroteAt = performance.now();
    write(unit, measure === 'area' ? say('km²', 'كم²') : holdings.of === 'zones' ? say('zones', 'مناطق') : say('places', 'أماكن'));
    write(words, hovered === null ? title(measure, holdings.of) : dayWords(at));
    figures.show(holdings, measure, at);
    set(track, 'aria-valuetext', sentence(holdings, groups, measure, state!.day));
  }

  /** When all is quiet the table says what the picture says. */
  function tell(holdings: Holdings, measure: 'area' | 'places'): void {
    const key = [measure, state!.day].join();
    clearTimeout(quiet);
    if (key === written && said.childElementCount > 0) return;
    quiet = window.setTimeout(() => {
      written = key;
      said.replaceChildren(tableOf(holdings, groups, measure, state!.firstDay, state!.lastDay, state!.day));
    }, QUIET);
  }

  return {
    root, menu,
    show(next) {
      state = next;
      const choice = chosen();
      if (select.value !== choice) select.value = choice;
      // Put away, the chart leaves the strip: silence must not be read as peace for want of room.
      set(root, 'data-away', choice === 'off');
      set(menu, 'data-on', choice !== 'off');
      if (next.control === null) return;
      strip.show({ axis, bounds: next.bounds, data: next.data, day: next.day, moving: next.moving });
      const coverageSays = strip.told;
      write(told, coverageSays ?? '');
      set(root, 'data-told', coverageSays !== null);
      set(told, 'hidden', coverageSays === null);
      if (choice === 'off') return;
      const { zones } = next, { day } = next, placesWords = zones ? say('Zones held', 'المناطق') : say('Places held', 'الأماكن');
      if (places.textContent !== placesWords) places.textContent = placesWords;
      set(root, 'data-silent', zones === 'unpublished');
      if (zones === 'unpublished') {
        picture.paint(null, choice, axis, canvasHigh);
        write(words, say('This series of zones is not published.', 'سلسلة المناطق هذه غير منشورة.'));
        set(track, 'aria-valuetext', words.textContent);
        clearTimeout(owed);
        return;
      }
      if (zones) byZones.ask(zones, next.bounds); else byClaims.ask(next.control, next.bounds);
      const inView = zones ? byZones : byClaims, holdings = inView.now;
      picture.paint(holdings, choice, axis, canvasHigh);

      const x = axis.x(hand.lineOf(day)), isIn = x >= -1 && x <= axis.width + 2;
      set(line, 'hidden', !isIn);
      if (isIn) line.style.transform = `translateX(${x.toFixed(1)}px)`;
      set(pointer, 'hidden', hovered === null);
      if (hovered !== null) pointer.style.transform = `translateX(${hovered}px)`;
      set(track, 'aria-valuemin', next.firstDay);
      set(track, 'aria-valuemax', next.lastDay);
      set(track, 'aria-valuenow', day);
      const of = zones ? 'zones' : 'places';
      set(track, 'aria-label', title(choice, of));
      set(track, 'title', caution(of));
      // Tests read it.
      set(track, 'data-counted', inView.busy ? null : holdings?.places);
      if (holdings === null) return;
      if (holdings !== toldFor || next.names !== namesFor) {
        groups = toldOf(holdings, next.names);
        toldFor = holdings;
        namesFor = next.names;
        written = '';
        figures.of(groups);
      }
      const at = hovered === null ? day : Math.floor(axis.at(Math.max(0, Math.min(axis.width - 0.01, hovered))));
      clearTimeout(owed);
      const wait = next.moving ? PAUSE - (performance.now() - wroteAt) : 0;
      if (wait <= 0) writeFigures(holdings, choice, at);
      else owed = window.setTimeout(() => writeFigures(holdings, choice, at), wait);
      tell(holdings, choice);
    },
    recolour() {
      picture.recolour();
      strip.recolour();
    },
    dispose() {
      stopSlider();
      byClaims.dispose();
      byZones.dispose();
      strip.dispose();
      size.disconnect();
      roomy.removeEventListener('change', ask);
      clearTimeout(owed);
      clearTimeout(quiet);
    },
  };
}

// The one legend: what is in view on the date, in a fixed order. A holder's row shows that holder alone.

import { HOLDS, postures, type ControlPack } from '../packs/index.ts';
import { shortDay } from '../time/words.ts';
import { count, figure, say } from '../words.ts';
import { button, element, icon, icons } from './dom.ts';
import type { Held } from './held.ts';
import { inOrder, kindsOf, type Kinds } from './kinds.ts';
import type { Mark } from './events.ts';
import type { Frame } from './layer.ts';
import { holderNames, swatch, type HolderNames } from './swatch.ts';
import { symbolElement, typeWord } from './symbols.ts';
import { turningAmong, turningRows, type Turning } from './turning.ts';
import { layerWords, zonesShown } from './zone-legend.ts';
import { seriesOf } from '../zones/standing.ts';
import { isZoned } from './zones.ts';
import { offsetOf, pixelX, pixelY, worldSize, type View } from './view.ts';

export interface Legend {
  readonly element: HTMLElement;
  show(frame: Frame, held: Held, marks: readonly Mark[]): void;
  dispose(): void;
}

/** While time moves the legend follows at most so often: a count that flickers cannot be read. */
const PAUSE = 150;

/** Frames that may go by without room for it between two of them. */
const PUT_OFF = 9;

/** Of the map's height, left free above and below an open legend. */
const LEFT_FREE = 88;

/** Contested and joint rows, those of most places first; the map itself shows all. */
const MOST_SHARED = 4;

/** What the legend says, before it is put in words. */
export interface InView {
  /** Holder id and the number of places held alone. */
  readonly holders: [string, number][];
  /** Contested and joint sets of holders, and the number of their places. */
  readonly shared: { posture: string; holders: string[]; places: number }[];
  readonly fronts: boolean;
  /** Steps of age in view, the youngest first. */
  readonly ages: readonly number[];
  /** Of a series: some zone may not stand yet, or any more. */
  readonly uncertain: boolean;
  /** Of the derived layer: what may have changed already. */
  readonly turning: readonly Turning[];
}

export function createLegend(root: HTMLElement, single: (holder: string | null) => void): Legend {
  const title = element('span', 'map-legend-title', say('Who held what', 'من سيطر على ماذا'));
  const date = element('p', 'map-legend-date'), layer = element('p', 'map-legend-layer');
  const unit = element('span', 'map-legend-unit', say('places', 'أماكن'));
  layer.dir = 'auto';
  const chips = element('span', 'map-legend-chips');
  const toggle = button('map-legend-toggle', () => fold(!box.classList.contains('is-open')), chips, element('span', '', say('Legend', 'المفتاح')), icon(icons.down));
  const body = element('div', 'map-legend-body');
  const close = button('map-legend-close', () => fold(false), icon(icons.close));
  close.setAttribute('aria-label', say('Close the legend', 'أغلق المفتاح'));
  const head = element('div', 'map-legend-head', title, unit, close);
  const card = element('div', 'map-legend-card', head, date, layer, body);
  card.id = `map-legend-${++made}`;
  toggle.setAttribute('aria-controls', card.id);
  const box = element('section', 'map-legend', toggle, card);
  box.setAttribute('aria-label', say('Legend', 'مفتاح الخريطة'));
  root.append(box);
  fold(false);

  let said = '', fitted = '', fittedIn = 0, only: string | null = null, drawn = 0, owed = 0, putOff = 0;

  function fold(open: boolean): void {
    box.classList.toggle('is-open', open);
    toggle.setAttribute('aria-expanded', String(open));
  }

  function render(frame: Frame, held: Held, marks: readonly Mark[]): void {
    drawn = performance.now();
    putOff = 0;
    const { data, shown } = frame;
    const control = shown.layers.includes('control');
    const zoned = isZoned(frame) && data.zones ? zonesShown(data.zones, seriesOf(data.zones, shown.series), shown.day) : null;
    const view: InView = zoned ? { ...zoned, fronts: false, ages: [], turning: [] } : control && shown.series === null ? inView(frame, held) : { holders: [], shared: [], fronts: false, ages: [], uncertain: false, turning: [] };
    const types = typesIn(frame, marks);
    const perhaps = marks.some(mark => mark.possible > 0);
    const beyond = control && shown.series === null && shown.day > data.control.to;
    const key = JSON.stringify([view, types, perhaps, beyond, only, shown.day, control, shown.series, zoned?.broken, data.index.version]);
    if (key === said) return;
    said = key;
    const names = holderNames(data.index.holders);
    date.textContent = shortDay(shown.day, true);
    layer.textContent = control ? layerWords(frame) : '';
    unit.textContent = shown.series === null ? say('places', 'أماكن') : say('zones', 'مناطق');
    chips.replaceChildren(...view.holders.slice(0, 5).map(([id]) => swatch([id], 'holds')));
    body.replaceChildren(
      ...view.holders.map(([id, places]) => holderRow(id, places, names)),
      ...view.shared.slice(0, MOST_SHARED).map(({ posture, holders }) => row(swatch(holders, posture), sharedWords(posture, holders, names))),
      ...moreShared(view.shared.length - MOST_SHARED),
      ...(!control ? [] : shown.series === null ? notes(view, data.control, beyond, names) : zoneNotes(view, zoned?.broken ?? false)),
      ...symbols(types, perhaps),
    );
  }

  /** A legend that would fill the map's side is its title alone, until it is asked for. */
  function fit(): void {
    box.classList.remove('is-folded');
    box.classList.toggle('is-folded', card.scrollHeight > root.clientHeight - LEFT_FREE);
  }

  function holderRow(id: string, places: number, names: HolderNames): HTMLElement {
    const made = button('map-legend-row', () => {
      only = only === id ? null : id;
      said = '';
      single(only);
    }, swatch([id], 'holds'), element('span', 'map-legend-name', names.short(id)), element('span', 'map-legend-count', figure(places)));
    made.setAttribute('aria-pressed', String(only === id));
    made.title = only === id ? say('Show all holders', 'أظهر جميع الأطراف') : say(`Show ${names.full(id)} alone`, `أظهر ${names.full(id)} وحدها`);
    return made;
  }

  return {
    element: box,
    show(frame, held, marks) {
      clearTimeout(owed);
      // While time moves it is written between two frames, or, where none leaves it the time, in one.
      const wait = PAUSE - (performance.now() - drawn), now = frame.settled || drawn === 0 || wait <= 0 && ++putOff > PUT_OFF;
      if (now) render(frame, held, marks);
      else owed = window.setTimeout(() => render(frame, held, marks), Math.max(0, wait));
      if (frame.settled && (said !== fitted || root.clientHeight !== fittedIn)) {
        fit();
        fitted = said;
        fittedIn = root.clientHeight;
      }
    },
    dispose() {
      clearTimeout(owed);
      box.remove();
    },
  };
}

let made = 0;

function row(mark: Element, words: string): HTMLElement {
  return element('div', 'map-legend-row', mark, element('span', 'map-legend-name', words));
}

function sharedWords(posture: string, holders: readonly string[], names: HolderNames): string {
  const list = holders.map(names.short).join(say(' and ', ' و'));
  return posture === 'contested' ? say(`Contested: ${list}`, `متنازع عليها: ${list}`) : say(`Joint: ${list}`, `مشتركة: ${list}`);
}

function moreShared(left: number): HTMLElement[] {
  return left <= 0 ? [] : [element('p', 'map-legend-note', count(left,
    { one: 'and 1 more, named on a click', other: 'and # more, named on a click' },
    { one: 'وحالة أخرى تُسمّى بالنقر', two: 'وحالتان أخريان تُسمّيان بالنقر', few: 'و# حالات أخرى تُسمّى بالنقر', many: 'و# حالة أخرى تُسمّى بالنقر', other: 'و# حالة أخرى تُسمّى بالنقر' }))];
}

function notes(view: InView, { radius, ages }: ControlPack, beyond: boolean, names: HolderNames): HTMLElement[] {
  const lines: HTMLElement[] = [element('hr', '')];
  if (view.fronts) lines.push(row(element('span', 'map-legend-front'), say('Front line', 'خط تماس')));
  if (view.ages.length > 0) lines.push(row(element('span', 'map-legend-ages', ...view.ages.map(age => element('span', `map-swatch map-swatch-age-${age}`))), ageWords(view.ages.map(age => ages[age - 1]!))));
  lines.push(...turningRows(view.turning, names));
  const distance = figure(Math.round(radius / 1000));
  lines.push(element('p', 'map-legend-note', beyond
    ? say('No claim reaches this date: nothing is carried on.', 'لا ادعاء يبلغ هذا التاريخ، ولا يُمدّ ما قبله.')
    : say(`Blank: no claim within ${distance} km`, `فارغ: لا ادعاء ضمن ${distance} كم`)));
  return lines;
}

/** "Last claim over 2 or 5 years old": the steps in view, in their order. */
export function ageWords(ages: readonly number[]): string {
  const years = ages.map(days => Math.round(days / 365.25)), last = years[years.length - 1]!;
  const list = [years.slice(0, -1).map(figure).join(say(', ', '، ')), figure(last)].filter(part => part !== '').join(say(' or ', ' أو '));
  return say(`Last claim over ${list} ${last === 1 ? 'year' : 'years'} old`,
    years.length === 1 && last === 1 ? 'آخر ادعاء أقدم من سنة' : years.length === 1 && last === 2 ? 'آخر ادعاء أقدم من سنتين' : `آخر ادعاء أقدم من ${list} سنوات`);
}

function zoneNotes({ holders, shared, uncertain }: InView, broken: boolean): HTMLElement[] {
  const lines: HTMLElement[] = [element('hr', '')];
  if (uncertain) lines.push(row(element('span', 'map-swatch map-swatch-split'), say('Begins or ends on an unknown day', 'تبدأ أو تنتهي في يوم غير معروف')));
  if (broken) lines.push(row(element('span', 'map-legend-break'), say('Break: another source or method, no movement', 'انقطاع: مصدر آخر أو طريقة أخرى، لا تحرّك')));
  lines.push(element('p', 'map-legend-note', holders.length + shared.length === 0
    ? say('The series says nothing of this date.', 'لا تقول السلسلة شيئاً عن هذا التاريخ.') : say('Blank: nothing said by this series', 'فارغ: لا تقول هذه السلسلة شيئاً')));
  return lines;
}

function symbols(types: readonly string[], perhaps: boolean): HTMLElement[] {
  if (types.length === 0 && !perhaps) return [];
  const list = element('div', 'map-legend-symbols', ...types.map(type => element('div', 'map-legend-symbol', symbolElement(type), typeWord(type))));
  if (perhaps) list.append(element('div', 'map-legend-symbol is-wide', symbolElement(types[0] ?? 'clash', true), say('Only possibly in window', 'محتمل ضمن النافذة فقط')));
  return [element('hr', ''), list];
}

/** Types of the single events on screen, by their fixed order in the pack. */
function typesIn(frame: Frame, marks: readonly Mark[]): string[] {
  const { events } = frame.data;
  const found = new Set<number>();
  for (const mark of marks) if (mark.row >= 0 && onScreen(frame, mark.x, mark.y)) found.add(events.type[mark.row]!);
  return [...found].sort((a, b) => a - b).map(type => events.types[type]!);
}

function onScreen({ view }: Frame, x: number, y: number): boolean {
  return x >= view.marginX && y >= view.marginY && x <= view.width - view.marginX && y <= view.height - view.marginY;
}

/** Who holds the places on screen. */
export function inView(frame: Frame, held: Held): InView {
  const pack = frame.data.control, kinds = kindsOf(pack), screen = onScreenOf(frame);
  const places = new Int32Array(kinds.all.length), ages = new Set<number>();
  for (const cell of screen.cells) {
    const holding = held.holding[cell]!;
    if (holding < 0) continue;
    places[kinds.of[holding]!]!++;
    if (held.age[cell]! > 0) ages.add(held.age[cell]!);
  }
  const holders: [string, number][] = [], shared: InView['shared'] = [];
  kinds.all.forEach(({ posture, holders: ids }, kind) => {
    if (places[kind] === 0) return;
    if (posture === HOLDS) holders.push([ids[0]!, places[kind]!]);
    else shared.push({ posture: postures[posture]!, holders: [...ids], places: places[kind]! });
  });
  return {
    holders: holders.sort(([a], [b]) => inOrder(a, b)),
    shared: shared.sort((a, b) => b.places - a.places || inOrder(a.holders[0]!, b.holders[0]!)),
    fronts: frontsAmong(pack, kinds, held, screen.seen), ages: [...ages].sort((a, b) => a - b), uncertain: false, turning: turningAmong(kinds, held, screen.cells),
  };
}

function frontsAmong(pack: ControlPack, kinds: Kinds, held: Held, seen: Uint8Array): boolean {
  for (let edge = 0; edge < pack.edges; edge++) {
    const a = pack.edgeA[edge]!, b = pack.edgeB[edge]!, one = held.holding[a]!, other = held.holding[b]!;
    if (one >= 0 && other >= 0 && kinds.of[one] !== kinds.of[other] && (seen[a] || seen[b]) && !pack.edgeOnBorder[edge]) return true;
  }
  return false;
}

interface OnScreen { readonly view: View; readonly pack: ControlPack; readonly cells: readonly number[]; readonly seen: Uint8Array }

let looked: OnScreen | null = null;

/** The cells whose place is on screen; while time moves they stay the same. */
function onScreenOf(frame: Frame): OnScreen {
  const { view, data: { control: pack } } = frame;
  if (looked?.view === view && looked.pack === pack) return looked;
  const size = worldSize(view.zoom), offset = offsetOf(view), cells: number[] = [], seen = new Uint8Array(pack.cells);
  for (let cell = 0; cell < pack.cells; cell++)
    if (onScreen(frame, pixelX(pack.lng[cell]!, size) + offset.x, pixelY(pack.lat[cell]!, size) + offset.y)) {
      cells.push(cell);
      seen[cell] = 1;
    }
  return looked = { view, pack, cells, seen };
}

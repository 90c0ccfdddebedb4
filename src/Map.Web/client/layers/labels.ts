// Names on the map, in the reader's language. They stay while time moves; only holders' names follow it, once it rests.

import { CITY, COUNTRY, REGION, SEA_NAME, SEAT, VILLAGE, WATER, type LabelPack } from '../packs/index.ts';
import { language } from '../words.ts';
import type { Spot } from './chosen.ts';
import type { HeldCells } from './held.ts';
import { onLand } from './hit.ts';
import type { Frame, MapData } from './layer.ts';
import { isNamed, namesHolders } from './look.ts';
import { createTaken, placeLabel, type Taken } from './placing.ts';
import { holderLabels, sample } from './regions.ts';
import { holderNames } from './swatch.ts';
import { contextOf, offPage, offsetOf, pixelX, pixelY, plain, worldSize, type Box } from './view.ts';

const FACE = '"IBM Plex Sans Condensed", "IBM Plex Sans Arabic", "Arial Narrow", sans-serif';

/** Names between two looks at the clock. */
const SLICE = 24;

/** Halo under a name, and under a holder's. */
const HALO = 3.2, HOLDER_HALO = 4.2;

/** What is written for one row of the pack at a zoom. */
interface Written {
  readonly row: number;
  readonly text: string;
  readonly second: string | null;
  readonly font: string;
  readonly height: number;
  readonly dot: number;
  /** Radius of what is drawn round the dot besides. */
  readonly ring?: number;
  /** Cities and seats are named even under a disc, beside it. */
  readonly important: boolean;
  readonly spaced: boolean;
  readonly colour: 'label' | 'label2' | 'labelWater';
}

export interface Labels {
  /** As large as the view. */
  readonly canvas: HTMLCanvasElement;
  /** True where the names were placed anew. */
  show(frame: Frame): boolean;
  /** Places and writes them piece by piece, for a picture that is shown later. */
  ahead(frame: Frame): Generator<void>;
}

/** Widths of what was ever written, by font and words. */
const widths = new Map<string, number>();

export function createLabels(heldOn: (frame: Frame) => HeldCells, chosenSpot: () => Spot | null): Labels {
  const canvas = document.createElement('canvas'), context = contextOf(canvas);
  let last: Frame | null = null, version = -1, marked = -1, chosen: Spot | null = null;
  let written: Written[] = [], writtenFor: LabelPack | null = null, zoom = NaN;
  const slots = new Map<number, number>();
  let isAhead = false;

  function width(text: string, font: string, spaced = false): number {
    const key = `${font}${spaced}${text}`;
    let found = widths.get(key);
    if (found === undefined) {
      context.font = font;
      widths.set(key, found = context.measureText(text).width + (spaced ? text.length * 2.2 : 0));
    }
    return found;
  }

  function words({ data, view }: Frame): void {
    if (writtenFor === data.labels && zoom === view.zoom) return;
    slots.clear();
    written = write(data, zoom = view.zoom);
    writtenFor = data.labels;
  }

  return {
    canvas,
    *ahead(frame) {
      words(frame);
      yield;
      yield* placed(frame);
      isAhead = true;
    },
    show(frame) {
      const { view, data, palette, shown } = frame;
      const held = heldOn(frame);
      const newLook = !last || last.view !== view || last.palette !== palette || last.shown.layers !== shown.layers || last.data !== data
        || last.reserved !== frame.reserved || chosen !== chosenSpot();
      const newTime = held.version !== version || data.happening.version !== marked;
      if (!newLook && !(newTime && frame.settled)) return false;
      words(frame);
      // Names placed ahead kept away from the legend of the view before: where they stood then binds nobody.
      if (isAhead && last?.reserved !== frame.reserved) slots.clear();
      isAhead = false;
      for (const work = placed(frame); !work.next().done;);
      return true;
    },
  };

  function* placed(frame: Frame): Generator<void> {
    const { view, data, palette, shown } = frame, held = heldOn(frame);
    if (last?.view !== view) offPage(view, canvas);
    last = frame;
    chosen = chosenSpot();
    version = held.version;
    marked = data.happening.version;
    const pack = data.labels, size = worldSize(view.zoom), offset = offsetOf(view);
    plain(context, view);
    context.clearRect(0, 0, view.width, view.height);
    context.textBaseline = 'alphabetic';
    context.lineJoin = 'round';
    const taken = createTaken();
    for (const box of frame.reserved) taken.take(box);
    const marks = shown.layers.includes('events') ? frame.marks.boxes() : [];
    for (const box of marks) taken.take(box);

    if (shown.layers.includes('control') && shown.layers.includes('places') && namesHolders()) {
      sample(data.control, view);
      yield;
      nameHolders(frame, held, taken);
      yield;
    }
    if (!shown.layers.includes('places')) return;
    const dots: [number, number, number][] = [];
    const first = chosen && chosenPlace(data, chosen, written);
    let named = 0;
    for (const entry of first ? [first, ...written.filter(other => other.row !== first.row)] : written) {
      const x = pixelX(pack.lng[entry.row]!, size) + offset.x, y = pixelY(pack.lat[entry.row]!, size) + offset.y;
      if (x < -80 || y < -40 || x > view.width + 80 || y > view.height + 40) continue;
      if (entry.dot === 0) nameArea(entry, x, y, taken);
      else namePlace(entry, x, y, marks, taken, dots);
      if (++named % SLICE === 0) yield;
    }
    context.lineWidth = 1.4;
    context.strokeStyle = palette.label;
    context.fillStyle = palette.halo;
    for (const [x, y, radius] of dots) {
      context.beginPath();
      context.arc(x, y, radius, 0, 7);
      context.fill();
      context.stroke();
    }
  }

  /** A country, a sea or a lake: the name stands whole on its middle or not at all. */
  function nameArea(entry: Written, x: number, y: number, taken: Taken): void {
    const text = width(entry.text, entry.font, entry.spaced);
    const { view } = last!;
    const box = { x: x - text / 2, y: y - entry.height / 2, width: text, height: entry.height };
    const cut = box.x < view.marginX + 4 && box.x + text > view.marginX || box.x < view.width - view.marginX && box.x + text > view.width - view.marginX - 4;
    if (cut || !taken.free(box, 1.5)) return;
    taken.take(box);
    paint(entry.text, entry.font, last!.palette[entry.colour], box, HALO, entry.spaced);
  }

  function namePlace(entry: Written, x: number, y: number, marks: readonly Box[], taken: Taken, dots: [number, number, number][]): void {
    const under = marks.find(mark => x > mark.x - 2 && x < mark.x + mark.width + 2 && y > mark.y - 2 && y < mark.y + mark.height + 2);
    if (under && !entry.important) return;
    const text = width(entry.text, entry.font), second = entry.second ? width(entry.second, `500 12px ${FACE}`) : 0;
    const spot = under ? { x: under.x + under.width / 2, y: under.y + under.height / 2, radius: under.width / 2 } : { x, y, radius: entry.ring ?? entry.dot };
    const dot = { x: x - entry.dot, y: y - entry.dot, width: entry.dot * 2, height: entry.dot * 2 };
    if (!under && !taken.free(dot, 0)) return;
    const found = placeLabel(taken, spot.x, spot.y, spot.radius, Math.max(text, second), entry.height + (second ? 13 : 0), slots.get(entry.row));
    if (!found) return;
    slots.set(entry.row, found.slot);
    taken.take(found.box);
    if (!under) {
      taken.take(dot);
      dots.push([x, y, entry.dot]);
    }
    const left = found.slot === 1 || found.slot === 5 || found.slot === 7, middle = found.slot === 2 || found.slot === 3;
    const inset = (part: number) => left ? found.box.width - part : middle ? (found.box.width - part) / 2 : 0;
    paint(entry.text, entry.font, last!.palette[entry.colour], { x: found.box.x + inset(text), y: found.box.y, width: text, height: entry.height }, HALO, false);
    if (entry.second) paint(entry.second, `500 12px ${FACE}`, last!.palette.label2, { x: found.box.x + inset(second), y: found.box.y + entry.height - 1, width: second, height: 14 }, HALO, false);
  }

  function nameHolders(frame: Frame, held: HeldCells, taken: Taken): void {
    const { control, index } = frame.data;
    const names = holderNames(index.holders);
    const text = (holder: number) => names.short(control.holders[holder]!);
    const font = (size: number) => `600 ${size}px ${FACE}`;
    for (const { holder, box, size } of holderLabels(control, held, frame.view, taken, (which, at) => width(text(which), font(at)) + 4)) {
      const id = control.holders[holder]!;
      if (frame.only !== null && frame.only !== id) continue;
      paint(text(holder), font(size), frame.palette.holder(id).line, { ...box, x: box.x + 2, width: box.width - 4 }, HOLDER_HALO, false);
    }
  }

  function paint(text: string, font: string, colour: string, box: Box, halo: number, spaced: boolean): void {
    context.font = font;
    if (spaced) context.letterSpacing = '2.2px';
    // Anchored by its box in both languages: Arabic runs to the left of where it would start.
    context.textAlign = 'left';
    context.direction = 'ltr';
    const baseline = box.y + box.height * 0.76;
    context.strokeStyle = last!.palette.halo;
    context.lineWidth = halo;
    context.strokeText(text, box.x, baseline);
    context.fillStyle = colour;
    context.fillText(text, box.x, baseline);
    if (spaced) context.letterSpacing = '0px';
  }
}

/** layers/chosen.ts rings a chosen event so wide. */
const CHOSEN_RING = 16;

const LARGE = 150_000, TOWN_SIZE = 30_000, SMALL_TOWN = 3_000;

/** The town an opened event was in: named at every zoom, also beside a disc; null where no name stands so near. */
function chosenPlace({ labels: pack }: MapData, spot: Spot, written: readonly Written[]): Written | null {
  let best = -1, least = 0.03;
  for (let row = 0; row < pack.count; row++) {
    if (pack.kind[row] === COUNTRY || pack.kind[row] === WATER || pack.kind[row] === SEA_NAME || pack.kind[row] === REGION) continue;
    const off = Math.abs(pack.lat[row]! - spot.latitude) + Math.abs(pack.lng[row]! - spot.longitude);
    if (off < least) {
      least = off;
      best = row;
    }
  }
  if (best < 0) return null;
  const known = written.find(entry => entry.row === best);
  const text = language() === 'ar' ? pack.nameAr[best] || pack.name[best]! : pack.name[best]!;
  return known ? { ...known, important: true, ring: CHOSEN_RING } : { row: best, text, second: null, font: `500 13px ${FACE}`, height: 17, dot: 3, ring: CHOSEN_RING, important: true, spaced: false, colour: 'label' };
}

/** From this zoom on a name stands in both scripts. */
export const BOTH_SCRIPTS = 11;

/** The rows of the pack that a zoom may show, most important first. Towns of other countries are quieter: the map is not about them. */
function write({ labels: pack, control, base }: MapData, zoom: number): Written[] {
  const claimed = new Set(control.place);
  const arabic = language() === 'ar';
  const out: (Written & { order: number })[] = [];
  for (let row = 0; row < pack.count; row++) {
    if (!isNamed(pack.place[row]!)) continue;
    const kind = pack.kind[row]!, population = pack.population[row]!, rank = pack.rank[row]!, claims = claimed.has(pack.place[row]!);
    if (!belongs(kind, rank, population, claims, zoom)) continue;
    const country = kind === COUNTRY, water = kind === WATER || kind === SEA_NAME;
    const abroad = !country && !water && !claims && !onLand(base, pack.lat[row]!, pack.lng[row]!);
    if (abroad && zoom < 9 && population < (zoom === 8 ? LARGE : 2 * LARGE)) continue;
    const name = arabic ? pack.nameAr[row] || pack.name[row]! : pack.name[row]!;
    const other = arabic ? pack.name[row]! : pack.nameAr[row]!;
    const large = !abroad && (population > LARGE || kind === CITY || rank === 1), town = population >= TOWN_SIZE;
    const size = large ? 15 : town || abroad ? 13 : 12;
    const quiet = abroad || (!claims && !town && !large);
    out.push({
      row, text: country && !arabic ? name.toLocaleUpperCase('en') : name,
      second: zoom >= BOTH_SCRIPTS && !country && !water && other && other !== name ? other : null,
      font: country ? `500 14px ${FACE}` : water ? `${arabic ? '' : 'italic '}500 ${kind === SEA_NAME ? 13 : 12}px ${FACE}` : `${large ? 600 : 500} ${size}px ${FACE}`,
      height: (country || water ? 14 : size) + 4,
      dot: country || water ? 0 : large ? 3.7 : quiet ? 2.1 : town ? 3 : 2.4,
      important: large, spaced: country && !arabic,
      colour: water ? 'labelWater' : country || quiet ? 'label2' : 'label',
      order: country || water ? 0 : large ? 1 : abroad ? 4 : town ? 2 : claims ? 3 : 5,
    });
  }
  return out.sort((a, b) => a.order - b.order || pack.population[b.row]! - pack.population[a.row]! || a.row - b.row);
}

function belongs(kind: number, rank: number, population: number, claims: boolean, zoom: number): boolean {
  if (kind === COUNTRY) return zoom <= 9;
  if (kind === SEA_NAME) return true;
  if (kind === WATER) return zoom >= 7;
  if (kind === REGION) return false;
  if (rank === 1) return true;
  if (zoom <= 6) return false;
  if (population >= TOWN_SIZE) return true;
  if (zoom === 7) return false;
  if (claims && (population >= SMALL_TOWN || rank <= 3)) return true;
  if (zoom === 8) return false;
  if (claims || kind === SEAT) return true;
  return zoom >= 11 ? kind === VILLAGE || rank <= 6 : rank <= 3;
}

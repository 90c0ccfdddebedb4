// What happened: a symbol for one event, a disc with a count for more. Each frame costs what is on screen, whatever the number of events.

import { windowDays } from '../model.ts';
import type { EventPack } from '../packs/index.ts';
import { OPEN_END, OPEN_START } from '../time/days.ts';
import { countGroups, groupCounts, groupPlaces, happeningAt, loneRows, rowsByPlace, type GroupCounts, type Groups, type RowsByPlace } from './groups.ts';
import type { Frame, Layer } from './layer.ts';
import { createSprites, discRadius, type Sprites } from './sprites.ts';
import { offsetOf, type Box } from './view.ts';

/** What stands on one spot of the canvas, in its CSS pixels. */
export interface Mark {
  readonly x: number;
  readonly y: number;
  readonly radius: number;
  readonly certain: number;
  readonly possible: number;
  readonly groups: number[];
  /** The row of a single event, or −1. */
  readonly row: number;
}

export interface Events extends Layer {
  /** Gathers places for the zoom of a coming view; gives the boxes of what will stand in it. */
  ahead(frame: Frame): Box[];
  /** Draws beforehand what the coming days will need: in a drag it would cost its first frames. */
  practise(): void;
  readonly marks: readonly Mark[];
  /** The mark under a point of the canvas, or null. */
  hit(x: number, y: number): Mark | null;
  /** Raises the mark under the pointer. */
  hover(mark: Mark | null): void;
  /** Rows of the events a mark stands for, latest first. */
  rows(mark: Mark, most: number): number[];
  /** Boxes of what is drawn, for labels to keep away from. */
  boxes(): Box[];
}

/** Symbols nearer than this to another mark join it. */
const TOUCHING = 17;

const SINGLE_RADIUS = 8, FINGER = 22;

/** `changed` is called where another picture is due. */
export function createEvents(coarse: boolean, changed: () => void): Events {
  let last: Frame | null = null, version = -1;
  let groups: Groups | null = null, counts: GroupCounts | null = null;
  // By zoom and distance; a reader goes to and fro between a few.
  let gathered = new Map<string, Groups>();
  let pack: EventPack | null = null, rows: RowsByPlace | null = null;
  let sprites: Sprites | null = null;
  let marks: Mark[] = [];
  let hovered: Mark | null = null, raised = false;

  function show(frame: Frame): boolean {
    const { view, data, palette } = frame;
    const shows = frame.shown.layers.includes('events');
    const same = last !== null && last.view === view && last.palette === palette && pack === data.events && version === data.happening.version
      && shows === last.shown.layers.includes('events');
    if (same) {
      const lifted = raised;
      raised = false;
      return lifted;
    }
    if (!sprites || last?.palette !== palette || last.view.density !== view.density) sprites = createSprites(palette, view.density);
    const now = groupsOf(frame);
    if (groups !== now) counts = groupCounts(groups = now);
    version = data.happening.version;
    last = frame;
    countGroups(groups, data.happening, counts!);
    marks = shows ? gather(frame, data.events, groups, counts!, rows) : [];
    // At a million events they take some time to sort: after the first picture, not before it.
    if (!rows) setTimeout(sorted);
    hovered = null;
    raised = false;
    return true;
  }

  function groupsOf({ data, shown, view }: Frame): Groups {
    if (pack !== data.events) {
      rows = null;
      gathered = new Map();
      pack = data.events;
    }
    const apart = apartIn(shown.window, view.width - 2 * view.marginX < 600), key = `${view.zoom} ${apart}`;
    let found = gathered.get(key);
    if (!found) gathered.set(key, found = groupPlaces(pack, view.zoom, apart));
    return found;
  }

  function sorted(): RowsByPlace {
    return rows ??= rowsByPlace(pack!);
  }

  return {
    show,
    ahead(frame) {
      const found = groupsOf(frame), { data: { events, happening }, shown } = frame, own = groupCounts(found);
      countGroups(found, happening, own);
      return shown.layers.includes('events') ? gather(frame, events, found, own, rows).map(boxOf) : [];
    },
    practise() { sprites?.drawUsual(); },
    draw(context) {
      if (!last) return;
      const { data: { events }, shown } = last;
      const typeOf = (mark: Mark) => events.types[events.type[mark.row]!]!, opacity = (mark: Mark) => mark.certain > 0 ? 1 : opacityOf(events, mark.row, shown.from, shown.to);
      for (const mark of marks) {
        if (mark.row < 0) sprites!.wantDisc(mark.certain, mark.possible);
        else sprites!.wantSymbol(typeOf(mark), opacity(mark));
      }
      for (const mark of marks) {
        const grow = mark === hovered ? 1 + 3 / mark.radius : 1;
        if (mark.row < 0) sprites!.disc(context, mark.x, mark.y, grow, mark.certain, mark.possible);
        else sprites!.symbol(context, mark.x, mark.y, grow, typeOf(mark), opacity(mark));
      }
    },
    get marks() { return marks; },
    hit(x, y) {
      let nearest: Mark | null = null, distance = Infinity;
      for (const mark of marks) {
        const away = Math.hypot(mark.x - x, mark.y - y);
        if (away <= Math.max(mark.radius + 2, coarse ? FINGER : 0) && away < distance) {
          distance = away;
          nearest = mark;
        }
      }
      return nearest;
    },
    hover(mark) {
      if (mark === hovered || !last) return;
      hovered = mark;
      raised = true;
      changed();
    },
    rows(mark, most) {
      if (mark.row >= 0) return [mark.row];
      const found: number[] = [];
      for (let place = 0; place < groups!.of.length; place++)
        if (mark.groups.includes(groups!.of[place]!)) found.push(...happeningAt(pack!, sorted(), last!.data.happening, place, most));
      return found.sort((a, b) => pack!.earliest[b]! - pack!.earliest[a]! || b - a).slice(0, most);
    },
    boxes: () => marks.map(boxOf),
  };
}

const boxOf = ({ x, y, radius }: Mark): Box => ({ x: x - radius, y: y - radius, width: radius * 2, height: radius * 2 });

/** Long windows hold many events: gathered more widely, they leave the control layer to be seen. The date changes nothing, so groups stand still in a drag. */
function apartIn(window: string, narrow: boolean): number {
  const days = windowDays(window) ?? Infinity;
  return days <= 31 ? narrow ? 34 : 30 : days <= 100 ? 42 : 54;
}

/** Groups become marks: counts at the anchor, a lone event at its own place unless that touches another mark. */
function gather(frame: Frame, pack: EventPack, groups: Groups, counts: GroupCounts, rows: RowsByPlace | null): Mark[] {
  const { view, data } = frame;
  const { x: dx, y: dy } = offsetOf(view);
  const marks: { x: number; y: number; radius: number; certain: number; possible: number; groups: number[]; row: number }[] = [];
  const lone: number[] = [];
  for (let group = 0; group < groups.count; group++) {
    const certain = counts.certain[group]!, possible = counts.possible[group]!, all = certain + possible;
    if (all === 0) continue;
    const x = groups.x[group]! + dx, y = groups.y[group]! + dy;
    if (x < -40 || y < -40 || x > view.width + 40 || y > view.height + 40) continue;
    if (all === 1) lone.push(group);
    else marks.push({ x, y, radius: discRadius(all), certain, possible, groups: [group], row: -1 });
  }
  const rowOf = rows ? (place: number) => happeningAt(pack, rows, data.happening, place, 1)[0] ?? -1 : loneRows(pack, data.happening, lone.map(group => counts.place[group]!));
  for (const group of lone) {
    const place = counts.place[group]!;
    const x = groups.placeX[place]! + dx, y = groups.placeY[place]! + dy;
    const touched = marks.find(mark => Math.hypot(mark.x - x, mark.y - y) < (mark.row < 0 ? mark.radius + SINGLE_RADIUS - 1 : TOUCHING));
    if (touched) {
      touched.certain += counts.certain[group]!;
      touched.possible += counts.possible[group]!;
      touched.groups.push(group);
      touched.radius = discRadius(touched.certain + touched.possible);
      touched.row = -1;
    } else {
      marks.push({ x, y, radius: SINGLE_RADIUS, certain: counts.certain[group]!, possible: counts.possible[group]!, groups: [group], row: rowOf(place) });
    }
  }
  return marks;
}

/** How an event of which only a part of its span lies in the window is shown: as strongly as that part is large, and never as one that is certain. */
const FAINTEST = 0.35, STRONGEST = 0.95, UNTOLD = 0.6;

/** Of an open span no part can be told. */
export function opacityOf(pack: Pick<EventPack, 'earliest' | 'latest'>, row: number, from: number, to: number): number {
  const earliest = pack.earliest[row]!, latest = pack.latest[row]!;
  if (earliest === OPEN_START || latest === OPEN_END) return UNTOLD;
  return Math.max(FAINTEST, Math.min(STRONGEST, (Math.min(latest, to) - Math.max(earliest, from) + 1) / (latest - earliest + 1)));
}

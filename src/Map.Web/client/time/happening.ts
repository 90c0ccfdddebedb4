// Which events happen in the window, kept as the window moves. A step costs what enters and leaves, not what there is.

import { OPEN_END, OPEN_START } from './days.ts';

/** What an event pack must hold for its events to be counted. Rows may stand in any order. */
export interface EventSpans {
  readonly count: number;
  readonly types: readonly string[];
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  /** One bit a row: it went on from its earliest to its latest day; otherwise it is one day within. */
  readonly lasted: Uint8Array;
  readonly place: Uint16Array | Uint32Array;
  readonly type: Uint8Array;
  readonly placeLat: { readonly length: number };
}

export const NONE = 0, POSSIBLE = 1, CERTAIN = 2;

export interface Happening {
  /** The window's first and last day, both included; OPEN_START for "all so far". */
  setWindow(from: number, to: number): void;
  /** Ids of the types that count; null = all. */
  setTypes(types: readonly string[] | null): void;
  readonly from: number;
  readonly to: number;
  /** Events that certainly have a day in the window. */
  readonly certain: number;
  /** Events that may have a day in it. */
  readonly possible: number;
  /** Per row NONE, POSSIBLE or CERTAIN; one array for life. */
  readonly state: Uint8Array;
  readonly placeCertain: Uint32Array;
  readonly placePossible: Uint32Array;
  /** Goes up with every change of any of the above. */
  readonly version: number;
  /** First day after this one on which an event of the chosen types may begin, or null. */
  dayAfter(day: number): number | null;
  /** Last day before this one on which an event of the chosen types may end, or null. */
  dayBefore(day: number): number | null;
  /** 1 where a type index counts. */
  readonly counted: Uint8Array;
  /** 1 for each row that the filters besides the type leave; null = all. The array is kept, not copied: give a new one to change it. */
  setKept(kept: Uint8Array | null): void;
  readonly kept: Uint8Array | null;
  /** Does a row count, whatever the window: is its type shown, and do the filters leave it? */
  counts(row: number): boolean;
}

/**
 * Certain: the whole span lies in the window, so whichever day it was, it is in it; or it went on from a known day to a known day and the window
 * holds some of them. Possible: the span overlaps the window, and more is not known.
 */
export function judge(earliest: number, latest: number, lasted: boolean, from: number, to: number): number {
  if (earliest > to || latest < from) return NONE;
  return earliest >= from && latest <= to || lasted && wentOn(earliest, latest) ? CERTAIN : POSSIBLE;
}

/** With an open end nobody says how long it went on. */
const wentOn = (earliest: number, latest: number) => earliest !== OPEN_START && latest !== OPEN_END;

export function happening(pack: EventSpans): Happening {
  const { count, earliest, latest, lasted, place, type } = pack;
  const places = pack.placeLat.length;
  const state = new Uint8Array(count);
  const placeCertain = new Uint32Array(places), placePossible = new Uint32Array(places);
  const counted = new Uint8Array(256).fill(1);
  let kept: Uint8Array | null = null;
  // Most events are of one day, and stand in the first order already.
  const byEarliest = ordered(earliest, null), byLatest = ordered(latest, longer(pack));
  // An empty window before all time: every row is in state NONE, which is true of it.
  let from = OPEN_START, to = OPEN_START;
  let certain = 0, possible = 0, version = 0, fresh = true;

  const went = (row: number) => (lasted[row >> 3]! >> (row & 7) & 1) === 1;
  const counts = (row: number) => counted[type[row]!] === 1 && (kept === null || kept[row] === 1);

  function put(row: number, next: number): void {
    const old = state[row]!;
    if (old === next) return;
    const spot = place[row]!;
    if (old === CERTAIN) { certain--; placeCertain[spot]!--; } else if (old === POSSIBLE) { possible--; placePossible[spot]!--; }
    if (next === CERTAIN) { certain++; placeCertain[spot]!++; } else if (next === POSSIBLE) { possible++; placePossible[spot]!++; }
    state[row] = next;
  }

  function recount(): void {
    placeCertain.fill(0);
    placePossible.fill(0);
    certain = 0;
    possible = 0;
    for (let row = 0; row < count; row++) {
      const e = earliest[row]!, l = latest[row]!;
      let next = NONE;
      if (e <= to && l >= from && counted[type[row]!] === 1 && (kept === null || kept[row] === 1)) {
        const spot = place[row]!;
        if (e >= from && l <= to || went(row) && wentOn(e, l)) { next = CERTAIN; certain++; placeCertain[spot]!++; } else { next = POSSIBLE; possible++; placePossible[spot]!++; }
      }
      state[row] = next;
    }
  }

  function judgeAgain({ rows }: Ordered, start: number, end: number): void {
    const first = from, last = to;
    for (let i = start; i < end; i++) {
      const row = rows === null ? i : rows[i]!, e = earliest[row]!, l = latest[row]!;
      const next = e > last || l < first ? NONE : e >= first && l <= last || went(row) && wentOn(e, l) ? CERTAIN : POSSIBLE;
      if (state[row] !== next && counts(row)) put(row, next);
    }
  }

  return {
    get from() { return from; },
    get to() { return to; },
    get certain() { return certain; },
    get possible() { return possible; },
    get version() { return version; },
    get kept() { return kept; },
    state, placeCertain, placePossible, counted, counts,

    setWindow(nextFrom, nextTo) {
      if (!fresh && nextFrom === from && nextTo === to) return;
      // A row's state can only change where one of its two days is passed by one of the two bounds.
      const lowFrom = Math.min(from, nextFrom), highFrom = Math.max(from, nextFrom);
      const lowTo = Math.min(to, nextTo), highTo = Math.max(to, nextTo);
      const passed: [Ordered, number, number][] = [
        [byEarliest, at(byEarliest, lowFrom), at(byEarliest, highFrom)],
        [byLatest, at(byLatest, lowFrom), at(byLatest, highFrom)],
        [byEarliest, after(byEarliest, lowTo), after(byEarliest, highTo)],
        [byLatest, after(byLatest, lowTo), after(byLatest, highTo)],
      ];
      from = nextFrom;
      to = nextTo;
      if (fresh || passed.reduce((sum, [, start, end]) => sum + end - start, 0) > count) recount();
      else for (const [order, start, end] of passed) judgeAgain(order, start, end);
      fresh = false;
      version++;
    },

    setTypes(types) {
      let same = true;
      pack.types.forEach((id, index) => {
        const next = types === null || types.includes(id) ? 1 : 0;
        if (counted[index] !== next) { counted[index] = next; same = false; }
      });
      if (same) return;
      if (!fresh) recount();
      version++;
    },

    setKept(next) {
      if (next === kept) return;
      kept = next;
      if (!fresh) recount();
      version++;
    },

    dayAfter(day) {
      for (let i = after(byEarliest, day); i < count; i++)
        if (counts(rowAt(byEarliest, i))) return byEarliest.days[i]!;
      return null;
    },

    dayBefore(day) {
      let found: number | null = null;
      for (let i = at(byLatest, day) - 1; i >= 0 && found === null; i--)
        if (counts(rowAt(byLatest, i))) found = byLatest.days[i]!;
      for (let i = at(byEarliest, day) - 1; i >= 0 && byEarliest.days[i]! > (found ?? OPEN_START); i--) {
        const row = rowAt(byEarliest, i);
        if (latest[row] === earliest[row] && counts(row)) return earliest[row]!;
      }
      return found;
    },
  };
}

/** Rows of events whose span is longer than a day. */
function longer({ count, earliest, latest }: EventSpans): Uint32Array {
  const found = new Uint32Array(count);
  let length = 0;
  for (let row = 0; row < count; row++) if (earliest[row] !== latest[row]) found[length++] = row;
  return found.slice(0, length);
}

/** Days in order, and the rows they belong to; no rows where the rows stand in order already. */
interface Ordered { readonly days: Int32Array; readonly rows: Uint32Array | null }

const rowAt = (order: Ordered, i: number) => order.rows === null ? i : order.rows[i]!;

/** Counting sort of these rows, or of all: a million days take some ten milliseconds, once. */
function ordered(days: Int32Array, some: Uint32Array | null): Ordered {
  const count = some?.length ?? days.length;
  let inOrder = some === null, low = OPEN_END, high = OPEN_START;
  for (let i = 0, before = OPEN_START; i < count; i++) {
    const day = days[some === null ? i : some[i]!]!;
    if (day < before) inOrder = false;
    before = day;
    if (day === OPEN_START || day === OPEN_END) continue;
    if (day < low) low = day;
    if (day > high) high = day;
  }
  if (inOrder) return { days, rows: null };
  const width = high >= low ? high - low + 1 : 0;
  const bucket = (day: number) => day === OPEN_START ? 0 : day === OPEN_END ? width + 1 : day - low + 1;
  const starts = new Uint32Array(width + 3);
  for (let i = 0; i < count; i++) starts[bucket(days[some === null ? i : some[i]!]!) + 1]!++;
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const rows = new Uint32Array(count), sorted = new Int32Array(count);
  for (let i = 0; i < count; i++) {
    const row = some === null ? i : some[i]!, spot = starts[bucket(days[row]!)]!++;
    rows[spot] = row;
    sorted[spot] = days[row]!;
  }
  return { days: sorted, rows };
}

/** Index of the first day >= this one. */
function at(order: Ordered, day: number): number {
  let low = 0, high = order.days.length;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (order.days[middle]! < day) low = middle + 1; else high = middle;
  }
  return low;
}

/** Index of the first day > this one. */
function after(order: Ordered, day: number): number {
  return day === OPEN_END ? order.days.length : at(order, day + 1);
}

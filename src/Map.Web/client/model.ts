// The one state of a map. Everything that is drawn, written to the address or told to the host follows from it.

import type { EventFilters, MapState, MapView, PackIndexFile } from './contract.ts';
import { dayOfIso, isoOf, OPEN_END, OPEN_START } from './time/days.ts';

export const LAYERS = ['control', 'events', 'boundaries', 'places'] as const;
export const EVENT_TYPES = ['clash', 'strike', 'explosion', 'killing', 'detention', 'protest', 'politics', 'control-change', 'movement', 'statement'] as const;
export const WINDOWS = ['1d', '7d', '30d', '90d', '1y', 'all', 'from'] as const;

/** Why the state changed: date, window, view, layers, series, event, types, filters, start or history. */
export type Cause = 'date' | 'window' | 'view' | 'layers' | 'series' | 'event' | 'types' | 'filters' | 'start' | 'history';

/** What a map shows. The window is from..to, both days included; to = day, except in the window "from", where from = day. */
export interface Shown {
  readonly day: number;
  /** 1d, 7d, 30d, 90d, 1y, all, from, or any whole number of days as Nd. */
  readonly window: string;
  /** First day of the window; OPEN_START where the window is "all". */
  readonly from: number;
  /** Last day of the window; OPEN_END where the window is "from". */
  readonly to: number;
  readonly view: MapView;
  readonly layers: readonly string[];
  /** Key of the series of zones that stands in the place of what is derived from claims; null = what is derived. */
  readonly series: string | null;
  readonly event: number | null;
  /** Event types shown; null = all. */
  readonly types: readonly string[] | null;
  /** What else an event must answer to; null = nothing. */
  readonly filters: Filters | null;
}

/** See EventFilters. A set of filters that asks nothing is null, so that two equal questions look alike. */
export type Filters = { readonly [K in keyof EventFilters]: EventFilters[K] extends string[] | null ? readonly string[] | null : EventFilters[K] };

/** A whole state, but that filters and series may be left out: then there are none. */
export type Start = Omit<Required<Part>, 'filters' | 'series'> & Pick<Part, 'filters' | 'series'>;

/** Members left out stay as they are. The window's span follows from day and window. */
export type Part = { -readonly [K in Exclude<keyof Shown, 'from' | 'to'>]?: Shown[K] };

export interface Change {
  readonly now: Shown;
  readonly before: Shown;
  readonly cause: Cause;
  /** False while a finger is down or the clock runs: repaint, but tell nobody. */
  readonly settled: boolean;
}

export interface Model {
  readonly now: Shown;
  /** Nothing is told where nothing differs, except that what was unsettled has settled. */
  change(part: Part, cause: Cause, settled?: boolean): void;
  listen(hear: (change: Change) => void): () => void;
}

/** Days in a window, or null where it has no start or is not a window. A year is 365 days. */
export function windowDays(window: string): number | null {
  if (window === '1y') return 365;
  const found = /^([1-9]\d{0,4})d$/.exec(window);
  return found ? Number(found[1]) : null;
}

export function isWindow(window: string): boolean {
  return window === 'all' || window === 'from' || windowDays(window) !== null;
}

/** The window of so many days, by its short name where it has one. */
export function windowOf(days: number): string {
  return days === 365 ? '1y' : `${Math.max(1, Math.min(99_999, Math.round(days)))}d`;
}

export function createModel(start: Start): Model {
  let now = spanned(start);
  let owed: Cause | null = null;
  const hearers = new Set<(change: Change) => void>();

  return {
    get now() { return now; },
    change(part, cause, settled = true) {
      const before = now;
      const next = spanned({ ...before, ...part });
      const same = alike(before, next);
      if (same && !(settled && owed !== null)) return;
      now = same ? before : next;
      owed = settled ? null : cause;
      for (const hear of [...hearers]) hear({ now, before, cause, settled });
    },
    listen(hear) {
      hearers.add(hear);
      return () => { hearers.delete(hear); };
    },
  };
}

function spanned(part: Start): Shown {
  const length = windowDays(part.window), onward = part.window === 'from';
  return {
    day: part.day, window: part.window, from: onward ? part.day : length === null ? OPEN_START : part.day - length + 1, to: onward ? OPEN_END : part.day,
    view: part.view, layers: part.layers, series: part.series ?? null, event: part.event, types: part.types, filters: asked(part.filters ?? null),
  };
}

/** Null where nothing is asked. */
export function asked(filters: Filters | null): Filters | null {
  if (filters === null) return null;
  const { disputed } = filters, grade = filters.grade ?? null, text = filters.text?.trim() || null;
  const list = (keys: readonly string[] | null) => keys !== null && keys.length > 0 ? keys : null;
  const actors = list(filters.actors), sources = list(filters.sources), governorates = list(filters.governorates);
  // Without actors there is nobody whose predecessors could be meant.
  const lineage = actors !== null && filters.lineage;
  return actors || sources || governorates || disputed || text || grade ? { actors, sources, governorates, disputed, text, grade, lineage } : null;
}

function sameFilters(a: Filters | null, b: Filters | null): boolean {
  return a === b || (a !== null && b !== null && a.disputed === b.disputed && a.lineage === b.lineage && a.grade === b.grade && a.text === b.text
    && sameList(a.actors, b.actors) && sameList(a.sources, b.sources) && sameList(a.governorates, b.governorates));
}

function alike(a: Shown, b: Shown): boolean {
  return a.day === b.day && a.window === b.window && a.event === b.event && a.series === b.series && sameList(a.layers, b.layers) && sameList(a.types, b.types)
    && sameFilters(a.filters, b.filters) && a.view.latitude === b.view.latitude && a.view.longitude === b.view.longitude && a.view.zoom === b.view.zoom;
}

export function sameList(a: readonly string[] | null, b: readonly string[] | null): boolean {
  return a === b || (a !== null && b !== null && a.length === b.length && a.every((item, i) => item === b[i]));
}

/** The state as it crosses to the host. */
export function stateOf(shown: Shown): MapState {
  return {
    date: isoOf(shown.day), window: shown.window, at: shown.view, layers: [...shown.layers], event: shown.event,
    types: shown.types === null ? null : [...shown.types], filters: crossing(shown.filters), series: shown.series ?? '',
  };
}

/** Lists of their own: what crosses may be changed by whoever gets it. */
export function crossing(filters: Filters | null): EventFilters | null {
  const own = (keys: readonly string[] | null) => keys === null ? null : [...keys];
  return filters && { ...filters, actors: own(filters.actors), sources: own(filters.sources), governorates: own(filters.governorates) };
}

/** What a host's state changes: null members are left as they are, except that no event is none, no types are all and no filters are none. */
export function partOf(state: MapState): Part {
  const part: Part = { event: state.event };
  const day = state.date === null ? null : dayOfIso(state.date);
  if (day !== null) part.day = day;
  if (state.window !== null && isWindow(state.window)) part.window = state.window;
  if (state.at !== null) part.view = state.at;
  if (state.layers !== null) part.layers = LAYERS.filter(layer => state.layers!.includes(layer));
  // An older host says nothing of it.
  if (state.series !== null && state.series !== undefined) part.series = state.series || null;
  part.types = state.types === null ? null : typesOf(state.types);
  part.filters = asked(state.filters);
  return part;
}

/** Known types in their fixed order; null where all of them are named. */
export function typesOf(names: readonly string[]): readonly string[] | null {
  const known = EVENT_TYPES.filter(type => names.includes(type));
  return known.length === EVENT_TYPES.length ? null : known;
}

/** What a change is about, where several members differ: an opened event before its date, a date before its window. */
export function causeOf(now: Shown, part: Part): Cause {
  if (part.event !== undefined && part.event !== now.event) return 'event';
  if (part.day !== undefined && part.day !== now.day) return 'date';
  if (part.window !== undefined && part.window !== now.window) return 'window';
  if (part.types !== undefined && !sameList(part.types, now.types)) return 'types';
  if (part.filters !== undefined && !sameFilters(part.filters, now.filters)) return 'filters';
  if (part.series !== undefined && part.series !== now.series) return 'series';
  return part.layers !== undefined && !sameList(part.layers, now.layers) ? 'layers' : 'view';
}

/**
 * Northern Syria, the first look: the usual view, and on smaller maps the whole zoom level at which latitude 35.2-37.2, longitude 35.6-40.5
 * fit best. `covered` pixels at the lower edge lie under something else, so that the middle of what is left is what is looked at.
 */
export function firstView(width: number, height: number, covered = 0): MapView {
  // West of the middle of the towns: the legend lies over the left edge.
  const usual = { latitude: 35.9, longitude: 36.9, zoom: 8 };
  const mercator = (latitude: number) => Math.log(Math.tan(Math.PI / 4 + latitude * Math.PI / 360)) * 180 / Math.PI;
  const across = Math.log2(width * 360 / (256 * (40.5 - 35.6)));
  const up = Math.log2((height - covered) * 360 / (256 * (mercator(37.2) - mercator(35.2))));
  const zoom = Math.round(Math.min(across, up));
  if (zoom >= usual.zoom || !Number.isFinite(zoom)) return usual;
  const small = Math.max(6, zoom), degreesPerPixel = 360 / (256 * 2 ** small);
  return { latitude: Number((36.15 - covered / 2 * degreesPerPixel * Math.cos(36.15 * Math.PI / 180)).toFixed(4)), longitude: across < small ? 37.8 : 38.05, zoom: small };
}

/** What is shown where neither the address nor the host says otherwise: the last day with data, thirty days, northern Syria. */
export function firstShown(index: Pick<PackIndexFile, 'eventsTo' | 'controlTo'>, width: number, height: number, covered = 0): Required<Part> {
  const last = Math.max(dayOfIso(index.eventsTo) ?? OPEN_START, dayOfIso(index.controlTo) ?? OPEN_START);
  return { day: last === OPEN_START ? 0 : last, window: '30d', view: firstView(width, height, covered), layers: LAYERS, series: null, event: null, types: null, filters: null };
}

/** The day a map goes to when it shows an event: its last, else its first; null where neither is known. */
export function dayOfEvent(earliest: number, latest: number): number | null {
  if (latest !== OPEN_END) return latest;
  return earliest === OPEN_START ? null : earliest;
}

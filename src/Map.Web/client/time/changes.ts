// The next day on which something changes on the part of the map in view.

import type { MapBounds } from '../contract.ts';
import type { ControlPack } from '../packs/control-pack.ts';
import type { EventPack } from '../packs/event-pack.ts';
import { OPEN_START } from './days.ts';

export interface Changing {
  /** Null where the layer is not shown or not loaded. */
  readonly events: EventPack | null;
  /** 1 where an event type counts. */
  readonly counted: Uint8Array | null;
  readonly control: ControlPack | null;
}

/** First day after this one on which an event in view may begin, or a place in view is first said to be held otherwise; null if none. */
export function nextChange(what: Changing, bounds: MapBounds, day: number): number | null {
  let best: number | null = null;
  if (what.events !== null) {
    const { earliest, count } = what.events;
    for (let row = firstFrom(earliest, count, day + 1); row < count; row++)
      if (inView(what, row, bounds)) { best = earliest[row]!; break; }
  }
  for (const change of controlDays(what.control, bounds)) if (change > day && (best === null || change < best)) best = change;
  return best;
}

/** Last such day before this one. */
export function lastChange(what: Changing, bounds: MapBounds, day: number): number | null {
  let best: number | null = null;
  if (what.events !== null) {
    const { earliest, count } = what.events;
    for (let row = firstFrom(earliest, count, day) - 1; row >= 0 && earliest[row]! !== OPEN_START; row--)
      if (inView(what, row, bounds)) { best = earliest[row]!; break; }
  }
  for (const change of controlDays(what.control, bounds)) if (change < day && (best === null || change > best)) best = change;
  return best;
}

function* controlDays(control: ControlPack | null, bounds: MapBounds): Generator<number> {
  if (control === null) return;
  for (let cell = 0; cell < control.cells; cell++) {
    if (!within(bounds, control.lat[cell]!, control.lng[cell]!)) continue;
    for (let holding = control.holdingStart[cell]!; holding < control.holdingStart[cell + 1]!; holding++)
      if (control.may[holding]! !== OPEN_START) yield control.may[holding]!;
  }
}

function inView({ events, counted }: Changing, row: number, bounds: MapBounds): boolean {
  if (counted !== null && counted[events!.type[row]!] !== 1) return false;
  const place = events!.place[row]!;
  return within(bounds, events!.placeLat[place]!, events!.placeLng[place]!);
}

const within = (bounds: MapBounds, latitude: number, longitude: number) =>
  latitude >= bounds.south && latitude <= bounds.north && longitude >= bounds.west && longitude <= bounds.east;

/** Index of the first row at or after a day. */
function firstFrom(days: Int32Array, count: number, day: number): number {
  let low = 0, high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle]! < day) low = middle + 1; else high = middle;
  }
  return low;
}

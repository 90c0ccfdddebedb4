// The days on which something changes on the part of the map in view, and how much.

import type { MapBounds } from '../contract.ts';
import { alike } from '../layers/kinds.ts';
import { holdingOn, type ControlPack } from '../packs/control-pack.ts';
import type { EventPack } from '../packs/event-pack.ts';
import { zoneDays, type SeriesShown } from '../zones/changes.ts';
import { OPEN_START } from './days.ts';
import { within } from './seen.ts';

export interface Changing {
  /** Null where the layer is not shown or not loaded. */
  readonly events: EventPack | null;
  /** Is a row in view, and do types and filters leave it? */
  takes(row: number): boolean;
  readonly control: ControlPack | null;
  /** The series of zones that is shown in the place of the derived layer; then that is null. */
  readonly zones?: SeriesShown | null;
  readonly bounds: MapBounds;
}

/** First day after this one, and not after the limit, on which an event in view may begin; null if none. */
export function nextBegin({ events, takes }: Changing, day: number, limit = Infinity): number | null {
  if (events === null) return null;
  const { earliest, count } = events;
  for (let row = firstFrom(earliest, count, day + 1); row < count && earliest[row]! <= limit; row++) if (takes(row)) return earliest[row]!;
  return null;
}

/** First day after this one on which an event in view may begin, or what is in view is first said to be held otherwise; null if none. */
export function nextChange(what: Changing, day: number): number | null {
  let best = nextBegin(what, day);
  for (const change of heldDays(what)) if (change > day && (best === null || change < best)) best = change;
  return best;
}

/** Last day before this one, and not before the limit, on which an event in view may begin; null if none. */
export function lastBegin({ events, takes }: Changing, day: number, limit = -Infinity): number | null {
  if (events === null) return null;
  const { earliest, count } = events;
  for (let row = firstFrom(earliest, count, day) - 1; row >= 0 && earliest[row]! !== OPEN_START && earliest[row]! >= limit; row--) if (takes(row)) return earliest[row]!;
  return null;
}

/** Last such day as nextChange finds, before this one. */
export function lastChange(what: Changing, day: number): number | null {
  let best = lastBegin(what, day);
  for (const change of heldDays(what)) if (change < day && (best === null || change > best)) best = change;
  return best;
}

/** How many events in view may begin and how many places or zones in view may be held otherwise from this day. */
export function changesOn(what: Changing, day: number): number {
  let many = 0;
  if (what.events !== null) {
    const { earliest, count } = what.events;
    for (let row = firstFrom(earliest, count, day); row < count && earliest[row] === day; row++) if (what.takes(row)) many++;
  }
  for (const change of heldDays(what)) if (change === day) many++;
  return many;
}

/** Places in view that are held otherwise on one day than on the other. After the layer's last day it says nothing, and nothing has changed. */
export function placesChanged({ control, bounds }: Changing, one: number, other: number): number {
  if (control === null || one > control.to || other > control.to || one === other) return 0;
  let many = 0;
  for (let cell = 0; cell < control.cells; cell++) {
    if (!within(bounds, control.lat[cell]!, control.lng[cell]!)) continue;
    const a = holdingOn(control, cell, one), b = holdingOn(control, cell, other);
    if (a !== b && (a < 0 || b < 0 || !alike(control, a, b))) many++;
  }
  return many;
}

function* heldDays({ control, zones, bounds }: Changing): Generator<number> {
  if (zones) yield* zoneDays(zones, bounds);
  if (control === null) return;
  for (let cell = 0; cell < control.cells; cell++) {
    if (!within(bounds, control.lat[cell]!, control.lng[cell]!)) continue;
    for (let holding = control.holdingStart[cell]!; holding < control.holdingStart[cell + 1]!; holding++)
      if (control.may[holding]! !== OPEN_START) yield control.may[holding]!;
  }
}

/** Index of the first row at or after a day. */
function firstFrom(days: Int32Array, count: number, day: number): number {
  let low = 0, high = count;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (days[middle]! < day) low = middle + 1; else high = middle;
  }
  return low;
}

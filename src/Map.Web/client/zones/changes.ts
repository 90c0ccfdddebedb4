// When zones of a series change in a part of the map: what "next change" and "play by change" go to while a series is shown.

import type { MapBounds } from '../contract.ts';
import type { ZonePack } from '../packs/index.ts';
import { OPEN_END, OPEN_START } from '../time/days.ts';
import { boxOf, meets } from './boxes.ts';
import { holds, seriesOf, standingOn } from './standing.ts';

/** The series that stands in the place of what is derived from claims. */
export interface SeriesShown { readonly pack: ZonePack; readonly series: number }

/** The series that an address or the reader names; null where none is. */
export function seriesShown(pack: ZonePack | null, key: string | null): SeriesShown | 'unpublished' | null {
  const series = seriesOf(pack, key);
  return key === null ? null : pack && series >= 0 ? { pack, series } : 'unpublished';
}

/** Days on which a zone may begin; and those on which one is over and none follows it. */
export function* zoneDays({ pack, series }: SeriesShown, bounds: MapBounds): Generator<number> {
  const begins = new Set<number>(), over = new Set<number>();
  for (let zone = 0; zone < pack.count; zone++) {
    if (pack.of[zone] !== series || !meets(boxOf(pack, zone), bounds)) continue;
    if (pack.may[zone]! !== OPEN_START) {
      begins.add(pack.may[zone]!);
      yield pack.may[zone]!;
    }
    if (pack.mayTo[zone]! !== OPEN_END) over.add(pack.mayTo[zone]! + 1);
  }
  for (const day of over) if (!begins.has(day)) yield day;
}

/** Zones in view that stand on one of two days and not on the other; one that another takes the place of is one change. */
export function zonesChanged({ pack, series }: SeriesShown, bounds: MapBounds, one: number, other: number): number {
  let come = 0, gone = 0;
  for (let zone = 0; zone < pack.count; zone++) {
    if (pack.of[zone] !== series || !meets(boxOf(pack, zone), bounds)) continue;
    const before = standingOn(pack, zone, one) !== null, after = standingOn(pack, zone, other) !== null;
    if (after && !before) come++;
    else if (before && !after) gone++;
  }
  return Math.max(come, gone);
}

/** All zones of a series that ever held a spot, by their days: its history as the series tells it. */
export function zonesOver(pack: ZonePack, series: number, latitude: number, longitude: number): number[] {
  return Array.from({ length: pack.count }, (_, zone) => zone).filter(zone => pack.of[zone] === series && holds(pack, zone, longitude, latitude)).sort((a, b) => pack.may[a]! - pack.may[b]! || a - b);
}

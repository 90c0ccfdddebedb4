// Which zones of a series stand on a day, and what lies at a spot. No drawing, no page.

import { OPEN_END, OPEN_START, type ZonePack } from '../packs/index.ts';

/** Whether a zone stands on a day: certainly; perhaps, because its first day is not known, or its last. */
export type Standing = 'surely' | 'beginning' | 'ending';

/** Index of a series by its key, or −1. */
export function seriesOf(pack: ZonePack | null, key: string | null): number {
  return key === null || !pack ? -1 : pack.series.findIndex(series => series.key === key);
}

export function standingOn(pack: ZonePack, zone: number, day: number): Standing | null {
  if (day < pack.may[zone]! || day > pack.mayTo[zone]!) return null;
  if (day < pack.sure[zone]!) return 'beginning';
  return day > pack.sureTo[zone]! ? 'ending' : 'surely';
}

/** The zones of a series on a day, the lowest first. */
export function zonesOn(pack: ZonePack, series: number, day: number): { readonly zone: number; readonly standing: Standing }[] {
  const found: { zone: number; standing: Standing }[] = [];
  for (let zone = 0; zone < pack.count; zone++) {
    const standing = pack.of[zone] === series ? standingOn(pack, zone, day) : null;
    if (standing !== null) found.push({ zone, standing });
  }
  return found;
}

/** The zones at a spot on a day, the uppermost first: it answers, the others are named. */
export function zonesAt(pack: ZonePack, series: number, day: number, latitude: number, longitude: number): number[] {
  return zonesOn(pack, series, day).filter(({ zone }) => holds(pack, zone, longitude, latitude)).map(({ zone }) => zone).reverse();
}

/** Does a zone hold a spot? Even-odd over the rings: holes count themselves out. */
export function holds({ x, y, polygonStart, ringStart, pointStart }: ZonePack, zone: number, lng: number, lat: number): boolean {
  let inside = false;
  for (let ring = ringStart[polygonStart[zone]!]!; ring < ringStart[polygonStart[zone + 1]!]!; ring++) {
    const from = pointStart[ring]!, to = pointStart[ring + 1]!;
    for (let i = from, j = to - 1; i < to; j = i++)
      if (y[i]! > lat !== y[j]! > lat && lng < (x[j]! - x[i]!) * (lat - y[i]!) / (y[j]! - y[i]!) + x[i]!) inside = !inside;
  }
  return inside;
}

/** Ids of a zone's holders. */
export function holdersOf(pack: ZonePack, zone: number): string[] {
  return [...pack.holder.subarray(pack.holderStart[zone]!, pack.holderStart[zone + 1]!)].map(holder => pack.holders[holder]!);
}

/** First and last day of which a series speaks; null where it has no zone. */
export function reachOf(pack: ZonePack, series: number): { readonly from: number; readonly to: number } | null {
  let from = OPEN_END, to = OPEN_START;
  for (let zone = 0; zone < pack.count; zone++) {
    if (pack.of[zone] !== series) continue;
    from = Math.min(from, pack.may[zone]!);
    to = Math.max(to, pack.mayTo[zone]!);
  }
  return from === OPEN_END && to === OPEN_START ? null : { from, to };
}

// How much ground, and how many zones, each holder has in view on every day by a series: what the map shows, counted. Of a zone counts what of its ground
// lies in view, holes left out; of one that may stand on a day and may not, half, as the map shows it in every other band. Zones that lie over each other
// count each for itself.

import type { MapBounds } from '../contract.ts';
import { inBands, type Kind } from '../layers/kinds.ts';
import { CONTESTED, HOLDS, JOINT, OPEN_END, OPEN_START, type ZonePack } from '../packs/index.ts';
import type { Holdings } from '../time/holdings.ts';
import { hectaresWithin } from './areas.ts';
import type { SeriesShown } from './changes.ts';
import { holdersOf, reachOf } from './standing.ts';

/** Counts in slices, so that no frame waits for it: a step for each zone. */
export function* countingZones({ pack, series }: SeriesShown, bounds: MapBounds): Generator<void, Holdings> {
  const zones: { zone: number; key: string; hectares: number }[] = [], kinds = new Map<string, Kind>();
  for (let zone = 0; zone < pack.count; zone++) {
    const kind = pack.of[zone] === series ? kindOf(pack, zone) : null;
    if (!kind) continue;
    const hectares = hectaresWithin(pack, zone, bounds);
    yield;
    if (hectares === 0) continue;
    const key = `${kind.posture} ${[...kind.holders].sort().join()}`;
    if (!kinds.has(key)) kinds.set(key, kind);
    zones.push({ zone, key, hectares });
  }
  const order = [...kinds].sort(([, a], [, b]) => inBands(a, b)), bandOf = new Map(order.map(([key], band) => [key, band]));
  const days = turns(pack, zones.map(({ zone }) => zone)), rows = days.length, bands = order.length, reach = reachOf(pack, series);
  const certain = new Int32Array(rows * bands), perhaps = new Int32Array(rows * bands), certainArea = new Float64Array(rows * bands), perhapsArea = new Float64Array(rows * bands);

  const rowOf = (day: number) => rowAt(days, day);
  for (const { zone, key, hectares } of zones) {
    const band = bandOf.get(key)!, sure = pack.sure[zone]!, sureTo = pack.sureTo[zone]!;
    for (let row = Math.max(0, rowOf(pack.may[zone]!)); row < rows && days[row]! <= pack.mayTo[zone]!; row++) {
      const day = days[row]!, at = row * bands + band;
      if (day >= sure && day <= sureTo) {
        certain[at]!++;
        certainArea[at]! += hectares;
      } else {
        perhaps[at]!++;
        perhapsArea[at]! += Math.round(hectares / 2);
      }
    }
    yield;
  }
  const most = (...figures: ArrayLike<number>[]) => Math.max(0, ...Array.from({ length: rows }, (_, row) => {
    let sum = 0;
    for (const of of figures) for (let band = 0; band < bands; band++) sum += of[row * bands + band]!;
    return sum;
  }));
  return {
    of: 'zones', bands: order.map(([, kind]) => kind), rows, certain, perhaps, certainArea, perhapsArea, places: most(certain, perhaps), area: most(certainArea, perhapsArea),
    first: reach?.from ?? OPEN_START, last: reach?.to ?? OPEN_START, row: day => day > (reach?.to ?? OPEN_START) ? -1 : rowOf(day),
  };
}

/** All of a contested or shared zone, the first holder of any other. */
function kindOf(pack: ZonePack, zone: number): Kind | null {
  const ids = holdersOf(pack, zone), posture = pack.posture[zone]!;
  if (ids.length === 0) return null;
  return ids.length > 1 && (posture === CONTESTED || posture === JOINT) ? { posture, holders: ids } : { posture: HOLDS, holders: [ids[0]!] };
}

/** The first days of stretches through which the same zones stand in the same way. */
function turns(pack: ZonePack, zones: readonly number[]): number[] {
  const days = new Set<number>();
  for (const zone of zones) {
    days.add(pack.may[zone]!);
    if (pack.sure[zone]! > pack.may[zone]!) days.add(pack.sure[zone]!);
    if (pack.sureTo[zone]! !== OPEN_END) days.add(Math.max(pack.may[zone]!, pack.sureTo[zone]! + 1));
    if (pack.mayTo[zone]! !== OPEN_END) days.add(pack.mayTo[zone]! + 1);
  }
  return [...days].sort((a, b) => a - b);
}

/** The row a day lies in; −1 before the first. */
function rowAt(days: readonly number[], day: number): number {
  let low = 0, high = days.length;
  while (low < high) {
    const middle = low + high >> 1;
    if (days[middle]! <= day) low = middle + 1; else high = middle;
  }
  return low - 1;
}

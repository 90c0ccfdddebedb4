// For each option of each filter: how many events of the window and the view there are under it, by what the other filters leave.

import type { ActorLineage, MapBounds } from '../contract.ts';
import type { Shown } from '../model.ts';
import { GRADES, type EventPack, type FacetPack, type FacetSets } from '../packs/index.ts';
import { actorsUntil, placesIn, setsWith, weakestOf } from './mask.ts';

/** Certain and possible together. Events that name no place are on no map, so no view leaves them out. */
export interface FacetCounts {
  /** By the event pack's types. */
  readonly types: Uint32Array;
  readonly actors: Uint32Array;
  readonly sources: Uint32Array;
  readonly governorates: Uint32Array;
  readonly disputed: number;
  /** By GRADES: of each grade alone. */
  readonly grades: Uint32Array;
  /** What all filters together leave. */
  readonly left: number;
}

export interface Counting {
  /** Counts so many rows more; true when all are counted. */
  go(rows: number): boolean;
  counts(): FacetCounts;
}

const TYPE = 1, ACTOR = 2, SOURCE = 4, GOVERNORATE = 8, DISPUTED = 16, TEXT = 32, GRADE = 64;

/** `matching` as for keptRows. */
export function counting(events: EventPack, facets: FacetPack, shown: Pick<Shown, 'from' | 'to' | 'types' | 'filters'>, bounds: MapBounds, matching: Uint8Array | null,
  lineages: readonly ActorLineage[] = []): Counting {
  const { earliest, latest, place, type } = events, { actorSets, sourceSets, governorate } = facets, { from, to, filters } = shown;
  const inView = placesInView(events, bounds);
  // What each facet holds against a row, by the row's type, set or place: 0 where it lets it pass.
  const byType = Uint8Array.from(events.types, id => shown.types === null || shown.types.includes(id) ? 0 : TYPE);
  const byActors = against(setsWith(actorSets, facets.actors, filters?.actors ?? null), actorSets.start.length - 1, ACTOR);
  const until = actorsUntil(actorSets, facets.actors, filters, lineages);
  const bySources = against(setsWith(sourceSets, facets.sources, filters?.sources ?? null), sourceSets.start.length - 1, SOURCE);
  const byPlace = against(placesIn(governorate, facets.governorates, filters?.governorates ?? null), governorate.length, GOVERNORATE);
  const undisputed = filters?.disputed ? DISPUTED : 0, texts = filters?.text != null ? matching ?? new Uint8Array(events.count) : null;

  const weakest = weakestOf(filters), grades = new Uint32Array(GRADES.length);
  const types = new Uint32Array(256), governorates = new Uint32Array(256);
  const ofActors = new Uint32Array(byActors.length), ofSources = new Uint32Array(bySources.length);
  let disputed = 0, left = 0, row = 0;
  const end = events.count;

  return {
    go(rows) {
      const stop = Math.min(end, row + rows);
      for (; row < stop; row++) {
        if (earliest[row]! > to || latest[row]! < from || inView[place[row]!] === 0) continue;
        const told = facets.disputed[row >> 3]! >> (row & 7) & 1;
        const grade = facets.grade[row]!;
        const held = byType[type[row]!]! | (until === null ? byActors[actorSets.of[row]!]! : earliest[row]! <= until[actorSets.of[row]!]! ? 0 : ACTOR) | bySources[sourceSets.of[row]!]! | byPlace[place[row]!]!
          | (told === 1 ? 0 : undisputed) | (texts === null || texts[row] === 1 ? 0 : TEXT) | (grade <= weakest ? 0 : GRADE);
        if (held === 0) left++;
        if ((held & ~TYPE) === 0) types[type[row]!]!++;
        if ((held & ~ACTOR) === 0) ofActors[actorSets.of[row]!]!++;
        if ((held & ~SOURCE) === 0) ofSources[sourceSets.of[row]!]!++;
        if ((held & ~GOVERNORATE) === 0) governorates[governorate[place[row]!]!]!++;
        if ((held & ~DISPUTED) === 0) disputed += told;
        if ((held & ~GRADE) === 0) grades[grade]!++;
      }
      return row >= end;
    },
    counts: () => ({
      types: types.slice(0, events.types.length), governorates: governorates.slice(0, facets.governorates.length), disputed, grades, left,
      actors: perItem(actorSets, ofActors, facets.actors.length), sources: perItem(sourceSets, ofSources, facets.sources.length),
    }),
  };
}

/** 1 for each place in view, and for "no place". */
function placesInView({ placeLat, placeLng }: EventPack, { south, west, north, east }: MapBounds): Uint8Array {
  return Uint8Array.from(placeLat, (lat, place) => {
    const lng = placeLng[place]!;
    return Number.isNaN(lat) || (lat >= south && lat <= north && lng >= west && lng <= east) ? 1 : 0;
  });
}

function against(passes: Uint8Array | null, length: number, bit: number): Uint8Array {
  return passes === null ? new Uint8Array(length) : passes.map(one => one === 1 ? 0 : bit);
}

function perItem({ start, item }: FacetSets, perSet: Uint32Array, items: number): Uint32Array {
  const counts = new Uint32Array(items);
  for (let set = 0; set < perSet.length; set++)
    for (let i = start[set]!; i < start[set + 1]!; i++) counts[item[i]!]! += perSet[set]!;
  return counts;
}

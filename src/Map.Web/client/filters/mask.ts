// Which events the filters besides the type leave. Each distinct set of actors or sources is judged once, then every row in one pass.

import type { ActorLineage } from '../contract.ts';
import type { Filters } from '../model.ts';
import { GRADES, type EventPack, type FacetName, type FacetPack, type FacetSets } from '../packs/index.ts';
import { dayOfIso, OPEN_END } from '../time/days.ts';

/** 1 for each row that is left. `matching`: 1 for each row whose text answers; needed where the filters ask for a text. Keys that are not known match nothing. */
export function keptRows(events: EventPack, facets: FacetPack, filters: Filters, matching: Uint8Array | null, lineages: readonly ActorLineage[] = []): Uint8Array {
  const { count, place, earliest } = events, { actorSets, sourceSets, governorate, disputed, grade } = facets, weakest = weakestOf(filters);
  const kept = filters.text !== null && matching !== null ? matching.slice() : new Uint8Array(count).fill(filters.text === null ? 1 : 0);
  const until = actorsUntil(actorSets, facets.actors, filters, lineages);
  const actors = until ? null : setsWith(actorSets, facets.actors, filters.actors), sources = setsWith(sourceSets, facets.sources, filters.sources);
  const places = placesIn(governorate, facets.governorates, filters.governorates);
  // One plain loop for each part: together they would be judged by branches that no processor foresees.
  if (until) for (let row = 0; row < count; row++) kept[row]! &= earliest[row]! <= until[actorSets.of[row]!]! ? 1 : 0;
  if (actors) for (let row = 0; row < count; row++) kept[row]! &= actors[actorSets.of[row]!]!;
  if (sources) for (let row = 0; row < count; row++) kept[row]! &= sources[sourceSets.of[row]!]!;
  if (places) for (let row = 0; row < count; row++) kept[row]! &= places[place[row]!]!;
  if (filters.disputed) for (let row = 0; row < count; row++) kept[row]! &= disputed[row >> 3]! >> (row & 7);
  if (weakest < GRADES.length - 1) for (let row = 0; row < count; row++) kept[row]! &= grade[row]! <= weakest ? 1 : 0;
  return kept;
}

/** The index of the weakest grade that is kept: the last where none is asked for. */
export function weakestOf(filters: Filters | null): number {
  const asked = filters?.grade == null ? -1 : (GRADES as readonly string[]).indexOf(filters.grade);
  return asked < 0 ? GRADES.length - 1 : asked;
}

/** For each set of actors the last day on which an event of theirs may begin to count for those asked for or their predecessors; null where no predecessors are asked for. */
export function actorsUntil({ start, item }: FacetSets, names: readonly FacetName[], filters: Filters | null, lineages: readonly ActorLineage[]): Float64Array | null {
  if (filters === null || filters.actors === null || !filters.lineage) return null;
  const days = new Map(filters.actors.map(key => [key, OPEN_END as number]));
  for (const { key, predecessors } of lineages)
    if (filters.actors.includes(key))
      for (const { key: earlier, until } of predecessors) days.set(earlier, Math.max(days.get(earlier) ?? -Infinity, (until === null ? null : dayOfIso(until)) ?? OPEN_END));
  const byName = Float64Array.from(names, name => days.get(name.key) ?? -Infinity);
  return Float64Array.from({ length: start.length - 1 }, (_, set) => {
    let last = -Infinity;
    for (let i = start[set]!; i < start[set + 1]!; i++) last = Math.max(last, byName[item[i]!]!);
    return last;
  });
}

/** 1 for each set that holds one of the keys; null where no keys are asked for. */
export function setsWith(sets: FacetSets, names: readonly FacetName[], keys: readonly string[] | null): Uint8Array | null {
  const wanted = indexed(names, keys);
  if (wanted === null) return null;
  const answer = new Uint8Array(sets.start.length - 1);
  for (let set = 0; set < answer.length; set++)
    for (let i = sets.start[set]!; i < sets.start[set + 1]!; i++) if (wanted[sets.item[i]!] === 1) answer[set] = 1;
  return answer;
}

/** 1 for each place in one of the governorates; null where none are asked for. */
export function placesIn(governorate: Uint8Array, names: readonly FacetName[], keys: readonly string[] | null): Uint8Array | null {
  const wanted = indexed(names, keys);
  return wanted && governorate.map(index => wanted[index] ?? 0);
}

function indexed(names: readonly FacetName[], keys: readonly string[] | null): Uint8Array | null {
  if (keys === null) return null;
  const asked = new Set(keys);
  return Uint8Array.from(names, name => asked.has(name.key) ? 1 : 0);
}

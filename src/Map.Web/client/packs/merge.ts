// Rows that stand and what has changed since, as one. Runs of rows between two changes are copied whole: a million rows take a few milliseconds.

import type { ChangePack } from './change-pack.ts';
import type { EventPack } from './event-pack.ts';
import { numbersBelow, type FacetName, type FacetPack, type FacetSets } from './facet-pack.ts';

/** The events of now: equal to an event pack made of them, but for the numbers of places. */
export function mergeEvents(standing: EventPack, changes: ChangePack): EventPack {
  if (changes.rows !== standing.count || changes.places !== standing.placeLat.length || changes.typeCount !== standing.types.length)
    throw new Error('These changes belong to another event pack.');
  const places = changes.places + changes.placeLat.length;
  const count = standing.count - changes.removed.length + changes.count;
  return {
    count,
    types: [...standing.types, ...changes.types],
    earliest: merged(standing.earliest, changes.earliest, changes, new Int32Array(count)),
    latest: merged(standing.latest, changes.latest, changes, new Int32Array(count)),
    place: merged(standing.place, changes.place, changes, numbersBelow(places, count)),
    type: merged(standing.type, changes.type, changes, new Uint8Array(count)),
    lasted: mergedBits(standing.lasted, changes.lasted, changes, count),
    placeLat: joined(standing.placeLat, changes.placeLat, length => new Float64Array(length)),
    placeLng: joined(standing.placeLng, changes.placeLng, length => new Float64Array(length)),
    placePrecision: joined(standing.placePrecision, changes.placePrecision, length => new Uint8Array(length)),
  };
}

/** The ids of the rows that `mergeEvents` makes. */
export function mergeIds(standing: Float64Array, changes: ChangePack): Float64Array {
  return merged(standing, changes.id, changes, new Float64Array(standing.length - changes.removed.length + changes.count));
}

/** What filters ask of the rows that `mergeEvents` makes. */
export function mergeFacets(standing: FacetPack, changes: ChangePack): FacetPack {
  const count = standing.count - changes.removed.length + changes.count;
  const actors = withNames(standing.actors, changes.actors), sources = withNames(standing.sources, changes.sources);
  return {
    count,
    actors: actors.all,
    sources: sources.all,
    governorates: standing.governorates,
    actorSets: withSets(standing.actorSets, changes.actorsOf.map(set => set.map(i => actors.index[i]!).sort((a, b) => a - b)), actors.all.length, changes, count),
    sourceSets: withSets(standing.sourceSets, changes.sourcesOf.map(set => set.map(i => sources.index[i]!).sort((a, b) => a - b)), sources.all.length, changes, count),
    governorate: joined(standing.governorate, changes.placeGovernorate, length => new Uint8Array(length)),
    disputed: mergedBits(standing.disputed, changes.disputed, changes, count),
    grade: merged(standing.grade, changes.grade, changes, new Uint8Array(count)),
  };
}

/** Names that stand keep their index; new ones follow. */
function withNames(standing: readonly FacetName[], more: readonly FacetName[]): { readonly all: readonly FacetName[]; readonly index: number[] } {
  const all = [...standing], indexOf = new Map(standing.map((name, i) => [name.key, i]));
  const index = more.map(name => indexOf.get(name.key) ?? all.push(name) - 1);
  return { all, index };
}

function withSets(standing: FacetSets, added: readonly number[][], names: number, changes: ChangePack, count: number): FacetSets {
  const sets = standing.start.length - 1, ends: number[] = [], items: number[] = [], numbers = new Map<string, number>();
  const of = Uint32Array.from(added, set => {
    const key = set.join();
    let number = numbers.get(key);
    if (number === undefined) {
      items.push(...set);
      number = sets + ends.push(standing.item.length + items.length) - 1;
      numbers.set(key, number);
    }
    return number;
  });
  return {
    start: joined(standing.start, ends, length => new Uint32Array(length)),
    item: joined(standing.item, items, length => numbersBelow(names, length)),
    of: merged(standing.of, of, changes, numbersBelow(sets + ends.length, count)),
  };
}

interface Numbers extends ArrayLike<number> {
  set(from: ArrayLike<number>, at?: number): void;
  subarray(from: number, to: number): ArrayLike<number>;
  [i: number]: number;
}

function joined<T extends Numbers>(one: ArrayLike<number>, other: ArrayLike<number>, room: (length: number) => T): T {
  const all = room(one.length + other.length);
  all.set(one);
  all.set(other, one.length);
  return all;
}

function merged<T extends Numbers>(standing: Numbers, added: ArrayLike<number>, changes: ChangePack, into: T): T {
  walk(standing.length, changes, (from, to, at) => into.set(standing.subarray(from, to), at), (i, at) => { into[at] = added[i]!; });
  return into;
}

function mergedBits(standing: Uint8Array, added: Uint8Array, changes: ChangePack, count: number): Uint8Array {
  const into = new Uint8Array((count + 7) >> 3);
  walk(changes.rows, changes, (from, to, at) => copyBits(standing, from, to, into, at), (i, at) => { if (added[i]) into[at >> 3]! |= 1 << (at & 7); });
  return into;
}

/** Eight at a time where a byte says that there is nothing to copy: few rows have a bit. */
function copyBits(source: Uint8Array, from: number, to: number, into: Uint8Array, at: number): void {
  for (let row = from; row < to; row++) {
    if (source[row >> 3] === 0) { row |= 7; continue; }
    if (source[row >> 3]! >> (row & 7) & 1) into[(row - from + at) >> 3]! |= 1 << (row - from + at & 7);
  }
}

/** Goes through the merged rows in order: runs of standing rows as `copy(from, to, at)`, added ones as `add(i, at)`. */
function walk(rows: number, { removed, before, count }: ChangePack, copy: (from: number, to: number, at: number) => void, add: (i: number, at: number) => void): void {
  let row = 0, at = 0, i = 0, gone = 0;
  const upTo = (end: number) => {
    while (row < end) {
      const stop = gone < removed.length && removed[gone]! < end ? removed[gone]! : end;
      if (stop > row) copy(row, stop, at);
      at += stop - row;
      row = stop;
      if (row < end) { row++; gone++; }
    }
  };
  while (i < count) {
    upTo(before[i]!);
    add(i++, at++);
  }
  upTo(rows);
}

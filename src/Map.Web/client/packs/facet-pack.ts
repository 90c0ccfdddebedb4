import { Bytes } from './bytes.ts';

/** What a filter may choose. */
export interface FacetName {
  readonly key: string;
  readonly name: string;
  /** Empty where there is none. */
  readonly nameAr: string;
}

/** Sets of names, each told once. Those of row r: item[start[of[r]]] … item[start[of[r] + 1] − 1], rising. */
export interface FacetSets {
  readonly start: Uint32Array;
  readonly item: Uint16Array | Uint32Array;
  readonly of: Uint16Array | Uint32Array;
}

/** What filters ask of each row of the event pack, in its order. */
export interface FacetPack {
  readonly count: number;
  /** Most used first. */
  readonly actors: readonly FacetName[];
  readonly sources: readonly FacetName[];
  /** All of the country's, by p-code. */
  readonly governorates: readonly FacetName[];
  readonly actorSets: FacetSets;
  readonly sourceSets: FacetSets;
  /** Index of a governorate for each place of the event pack; NOWHERE = in none. */
  readonly governorate: Uint8Array;
  /** One bit a row: it has competing claims. Read with `disputed(pack, row)`. */
  readonly disputed: Uint8Array;
  /** The summary grade of each row, an index into GRADES: the firmest is 0. */
  readonly grade: Uint8Array;
}

export const NOWHERE = 255;

/** Ids of the summary grades, the firmest first: what stands in packs, addresses and filters. */
export const GRADES = ['confirmed', 'fair', 'weak', 'contested', 'discounted'] as const;

export function disputed(pack: FacetPack, row: number): boolean {
  return (pack.disputed[row >> 3]! >> (row & 7) & 1) === 1;
}

export function readFacetPack(file: ArrayBuffer): FacetPack {
  const bytes = new Bytes(file, 'MFC2');
  const count = bytes.count(), places = bytes.count();
  const governorates = readNames(bytes);
  const governorate = bytes.run(places).slice();
  const actors = readNames(bytes), actorSets = readSets(bytes, count, actors.length);
  const sources = readNames(bytes), sourceSets = readSets(bytes, count, sources.length);
  const bits = new Uint8Array((count + 7) >> 3);
  for (let left = bytes.count(), row = 0; left > 0; left--) {
    row += bytes.varint();
    if (row >= count) throw new Error('This pack speaks of rows that are not there.');
    bits[row >> 3]! |= 1 << (row & 7);
  }
  const grade = bytes.run(count).slice();
  if (grade.some(one => one >= GRADES.length)) throw new Error('This pack speaks of grades that are not there.');
  bytes.end();
  return { count, actors, sources, governorates, actorSets, sourceSets, governorate, disputed: bits, grade };
}

function readNames(bytes: Bytes): FacetName[] {
  const names: FacetName[] = [];
  for (let left = bytes.count(); left > 0; left--)
    names.push(readName(bytes));
  return names;
}

export function readName(bytes: Bytes): FacetName {
  return { key: bytes.take(bytes.varint()), name: bytes.take(bytes.varint()), nameAr: bytes.take(bytes.varint()) };
}

function readSets(bytes: Bytes, rows: number, names: number): FacetSets {
  const sets = bytes.count(), start = new Uint32Array(sets + 1), items: number[] = [];
  for (let set = 0; set < sets; set++) {
    for (let left = bytes.count(), item = 0; left > 0; left--) items.push(item += bytes.varint());
    start[set + 1] = items.length;
  }
  if (items.some(item => item >= names)) throw new Error('This pack speaks of names that are not there.');
  const of = numbersBelow(sets, rows);
  for (let row = 0; row < rows; row++) {
    const set = of[row] = bytes.varint();
    if (set >= sets) throw new Error('This pack speaks of sets that are not there.');
  }
  const item = numbersBelow(names, items.length);
  item.set(items);
  return { start, item, of };
}

/** Room for numbers below a limit. */
export function numbersBelow(limit: number, length: number): Uint16Array | Uint32Array {
  return limit > 65536 ? new Uint32Array(length) : new Uint16Array(length);
}

import { Bytes } from './bytes.ts';
import { OPEN_END, OPEN_START } from './days.ts';
import { readName, type FacetName } from './facet-pack.ts';

/** How events differ from those of the event pack: rows that are gone, and rows that have come, with all that is known of them. Struct of arrays, one entry an added row. */
export interface ChangePack {
  /** Rows, places and types of the event pack that is meant. */
  readonly rows: number;
  readonly places: number;
  readonly typeCount: number;
  /** Types and places that the event pack has not, numbered on from its own. */
  readonly types: readonly string[];
  readonly placeLat: readonly number[];
  readonly placeLng: readonly number[];
  readonly placePrecision: readonly number[];
  readonly placeGovernorate: readonly number[];
  /** Rows of the event pack that are gone, rising. */
  readonly removed: Uint32Array;
  readonly count: number;
  /** The row of the event pack before which the added row stands; never falls. */
  readonly before: Uint32Array;
  readonly earliest: Int32Array;
  readonly latest: Int32Array;
  readonly lasted: Uint8Array;
  readonly disputed: Uint8Array;
  /** As in the facet pack. */
  readonly grade: Uint8Array;
  readonly place: Uint32Array;
  readonly type: Uint8Array;
  readonly id: Float64Array;
  /** What `actorsOf` and `sourcesOf` point to. */
  readonly actors: readonly FacetName[];
  readonly sources: readonly FacetName[];
  readonly actorsOf: readonly (readonly number[])[];
  readonly sourcesOf: readonly (readonly number[])[];
}

const LASTED = 1, OPEN_AT_END = 2, OPEN_AT_START = 4, DISPUTED = 8, GRADE_AT = 4;

export function readChangePack(file: ArrayBuffer): ChangePack {
  const bytes = new Bytes(file, 'MCH2');
  const rows = bytes.varint(), places = bytes.varint(), typeCount = bytes.varint();
  const list = <T>(read: () => T): T[] => Array.from({ length: bytes.count() }, read);
  const types = list(() => bytes.take(bytes.byte()));
  const placeLat: number[] = [], placeLng: number[] = [], placePrecision: number[] = [], placeGovernorate: number[] = [];
  for (let left = bytes.count(), lat = 0, lng = 0; left > 0; left--) {
    placeLat.push((lat += bytes.zigzag()) / 1e5);
    placeLng.push((lng += bytes.zigzag()) / 1e5);
    placePrecision.push(bytes.byte());
    placeGovernorate.push(bytes.byte());
  }
  const rising = (): number[] => {
    let before = 0;
    return list(() => before += bytes.varint());
  };
  const removed = Uint32Array.from(rising());
  const actors = list(() => readName(bytes)), sources = list(() => readName(bytes));

  const count = bytes.count();
  const before = new Uint32Array(count), earliest = new Int32Array(count), latest = new Int32Array(count), id = new Float64Array(count);
  const lasted = new Uint8Array(count), disputed = new Uint8Array(count), grade = new Uint8Array(count), type = new Uint8Array(count), place = new Uint32Array(count);
  const actorsOf: number[][] = [], sourcesOf: number[][] = [];
  for (let i = 0, row = 0, day = 0, known = 0; i < count; i++) {
    before[i] = row += bytes.varint();
    const flags = bytes.byte();
    day += bytes.zigzag();
    const length = bytes.varint();
    earliest[i] = flags & OPEN_AT_START ? OPEN_START : day;
    latest[i] = flags & OPEN_AT_END ? OPEN_END : day + length;
    lasted[i] = flags & LASTED ? 1 : 0;
    disputed[i] = flags & DISPUTED ? 1 : 0;
    grade[i] = flags >> GRADE_AT;
    place[i] = bytes.varint();
    type[i] = bytes.byte();
    id[i] = known += bytes.zigzag();
    actorsOf.push(rising());
    sourcesOf.push(rising());
  }
  bytes.end();
  return {
    rows, places, typeCount, types, placeLat, placeLng, placePrecision, placeGovernorate, removed, count, before, earliest, latest, lasted, disputed, grade, place, type, id,
    actors, sources, actorsOf, sourcesOf,
  };
}

import { Bytes } from './bytes.ts';
import { OPEN_END, OPEN_START } from './days.ts';

/** Every public event, one row each, ordered by earliest day (open starts first), then place. Struct of arrays: a million rows take about 13 MB. */
export interface EventPack {
  readonly count: number;
  /** Ids of the event types; `type` points here. */
  readonly types: string[];
  /** Never falls from row to row. OPEN_START where the start is open. */
  readonly earliest: Int32Array;
  /** OPEN_END where the end is open. */
  readonly latest: Int32Array;
  /** Index of a place; 0 is "no place". */
  readonly place: Uint16Array | Uint32Array;
  readonly type: Uint8Array;
  /** One bit a row: it lasted from earliest to latest, otherwise it is one day within. Read with `lasted(pack, row)`. */
  readonly lasted: Uint8Array;
  /** Degrees, one a place; NaN for place 0. */
  readonly placeLat: Float64Array;
  readonly placeLng: Float64Array;
  /** 0 exact, 1 near, 2 district, 3 governorate, 4 region, 5 country, 255 no place. */
  readonly placePrecision: Uint8Array;
}

export const precisions = ['exact', 'near', 'district', 'governorate', 'region', 'country'] as const;

/** Did the event last from its earliest to its latest day? */
export function lasted(pack: EventPack, row: number): boolean {
  return (pack.lasted[row >> 3]! >> (row & 7) & 1) === 1;
}

const LASTED = 1, OPEN = 2;

export function readEventPack(file: ArrayBuffer): EventPack {
  const bytes = new Bytes(file, 'MEV1');
  const count = bytes.count();
  const open = bytes.varint();
  const places = bytes.count();
  const typeCount = bytes.count();
  const spans = bytes.count();

  const types: string[] = [];
  for (let i = 0; i < typeCount; i++) types.push(bytes.take(bytes.byte()));

  const placeLat = new Float64Array(places), placeLng = new Float64Array(places), placePrecision = new Uint8Array(places);
  for (let i = 0, lat = 0, lng = 0; i < places; i++) {
    placeLat[i] = (lat += bytes.zigzag()) / 1e5;
    placeLng[i] = (lng += bytes.zigzag()) / 1e5;
    placePrecision[i] = bytes.byte();
  }
  placeLat[0] = placeLng[0] = NaN;

  const earliest = new Int32Array(count), latest = new Int32Array(count);
  const place = places > 65536 ? new Uint32Array(count) : new Uint16Array(count);
  readDays(bytes, latest, place, 0, open);
  earliest.fill(OPEN_START, 0, open);
  readDays(bytes, latest, place, open, count);
  for (let row = open; row < count; row++) earliest[row] = latest[row]!;

  const type = bytes.run(count).slice();

  const lasting = new Uint8Array((count + 7) >> 3);
  for (let i = 0, row = 0; i < spans; i++) {
    row += bytes.varint();
    const flags = bytes.byte();
    const length = bytes.varint();
    if (flags & LASTED) lasting[row >> 3]! |= 1 << (row & 7);
    latest[row] = flags & OPEN ? OPEN_END : latest[row]! + length;
  }
  bytes.end();
  return { count, types, earliest, latest, place, type, lasted: lasting, placeLat, placeLng, placePrecision };
}

/** Runs of rows on one day; inside a run the places rise, so each is told by its distance from the one before. */
function readDays(bytes: Bytes, days: Int32Array, places: Uint16Array | Uint32Array, from: number, to: number): void {
  if (from === to) return;
  let day = bytes.zigzag();
  for (let row = from; row < to;) {
    day += bytes.varint();
    const end = row + bytes.varint();
    if (end > to || end === row) throw new Error('The day runs of this pack do not add up.');
    for (let place = 0; row < end; row++) {
      days[row] = day;
      places[row] = place += bytes.varint();
    }
  }
}

import { Bytes } from './bytes.ts';

export const CITY = 0, TOWN = 1, VILLAGE = 2, SEAT = 3, SITE = 4, COUNTRY = 5, WATER = 6, SEA_NAME = 7, REGION = 8;

/** Names to write on the map, the most important first. */
export interface LabelPack {
  readonly count: number;
  /** The place's id; 0 for a country or a water, which are no places of the gazetteer. */
  readonly place: Float64Array;
  readonly lat: Float64Array;
  readonly lng: Float64Array;
  readonly kind: Uint8Array;
  /** 1 is written first, 6 last. */
  readonly rank: Uint8Array;
  /** 0 where unknown. */
  readonly population: Float64Array;
  readonly name: string[];
  /** Empty where no source gives it. */
  readonly nameAr: string[];
}

export function readLabelPack(file: ArrayBuffer): LabelPack {
  const bytes = new Bytes(file, 'MPL1');
  const count = bytes.count();
  const place = new Float64Array(count), lat = new Float64Array(count), lng = new Float64Array(count), population = new Float64Array(count);
  const kind = new Uint8Array(count), rank = new Uint8Array(count), name: string[] = [], nameAr: string[] = [];
  for (let i = 0, row = 0, column = 0; i < count; i++) {
    place[i] = bytes.varint();
    lat[i] = (row += bytes.zigzag()) / 1e5;
    lng[i] = (column += bytes.zigzag()) / 1e5;
    kind[i] = bytes.byte();
    rank[i] = bytes.byte();
    population[i] = bytes.varint();
    name.push(bytes.take(bytes.varint()));
    nameAr.push(bytes.take(bytes.varint()));
  }
  bytes.end();
  return { count, place, lat, lng, kind, rank, population, name, nameAr };
}

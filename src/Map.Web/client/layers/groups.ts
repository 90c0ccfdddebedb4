// Places gathered once for a zoom, so that a step of time only adds up counts. Places are projected, never events.

import type { EventPack } from '../packs/index.ts';
import type { Happening } from '../time/happening.ts';
import { pixelX, pixelY, worldSize } from './view.ts';

/** Places of one zoom in groups whose anchors lie at least the stated distance apart. The anchor is the place with most events. Anchored pixels. */
export interface Groups {
  readonly count: number;
  readonly x: Float32Array;
  readonly y: Float32Array;
  /** Group of each place; −1 for "no place". */
  readonly of: Int32Array;
  readonly placeX: Float32Array;
  readonly placeY: Float32Array;
}

/** `order`: places by importance; the first to come to a spot is the anchor of those that come after. */
export function groupPlaces(pack: EventPack, zoom: number, apart: number): Groups {
  const places = pack.placeLat.length, size = worldSize(zoom);
  const placeX = new Float32Array(places), placeY = new Float32Array(places), of = new Int32Array(places).fill(-1);
  const anchors: number[] = [], squares = new Map<number, number[]>();
  const square = (x: number, y: number) => Math.floor(x / apart) * 1_048_576 + Math.floor(y / apart);
  for (let place = 0; place < places; place++) {
    const x = placeX[place] = pixelX(pack.placeLng[place]!, size), y = placeY[place] = pixelY(pack.placeLat[place]!, size);
    if (Number.isNaN(x)) continue;
    let nearest = -1, distance = apart * apart;
    for (let row = -1; row <= 1; row++)
      for (let column = -1; column <= 1; column++)
        for (const group of squares.get(square(x + column * apart, y + row * apart)) ?? []) {
          const anchor = anchors[group]!;
          const away = (placeX[anchor]! - x) ** 2 + (placeY[anchor]! - y) ** 2;
          if (away < distance) {
            distance = away;
            nearest = group;
          }
        }
    if (nearest < 0) {
      nearest = anchors.push(place) - 1;
      const key = square(x, y), there = squares.get(key);
      if (there) there.push(nearest);
      else squares.set(key, [nearest]);
    }
    of[place] = nearest;
  }
  const x = Float32Array.from(anchors, place => placeX[place]!), y = Float32Array.from(anchors, place => placeY[place]!);
  return { count: anchors.length, x, y, of, placeX, placeY };
}

/** Counts of each group in the window, and the one place of a group that has a single one. */
export interface GroupCounts {
  readonly certain: Uint32Array;
  readonly possible: Uint32Array;
  /** The last place counted into the group: the place, where only one has events. */
  readonly place: Int32Array;
}

export function groupCounts(groups: Groups): GroupCounts {
  return { certain: new Uint32Array(groups.count), possible: new Uint32Array(groups.count), place: new Int32Array(groups.count) };
}

export function countGroups(groups: Groups, happening: Happening, counts: GroupCounts): void {
  const { certain, possible, place } = counts;
  certain.fill(0);
  possible.fill(0);
  const { placeCertain, placePossible } = happening;
  for (let at = 0; at < groups.of.length; at++) {
    const sure = placeCertain[at]!, perhaps = placePossible[at]!;
    if (sure === 0 && perhaps === 0) continue;
    const group = groups.of[at]!;
    if (group < 0) continue;
    certain[group]! += sure;
    possible[group]! += perhaps;
    place[group] = at;
  }
}

/** Rows of each place, in the pack's order. */
export interface RowsByPlace { readonly start: Uint32Array; readonly rows: Uint32Array }

export function rowsByPlace(pack: EventPack): RowsByPlace {
  const start = new Uint32Array(pack.placeLat.length + 1);
  for (let row = 0; row < pack.count; row++) start[pack.place[row]! + 1]!++;
  for (let place = 1; place < start.length; place++) start[place]! += start[place - 1]!;
  const next = start.slice(), rows = new Uint32Array(pack.count);
  for (let row = 0; row < pack.count; row++) rows[next[pack.place[row]!]!++] = row;
  return { start, rows };
}

/** The row that happens at each of these places, which have one: by a look at every row, for a picture drawn before they are sorted. */
export function loneRows(pack: EventPack, { state }: Happening, places: readonly number[]): (place: number) => number {
  const wanted = new Uint8Array(pack.placeLat.length), found = new Map<number, number>();
  for (const place of places) wanted[place] = 1;
  if (places.length > 0) for (let row = 0; row < pack.count; row++) if (state[row] !== 0 && wanted[pack.place[row]!] === 1) found.set(pack.place[row]!, row);
  return place => found.get(place) ?? -1;
}

/** The rows of a place that happen in the window, latest first, at most so many. */
export function happeningAt(pack: EventPack, { start, rows }: RowsByPlace, happening: Happening, place: number, most: number): number[] {
  const found: number[] = [];
  let low = start[place]!, high = start[place + 1]!;
  const first = low;
  while (low < high) {
    const middle = (low + high) >>> 1;
    if (pack.earliest[rows[middle]!]! <= happening.to) low = middle + 1;
    else high = middle;
  }
  for (let i = low - 1; i >= first && found.length < most; i--) if (happening.state[rows[i]!] !== 0) found.push(rows[i]!);
  return found;
}

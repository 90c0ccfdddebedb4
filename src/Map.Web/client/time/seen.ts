// Which events the map's view holds. Those without a place are on no map and in every view.

import type { MapBounds } from '../contract.ts';
import type { EventPack } from '../packs/event-pack.ts';
import type { Happening } from './happening.ts';

export interface Seen {
  /** 1 where a place is in view; for another view it is another array. */
  readonly places: Uint8Array;
  /** Takes another view; false where it holds the same places. */
  look(bounds: MapBounds): boolean;
  /** Events of the window in view. */
  tally(happening: Happening): { readonly certain: number; readonly possible: number };
}

export const within = (bounds: MapBounds, latitude: number, longitude: number) =>
  latitude >= bounds.south && latitude <= bounds.north && longitude >= bounds.west && longitude <= bounds.east;

export function createSeen({ placeLat, placeLng }: Pick<EventPack, 'placeLat' | 'placeLng'>): Seen {
  let places = new Uint8Array(placeLat.length), listed = new Uint32Array(0);
  return {
    get places() { return places; },
    look(bounds) {
      const next = new Uint8Array(placeLat.length);
      let many = 0, same = true;
      for (let place = 0; place < next.length; place++) {
        const lat = placeLat[place]!;
        const inView = Number.isNaN(lat) || within(bounds, lat, placeLng[place]!) ? 1 : 0;
        next[place] = inView;
        many += inView;
        if (inView !== places[place]) same = false;
      }
      if (same) return false;
      places = next;
      listed = new Uint32Array(many);
      for (let place = 0, at = 0; place < next.length; place++) if (next[place] === 1) listed[at++] = place;
      return true;
    },
    tally({ certain, possible, placeCertain, placePossible }) {
      if (listed.length === places.length) return { certain, possible };
      let sure = 0, maybe = 0;
      for (const place of listed) { sure += placeCertain[place]!; maybe += placePossible[place]!; }
      return { certain: sure, possible: maybe };
    },
  };
}

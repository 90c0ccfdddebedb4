// The embed in the frame beside the form of a view: it tells the form what it shows and which spot was pointed at. Only a page of this very site hears it.

import { writeAddress } from './address.ts';
import type { MapState } from './contract.ts';
import type { MapHost } from './host.ts';
import { LAYERS, partOf } from './model.ts';

/** What an embed says to the form that shows it. */
export interface PreviewSaid {
  readonly type: 'map-preview';
  /** What is shown, as an address says it. */
  readonly shown?: string;
  /** "latitude, longitude" in degrees. */
  readonly picked?: string;
}

/** What a host does besides, where this page is such a frame. Where the map stands by itself is nothing new to the form: only what a hand has moved is told. */
export function previewHost(): Pick<MapHost, 'pick'> & { shows(state: MapState): void } {
  let isMoved = false;
  for (const hand of ['pointerdown', 'wheel', 'keydown'] as const) addEventListener(hand, () => { isMoved = true; }, { capture: true, passive: true });
  const tell = (said: Omit<PreviewSaid, 'type'>) => parent.postMessage({ type: 'map-preview', ...said } satisfies PreviewSaid, location.origin);
  return {
    pick: (latitude, longitude) => tell({ picked: `${latitude.toFixed(4)}, ${longitude.toFixed(4)}` }),
    shows(state) {
      const { day, window, view, layers = LAYERS, series = null, types = null, filters = null } = partOf(state);
      if (!isMoved || day === undefined || window === undefined || view === undefined) return;
      tell({ shown: writeAddress({ day, window, view, layers, series, event: null, types, filters }, { layers: LAYERS, types: null }) });
    },
  };
}

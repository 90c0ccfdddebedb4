// Words of a named view beside spots of the map. They stand above names and discs, never leave the map's frame, and go with their spot.

import type L from 'leaflet';
import type { MapCallout } from '../contract.ts';
import { element } from './dom.ts';
import type { Box } from './view.ts';

export interface Callouts {
  /** Where the words stand, in the map's pixels: names keep off. */
  boxes(): Box[];
  dispose(): void;
}

/** Pixels that the words keep from the map's edge. */
const EDGE = 6;

export function createCallouts(root: HTMLElement, map: L.Map, callouts: readonly MapCallout[]): Callouts {
  const layer = element('div', 'map-callouts');
  const made = callouts.map(callout => {
    const words = element('p', 'map-callout-words', callout.text);
    words.dir = 'auto';
    words.setAttribute('role', 'note');
    const spot = element('div', 'map-callout', element('span', 'map-callout-line'), words);
    spot.dataset['side'] = callout.side;
    layer.append(spot);
    return { callout, spot, words };
  });
  if (made.length > 0) root.append(layer);

  function place(): void {
    const { x: width, y: height } = map.getSize();
    for (const { callout, spot, words } of made) {
      const at = map.latLngToContainerPoint([callout.latitude, callout.longitude]);
      const away = at.x < 0 || at.y < 0 || at.x > width || at.y > height;
      spot.hidden = away;
      if (away) continue;
      spot.style.setProperty('--x', `${at.x.toFixed(1)}px`);
      spot.style.setProperty('--y', `${at.y.toFixed(1)}px`);
      // Above and below, the words move along the edge rather than over it; the line stays with the spot.
      const beside = callout.side === 'left' || callout.side === 'right';
      const half = (beside ? words.offsetHeight : words.offsetWidth) / 2, middle = beside ? at.y : at.x, room = beside ? height : width;
      const shift = Math.max(EDGE + half - middle, Math.min(0, room - EDGE - half - middle));
      spot.style.setProperty('--shift', `${(half * 2 + 2 * EDGE > room ? 0 : shift).toFixed(1)}px`);
    }
  }

  const hide = () => { layer.hidden = true; };
  const show = () => {
    layer.hidden = false;
    place();
  };
  map.on('zoomstart', hide);
  map.on('move zoomend resize', show);
  show();

  return {
    boxes() {
      if (layer.hidden || made.length === 0) return [];
      const from = root.getBoundingClientRect();
      return made.flatMap(({ spot, words }) => {
        if (spot.hidden) return [];
        const { left, top, width, height } = words.getBoundingClientRect();
        return [{ x: left - from.left, y: top - from.top, width, height }];
      });
    },
    dispose() {
      map.off('zoomstart', hide);
      map.off('move zoomend resize', show);
      layer.remove();
    },
  };
}

// Moves the map until a spot stands where it should on the screen. Where the map's reach ends there, it comes closer.

import L from 'leaflet';

export interface IntoSight {
  /** `where` says at which point of the map the spot should stand, null where it stands well; it is asked anew after each move. */
  bring(spot: L.LatLngLiteral, where: () => L.PointExpression | null): void;
  /** What is wanted no more. */
  forget(): void;
  dispose(): void;
}

/** The map may be held back, so that it is not tried for ever. */
const TRIES = 3;

export function createIntoSight(map: L.Map): IntoSight {
  let wanted: (() => void) | null = null, moves = false;
  const begins = () => { moves = true; };
  const ends = () => {
    moves = false;
    wanted?.();
  };
  // The reader's hand decides.
  const forget = () => { wanted = null; };
  map.on('movestart', begins);
  map.on('moveend', ends);
  map.on('dragstart', forget);

  return {
    bring(spot, where) {
      let tries = TRIES;
      wanted = () => {
        const at = where();
        if (at === null || tries-- === 0) wanted = null;
        else lookFrom(map, spot, L.point(at));
      };
      // On its way somewhere the map says nothing of where a spot will be.
      if (!moves) wanted();
    },
    forget,
    dispose() {
      forget();
      map.off('movestart', begins);
      map.off('moveend', ends);
      map.off('dragstart', forget);
    },
  };
}

function lookFrom(map: L.Map, spot: L.LatLngLiteral, at: L.Point): void {
  let zoom = map.getZoom();
  const middle = () => map.project(spot, zoom).subtract(at).add(map.getSize().divideBy(2));
  while (zoom < map.getMaxZoom() && !isInReach(map, middle(), zoom)) zoom++;
  map.setView(map.unproject(middle(), zoom), zoom, { animate: !matchMedia('(prefers-reduced-motion: reduce)').matches });
}

/** Is the map let look from there? */
function isInReach(map: L.Map, middle: L.Point, zoom: number): boolean {
  const { maxBounds } = map.options;
  if (!maxBounds) return true;
  const bounds = maxBounds instanceof L.LatLngBounds ? maxBounds : L.latLngBounds(maxBounds), half = map.getSize().divideBy(2);
  const from = map.project(bounds.getNorthWest(), zoom).add(half), to = map.project(bounds.getSouthEast(), zoom).subtract(half);
  return middle.x >= from.x && middle.x <= to.x && middle.y >= from.y && middle.y <= to.y;
}

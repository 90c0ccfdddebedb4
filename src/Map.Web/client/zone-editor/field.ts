// The part of a form that holds a zone's ground, and what of the map a zone may be fitted to.

import L from 'leaflet';
import { GOVERNORATE_LINE, STATE_BORDER, type BasePack } from '../packs/index.ts';
import { fromGeoJson, NOTHING, ringsOf, spotOf, twiceArea, type MultiPolygon, type Ring, type Shape, type Spot } from './shape.ts';
import type { MapData } from '../layers/layer.ts';
import type { Stage } from '../layers/stage.ts';
import { createZoneEditor, type ZoneEditor } from './editor.ts';

/** What stands in a field that only this editor and the server write; anything else is no ground. */
export function readShape(words: string): Shape {
  if (words.trim() === '') return NOTHING;
  return fromGeoJson(JSON.parse(words) as MultiPolygon);
}

/** With what the map itself knows: borders of the base map to be drawn to, and the zone in sight. */
export function editZoneOn(root: HTMLElement, { map }: Stage, { base }: MapData, field: HTMLElement): ZoneEditor {
  const shape = readShape(field.querySelector('textarea')!.value);
  showAll(map, shape.parts.length > 0 ? shape : readShape(field.dataset['neighbours'] ?? ''));
  return createZoneEditor(root, map, field, bordersOf(base));
}

/** Lines of the base map that a zone may end at, as rings: state and governorate borders. */
function bordersOf(base: BasePack): Ring[] {
  const rings: Ring[] = [];
  for (let shape = 0; shape < base.shapes; shape++) {
    if (base.class[shape] !== STATE_BORDER && base.class[shape] !== GOVERNORATE_LINE) continue;
    for (let part = base.partStart[shape]!; part < base.partStart[shape + 1]!; part++) {
      const spots: Spot[] = [];
      for (let point = base.pointStart[part]!; point < base.pointStart[part + 1]!; point++) spots.push(spotOf(base.x[point]!, base.y[point]!));
      // There and back: a line has no side that joins its ends.
      rings.push([...spots, ...spots.slice(1, -1).reverse()]);
    }
  }
  return rings;
}

export function showAll(map: L.Map, shape: Shape): void {
  const spots = [...ringsOf(shape)].flatMap(({ ring }) => ring.map(([x, y]): L.LatLngTuple => [y / 1e6, x / 1e6]));
  if (spots.length > 0) map.fitBounds(L.latLngBounds(spots).pad(0.15), { animate: false, maxZoom: 12 });
}

/** A degree of latitude, in kilometres. */
const DEGREE = 111.32;

export function squareKilometres({ parts }: Shape): number {
  return parts.reduce((sum, { outer, holes }) => {
    const latitude = outer.reduce((total, spot) => total + spot[1], 0) / outer.length / 1e6;
    return sum + [outer, ...holes].reduce((area, ring) => area + twiceArea(ring), 0) / 2e12 * DEGREE * DEGREE * Math.cos(latitude * Math.PI / 180);
  }, 0);
}

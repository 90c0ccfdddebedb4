// Leaflet as far as this map uses it: its map under the hand and, where an outside server is asked for tiles, their layer. The build puts this in the place of the whole library,
// whose markers, shapes, pop-ups and controls were two thirds of it, read by every browser before the first picture. Who needs another part of L adds it here;
// tests/client/leaflet-parts.test.ts says which is missing.

import * as DomUtil from './node_modules/leaflet/src/dom/DomUtil.js';
import { LatLngBounds, toLatLngBounds as latLngBounds } from './node_modules/leaflet/src/geo/LatLngBounds.js';
import { toPoint as point } from './node_modules/leaflet/src/geometry/Point.js';
import { tileLayer } from './node_modules/leaflet/src/layer/tile/TileLayer.js';
import { map } from './node_modules/leaflet/src/map/index.js';

export default { DomUtil, LatLngBounds, latLngBounds, point, tileLayer, map };

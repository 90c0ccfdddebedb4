import type { MapBounds } from '../contract.ts';

/** The reader may look so far, and no farther: beyond it the map has nothing to show. The server says so of zones that lie elsewhere (MapReach.cs). */
export const REACH: MapBounds = { south: 29.5, west: 31.5, north: 40, east: 46.5 };

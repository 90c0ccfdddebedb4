// Zones that are boxes, for tests.

import { OPEN_END, type ZonePack } from '../../src/Map.Web/client/packs/index.ts';

/** One zone; each by the next of the two holders unless it says by whom. */
export interface Said { readonly may: number; readonly sure?: number; readonly sureTo?: number; readonly mayTo?: number; readonly of?: number; readonly source?: number; readonly method?: number; readonly holder?: number; readonly box?: readonly [number, number, number, number] }

/** A pack of boxes: west, south, east, north. */
export function packOf(zones: readonly Said[]): ZonePack {
  const boxes = zones.map(zone => zone.box ?? [37, 36, 38, 37]), starts = (step: number) => Uint32Array.from({ length: zones.length + 1 }, (_, i) => i * step);
  const of = (read: (zone: Said) => number) => Int32Array.from(zones, read);
  return {
    holders: ['sdf', 'sna'], sources: [], methods: ['by hand', 'from above'], series: ['a', 'b'].map(key => ({ key, title: key, titleAr: '', imported: true, method: '', licence: '', source: 0 })), count: zones.length,
    id: Float64Array.from(zones, (_, i) => i + 1), of: Uint16Array.from(zones, zone => zone.of ?? 0), source: Uint16Array.from(zones, zone => zone.source ?? 0),
    method: Uint16Array.from(zones, zone => zone.method ?? 0),
    posture: new Uint8Array(zones.length), holderStart: starts(1), holder: Uint8Array.from(zones, (zone, i) => zone.holder ?? i % 2),
    may: of(zone => zone.may), sure: of(zone => zone.sure ?? zone.may), sureTo: of(zone => zone.sureTo ?? zone.mayTo ?? OPEN_END), mayTo: of(zone => zone.mayTo ?? OPEN_END),
    polygonStart: starts(1), ringStart: starts(1), pointStart: starts(4),
    x: Float64Array.from(boxes.flatMap(([w, , e]) => [w, e, e, w])), y: Float64Array.from(boxes.flatMap(([, s, , n]) => [s, s, n, n])),
  };
}

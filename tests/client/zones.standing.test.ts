import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { OPEN_END, type ZonePack } from '../../src/Map.Web/client/packs/index.ts';
import { breaksOf, holdersOf, reachOf, seriesOf, standingOn, zonesAt, zonesOn } from '../../src/Map.Web/client/zones/standing.ts';

interface Said { readonly may: number; readonly sure?: number; readonly sureTo?: number; readonly mayTo?: number; readonly of?: number; readonly source?: number; readonly box?: readonly [number, number, number, number] }

/** A pack of boxes: west, south, east, north. */
function packOf(zones: readonly Said[]): ZonePack {
  const boxes = zones.map(zone => zone.box ?? [37, 36, 38, 37]), starts = (step: number) => Uint32Array.from({ length: zones.length + 1 }, (_, i) => i * step);
  const of = (read: (zone: Said) => number) => Int32Array.from(zones, read);
  return {
    holders: ['sdf', 'sna'], sources: [], series: ['a', 'b'].map(key => ({ key, title: key, titleAr: '', imported: true, method: '', licence: '', source: 0 })), count: zones.length,
    id: Float64Array.from(zones, (_, i) => i + 1), of: Uint16Array.from(zones, zone => zone.of ?? 0), source: Uint16Array.from(zones, zone => zone.source ?? 0),
    posture: new Uint8Array(zones.length), holderStart: starts(1), holder: Uint8Array.from(zones, (_, i) => i % 2),
    may: of(zone => zone.may), sure: of(zone => zone.sure ?? zone.may), sureTo: of(zone => zone.sureTo ?? zone.mayTo ?? OPEN_END), mayTo: of(zone => zone.mayTo ?? OPEN_END),
    polygonStart: starts(1), ringStart: starts(1), pointStart: starts(4),
    x: Float64Array.from(boxes.flatMap(([w, , e]) => [w, e, e, w])), y: Float64Array.from(boxes.flatMap(([, s, , n]) => [s, s, n, n])),
  };
}

test('A zone stands from its first day to its last, and perhaps while either is not known', () => {
  const pack = packOf([{ may: 10, sure: 20, sureTo: 30, mayTo: 40 }]);
  deepEqual([9, 10, 19, 20, 30, 31, 40, 41].map(day => standingOn(pack, 0, day)), [null, 'beginning', 'beginning', 'surely', 'surely', 'ending', 'ending', null]);
});

test('On days on which one zone may have ended and the next may have begun, both stand', () => {
  const pack = packOf([{ may: 0, sureTo: 30, mayTo: 40 }, { may: 31, sure: 41 }]);
  deepEqual(zonesOn(pack, 0, 35).map(({ standing }) => standing), ['ending', 'beginning']);
  deepEqual(zonesOn(pack, 0, 41).map(({ zone, standing }) => [zone, standing]), [[1, 'surely']]);
});

test('Where zones lie over each other the uppermost answers, and one series says nothing of another', () => {
  const pack = packOf([{ may: 0 }, { may: 0, box: [37.5, 36.5, 39, 38] }, { may: 0, of: 1 }]);
  deepEqual(zonesAt(pack, 0, 5, 36.6, 37.6), [1, 0]);
  deepEqual(zonesAt(pack, 0, 5, 36.2, 37.2), [0]);
  deepEqual(zonesAt(pack, 0, 5, 40, 40), []);
  deepEqual(zonesAt(pack, 1, 5, 36.6, 37.6), [2]);
  deepEqual(holdersOf(pack, 1), ['sna']);
  deepEqual([seriesOf(pack, 'b'), seriesOf(pack, 'c'), seriesOf(null, 'b'), seriesOf(pack, null)], [1, -1, -1, -1]);
});

test('A break is where a series begins and ends, and where its zones come from another source; a change of the same source is a movement', () => {
  deepEqual(breaksOf(packOf([{ may: 100, mayTo: 199 }, { may: 200, mayTo: 299 }, { may: 300, mayTo: 399, source: 1 }, { may: 400, mayTo: 499, source: 1 }]), 0), [100, 300, 500]);
  deepEqual(breaksOf(packOf([{ may: 100 }, { may: 150, source: 1, of: 1 }]), 0), [100]);
  deepEqual(breaksOf(packOf([]), 0), []);
  deepEqual(reachOf(packOf([{ may: 3, mayTo: 9 }, { may: 1, mayTo: 4 }]), 0), { from: 1, to: 9 });
  equal(reachOf(packOf([{ may: 3 }]), 1), null);
});

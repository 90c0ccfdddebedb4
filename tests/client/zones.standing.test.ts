import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { holdersOf, reachOf, seriesOf, standingOn, zonesAt, zonesOn } from '../../src/Map.Web/client/zones/standing.ts';
import { packOf } from './zone-boxes.ts';

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

test('A series reaches from the first day of its zones to the last', () => {
  deepEqual(reachOf(packOf([{ may: 3, mayTo: 9 }, { may: 1, mayTo: 4 }]), 0), { from: 1, to: 9 });
  equal(reachOf(packOf([{ may: 3 }]), 1), null);
});

import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { OPEN_START } from '../../src/Map.Web/client/packs/index.ts';
import { standing } from '../../src/Map.Web/client/time/announce.ts';
import { changesOn, lastChange, nextChange, type Changing } from '../../src/Map.Web/client/time/changes.ts';
import { zonesChanged, zonesOver } from '../../src/Map.Web/client/zones/changes.ts';
import { speak } from '../../src/Map.Web/client/words.ts';
import { packOf, type Said } from './zone-boxes.ts';

const view = { south: 35, north: 38, west: 36, east: 39 };

/** A series alone: no events, nothing derived. */
const shown = (zones: readonly Said[]): Changing => ({ events: null, takes: () => false, control: null, zones: { pack: packOf(zones), series: 0 }, bounds: view });

test('While a series is shown, the next change is the next day on which one of its zones in view begins, or ends with none after it', () => {
  const what = shown([{ may: OPEN_START, mayTo: 99 }, { may: 100, mayTo: 199 }, { may: 300 }, { may: 150, of: 1 }, { may: 250, box: [44, 13, 45, 14] }]);
  deepEqual([nextChange(what, 0), nextChange(what, 100), nextChange(what, 200), nextChange(what, 300)], [100, 200, 300, null]);
  equal(lastChange(what, 300), 200);
  deepEqual([99, 100, 200, 300].map(day => changesOn(what, day)), [0, 1, 1, 1]);
});

test('Of two days those zones have changed that stand on one alone, and one that took the place of another is one change', () => {
  const zones = { pack: packOf([{ may: 0, mayTo: 99 }, { may: 100 }, { may: 100 }, { may: 100, of: 1 }, { may: 100, box: [44, 13, 45, 14] }]), series: 0 };
  deepEqual([zonesChanged(zones, view, 50, 60), zonesChanged(zones, view, 50, 150), zonesChanged(zones, view, 150, 50)], [0, 2, 2]);
  deepEqual([1, 2].map(many => standing(0, null, 0, many)), ['1 January 1970: 1 zone changed', '1 January 1970: 2 zones changed']);
  speak('ar');
  equal(standing(0, null, 0, 2), '1 كانون الثاني 1970: تغيّرت منطقتان');
  speak('en');
});

test('The history of a spot by a series is every zone of it that ever held the spot, in the order of their days', () => {
  const pack = packOf([{ may: 200 }, { may: 100, mayTo: 199 }, { may: 0, mayTo: 99, box: [44, 13, 45, 14] }, { may: 0, of: 1 }]);
  deepEqual(zonesOver(pack, 0, 36.5, 37.5), [1, 0]);
});

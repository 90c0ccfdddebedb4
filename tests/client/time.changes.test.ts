import { deepEqual, equal } from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { standing } from '../../src/Map.Web/client/time/announce.ts';
import { changesOn, lastChange, nextChange, placesChanged, type Changing } from '../../src/Map.Web/client/time/changes.ts';
import { dayOf, OPEN_END, OPEN_START } from '../../src/Map.Web/client/time/days.ts';
import { happening } from '../../src/Map.Web/client/time/happening.ts';
import { createNearest } from '../../src/Map.Web/client/time/nearest.ts';
import { createSeen } from '../../src/Map.Web/client/time/seen.ts';
import type { ControlPack } from '../../src/Map.Web/client/packs/control-pack.ts';
import { speak } from '../../src/Map.Web/client/words.ts';
import { seeded } from './random.ts';

afterEach(() => speak('en'));
const view = { south: 35, north: 37, west: 36, east: 38 };

/** Rows stand by their earliest day; place 0 is no place, 1 in view, 2 far away. */
const pack = (rows: [earliest: number, latest: number, place: number, type?: number][]) => ({
  count: rows.length, types: ['clash', 'strike'], earliest: Int32Array.from(rows, row => row[0]), latest: Int32Array.from(rows, row => row[1]),
  type: Uint8Array.from(rows, row => row[3] ?? 0), place: Uint16Array.from(rows, row => row[2]), lasted: new Uint8Array(rows.length),
  placeLat: Float64Array.of(NaN, 36, 10), placeLng: Float64Array.of(NaN, 37, 10), placePrecision: new Uint8Array(3),
});

function looking(events: ReturnType<typeof pack>, types: string[] | null = null): Changing {
  const counted = happening(events), seen = createSeen(events);
  counted.setTypes(types);
  seen.look(view);
  return { events, takes: row => counted.counts(row) && seen.places[events.place[row]!] === 1, control: null, bounds: view };
}

test('The next and the last change are those in view, of the types that count', () => {
  const events = pack([[OPEN_START, 5, 1], [10, 10, 1], [20, 20, 1, 1], [30, 30, 2], [40, 40, 1]]);
  const what = looking(events, ['clash']);
  equal(nextChange(what, 10), 40);
  equal(nextChange(what, 40), null);
  equal(lastChange(what, 40), 10);
  equal(lastChange(what, 10), null);
  equal(nextChange(looking(events), 10), 20);
});

test('A change is as large as what begins on its day; an event without a place is in every view', () => {
  const what = looking(pack([[10, 10, 0], [10, 12, 1], [10, 10, 2], [11, 11, 0]]));
  deepEqual([9, 10, 11, 12].map(day => changesOn(what, day)), [0, 2, 1, 0]);
  equal(nextChange(what, 10), 11);
});

test('Events in view are counted with those that have no place, and all of them where all is in view', () => {
  const events = pack([[10, 10, 0], [10, 12, 1], [10, 10, 2]]), counted = happening(events), seen = createSeen(events);
  counted.setWindow(10, 10);
  equal(seen.look(view), true);
  equal(seen.look({ ...view, north: 37.5 }), false);
  deepEqual(seen.tally(counted), { certain: 1, possible: 1 });
  seen.look({ south: 0, north: 80, west: 0, east: 80 });
  deepEqual(seen.tally(counted), { certain: 2, possible: 1 });
});

test('The nearest event kept from frame to frame is the one a fresh search finds, in any order of questions', () => {
  const random = seeded(11);
  const rows = Array.from({ length: 60 }, () => [random.whole(300), 0, random.whole(8) === 0 ? 1 : 2] as [number, number, number]).sort((a, b) => a[0] - b[0]);
  for (const row of rows) row[1] = row[0];
  const what = looking(pack(rows)), kept = createNearest();
  for (let round = 0; round < 2000; round++) {
    const day = random.whole(400) - 50;
    deepEqual(kept.find(what, day - 3, day), createNearest().find(what, day - 3, day), String(day));
  }
  deepEqual(createNearest().find(looking(pack([[10, 10, 1]])), 50, OPEN_END), { day: 10, ahead: false });
  equal(createNearest().find(looking(pack([[10, 10, 2]])), 0, 5), null);
});

/** Cells in view but the last: the first changes hands on day 20, the second is only said again, the third is lost to nobody known. */
const control = {
  holders: ['a', 'b'], cells: 4, to: 100, lat: Float64Array.of(36, 36, 36, 10), lng: Float64Array.of(37, 37, 37, 10),
  holdingStart: Uint32Array.of(0, 2, 4, 5, 7), may: Int32Array.of(1, 20, 1, 20, 20, 1, 20), posture: Uint8Array.of(0, 0, 0, 0, 0, 0, 0),
  holderStart: Uint32Array.of(0, 1, 2, 3, 4, 5, 6, 7), holder: Uint8Array.of(0, 1, 0, 0, 1, 0, 1),
} as unknown as ControlPack;

test('Places changed are those in view held otherwise than before, and none beyond what is known', () => {
  const what = { events: null, takes: () => false, control, bounds: view };
  equal(placesChanged(what, 10, 30), 2);
  equal(placesChanged(what, 30, 10), 2);
  equal(placesChanged(what, 21, 30), 0);
  equal(placesChanged(what, 10, 101), 0);
  equal(changesOn(what, 20), 3);
});

test('A settled date is told in one sentence, in the forms of each language', () => {
  const day = dayOf(2019, 10, 9);
  equal(standing(day, { certain: 11, possible: 3 }, 2), '9 October 2019: 14 events, 3 possible; control of 2 places changed');
  equal(standing(day, { certain: 0, possible: 0 }, 0), '9 October 2019: no events');
  equal(standing(day, null, 1), '9 October 2019: control of 1 place changed');
  equal(standing(day, null, 0), '9 October 2019');
  speak('ar');
  equal(standing(day, { certain: 11, possible: 3 }, 2), '9 تشرين الأول 2019: 14 حدثاً، منها 3 محتملة؛ تغيّرت السيطرة على مكانين');
  equal(standing(day, { certain: 1, possible: 0 }, 5), '9 تشرين الأول 2019: حدث واحد؛ تغيّرت السيطرة على 5 أماكن');
});

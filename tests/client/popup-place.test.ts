import assert from 'node:assert/strict';
import { test } from 'node:test';
import { bestPlace, placeInSight, roomFor, type Room } from '../../src/Map.Web/client/layers/popup-place.ts';
import { meet } from '../../src/Map.Web/client/layers/view.ts';
import { seeded } from './random.ts';

const card = { width: 290, height: 300 };
const room = (x: number, width: number, height: number, button = 0): Room => ({ seen: { x, y: 0, width, height }, free: { x, y: button, width, height: height - button }, avoid: [] });
const desktop = room(0, 1000, 560), besidePanel = room(0, 440, 450), overSheet = room(0, 390, 480);

test('a spot that is seen with room for its card is left where it is', () => {
  assert.equal(placeInSight({ x: 500, y: 280 }, card, desktop), null);
  assert.equal(placeInSight({ x: 3, y: 555 }, card, desktop), null);
});

test('a spot under the panel or under the sheet comes out of it by the shortest way', () => {
  const { x, y } = placeInSight({ x: 470, y: 400 }, card, besidePanel)!;
  assert.deepEqual([x, y], [412, 400]);
  assert.ok(placeInSight({ x: 195, y: 560 }, card, overSheet)!.y < 480);
});

test('in Arabic the panel lies on the left, and the spot comes out to the right', () => {
  assert.equal(placeInSight({ x: 100, y: 420 }, card, room(360, 440, 450))!.x, 388);
});

test('where it may, a spot that has to move comes to stand on open map, not under what lies over its edge', () => {
  const credits = { x: 0, y: 440, width: 300, height: 40 };
  const { x, y } = placeInSight({ x: 195, y: 560 }, { width: 290, height: 300 }, { ...overSheet, avoid: [credits] })!;
  assert.ok(!meet(credits, { x: x - 12, y: y - 12, width: 24, height: 24 }), `${x}, ${y}`);
});

test('wherever a spot was, once it stands where it is told its card fits beside it and hides nothing of it', () => {
  const random = seeded(41).next;
  for (let i = 0; i < 2000; i++) {
    const where = room(random() < 0.5 ? 0 : 360, 200 + random() * 900, 270 + random() * 500, random() < 0.5 ? 0 : 60), { seen, free } = where, most = roomFor(where);
    const size = { width: Math.min(290, most.width), height: Math.min(40 + random() * 300, most.height) };
    const at = { x: random() * 1400 - 100, y: random() * 900 - 100 }, there = placeInSight(at, size, where) ?? at, place = bestPlace(there, size, where);
    assert.ok(there.x >= seen.x && there.x <= seen.x + seen.width && there.y >= 0 && there.y <= seen.height, `the spot ${JSON.stringify(there)} is in ${JSON.stringify(seen)}`);
    assert.ok(place.x >= free.x && place.x + place.width <= free.x + free.width && place.y >= free.y && place.y + place.height <= free.y + free.height, `the card ${JSON.stringify(place)} is in ${JSON.stringify(free)}`);
    assert.ok(!meet(place, { x: there.x - 12, y: there.y - 12, width: 24, height: 24 }), `the card ${JSON.stringify(place)} hides ${JSON.stringify(there)} in ${JSON.stringify(free)}`);
  }
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { metres } from '../../src/Map.Web/client/layers/hit.ts';
import { createTaken, placeLabel, slotBox, SLOTS } from '../../src/Map.Web/client/layers/placing.ts';
import { latitudeOf, longitudeOf, meet, metresPerPixel, pixelX, pixelY, worldSize, type Box } from '../../src/Map.Web/client/layers/view.ts';

test('A point goes to pixels and comes back', () => {
  for (const zoom of [6, 9, 13])
    for (const [lat, lng] of [[36.2, 37.16], [32.6, 36.1], [37.31, 42.38]] as const) {
      const size = worldSize(zoom);
      assert.ok(Math.abs(latitudeOf(pixelY(lat, size), size) - lat) < 1e-9);
      assert.ok(Math.abs(longitudeOf(pixelX(lng, size), size) - lng) < 1e-9);
    }
});

test('Pixels measure the ground', () => {
  const size = worldSize(10), lat = 36, pixels = pixelX(37.2, size) - pixelX(37, size);
  const ground = metres(lat, 37, lat, 37.2);
  assert.ok(Math.abs(pixels * metresPerPixel(lat, 10) / ground - 1) < 0.005);
});

test('Names never lie on each other or on what was there before', () => {
  const taken = createTaken();
  const legend = { x: 0, y: 0, width: 250, height: 400 };
  taken.take(legend);
  const placed: Box[] = [];
  for (let i = 0; i < 400; i++) {
    const x = i * 97 % 900, y = i * 61 % 650;
    const found = placeLabel(taken, x, y, 3, 40 + i % 30, 17, undefined);
    if (!found) continue;
    taken.take(found.box);
    placed.push(found.box);
  }
  assert.ok(placed.length > 60, `${placed.length} names found room`);
  for (const [i, box] of placed.entries()) {
    assert.ok(!meet(box, legend, 1.4));
    for (const other of placed.slice(i + 1)) assert.ok(!meet(box, other, 1.4));
  }
});

test('A name keeps the place it had while that is free', () => {
  for (let slot = 0; slot < SLOTS; slot++) assert.equal(placeLabel(createTaken(), 300, 300, 3, 50, 17, slot)!.slot, slot);
  const taken = createTaken();
  taken.take(slotBox(3, 300, 300, 3, 50, 17));
  assert.equal(placeLabel(taken, 300, 300, 3, 50, 17, 3)!.slot, 2, 'right and left touch what lies below');
});

test('Where all eight places are taken there is no name', () => {
  const taken = createTaken();
  taken.take({ x: 200, y: 250, width: 200, height: 100 });
  assert.equal(placeLabel(taken, 300, 300, 3, 50, 17, undefined), null);
});

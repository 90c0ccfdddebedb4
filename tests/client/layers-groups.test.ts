import assert from 'node:assert/strict';
import { test } from 'node:test';
import { opacityOf } from '../../src/Map.Web/client/layers/events.ts';
import { countGroups, groupCounts, groupPlaces, happeningAt, loneRows, rowsByPlace } from '../../src/Map.Web/client/layers/groups.ts';
import { short } from '../../src/Map.Web/client/layers/sprites.ts';
import type { EventPack } from '../../src/Map.Web/client/packs/index.ts';
import { OPEN_END, OPEN_START } from '../../src/Map.Web/client/time/days.ts';
import { happening } from '../../src/Map.Web/client/time/happening.ts';

/** A repeatable stream of numbers in 0 … 1. */
function numbers(seed: number): () => number {
  return () => {
    seed = (seed * 1_664_525 + 1_013_904_223) >>> 0;
    return seed / 4_294_967_296;
  };
}

function packOf(places: number, count: number): EventPack {
  const next = numbers(7);
  const earliest = Int32Array.from({ length: count }, () => Math.floor(next() * 1000)).sort();
  return {
    count, types: ['clash', 'strike'], earliest, latest: earliest.map(day => day + (next() < 0.3 ? Math.floor(next() * 20) : 0)),
    place: Uint16Array.from({ length: count }, () => Math.floor(next() ** 3 * places)), type: Uint8Array.from({ length: count }, () => next() < 0.5 ? 0 : 1),
    lasted: new Uint8Array((count + 7) >> 3),
    placeLat: Float64Array.from({ length: places }, (_, i) => i === 0 ? NaN : 34.5 + next() * 2.5), placeLng: Float64Array.from({ length: places }, (_, i) => i === 0 ? NaN : 36 + next() * 4),
    placePrecision: new Uint8Array(places),
  };
}

for (const zoom of [6, 8, 11])
  test(`Anchors of groups lie at least thirty pixels apart, and every place is near its own, at zoom ${zoom}`, () => {
    const pack = packOf(600, 10);
    const groups = groupPlaces(pack, zoom, 30);
    for (let a = 0; a < groups.count; a++)
      for (let b = a + 1; b < groups.count; b++) assert.ok(Math.hypot(groups.x[a]! - groups.x[b]!, groups.y[a]! - groups.y[b]!) >= 29.99);
    for (let place = 1; place < 600; place++) {
      const group = groups.of[place]!;
      assert.ok(Math.hypot(groups.x[group]! - groups.placeX[place]!, groups.y[group]! - groups.placeY[place]!) < 30.01);
    }
    assert.equal(groups.of[0], -1, 'events without a place are in no group');
  });

test('The counts of groups are those of a fresh count, whichever way the window came', () => {
  const pack = packOf(300, 5000);
  const groups = groupPlaces(pack, 8, 30), counts = groupCounts(groups), state = happening(pack), next = numbers(3);
  for (let step = 0; step < 60; step++) {
    const to = Math.floor(next() * 1000), from = to - Math.floor(next() * 90);
    state.setWindow(from, to);
    countGroups(groups, state, counts);
    const certain = new Uint32Array(groups.count), possible = new Uint32Array(groups.count);
    for (let row = 0; row < pack.count; row++) {
      const group = groups.of[pack.place[row]!]!;
      if (group < 0 || pack.earliest[row]! > to || pack.latest[row]! < from) continue;
      if (pack.earliest[row]! >= from && pack.latest[row]! <= to) certain[group]!++;
      else possible[group]!++;
    }
    assert.deepEqual(counts.certain, certain);
    assert.deepEqual(counts.possible, possible);
  }
});

test('The events of a place in the window are found, the latest first', () => {
  const pack = packOf(40, 3000);
  const rows = rowsByPlace(pack), state = happening(pack);
  state.setWindow(480, 509);
  for (let place = 1; place < 40; place++) {
    const expected = Array.from({ length: pack.count }, (_, row) => row).filter(row => pack.place[row] === place && state.state[row] !== 0).reverse();
    assert.deepEqual(happeningAt(pack, rows, state, place, 1000), expected);
    assert.deepEqual(happeningAt(pack, rows, state, place, 2), expected.slice(0, 2));
  }
});

test('The one event of a place is the same row whether the rows of places are sorted or not', () => {
  const pack = packOf(400, 3000), rows = rowsByPlace(pack), state = happening(pack);
  let seen = 0;
  for (let day = 100; day < 1000; day += 100) {
    state.setWindow(day - 29, day);
    const lone = Array.from({ length: 400 }, (_, place) => place).filter(place => place > 0 && state.placeCertain[place]! + state.placePossible[place]! === 1);
    const rowOf = loneRows(pack, state, lone);
    for (const place of lone) assert.equal(rowOf(place), happeningAt(pack, rows, state, place, 1)[0]);
    seen += lone.length;
  }
  assert.ok(seen > 50);
});

test('An event of an uncertain day is as faint as the part of its span in the window is small, and never solid', () => {
  const pack = { earliest: Int32Array.of(100, 100, OPEN_START, 100), latest: Int32Array.of(109, 109, 109, OPEN_END) };
  // Early in the month, looked at on its second day; then from its fifth on; then but for one day.
  assert.equal(opacityOf(pack, 0, 101, 101), 0.35);
  assert.equal(opacityOf(pack, 0, 104, 140), 0.6);
  assert.equal(opacityOf(pack, 0, 101, 140), 0.9);
  assert.ok([0, 1, 2, 3].every(row => opacityOf(pack, row, OPEN_START, OPEN_END) < 1));
  assert.equal(opacityOf(pack, 2, 101, 140), 0.6);
  assert.equal(opacityOf(pack, 3, 101, 140), 0.6);
});

test('A count fits its disc', () => {
  assert.deepEqual([7, 999, 1000, 1249, 9949, 9950, 16_566].map(short), ['7', '999', '1k', '1.2k', '9.9k', '10k', '17k']);
});

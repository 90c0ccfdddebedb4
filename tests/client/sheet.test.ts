import assert from 'node:assert/strict';
import { test } from 'node:test';
import { inLanguage } from '../../src/Map.Web/client/links.ts';
import { restingStop, stopHeights } from '../../src/Map.Web/client/sheet.ts';

const heights = stopHeights(844, 52);

test('the stops of the sheet are 182, half the screen, and all but the top bar', () => {
  assert.deepEqual(heights, { low: 182, half: 422, full: 792 });
});

test('a sheet let go at rest takes the nearest stop', () => {
  assert.equal(restingStop(200, 0, heights), 'low');
  assert.equal(restingStop(310, 0, heights), 'half');
  assert.equal(restingStop(640, 0.1, heights), 'full');
});

test('a flick goes one stop in its direction and no further than the last', () => {
  assert.equal(restingStop(200, 1, heights), 'half');
  assert.equal(restingStop(500, -1, heights), 'half');
  assert.equal(restingStop(400, -1, heights), 'low');
  assert.equal(restingStop(800, 1, heights), 'full');
});

test('an address keeps its parameters in the other language', () => {
  assert.equal(inLanguage('https://map.example/?date=2019-11-01&at=35.9,37.6,8', 'ar'), '/?date=2019-11-01&at=35.9,37.6,8&lang=ar');
  assert.equal(inLanguage('https://map.example/about?lang=ar#error', 'en'), '/about#error');
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { createHurry, LEAST, MOST } from '../../src/Map.Web/client/layers/hurry.ts';

const FRAME = 16.7;

test('A picture gets more time frame by frame while frames come in time, up to what a frame can spare', () => {
  const hurry = createHurry();
  let at = 0, before = hurry.of(at);
  for (let i = 0; i < 100; i++) {
    const now = hurry.of(at += FRAME);
    assert.ok(now >= before && now <= MOST);
    before = now;
  }
  assert.equal(before, MOST);
});

test('After a frame that came late the next gets half, and never nothing', () => {
  const hurry = createHurry();
  const before = hurry.of(0), after = hurry.of(2 * FRAME);
  assert.equal(after, before / 2);
  for (let i = 2; i < 20; i++) assert.ok(hurry.of(2 * i * FRAME + 1) >= LEAST);
});

test('A finger that rested for a while says nothing of how fast the page is', () => {
  const hurry = createHurry(), before = hurry.of(0);
  assert.equal(hurry.of(5000), before);
});

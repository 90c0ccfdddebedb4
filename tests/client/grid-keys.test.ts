import assert from 'node:assert/strict';
import { test } from 'node:test';
import { reach, stepOf } from '../../src/Map.Web/client/grid-keys.ts';

test('arrows go one cell on, and to the end with Control held', () => {
  assert.deepEqual(stepOf('ArrowDown', false, false), { row: 1, column: 0, ends: false });
  assert.deepEqual(stepOf('ArrowUp', true, false), { row: -1, column: 0, ends: true });
  assert.equal(reach(3, 1, false, 5), 4);
  assert.equal(reach(4, 1, false, 5), 4, 'there is nothing beyond the last');
  assert.equal(reach(0, -1, false, 5), 0);
  assert.equal(reach(2, -1, true, 5), 0);
  assert.equal(reach(2, 0, true, 5), 2, 'a step along the row stays in it');
});

test('where one reads from the right, left is onward', () => {
  assert.equal(stepOf('ArrowLeft', false, true)!.column, 1);
  assert.equal(stepOf('ArrowLeft', false, false)!.column, -1);
  assert.equal(stepOf('ArrowRight', false, true)!.column, -1);
  assert.equal(stepOf('Home', false, true)!.column, -1, 'Home is where the row begins');
});

test('Home and End go to the ends of the row, with Control to the ends of the table', () => {
  assert.deepEqual(stepOf('Home', false, false), { row: 0, column: -1, ends: true });
  assert.deepEqual(stepOf('End', true, false), { row: 1, column: 1, ends: true });
});

test('other keys do not walk', () => {
  for (const key of ['a', 'Enter', 'Tab', ' ', 'Escape', 'F2']) assert.equal(stepOf(key, false, false), null);
});

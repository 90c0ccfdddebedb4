import { test } from 'node:test';
import assert from 'node:assert/strict';
import { chapterAt, readingLine } from '../../src/Map.Web/client/story-place.ts';

test('the chapter that is read is the last that has come above the line', () => {
  assert.equal(chapterAt([300, 900, 1500], 320, false), 0);
  assert.equal(chapterAt([-500, 100, 700], 320, false), 1);
  assert.equal(chapterAt([500, 1100, 1700], 320, false), 0, 'before the first it is the first');
  assert.equal(chapterAt([-900, -300, 600], 320, true), 2, 'at the end of the page it is the last');
  assert.equal(chapterAt([], 320, false), -1);
});

test('a map across the top leaves the text less of the screen, one beside it all', () => {
  assert.equal(readingLine(900, { top: 56, bottom: 900, width: 700 }), 360);
  assert.equal(readingLine(800, { top: 52, bottom: 400, width: 390 }), 560);
  assert.equal(readingLine(800, { top: 0, bottom: 0, width: 0 }), 320);
});

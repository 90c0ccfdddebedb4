import assert from 'node:assert/strict';
import { test } from 'node:test';
import { paced } from '../../src/Map.Web/client/paced.ts';

/** The declarations at hand are older than what runs the tests. */
function stopClock(t: { mock: { timers: unknown } }): void {
  (t.mock.timers as { enable(options: { apis: string[] }): void }).enable({ apis: ['setTimeout', 'Date'] });
}

test('it is done once after a pause', t => {
  stopClock(t);
  let done = 0;
  const writing = paced(() => { done++; }, 300, 1000);
  writing.soon();
  t.mock.timers.tick(200);
  writing.soon();
  t.mock.timers.tick(299);
  assert.equal(done, 0);
  t.mock.timers.tick(1);
  assert.equal(done, 1);
  t.mock.timers.tick(10_000);
  assert.equal(done, 1);
});

test('who types for a minute without a pause loses at most a second of it', t => {
  stopClock(t);
  let typed = 0, written = 0;
  const writing = paced(() => { written = typed; }, 300, 1000);
  for (let at = 0; at < 60_000; at += 100) {
    typed = at;
    writing.soon();
    t.mock.timers.tick(100);
    assert.ok(at - written <= 1000, `${at - written} ms were not written down`);
  }
});

test('what is stopped is not done', t => {
  stopClock(t);
  let done = 0;
  const writing = paced(() => { done++; }, 300, 1000);
  writing.soon();
  writing.stop();
  t.mock.timers.tick(5000);
  assert.equal(done, 0);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { HeldKeys, patience } from '../../src/Map.Web/client/held-keys.ts';

const key = (name: string, more: Partial<KeyboardEvent> = {}): KeyboardEvent => ({ key: name, ctrlKey: false, metaKey: false, altKey: false, shiftKey: false, ...more }) as KeyboardEvent;

test('what is typed while a cell is opened is done again in order', () => {
  const held = new HeldKeys(), done: string[] = [];
  held.hold(0);
  for (const name of ['A', 'z', 'Backspace', 'Enter', 'ArrowDown']) assert.ok(held.keep(key(name)));
  held.release(({ key }) => done.push(key));
  assert.deepEqual(done, ['A', 'z', 'Backspace', 'Enter', 'ArrowDown']);
  held.release(() => assert.fail('they are done once'));
});

test('a key after which there is something to wait for keeps those that follow it', () => {
  const held = new HeldKeys(), done: string[] = [];
  held.hold(0);
  for (const name of ['a', 'Tab', 'b', 'Enter', 'c']) held.keep(key(name));
  const again = ({ key }: { key: string }): void => { done.push(key); if (key === 'Tab' || key === 'Enter') held.hold(10); };
  held.release(again);
  assert.deepEqual(done, ['a', 'Tab']);
  held.keep(key('d'));
  held.release(again);
  assert.deepEqual(done, ['a', 'Tab', 'b', 'Enter']);
  held.release(again);
  assert.deepEqual(done, ['a', 'Tab', 'b', 'Enter', 'c', 'd']);
});

test('nobody waits for ever, and what is the browser’s is left to it', () => {
  const held = new HeldKeys();
  assert.ok(!held.isHolding(0));
  held.hold(0);
  assert.ok(held.isHolding(patience));
  assert.ok(!held.isHolding(patience + 1));
  assert.ok(!held.keep(key('r', { ctrlKey: true })));
  assert.ok(!held.keep(key('ArrowLeft', { altKey: true })));
  assert.ok(!held.keep(key('F5')));
  assert.ok(held.keep(key('a', { metaKey: true })));
});

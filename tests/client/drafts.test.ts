import assert from 'node:assert/strict';
import { test } from 'node:test';

// The module listens for the sign-out form of the page it is loaded into.
(globalThis as { document?: unknown }).document ??= { addEventListener() { /* no page here */ } };
const { get, put, steps } = await import('../../src/Map.Web/client/drafts.ts');

test('a path is read as properties and places in lists', () => {
  assert.deepEqual(steps('Claims[0].NewSource.Url'), ['Claims', 0, 'NewSource', 'Url']);
});

test('what is typed is put where its path leads', () => {
  const kept = { Draft: { Title: '', Claims: [{ Says: '' }, { Says: 'b' }] } };
  put(kept, 'Draft.Title', 'a title');
  put(kept, 'Draft.Claims[1].Says', 'c');
  assert.deepEqual(kept, { Draft: { Title: 'a title', Claims: [{ Says: '' }, { Says: 'c' }] } });
  assert.equal(get(kept, 'Draft.Claims[1].Says'), 'c');
});

test('what belonged to a row that is gone is left out', () => {
  const kept = { Draft: { Claims: [] } };
  put(kept, 'Draft.Claims[3].Says', 'lost row');
  put(kept, 'Draft.__proto__x', 'not a field');
  assert.deepEqual(kept, { Draft: { Claims: [] } });
});

import assert from 'node:assert/strict';
import { readdirSync, readFileSync } from 'node:fs';
import { test } from 'node:test';

// Types come from the whole library, so the compiler does not see that a part is missing; a browser would, in the middle of a move of the map.
const client = new URL('../../../../src/Map.Web/client/', import.meta.url), read = (name: string) => readFileSync(new URL(name, client), 'utf8');
const parts = /export default \{([^}]*)\}/.exec(read('leaflet-parts.js'))![1]!.split(',').map(name => name.trim());
const AS_A_VALUE = /\b(?:instanceof|new|extends) L\.(\w+)|(?<!: )\bL\.(\w+)(?=\()|\bL\.(\w+)\.\w+\(/g;

test('every part of Leaflet that the client uses is among those that are built in', () => {
  const used = new Set<string>();
  for (const file of sources()) {
    for (const [, ...found] of read(file).matchAll(AS_A_VALUE)) used.add(found.find(name => name !== undefined)!);
  }
  assert.ok(used.has('map') && used.has('LatLngBounds'), 'the uses are found');
  assert.deepEqual([...used].filter(name => !parts.includes(name)), []);
});

const sources = () => readdirSync(client, { recursive: true, encoding: 'utf8' }).filter(name => name.endsWith('.ts') && !name.startsWith('node_modules') && !name.startsWith('.'));

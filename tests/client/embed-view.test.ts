import { deepEqual } from 'node:assert/strict';
import { test } from 'node:test';
import type { MapLook } from '../../src/Map.Web/client/contract.ts';
import { renewWhereChanged } from '../../src/Map.Web/client/embed-view.ts';
import { FetchFailed } from '../../src/Map.Web/client/packs/index.ts';

const look: MapLook = { version: 'a', query: '', hidden: [], unnamed: [], colours: [], callouts: [] };

test('An embed of a view is asked anew where the view was changed or withdrawn, and stays where nothing is answered', async () => {
  const told: [string, number][] = [];
  for (const [what, answer] of [
    ['same', () => Promise.resolve({ version: 'a' })], ['changed', () => Promise.resolve({ version: 'b' })],
    ['withdrawn', (url: string) => Promise.reject(new FetchFailed(url, 404))], ['no line', (url: string) => Promise.reject(new FetchFailed(url, 0))], ['no answer', (url: string) => Promise.reject(new FetchFailed(url, 503))],
  ] as [string, (url: string) => Promise<{ version: string }>][]) {
    let reloads = 0;
    const asked: string[] = [];
    await renewWhereChanged(look, 'two crossings', { reload() { reloads++; } }, url => { asked.push(url); return answer(url); });
    deepEqual(asked, ['/data/view/two%20crossings.json']);
    told.push([what, reloads]);
  }
  deepEqual(told, [['same', 0], ['changed', 1], ['withdrawn', 1], ['no line', 0], ['no answer', 0]]);
});

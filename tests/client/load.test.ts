import { deepEqual, equal, rejects } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import type { MapOptions, PackIndexFile } from '../../src/Map.Web/client/contract.ts';
import { createLoader } from '../../src/Map.Web/client/layers/load.ts';

const golden = new URL('../../../../tests/golden/', import.meta.url);
const options = { indexUrl: '/data/index.json', dataUrl: '/data/', language: 'en' } as MapOptions;
const realFetch = globalThis.fetch;

afterEach(() => { globalThis.fetch = realFetch; });

const index = (part: Partial<PackIndexFile>): PackIndexFile => ({
  version: 1, events: 'standing-events.pack', eventIds: 'standing-ids.pack', facets: 'standing-facets.pack', changes: null, control: 'standing-control.pack', controlChanges: null, base: 'base.pack', places: 'labels.pack', zones: null,
  firstDay: '2016-01-01', eventsTo: '2019-01-01', controlTo: '2019-01-01', datasets: [], holders: [], lineages: [], ...part,
});

/** Answers with the files of tests/golden and 404 for all else; the index is whatever stands in `indexes`, the last one from then on. */
function serve(indexes: PackIndexFile[]): string[] {
  const asked: string[] = [];
  globalThis.fetch = async url => {
    const name = String(url).slice('/data/'.length);
    asked.push(name);
    if (name === 'index.json') return Response.json(indexes.length > 1 ? indexes.shift() : indexes[0]);
    try {
      return new Response(new Uint8Array(readFileSync(new URL(name, golden))));
    } catch {
      return new Response('', { status: 404 });
    }
  };
  return asked;
}

const quiet = { progress: () => { /* nobody looks */ } };
const loader = (stale = () => { /* nobody hears */ }) => createLoader(options, new AbortController().signal, stale);
const rows = JSON.parse(readFileSync(new URL('changes.json', golden), 'utf8')).rows as { id: number }[];

test('After an edit only the index and the changes are fetched, and ids and facets follow them', async () => {
  const asked = serve([index({}), index({ version: 2, changes: 'changes.pack' })]);
  const { load, ids, facets } = loader();
  const first = await load(null, quiet);
  equal((await ids(first)).length, first.events.count);
  asked.length = 0;
  const second = await load(first, quiet);
  deepEqual(asked, ['index.json', 'changes.pack']);
  equal(second.events.count, rows.length);
  equal(second.happening === first.happening, false);
  deepEqual([...await ids(second)], rows.map(row => row.id));
  deepEqual([(await facets(second)).count, (await facets(first)).count], [rows.length, first.events.count]);
});

test('After a control claim only the index and its changes are fetched, and merged into the control pack that stands, which can be tried with others', async () => {
  const asked = serve([index({}), index({ version: 2, controlChanges: 'controlchanges.pack' }), index({ version: 3 })]);
  const { load, tried } = loader();
  const first = await load(null, quiet);
  asked.length = 0;
  const second = await load(first, quiet);
  deepEqual(asked, ['index.json', 'controlchanges.pack']);
  deepEqual([second.events === first.events, second.control.cells - first.control.cells], [true, 1]);
  const file = new Uint8Array(readFileSync(new URL('controlchanges.pack', golden))).buffer;
  deepEqual(tried(file, 'standing-control.pack'), second.control);
  equal(tried(file, 'control-other.pack'), null);
  asked.length = 0;
  equal((await load(second, quiet)).control, first.control);
  deepEqual(asked, ['index.json']);
});

test('An index that was asked for early, but came after the map had asked for its own, is not taken for the next one', async () => {
  serve([index({}), index({ version: 2, controlChanges: 'controlchanges.pack' })]);
  const { load } = loader();
  const first = await load(null, quiet);
  const early = globalThis as { mapFiles?: Map<string, Promise<Response>> };
  early.mapFiles = new Map([['/data/index.json', Promise.resolve(Response.json(index({})))]]);
  try {
    equal((await load(first, quiet)).index.version, 2);
    equal(early.mapFiles.size, 0);
  } finally {
    delete early.mapFiles;
  }
});

test('What has not changed is kept as it is', async () => {
  const asked = serve([index({})]);
  const { load } = loader();
  const first = await load(null, quiet);
  asked.length = 0;
  const again = await load(first, quiet);
  deepEqual(asked, ['index.json']);
  equal(again.events, first.events);
  equal(again.happening, first.happening);
});

test('Once the changes are folded in, the new rows are fetched and no changes', async () => {
  const asked = serve([index({ changes: 'changes.pack' }), index({ version: 2, events: 'events.pack', eventIds: 'ids.pack' })]);
  const { load, ids } = loader();
  const first = await load(null, quiet);
  asked.length = 0;
  const second = await load(first, quiet);
  deepEqual(asked, ['index.json', 'events.pack']);
  equal((await ids(second)).length, second.events.count);
});

test('An index whose files are gone by the time they are fetched is asked for again, but not for ever', async () => {
  const gone = index({ events: 'events-gone.pack' });
  const asked = serve([gone, gone, index({ version: 2 })]);
  const data = await loader().load(null, quiet);
  deepEqual([data.index.version, asked.filter(name => name === 'index.json').length], [2, 3]);

  const askedInVain = serve([gone]);
  await rejects(loader().load(null, quiet), /404/);
  equal(askedInVain.filter(name => name === 'index.json').length, 4);
});

test('A page whose files are gone hears that it must load anew', async () => {
  serve([index({ eventIds: 'ids-gone.pack' })]);
  let heard = 0;
  const { load, ids } = loader(() => heard++);
  const data = await load(null, quiet);
  await rejects(ids(data), /404/);
  equal(heard, 1);
});

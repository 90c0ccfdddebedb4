import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { followAddress, readAddress, writeAddress } from '../../src/Map.Web/client/address.ts';
import { asked, createModel, EVENT_TYPES, firstShown, LAYERS } from '../../src/Map.Web/client/model.ts';
import { GRADES } from '../../src/Map.Web/client/packs/index.ts';
import { dayOfIso } from '../../src/Map.Web/client/time/days.ts';
import { seeded } from './random.ts';

const first = firstShown({ eventsTo: '2019-12-31', controlTo: '2024-03-01' }, 982, 680);

test('Any state survives the way through the address', () => {
  const random = seeded(7);
  for (let i = 0; i < 300; i++) {
    const start = {
      day: 10_000 + random.whole(12_000), window: ['1d', '7d', '30d', '90d', '1y', 'all', 'from', '44d'][random.whole(8)]!,
      view: { latitude: Number((30 + random.next() * 8).toFixed(4)), longitude: Number((30 + random.next() * 12).toFixed(4)), zoom: 5 + random.whole(20) / 4 },
      layers: LAYERS.filter(() => random.whole(2) === 0), series: random.whole(2) === 0 ? null : 'acaps-areas-of-control-2', event: random.whole(2) === 0 ? null : 1 + random.whole(2 ** 31),
      types: random.whole(2) === 0 ? null : EVENT_TYPES.slice(0, random.whole(9)),
      filters: asked({
        actors: random.whole(2) === 0 ? null : ['hts', 'ucdp-118'].slice(0, 1 + random.whole(2)), sources: random.whole(3) === 0 ? ['article-1'] : null,
        governorates: random.whole(3) === 0 ? ['SY02', 'SY07'] : null, disputed: random.whole(2) === 0, text: random.whole(2) === 0 ? null : 'car bomb & “mine”, إدلب', grade: random.whole(2) === 0 ? null : GRADES[random.whole(4)]!, lineage: random.whole(2) === 0,
      }),
    };
    const address = readAddress(writeAddress(createModel(start).now, first));
    deepEqual({ ...first, ...address.part }, start);
    deepEqual(address.notices, []);
  }
});

test('What is missing stays missing, so that the first view stands', () => {
  deepEqual(readAddress(''), { part: {}, language: null, theme: null, title: null, notices: [] });
  deepEqual(readAddress('?date=2023-12-19').part, { day: dayOfIso('2023-12-19') });
});

test('An unknown value is left out and named, the rest is kept', () => {
  const cases: [string, RegExp][] = [
    ['date=2023-02-30', /date=2023-02-30/], ['window=5w', /window=5w/], ['window=0d', /window=0d/], ['at=36', /at=36/], ['at=99,37,8', /at=99/], ['at=a,b,c', /at=a,b,c/], ['at=36,,8', /at=/],
    ['layers=control,roads', /layers=roads/], ['series=A%20series', /series=A series/], ['types=clash,picnic', /types=picnic/], ['event=abc', /event=abc/], ['event=-1', /event=-1/], ['lang=fr', /lang=fr/], ['theme=pink', /theme=pink/], ['disputed=yes', /disputed=yes/], ['grade=certain', /grade=certain/], ['actors=hts&lineage=yes', /lineage=yes/],
  ];
  for (const [query, named] of cases) {
    const address = readAddress(`?${query}&utm_source=somewhere`);
    equal(address.notices.length, 1, query);
    match(address.notices[0]!, named);
  }
  deepEqual(readAddress('?layers=control,roads').part.layers, ['control']);
  deepEqual(readAddress('?types=clash,picnic').part.types, ['clash']);
  equal(readAddress('?layers=roads').part.layers, undefined);
  equal(readAddress(`?date=${'9'.repeat(500)}`).notices[0]!.length < 120, true);
});

test('Every event type named is the same as none named', () => {
  equal(readAddress(`?types=${EVENT_TYPES.join(',')}`).part.types, null);
});

test('Language and title in the address are kept when it is written', () => {
  equal(writeAddress(createModel(first).now, first, '?lang=ar&date=2001-01-01&title=A%20%26%20B'), '?date=2024-03-01&window=30d&at=35.9,36.9,8&lang=ar&title=A%20%26%20B');
});

test('The bar is written when something settles, an opened event adds an entry, and going back applies the address', () => {
  const bar = fakeBar('/', '');
  const model = createModel(first), stop = followAddress(model, first, bar.window);
  model.change({ day: first.day - 1 }, 'date', false);
  deepEqual(bar.calls, []);
  model.change({ day: first.day - 2 }, 'date');
  model.change({ event: 1002, day: dayOfIso('2023-12-19')! }, 'event');
  deepEqual(bar.calls, ['replace /?date=2024-02-28&window=30d&at=35.9,36.9,8', 'push /?date=2023-12-19&window=30d&at=35.9,36.9,8&event=1002']);
  bar.goTo('?date=2016-05-05&window=7d');
  equal(model.now.day, dayOfIso('2016-05-05'));
  equal(model.now.event, null);
  equal(bar.calls.length, 2);
  stop();
  model.change({ day: 1 }, 'date');
  equal(bar.calls.length, 2);
});

function fakeBar(pathname: string, search: string) {
  const calls: string[] = [], location = { pathname, search, hash: '' };
  let heard: () => void = () => {};
  const to = (kind: string) => (_: unknown, __: string, url: string) => { calls.push(`${kind} ${url}`); location.search = url.slice(url.indexOf('?')); };
  const window = {
    location, history: { pushState: to('push'), replaceState: to('replace') },
    addEventListener: (_: string, hear: () => void) => { heard = hear; }, removeEventListener: () => { heard = () => {}; },
  } as unknown as Window;
  return { calls, window, goTo(query: string) { location.search = query; heard(); } };
}

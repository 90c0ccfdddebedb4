import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { readAddress } from '../../src/Map.Web/client/address.ts';
import { embedCode, fittedTo, sharedQuery } from '../../src/Map.Web/client/share.ts';

const state = {
  date: '2023-12-19', window: '7d', at: { latitude: 36.58, longitude: 37.05, zoom: 10 }, layers: ['control', 'events'], event: 1002, types: null, filters: null, series: '',
};

test('A shared link opens what is shown', () => {
  const query = sharedQuery(state, true, 'ar');
  equal(query, '?date=2023-12-19&window=7d&at=36.58,37.05,10&layers=control,events&event=1002&lang=ar');
  deepEqual(readAddress(query).notices, []);
});

test('A shared link and an embed carry the filters, Arabic words and all', () => {
  const filters = { actors: ['hts', 'sdf'], sources: null, governorates: ['SY02'], disputed: true, text: 'معبر باب الهوى', grade: 'fair', lineage: true };
  for (const keepDate of [true, false]) {
    const query = sharedQuery({ ...state, types: ['protest'], filters }, keepDate, 'ar');
    deepEqual([readAddress(query).part.types, readAddress(query).part.filters], [['protest'], filters]);
  }
});

test('Without its date a link opens on the last date with data, and holds no event open', () => {
  equal(sharedQuery(state, false, 'en'), '?window=7d&at=36.58,37.05,10&layers=control,events');
});

test('The embed code is one iframe, with everything a person typed written as text', () => {
  const code = embedCode('https://map.example', sharedQuery(state, true, 'en'), { title: 'Azaz "19 Dec" <b>&', width: '100%', height: 460 });
  equal(code.match(/</g)!.length, 2);
  match(code, /^<iframe src="https:\/\/map\.example\/embed\?date=2023-12-19&amp;window=7d/);
  match(code, /title="Azaz &quot;19 Dec&quot; &lt;b&gt;&amp;"/);
  match(code, /title=Azaz%20%2219%20Dec%22%20%3Cb%3E%26"/);
  match(code, /width="100%" height="460"/);
  match(code, /loading="lazy" referrerpolicy="no-referrer"/);
});

test('A narrow frame looks from farther off, a wide one as the map does', () => {
  equal(fittedTo(state, 982, 640).at!.zoom, 9);
  equal(fittedTo(state, 982, 320).at!.zoom, 8);
  equal(fittedTo(state, 390, 640).at!.zoom, 10);
});

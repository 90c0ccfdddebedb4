import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { readAddress, writeAddress } from '../../src/Map.Web/client/address.ts';
import { asKnownOn, knownIn, lastKnowable } from '../../src/Map.Web/client/known.ts';
import { sharedQuery } from '../../src/Map.Web/client/share.ts';

const view = 'https://map.example/?date=2023-12-19&window=7d&at=36.58,37.05,10&event=1002';

test('A day is added to what is shown and taken away again', () => {
  const past = asKnownOn(view, '2026-11-03');
  equal(past, '/?date=2023-12-19&window=7d&at=36.58,37.05,10&event=1002&known=2026-11-03');
  equal(asKnownOn(`https://map.example${past}`, '2026-11-05'), past.replace('-03', '-05'));
  equal(asKnownOn(`https://map.example${past}`, null), view.slice('https://map.example'.length));
});

test('Only a day of the calendar is one, and anything else is named', () => {
  deepEqual(['?known=2026-11-03', '?known=2026-11-31', '?known=', ''].map(knownIn), ['2026-11-03', null, null, null]);
  deepEqual(readAddress('?known=2026-11-03').notices, []);
  match(readAddress('?known=yesterday').notices.join(), /known=yesterday/);
});

test('The day stays in the address while the map moves, and in what is shared', () => {
  const state = { day: 19_710, window: '7d', view: { latitude: 36.58, longitude: 37.05, zoom: 10 }, layers: ['control', 'events'] as const, series: null, event: null, types: null };
  match(writeAddress({ ...state, layers: [...state.layers] }, { layers: [...state.layers], types: null }, '?known=2026-11-03&lang=ar'), /&known=2026-11-03&lang=ar$/);
  const shared = { date: '2023-12-19', window: '7d', at: null, layers: ['control', 'events'], event: null, types: null, filters: null, series: '' };
  match(sharedQuery(shared, true, 'ar', '2026-11-03'), /&known=2026-11-03&lang=ar$/);
});

test('The last day that can be asked for is yesterday, in UTC', () => {
  equal(lastKnowable(Date.UTC(2026, 10, 4, 0, 0, 1)), '2026-11-03');
  equal(lastKnowable(Date.UTC(2026, 10, 4, 23, 59, 59)), '2026-11-03');
});

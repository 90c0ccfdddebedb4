import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { fileAddress } from '../../src/Map.Web/client/print-files.ts';
import { printQuery } from '../../src/Map.Web/client/print-dialog.ts';

const state = { date: '2019-11-01', window: '7d', at: { latitude: 36.2, longitude: 37.4, zoom: 9 }, layers: ['control', 'events', 'boundaries', 'places'], event: 12, types: ['clash'], filters: null, series: '' };
const bounds = { south: 35.123456789, west: 36, north: 37.2, east: 39.000001 };

test('A print is of the part of the earth on screen, with what is shown and what is wished', () => {
  const query = new URLSearchParams(printQuery({ state, bounds }, { paper: 'slide', title: ' A & B ', caption: 'شرح', language: 'ar', grey: true }, '2026-01-05'));
  deepEqual(Object.fromEntries(query), {
    date: '2019-11-01', window: '7d', at: '36.2,37.4,9', types: 'clash', event: '12', known: '2026-01-05', lang: 'ar', box: '35.12346,36,37.2,39', paper: 'slide', title: 'A & B', caption: 'شرح', grey: '1',
  });
});

test('What is not wished is not asked for', () => {
  equal(printQuery({ state: { ...state, types: null, event: null }, bounds }, { paper: 'a4', title: ' ', caption: '', language: 'en', grey: false }, null), '?date=2019-11-01&window=7d&at=36.2,37.4,9&box=35.12346,36,37.2,39&paper=a4');
});

test('A file of rows or sources is of the very view of the sheet, and of nothing that only paper has', () => {
  const sheet = printQuery({ state, bounds }, { paper: 'slide', title: 'A', caption: 'b', language: 'en', grey: true }, null);
  equal(fileAddress('events.csv', sheet), '/view/events.csv?date=2019-11-01&window=7d&at=36.2,37.4,9&types=clash&event=12&box=35.12346,36,37.2,39');
});

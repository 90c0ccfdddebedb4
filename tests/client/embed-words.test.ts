import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { CorrectedFile, MapState } from '../../src/Map.Web/client/contract.ts';
import { correctedQuery, correctedWords } from '../../src/Map.Web/client/embed-corrected.ts';
import { mapHeight } from '../../src/Map.Web/client/embed-size.ts';
import { heardByFrame, heardByPage, LEAST_HEIGHT, MOST_HEIGHT } from '../../src/Map.Web/client/embed-words.ts';

test('A frame hears the two words it knows and nothing else', () => {
  deepEqual(heardByFrame({ type: 'map-embed-hello' }), { type: 'map-embed-hello' });
  deepEqual(heardByFrame({ type: 'map-embed-show', date: '2018-01-20', view: 'saraqib' }), { type: 'map-embed-show', asked: { date: '2018-01-20', view: 'saraqib' } });
  for (const stranger of [null, undefined, 7, 'map-embed-hello', [], {}, { type: 'map-embed-run', date: '2018-01-20' }, { type: ['map-embed-hello'] }, { type: 'map-embed-show' }]) equal(heardByFrame(stranger), null);
});

test('Of a command only text of the map’s own parameters is taken over', () => {
  const heard = heardByFrame({ type: 'map-embed-show', date: '2018-01-20', theme: 'dark', title: 'x', __proto__: { view: 5 }, at: { toString: () => '1,2,3' }, layers: ['control'], types: 'x'.repeat(301), event: 12 });
  deepEqual(heard, { type: 'map-embed-show', asked: { date: '2018-01-20' } });
});

test('A page gives a frame a height between the least and the most, and hears no other word', () => {
  equal(heardByPage({ type: 'map-embed-height', height: 517.6 }), 518);
  equal(heardByPage({ type: 'map-embed-height', height: 1e9 }), MOST_HEIGHT);
  equal(heardByPage({ type: 'map-embed-height', height: -1 }), LEAST_HEIGHT);
  for (const stranger of [null, 500, '500', {}, { type: 'map-embed-height' }, { type: 'map-embed-height', height: '500' }, { type: 'map-embed-height', height: NaN }, { type: 'map-embed-height', height: Infinity }, { type: 'embed-size', height: 5 }]) equal(heardByPage(stranger), null);
});

test('A map is as high as its width asks for, within what can be read and what a screen shows', () => {
  deepEqual([320, 600, 1200].map(mapHeight), [280, 360, 600]);
});

const state = (part: Partial<MapState>): MapState => ({ date: '2019-11-01', window: '7d', at: null, layers: null, event: null, types: null, filters: null, series: '', ...part });
const bounds = { south: 35, west: 36, north: 36.5, east: 38.25 };

test('What was corrected is asked of the days and the ground that are shown', () => {
  equal(correctedQuery({ state: state({}), bounds }), 'from=2019-10-26&to=2019-11-01&south=35.000&west=36.000&north=36.500&east=38.250');
  equal(correctedQuery({ state: state({ window: 'all' }), bounds })?.startsWith('to=2019-11-01&south'), true);
  equal(correctedQuery({ state: state({ window: 'from', event: 9001 }), bounds }), 'from=2019-11-01&south=35.000&west=36.000&north=36.500&east=38.250&event=9001');
  equal(correctedQuery({ state: state({ date: null }), bounds }), null);
});

test('An embed says when something it shows was corrected, and what became of an event that is gone', () => {
  const day = (words: string) => ({ words, wordsAr: words, earliest: null, latest: null });
  const file = (part: Partial<CorrectedFile>): CorrectedFile => ({ corrected: null, withdrawn: null, isGone: false, any: true, ...part });
  equal(correctedWords(file({})), null);
  equal(correctedWords(file({ corrected: day('3 March 2026'), withdrawn: day('4 March 2026') })), 'Corrected on 3 March 2026.');
  equal(correctedWords(file({ withdrawn: day('4 March 2026') })), 'Records were last withdrawn on 4 March 2026.');
  equal(correctedWords(file({ withdrawn: day('4 March 2026'), isGone: true }))?.startsWith('The event of this view was withdrawn'), true);
});

import { deepEqual, equal, match } from 'node:assert/strict';
import { test } from 'node:test';
import { readAddress } from '../../src/Map.Web/client/address.ts';
import { fittedTo, sharedQuery } from '../../src/Map.Web/client/share.ts';
import { citation, embedCode, markdown, scriptCode, today } from '../../src/Map.Web/client/share-code.ts';

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

test('With the script the frame is the same, and stands by itself where the script is left out', () => {
  const wishes = { title: '', width: '640', height: 460 };
  const [frame, script, ...more] = scriptCode('https://map.example', '?view=azaz-2019', wishes, 'Azaz').split('\n');
  equal(frame!.replace(' data-map-embed', ''), embedCode('https://map.example', '?view=azaz-2019', wishes, 'Azaz'));
  equal(script, '<script async src="https://map.example/js/host-page.js"></script>');
  deepEqual(more, []);
  match(frame!, /^<iframe data-map-embed src="https:\/\/map\.example\/embed\?view=azaz-2019" title="Azaz" width="640" height="460"/);
});

test('A line of Markdown is one picture that leads to the map, whatever its title and its address hold', () => {
  equal(markdown('https://map.example/?text=a(b)', 'Azaz [1] *now*\n<b>', 'https://map.example/print.svg?text=a(b)'),
    '[![Azaz \\[1\\] \\*now\\* \\<b\\>](https://map.example/print.svg?text=a%28b%29)](https://map.example/?text=a%28b%29)');
});

test('A citation says what day is shown, as of when the data is, where, when it was looked at and under what licence', () => {
  const of = { title: 'Azaz in autumn.', address: 'https://map.example/v/azaz', date: '2019-11-01', known: null, accessed: '2026-11-22' };
  equal(citation(of), 'Azaz in autumn. Map: Northern Syria. State of 1 November 2019. Data as published on 22 November 2026. https://map.example/v/azaz (accessed 22 November 2026). '
    + 'Control claims CC BY-SA 4.0; events UCDP GED, CC BY 4.0, and reports named on the map.');
  match(citation({ ...of, date: null, known: '2026-01-05' }), /Northern Syria\. Data as published on 5 January 2026\./);
  equal(today(Date.UTC(2026, 10, 22, 23, 59)), '2026-11-22');
});

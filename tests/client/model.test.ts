import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { createModel, dayOfEvent, firstShown, firstView, partOf, stateOf, windowDays, windowOf } from '../../src/Map.Web/client/model.ts';
import { dayOfIso, isoOf, OPEN_END, OPEN_START } from '../../src/Map.Web/client/time/days.ts';

const first = firstShown({ eventsTo: '2019-12-31', controlTo: '2024-03-01' }, 982, 680);

test('The window ends on the date and holds it', () => {
  const model = createModel({ ...first, day: dayOfIso('2019-11-01')! });
  equal(isoOf(model.now.from), '2019-10-03');
  equal(model.now.to, model.now.day);
  model.change({ window: '1d' }, 'window');
  equal(model.now.from, model.now.to);
  model.change({ window: 'all' }, 'window');
  equal(model.now.from, OPEN_START);
});

test('Windows have lengths, and lengths have names', () => {
  deepEqual(['1d', '30d', '1y', '44d', 'all', '0d', '-3d', 'x'].map(windowDays), [1, 30, 365, 44, null, null, null, null]);
  deepEqual([1, 30, 365, 44, 0].map(windowOf), ['1d', '30d', '1y', '44d', '1d']);
});

test('Nothing is told where nothing changed, but what was unsettled is settled once', () => {
  const model = createModel(first), heard: string[] = [];
  const stop = model.listen(({ cause, settled }) => heard.push(`${cause} ${settled}`));
  model.change({ day: first.day }, 'date');
  model.change({ day: first.day - 1 }, 'date', false);
  model.change({ day: first.day - 1 }, 'date', false);
  model.change({ day: first.day - 1 }, 'date');
  model.change({ day: first.day - 1 }, 'date');
  stop();
  model.change({ day: 0 }, 'date');
  deepEqual(heard, ['date false', 'date true']);
});

test('The first view is the last day with data and northern Syria, whole on a small screen', () => {
  equal(isoOf(first.day), '2024-03-01');
  deepEqual(firstView(982, 680), { latitude: 35.9, longitude: 36.9, zoom: 8 });
  equal(firstView(390, 470).zoom, 7);
  equal(firstView(280, 300).zoom, 6);
  ok(firstView(390, 650, 182).latitude < firstView(390, 650).latitude);
});

test('The state crosses to the host and back unharmed', () => {
  const shown = createModel({ ...first, event: 7, types: ['clash'] }).now;
  const { from: _, to: __, ...rest } = shown;
  deepEqual(partOf(stateOf(shown)), rest);
  deepEqual(partOf({ date: null, window: 'fortnight', at: null, layers: null, event: null, types: null, filters: null, series: null }), { event: null, types: null, filters: null });
});

test('A map goes to the last day of an event, or to the first where the end is open', () => {
  equal(dayOfEvent(5, 9), 9);
  equal(dayOfEvent(OPEN_START, 9), 9);
  equal(dayOfEvent(5, OPEN_END), 5);
  equal(dayOfEvent(OPEN_START, OPEN_END), null);
});

test('Everything from here on begins at the date and has no end', () => {
  const model = createModel({ ...first, day: 500, window: 'from' });
  deepEqual([model.now.from, model.now.to, model.now.day], [500, OPEN_END, 500]);
  model.change({ window: 'all' }, 'window');
  deepEqual([model.now.from, model.now.to], [OPEN_START, 500]);
});

test('Filters that ask nothing are none, and equal ones are no change', () => {
  const nothing = { actors: [], sources: null, governorates: null, disputed: false, text: '  ', grade: null, lineage: true };
  const model = createModel({ ...first, filters: nothing });
  equal(model.now.filters, null);
  let heard = 0;
  model.listen(() => { heard++; });
  model.change({ filters: nothing }, 'filters');
  equal(heard, 0);
  const hts = { actors: ['hts'], sources: null, governorates: null, disputed: false, text: null, grade: null, lineage: false };
  model.change({ filters: hts }, 'filters');
  model.change({ filters: { ...hts, actors: ['hts'] } }, 'filters');
  equal(heard, 1);
  deepEqual(partOf(stateOf(model.now)).filters, hts);
  model.change({ filters: { ...hts, lineage: true } }, 'filters');
  equal(heard, 2);
  deepEqual(partOf(stateOf(model.now)).filters, { ...hts, lineage: true });
});

import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, isoOf, OPEN_END, OPEN_START } from '../../src/Map.Web/client/time/days.ts';
import type { EventSpans } from '../../src/Map.Web/client/time/happening.ts';
import { counting, grainFor, histogram, type Grain } from '../../src/Map.Web/client/time/histogram.ts';
import { seeded } from './random.ts';

const pack = (spans: [number, number, number?][]): EventSpans => ({
  count: spans.length, types: ['clash', 'strike'], earliest: Int32Array.from(spans, s => s[0]), latest: Int32Array.from(spans, s => s[1]), lasted: new Uint8Array((spans.length + 7) >> 3),
  type: Uint8Array.from(spans, s => s[2] ?? 0), place: new Uint16Array(spans.length), placeLat: { length: 1 },
});
const all = () => true;
const sum = (numbers: Float64Array) => numbers.reduce((a, b) => a + b, 0);

test('Bars begin with the calendar: weeks on Monday, months on the first', () => {
  const bars = histogram(pack([[dayOf(2019, 10, 9), dayOf(2019, 10, 9)], [dayOf(2020, 1, 2), dayOf(2020, 1, 2)]]), all);
  equal(isoOf(bars.bars('week').start[0]!), '2019-10-07');
  deepEqual([...bars.bars('month').start].map(isoOf), ['2019-10-01', '2019-11-01', '2019-12-01', '2020-01-01', '2020-02-01']);
  deepEqual([...bars.bars('quarter').start].map(isoOf), ['2019-10-01', '2020-01-01', '2020-04-01']);
  deepEqual([...bars.bars('month').certain], [1, 0, 0, 1]);
});

test('A span inside one bar is certain there; across bars each has its share as possible', () => {
  const october = dayOf(2019, 10, 1);
  const bars = histogram(pack([[october, october + 30], [october + 30, october + 31]]), all).bars('month');
  deepEqual([...bars.certain], [1, 0]);
  deepEqual([...bars.possible].map(share => share.toFixed(6)), ['0.500000', '0.500000']);
});

test('An event that lasted is certain in every bar it went on in, and counted once in all', () => {
  const lasting = { ...pack([[dayOf(2019, 10, 1), dayOf(2019, 11, 30)]]), lasted: Uint8Array.of(1) };
  const three = { ...pack([[10, 12], [11, 16], [30, 30]]), lasted: Uint8Array.of(3) };
  deepEqual([...histogram(three, all).bars('day').certain].slice(17 - 10, 30 - 10), Array.from({ length: 13 }, () => 0), 'nothing is left where nothing went on');
  const bars = histogram(lasting, all).bars('month');
  deepEqual([...bars.possible], [0, 0]);
  deepEqual([...bars.certain].map(share => share.toFixed(4)), [(31 / 61).toFixed(4), (30 / 61).toFixed(4)]);
});

test('Every event with two known ends is counted once, in every grain', () => {
  const random = seeded(3);
  const spans = Array.from({ length: 400 }, () => { const e = 17_000 + random.whole(900); return [e, e + (random.whole(3) === 0 ? random.whole(90) : 0)] as [number, number]; });
  spans.push([OPEN_START, 17_100], [17_100, OPEN_END]);
  const bars = histogram(pack(spans), all);
  for (const grain of ['day', 'two days', 'week', 'fortnight', 'month', 'quarter', 'half-year', 'year'] as Grain[]) {
    const { certain, possible } = bars.bars(grain);
    ok(Math.abs(sum(certain) + sum(possible) - 400) < 1e-6, grain);
  }
});

test('Only what is left is in the bars, and the bars keep their places', () => {
  const spans = pack([[10, 10, 0], [20, 20, 1]]);
  deepEqual([...histogram(spans, row => spans.type[row] === 1).bars('day').certain], [0, 0, 0, 0, 0, 0, 0, 0, 0, 0, 1]);
  equal(histogram(spans, row => spans.type[row] === 1).events, 1);
  equal(sum(histogram(spans, () => false).bars('day').certain), 0);
  equal(histogram(pack([]), all).bars('day').certain.length, 0);
});

test('A bar is five pixels wide or more, and no wider grain is taken than needed', () => {
  equal(grainFor(0.3), 'month');
  equal(grainFor(0.8), 'week');
  equal(grainFor(6), 'day');
  equal(grainFor(0.001), 'year');
});

test('Counted in slices the bars are those counted at once, and nothing is said before they are whole', () => {
  const random = seeded(5);
  const spans = pack(Array.from({ length: 70_000 }, () => { const e = 17_000 + random.whole(900); return [e, e + (random.whole(3) === 0 ? random.whole(90) : 0), random.whole(2)] as [number, number, number]; }));
  const takes = (row: number) => spans.type[row] === 1;
  const work = counting(spans, takes);
  let slices = 1, sliced = work.go(() => true);
  for (; sliced === null; sliced = work.go(() => true)) slices++;
  ok(slices > 2, `${slices} slices`);
  deepEqual(sliced.bars('week'), histogram(spans, takes).bars('week'));
});

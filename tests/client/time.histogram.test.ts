import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { dayOf, isoOf, OPEN_END, OPEN_START } from '../../src/Map.Web/client/time/days.ts';
import type { EventSpans } from '../../src/Map.Web/client/time/happening.ts';
import { grainFor, histogram, type Grain } from '../../src/Map.Web/client/time/histogram.ts';
import { seeded } from './random.ts';

const pack = (spans: [number, number, number?][]): EventSpans => ({
  count: spans.length, types: ['clash', 'strike'], earliest: Int32Array.from(spans, s => s[0]), latest: Int32Array.from(spans, s => s[1]), lasted: new Uint8Array((spans.length + 7) >> 3),
  type: Uint8Array.from(spans, s => s[2] ?? 0), place: new Uint16Array(spans.length), placeLat: { length: 1 },
});
const all = new Uint8Array(256).fill(1);
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

test('Only the types that count are in the bars', () => {
  const counted = new Uint8Array(256);
  counted[1] = 1;
  equal(sum(histogram(pack([[10, 10, 0], [20, 20, 1]]), counted).bars('day').certain), 1);
  equal(histogram(pack([[10, 10, 0]]), counted).bars('day').certain.length, 0);
});

test('A bar is five pixels wide or more, and no wider grain is taken than needed', () => {
  equal(grainFor(0.3), 'month');
  equal(grainFor(0.8), 'week');
  equal(grainFor(6), 'day');
  equal(grainFor(0.001), 'year');
});

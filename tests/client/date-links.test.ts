import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { addressAt, placeInTime } from '../../src/Map.Web/client/date-links.ts';
import { truthOf } from '../../src/Map.Web/client/layers/truth.ts';
import { dayOfIso, isoOf, OPEN_END, OPEN_START } from '../../src/Map.Web/client/time/days.ts';

const span = (first: string | null, last: string | null) => ({ earliest: first === null ? OPEN_START : dayOfIso(first)!, latest: last === null ? OPEN_END : dayOfIso(last)! });
const leads = (first: string | null, last: string | null, window: string) => {
  const to = placeInTime(span(first, last), window);
  return to && [isoOf(to.day), to.window];
};

test('A date leads to its last day, or to the first where the end is open, and nowhere where neither is known', () => {
  deepEqual(leads('2019-10-09', '2019-10-09', '7d'), ['2019-10-09', '7d']);
  deepEqual(leads('2017-01-01', null, '7d'), ['2017-01-01', '7d']);
  deepEqual(leads(null, '2023-08-03', '7d'), ['2023-08-03', '7d']);
  equal(leads(null, null, '7d'), null);
});

test('A window shorter than the span grows to hold it, any other stays', () => {
  deepEqual(leads('2023-08-01', '2023-08-31', '7d'), ['2023-08-31', '31d']);
  deepEqual(leads('2023-01-01', '2023-12-31', '30d'), ['2023-12-31', '1y']);
  deepEqual(leads('2023-08-01', '2023-08-31', '31d'), ['2023-08-31', '31d']);
  deepEqual(leads('2023-08-01', '2023-08-31', '90d'), ['2023-08-31', '90d']);
  deepEqual(leads('2023-08-01', '2023-08-31', 'all'), ['2023-08-31', 'all']);
});

test('A window that begins on the date begins with the span', () => {
  deepEqual(leads('2023-08-01', '2023-08-31', 'from'), ['2023-08-01', 'from']);
  deepEqual(leads(null, '2023-08-03', 'from'), ['2023-08-03', 'from']);
});

test('The address of a date keeps everything of the present one but date and window', () => {
  const here = '/?date=2018-01-20&window=7d&at=36.5,37.1,9&types=clash,strike&actors=sdf&text=a%20%26%20b&event=3001&lang=ar';
  equal(addressAt(here, span('2023-08-01', '2023-08-31')), '/?date=2023-08-31&window=31d&at=36.5,37.1,9&types=clash,strike&actors=sdf&text=a%20%26%20b&event=3001&lang=ar');
  equal(addressAt('/', span('2019-10-09', '2019-10-09')), '/?date=2019-10-09&window=30d');
});

test('A span is not yet before the window, over after it, and neither where they meet', () => {
  const january = span('2018-01-01', '2018-01-10');
  equal(truthOf(january, dayOfIso('2017-12-01')!, dayOfIso('2017-12-31')!), 'not yet');
  equal(truthOf(january, dayOfIso('2018-01-11')!, dayOfIso('2018-02-11')!), 'over');
  equal(truthOf(january, dayOfIso('2018-01-10')!, dayOfIso('2018-01-10')!), null);
  equal(truthOf(january, OPEN_START, dayOfIso('2020-01-01')!), null);
  equal(truthOf(span('2018-01-01', null), dayOfIso('2024-01-01')!, dayOfIso('2024-01-01')!), null);
});

import { equal } from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { addMonths, dayOf, dayOfIso, isoOf } from '../../src/Map.Web/client/time/days.ts';
import { dayWords, readDay, spanWords } from '../../src/Map.Web/client/time/words.ts';
import { days, eventCount, speak } from '../../src/Map.Web/client/words.ts';

afterEach(() => speak('en'));

test('A day number and its ISO text say the same day, leap years too', () => {
  for (const iso of ['1970-01-01', '1969-12-31', '2016-02-29', '2000-02-29', '2023-12-19', '0099-03-01']) equal(isoOf(dayOfIso(iso)!), iso);
  for (const wrong of ['2023-02-29', '2023-13-01', '2023-1-1', '2023-00-10', 'x', '2023-12-19T00:00:00Z']) equal(dayOfIso(wrong), null, wrong);
});

test('A month on from the 31st is the last of the month', () => {
  equal(isoOf(addMonths(dayOf(2019, 1, 31), 1)), '2019-02-28');
  equal(isoOf(addMonths(dayOf(2019, 1, 31), -2)), '2018-11-30');
  equal(isoOf(addMonths(dayOf(2020, 2, 29), 12)), '2021-02-28');
});

test('Days and spans are written in words in both languages', () => {
  const day = dayOf(2019, 11, 1);
  equal(dayWords(day), '1 November 2019');
  equal(spanWords(day - 29, day), '3 Oct – 1 Nov');
  equal(spanWords(dayOf(2018, 12, 20), dayOf(2019, 1, 2)), '20 Dec 2018 – 2 Jan 2019');
  speak('ar');
  equal(dayWords(day), '1 تشرين الثاني 2019');
  equal(spanWords(day - 29, day), '3 تشرين الأول – 1 تشرين الثاني');
});

test('Typed dates are understood as people write them', () => {
  const read = (text: string) => { const day = readDay(text, 2018); return day === null ? null : isoOf(day); };
  for (const words of ['2023-12-19', '19 December 2023', '19 dec 2023', ' 19  Dec. 2023 ', 'December 19, 2023', 'Dec 19 2023', '19th of December 2023', '19/12/2023', '12/19/2023', '19.12.2023',
    '19 كانون الأول 2023', '١٩ كانون الأول ٢٠٢٣', '19 كانون الاول 2023', '19 ديسمبر 2023'])
    equal(read(words), '2023-12-19', words);
  equal(read('19 December'), '2018-12-19');
  equal(read('Sept 3'), '2018-09-03');
  equal(read('February 2020'), '2020-02-29');
  equal(read('2017-03'), '2017-03-31');
  equal(read('2019'), '2019-12-31');
  equal(read('8/8/2017'), '2017-08-08');
  for (const wrong of ['', 'yesterday', '8/10/2017', '31 June 2019', '19 Ma 2020', '32 May 2019', 'May', '19 December 12023']) equal(read(wrong), null, wrong);
});

test('Counts follow the plural rules of each language', () => {
  equal(eventCount(130, 1), '131 events, 1 possible');
  equal(eventCount(1, 0), '1 event');
  equal(eventCount(0, 0), 'no events');
  equal(eventCount(16_000, 566), '16,566 events, 566 possible');
  speak('ar');
  equal(eventCount(130, 1), '131 حدثاً، منها 1 محتمل');
  equal(eventCount(2, 0), 'حدثان');
  equal(eventCount(4, 0), '4 أحداث');
  equal(days(30), '30 يوماً');
  equal(days(7), '7 أيام');
});

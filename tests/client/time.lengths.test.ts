import { equal } from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { readLength } from '../../src/Map.Web/client/time/lengths.ts';
import { pauseAfter } from '../../src/Map.Web/client/time/play.ts';
import { windowWords } from '../../src/Map.Web/client/time/window-control.ts';
import { speak } from '../../src/Map.Web/client/words.ts';

afterEach(() => speak('en'));

test('Lengths are understood as people write them, in both languages', () => {
  const understood: Record<string, string[]> = {
    '45d': ['45', '45 d', '45d', ' 45  days ', '45 DAYS', '٤٥', '٤٥ يوماً', '45 يوما'],
    '42d': ['6 weeks', '6w', '6 wks.', '6 أسابيع', '٦ اسابيع'],
    '91d': ['3 months', '3m', '3 mo', '3 أشهر', '3 شهور'],
    '730d': ['2 y', '2 years', '24 months', 'سنتان', 'سنتين', 'عامان'],
    '1y': ['1 year', 'a year', 'one year', 'year', '365', '12 months', 'سنة', 'سنة واحدة', '12 شهراً'],
    '7d': ['a week', 'week', 'أسبوع', 'أُسبوع'],
    '14d': ['أسبوعان', 'أسبوعين', '2 weeks'],
    '1d': ['1', 'يوم', 'day', 'يوم واحد'],
    '548d': ['1.5 years', '1,5 y', '١٫٥ سنة'],
    all: ['all', 'everything so far', 'كل ما سبق'],
    from: ['from here on', 'كل ما يلي'],
  };
  for (const [window, texts] of Object.entries(understood)) for (const text of texts) equal(readLength(text), window, text);
});

test('What is no length is none', () => {
  for (const text of ['', '0', '-3', '0.2 d', '100000', '300 years', '6 parsecs', '6 weeks 2 days', '1 November', '3/4', 'x', 'قرن']) equal(readLength(text), null, text);
});

test('A typed length is told in whole words', () => {
  equal(windowWords('45d', true), '45 d');
  equal(windowWords('from', true), 'From here on');
  speak('ar');
  equal(windowWords('45d', false), '45 يوماً');
  equal(windowWords('from', true), 'كل ما يلي');
});

test('Play by change stays longer where more changed, but never long', () => {
  equal(Math.round(pauseAfter(0)), 350);
  equal(pauseAfter(1), 470);
  equal(pauseAfter(3), 590);
  equal(pauseAfter(1_000_000), 2500);
});

// A window's length as people write it: "45", "45 d", "6 weeks", "3 أشهر", "سنتان".

import { windowOf } from '../model.ts';
import { latinDigits } from './words.ts';

/** Days of a day, a week, a month and a year. Twelve months are a year, so that both ways to write it are one window. */
const DAYS = [1, 7, 365 / 12, 365] as const;

const UNITS: readonly (readonly string[])[] = [
  ['d', 'day', 'days', 'يوم', 'يوما', 'ايام', 'ي'],
  ['w', 'wk', 'wks', 'week', 'weeks', 'اسبوع', 'اسبوعا', 'اسابيع'],
  ['m', 'mo', 'mon', 'month', 'months', 'شهر', 'شهرا', 'اشهر', 'شهور'],
  ['y', 'yr', 'yrs', 'year', 'years', 'سنة', 'سنه', 'سنوات', 'سنين', 'عام', 'عاما', 'اعوام'],
];

/** Arabic says two of a thing in one word. */
const TWO: readonly (readonly string[])[] = [
  ['يومان', 'يومين'], ['اسبوعان', 'اسبوعين'], ['شهران', 'شهرين'], ['سنتان', 'سنتين', 'عامان', 'عامين'],
];

const ALL = ['all', 'all so far', 'everything', 'everything so far', 'كل ما سبق', 'الكل'];
const FROM = ['from here on', 'everything from here on', 'كل ما يلي', 'من هنا فصاعدا'];

/** The window that the words mean, or null where they mean none. Figures alone are days. */
export function readLength(text: string): string | null {
  const words = bare(text);
  if (ALL.includes(words)) return 'all';
  if (FROM.includes(words)) return 'from';
  const pair = TWO.findIndex(forms => forms.includes(words));
  if (pair >= 0) return lengthOf(2, pair);
  const counted = /^(\d+(?:[.,٫]\d+)?)\s*([^\d\s]*)$/.exec(words);
  if (counted) return lengthOf(Number(counted[1]!.replace(/[,٫]/, '.')), counted[2] === '' ? 0 : unitOf(counted[2]!));
  const single = /^(?:an?|one)\s+(\S+)$/.exec(words) ?? /^(\S+)(?:\s+(?:واحد|واحدة))?$/.exec(words);
  return single ? lengthOf(1, unitOf(single[1]!)) : null;
}

const unitOf = (word: string) => UNITS.findIndex(forms => forms.includes(word));

function lengthOf(many: number, unit: number): string | null {
  if (unit < 0) return null;
  const days = Math.round(many * DAYS[unit]!);
  return days >= 1 && days <= 99_999 ? windowOf(days) : null;
}

/** Small letters, plain alef, no vowel signs, no dots, one space. */
function bare(text: string): string {
  return latinDigits(text).toLowerCase().replace(/[\u200e\u200f\u061c\u064b-\u0652]/g, '').replace(/[أإآ]/g, 'ا').replace(/(?<=\D)\./g, '').trim().replace(/\s+/g, ' ');
}

// Dates in words, English and Arabic with Levantine month names, and back from typed words to a day.

import { language } from '../words.ts';
import { calendar, dayOf, dayOfIso, daysInMonth, exactDay } from './days.ts';

const months = {
  en: ['January', 'February', 'March', 'April', 'May', 'June', 'July', 'August', 'September', 'October', 'November', 'December'],
  ar: ['كانون الثاني', 'شباط', 'آذار', 'نيسان', 'أيار', 'حزيران', 'تموز', 'آب', 'أيلول', 'تشرين الأول', 'تشرين الثاني', 'كانون الأول'],
};

export function monthName(month: number): string {
  return months[language()][month - 1] ?? '';
}

/** "Oct" in English; Arabic month names are not shortened. */
export function shortMonth(month: number): string {
  const name = monthName(month);
  return language() === 'en' ? name.slice(0, 3) : name;
}

/** "1 November 2019" */
export function dayWords(day: number): string {
  const { year, month, day: d } = calendar(day);
  return `${d} ${monthName(month)} ${year}`;
}

/** "1 Nov", and the year where asked */
export function shortDay(day: number, withYear = false): string {
  const { year, month, day: d } = calendar(day);
  return `${d} ${shortMonth(month)}${withYear ? ` ${year}` : ''}`;
}

/** "3 Oct – 1 Nov"; years only where the two differ, or where asked */
export function spanWords(from: number, to: number, withYear = false): string {
  const a = calendar(from), b = calendar(to);
  const years = withYear || a.year !== b.year;
  return from === to ? shortDay(from, withYear) : `${shortDay(from, years)} – ${shortDay(to, years)}`;
}

const otherMonths: Record<string, number> = {
  'يناير': 1, 'فبراير': 2, 'مارس': 3, 'أبريل': 4, 'إبريل': 4, 'مايو': 5, 'يونيو': 6, 'يوليو': 7, 'أغسطس': 8, 'سبتمبر': 9, 'أكتوبر': 10, 'نوفمبر': 11, 'ديسمبر': 12,
};

/** One spelling for a month: small letters, no dots, bare alef. */
const bare = (text: string) => text.toLowerCase().replace(/\./g, '').replace(/[أإآ]/g, 'ا');

function monthOf(word: string): number | null {
  const w = bare(word);
  const english = w.length >= 3 ? months.en.findIndex(name => name.toLowerCase().startsWith(w === 'sept' ? 'sep' : w)) : -1;
  if (english >= 0) return english + 1;
  const arabic = months.ar.findIndex(name => bare(name) === w);
  if (arabic >= 0) return arabic + 1;
  const other = Object.entries(otherMonths).find(([name]) => bare(name) === w);
  return other ? other[1] : null;
}

/**
 * Reads a typed date: 2023-12-19, "19 December 2023", "Dec 19, 2023", "19 كانون الأول 2023". A month or a year alone is its last day,
 * for windows end on the date. A day without a year is in the year shown. Null where the words are not a date or may be two.
 */
export function readDay(text: string, shownYear: number): number | null {
  const words = latinDigits(text).replace(/[\u200e\u200f\u061c]/g, '').trim().replace(/\s+/g, ' ');
  const iso = dayOfIso(words);
  if (iso !== null) return iso;

  const yearMonth = /^(\d{4})-(\d{1,2})$/.exec(words);
  if (yearMonth) return lastOfMonth(Number(yearMonth[1]), Number(yearMonth[2]));
  if (/^\d{4}$/.test(words)) return exactDay(Number(words), 12, 31);

  const figures = /^(\d{1,2})[./-](\d{1,2})[./-](\d{4})$/.exec(words);
  if (figures) return onlyReading(Number(figures[1]), Number(figures[2]), Number(figures[3]));

  const dayFirst = /^(\d{1,2})(?:st|nd|rd|th)?(?: of)? ([^\d,،]+?)(?:[,،]? (\d{4}))?$/i.exec(words);
  if (dayFirst) return named(dayFirst[2]!, Number(dayFirst[1]), dayFirst[3] ? Number(dayFirst[3]) : shownYear);

  const monthFirst = /^([^\d,،]+?) (\d{1,2})(?:st|nd|rd|th)?(?:[,،]? (\d{4}))?$/i.exec(words);
  if (monthFirst) return named(monthFirst[1]!, Number(monthFirst[2]), monthFirst[3] ? Number(monthFirst[3]) : shownYear);

  const monthOnly = /^([^\d,،]+?)[,،]? (\d{4})$/.exec(words);
  if (monthOnly) return lastOfMonth(Number(monthOnly[2]), monthOf(monthOnly[1]!) ?? 0);
  return null;
}

function named(month: string, day: number, year: number): number | null {
  return exactDay(year, monthOf(month) ?? 0, day);
}

function lastOfMonth(year: number, month: number): number | null {
  return month >= 1 && month <= 12 && year >= 1 ? dayOf(year, month, daysInMonth(year, month)) : null;
}

/** 8/10/2017 may be August or October: neither is taken. */
function onlyReading(first: number, second: number, year: number): number | null {
  if (first === second || second > 12) return exactDay(year, first, second);
  return first > 12 ? exactDay(year, second, first) : null;
}

export function latinDigits(text: string): string {
  return text.replace(/[\u0660-\u0669]/g, d => String(d.charCodeAt(0) - 0x660)).replace(/[\u06f0-\u06f9]/g, d => String(d.charCodeAt(0) - 0x6f0));
}

// Dates are whole day numbers, counted from 1970-01-01. They never pass through a time zone.

export { OPEN_END, OPEN_START } from '../packs/days.ts';

const DAY_MS = 86_400_000;

export interface CalendarDay { readonly year: number; readonly month: number; readonly day: number }

/** The number of a calendar day; months run from 1 to 12. Days beyond the month's end roll over, as in Date.UTC. */
export function dayOf(year: number, month: number, day: number): number {
  const date = new Date(0);
  date.setUTCFullYear(year, month - 1, day);
  return Math.round(date.getTime() / DAY_MS);
}

export function calendar(day: number): CalendarDay {
  const date = new Date(day * DAY_MS);
  return { year: date.getUTCFullYear(), month: date.getUTCMonth() + 1, day: date.getUTCDate() };
}

export function daysInMonth(year: number, month: number): number {
  return calendar(dayOf(year, month + 1, 0)).day;
}

/** The day number of exact calendar parts, or null where the calendar has no such day. */
export function exactDay(year: number, month: number, day: number): number | null {
  if (year < 1 || year > 9999 || month < 1 || month > 12 || day < 1 || day > daysInMonth(year, month)) return null;
  return dayOf(year, month, day);
}

/** Reads YYYY-MM-DD and nothing else. */
export function dayOfIso(text: string): number | null {
  const found = /^(\d{4})-(\d{2})-(\d{2})$/.exec(text);
  return found ? exactDay(Number(found[1]), Number(found[2]), Number(found[3])) : null;
}

export function isoOf(day: number): string {
  const { year, month, day: d } = calendar(day);
  return `${String(year).padStart(4, '0')}-${String(month).padStart(2, '0')}-${String(d).padStart(2, '0')}`;
}

/** The same day of the month, so many months away; the month's last day where it has no such day. */
export function addMonths(day: number, months: number): number {
  const from = calendar(day);
  const index = from.year * 12 + from.month - 1 + months;
  const year = Math.floor(index / 12), month = (index % 12 + 12) % 12 + 1;
  return dayOf(year, month, Math.min(from.day, daysInMonth(year, month)));
}

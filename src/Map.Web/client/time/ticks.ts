// Where the axis has marks, and what they say.

import { say } from '../words.ts';
import type { Axis } from './axis.ts';
import { calendar, dayOf } from './days.ts';
import { shortDay, shortMonth } from './words.ts';

export interface Tick { readonly day: number; readonly text: string; readonly isYear: boolean }

/** Ticks in view, from the finest grain whose labels keep apart. `yearsOnly` leaves months out, for the narrowest embeds. */
export function ticks(axis: Axis, yearsOnly: boolean): Tick[] {
  const perDay = axis.perDay;
  const dayRoom = Number(say('54', '92')), monthRoom = Number(say('42', '78')), yearRoom = 46;
  if (!yearsOnly) {
    for (const step of [1, 2, 7, 14]) if (perDay * step >= dayRoom) return dayTicks(axis, step);
    for (const step of [1, 2, 3, 6]) if (perDay * 30.4 * step >= monthRoom) return monthTicks(axis, step);
  }
  const years = [1, 2, 5, 10, 20, 50].find(step => perDay * 365.25 * step >= yearRoom) ?? 100;
  return monthTicks(axis, 12 * years);
}

function dayTicks(axis: Axis, step: number): Tick[] {
  const found: Tick[] = [];
  const end = Math.ceil(axis.right);
  // Weeks begin on Monday; 1970-01-01 was a Thursday.
  const anchor = step % 7 === 0 ? 4 : 0;
  for (let day = anchor + Math.floor((axis.left - anchor) / step) * step; day < end; day += step) {
    const { month, day: d, year } = calendar(day);
    const isYear = month === 1 && d <= step && calendar(day - step).year < year;
    if (day >= axis.left) found.push({ day, text: isYear ? shortDay(day, true) : shortDay(day), isYear });
  }
  return found;
}

function monthTicks(axis: Axis, step: number): Tick[] {
  const found: Tick[] = [];
  const start = calendar(Math.floor(axis.left));
  for (let index = Math.floor((start.year * 12 + start.month - 1) / step) * step; ; index += step) {
    const year = Math.floor(index / 12), month = index % 12 + 1, day = dayOf(year, month, 1);
    if (day >= axis.right) return found;
    if (day >= axis.left) found.push({ day, text: month === 1 ? String(year) : shortMonth(month), isYear: month === 1 });
  }
}

// Steps and speeds: calendar time, never a share of the data.

import { say } from '../words.ts';
import { addMonths } from './days.ts';

export const GRAINS = ['day', 'week', 'month', 'year'] as const;
export type Grain = typeof GRAINS[number];

/** A day so many grains away. */
export function stepped(day: number, grain: Grain, by: number): number {
  if (grain === 'day') return day + by;
  if (grain === 'week') return day + 7 * by;
  return addMonths(day, by * (grain === 'month' ? 1 : 12));
}

/** The next larger grain, for Shift. */
export function larger(grain: Grain): Grain {
  return GRAINS[Math.min(GRAINS.indexOf(grain) + 1, GRAINS.length - 1)]!;
}

export function grainWords(grain: Grain): string {
  return { day: say('1 day', 'يوم'), week: say('1 week', 'أسبوع'), month: say('1 month', 'شهر'), year: say('1 year', 'سنة') }[grain];
}

export function speedWords(grain: Grain, short: boolean): string {
  const unit = grainWords(grain);
  return short ? say(`${unit}/s`, `${unit}/ث`) : say(`${unit} per second`, `${unit} في الثانية`);
}

/** Days in a grain, for a clock that runs evenly. */
export function daysOfGrain(grain: Grain): number {
  return { day: 1, week: 7, month: 30.436875, year: 365.2425 }[grain];
}

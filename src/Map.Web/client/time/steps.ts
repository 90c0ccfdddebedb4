// Steps and speeds: calendar time, never a share of the data.

import { say } from '../words.ts';
import { addMonths } from './days.ts';

export const SPEEDS = ['day', 'week', 'month', 'quarter', 'year'] as const;
export type Grain = typeof SPEEDS[number];
/** Calendar time, or from change to change. */
export type Pace = Grain | 'change';

const MONTHS = { month: 1, quarter: 3, year: 12 } as const;

/** A day so many grains away. */
export function stepped(day: number, grain: Grain, by: number): number {
  if (grain === 'day') return day + by;
  if (grain === 'week') return day + 7 * by;
  return addMonths(day, by * MONTHS[grain]);
}

/** The next larger grain, for Shift. */
export function larger(grain: Grain): Grain {
  return ({ day: 'week', week: 'month', month: 'year', quarter: 'year', year: 'year' } as const)[grain];
}

export function grainWords(grain: Grain): string {
  return { day: say('1 day', 'يوم'), week: say('1 week', 'أسبوع'), month: say('1 month', 'شهر'), quarter: say('3 months', '3 أشهر'), year: say('1 year', 'سنة') }[grain];
}

export function speedWords(pace: Pace, short: boolean): string {
  if (pace === 'change') return say('By change', 'حسب التغيّر');
  const unit = grainWords(pace);
  return short ? say(`${unit}/s`, `${unit}/ث`) : say(`${unit} per second`, `${unit} في الثانية`);
}

/** Days in a grain, for a clock that runs evenly. */
export function daysOfGrain(grain: Grain): number {
  return { day: 1, week: 7, month: 30.436875, quarter: 91.310625, year: 365.2425 }[grain];
}

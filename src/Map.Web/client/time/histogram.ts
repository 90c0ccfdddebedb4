// How many events each stretch of time has: certain where a span lies inside the bar, possible as the share of a longer span that falls into it.

import { calendar, dayOf, OPEN_END, OPEN_START } from './days.ts';
import type { EventSpans } from './happening.ts';

export type Grain = 'day' | 'two days' | 'week' | 'fortnight' | 'month' | 'quarter' | 'half-year' | 'year';

export interface Bars {
  readonly grain: Grain;
  /** Bar i covers the days start[i] … start[i + 1] − 1. */
  readonly start: Int32Array;
  readonly certain: Float64Array;
  readonly possible: Float64Array;
}

export interface Histogram {
  /** Bars over all days with events; kept until the chosen types change. */
  bars(grain: Grain): Bars;
  /** Call when the events that count have changed. */
  forget(): void;
}

const lengths: [Grain, number][] = [['day', 1], ['two days', 2], ['week', 7], ['fortnight', 14], ['month', 30.4], ['quarter', 91.3], ['half-year', 182.6], ['year', 365.2]];

/** The finest grain whose bars are five pixels or wider. */
export function grainFor(pixelsPerDay: number): Grain {
  return lengths.find(([, days]) => days * pixelsPerDay >= 5)?.[0] ?? 'year';
}

/** Events with an open start or end are in no bar: they belong to no stretch of time. */
export function histogram(pack: EventSpans, counted: Uint8Array): Histogram {
  const made = new Map<Grain, Bars>();
  let days: Daily | null = null;
  return {
    bars(grain) {
      let bars = made.get(grain);
      if (!bars) made.set(grain, bars = barsOf(days ??= daily(pack, counted), grain));
      return bars;
    },
    forget() { made.clear(); days = null; },
  };
}

interface Daily {
  readonly low: number;
  readonly width: number;
  /** Events of one day. */
  readonly single: Uint32Array;
  /** Longer spans' shares, one day's worth. */
  readonly share: Float64Array;
  readonly spanFirst: Int32Array;
  readonly spanLast: Int32Array;
}

function daily(pack: EventSpans, counted: Uint8Array): Daily {
  let low = OPEN_END, high = OPEN_START, spans = 0;
  const takes = (row: number) => counted[pack.type[row]!] === 1 && pack.earliest[row]! !== OPEN_START && pack.latest[row]! !== OPEN_END;
  for (let row = 0; row < pack.count; row++) {
    if (!takes(row)) continue;
    if (pack.earliest[row]! < low) low = pack.earliest[row]!;
    if (pack.latest[row]! > high) high = pack.latest[row]!;
    if (pack.earliest[row]! !== pack.latest[row]!) spans++;
  }
  const width = high >= low ? high - low + 1 : 0;
  const single = new Uint32Array(width), rise = new Float64Array(width + 1), spanFirst = new Int32Array(spans), spanLast = new Int32Array(spans);
  let span = 0;
  for (let row = 0; row < pack.count; row++) {
    if (!takes(row)) continue;
    const e = pack.earliest[row]!, l = pack.latest[row]!;
    if (e === l) { single[e - low]!++; continue; }
    rise[e - low]! += 1 / (l - e + 1);
    rise[l - low + 1]! -= 1 / (l - e + 1);
    spanFirst[span] = e;
    spanLast[span++] = l;
  }
  const share = rise.subarray(0, width);
  for (let i = 1; i < width; i++) share[i]! += share[i - 1]!;
  return { low, width, single, share, spanFirst, spanLast };
}

function barsOf(days: Daily, grain: Grain): Bars {
  const starts: number[] = [];
  const end = days.low + days.width;
  if (days.width > 0) {
    let day = floorTo(days.low, grain);
    for (; day < end; day = next(day, grain)) starts.push(day);
    starts.push(day);
  }
  const start = Int32Array.from(starts), bars = Math.max(0, starts.length - 1);
  const certain = new Float64Array(bars), possible = new Float64Array(bars), barOfDay = new Uint32Array(days.width);
  for (let bar = 0; bar < bars; bar++)
    for (let day = Math.max(start[bar]!, days.low); day < Math.min(start[bar + 1]!, end); day++) {
      barOfDay[day - days.low] = bar;
      certain[bar]! += days.single[day - days.low]!;
      possible[bar]! += days.share[day - days.low]!;
    }
  for (let span = 0; span < days.spanFirst.length; span++) {
    const bar = barOfDay[days.spanFirst[span]! - days.low]!;
    if (bar !== barOfDay[days.spanLast[span]! - days.low]) continue;
    certain[bar]!++;
    possible[bar]!--;
  }
  // Shares that should cancel out leave dust behind.
  for (let bar = 0; bar < bars; bar++) if (possible[bar]! < 1e-6) possible[bar] = 0;
  return { grain, start, certain, possible };
}

const monthsIn: Partial<Record<Grain, number>> = { month: 1, quarter: 3, 'half-year': 6, year: 12 };
const daysIn: Partial<Record<Grain, number>> = { day: 1, 'two days': 2, week: 7, fortnight: 14 };

function floorTo(day: number, grain: Grain): number {
  const months = monthsIn[grain];
  if (months) {
    const { year, month } = calendar(day);
    return dayOf(year, month - (month - 1) % months, 1);
  }
  // Weeks begin on Monday; 1970-01-01 was a Thursday.
  const length = daysIn[grain] ?? 1, anchor = length % 7 === 0 ? 4 : 0;
  return anchor + Math.floor((day - anchor) / length) * length;
}

function next(day: number, grain: Grain): number {
  const months = monthsIn[grain];
  if (!months) return day + (daysIn[grain] ?? 1);
  const { year, month } = calendar(day);
  return dayOf(year, month + months, 1);
}

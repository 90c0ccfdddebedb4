// How many events each stretch of time has: certain where a span lies inside the bar, possible as the share of a longer span that falls into it.
// An event that lasted is in each bar with its share too, but certainly: it went on there.

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
  /** Events in it. */
  readonly events: number;
  /** Bars over all days with events; made once for each grain. */
  bars(grain: Grain): Bars;
}

/** A histogram in the making: a million rows are counted in slices, so that no frame waits for them. */
export interface Counting {
  /** Counts on until it is told to pause or has come to the end; the histogram when it is whole, before that null. */
  go(pause: () => boolean): Histogram | null;
}

const lengths: [Grain, number][] = [['day', 1], ['two days', 2], ['week', 7], ['fortnight', 14], ['month', 30.4], ['quarter', 91.3], ['half-year', 182.6], ['year', 365.2]];

/** The finest grain whose bars are five pixels or wider. */
export function grainFor(pixelsPerDay: number): Grain {
  return lengths.find(([, days]) => days * pixelsPerDay >= 5)?.[0] ?? 'year';
}

/** The events that `takes` leaves. Those with an open start or end are in no bar: they belong to no stretch of time. */
export function histogram(pack: EventSpans, takes: (row: number) => boolean): Histogram {
  return counting(pack, takes).go(() => false)!;
}

/** Rows between two looks at the clock. */
const SLICE = 8_000;

export function counting(pack: EventSpans, takes: (row: number) => boolean): Counting {
  const { count, earliest, latest, lasted } = pack;
  const { low, high } = reach(pack), width = Math.max(0, high - low + 1);
  const single = new Uint32Array(width), rise = new Float64Array(width + 1), wentOn = new Float64Array(width + 1);
  const spanFirst: number[] = [], spanLast: number[] = [];
  let row = 0, events = 0;
  return {
    go(pause) {
      while (row < count) {
        for (const end = Math.min(count, row + SLICE); row < end; row++) {
          const e = earliest[row]!, l = latest[row]!;
          if (e === OPEN_START || l === OPEN_END || !takes(row)) continue;
          events++;
          if (e === l) { single[e - low]!++; continue; }
          const went = (lasted[row >> 3]! >> (row & 7) & 1) === 1, days = went ? wentOn : rise;
          days[e - low]! += 1 / (l - e + 1);
          days[l - low + 1]! -= 1 / (l - e + 1);
          if (went) continue;
          spanFirst.push(e);
          spanLast.push(l);
        }
        if (row < count && pause()) return null;
      }
      for (let i = 1; i < width; i++) {
        rise[i]! += rise[i - 1]!;
        wentOn[i]! += wentOn[i - 1]!;
        // Shares that should cancel out leave dust behind, and dust would be drawn as a bar.
        if (wentOn[i]! < 1e-9) wentOn[i] = 0;
      }
      return kept(events, { low, width, single, share: rise.subarray(0, width), lasting: wentOn.subarray(0, width), spanFirst: Int32Array.from(spanFirst), spanLast: Int32Array.from(spanLast) });
    },
  };
}

function kept(events: number, days: Daily): Histogram {
  const made = new Map<Grain, Bars>();
  return {
    events,
    bars(grain) {
      let bars = made.get(grain);
      if (!bars) made.set(grain, bars = barsOf(days, grain));
      return bars;
    },
  };
}

const reached = new WeakMap<EventSpans, { readonly low: number; readonly high: number }>();

/** First and last day of any event: the same whatever is counted, so that bars keep their places when filters change. */
function reach(pack: EventSpans): { readonly low: number; readonly high: number } {
  let known = reached.get(pack);
  if (known) return known;
  let low = OPEN_END, high = OPEN_START;
  for (let row = 0; row < pack.count; row++) {
    const e = pack.earliest[row]!, l = pack.latest[row]!;
    if (e < low && e !== OPEN_START) low = e;
    if (l > high && l !== OPEN_END) high = l;
  }
  reached.set(pack, known = { low, high });
  return known;
}

interface Daily {
  readonly low: number;
  readonly width: number;
  /** Events of one day. */
  readonly single: Uint32Array;
  /** Longer spans' shares, one day's worth. */
  readonly share: Float64Array;
  /** The same of events that lasted. */
  readonly lasting: Float64Array;
  readonly spanFirst: Int32Array;
  readonly spanLast: Int32Array;
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
      certain[bar]! += days.single[day - days.low]! + days.lasting[day - days.low]!;
      possible[bar]! += days.share[day - days.low]!;
    }
  for (let span = 0; span < days.spanFirst.length; span++) {
    const bar = barOfDay[days.spanFirst[span]! - days.low]!;
    if (bar !== barOfDay[days.spanLast[span]! - days.low]) continue;
    certain[bar]!++;
    possible[bar]!--;
  }
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

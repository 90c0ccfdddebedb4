// The stretch of time the chart shows. A day d fills [d, d + 1); figures between are parts of a day.

/** Fewest days across the whole chart: a day is then some fifty pixels on a phone. */
const FEWEST_DAYS = 7;

export interface Axis {
  /** First day that can be shown. */
  readonly first: number;
  /** Last day that can be shown. */
  readonly last: number;
  /** Left and right edge of what is shown. */
  readonly left: number;
  readonly right: number;
  width: number;
  x(day: number): number;
  /** The moment under a pixel, in days. */
  at(x: number): number;
  readonly perDay: number;
  readonly isZoomed: boolean;
  limit(first: number, last: number): void;
  /** Factor above 1 zooms in; the moment under x stays there. */
  zoom(factor: number, x: number): void;
  /** Moves what is shown by so many days. */
  pan(days: number): void;
  show(left: number, right: number): void;
  showAll(): void;
  /** Brings a day into what is shown, at a share of the width; does nothing where it is shown already. True if it moved. */
  reach(day: number, share: number): boolean;
}

export function createAxis(first: number, last: number): Axis {
  let left = first, right = last + 1;

  function show(a: number, b: number): void {
    const whole = last + 1 - first;
    const span = Math.min(whole, Math.max(b - a, Math.min(FEWEST_DAYS, whole)));
    left = Math.min(Math.max(a, first), last + 1 - span);
    right = left + span;
  }

  const axis: Axis = {
    width: 1,
    get first() { return first; },
    get last() { return last; },
    get left() { return left; },
    get right() { return right; },
    get perDay() { return axis.width / (right - left); },
    get isZoomed() { return left > first || right < last + 1; },
    x: day => (day - left) / (right - left) * axis.width,
    at: x => left + x / axis.width * (right - left),
    limit(nextFirst, nextLast) {
      const all = !axis.isZoomed;
      first = nextFirst;
      last = Math.max(nextFirst, nextLast);
      if (all) axis.showAll(); else show(left, right);
    },
    zoom(factor, x) {
      const moment = axis.at(x), share = x / axis.width;
      const span = Math.min(last + 1 - first, Math.max((right - left) / factor, FEWEST_DAYS));
      show(moment - share * span, moment + (1 - share) * span);
    },
    pan(days) {
      const by = Math.min(Math.max(days, first - left), last + 1 - right);
      left += by;
      right += by;
    },
    show,
    showAll() { left = first; right = last + 1; },
    reach(day, share) {
      if (day >= left && day + 1 <= right) return false;
      const span = right - left;
      show(day - share * span, day + (1 - share) * span);
      return true;
    },
  };
  return axis;
}

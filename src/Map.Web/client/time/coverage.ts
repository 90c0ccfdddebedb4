// Where there are data: an empty stretch that a data set covers is a quiet one, any other is not known.

import type { PackIndexFile } from '../contract.ts';
import { dayOfIso } from './days.ts';

export interface Span { readonly from: number; readonly to: number }

/** Data sets that say what happened in their time. Hand-picked events and control say nothing of the days they leave out. */
export function covered(index: PackIndexFile): Span[] {
  return index.datasets.filter(set => !/^(desk|article|control)/i.test(set.name))
    .map(set => ({ from: dayOfIso(set.from), to: dayOfIso(set.to) }))
    .filter((span): span is Span => span.from !== null && span.to !== null);
}

/** The stretches between first and last that no span covers. */
export function gaps(spans: readonly Span[], first: number, last: number): Span[] {
  const found: Span[] = [];
  let day = first;
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    if (span.from > day) found.push({ from: day, to: span.from - 1 });
    day = Math.max(day, span.to + 1);
  }
  if (day <= last) found.push({ from: day, to: last });
  return found;
}

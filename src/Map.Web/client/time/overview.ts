// The strip above the chart: the whole of time, where there are data, and a frame round what the chart shows.

import type { Axis } from './axis.ts';
import { calendar } from './days.ts';
import { element, write } from './element.ts';

export interface Overview {
  readonly root: HTMLElement;
  /** Spans with data, first and last day. */
  cover(spans: readonly { readonly from: number; readonly to: number }[]): void;
  paint(): void;
  dispose(): void;
}

export function createOverview(axis: Axis, viewed: () => void): Overview {
  const begin = element('span', { class: 'time-overview-year' }), end = element('span', { class: 'time-overview-year' });
  const strip = element('div', { class: 'time-strip' }), frame = element('div', { class: 'time-frame' });
  const loaded = element('div', { class: 'time-loaded' });
  strip.append(loaded, frame);
  const root = element('div', { class: 'time-overview', 'aria-hidden': 'true' }, begin, strip, end);
  let spans: readonly { from: number; to: number }[] = [];
  let painted = '';
  let held: { part: 'left' | 'right' | 'all'; x: number; left: number; right: number } | null = null;
  const off = new AbortController();

  const whole = () => axis.last + 1 - axis.first;
  const share = (day: number) => (day - axis.first) / whole();
  const percent = (part: number) => `${(Math.min(1, Math.max(0, part)) * 100).toFixed(3)}%`;

  strip.addEventListener('pointerdown', event => {
    if (event.button !== 0) return;
    const box = strip.getBoundingClientRect(), x = event.clientX - box.left;
    const left = share(axis.left) * box.width, right = share(axis.right) * box.width;
    strip.setPointerCapture(event.pointerId);
    const grip = Math.min(10, Math.max(4, (right - left) / 3));
    if (Math.abs(x - left) <= grip) held = { part: 'left', x, left: axis.left, right: axis.right };
    else if (Math.abs(x - right) <= grip) held = { part: 'right', x, left: axis.left, right: axis.right };
    else {
      if (x < left || x > right) axis.pan(axis.first + x / box.width * whole() - (axis.left + axis.right) / 2);
      held = { part: 'all', x, left: axis.left, right: axis.right };
      viewed();
    }
  }, { signal: off.signal });
  strip.addEventListener('pointermove', event => {
    if (held === null) return;
    const box = strip.getBoundingClientRect(), days = (event.clientX - box.left - held.x) / box.width * whole();
    if (held.part === 'all') axis.pan(held.left + days - axis.left);
    else if (held.part === 'left') axis.show(Math.min(held.left + days, held.right - 7), held.right);
    else axis.show(held.left, Math.max(held.right + days, held.left + 7));
    viewed();
  }, { signal: off.signal });
  const lift = () => { held = null; };
  strip.addEventListener('pointerup', lift, { signal: off.signal });
  strip.addEventListener('pointercancel', lift, { signal: off.signal });

  return {
    root,
    cover(next) {
      spans = next;
      painted = '';
      loaded.replaceChildren(...spans.map(() => element('div', {})));
    },
    paint() {
      // It knows nothing of the date: while that moves there is nothing to lay out.
      const now = [axis.first, axis.last, axis.left, axis.right].join();
      if (now === painted) return;
      painted = now;
      write(begin, String(calendar(axis.first).year));
      write(end, String(calendar(axis.last).year));
      spans.forEach((span, i) => {
        const part = loaded.children[i] as HTMLElement, from = share(span.from);
        part.style.left = percent(from);
        part.style.width = percent(Math.min(1, share(span.to + 1)) - Math.max(0, from));
      });
      const left = share(axis.left);
      frame.style.left = percent(left);
      frame.style.width = percent(share(axis.right) - left);
    },
    dispose: () => off.abort(),
  };
}

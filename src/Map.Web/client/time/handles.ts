// The two handles on the chart: the date, and the window's first day. Sliders to a screen reader, in words.

import { days, say } from '../words.ts';
import type { Axis } from './axis.ts';
import { OPEN_START } from './days.ts';
import { element, set, write } from './element.ts';
import type { Place } from './slider.ts';
import { dayWords } from './words.ts';

/** Lines nearer than this let their handles hang outward. */
const NARROW = 22;

export interface HandleState {
  readonly axis: Axis;
  readonly from: number;
  readonly to: number;
  /** Pixels from the track's upper edge to the middle of a handle. */
  readonly middle: number;
  readonly firstDay: number;
  readonly lastDay: number;
  /** "14 events", or nothing yet. */
  readonly tally: string;
}

export interface Handles {
  readonly date: HTMLElement;
  readonly start: HTMLElement;
  readonly held: boolean;
  places(): { readonly date: Place; readonly start: Place | null };
  hold(which: 'date' | 'start' | null): void;
  show(state: HandleState): void;
  /** Hears by how many days the arrow keys move the window's first day. */
  onStartKey(hear: (days: number) => void): void;
}

export function createHandles(): Handles {
  const bubble = element('span', { class: 'time-bubble', 'aria-hidden': 'true', hidden: true });
  const date = element('div', {
    class: 'time-handle', role: 'slider', tabindex: 0, 'data-date-slider': true, 'aria-label': say('Date', 'التاريخ'), 'aria-orientation': 'horizontal',
  }, element('span', { class: 'time-knob' }), bubble);
  const start = element('div', {
    class: 'time-start', role: 'slider', tabindex: 0, 'data-start-slider': true, 'aria-label': say('First day of the window', 'أول أيام النافذة'), 'aria-orientation': 'horizontal',
  }, element('span', { class: 'time-knob' }));
  let places: { date: Place; start: Place | null } = { date: { handle: 0, line: 0 }, start: null };
  let held: 'date' | 'start' | null = null;

  const put = (part: HTMLElement, x: number, y: number) => { part.style.transform = `translate(${x.toFixed(1)}px, ${y}px)`; };

  return {
    date, start,
    get held() { return held !== null; },
    places: () => places,
    hold(which) {
      held = which;
      set(date, 'data-held', which === 'date');
      set(start, 'data-held', which === 'start');
      bubble.hidden = which !== 'date';
    },
    show({ axis, from, to, middle, firstDay, lastDay, tally }) {
      const all = from === OPEN_START;
      const dateLine = axis.x(to + 1), startLine = all ? 0 : axis.x(from);
      const hang = dateLine - startLine < NARROW;
      places = {
        date: { line: dateLine, handle: dateLine + (hang ? Math.max(0, Math.min(9, axis.width + 5 - dateLine)) : 0) },
        start: startLine < -1 || startLine > axis.width + 1 ? null : { line: startLine, handle: startLine - (hang ? 6 : 0) },
      };
      put(date, places.date.handle, middle);
      set(date, 'data-off', dateLine < -1 || dateLine > axis.width + 1);
      if (places.start !== null) put(start, places.start.handle, middle);
      start.hidden = places.start === null;
      set(start, 'data-all', all);

      const words = dayWords(to);
      set(date, 'aria-valuemin', firstDay);
      set(date, 'aria-valuemax', lastDay);
      set(date, 'aria-valuenow', to);
      set(date, 'aria-valuetext', tally === '' ? words : `${words}${say(', ', '، ')}${tally}`);
      write(bubble, words);
      const length = all ? to - firstDay + 1 : to - from + 1;
      set(start, 'aria-valuemin', firstDay);
      set(start, 'aria-valuemax', to);
      set(start, 'aria-valuenow', Math.max(firstDay, to - length + 1));
      set(start, 'aria-valuetext', all ? say('all so far', 'كل ما سبق') : `${dayWords(from)}${say(', ', '، ')}${days(length)}`);
    },
    onStartKey(hear) {
      start.addEventListener('keydown', event => {
        const by = { ArrowLeft: -1, ArrowDown: -1, ArrowRight: 1, ArrowUp: 1 }[event.key];
        if (by === undefined || event.altKey || event.ctrlKey || event.metaKey) return;
        event.preventDefault();
        hear(event.shiftKey ? by * 7 : by);
      });
    },
  };
}

// The two handles on the chart: the date, and the window's other end. Sliders to a screen reader, in words.

import { days, say } from '../words.ts';
import type { Axis } from './axis.ts';
import { OPEN_END, OPEN_START } from './days.ts';
import { element, set, write } from './element.ts';
import type { Place } from './slider.ts';
import { dayWords, spanWords } from './words.ts';

/** Lines nearer than this let their handles hang outward. */
const NARROW = 22;

export interface HandleState {
  readonly axis: Axis;
  readonly day: number;
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
  /** The window's first day; in the window "from here on" its end, which lies open. */
  readonly start: HTMLElement;
  readonly held: boolean;
  places(): { readonly date: Place; readonly start: Place | null };
  /** A span that is drawn ends at the date's handle. */
  hold(what: 'date' | 'start' | 'span' | null): void;
  show(state: HandleState): void;
  /** Hears by how many days the arrow keys move the window's other end. */
  onStartKey(hear: (days: number) => void): void;
}

export function createHandles(): Handles {
  const bubble = element('span', { class: 'time-bubble', 'aria-hidden': 'true', hidden: true });
  const date = element('div', {
    class: 'time-handle', role: 'slider', tabindex: 0, 'data-date-slider': true, 'aria-label': say('Date', 'التاريخ'), 'aria-orientation': 'horizontal',
  }, element('span', { class: 'time-knob' }), bubble);
  const start = element('div', {
    class: 'time-start', role: 'slider', tabindex: 0, 'data-start-slider': true, 'aria-orientation': 'horizontal',
  }, element('span', { class: 'time-knob' }));
  let places: { date: Place; start: Place | null } = { date: { handle: 0, line: 0 }, start: null };
  let held: 'date' | 'start' | 'span' | null = null;

  const put = (part: HTMLElement, x: number, y: number) => { part.style.transform = `translate(${x.toFixed(1)}px, ${y}px)`; };

  return {
    date, start,
    get held() { return held !== null; },
    places: () => places,
    hold(what) {
      held = what;
      set(date, 'data-held', what === 'date' || what === 'span');
      set(start, 'data-held', what === 'start');
      bubble.hidden = what === null || what === 'start';
    },
    show({ axis, day, from, to, middle, firstDay, lastDay, tally }) {
      const all = from === OPEN_START, onward = to === OPEN_END;
      const dateLine = axis.x(onward ? from : to + 1), startLine = all ? 0 : onward ? axis.width : axis.x(from);
      const hang = Math.abs(dateLine - startLine) < NARROW, out = onward ? -1 : 1;
      places = {
        date: { line: dateLine, handle: dateLine + (hang ? out * Math.max(0, Math.min(9, onward ? dateLine + 5 : axis.width + 5 - dateLine)) : 0) },
        start: startLine < -1 || startLine > axis.width + 1 ? null : { line: startLine, handle: startLine - (hang ? out * 6 : 0) },
      };
      put(date, places.date.handle, middle);
      set(date, 'data-off', dateLine < -1 || dateLine > axis.width + 1);
      if (places.start !== null) put(start, places.start.handle, middle);
      set(start, 'hidden', places.start === null);
      set(start, 'data-open', all || onward);

      const words = dayWords(day);
      set(date, 'aria-valuemin', firstDay);
      set(date, 'aria-valuemax', lastDay);
      set(date, 'aria-valuenow', day);
      set(date, 'aria-valuetext', tally === '' ? words : `${words}${say(', ', '، ')}${tally}`);
      if (!bubble.hidden) write(bubble, held === 'span' ? spanWords(from, to, true) : words);
      set(start, 'aria-label', onward ? say('Last day of the window', 'آخر أيام النافذة') : say('First day of the window', 'أول أيام النافذة'));
      set(start, 'aria-valuemin', onward ? day : firstDay);
      set(start, 'aria-valuemax', onward ? lastDay : day);
      set(start, 'aria-valuenow', onward ? lastDay : all ? firstDay : Math.max(firstDay, from));
      set(start, 'aria-valuetext', all ? say('all so far', 'كل ما سبق') : onward ? say('from here on', 'كل ما يلي')
        : `${dayWords(from)}${say(', ', '، ')}${days(to - from + 1)}`);
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

// Fingers on the chart: the date, the window's start, the axis. Everything here is local; the model hears "settled" when the finger lifts.

import type { Axis } from './axis.ts';

export interface Dragged {
  /** Where the handles stand, in pixels: a handle may hang outward from its line, and the line is what has a day. No start handle: null. */
  places(): { readonly date: Place; readonly start: Place | null };
  date(day: number, settled: boolean): void;
  start(day: number, settled: boolean): void;
  /** The axis was zoomed or moved. */
  viewed(): void;
  holding(which: 'date' | 'start' | null): void;
}

export interface Place { readonly handle: number; readonly line: number }

const REACH = 22;

/** Listens on the track. `wheelNeedsKey`: in an embed the plain wheel scrolls the page that holds it. */
export function createSlider(track: HTMLElement, axis: Axis, hand: Dragged, wheelNeedsKey: boolean): () => void {
  const fingers = new Map<number, number>();
  let held: { which: 'date' | 'start'; pointer: number; offset: number } | null = null;
  let pinch: { days: [number, number] } | null = null;
  let edgeFrame = 0;
  const off = new AbortController();
  const listen = <K extends keyof HTMLElementEventMap>(sign: K, hear: (event: HTMLElementEventMap[K]) => void, passive = true) =>
    track.addEventListener(sign, hear, { signal: off.signal, passive });

  // Measured when a finger comes down: to ask the page again on every move makes it lay itself out once more a frame.
  let left = 0;
  const place = (event: { clientX: number }) => {
    if (fingers.size === 0) left = track.getBoundingClientRect().left;
    return event.clientX - left;
  };

  function move(x: number, settled: boolean): void {
    if (held === null) return;
    const edge = axis.at(x - held.offset);
    // The date handle stands at the end of its day, the start handle at the beginning of its own.
    if (held.which === 'date') hand.date(Math.round(edge) - 1, settled); else hand.start(Math.round(edge), settled);
  }

  function release(settle: boolean, x: number): void {
    if (held === null) return;
    if (settle) move(x, true);
    held = null;
    cancelAnimationFrame(edgeFrame);
    edgeFrame = 0;
    hand.holding(null);
  }

  /** A finger held at the edge of a zoomed axis draws it along. */
  function followEdge(x: number): void {
    cancelAnimationFrame(edgeFrame);
    edgeFrame = 0;
    const over = x < 12 ? x - 12 : x > axis.width - 12 ? x - axis.width + 12 : 0;
    if (held === null || over === 0 || !axis.isZoomed) return;
    edgeFrame = requestAnimationFrame(() => {
      axis.pan(Math.max(-1, Math.min(1, over / 40)) * (axis.right - axis.left) / 40);
      hand.viewed();
      move(x, false);
      followEdge(x);
    });
  }

  listen('pointerdown', event => {
    if (event.button !== 0) return;
    const x = place(event);
    fingers.set(event.pointerId, x);
    track.setPointerCapture(event.pointerId);
    if (fingers.size === 2) {
      release(true, x);
      const [a, b] = [...fingers.values()] as [number, number];
      pinch = { days: [axis.at(a), axis.at(b)] };
      return;
    }
    if (fingers.size > 2) return;
    const { date, start } = hand.places();
    const toDate = Math.abs(x - date.handle), toStart = start === null ? Infinity : Math.abs(x - start.handle);
    if (Math.min(toDate, toStart) <= REACH) {
      const which = toStart < toDate ? 'start' : 'date';
      held = { which, pointer: event.pointerId, offset: x - (which === 'date' ? date : start!).line };
      hand.holding(which);
      return;
    }
    const day = Math.floor(axis.at(x));
    held = { which: 'date', pointer: event.pointerId, offset: x - axis.x(day + 1) };
    hand.holding('date');
    hand.date(day, false);
  });

  listen('pointermove', event => {
    if (!fingers.has(event.pointerId)) return;
    const x = place(event);
    fingers.set(event.pointerId, x);
    if (pinch !== null && fingers.size === 2) {
      const [a, b] = [...fingers.values()] as [number, number];
      const [dayA, dayB] = pinch.days;
      if (Math.abs(b - a) < 8 || dayA === dayB) return;
      const perPixel = (dayB - dayA) / (b - a);
      if (perPixel <= 0) return;
      axis.show(dayA - a * perPixel, dayA + (axis.width - a) * perPixel);
      hand.viewed();
      return;
    }
    if (held?.pointer !== event.pointerId) return;
    move(x, false);
    followEdge(x);
  });

  const lift = (event: PointerEvent) => {
    if (!fingers.delete(event.pointerId)) return;
    if (fingers.size < 2) pinch = null;
    if (held?.pointer === event.pointerId) release(true, place(event));
  };
  listen('pointerup', lift);
  listen('pointercancel', lift);

  listen('wheel', event => {
    if (wheelNeedsKey && !event.ctrlKey && !event.metaKey) return;
    event.preventDefault();
    const notch = (delta: number) => event.deltaMode === WheelEvent.DOM_DELTA_LINE ? delta * 30 : delta;
    const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) axis.pan(notch(sideways) / axis.perDay);
    else axis.zoom(Math.exp(-notch(event.deltaY) * (event.ctrlKey ? 0.01 : 0.002)), place(event));
    hand.viewed();
  }, false);

  return () => {
    off.abort();
    cancelAnimationFrame(edgeFrame);
  };
}

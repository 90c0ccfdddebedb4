// Fingers on the chart: the date, the window's other end, a span, the axis. Everything here is local; the model hears "settled" when the finger lifts.

import type { Axis } from './axis.ts';

export interface Dragged {
  /** Where the handles stand, in pixels: a handle may hang outward from its line, and the line is what has a day. No other handle: null. */
  places(): { readonly date: Place; readonly start: Place | null };
  /** The moment at which the date's line stands on a day. */
  lineOf(day: number): number;
  /** Where the window's other end lies open ahead, the day it begins: to pull that end is to draw a span from there. */
  anchor(): number | null;
  pull(which: 'date' | 'start', moment: number, settled: boolean): void;
  press(day: number, settled: boolean): void;
  /** A span is drawn between two days, in either order. */
  draw(one: number, other: number, settled: boolean): void;
  /** The finger has lifted where it came down. */
  settle(): void;
  /** The axis was zoomed or moved. */
  viewed(): void;
  holding(what: 'date' | 'start' | 'span' | null): void;
  /** Notes the date and the window; what it gives back puts them there again. */
  remember(): () => void;
}

export interface Place { readonly handle: number; readonly line: number }

type Held = { readonly pointer: number; moved: boolean } & (
  | { readonly kind: 'date' | 'start'; readonly offset: number }
  | { readonly kind: 'span'; readonly anchor: number }
  // Not yet known: a tap, a drag, or, with a finger, the beginning of a scroll that is the page's.
  | { readonly kind: 'waiting'; readonly x: number; readonly becomes: 'date' | 'span'; readonly timer: number });

const REACH = 22, SLOP = 5, LONG_PRESS_MS = 450;

/** Listens on the track. `strip` is the part of it where a drag draws a span; elsewhere Shift, or a finger held still, does. `wheelNeedsKey`: in an embed the plain wheel scrolls the page that holds it. */
export function createSlider(track: HTMLElement, strip: HTMLElement, axis: Axis, hand: Dragged, wheelNeedsKey: boolean): () => void {
  const fingers = new Map<number, number>();
  let held: Held | null = null;
  let pinch: { days: [number, number] } | null = null;
  let edgeFrame = 0;
  // A finger that was taken for held still. On a page that was busy its first move may be heard late: by its own time it was a swipe.
  let stilled: { readonly x: number; readonly at: number; undo(): void } | null = null;
  const off = new AbortController();
  const listen = <K extends keyof HTMLElementEventMap>(sign: K, hear: (event: HTMLElementEventMap[K]) => void, passive = true) =>
    track.addEventListener(sign, hear, { signal: off.signal, passive });

  // Measured when a finger comes down: to ask the page again on every move makes it lay itself out once more a frame.
  let left = 0;
  const place = (event: { clientX: number }) => {
    if (fingers.size === 0) left = track.getBoundingClientRect().left;
    return event.clientX - left;
  };
  const dayAt = (x: number) => Math.floor(axis.at(Math.max(0, Math.min(axis.width - 0.01, x))));

  function move(x: number, settled: boolean): void {
    if (held === null) return;
    if (held.kind === 'span') hand.draw(held.anchor, dayAt(x), settled);
    else if (held.kind !== 'waiting') hand.pull(held.kind, axis.at(x - held.offset), settled);
  }

  function release(x: number): void {
    if (held === null) return;
    if (held.kind === 'waiting') clearTimeout(held.timer);
    else if (held.moved) move(x, true);
    else hand.settle();
    held = null;
    stilled = null;
    cancelAnimationFrame(edgeFrame);
    edgeFrame = 0;
    hand.holding(null);
  }

  function holdStill(pointer: number, x: number, at: number): void {
    stilled = { x, at, undo: hand.remember() };
    drawFrom(pointer, dayAt(x));
  }

  /** Gives back what a finger held still had drawn, where it was a swipe. */
  function swipeHeardLate(pointer: number, x: number, at: number): void {
    if (stilled === null || Math.abs(x - stilled.x) < SLOP) return;
    const { undo, x: began, at: since } = stilled;
    stilled = null;
    if (at - since >= LONG_PRESS_MS) return;
    undo();
    dragFrom(pointer, began);
  }

  function drawFrom(pointer: number, day: number): void {
    held = { kind: 'span', pointer, moved: true, anchor: day };
    hand.holding('span');
    hand.draw(day, day, false);
  }

  function dragFrom(pointer: number, x: number): void {
    const day = dayAt(x);
    held = { kind: 'date', pointer, moved: false, offset: x - axis.x(hand.lineOf(day)) };
    hand.holding('date');
    hand.press(day, false);
  }

  /** A finger held at the edge of a zoomed axis draws it along. */
  function followEdge(x: number): void {
    cancelAnimationFrame(edgeFrame);
    edgeFrame = 0;
    const over = x < 12 ? x - 12 : x > axis.width - 12 ? x - axis.width + 12 : 0;
    if (held === null || held.kind === 'waiting' || over === 0 || !axis.isZoomed) return;
    edgeFrame = requestAnimationFrame(() => {
      axis.pan(Math.max(-1, Math.min(1, over / 40)) * (axis.right - axis.left) / 40);
      hand.viewed();
      move(x, false);
      followEdge(x);
    });
  }

  listen('pointerdown', event => {
    if (event.button !== 0) return;
    const x = place(event), pointer = event.pointerId;
    fingers.set(pointer, x);
    track.setPointerCapture(pointer);
    if (fingers.size === 2) {
      release(x);
      const [a, b] = [...fingers.values()] as [number, number];
      pinch = { days: [axis.at(a), axis.at(b)] };
      return;
    }
    if (fingers.size > 2) return;
    const { date, start } = hand.places();
    const toDate = Math.abs(x - date.handle), toStart = start === null ? Infinity : Math.abs(x - start.handle);
    const onStrip = event.target === strip, byTouch = event.pointerType === 'touch';
    if (event.shiftKey) { drawFrom(pointer, dayAt(x)); return; }
    if (!onStrip && Math.min(toDate, toStart) <= REACH) {
      const which = toStart < toDate ? 'start' : 'date', anchor = hand.anchor();
      held = which === 'start' && anchor !== null ? { kind: 'span', pointer, moved: false, anchor }
        : { kind: which, pointer, moved: false, offset: x - (which === 'date' ? date : start!).line };
      hand.holding(which);
      return;
    }
    if (!onStrip && !byTouch) { dragFrom(pointer, x); return; }
    const timer = byTouch ? window.setTimeout(() => holdStill(pointer, x, event.timeStamp), LONG_PRESS_MS) : 0;
    held = { kind: 'waiting', pointer, moved: false, x, becomes: onStrip ? 'span' : 'date', timer };
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
    if (held.kind === 'waiting') {
      if (Math.abs(x - held.x) < SLOP) return;
      clearTimeout(held.timer);
      if (held.becomes === 'span') drawFrom(held.pointer, dayAt(held.x)); else dragFrom(held.pointer, held.x);
    }
    swipeHeardLate(event.pointerId, x, event.timeStamp);
    held.moved = true;
    move(x, false);
    followEdge(x);
  });

  listen('pointerup', event => {
    const x = place(event);
    if (!fingers.delete(event.pointerId)) return;
    if (fingers.size < 2) pinch = null;
    if (held?.pointer !== event.pointerId) return;
    const tapped = held.kind === 'waiting' ? dayAt(held.x) : null;
    release(x);
    if (tapped !== null) hand.press(tapped, true);
  });
  // The page has taken the finger to scroll: what it had moved stays, a mere touch moves nothing.
  listen('pointercancel', event => {
    const x = place(event);
    if (!fingers.delete(event.pointerId)) return;
    if (fingers.size < 2) pinch = null;
    if (held?.pointer === event.pointerId) release(x);
  });
  listen('contextmenu', event => { if (fingers.size > 0) event.preventDefault(); }, false);

  listen('wheel', event => {
    const withKey = event.ctrlKey || event.metaKey;
    if (wheelNeedsKey && !withKey) return;
    const { left: before, right: end } = axis;
    const notch = (delta: number) => event.deltaMode === WheelEvent.DOM_DELTA_LINE ? delta * 30 : delta;
    const sideways = event.shiftKey && event.deltaX === 0 ? event.deltaY : event.deltaX;
    if (Math.abs(sideways) > Math.abs(event.shiftKey ? 0 : event.deltaY)) axis.pan(notch(sideways) / axis.perDay);
    else axis.zoom(Math.exp(-notch(event.deltaY) * (event.ctrlKey ? 0.01 : 0.002)), place(event));
    const moved = Math.abs(axis.left - before) + Math.abs(axis.right - end) > 1e-6;
    // At its limit the axis leaves the wheel to the page; with Ctrl the page would zoom, which nobody meant.
    if (moved || withKey) event.preventDefault();
    if (moved) hand.viewed();
  }, false);

  return () => {
    off.abort();
    if (held?.kind === 'waiting') clearTimeout(held.timer);
    cancelAnimationFrame(edgeFrame);
  };
}

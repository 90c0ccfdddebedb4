// The picture of time: bars, window, marks and names. While only the window moves, two pictures made before are laid over each other: what lies
// outside it, and what lies in it.

import { language, say } from '../words.ts';
import type { Axis } from './axis.ts';
import { OPEN_END, OPEN_START } from './days.ts';
import type { Bars } from './histogram.ts';
import { ticks } from './ticks.ts';

export interface Measures {
  /** From the canvas's upper edge to the tallest bar's top. */
  readonly top: number;
  readonly bars: number;
  readonly height: number;
  readonly yearsOnly: boolean;
}

export interface Chosen { readonly earliest: number; readonly latest: number; readonly label: string | null }

export interface ChartPicture {
  readonly axis: Axis;
  readonly measures: Measures;
  readonly bars: Bars | null;
  readonly from: number;
  readonly to: number;
  /** Stretches that no data set covers, first and last day. */
  readonly uncovered: readonly { readonly from: number; readonly to: number }[];
  readonly chosen: Chosen | null;
  /** Days on which what the map shows begins to rest on something else. */
  readonly breaks: readonly number[];
}

export interface Chart {
  paint(picture: ChartPicture): void;
  /** Reads the colours again, after the theme has changed. */
  recolour(): void;
}

interface Ink {
  readonly ground: string; readonly axis: string; readonly text: string; readonly text2: string; readonly line: string; readonly control: string;
  readonly time: string; readonly soft: string; readonly mid: string; readonly out: string; readonly surface: string; readonly font: string;
}

export function createChart(canvas: HTMLCanvasElement): Chart {
  const context = canvas.getContext('2d')!;
  const outside = document.createElement('canvas').getContext('2d')!, inside = document.createElement('canvas').getContext('2d')!;
  let ink: Ink | null = null, hatchPossible: CanvasPattern | null = null, hatchNothing: CanvasPattern | null = null, hatchedAt = 0;
  let made = '', barsMade: Bars | null = null, gapsMade: ChartPicture['uncovered'] | null = null;

  function readInk(): Ink {
    const style = getComputedStyle(canvas);
    const v = (name: string) => style.getPropertyValue(`--${name}`).trim();
    return {
      ground: v('surface-2'), axis: v('control'), text: v('text'), text2: v('text-2'), line: v('line'), control: v('control'),
      time: v('time'), soft: v('time-soft'), mid: v('time-mid'), out: v('time-out'), surface: v('surface'), font: v('font-ui'),
    };
  }

  /** 45° lines on a tile of so many pixels, sharp on every screen. */
  function hatch(colour: string, ground: string | null, tile: number, thick: number, scale: number): CanvasPattern {
    const sheet = document.createElement('canvas');
    const size = Math.round(tile * scale);
    sheet.width = sheet.height = size;
    const pen = sheet.getContext('2d')!;
    if (ground !== null) { pen.fillStyle = ground; pen.fillRect(0, 0, size, size); }
    pen.strokeStyle = colour;
    pen.lineWidth = thick * scale;
    pen.beginPath();
    for (const shift of [-size, 0, size]) { pen.moveTo(shift - 2, size + 2); pen.lineTo(shift + size + 2, -2); }
    pen.stroke();
    const pattern = context.createPattern(sheet, 'repeat')!;
    pattern.setTransform(new DOMMatrix([1 / scale, 0, 0, 1 / scale, 0, 0]));
    return pattern;
  }

  /** All but the window's edges and the chosen event, as it looks outside the window or in it. */
  function paintStill(pen: CanvasRenderingContext2D, { axis, measures, bars, uncovered }: ChartPicture, isInside: boolean, scale: number): void {
    const { top, bars: high } = measures, width = axis.width, foot = top + high, { canvas: sheet } = pen;
    sheet.width = canvas.width;
    sheet.height = canvas.height;
    pen.setTransform(scale, 0, 0, scale, 0, 0);
    pen.direction = 'ltr';
    const ground = isInside ? ink!.soft : ink!.ground;
    pen.fillStyle = ground;
    pen.fillRect(0, isInside ? top - 4 : top, width, isInside ? high + 4 : high);

    pen.fillStyle = hatchNothing!;
    for (const gap of uncovered) {
      const a = Math.max(0, axis.x(gap.from)), b = Math.min(width, axis.x(gap.to + 1));
      if (b > a) pen.fillRect(a, top, b - a, high);
    }

    if (bars !== null) {
      const view = visible(bars, axis);
      view.scale(high);
      for (const bar of view.shown) {
        pen.fillStyle = isInside ? ink!.time : ink!.out;
        pen.fillRect(bar.x, foot - bar.certain, bar.width, bar.certain);
        pen.fillStyle = hatchPossible!;
        pen.fillRect(bar.x, foot - bar.certain - bar.possible, bar.width, bar.possible);
        if (bar.possible >= 2) {
          pen.fillStyle = ink!.mid;
          pen.fillRect(bar.x, foot - bar.certain - bar.possible, bar.width, 1);
        }
      }
    }

    pen.font = `400 12px ${ink!.font}`;
    pen.textBaseline = 'alphabetic';
    pen.textAlign = 'center';
    for (const gap of uncovered) {
      const a = Math.max(0, axis.x(gap.from)), b = Math.min(width, axis.x(gap.to + 1));
      const words = say('no data', 'لا بيانات');
      const space = pen.measureText(words).width + 12;
      if (b - a < Math.max(60, space)) continue;
      pen.fillStyle = ground;
      pen.fillRect((a + b - space) / 2, top + high / 2 - 9, space, 18);
      pen.fillStyle = ink!.text2;
      pen.fillText(words, (a + b) / 2, top + high / 2 + 4);
    }

    pen.fillStyle = ink!.axis;
    pen.fillRect(0, foot, width, 1);
    if (isInside) return;
    pen.textAlign = 'left';
    let free = -Infinity;
    for (const tick of ticks(axis, measures.yearsOnly)) {
      const x = Math.round(axis.x(tick.day));
      pen.fillStyle = ink!.axis;
      pen.fillRect(Math.min(x, width - 1), foot, 1, 5);
      pen.font = `${tick.isYear ? 600 : 400} 12px ${ink!.font}`;
      const wide = pen.measureText(tick.text).width, at = x + 4;
      if (at < free || at + wide > width + 1) continue;
      pen.fillStyle = tick.isYear ? ink!.text : ink!.text2;
      pen.fillText(tick.text, at, foot + 16);
      free = at + wide + 8;
    }
  }

  return {
    recolour() { ink = null; },
    paint(picture) {
      const { axis, measures, bars, from, to, uncovered, chosen, breaks } = picture;
      const scale = Math.max(1, devicePixelRatio || 1), width = axis.width, { top, bars: high, height } = measures;
      const pixelsWide = Math.round(width * scale), pixelsHigh = Math.round(height * scale);
      if (pixelsWide === 0 || pixelsHigh === 0) return;
      if (canvas.width !== pixelsWide || canvas.height !== pixelsHigh) { canvas.width = pixelsWide; canvas.height = pixelsHigh; }
      if (ink === null) {
        ink = readInk();
        hatchedAt = 0;
        made = '';
      }
      if (hatchedAt !== scale) {
        hatchPossible = hatch(ink.mid, ink.ground, 4, 1.2, scale);
        hatchNothing = hatch(ink.line, null, 8, 1, scale);
        hatchedAt = scale;
      }
      // Words written before their font had come are written again after.
      const key = [axis.left, axis.right, width, scale, top, high, height, measures.yearsOnly, document.fonts.status].join();
      if (key !== made || bars !== barsMade || uncovered !== gapsMade) {
        paintStill(outside, picture, false, scale);
        paintStill(inside, picture, true, scale);
        made = key;
        barsMade = bars;
        gapsMade = uncovered;
      }
      context.resetTransform();
      context.clearRect(0, 0, pixelsWide, pixelsHigh);
      context.drawImage(outside.canvas, 0, 0);
      const windowLeft = from === OPEN_START ? 0 : Math.max(0, axis.x(from)), windowRight = Math.min(width, axis.x(to + 1));
      if (windowRight > 0 && windowLeft < width) {
        context.save();
        context.beginPath();
        context.rect(windowLeft * scale, 0, Math.max(windowRight - windowLeft, 1) * scale, (top + high) * scale);
        context.clip();
        context.drawImage(inside.canvas, 0, 0);
        context.restore();
      }
      context.setTransform(scale, 0, 0, scale, 0, 0);

      // Lines of the window stand on the true days; the handles may hang outward.
      context.fillStyle = ink.time;
      if (from !== OPEN_START && to !== OPEN_END && axis.x(from) >= -1 && axis.x(from) <= width + 1) context.fillRect(axis.x(from) - 0.7, top - 4, 1.4, high + 4);
      const date = axis.x(to === OPEN_END ? from : to + 1);
      if (date >= -1 && date <= width + 2) context.fillRect(date - 1.2, top - 8, 2.4, high + 8);

      for (const day of breaks) notch(axis.x(day), width, top, top + high);
      if (chosen !== null) bracket(chosen, axis, top);
    },
  };

  /** A cut from the upper edge and a dotted line down to the axis. */
  function notch(x: number, width: number, top: number, foot: number): void {
    if (x < 0 || x > width) return;
    context.fillStyle = ink!.text;
    context.beginPath();
    context.moveTo(x - 5, top - 2);
    context.lineTo(x + 5, top - 2);
    context.lineTo(x, top + 6);
    context.fill();
    context.strokeStyle = ink!.text;
    context.lineWidth = 1.9;
    context.lineCap = 'round';
    context.setLineDash([0, 4]);
    context.beginPath();
    context.moveTo(x, top + 9);
    context.lineTo(x, foot);
    context.stroke();
    context.setLineDash([]);
    context.lineCap = 'butt';
  }

  /** From the earliest to the latest day of the chosen event; an open end runs on as an arrow. */
  function bracket(chosen: Chosen, axis: Axis, top: number): void {
    const y = top - 5, width = axis.width;
    const openLeft = chosen.earliest === OPEN_START, openRight = chosen.latest === OPEN_END;
    const a = openLeft ? 0 : axis.x(chosen.earliest), b = openRight ? width : axis.x(chosen.latest + 1);
    if (b < 0 || a > width) return;
    const left = Math.max(0, a), right = Math.min(width, Math.max(b, a + 3));
    context.strokeStyle = ink!.time;
    context.lineWidth = 1.8;
    context.beginPath();
    if (openLeft) { context.moveTo(left + 5, y - 4); context.lineTo(left + 1, y); context.lineTo(left + 5, y + 4); }
    else if (a >= 0) { context.moveTo(left, y + 5); context.lineTo(left, y); }
    context.moveTo(left, y);
    context.lineTo(right, y);
    if (openRight) { context.moveTo(right - 5, y - 4); context.lineTo(right - 1, y); context.lineTo(right - 5, y + 4); }
    else if (b <= width) { context.moveTo(right, y); context.lineTo(right, y + 5); }
    context.stroke();
    if (chosen.label === null || chosen.label === '') return;
    context.font = `500 12px ${ink!.font}`;
    // On the side with room for it; cut short where neither has, and left out where a word would not fit.
    const after = width - right - 12, before = left - 12, whole = context.measureText(chosen.label).width;
    const onRight = whole <= after || after >= before, room = Math.min(300, onRight ? after : before);
    if (room < Math.min(whole, 70)) return;
    const label = shortened(chosen.label, room, text => context.measureText(text).width), wide = context.measureText(label).width;
    const x = onRight ? right + 12 : left - 12 - wide;
    context.textAlign = 'left';
    context.direction = language() === 'ar' ? 'rtl' : 'ltr';
    context.textAlign = 'left';
    context.lineWidth = 3;
    context.lineJoin = 'round';
    context.strokeStyle = ink!.surface;
    context.strokeText(label, x, y + 4);
    context.fillStyle = ink!.text;
    context.fillText(label, x, y + 4);
  }
}

/** As much of the words as the room holds. */
function shortened(words: string, room: number, measure: (text: string) => number): string {
  if (measure(words) <= room) return words;
  let length = words.length - 1;
  while (length > 1 && measure(`${words.slice(0, length).trimEnd()}…`) > room) length--;
  return `${words.slice(0, length).trimEnd()}…`;
}

interface Bar { readonly x: number; readonly width: number; certain: number; possible: number }

/** The bars in view, in pixels across; `scale` turns counts into heights by the tallest in view, a count of one at least two pixels. */
function visible(bars: Bars, axis: Axis): { shown: Bar[]; scale(high: number): void } {
  const shown: Bar[] = [];
  let tallest = 0;
  for (let i = 0; i < bars.certain.length; i++) {
    const a = bars.start[i]!, b = bars.start[i + 1]!;
    if (b <= axis.left || a >= axis.right) continue;
    const certain = bars.certain[i]!, possible = bars.possible[i]!;
    if (certain + possible === 0) continue;
    const x = Math.round(axis.x(a)), right = Math.round(axis.x(b));
    shown.push({ x, width: Math.max(1, right - x - 1), certain, possible });
    tallest = Math.max(tallest, certain + possible);
  }
  return {
    shown,
    scale(high) {
      for (const bar of shown) {
        const height = (count: number) => count === 0 ? 0 : Math.max(count >= 1 ? 2 : 1, Math.round(count / tallest * high));
        bar.certain = height(bar.certain);
        bar.possible = Math.min(height(bar.possible), high - bar.certain);
      }
    },
  };
}

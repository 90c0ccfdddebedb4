// The bands of the holders' chart on a canvas: stacked from below in the fixed order, in the map's own colours and patterns. What nobody speaks of stays blank.

import { createFills, type Fills } from '../layers/fills.ts';
import { readPalette, type Palette } from '../layers/palette.ts';
import type { Kind } from '../layers/kinds.ts';
import { CONTESTED, JOINT } from '../packs/control-pack.ts';
import type { Axis } from './axis.ts';
import type { Holdings } from './holdings.ts';

export type Measure = 'area' | 'places';

export interface HoldersPicture {
  /** Paints where anything differs from what was painted last. */
  paint(holdings: Holdings | null, measure: Measure, axis: Axis, height: number): void;
  /** Reads the colours again, after the theme has changed. */
  recolour(): void;
}

/** Patterns lie still on the canvas. */
const STILL = { left: 0, top: 0 };

export function createHoldersPicture(canvas: HTMLCanvasElement): HoldersPicture {
  const context = canvas.getContext('2d')!;
  let palette: Palette | null = null, fills: Fills | null = null, filledAt = 0, perhaps: CanvasPattern | null = null, silence: CanvasPattern | null = null;
  let painted = '', of: Holdings | null = null;

  function ready(scale: number): void {
    palette ??= readPalette(canvas);
    if (fills !== null && filledAt === scale) return;
    fills = createFills(palette, scale);
    filledAt = scale;
    perhaps = lines(palette.surface, 5, 2, scale);
    silence = lines(getComputedStyle(canvas).getPropertyValue('--line').trim(), 8, 1, scale);
  }

  /** 45° lines on a tile of so many pixels. */
  function lines(colour: string, tile: number, thick: number, scale: number): CanvasPattern {
    const sheet = document.createElement('canvas'), size = Math.round(tile * scale), pen = sheet.getContext('2d')!;
    sheet.width = sheet.height = size;
    pen.strokeStyle = colour;
    pen.lineWidth = thick * scale;
    pen.beginPath();
    for (const shift of [-size, 0, size]) { pen.moveTo(shift - 2, size + 2); pen.lineTo(shift + size + 2, -2); }
    pen.stroke();
    const pattern = context.createPattern(sheet, 'repeat')!;
    pattern.setTransform(new DOMMatrix([1 / scale, 0, 0, 1 / scale, 0, 0]));
    return pattern;
  }

  function fill({ posture, holders }: Kind): void {
    const paint = posture === CONTESTED ? fills!.contested(holders) : posture === JOINT ? fills!.joint(holders) : fills!.plain(holders[0]!);
    paint(context, STILL);
  }

  function paintBands(what: Holdings, measure: Measure, axis: Axis, scale: number): void {
    const { width: wide, height: high } = canvas, whole = measure === 'area' ? what.area : what.places, bands = what.bands.length;
    const certain = measure === 'area' ? what.certainArea : what.certain, open = measure === 'area' ? what.perhapsArea : what.perhaps;
    if (whole === 0 || bands === 0) return;
    // Every column's heights, in device pixels from below: a band's foot is the top of the one under it.
    const top = new Float64Array(wide), rowAt = new Int32Array(wide);
    for (let x = 0; x < wide; x++) rowAt[x] = what.row(Math.floor(axis.at((x + 0.5) / scale)));
    const edges = new Path2D();
    for (let band = 0; band < bands; band++) {
      const sure = new Path2D(), maybe = new Path2D();
      let runFrom = 0, runFoot = -1, runSure = -1, runTop = -1;
      const flush = (to: number) => {
        if (runFoot < 0 || runTop <= runFoot) return;
        sure.rect(runFrom / scale, (high - runTop) / scale, (to - runFrom) / scale, (runTop - runFoot) / scale);
        if (runTop > runSure) maybe.rect(runFrom / scale, (high - runTop) / scale, (to - runFrom) / scale, (runTop - runSure) / scale);
        if (runTop - runFoot >= 3 * scale) edges.rect(runFrom / scale, (high - runTop) / scale, (to - runFrom) / scale, 1 / scale);
      };
      for (let x = 0; x < wide; x++) {
        const row = rowAt[x]!, before = top[x]!;
        const a = row < 0 ? 0 : certain[row * bands + band]!, b = row < 0 ? 0 : open[row * bands + band]!;
        top[x] = before + a + b;
        const foot = Math.round(before / whole * high), middle = Math.round((before + a) / whole * high), head = Math.round((before + a + b) / whole * high);
        if (foot === runFoot && middle === runSure && head === runTop) continue;
        flush(x);
        runFrom = x;
        runFoot = foot;
        runSure = middle;
        runTop = head;
      }
      flush(wide);
      fill(what.bands[band]!);
      context.fill(sure);
      context.fillStyle = perhaps!;
      context.fill(maybe);
    }
    context.fillStyle = palette!.surface;
    context.fill(edges);
  }

  return {
    recolour() { palette = fills = null; },
    paint(holdings, measure, axis, height) {
      const scale = Math.max(1, devicePixelRatio || 1), wide = Math.round(axis.width * scale), high = Math.round(height * scale);
      const key = [measure, axis.left, axis.right, wide, high, scale].join();
      if (palette !== null && key === painted && holdings === of) return;
      ready(scale);
      painted = key;
      of = holdings;
      canvas.width = wide;
      canvas.height = high;
      context.setTransform(scale, 0, 0, scale, 0, 0);
      if (holdings === null) return;
      const before = axis.x(holdings.first), after = axis.x(holdings.last + 1);
      context.fillStyle = silence!;
      if (before > 0) context.fillRect(0, 0, Math.min(before, axis.width), height);
      if (after < axis.width) context.fillRect(Math.max(0, after), 0, axis.width, height);
      paintBands(holdings, measure, axis, scale);
    },
  };
}

// Fills of the control layer as patterns for a canvas, for the chart of holders; the map's own pixels are made by brushes.ts, to the same measures.

import type { Palette } from './palette.ts';
import { contextOf, type View } from './view.ts';

export interface Fills {
  /** One holder's own fill: a colour, or lines for a holder without one. */
  plain(holder: string): Paint;
  /** 45° stripes, 6 px each, a fine rule between. */
  contested(holders: readonly string[]): Paint;
  /** Horizontal bands, the larger share first. */
  joint(holders: readonly string[]): Paint;
}

/** Sets itself as the fill of a canvas that shows a view. */
export type Paint = (context: CanvasRenderingContext2D, view: Origin) => void;

/** Where a canvas's upper left corner lies on the ground that patterns are fixed to. */
type Origin = Pick<View, 'left' | 'top'>;

/** Measures of the patterns, in CSS pixels: the map's own pixels (brushes.ts) follow them too. */
export const STRIPE = 6, RULE = 0.9, RULE_SHARE = 0.55, BAND = 6, THIN_BAND = 3, LINE_GAP = 5;

export function createFills(palette: Palette, density: number): Fills {
  const kept = new Map<string, Paint>();
  const keep = (key: string, make: () => Paint) => {
    let paint = kept.get(key);
    if (!paint) kept.set(key, paint = make());
    return paint;
  };
  return {
    plain: holder => keep(`plain ${holder}`, () => {
      const { fill, line, patterned } = palette.holder(holder);
      return patterned ? tile(LINE_GAP, LINE_GAP, density, 0, context => {
        rectangle(context, fill, 0, 0, LINE_GAP, LINE_GAP);
        rectangle(context, line, 0, 0, 1, LINE_GAP);
      }) : context => { context.fillStyle = fill; };
    }),
    contested: holders => keep(`contested ${holders.join()}`, () => {
      const width = STRIPE * holders.length;
      return tile(width, width, density, 45, context => holders.forEach((holder, i) => {
        rectangle(context, palette.holder(holder).fill, i * STRIPE, 0, STRIPE, width);
        context.globalAlpha = RULE_SHARE;
        rectangle(context, palette.front, i * STRIPE, 0, RULE, width);
        context.globalAlpha = 1;
      }));
    }),
    joint: holders => keep(`joint ${holders.join()}`, () => {
      const height = BAND + THIN_BAND * (holders.length - 1);
      return tile(height, height, density, 0, context => holders.forEach((holder, i) =>
        rectangle(context, palette.holder(holder).fill, 0, i === 0 ? 0 : BAND + (i - 1) * THIN_BAND, height, i === 0 ? BAND : THIN_BAND)));
    }),
  };
}

function rectangle(context: CanvasRenderingContext2D, colour: string, x: number, y: number, width: number, height: number): void {
  context.fillStyle = colour;
  context.fillRect(x, y, width, height);
}

/** A repeating tile, drawn at the canvas's own density. */
function tile(width: number, height: number, density: number, turn: number, draw: (context: CanvasRenderingContext2D) => void): Paint {
  // Whole device pixels, or the tile's seam would show: four times the asked density keeps the rounding error small.
  const fine = Math.ceil(density * 2);
  const canvas = document.createElement('canvas');
  canvas.width = width * fine;
  canvas.height = height * fine;
  const own = contextOf(canvas);
  own.scale(fine, fine);
  draw(own);
  const pattern = own.createPattern(canvas, 'repeat')!;
  let placedFor: Origin | null = null;
  return (context, view) => {
    if (placedFor !== view) {
      const step = turn === 0 ? [width, height] as const : [width * Math.SQRT2, height * Math.SQRT2] as const;
      pattern.setTransform(new DOMMatrix().translate(-(view.left % step[0]), -(view.top % step[1])).rotate(turn).scale(1 / fine));
      placedFor = view;
    }
    context.fillStyle = pattern;
  };
}

// The colours of the control layer pixel by pixel: plain, lined, striped, banded. Fixed to the ground, so that patterns do not swim when the map moves.

import { CONTESTED, JOINT } from '../packs/index.ts';
import { BAND, LINE_GAP, RULE, RULE_SHARE, STRIPE, THIN_BAND } from './fills.ts';
import type { Palette } from './palette.ts';
import type { View } from './view.ts';

/** One colour, or one for each column, row or diagonal of the view. */
export const PLAIN = 1, COLUMNS = 2, ROWS = 3, DIAGONALS = 4;

export interface Brush {
  readonly along: number;
  /** Colours as pixels of a canvas are: red in the lowest byte, no opacity. */
  readonly colours: Uint32Array;
}

export interface Brushes {
  of(posture: number, holders: readonly string[]): Brush;
  /** How much land shows through a claim of each age, 0 … 255, by the phases of a pixel's row and column. */
  readonly dots: readonly Uint8Array[];
  /** Whether a row of such a phase has any dots, by age. */
  readonly dotted: readonly Uint8Array[];
  readonly phaseX: Uint8Array;
  readonly phaseY: Uint8Array;
}

const colours = new Map<string, number>();

/** A colour of the style sheet as a pixel without its opacity. */
export function pixelColour(css: string): number {
  let colour = colours.get(css);
  if (colour === undefined) {
    const value = parseInt(/^#([0-9a-f]{6})/i.exec(css)?.[1] ?? '888888', 16);
    colours.set(css, colour = value >> 16 | value & 0xff00 | (value & 0xff) << 16);
  }
  return colour;
}

/** A part of the way from one colour to another, 0 … 255. Red and blue are worked out side by side: neither can reach into the other. */
export function mixed(from: number, to: number, part: number): number {
  const share = part + (part >> 7), left = 256 - share;
  return Math.imul(from & 0xff00ff, left) + Math.imul(to & 0xff00ff, share) + 0x800080 >>> 8 & 0xff00ff
    | (from >>> 8 & 255) * left + (to >>> 8 & 255) * share + 128 & 0xff00;
}

/** One share of 0 … 255 of another. */
export function part(one: number, other: number): number {
  return (one * other + 128) * 257 >>> 16;
}

/** A colour laid so strongly on a pixel, which may let something through itself. */
export function laid(pixel: number, colour: number, alpha: number): number {
  if (alpha === 255) return 0xff000000 | colour;
  const under = pixel >>> 24;
  if (under === 255) return 0xff000000 | mixed(pixel, colour, alpha);
  const all = alpha + under * (255 - alpha) / 255;
  return all === 0 ? pixel : Math.round(all) << 24 | mixed(pixel, colour, Math.round(255 * alpha / all));
}

/** Dots of bare land over a fill whose last claim is old: few, more, many; where they stand on a tile of so many CSS pixels. */
const DOT_TILE = 8, DOT_RADIUS = 1.05, DOTS: readonly (readonly (readonly [number, number])[])[] = [[[2, 2]], [[2, 2], [6, 6]], [[2, 2], [6, 2], [2, 6], [6, 6]]];

/** Samples across a pixel, so that stripes have smooth edges. */
const SAMPLES = 4;

/** Phases of the dots' tile. */
export const PHASES = 32;

export function createBrushes(palette: Palette, view: View): Brushes {
  const { density } = view, width = Math.round(view.width * density), height = Math.round(view.height * density);
  const known = new Map<string, Brush>();

  /** A table of so many pixels; `at` is told the place on the ground along the table, in CSS pixels. */
  function table(length: number, origin: number, step: number, at: (ground: number) => number): Uint32Array {
    const colours = new Uint32Array(length);
    for (let i = 0; i < length; i++) {
      let red = 0, green = 0, blue = 0;
      for (let sample = 0; sample < SAMPLES; sample++) {
        const colour = at(origin + (i + (sample + 0.5) / SAMPLES) * step);
        red += colour & 255;
        green += colour >> 8 & 255;
        blue += colour >> 16 & 255;
      }
      colours[i] = Math.round(red / SAMPLES) | Math.round(green / SAMPLES) << 8 | Math.round(blue / SAMPLES) << 16;
    }
    return colours;
  }

  function make(posture: number, holders: readonly string[]): Brush {
    const fills = holders.map(holder => pixelColour(palette.holder(holder).fill));
    if (posture === CONTESTED) {
      const round = STRIPE * fills.length, rule = pixelColour(palette.front);
      return { along: DIAGONALS, colours: table(width + height, (view.left + view.top) / Math.SQRT2, 1 / density / Math.SQRT2, ground => {
        const at = ground % round, stripe = Math.floor(at / STRIPE), fill = fills[stripe]!;
        return at - stripe * STRIPE < RULE ? mixed(fill, rule, 255 * RULE_SHARE) : fill;
      }) };
    }
    if (posture === JOINT) {
      const round = BAND + THIN_BAND * (fills.length - 1);
      return { along: ROWS, colours: table(height, view.top, 1 / density, ground => {
        const at = ground % round;
        return fills[at < BAND ? 0 : 1 + Math.floor((at - BAND) / THIN_BAND)]!;
      }) };
    }
    const { line, patterned } = palette.holder(holders[0]!);
    if (!patterned) return { along: PLAIN, colours: Uint32Array.of(fills[0]!) };
    const lines = pixelColour(line);
    return { along: COLUMNS, colours: table(width, view.left, 1 / density, ground => ground % LINE_GAP < 1 ? lines : fills[0]!) };
  }

  const phase = (length: number, origin: number) => Uint8Array.from({ length }, (_, i) => Math.floor((origin + (i + 0.5) / density) % DOT_TILE / DOT_TILE * PHASES));
  const phaseX = phase(width, view.left), phaseY = phase(height, view.top);
  const dots = DOTS.map(spots => Uint8Array.from({ length: PHASES * PHASES }, (_, i) => {
    const x = (i % PHASES + 0.5) / PHASES * DOT_TILE, y = (Math.floor(i / PHASES) + 0.5) / PHASES * DOT_TILE;
    const away = Math.min(...spots.map(([cx, cy]) => Math.hypot(x - cx, y - cy)));
    return Math.round(255 * Math.max(0, Math.min(1, (DOT_RADIUS - away) * density + 0.5)));
  }));

  const dotted = dots.map(spots => Uint8Array.from({ length: PHASES }, (_, row) => spots.subarray(row * PHASES, (row + 1) * PHASES).some(dot => dot !== 0) ? 1 : 0));

  return {
    of(posture, holders) {
      const kind = holders.length > 1 ? posture : 0, key = `${kind} ${holders.join()}`;
      let brush = known.get(key);
      if (!brush) known.set(key, brush = make(kind, holders));
      return brush;
    },
    dots, dotted, phaseX, phaseY,
  };
}

export function colourAt({ along, colours }: Brush, x: number, y: number): number {
  return colours[along === PLAIN ? 0 : along === COLUMNS ? x : along === ROWS ? y : x + y]!;
}

/** A row of pixels of a brush, from a place in the view on. */
export function layRow({ along, colours }: Brush, x: number, y: number, length: number, into: Uint32Array, from: number): void {
  if (along === PLAIN || along === ROWS) {
    const colour = 0xff000000 | colours[along === PLAIN ? 0 : y]!;
    for (let i = 0; i < length; i++) into[from + i] = colour;
  } else {
    const first = along === COLUMNS ? x : x + y;
    for (let i = 0; i < length; i++) into[from + i] = 0xff000000 | colours[first + i]!;
  }
}

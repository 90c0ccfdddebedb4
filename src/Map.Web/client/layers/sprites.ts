// Discs and symbols drawn once and stamped many times.

import type { Palette } from './palette.ts';
import { drawSymbol } from './symbols.ts';
import { contextOf } from './view.ts';

export interface Sprites {
  /** A count with its ring: the certain share solid, clockwise from the top, the rest dashed. */
  disc(certain: number, possible: number): HTMLCanvasElement;
  /** One event. `share` = part of its span inside the window, 1 where certain. */
  symbol(type: string, share: number): HTMLCanvasElement;
}

/** Side of a sprite in CSS pixels; its middle is the spot. */
export const SPRITE = 52;

const RING = 2.6;
const MOST_KEPT = 3000;

export function discRadius(count: number): number {
  return Math.min(19, 9.5 + 1.55 * Math.sqrt(count));
}

export function createSprites(palette: Palette, density: number): Sprites {
  const kept = new Map<string, HTMLCanvasElement>();
  const keep = (key: string, draw: (context: CanvasRenderingContext2D) => void) => {
    const found = kept.get(key);
    if (found) return found;
    if (kept.size >= MOST_KEPT) kept.clear();
    const canvas = document.createElement('canvas');
    canvas.width = canvas.height = Math.ceil(SPRITE * density);
    const context = contextOf(canvas);
    context.scale(canvas.width / SPRITE, canvas.height / SPRITE);
    context.translate(SPRITE / 2, SPRITE / 2);
    draw(context);
    kept.set(key, canvas);
    return canvas;
  };
  return {
    disc: (certain, possible) => {
      const all = certain + possible;
      // A ring shows a share to a thirtieth of a turn: finer steps would only cost sprites.
      const part = possible === 0 ? 30 : Math.min(29, Math.round(certain / all * 30));
      return keep(`disc ${all} ${part}`, context => drawDisc(context, palette, all, part / 30));
    },
    symbol: (type, share) => {
      const tenths = Math.round(share * 20);
      return keep(`symbol ${type} ${tenths}`, context => drawSingle(context, palette, type, tenths / 20));
    },
  };
}

function drawDisc(context: CanvasRenderingContext2D, palette: Palette, all: number, certain: number): void {
  const radius = discRadius(all);
  context.fillStyle = palette.surface;
  context.beginPath();
  context.arc(0, 0, radius + 1.4, 0, 7);
  context.fill();
  context.lineWidth = RING;
  const top = -Math.PI / 2, turn = certain * 2 * Math.PI;
  if (certain > 0) {
    context.strokeStyle = palette.time;
    context.beginPath();
    context.arc(0, 0, radius - RING / 2, top, top + turn);
    context.stroke();
  }
  if (certain < 1) {
    context.strokeStyle = palette.timeMid;
    context.setLineDash([3, 2.4]);
    context.beginPath();
    context.arc(0, 0, radius - RING / 2, top + turn, top + 2 * Math.PI);
    context.stroke();
  }
  context.fillStyle = palette.time;
  context.font = `600 ${all < 1000 ? 13 : 12}px "IBM Plex Sans", system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.fillText(short(all), 0, 4.6);
}

/** "950", "1.2k", "12k": three signs fit in the largest disc. */
export function short(count: number): string {
  if (count < 1000) return String(count);
  return count < 9950 ? `${(count / 1000).toFixed(1).replace(/\.0$/, '')}k` : `${Math.round(count / 1000)}k`;
}

function drawSingle(context: CanvasRenderingContext2D, palette: Palette, type: string, share: number): void {
  if (share >= 1) {
    drawSymbol(context, type, palette.time, palette.halo);
    return;
  }
  context.beginPath();
  context.arc(0, 0, 10, 0, 7);
  context.strokeStyle = palette.halo;
  context.lineWidth = 4;
  context.stroke();
  context.strokeStyle = palette.time;
  context.lineWidth = 1.4;
  context.setLineDash([3, 2.4]);
  context.stroke();
  context.setLineDash([]);
  context.globalAlpha = Math.max(0.35, Math.min(0.6, share));
  drawSymbol(context, type, palette.time, palette.halo);
}

// Discs and symbols drawn once and stamped many times.

import type { Palette } from './palette.ts';
import { drawSymbol } from './symbols.ts';

/** Each stamps itself about a spot, `grow` times as large as usual. */
export interface Sprites {
  /** A count with its ring: the certain share solid, clockwise from the top, the rest dashed. */
  disc(context: CanvasRenderingContext2D, x: number, y: number, grow: number, certain: number, possible: number): void;
  /** One event: 1 where it is certain, else less, and then with a dashed ring. */
  symbol(context: CanvasRenderingContext2D, x: number, y: number, grow: number, type: string, opacity: number): void;
}

const RING = 2.6;

/** A ring shows a share to a thirtieth of a turn, a disc its radius to half a pixel: finer steps would only cost sprites. */
const PARTS = 30, PER_PIXEL = 2;

export function discRadius(count: number): number {
  return Math.round(Math.min(19, 9.5 + 1.55 * Math.sqrt(count)) * PER_PIXEL) / PER_PIXEL;
}

export function createSprites(palette: Palette, density: number): Sprites {
  const discs = new Map<number, Sprite>(), figures = new Map<string, Sprite>(), symbols = new Map<string, Sprite>();
  const kept = <Key>(map: Map<Key, Sprite>, key: Key, width: number, height: number, draw: (context: OffscreenCanvasRenderingContext2D) => void): Sprite => {
    let found = map.get(key);
    if (!found) map.set(key, found = sprite(width, height, density, draw));
    return found;
  };
  const stamp = (context: CanvasRenderingContext2D, { picture, width, height }: Sprite, x: number, y: number, grow: number) => {
    // Whole device pixels keep figures sharp.
    const left = Math.round((x - width * grow / 2) * density) / density, top = Math.round((y - height * grow / 2) * density) / density;
    context.drawImage(picture, left, top, width * grow, height * grow);
  };
  return {
    // A count has its own figures, and shares its disc with others: a sprite for each pair would be new in almost every step.
    disc(context, x, y, grow, certain, possible) {
      const all = certain + possible, radius = discRadius(all);
      const part = possible === 0 ? PARTS : Math.min(PARTS - 1, Math.round(certain / all * PARTS));
      const words = short(all);
      stamp(context, kept(discs, radius * 100 + part, 2 * radius + 4, 2 * radius + 4, own => drawDisc(own, palette, radius, part / PARTS)), x, y, grow);
      stamp(context, kept(figures, words, 9 * words.length + 4, 18, own => drawFigures(own, palette, words, all < 1000 ? 13 : 12)), x, y, grow);
    },
    symbol(context, x, y, grow, type, opacity) {
      const twentieths = Math.round(opacity * 20);
      stamp(context, kept(symbols, `${type} ${twentieths}`, 26, 26, own => drawSingle(own, palette, type, twentieths / 20)), x, y, grow);
    },
  };
}

/** Its middle is the spot. Sides in CSS pixels, whole device pixels long. A picture that cannot change is stamped more cheaply than a canvas, of which each stamp asks anew. */
interface Sprite { readonly picture: ImageBitmap; readonly width: number; readonly height: number }

function sprite(width: number, height: number, density: number, draw: (context: OffscreenCanvasRenderingContext2D) => void): Sprite {
  const canvas = new OffscreenCanvas(Math.ceil(width * density), Math.ceil(height * density)), context = canvas.getContext('2d')!;
  context.translate(canvas.width / 2, canvas.height / 2);
  context.scale(density, density);
  draw(context);
  return { width: canvas.width / density, height: canvas.height / density, picture: canvas.transferToImageBitmap() };
}

function drawDisc(context: OffscreenCanvasRenderingContext2D, palette: Palette, radius: number, certain: number): void {
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
}

function drawFigures(context: OffscreenCanvasRenderingContext2D, palette: Palette, words: string, size: number): void {
  context.fillStyle = palette.time;
  context.font = `600 ${size}px "IBM Plex Sans", system-ui, sans-serif`;
  context.textAlign = 'center';
  context.textBaseline = 'alphabetic';
  context.fillText(words, 0, 4.6);
}

/** "950", "1.2k", "12k": three signs fit in the largest disc. */
export function short(count: number): string {
  if (count < 1000) return String(count);
  return count < 9950 ? `${(count / 1000).toFixed(1).replace(/\.0$/, '')}k` : `${Math.round(count / 1000)}k`;
}

function drawSingle(context: OffscreenCanvasRenderingContext2D, palette: Palette, type: string, opacity: number): void {
  if (opacity >= 1) {
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
  context.globalAlpha = opacity;
  drawSymbol(context, type, palette.time, palette.halo);
}

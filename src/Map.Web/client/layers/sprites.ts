// Discs and symbols drawn once and stamped many times.

import type { Palette } from './palette.ts';
import { drawSymbol } from './symbols.ts';

/** Each stamps itself about a spot, `grow` times as large as usual. */
export interface Sprites {
  /** Says what will be stamped, so that all that is new is drawn at once. */
  wantDisc(certain: number, possible: number): void;
  wantSymbol(type: string, opacity: number): void;
  /** Draws beforehand the counts that nearly every picture holds. */
  drawUsual(): void;
  /** A count with its ring: the certain share solid, clockwise from the top, the rest dashed. */
  disc(context: CanvasRenderingContext2D, x: number, y: number, grow: number, certain: number, possible: number): void;
  /** One event: 1 where it is certain, else less, and then with a dashed ring. */
  symbol(context: CanvasRenderingContext2D, x: number, y: number, grow: number, type: string, opacity: number): void;
}

const RING = 2.6;

/** A ring shows a share to a thirtieth of a turn, a disc its radius to half a pixel: finer steps would only cost sprites. */
const PARTS = 30, PER_PIXEL = 2;

/** Every disc there is has its full size by this count. */
const USUAL = 40;

export function discRadius(count: number): number {
  return Math.round(Math.min(19, 9.5 + 1.55 * Math.sqrt(count)) * PER_PIXEL) / PER_PIXEL;
}

export function createSprites(palette: Palette, density: number): Sprites {
  const discs = new Map<number, Sprite>(), figures = new Map<string, Sprite>(), symbols = new Map<string, Sprite>();
  const side = Math.ceil(LARGEST * density), desk = new OffscreenCanvas(side, side).getContext('2d')!;
  let due: Sprite[] = [];
  const kept = <Key>(map: Map<Key, Sprite>, key: Key, width: number, height: number, draw: Draw): Sprite => {
    let found = map.get(key);
    if (!found) {
      map.set(key, found = { sheet: null, x: 0, y: 0, wide: Math.ceil(width * density), high: Math.ceil(height * density), draw });
      due.push(found);
    }
    return found;
  };
  const disc = (certain: number, all: number): Sprite => {
    const radius = discRadius(all), part = certain === all ? PARTS : Math.min(PARTS - 1, Math.round(certain / all * PARTS));
    return kept(discs, radius * 100 + part, 2 * radius + 4, 2 * radius + 4, own => drawDisc(own, palette, radius, part / PARTS));
  };
  // A count has its own figures, and shares its disc with others: a sprite for each pair would be new in almost every step.
  const counted = (all: number): Sprite => {
    const words = short(all);
    return kept(figures, words, 9 * words.length + 4, 18, own => drawFigures(own, palette, words, all < 1000 ? 13 : 12));
  };
  const single = (type: string, opacity: number): Sprite => {
    const twentieths = Math.round(opacity * 20);
    return kept(symbols, `${type} ${twentieths}`, 26, 26, own => drawSingle(own, palette, type, twentieths / 20));
  };
  const stamp = (context: CanvasRenderingContext2D, sprite: Sprite, x: number, y: number, grow: number) => {
    if (sprite.sheet === null) make();
    const { sheet, x: left, y: top, wide, high } = sprite, width = wide / density, height = high / density;
    // Whole device pixels keep figures sharp.
    const to = Math.round((x - width * grow / 2) * density) / density, down = Math.round((y - height * grow / 2) * density) / density;
    context.drawImage(sheet!, left, top, wide, high, to, down, width * grow, height * grow);
  };

  /** Draws all that is due on one sheet: a canvas for each would cost more than what is drawn on it. Each is drawn on one spot first: edges are rounded otherwise elsewhere. */
  function make(): void {
    let x = 0, y = 0, high = 0, wide = 0;
    for (const sprite of due) {
      if (x + sprite.wide > SHEET) {
        x = 0;
        y += high + APART;
        high = 0;
      }
      sprite.x = x;
      sprite.y = y;
      x += sprite.wide + APART;
      wide = Math.max(wide, x);
      high = Math.max(high, sprite.high);
    }
    const canvas = new OffscreenCanvas(Math.max(1, wide), Math.max(1, y + high)), context = canvas.getContext('2d')!;
    for (const sprite of due) {
      const { wide, high } = sprite;
      desk.clearRect(0, 0, wide, high);
      desk.save();
      desk.translate(wide / 2, high / 2);
      desk.scale(density, density);
      sprite.draw!(desk);
      desk.restore();
      context.drawImage(desk.canvas, 0, 0, wide, high, sprite.x, sprite.y, wide, high);
    }
    const sheet = canvas.transferToImageBitmap();
    for (const sprite of due) {
      sprite.sheet = sheet;
      sprite.draw = null;
    }
    due = [];
  }

  return {
    wantDisc(certain, possible) {
      disc(certain, certain + possible);
      counted(certain + possible);
    },
    wantSymbol(type, opacity) { single(type, opacity); },
    drawUsual() {
      for (let count = 2; count <= USUAL; count++) this.wantDisc(count, 0);
      if (due.length > 0) make();
    },
    disc(context, x, y, grow, certain, possible) {
      stamp(context, disc(certain, certain + possible), x, y, grow);
      stamp(context, counted(certain + possible), x, y, grow);
    },
    symbol(context, x, y, grow, type, opacity) { stamp(context, single(type, opacity), x, y, grow); },
  };
}

type Draw = (context: OffscreenCanvasRenderingContext2D) => void;

/** Its middle is the spot. Pixels of the device; no sheet while it is due. A picture that cannot change is stamped more cheaply than a canvas, of which each stamp asks anew. */
interface Sprite { sheet: ImageBitmap | null; x: number; y: number; readonly wide: number; readonly high: number; draw: Draw | null }

/** Widest sheet, and the gap between two sprites on it, in pixels of the device; the largest sprite, in CSS pixels. */
const SHEET = 1024, APART = 1, LARGEST = 64;

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

// The shapes of event types in a box of 13.5 pixels about its middle. Filled = violence reported, outlined = none. One source for canvas and page.

import { say } from '../words.ts';

/** Draws on a canvas of the page or beside it. */
export type Pen = CanvasRenderingContext2D | OffscreenCanvasRenderingContext2D;

export interface Shape { readonly outline: string; readonly filled: boolean }

/** SVG path data, −6.75 … 6.75 both ways. */
const shapes: Record<string, Shape> = {
  clash: { filled: true, outline: 'M-5.5-3.6-3.6-5.5 0-1.9 3.6-5.5 5.5-3.6 1.9 0 5.5 3.6 3.6 5.5 0 1.9-3.6 5.5-5.5 3.6-1.9 0Z' },
  strike: { filled: true, outline: 'M-6.2-5.2H6.2L0 6Z' },
  explosion: { filled: true, outline: star(8, 6.75, 3.1) },
  killing: { filled: true, outline: 'M0-6.75 6.1 0 0 6.75-6.1 0Z' },
  detention: { filled: false, outline: 'M-5.2-5.2H5.2V5.2H-5.2ZM-1.8-5.2V5.2M1.8-5.2V5.2' },
  protest: { filled: false, outline: 'M0-6 6.2 5.2H-6.2Z' },
  politics: { filled: false, outline: 'M5.6 0A5.6 5.6 0 1 1-5.6 0 5.6 5.6 0 1 1 5.6 0ZM1.2 0A1.2 1.2 0 1 1-1.2 0 1.2 1.2 0 1 1 1.2 0Z' },
  'control-change': { filled: true, outline: 'M0-6A6 6 0 0 1 0 6ZM0-6A6 6 0 0 0 0 6L0 4.4A4.4 4.4 0 0 1 0-4.4Z' },
  movement: { filled: false, outline: 'M-5.6-5H-.6L5.4 0-.6 5H-5.6L.2 0Z' },
  statement: { filled: false, outline: 'M-5.6-5.2H5.6V3H-.4L-3.2 6V3H-5.6Z' },
};

function star(points: number, outer: number, inner: number): string {
  const corners = Array.from({ length: points * 2 }, (_, i) => {
    const angle = i * Math.PI / points - Math.PI / 2, radius = i % 2 ? inner : outer;
    return `${(radius * Math.cos(angle)).toFixed(2)} ${(radius * Math.sin(angle)).toFixed(2)}`;
  });
  return `M${corners.join('L')}Z`;
}

export function symbolOf(type: string): Shape {
  return shapes[type] ?? shapes.politics!;
}

/** Pixels of the outline of an open shape, and of the halo round every shape. */
const STROKE = 1.7, HALO = 4;

export function drawSymbol(context: Pen, type: string, ink: string, halo: string): void {
  const { outline, filled } = symbolOf(type);
  const path = new Path2D(outline);
  context.lineJoin = 'round';
  context.strokeStyle = halo;
  context.lineWidth = HALO + (filled ? 0 : STROKE);
  context.stroke(path);
  if (filled) {
    context.fillStyle = ink;
    context.fill(path);
  } else {
    context.fillStyle = halo;
    context.fill(path);
    context.strokeStyle = ink;
    context.lineWidth = STROKE;
    context.stroke(path);
  }
}

const SVG = 'http://www.w3.org/2000/svg';

/** The symbol as an element of the page; its colour is the text's. */
export function symbolElement(type: string, possible = false): SVGSVGElement {
  const { outline, filled } = symbolOf(type);
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '-12 -12 24 24');
  svg.setAttribute('class', 'map-symbol');
  svg.setAttribute('aria-hidden', 'true');
  const path = document.createElementNS(SVG, 'path');
  path.setAttribute('d', outline);
  if (filled) path.setAttribute('fill', 'currentColor');
  else {
    path.setAttribute('fill', 'none');
    path.setAttribute('stroke', 'currentColor');
    path.setAttribute('stroke-width', String(STROKE));
    path.setAttribute('stroke-linejoin', 'round');
  }
  if (possible) {
    path.setAttribute('opacity', '0.6');
    const ring = document.createElementNS(SVG, 'circle');
    ring.setAttribute('r', '10');
    ring.setAttribute('class', 'map-symbol-ring');
    svg.append(ring);
  }
  svg.append(path);
  return svg;
}

/** A type in full, as the server says it, and in one word for the legend; English and Arabic. */
const words: Record<string, { full: readonly [string, string]; short: readonly [string, string] }> = {
  clash: { full: ['Armed clash', 'اشتباك مسلح'], short: ['Clash', 'اشتباك'] },
  strike: { full: ['Strike or shelling', 'غارة أو قصف'], short: ['Strike', 'قصف'] },
  explosion: { full: ['Explosion', 'انفجار'], short: ['Explosion', 'انفجار'] },
  killing: { full: ['Killing', 'قتل'], short: ['Killing', 'قتل'] },
  detention: { full: ['Arrest or release', 'اعتقال أو إفراج'], short: ['Detention', 'اعتقال'] },
  protest: { full: ['Protest', 'احتجاج'], short: ['Protest', 'احتجاج'] },
  politics: { full: ['Political act', 'حدث سياسي'], short: ['Politics', 'سياسة'] },
  'control-change': { full: ['Change of control', 'تغيّر في السيطرة'], short: ['Control change', 'تغيّر سيطرة'] },
  movement: { full: ['Movement', 'تحرّك أو انسحاب'], short: ['Movement', 'تحرّك'] },
  statement: { full: ['Statement', 'تصريح'], short: ['Statement', 'تصريح'] },
};

export function typeWords(type: string): string {
  const [english, arabic] = words[type]?.full ?? [type, type];
  return say(english, arabic);
}

export function typeWord(type: string): string {
  const [english, arabic] = words[type]?.short ?? [type, type];
  return say(english, arabic);
}

/** How a title begins that names only type and place, in the one language or the other. */
export function codedWords(type: string, arabic: boolean): string {
  return words[type]?.full[arabic ? 1 : 0] ?? type;
}

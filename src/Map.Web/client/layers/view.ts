// Where on earth a canvas looks. World pixels are Web Mercator's, 256 for the whole width at zoom 0.

export interface View {
  readonly zoom: number;
  /** World pixels at the canvas's upper left corner. */
  readonly left: number;
  readonly top: number;
  /** The canvas in CSS pixels: the screen and a margin on every side, so that a pan shows no blank edge. */
  readonly width: number;
  readonly height: number;
  readonly marginX: number;
  readonly marginY: number;
  /** Device pixels for one CSS pixel. */
  readonly density: number;
}

/** Shapes are kept in pixels from here, near the middle of Syria: canvas paths hold single precision, and a street lies two million pixels from the date line. */
const ANCHOR_LAT = 35.3, ANCHOR_LNG = 38.6;

const EARTH_AROUND = 40_075_016.686;

export function worldSize(zoom: number): number {
  return 256 * 2 ** zoom;
}

/** 0 … 1 from west to east. */
export function across(lng: number): number {
  return lng / 360 + 0.5;
}

/** 0 … 1 from north to south. */
export function down(lat: number): number {
  const sine = Math.sin(lat * Math.PI / 180);
  return 0.5 - Math.log((1 + sine) / (1 - sine)) / (4 * Math.PI);
}

const anchorX = across(ANCHOR_LNG), anchorY = down(ANCHOR_LAT);

/** Pixels east of the anchor at a zoom whose world is so wide. */
export function pixelX(lng: number, size: number): number {
  return (across(lng) - anchorX) * size;
}

export function pixelY(lat: number, size: number): number {
  return (down(lat) - anchorY) * size;
}

export function latitudeOf(y: number, size: number): number {
  const n = Math.PI * (1 - 2 * (y / size + anchorY));
  return Math.atan(Math.sinh(n)) * 180 / Math.PI;
}

export function longitudeOf(x: number, size: number): number {
  return (x / size + anchorX - 0.5) * 360;
}

/** What to add to anchored pixels to stand on the canvas. */
export function offsetOf(view: View): { x: number; y: number } {
  const size = worldSize(view.zoom);
  return { x: anchorX * size - view.left, y: anchorY * size - view.top };
}

export function metresPerPixel(lat: number, zoom: number): number {
  return EARTH_AROUND * Math.cos(lat * Math.PI / 180) / worldSize(zoom);
}

/** Draws from here on in anchored pixels. */
export function anchored(context: CanvasRenderingContext2D, view: View): void {
  const { x, y } = offsetOf(view);
  context.setTransform(view.density, 0, 0, view.density, x * view.density, y * view.density);
}

/** Draws from here on in CSS pixels of the canvas. */
export function plain(context: CanvasRenderingContext2D, view: View): void {
  context.setTransform(view.density, 0, 0, view.density, 0, 0);
}

export interface Box { readonly x: number; readonly y: number; readonly width: number; readonly height: number }

export function meet(a: Box, b: Box, gap = 0): boolean {
  return a.x < b.x + b.width + gap && b.x < a.x + a.width + gap && a.y < b.y + b.height + gap && b.y < a.y + a.height + gap;
}

/** A canvas off the page, as large as the view. */
export function offPage(view: View, previous?: HTMLCanvasElement): CanvasRenderingContext2D {
  const canvas = previous ?? document.createElement('canvas');
  fit(canvas, view);
  return contextOf(canvas);
}

/** Gives a canvas the view's size; what it showed is gone. */
export function fit(canvas: HTMLCanvasElement, view: View): void {
  canvas.width = Math.round(view.width * view.density);
  canvas.height = Math.round(view.height * view.density);
}

export function contextOf(canvas: HTMLCanvasElement, opaque = false): CanvasRenderingContext2D {
  const context = canvas.getContext('2d', { alpha: !opaque });
  if (!context) throw new Error('This browser gives no 2D canvas.');
  return context;
}

// All that stays while time moves, and what seldom changes: base map, control, front lines and names in one picture off the page.
// A step of time rewrites only the squares in which a place changed hands.

import { createBase } from './base.ts';
import type { Spot } from './chosen.ts';
import { createControl, type Control } from './control.ts';
import { createLabels } from './labels.ts';
import type { Frame } from './layer.ts';
import type { Tile } from './tiles.ts';
import { createZones, isZoned } from './zones.ts';
import { contextOf, meet, offPage, plain, type View } from './view.ts';

export interface Ground {
  readonly control: Control;
  /** The picture, as large as the view. */
  readonly canvas: HTMLCanvasElement;
  /** Takes a frame in; true where the picture changed. The events' marks must be of this frame: names keep away from them. */
  show(frame: Frame): boolean;
  /** Draws what the picture still owes beyond the screen, for so many milliseconds; true where nothing is owed any more. */
  finish(milliseconds: number): boolean;
  /** Draws ahead, piece by piece, what the first picture of a coming view needs; for a ground that has shown nothing yet. */
  ahead(frame: Frame): Generator<void>;
  /** Lets go of its pictures: another ground takes over. */
  dispose(): void;
}

/** `tiled`: an outside tile server lies below, and this picture lets it through. */
export function createGround(tiled: boolean, chosenSpot: () => Spot | null): Ground {
  const canvas = document.createElement('canvas'), context = contextOf(canvas, !tiled);
  const base = createBase(tiled);
  const control = createControl();
  const zones = createZones();
  const labels = createLabels(control.held, chosenSpot);
  let last: Frame | null = null, under = new Uint32Array(0), over = new Uint32Array(0), image: ImageData | null = null, pixels = new Uint32Array(0), read = false;
  const owed = new Set<Tile>();

  return {
    control, canvas,
    show(given) {
      const zoned = zones.show(given), frame = besideZones(given);
      const shows = frame.shown.layers.includes('control');
      const based = base.show(frame);
      const changed = control.show(frame);
      const named = labels.show(frame);
      const whole = based || zoned || last === null || last.view !== frame.view || shows !== last.shown.layers.includes('control') || changed.length > 0 && changed.length === control.tiles.length;
      if (last?.view !== frame.view) offPage(frame.view, canvas);
      last = frame;
      if (based) read = false;
      if (whole || named) paintAll(frame, shows);
      else {
        for (const tile of changed) if (!seen(frame, tile)) owed.add(tile);
        paint(frame, changed.filter(tile => seen(frame, tile)), true);
      }
      return whole || named || changed.length > 0;
    },
    finish(milliseconds) {
      const until = performance.now() + milliseconds;
      for (const tile of owed) {
        if (performance.now() >= until) break;
        owed.delete(tile);
        paint(last!, [tile], true);
      }
      return owed.size === 0;
    },
    *ahead(given) {
      const frame = besideZones(given);
      zones.show(given);
      base.show(frame);
      yield;
      read = false;
      offPage(frame.view, canvas);
      last = frame;
      if (frame.shown.layers.includes('control')) readBase();
      yield;
      yield* control.ahead(frame);
      yield;
      labels.words(frame);
    },
    dispose() {
      owed.clear();
      under = over = pixels = new Uint32Array(0);
      image = null;
      // A page that is asked for memory frees a canvas late, one without pixels at once.
      for (const picture of [canvas, base.under, base.over, labels.canvas]) picture.width = picture.height = 0;
    },
  };

  /** The pixels of what lies under the control layer and over it. */
  function readBase(): void {
    if (read) return;
    read = true;
    [under, over] = [base.under, base.over].map(picture => new Uint32Array(contextOf(picture).getImageData(0, 0, canvas.width, canvas.height).data.buffer)) as [typeof under, typeof over];
  }

  function paintAll(frame: Frame, shows: boolean): void {
    if (tiled) context.clearRect(0, 0, canvas.width, canvas.height);
    else context.drawImage(base.under, 0, 0);
    drawZones(frame, zones.fills);
    context.drawImage(base.over, 0, 0);
    drawZones(frame, zones.lines);
    const known = shows ? control.tiles.filter(control.knows) : [];
    owed.clear();
    for (const tile of known) if (!seen(frame, tile)) owed.add(tile);
    paint(frame, known.filter(tile => seen(frame, tile)), false);
    context.drawImage(labels.canvas, 0, 0);
  }

  function drawZones(frame: Frame, draw: (context: CanvasRenderingContext2D, frame: Frame) => void): void {
    context.save();
    plain(context, frame.view);
    draw(context, frame);
    context.restore();
  }

  /** Pixel on pixel, for all pictures are of the view's size. Squares beside each other are put on the canvas as one. */
  function paint(frame: Frame, tiles: readonly Tile[], names: boolean): void {
    const known = tiles.filter(control.knows);
    if (known.length > 0) readBase();
    if (known.length > 0 && (image?.width !== canvas.width || image.height !== canvas.height)) {
      image = context.createImageData(canvas.width, canvas.height);
      pixels = new Uint32Array(image.data.buffer);
    }
    const squares = known.map(tile => ({ tile, ...pixelsOf(tile, frame.view, canvas) })).filter(({ width, height }) => width > 0 && height > 0).sort((a, b) => a.y - b.y || a.x - b.x);
    let from = 0;
    squares.forEach(({ tile, x, y, width, height }, i) => {
      control.paint(tile, { left: x, top: y, right: x + width, bottom: y + height }, under, over, pixels);
      const next = squares[i + 1];
      if (next?.y === y && next.x === x + width) return;
      const left = squares[from]!.x, wide = x + width - left;
      context.putImageData(image!, 0, 0, left, y, wide, height);
      if (names) lay(labels.canvas, left, y, wide, height);
      from = i + 1;
    });
    for (const tile of tiles) if (!control.knows(tile)) paintBare(frame, tile, names);
  }

  /** A square in which nothing is known any more is the ground alone. */
  function paintBare(frame: Frame, tile: Tile, names: boolean): void {
    const { x, y, width, height } = pixelsOf(tile, frame.view, canvas);
    if (width <= 0 || height <= 0) return;
    if (tiled) context.clearRect(x, y, width, height);
    else lay(base.under, x, y, width, height);
    lay(base.over, x, y, width, height);
    if (names) lay(labels.canvas, x, y, width, height);
  }

  function lay(picture: HTMLCanvasElement, x: number, y: number, width: number, height: number): void {
    context.drawImage(picture, x, y, width, height, x, y, width, height);
  }
}

/** Where a series of zones stands in its place, nothing derived is drawn, and no name says who holds by it. */
function besideZones(frame: Frame): Frame {
  return isZoned(frame) ? { ...frame, shown: { ...frame.shown, layers: frame.shown.layers.filter(layer => layer !== 'control') } } : frame;
}

function pixelsOf({ box }: Tile, { density }: View, { width, height }: HTMLCanvasElement): { x: number; y: number; width: number; height: number } {
  const x = Math.round(box.x * density), y = Math.round(box.y * density);
  return { x, y, width: Math.min(Math.round((box.x + box.width) * density), width) - x, height: Math.min(Math.round((box.y + box.height) * density), height) - y };
}

/** Does a square show in the part of the view that is seen while the map rests? */
function seen({ view: { width, height, marginX, marginY } }: Frame, { box }: Tile): boolean {
  return meet(box, { x: marginX, y: marginY, width: width - 2 * marginX, height: height - 2 * marginY });
}

// All that stays while time moves, and what seldom changes: base map, control, front lines and names in one picture off the page.
// A step of time rewrites only the squares in which a place changed hands, and a square that looked so before is not drawn again.

import { createBase } from './base.ts';
import type { Spot } from './chosen.ts';
import { createControl, type Control } from './control.ts';
import { createLabels } from './labels.ts';
import type { Frame } from './layer.ts';
import type { Tile } from './tiles.ts';
import { contextOf, meet, offPage, type Box, type View } from './view.ts';

export interface Ground {
  readonly control: Control;
  /** The picture, as large as the view. */
  readonly canvas: HTMLCanvasElement;
  /** Takes a frame in; true where the picture changed. The events' marks must be of this frame: names keep away from them. */
  show(frame: Frame): boolean;
  /** Draws what a whole new picture still owes beyond the screen, for so many milliseconds; true where nothing is owed any more. */
  finish(milliseconds: number): boolean;
}

/** Bytes of squares to remember: some hundreds, what a finger passes over to and fro. */
const MOST_KEPT = 12_000_000;

/** `tiled`: an outside tile server lies below, and this picture lets it through. */
export function createGround(tiled: boolean, chosenSpot: () => Spot | null): Ground {
  const canvas = document.createElement('canvas'), context = contextOf(canvas, !tiled);
  const fills = document.createElement('canvas'), filling = contextOf(fills);
  const base = createBase(tiled);
  const control = createControl();
  const labels = createLabels(control.held, chosenSpot);
  const kept = new Map<Tile, Map<string, HTMLCanvasElement>>();
  let last: Frame | null = null, bytes = 0, owed: Tile[] = [];

  return {
    control, canvas,
    show(frame) {
      const shows = frame.shown.layers.includes('control');
      const based = base.show(frame);
      const changed = control.show(frame);
      const named = labels.show(frame);
      const whole = based || last === null || last.view !== frame.view || shows !== last.shown.layers.includes('control') || changed.length > 0 && changed.length === control.tiles.length;
      if (last?.view !== frame.view) offPage(frame.view, canvas);
      last = frame;
      if (whole) forget();
      if (whole || named) paintAll(frame, shows);
      else for (const tile of changed) paint(frame, tile, true);
      return whole || named || changed.length > 0;
    },
    finish(milliseconds) {
      const until = performance.now() + milliseconds;
      while (owed.length > 0 && performance.now() < until) paint(last!, owed.pop()!, true);
      return owed.length === 0;
    },
  };

  function forget(): void {
    kept.clear();
    bytes = 0;
  }

  function paintAll(frame: Frame, shows: boolean): void {
    if (tiled) context.clearRect(0, 0, canvas.width, canvas.height);
    else context.drawImage(base.under, 0, 0);
    context.drawImage(base.over, 0, 0);
    const known = shows ? control.tiles.filter(tile => control.stateOf(tile) !== null) : [];
    owed = known.filter(({ box }) => !meet(box, screenOf(frame.view)));
    for (const tile of known) if (!owed.includes(tile)) paint(frame, tile, false);
    context.drawImage(labels.canvas, 0, 0);
  }

  /** Pixel on pixel: all pictures are of the view's size. */
  function paint(frame: Frame, tile: Tile, names: boolean): void {
    const { x, y, width, height } = pixelsOf(tile, frame.view, canvas);
    if (width <= 0 || height <= 0) return;
    const lay = (picture: HTMLCanvasElement) => context.drawImage(picture, x, y, width, height, x, y, width, height);
    if (tiled) context.clearRect(x, y, width, height);
    const state = control.stateOf(tile);
    if (state !== null) context.drawImage(pictureOf(frame, tile, state), x, y);
    else {
      if (!tiled) lay(base.under);
      lay(base.over);
    }
    if (names) lay(labels.canvas);
  }

  /** A square without names. It depends on nothing but the state, so what was drawn once for it is right whenever it comes again. */
  function pictureOf(frame: Frame, tile: Tile, state: string): HTMLCanvasElement {
    let known = kept.get(tile);
    if (!known) kept.set(tile, known = new Map());
    const found = known.get(state);
    if (found) return found;
    const { x, y, width, height } = pixelsOf(tile, frame.view, canvas), { density } = frame.view;
    if (bytes + width * height * 4 > MOST_KEPT) {
      forget();
      kept.set(tile, known = new Map());
    }
    const picture = document.createElement('canvas'), own = contextOf(picture, !tiled);
    picture.width = fills.width = width;
    picture.height = fills.height = height;
    filling.setTransform(density, 0, 0, density, -x, -y);
    control.fills(filling, frame, tile);
    if (!tiled) own.drawImage(base.under, -x, -y);
    own.drawImage(fills, 0, 0);
    own.drawImage(base.over, -x, -y);
    own.setTransform(density, 0, 0, density, -x, -y);
    control.fronts(own, frame, tile);
    known.set(state, picture);
    bytes += width * height * 4;
    return picture;
  }
}

function pixelsOf({ box }: Tile, { density }: View, { width, height }: HTMLCanvasElement): { x: number; y: number; width: number; height: number } {
  const x = Math.round(box.x * density), y = Math.round(box.y * density);
  return { x, y, width: Math.min(Math.round((box.x + box.width) * density), width) - x, height: Math.min(Math.round((box.y + box.height) * density), height) - y };
}

/** The part of the view that is seen while the map rests. */
function screenOf({ width, height, marginX, marginY }: View): Box {
  return { x: marginX, y: marginY, width: width - 2 * marginX, height: height - 2 * marginY };
}

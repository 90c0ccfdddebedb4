// All that stays while time moves, and what seldom changes: base map, control, front lines and names in one picture off the page.
// A step of time rewrites only the squares in which a place changed hands, and a square that looked so before is not drawn again.

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

/** Bytes of squares to remember: some hundreds, what a finger passes over to and fro; on a large screen as many as cover the view twice. */
const LEAST_KEPT = 12_000_000;

/** `tiled`: an outside tile server lies below, and this picture lets it through. */
export function createGround(tiled: boolean, chosenSpot: () => Spot | null): Ground {
  const canvas = document.createElement('canvas'), context = contextOf(canvas, !tiled);
  const fills = document.createElement('canvas'), filling = contextOf(fills);
  const base = createBase(tiled);
  const control = createControl();
  const zones = createZones();
  const labels = createLabels(control.held, chosenSpot);
  const kept = new Map<Tile, Map<string, HTMLCanvasElement>>();
  let last: Frame | null = null, bytes = 0;
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
      if (whole) forget();
      if (whole || named) paintAll(frame, shows);
      else
        for (const tile of changed)
          if (seen(frame, tile)) paint(frame, tile, true);
          else owed.add(tile);
      return whole || named || changed.length > 0;
    },
    finish(milliseconds) {
      const until = performance.now() + milliseconds;
      for (const tile of owed) {
        if (performance.now() >= until) break;
        owed.delete(tile);
        paint(last!, tile, true);
      }
      return owed.size === 0;
    },
    *ahead(given) {
      const frame = besideZones(given);
      zones.show(given);
      base.show(frame);
      yield;
      control.show(frame);
      offPage(frame.view, canvas);
      last = frame;
      yield;
      labels.words(frame);
      yield;
      if (!frame.shown.layers.includes('control')) return;
      for (const tile of control.tiles) {
        const state = seen(frame, tile) ? control.stateOf(tile) : null;
        if (state === null) continue;
        pictureOf(frame, tile, state);
        yield;
      }
    },
    dispose() {
      forget();
      owed.clear();
      // A page that is asked for memory frees a canvas late, one without pixels at once.
      for (const picture of [canvas, fills, base.under, base.over, labels.canvas]) picture.width = picture.height = 0;
    },
  };

  function forget(): void {
    kept.clear();
    bytes = 0;
  }

  function paintAll(frame: Frame, shows: boolean): void {
    if (tiled) context.clearRect(0, 0, canvas.width, canvas.height);
    else context.drawImage(base.under, 0, 0);
    drawZones(frame, zones.fills);
    context.drawImage(base.over, 0, 0);
    drawZones(frame, zones.lines);
    const known = shows ? control.tiles.filter(tile => control.stateOf(tile) !== null) : [];
    owed.clear();
    for (const tile of known)
      if (seen(frame, tile)) paint(frame, tile, false);
      else owed.add(tile);
    context.drawImage(labels.canvas, 0, 0);
  }

  function drawZones(frame: Frame, draw: (context: CanvasRenderingContext2D, frame: Frame) => void): void {
    context.save();
    plain(context, frame.view);
    draw(context, frame);
    context.restore();
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
    if (bytes + width * height * 4 > Math.max(LEAST_KEPT, canvas.width * canvas.height * 8)) {
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

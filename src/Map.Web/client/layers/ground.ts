// All that stays while time moves, and what seldom changes: base map, control, front lines and names in one picture off the page.
// A step of time rewrites only the squares in which a place changed hands.

import { createBase } from './base.ts';
import type { Spot } from './chosen.ts';
import { createControl, type Control } from './control.ts';
import { createLabels } from './labels.ts';
import type { Frame } from './layer.ts';
import type { Square } from './square.ts';
import { pixelsOf, within, type Tile } from './tiles.ts';
import { createZones, isZoned } from './zones.ts';
import { contextOf, meet, offPage, plain } from './view.ts';

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
  let last: Frame | null = null, image: ImageData | null = null, pixels = new Uint32Array(0);
  const owed = new Set<Tile>();

  return {
    control, canvas,
    show(given) {
      const zoned = zones.show(given), frame = besideZones(given);
      const shows = frame.shown.layers.includes('control');
      const based = base.show(frame);
      if (based) control.rise();
      const changed = control.show(frame);
      const named = labels.show(frame);
      const whole = based || zoned || last === null || last.view !== frame.view || shows !== last.shown.layers.includes('control') || changed.length > 0 && changed.length === control.tiles.length;
      if (last?.view !== frame.view) offPage(frame.view, canvas);
      last = frame;
      if (whole || named) paintAll(frame, shows);
      else {
        for (const tile of changed) if (!seen(frame, tile)) owed.add(tile);
        paint(changed.filter(tile => seen(frame, tile)), true);
      }
      return whole || named || changed.length > 0;
    },
    finish(milliseconds) {
      const until = performance.now() + milliseconds;
      for (const tile of owed) {
        if (performance.now() >= until) break;
        owed.delete(tile);
        paint([tile], true);
      }
      return owed.size === 0;
    },
    *ahead(given) {
      const frame = besideZones(given);
      zones.show(given);
      base.show(frame);
      yield;
      offPage(frame.view, canvas);
      last = frame;
      yield* control.ahead(frame);
      yield;
      if (frame.shown.layers.includes('control')) {
        drawBase(frame);
        readBase();
        for (const square of squaresOf(control.tiles.filter(tile => seen(frame, tile)))) {
          yield;
          control.prepare(square);
        }
      }
      yield;
      labels.words(frame);
    },
    dispose() {
      owed.clear();
      control.rise();
      pixels = new Uint32Array(0);
      image = null;
      // A page that is asked for memory frees a canvas late, one without pixels at once.
      for (const picture of [canvas, base.under, base.over, labels.canvas]) picture.width = picture.height = 0;
    },
  };

  function drawBase(frame: Frame): void {
    if (tiled) context.clearRect(0, 0, canvas.width, canvas.height);
    else context.drawImage(base.under, 0, 0);
    drawZones(frame, zones.fills);
    context.drawImage(base.over, 0, 0);
    drawZones(frame, zones.lines);
  }

  function paintAll(frame: Frame, shows: boolean): void {
    drawBase(frame);
    owed.clear();
    if (shows) {
      if (!control.lies) readBase();
      for (const tile of control.tiles) if (!seen(frame, tile)) owed.add(tile);
      paint(control.tiles.filter(tile => seen(frame, tile)), false);
    }
    context.drawImage(labels.canvas, 0, 0);
  }

  /** The layer's squares are worked out from the pixels of the picture without it, and of what lies over it. */
  function readBase(): void {
    const { box } = control, { left, top } = box, width = box.right - left, height = box.bottom - top;
    const [bare, over] = [context, contextOf(base.over)].map(picture => width === 0 ? new Uint32Array(0) : new Uint32Array(picture.getImageData(left, top, width, height).data.buffer));
    control.lie(bare!, over!);
  }

  function drawZones(frame: Frame, draw: (context: CanvasRenderingContext2D, frame: Frame) => void): void {
    context.save();
    plain(context, frame.view);
    draw(context, frame);
    context.restore();
  }

  /** What of these lies where anything of the layer can be seen, row by row. */
  function squaresOf(tiles: readonly Tile[]): Square[] {
    return tiles.map(tile => ({ tile, area: within(pixelsOf(tile, last!.view), control.box) })).filter(({ area }) => area.left < area.right && area.top < area.bottom)
      .sort((a, b) => a.area.top - b.area.top || a.area.left - b.area.left);
  }

  function paint(tiles: readonly Tile[], names: boolean): void {
    const squares = squaresOf(tiles), width = control.box.right - control.box.left;
    for (let from = 0, to = 0; from < squares.length; from = to) {
      const { top, bottom } = squares[from]!.area;
      while (squares[to]?.area.top === top) to++;
      if (image?.width !== width || image.height < bottom - top) {
        image = context.createImageData(width, bottom - top);
        pixels = new Uint32Array(image.data.buffer);
      }
      const row = squares.slice(from, to);
      control.paint(row, pixels);
      put(row, image, names);
    }
  }

  /** Squares beside each other are put on the canvas as one. */
  function put(row: readonly Square[], image: ImageData, names: boolean): void {
    let first = row[0]!.area;
    row.forEach(({ area: { top, right, bottom } }, i) => {
      const next = row[i + 1]?.area;
      if (next?.left === right) return;
      context.putImageData(image, control.box.left, top, first.left - control.box.left, 0, right - first.left, bottom - top);
      if (names) context.drawImage(labels.canvas, first.left, top, right - first.left, bottom - top, first.left, top, right - first.left, bottom - top);
      if (next) first = next;
    });
  }
}

/** Where a series of zones stands in its place, nothing derived is drawn, and no name says who holds by it. */
function besideZones(frame: Frame): Frame {
  return isZoned(frame) ? { ...frame, shown: { ...frame.shown, layers: frame.shown.layers.filter(layer => layer !== 'control') } } : frame;
}

/** Does a square show in the part of the view that is seen while the map rests? */
function seen({ view: { width, height, marginX, marginY } }: Frame, { box }: Tile): boolean {
  return meet(box, { x: marginX, y: marginY, width: width - 2 * marginX, height: height - 2 * marginY });
}

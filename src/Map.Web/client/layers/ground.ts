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
  /**
   * Takes a frame in; true where the picture changed. The events' marks must be of this frame: names keep away from them. Squares that changed are
   * drawn until the moment stated, those that waited longest first, and at least one of them; the others are behind, and drawn by the next frames.
   */
  show(frame: Frame, until?: number): boolean;
  /** Do squares on screen still show an earlier day? Never after a frame that had all the time. */
  readonly behind: boolean;
  /** Draws what the picture still owes beyond the screen, for so many milliseconds; true where nothing is owed any more. */
  finish(milliseconds: number): boolean;
  /** Draws ahead, piece by piece, the first picture of a coming view, with what lies beyond the screen or without it; for a ground that has shown nothing yet. */
  ahead(frame: Frame, whole: boolean): Generator<void>;
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
  // Squares that show an earlier day: beyond the screen, and on it, in the order in which they fell behind.
  const owed = new Set<Tile>(), late = new Set<Tile>();

  return {
    control, canvas,
    get behind() { return late.size > 0; },
    show(given, until = Infinity) {
      const zoned = zones.show(given), frame = besideZones(given);
      const shows = frame.shown.layers.includes('control');
      const based = base.show(frame);
      if (based) control.rise();
      const changed = control.show(frame);
      const named = labels.show(frame);
      const whole = based || zoned || last === null || last.view !== frame.view || shows !== last.shown.layers.includes('control') || changed.length > 0 && changed.length === control.tiles.length;
      if (last?.view !== frame.view) offPage(frame.view, canvas);
      last = frame;
      if (whole || named) {
        paintAll(frame, shows);
        return true;
      }
      for (const tile of changed) (seen(frame, tile) ? late : owed).add(tile);
      return late.size > 0 && paintLate(until);
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
    *ahead(given, whole) {
      const frame = besideZones(given), shows = frame.shown.layers.includes('control');
      zones.show(given);
      yield;
      yield* base.ahead(frame);
      // What was drawn is only rastered when it is read: each picture in a slice of its own.
      for (const picture of [base.under, base.over]) {
        yield;
        contextOf(picture).getImageData(0, 0, 1, 1);
      }
      yield;
      offPage(frame.view, canvas);
      last = frame;
      drawBase(frame);
      yield;
      yield* control.ahead(frame);
      if (shows) {
        yield;
        const bare = read(context);
        yield;
        const over = read(contextOf(base.over));
        yield;
        yield* control.lieAhead(bare, over);
        const now = control.tiles.filter(tile => whole || seen(frame, tile));
        if (!whole) for (const tile of control.tiles) if (!seen(frame, tile)) owed.add(tile);
        for (const row of rowsOf(squaresOf(now))) {
          for (const square of row) {
            yield;
            control.prepare(square);
          }
          yield;
          paintRow(row, false);
        }
      }
      yield;
      yield* labels.ahead(frame);
      yield;
      context.drawImage(labels.canvas, 0, 0);
      context.getImageData(0, 0, 1, 1);
    },
    dispose() {
      owed.clear();
      late.clear();
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
    late.clear();
    if (shows) {
      if (!control.lies) readBase();
      for (const tile of control.tiles) if (!seen(frame, tile)) owed.add(tile);
      paint(control.tiles.filter(tile => seen(frame, tile)), false);
    }
    context.drawImage(labels.canvas, 0, 0);
  }

  /** The layer's squares are worked out from the pixels of the picture without it, and of what lies over it. */
  function readBase(): void {
    control.lie(read(context), read(contextOf(base.over)));
  }

  function read(picture: CanvasRenderingContext2D): Uint32Array {
    const { left, top, right, bottom } = control.box;
    return left === right ? new Uint32Array(0) : new Uint32Array(picture.getImageData(left, top, right - left, bottom - top).data.buffer);
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

  /** Rows of squares, the one with the square that waited longest first, and then round the screen. */
  function paintLate(until: number): boolean {
    const [first] = late, squares = squaresOf([...late]), top = pixelsOf(first!, last!.view).top, from = Math.max(0, squares.findIndex(({ area }) => area.bottom > top));
    late.clear();
    const left = paintRows([...squares.slice(from), ...squares.slice(0, from)], true, until);
    for (const { tile } of left) late.add(tile);
    return left.length < squares.length;
  }

  function paint(tiles: readonly Tile[], names: boolean): void {
    paintRows(squaresOf(tiles), names, Infinity);
  }

  /** Gives the squares for which there was no time. */
  function paintRows(squares: readonly Square[], names: boolean, until: number): readonly Square[] {
    const rows = rowsOf(squares);
    for (let i = 0; i < rows.length; i++) {
      const row = rows[i]!, ready = until === Infinity ? row.length : preparedOf(row, until, i === 0 ? 1 : 0);
      if (ready > 0) paintRow(row.slice(0, ready), names);
      if (ready < row.length) return [...row.slice(ready), ...rows.slice(i + 1).flat()];
    }
    return [];
  }

  /** Prepares squares of a row until the moment stated, and at least so many; gives their number. */
  function preparedOf(row: readonly Square[], until: number, least: number): number {
    let ready = 0;
    while (ready < row.length && (ready < least || performance.now() < until)) control.prepare(row[ready++]!);
    return ready;
  }

  function rowsOf(squares: readonly Square[]): Square[][] {
    const rows: Square[][] = [];
    for (const square of squares) {
      const row = rows.at(-1);
      if (row?.[0]!.area.top === square.area.top) row.push(square); else rows.push([square]);
    }
    return rows;
  }

  function paintRow(row: readonly Square[], names: boolean): void {
    const width = control.box.right - control.box.left, { top, bottom } = row[0]!.area;
    if (image?.width !== width || image.height < bottom - top) {
      image = context.createImageData(width, bottom - top);
      pixels = new Uint32Array(image.data.buffer);
    }
    control.paint(row, pixels);
    put(row, image, names);
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

// Who held what: a fill for every cell, fading where knowledge ends, and a sharp line where two holders meet.

import type { ControlPack } from '../packs/index.ts';
import { rasterise, rasterOf, type CellRaster } from './cell-raster.ts';
import { projectCells, type Cells } from './cells.ts';
import { heldCells, type HeldCells } from './held.ts';
import type { Frame } from './layer.ts';
import { findLooks } from './looks.ts';
import { findRuns } from './runs.ts';
import { createSquares, type Square, type Squares } from './square.ts';
import type { Pixels } from './strokes.ts';
import { tilesOf, type Tile, type Tiles } from './tiles.ts';

export interface Control {
  /** The squares whose picture changed. While the layer is off nothing is drawn, and afterwards all of it. */
  show(frame: Frame): readonly Tile[];
  /** All squares of the picture. */
  readonly tiles: readonly Tile[];
  /** The part of the view in which anything of the layer can be seen, in device pixels; the same object as long as it is the same picture's. */
  readonly box: Pixels;
  /** Finds out piece by piece what the first picture of a coming view needs; then it can be begun. */
  ahead(frame: Frame): Generator<void>;
  /** Lays beforehand what a square will be drawn from. */
  prepare(square: Square): void;
  /** Is there a picture begun, whose squares can be drawn? */
  readonly lies: boolean;
  /** Begins a picture with the pixels of the box: the picture without the layer, and what lies over the layer in it. */
  lie(bare: Uint32Array, over: Uint32Array): void;
  /** The same, piece by piece. */
  lieAhead(bare: Uint32Array, over: Uint32Array): Generator<void>;
  /** Lets go of the picture: what it lies on is another one. */
  rise(): void;
  /** Draws squares that stand in one row, their parts within the box, into rows as wide as the box. The first of these is the squares' first. */
  paint(row: readonly Square[], into: Uint32Array): void;
  /** The state of the cells on the day shown. */
  held(frame: Frame): HeldCells;
}

export function createControl(): Control {
  let last: Frame | null = null, cells: Cells | null = null, tiles: Tiles | null = null, raster: CellRaster | null = null, squares: Squares | null = null;
  let held: HeldCells | null = null, heldOf: ControlPack | null = null;

  function heldOn(frame: Frame): HeldCells {
    if (!held || heldOf !== frame.data.control) {
      held = heldCells(heldOf = frame.data.control);
      last = null;
    }
    return held;
  }

  return {
    held: heldOn,
    get tiles() { return tiles?.all ?? []; },
    get lies() { return squares !== null; },
    get box() { return raster?.box ?? NOWHERE; },
    show(frame) {
      const pack = frame.data.control, { view } = frame;
      const changed = heldOn(frame).move(frame.shown.day);
      if (!frame.shown.layers.includes('control')) {
        last = squares = null;
        return [];
      }
      const before = last;
      last = frame;
      if (!cells || cells.pack !== pack || cells.zoom !== view.zoom) cells = projectCells(pack, view.zoom);
      if (raster?.view !== view || raster.pack !== pack) raster = rasterOf(cells, view);
      if (tiles?.view !== view || tiles.cells !== cells) tiles = tilesOf(view, cells);
      const whole = !before || before.view !== view || before.palette !== frame.palette || before.data.control !== pack || before.only !== frame.only;
      if (!whole && squares) return squares.renew(frame, changed);
      squares = null;
      return tiles.all;
    },
    *ahead(frame) {
      if (!frame.shown.layers.includes('control')) return;
      const pack = frame.data.control;
      heldOn(frame).move(frame.shown.day);
      last = frame;
      cells = projectCells(pack, frame.view.zoom);
      yield;
      raster = yield* rasterise(cells, frame.view);
      yield;
      tiles = tilesOf(frame.view, cells);
    },
    lie(bare, over) {
      squares = createSquares(last!, cells!, raster!, tiles!, held!, bare, over);
    },
    *lieAhead(bare, over) {
      const frame = last!, runs = yield* findRuns(raster!, over);
      yield;
      const looks = yield* findLooks(frame, raster!.view, held!);
      yield;
      squares = createSquares(frame, cells!, raster!, tiles!, held!, bare, over, runs, looks);
    },
    rise() { squares = null; },
    prepare(square) { squares!.prepare(square); },
    paint(row, into) { squares!.paint(row, into); },
  };
}

const NOWHERE: Pixels = { left: 0, top: 0, right: 0, bottom: 0 };

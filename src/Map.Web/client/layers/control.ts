// Who held what: a fill for every cell, fading where knowledge ends, and a sharp line where two holders meet.

import type { ControlPack } from '../packs/index.ts';
import { createBrushes } from './brushes.ts';
import { rasterise, rasterOf, type CellRaster } from './cell-raster.ts';
import { projectCells, type Cells } from './cells.ts';
import { heldCells, type HeldCells } from './held.ts';
import type { Frame } from './layer.ts';
import { createLooks, shows, type Looks } from './looks.ts';
import { paintSquare } from './square.ts';
import type { Pixels } from './strokes.ts';
import { tilesOf, type Tile, type Tiles } from './tiles.ts';

export interface Control {
  /** The squares whose picture changed. While the layer is off nothing is drawn, and afterwards all of it. */
  show(frame: Frame): readonly Tile[];
  /** All squares of the picture. */
  readonly tiles: readonly Tile[];
  /** Finds out piece by piece what the first picture of a coming view needs. */
  ahead(frame: Frame): Generator<void>;
  /** Is any place known whose ground lies in a square? */
  knows(tile: Tile): boolean;
  /** Draws a square into the pixels of the view, between those that lie under it and over it. */
  paint(tile: Tile, area: Pixels, under: Uint32Array, over: Uint32Array, into: Uint32Array): void;
  /** The state of the cells on the day shown. */
  held(frame: Frame): HeldCells;
}

export function createControl(): Control {
  let last: Frame | null = null, cells: Cells | null = null, tiles: Tiles | null = null, raster: CellRaster | null = null, looks: Looks | null = null;
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
    show(frame) {
      const pack = frame.data.control, { view } = frame;
      const changed = heldOn(frame).move(frame.shown.day);
      if (!frame.shown.layers.includes('control')) {
        last = null;
        return [];
      }
      const before = last;
      last = frame;
      if (!cells || cells.pack !== pack || cells.zoom !== view.zoom) cells = projectCells(pack, view.zoom);
      if (raster?.view !== view || raster.pack !== pack) raster = rasterOf(pack, view);
      if (tiles?.view !== view || tiles.cells !== cells) tiles = tilesOf(view, cells);
      const whole = !before || before.view !== view || before.palette !== frame.palette || before.data.control !== pack || before.only !== frame.only;
      if (!whole) {
        looks!.renew(frame, held!, changed);
        return tiles.showing(changed);
      }
      looks = createLooks(pack.cells, createBrushes(frame.palette, view));
      looks.renew(frame, held!, Array.from({ length: pack.cells }, (_, cell) => cell));
      return tiles.all;
    },
    *ahead(frame) {
      if (!frame.shown.layers.includes('control')) return;
      const pack = frame.data.control;
      cells = projectCells(pack, frame.view.zoom);
      yield;
      raster = yield* rasterise(pack, frame.view);
      yield;
      tiles = tilesOf(frame.view, cells);
    },
    knows: tile => tile.cells.some(cell => shows(looks!, cell)),
    paint(tile, area, under, over, into) {
      paintSquare({ frame: last!, cells: cells!, raster: raster!, looks: looks!, held: held!, under, over }, tile, area, into);
    },
  };
}

// The layer's picture, kept as fills of all cells and put together square by square: fills that are not of the day any more are laid anew, front lines come over them.

import type { CellRaster } from './cell-raster.ts';
import type { Cells } from './cells.ts';
import { fade, layFronts, markDashes, seeEdges, type Lines } from './edging.ts';
import { layCell, type Scene } from './fill.ts';
import type { Held } from './held.ts';
import type { Frame } from './layer.ts';
import { looksOf } from './looks.ts';
import { runsOf } from './runs.ts';
import type { Pixels } from './strokes.ts';
import type { Tile, Tiles } from './tiles.ts';
import { offsetOf } from './view.ts';

/** A square, and what of it lies in the raster's box. */
export interface Square { readonly tile: Tile; readonly area: Pixels }

export interface Squares {
  /** Takes over the state of these cells; gives the squares whose picture is another one now. */
  renew(frame: Frame, changed: readonly number[]): readonly Tile[];
  /** Lays the fills that a square shows. */
  prepare(square: Square): void;
  /** Draws squares that stand in one row, their parts within the raster's box, into rows as wide as the box. The first of these is the squares' first. */
  paint(row: readonly Square[], into: Uint32Array): void;
}

/** For one view, one palette, one pack. `bare`, `over`: pixels of the raster's box, the picture without the layer and what lies over the layer in it. */
export function createSquares(frame: Frame, cells: Cells, raster: CellRaster, tiles: Tiles, held: Held, bare: Uint32Array, over: Uint32Array, runs = runsOf(raster, over), looks = looksOf(frame, raster.view, held)): Squares {
  const { pack, width, box } = raster, lines = new Map<Tile, Lines>(), seen = new Uint8Array(pack.edges);
  // A cell's fill, and the fades in a square, are found out when a square that shows them is drawn: most of what lies beyond the screen never is.
  const stale = new Uint8Array(pack.cells).fill(1), unfaded = new Set<Tile>(tiles.all), traced = new Uint8Array(pack.cells);
  let dashes = new Uint8Array(0);
  const scene: Scene = {
    frame, cells, raster, runs, looks, held, bare, over, fills: bare.slice(), soft: new Uint8Array(bare.length).fill(255), shift: offsetOf(raster.view),
    dashes(cell) {
      if (dashes.length === 0) dashes = new Uint8Array(bare.length);
      if (traced[cell] === 0) markDashes(raster, cell, dashes);
      traced[cell] = 1;
      return dashes;
    },
  };
  seeEdges(pack, looks, seen);

  function linesOf(tile: Tile): Lines {
    let known = lines.get(tile);
    if (!known) lines.set(tile, known = { fronts: [], ends: [] });
    return known;
  }

  function prepare({ tile, area }: Square): void {
    if (unfaded.delete(tile)) fade(raster, cells, seen, tile, area, linesOf(tile), scene.soft, age);
    for (const cell of tile.cells) {
      if (stale[cell] === 0) continue;
      stale[cell] = 0;
      layCell(scene, cell);
    }
  }

  function age(cell: number): void { stale[cell] = 1; }

  return {
    renew(frame, changed) {
      const turned = looks.renew(frame, held, changed);
      seeEdges(pack, looks, seen);
      changed.forEach(age);
      for (const tile of tiles.showing(turned)) unfaded.add(tile);
      return tiles.showing(changed);
    },
    prepare,
    paint(row, into) {
      const [{ area: { top, bottom } }] = row as [Square], first = (top - box.top) * width;
      row.forEach(prepare);
      into.set(scene.fills.subarray(first, (bottom - box.top) * width));
      for (const { tile, area } of row) layFronts(frame, cells, seen, tile, area, linesOf(tile), into, area.left - box.left, width);
    },
  };
}

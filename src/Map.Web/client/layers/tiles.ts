// The squares in which the control layer is drawn. Each is always drawn by itself and by the same steps, so that squares drawn anew one after the other
// are, pixel for pixel, what a whole new picture would show.

import type { Cells } from './cells.ts';
import { fadeReach } from './fade.ts';
import { offsetOf, type Box, type View } from './view.ts';

/** What one square needs to know. */
export interface Tile {
  readonly box: Box;
  /** Cells and edges that may show in it. */
  readonly cells: number[];
  readonly edges: number[];
  /** Cells whose state decides how it looks: those, and the ones beyond its edges. */
  readonly depends: readonly number[];
}

export interface Tiles {
  readonly view: View;
  readonly cells: Cells;
  readonly all: readonly Tile[];
  /** The squares that show a cell, its front lines or the fade at its edges. */
  showing(cell: number): readonly Tile[];
}

/** CSS pixels; a multiple of four, which are whole device pixels on every usual screen. */
const SIDE = 64;

/** A front line reaches this far beyond its edge. */
const SPILL = 4;

export function tilesOf(view: View, cells: Cells): Tiles {
  const { pack, bounds, edges } = cells;
  const columns = Math.ceil(view.width / SIDE), rows = Math.ceil(view.height / SIDE);
  const { x: dx, y: dy } = offsetOf(view);
  const gap = Math.ceil(Math.max(SPILL, fadeReach(pack, view.zoom) + 1));
  const line = (i: number) => Math.round(i * SIDE * view.density) / view.density;
  const all: { box: Box; cells: number[]; edges: number[]; depends: number[] }[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      all.push({ box: { x: line(column), y: line(row), width: line(column + 1) - line(column), height: line(row + 1) - line(row) }, cells: [], edges: [], depends: [] });

  function meeting(left: number, top: number, right: number, bottom: number): typeof all {
    const found: typeof all = [];
    const from = Math.max(0, Math.floor((left + dx - gap) / SIDE)), to = Math.min(columns - 1, Math.floor((right + dx + gap) / SIDE));
    for (let row = Math.max(0, Math.floor((top + dy - gap) / SIDE)); row <= Math.min(rows - 1, Math.floor((bottom + dy + gap) / SIDE)); row++)
      for (let column = from; column <= to; column++) found.push(all[row * columns + column]!);
    return found;
  }

  const showing = Array.from({ length: pack.cells }, (_, cell) => meeting(bounds[cell * 4]!, bounds[cell * 4 + 1]!, bounds[cell * 4 + 2]!, bounds[cell * 4 + 3]!));
  showing.forEach((tiles, cell) => { for (const tile of tiles) tile.cells.push(cell); });
  for (let edge = 0; edge < pack.edges; edge++) {
    const x1 = edges[edge * 4]!, y1 = edges[edge * 4 + 1]!, x2 = edges[edge * 4 + 2]!, y2 = edges[edge * 4 + 3]!;
    for (const tile of meeting(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2))) tile.edges.push(edge);
  }
  for (const tile of all) tile.depends = [...new Set([...tile.cells, ...tile.edges.flatMap(edge => [pack.edgeA[edge]!, pack.edgeB[edge]!])])];
  return { view, cells, all, showing: cell => showing[cell]! };
}

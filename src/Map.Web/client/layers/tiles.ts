// The squares in which the control layer is drawn: a step of time draws those in which something changed.

import type { Cells } from './cells.ts';
import { fadeReach } from './fade.ts';
import type { Pixels } from './strokes.ts';
import { offsetOf, type Box, type View } from './view.ts';

/** What one square needs to know. */
export interface Tile {
  readonly box: Box;
  /** Cells and edges that may show in it. */
  readonly cells: number[];
  readonly edges: number[];
}

export interface Tiles {
  readonly view: View;
  readonly cells: Cells;
  readonly all: readonly Tile[];
  /** The squares that show one of these cells, its front lines or the fade at its edges; each once. */
  showing(cells: readonly number[]): readonly Tile[];
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
  const all: Tile[] = [];
  for (let row = 0; row < rows; row++)
    for (let column = 0; column < columns; column++)
      all.push({ box: { x: line(column), y: line(row), width: line(column + 1) - line(column), height: line(row + 1) - line(row) }, cells: [], edges: [] });

  function meeting(left: number, top: number, right: number, bottom: number, found: (tile: number) => void): void {
    const from = Math.max(0, Math.floor((left + dx - gap) / SIDE)), to = Math.min(columns - 1, Math.floor((right + dx + gap) / SIDE)), last = Math.min(rows - 1, Math.floor((bottom + dy + gap) / SIDE));
    for (let row = Math.max(0, Math.floor((top + dy - gap) / SIDE)); row <= last; row++)
      for (let column = from; column <= to; column++) found(row * columns + column);
  }
  const around = (cell: number, found: (tile: number) => void) => meeting(bounds[cell * 4]!, bounds[cell * 4 + 1]!, bounds[cell * 4 + 2]!, bounds[cell * 4 + 3]!, found);

  for (let cell = 0; cell < pack.cells; cell++) around(cell, tile => all[tile]!.cells.push(cell));
  for (let edge = 0; edge < pack.edges; edge++) {
    const x1 = edges[edge * 4]!, y1 = edges[edge * 4 + 1]!, x2 = edges[edge * 4 + 2]!, y2 = edges[edge * 4 + 3]!;
    meeting(Math.min(x1, x2), Math.min(y1, y2), Math.max(x1, x2), Math.max(y1, y2), tile => all[tile]!.edges.push(edge));
  }
  const asked = new Uint32Array(all.length);
  let times = 0;
  return {
    view, cells, all,
    showing(changed) {
      const found: Tile[] = [];
      times++;
      const take = (tile: number) => {
        if (asked[tile] === times) return;
        asked[tile] = times;
        found.push(all[tile]!);
      };
      for (const cell of changed) around(cell, take);
      return found;
    },
  };
}

/** A square in device pixels of its view. */
export function pixelsOf({ box: { x, y, width, height } }: Tile, { density }: View): Pixels {
  return { left: Math.round(x * density), top: Math.round(y * density), right: Math.round((x + width) * density), bottom: Math.round((y + height) * density) };
}

/** What lies in both; where nothing does, its sides have changed places. */
export function within(area: Pixels, box: Pixels): Pixels {
  return { left: Math.max(area.left, box.left), top: Math.max(area.top, box.top), right: Math.min(area.right, box.right), bottom: Math.min(area.bottom, box.bottom) };
}

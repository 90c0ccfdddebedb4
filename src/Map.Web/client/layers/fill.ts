// The fill of one cell, run by run: its holder's colours, dots where the last claim is old, and as strongly as the map is sure of it.
// Each pixel follows from the cell's own state and from which cells near it say nothing, so that cells may be laid in any order and at any time.

import { colourAt, laid, layRow, mixed, part, PHASES, pixelColour, type Brushes } from './brushes.ts';
import type { CellRaster } from './cell-raster.ts';
import type { Cells } from './cells.ts';
import type { Held } from './held.ts';
import type { Frame } from './layer.ts';
import type { Looks } from './looks.ts';
import { CROSSED, SOLID, type Runs } from './runs.ts';
import { covered } from './strokes.ts';

/** All that the layer is drawn from. Pixels are those of the raster's box. */
export interface Scene {
  readonly frame: Frame;
  readonly cells: Cells;
  readonly raster: CellRaster;
  readonly runs: Runs;
  readonly looks: Looks;
  readonly held: Held;
  /** The picture without the layer. */
  readonly bare: Uint32Array;
  /** What lies over the layer. */
  readonly over: Uint32Array;
  /** The picture with the layer's fills. */
  readonly fills: Uint32Array;
  /** How much of a fill is left towards cells of which nothing is known. */
  readonly soft: Uint8Array;
  /** What to add to anchored pixels to stand in the view. */
  readonly shift: { readonly x: number; readonly y: number };
  /** How much of a pixel a besieged cell's dashes cover. */
  dashes(cell: number): Uint8Array;
}

/** Half the width of the line that parts an uncertain cell, and its dashes, in CSS pixels. */
const PARTING = 0.7, PARTING_DASH = 4, PARTING_ROUND = 7;

export function layCell(scene: Scene, cell: number): void {
  const { frame: { palette }, raster: { box, width, share }, runs: { start, of }, looks, held: { age }, bare, over, fills, soft } = scene;
  const now = looks.now[cell]!, earlier = looks.before[cell], first = start[cell]!, last = start[cell + 1]!;
  if (now === null && (earlier ?? null) === null) {
    for (let run = first; run < last; run++) for (let p = of[run * 2]!, end = p + (of[run * 2 + 1]! >> 2); p < end; p++) fills[p] = bare[p]!;
    return;
  }
  const isMixed = earlier !== undefined || now === null || now.siege >= 0, land = pixelColour(palette.land), strength = now?.strength ?? 255, { brushes } = looks;
  const old = Math.min(age[cell]!, brushes.dots.length), dashes = isMixed && now !== null && now.siege >= 0 && earlier === undefined ? scene.dashes(cell) : null;
  for (let run = first; run < last; run++) {
    const from = of[run * 2]!, length = of[run * 2 + 1]! >> 2, kind = of[run * 2 + 1]! & 3, row = from / width | 0, y = row + box.top, x = from - row * width + box.left;
    if (isMixed) {
      for (let i = 0, p = from; i < length; i++, p++) {
        const alpha = mixedFill(scene, cell, x + i, y, land, dashes === null ? 0 : dashes[p]!);
        fills[p] = laid(bare[p]!, over[p] === 0 ? filled : mixed(filled, over[p]!, over[p]! >>> 24), part(part(share[p]!, alpha), soft[p]!));
      }
      continue;
    }
    layRow(now!.brush, x, y, length, fills, from);
    if (old !== 0) dot(brushes, old, x, y, length, land, fills, from);
    const end = from + length;
    if (kind === CROSSED) for (let p = from; p < end; p++) if (over[p] !== 0) fills[p] = 0xff000000 | mixed(fills[p]!, over[p]!, over[p]! >>> 24);
    if (kind === SOLID && strength === 255) {
      for (let p = from; p < end; p++) if (soft[p] !== 255) fills[p] = laid(bare[p]!, fills[p]!, soft[p]!);
    } else {
      for (let p = from; p < end; p++) fills[p] = laid(bare[p]!, fills[p]!, part(part(share[p]!, strength), soft[p]!));
    }
  }
}

/** Dots of bare land in a row of pixels. */
function dot({ dots, dotted, phaseX, phaseY }: Brushes, old: number, x: number, y: number, length: number, land: number, into: Uint32Array, from: number): void {
  const phase = phaseY[y]!;
  if (dotted[old - 1]![phase] === 0) return;
  const shares = dots[old - 1]!, row = phase * PHASES;
  for (let i = 0; i < length; i++) {
    const share = shares[row + phaseX[x + i]!]!;
    if (share !== 0) into[from + i] = 0xff000000 | mixed(into[from + i]!, land, share);
  }
}

/** Colour of the last fill that was asked for. */
let filled = 0;

/** What an uncertain or besieged cell fills a pixel with: leaves the colour behind, and gives its opacity. */
function mixedFill({ frame: { palette, view }, cells, looks: { now, before, brushes }, held, shift }: Scene, cell: number, x: number, y: number, land: number, dash: number): number {
  const { density } = view, earlier = before[cell];
  let here = now[cell] ?? null, line = 0;
  if (earlier !== undefined) {
    const off = x + 0.5 - (cells.x[cell]! + shift.x) * density;
    if (off < 0) here = earlier;
    if ((y + 0.5 - (cells.bounds[cell * 4 + 1]! + shift.y) * density) % (PARTING_ROUND * density) < PARTING_DASH * density) line = Math.round(255 * covered(PARTING * density, Math.abs(off)));
  }
  if (here === null) {
    filled = pixelColour(palette.time);
    return line;
  }
  filled = colourAt(here.brush, x, y);
  const old = Math.min(held.age[cell]!, brushes.dots.length);
  if (old !== 0) filled = mixed(filled, land, brushes.dots[old - 1]![brushes.phaseY[y]! * PHASES + brushes.phaseX[x]!]!);
  if (line > 0) filled = mixed(filled, pixelColour(palette.time), line);
  if (dash !== 0) filled = mixed(filled, here.siege, dash);
  return here.strength;
}

// What is drawn along the edges of cells: front lines where two kinds of holding meet, the fade where nothing is known beyond, the dashes inside a besieged cell.

import type { ControlPack } from '../packs/index.ts';
import { laid, pixelColour } from './brushes.ts';
import type { CellRaster } from './cell-raster.ts';
import type { Cells } from './cells.ts';
import { fadeOf, fadeReach } from './fade.ts';
import type { Frame } from './layer.ts';
import { SILENT, type Looks } from './looks.ts';
import { byDistance, covered, nearSegment, trace, type Pixels } from './strokes.ts';
import type { Tile } from './tiles.ts';
import { offsetOf, pixelX, pixelY, worldSize, type View } from './view.ts';

/** Half the widths of the front line and of its casing, and of a siege's dashes, in CSS pixels. */
const FRONT = 0.95, CASING = 2.3, CASING_SHARE = 0.75, SIEGE = 2, SIEGE_DASH = 5, SIEGE_ROUND = 9;

const tables = new Map<string, Uint8Array>();

function table(name: string, make: () => Uint8Array): Uint8Array {
  let made = tables.get(name);
  if (!made) tables.set(name, made = make());
  return made;
}

/** What an edge is on the day shown: nothing to see, a front line, or the end of what is known of its first or its second cell. */
const UNSEEN = 0, FRONTIER = 1, END_OF_FIRST = 2, END_OF_SECOND = 3;

/** A front line runs where two kinds of holding meet, but for the state border. Where a known cell meets one that says nothing on the day, only our knowledge ends. */
export function seeEdges({ edges, edgeA, edgeB, edgeOnBorder }: ControlPack, { side }: Looks, seen: Uint8Array): void {
  for (let edge = 0; edge < edges; edge++) {
    const a = side[edgeA[edge]!]!, b = side[edgeB[edge]!]!;
    seen[edge] = a === b ? UNSEEN : a === SILENT ? END_OF_SECOND : b === SILENT ? END_OF_FIRST : a >= 0 && b >= 0 && edgeOnBorder[edge] === 0 ? FRONTIER : UNSEEN;
  }
}

/** Pixels of a square near an edge, as trace gives them. */
type Line = Uint32Array;

/** What was found out about a square's edges, by their place in its list. */
export interface Lines { readonly fronts: (Line | undefined)[]; readonly ends: (Line | undefined)[] }

function lineOf({ edges }: Cells, view: View, edge: number, area: Pixels, reach: number, figures: Uint8Array): Line {
  const { x, y } = offsetOf(view), { density } = view;
  return trace((edges[edge * 4]! + x) * density, (edges[edge * 4 + 1]! + y) * density, (edges[edge * 4 + 2]! + x) * density, (edges[edge * 4 + 3]! + y) * density, reach, area, figures);
}

function endOf(cells: Cells, view: View, edge: number, known: number, area: Pixels): Line {
  const reach = fadeOf(cells, edge, known, fadeReach(cells.pack, view.zoom)) * view.density;
  return lineOf(cells, view, edge, area, reach, table(`fade ${reach}`, () => byDistance(reach, away => away / reach)));
}

/** Figures of the pixels of a square; nothing is left of those of one square for the next. Four pixels can be asked at once. */
let figures4 = new Uint32Array(0), figures = new Uint8Array(0);

function room(pixels: number): number {
  const words = Math.ceil(pixels / 4);
  if (words > figures4.length) figures = new Uint8Array((figures4 = new Uint32Array(words)).buffer);
  return words;
}

/** Finds how much of a fill is left towards the end of what is known, pixel by pixel of a square; tells of each cell for which that is other than it was. */
export function fade({ box, width, view, cell }: CellRaster, cells: Cells, seen: Uint8Array, { edges }: Tile, area: Pixels, lines: Lines, soft: Uint8Array, changed: (cell: number) => void): void {
  const { edgeA, edgeB } = cells.pack, wide = area.right - area.left, high = area.bottom - area.top;
  room(wide * high);
  // What is taken away: nought where nothing is.
  for (let i = 0; i < edges.length; i++) {
    const edge = edges[i]!, what = seen[edge]!;
    if (what < END_OF_FIRST) continue;
    const line = lines.ends[i * 2 + what - END_OF_FIRST] ??= endOf(cells, view, edge, what === END_OF_FIRST ? edgeA[edge]! : edgeB[edge]!, area);
    for (let j = 0; j < line.length; j++) {
      const figure = line[j]!, at = figure >>> 8, gone = 255 - (figure & 255);
      if (gone > figures[at]!) figures[at] = gone;
    }
  }
  for (let y = 0, i = 0; y < high; y++)
    for (let p = (y + area.top - box.top) * width + area.left - box.left, end = p + wide; p < end; p++, i++) {
      const left = 255 - figures[i]!;
      if (left === soft[p]) continue;
      soft[p] = left;
      if (cell[p] !== 0) changed(cell[p]! - 1);
    }
  figures.fill(0, 0, wide * high);
}

/** How much of a pixel the casing or the line covers, by its nearness. */
function coverOf(name: string, half: number, strength: number, density: number): Uint8Array {
  const reach = CASING * density + 0.5;
  return table(`${name} ${density}`, () => Uint8Array.from({ length: 256 }, (_, level) => level === 0 ? 0 : Math.round(255 * strength * covered(half * density, (1 - level / 255) * reach))));
}

/** Lays the front lines over a square; its pixels begin here and are in rows so wide. */
export function layFronts({ palette, view }: Frame, cells: Cells, seen: Uint8Array, { edges }: Tile, area: Pixels, lines: Lines, into: Uint32Array, first: number, width: number): void {
  const { density } = view, wide = area.right - area.left, words = room(wide * (area.bottom - area.top)), reach = CASING * density + 0.5;
  let any = false;
  for (let i = 0; i < edges.length; i++) {
    if (seen[edges[i]!] !== FRONTIER) continue;
    const line = lines.fronts[i] ??= lineOf(cells, view, edges[i]!, area, reach, table(`near ${density}`, () => byDistance(reach, away => 1 - away / reach)));
    any ||= line.length > 0;
    for (let j = 0; j < line.length; j++) {
      const figure = line[j]!, at = figure >>> 8;
      if ((figure & 255) > figures[at]!) figures[at] = figure & 255;
    }
  }
  if (!any) return;
  const casing = coverOf('casing', CASING, CASING_SHARE, density), ink = coverOf('ink', FRONT, 1, density), caseColour = pixelColour(palette.frontCase), inkColour = pixelColour(palette.front);
  for (let word = 0; word < words; word++) {
    if (figures4[word] === 0) continue;
    for (let i = word * 4; i < word * 4 + 4; i++) {
      const level = figures[i]!;
      if (level === 0) continue;
      const y = i / wide | 0, p = first + y * width + i - y * wide;
      into[p] = laid(laid(into[p]!, caseColour, casing[level]!), inkColour, ink[level]!);
    }
    figures4[word] = 0;
  }
}

/** Marks dashes along the inside of a besieged cell's edge. */
export function markDashes({ box, width, height, cell: cells, view, pack }: CellRaster, cell: number, dashes: Uint8Array): void {
  const { density } = view, size = worldSize(view.zoom), offset = offsetOf(view);
  for (let ring = pack.ringStart[pack.polygonStart[cell]!]!; ring < pack.ringStart[pack.polygonStart[cell + 1]!]!; ring++) {
    const from = pack.pointStart[ring]!, to = pack.pointStart[ring + 1]!;
    const at = (point: number) => [(pixelX(pack.x[point]!, size) + offset.x) * density - box.left, (pixelY(pack.y[point]!, size) + offset.y) * density - box.top] as const;
    let gone = 0, [px, py] = at(to - 1);
    for (let point = from; point < to; point++) {
      const [nx, ny] = at(point), begun = gone;
      nearSegment(px, py, nx, ny, SIEGE * density + 0.5, { left: 0, top: 0, right: width, bottom: height }, (x, y, away, along) => {
        const p = y * width + x;
        if (cells[p] === cell + 1 && (begun + along) % (SIEGE_ROUND * density) < SIEGE_DASH * density) dashes[p] = Math.max(dashes[p]!, Math.round(255 * covered(SIEGE * density, away)));
      });
      gone += Math.hypot(nx - px, ny - py);
      [px, py] = [nx, ny];
    }
  }
}

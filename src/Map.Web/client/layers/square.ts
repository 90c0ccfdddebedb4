// One square of the picture, pixel by pixel: ground, fill, fade, lines, front lines. Each pixel follows from the state of the cells near it alone, so that
// squares drawn at different times are, side by side, what a whole new picture would show.

import { colourAt, mixed, PHASES, pixelColour } from './brushes.ts';
import type { CellRaster } from './cell-raster.ts';
import type { Cells } from './cells.ts';
import { fadeOf, fadeReach } from './fade.ts';
import type { Held } from './held.ts';
import type { Frame } from './layer.ts';
import { shows, type Looks } from './looks.ts';
import { byDistance, covered, mark, nearSegment, type Pixels } from './strokes.ts';
import type { Tile } from './tiles.ts';
import { offsetOf, pixelX, pixelY, worldSize } from './view.ts';

/** All that a square is drawn from. */
export interface Scene {
  readonly frame: Frame;
  readonly cells: Cells;
  readonly raster: CellRaster;
  readonly looks: Looks;
  readonly held: Held;
  /** Pixels of the view: what lies under the control layer, and what over it. */
  readonly under: Uint32Array;
  readonly over: Uint32Array;
}

/** Half the widths of the front line and of its casing, of a siege's dashes and of the line that parts an uncertain cell, in CSS pixels. */
const FRONT = 0.95, CASING = 2.3, CASING_SHARE = 0.75, SIEGE = 2, SIEGE_DASH = 5, SIEGE_ROUND = 9, PARTING = 0.7, PARTING_DASH = 4, PARTING_ROUND = 7;

/** Buffers as large as the largest square. */
let room = 0, casing = new Uint8Array(0), ink = new Uint8Array(0), soft = new Uint8Array(0), dashes = new Uint32Array(0);

/** Draws a square into the pixels of the view. */
export function paintSquare(scene: Scene, tile: Tile, area: Pixels, into: Uint32Array): void {
  const { frame: { palette }, raster, looks, under, over, held: { age } } = scene, { flat } = looks, { cell: cells, share, width } = raster, { dots, phaseX, phaseY } = looks.brushes;
  const many = (area.right - area.left) * (area.bottom - area.top);
  if (many > room) {
    room = many;
    casing = new Uint8Array(many);
    ink = new Uint8Array(many);
    soft = new Uint8Array(many);
    dashes = new Uint32Array(many);
  }
  const fronts = markFronts(scene, tile, area), fades = markFades(scene, tile, area), sieges = markSieges(scene, tile, area);
  const caseColour = pixelColour(palette.frontCase), inkColour = pixelColour(palette.front), land = pixelColour(palette.land);

  for (let y = area.top, i = 0; y < area.bottom; y++) {
    const phase = phaseY[y]! * PHASES;
    for (let x = area.left, p = y * width + x; x < area.right; x++, p++, i++) {
      const cell = cells[p]!, simple = flat[cell]!, lined = fronts && casing[i] !== 0, above = over[p]!;
      // Most pixels are one colour, whole or fading: they need none of the rest.
      if (simple !== 0 && above === 0 && !lined && under[p]! >= 0xff000000) {
        const old = age[cell - 1]!, dot = old === 0 ? 0 : dots[Math.min(old, dots.length) - 1]![phase + phaseX[x]!]!;
        const colour = dot === 0 ? simple & 0xffffff : mixed(simple & 0xffffff, land, dot), alpha = fades ? share[p]! * soft[i]! / 255 : share[p]!;
        into[p] = 0xff000000 | (alpha === 255 ? colour : mixed(under[p]! & 0xffffff, colour, alpha));
        continue;
      }
      shown = under[p]! & 0xffffff;
      opacity = under[p]! >>> 24;
      if (cell !== 0) {
        const alpha = fillOf(scene, cell - 1, x, y, land, sieges ? dashes[i]! : 0) * share[p]! / 255;
        if (alpha > 0) lay(filled, fades ? alpha * soft[i]! / 255 : alpha);
      }
      if (above !== 0) lay(above & 0xffffff, above >>> 24);
      if (lined) {
        lay(caseColour, casing[i]! * CASING_SHARE);
        if (ink[i] !== 0) lay(inkColour, ink[i]!);
      }
      into[p] = opacity << 24 | shown;
    }
  }
}

/** Colour of the last fill that was asked for. */
let filled = 0;

/** What a cell fills a pixel with: leaves the colour behind, and gives its opacity. */
function fillOf({ frame: { palette, view }, cells, looks: { brush, before, strength, strengthBefore, brushes }, held }: Scene, cell: number, x: number, y: number, land: number, dash: number): number {
  const { density } = view, earlier = before[cell];
  let here = brush[cell]!, alpha = strength[cell]!, line = 0;
  if (earlier !== undefined) {
    const shift = offsetOf(view), off = x + 0.5 - (cells.x[cell]! + shift.x) * density;
    if (off < 0) {
      here = earlier!;
      alpha = strengthBefore[cell]!;
    }
    if ((y + 0.5 - (cells.bounds[cell * 4 + 1]! + shift.y) * density) % (PARTING_ROUND * density) < PARTING_DASH * density) line = covered(PARTING * density, Math.abs(off));
  }
  if (here === null) {
    filled = pixelColour(palette.time);
    return 255 * line;
  }
  filled = colourAt(here, x, y);
  const old = held.age[cell]!;
  if (old !== 0) filled = mixed(filled, land, brushes.dots[Math.min(old, brushes.dots.length) - 1]![brushes.phaseY[y]! * PHASES + brushes.phaseX[x]!]!);
  if (line > 0) filled = mixed(filled, pixelColour(palette.time), Math.round(255 * line));
  if (dash !== 0) filled = mixed(filled, dash & 0xffffff, dash >>> 24);
  return alpha;
}

/** The pixel in the making: what is seen of it so far, and how opaque it is. */
let shown = 0, opacity = 0;

function lay(colour: number, alpha: number): void {
  const all = alpha + opacity * (255 - alpha) / 255;
  shown = mixed(shown, colour, opacity === 255 ? alpha : 255 * alpha / all);
  opacity = Math.round(all);
}

/** Where two kinds of holding meet, but for the state border. */
function markFronts({ cells: { pack, edges }, looks: { kind }, frame: { view } }: Scene, tile: Tile, area: Pixels): boolean {
  const { density } = view, { x: dx, y: dy } = offsetOf(view), reach = CASING * density + 0.5;
  let any = false;
  for (const edge of tile.edges) {
    const a = kind[pack.edgeA[edge]!]!, b = kind[pack.edgeB[edge]!]!;
    if (a === b || a < 0 || b < 0 || pack.edgeOnBorder[edge] === 1) continue;
    if (!any) {
      any = true;
      casing.fill(0);
      ink.fill(0);
    }
    const x1 = (edges[edge * 4]! + dx) * density, y1 = (edges[edge * 4 + 1]! + dy) * density, x2 = (edges[edge * 4 + 2]! + dx) * density, y2 = (edges[edge * 4 + 3]! + dy) * density;
    mark(x1, y1, x2, y2, reach, area, table(`casing ${density}`, reach, away => covered(CASING * density, away)), casing, false);
    mark(x1, y1, x2, y2, FRONT * density + 0.5, area, table(`front ${density}`, FRONT * density + 0.5, away => covered(FRONT * density, away)), ink, false);
  }
  return any;
}

const tables = new Map<string, Uint8Array<ArrayBuffer>>();

function table(name: string, reach: number, of: (away: number) => number): Uint8Array<ArrayBuffer> {
  let made = tables.get(name);
  if (!made) tables.set(name, made = byDistance(reach, of));
  return made;
}

/** Where a known cell meets one that says nothing on the day, only our knowledge ends: the fill fades. */
function markFades({ cells, looks, frame: { view } }: Scene, tile: Tile, area: Pixels): boolean {
  const { pack, edges } = cells, { density } = view, { x: dx, y: dy } = offsetOf(view), full = fadeReach(pack, view.zoom);
  let any = false;
  for (const edge of tile.edges) {
    const a = pack.edgeA[edge]!, b = pack.edgeB[edge]!, silent = !shows(looks, a);
    if (silent === !shows(looks, b)) continue;
    if (!any) {
      any = true;
      soft.fill(255);
    }
    const reach = fadeOf(cells, edge, silent ? b : a, full) * density;
    mark((edges[edge * 4]! + dx) * density, (edges[edge * 4 + 1]! + dy) * density, (edges[edge * 4 + 2]! + dx) * density, (edges[edge * 4 + 3]! + dy) * density,
      reach, area, table(`fade ${reach}`, reach, away => away / reach), soft, true);
  }
  return any;
}

/** Dashes along the inside of a besieged cell's edge, in its besieger's colour. */
function markSieges(scene: Scene, tile: Tile, area: Pixels): boolean {
  const { cells: { pack }, looks, raster, frame: { view } } = scene, { density } = view, wide = area.right - area.left, size = worldSize(view.zoom), offset = offsetOf(view);
  let any = false;
  for (const cell of tile.cells) {
    const colour = looks.siege[cell]!;
    if (colour < 0) continue;
    if (!any) {
      any = true;
      dashes.fill(0);
    }
    for (let ring = pack.ringStart[pack.polygonStart[cell]!]!; ring < pack.ringStart[pack.polygonStart[cell + 1]!]!; ring++) {
      const from = pack.pointStart[ring]!, to = pack.pointStart[ring + 1]!;
      const at = (point: number) => [(pixelX(pack.x[point]!, size) + offset.x) * density, (pixelY(pack.y[point]!, size) + offset.y) * density] as const;
      let gone = 0, [px, py] = at(to - 1);
      for (let point = from; point < to; point++) {
        const [nx, ny] = at(point), begun = gone;
        nearSegment(px, py, nx, ny, SIEGE * density + 0.5, area, (x, y, away, along) => {
          if (raster.cell[y * raster.width + x] !== cell + 1 || (begun + along) % (SIEGE_ROUND * density) >= SIEGE_DASH * density) return;
          const i = (y - area.top) * wide + x - area.left, strong = Math.round(255 * covered(SIEGE * density, away));
          if (strong > dashes[i]! >>> 24) dashes[i] = strong << 24 | colour;
        });
        gone += Math.hypot(nx - px, ny - py);
        [px, py] = [nx, ny];
      }
    }
  }
  return any;
}

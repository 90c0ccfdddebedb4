// Who held what: a fill for every cell, fading where knowledge ends, and a sharp line where two holders meet.

import { BESIEGED, CONTESTED, JOINT, type ControlPack } from '../packs/index.ts';
import { besieger, CERTAIN, heldCells, type HeldCells } from './held.ts';
import { alike, owners } from './kinds.ts';
import { projectCells, type Cells } from './cells.ts';
import { drawMask, softenUnknown } from './fade.ts';
import { createFills, type Fills, type Paint } from './fills.ts';
import type { Frame } from './layer.ts';
import { tilesOf, type Tile, type Tiles } from './tiles.ts';
import { offsetOf } from './view.ts';

export interface Control {
  /** The squares whose picture changed. While the layer is off nothing is drawn, and afterwards all of it. */
  show(frame: Frame): readonly Tile[];
  /** All squares of the picture. */
  readonly tiles: readonly Tile[];
  /** Fills within a square, faded where knowledge ends, on an empty canvas. */
  fills(context: CanvasRenderingContext2D, frame: Frame, tile: Tile): void;
  /** Front lines within a square, over whatever was drawn. */
  fronts(context: CanvasRenderingContext2D, frame: Frame, tile: Tile): void;
  /** All that a square's picture depends on besides the frame; null where no place in it is known. */
  stateOf(tile: Tile): string | null;
  /** The state of the cells on the day shown. */
  held(frame: Frame): HeldCells;
}

export function createControl(): Control {
  let last: Frame | null = null, cells: Cells | null = null, tiles: Tiles | null = null, fills: Fills | null = null;
  let held: HeldCells | null = null, heldOf: ControlPack | null = null, mask: HTMLCanvasElement | null = null;

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
      const pack = frame.data.control;
      const changed = heldOn(frame).move(frame.shown.day);
      if (!frame.shown.layers.includes('control')) {
        last = null;
        return [];
      }
      const before = last;
      last = frame;
      if (!before || before.palette !== frame.palette || before.view.density !== frame.view.density || !fills) fills = createFills(frame.palette, frame.view.density);
      if (!cells || cells.pack !== pack || cells.zoom !== frame.view.zoom) cells = projectCells(pack, frame.view.zoom);
      if (tiles?.view !== frame.view || tiles.cells !== cells) {
        tiles = tilesOf(frame.view, cells);
        mask = drawMask(frame.view, pack, mask);
      }
      const whole = !before || before.view !== frame.view || before.palette !== frame.palette || before.data.control !== pack || before.only !== frame.only;
      return whole ? tiles.all : [...new Set(changed.flatMap(tiles.showing))];
    },
    fills(context, frame, tile) {
      drawFills(context, frame, cells!, held!, fills!, mask!, tile);
    },
    fronts(context, frame, tile) {
      drawFronts(context, frame, cells!, held!, tile);
    },
    stateOf({ depends }) {
      const { holding, before, age } = held!;
      let state = '', isKnown = false;
      for (const cell of depends) {
        state += `${holding[cell]!},${before[cell]!},${age[cell]!};`;
        isKnown ||= holding[cell]! >= 0 || before[cell]! >= 0;
      }
      return isKnown ? state : null;
    },
  };
}

/** What the cells of one fill have in common. */
interface Batch { readonly paint: Paint; readonly dim: boolean; readonly path: Path2D }

const DIMMED = 0.25;

function drawFills(context: CanvasRenderingContext2D, frame: Frame, cells: Cells, held: HeldCells, fills: Fills, mask: HTMLCanvasElement, tile: Tile): void {
  const { view, palette, only } = frame;
  const { pack } = cells;
  const { x: dx, y: dy } = offsetOf(view);
  context.save();

  // Cells of one fill are one path: drawn apart, fine seams of bare land would show between them.
  const batches = new Map<string, Batch>();
  const shift = new DOMMatrix().translate(dx, dy);
  const aged = new Map<number, Path2D>();
  const split: number[] = [], besieged: number[] = [];
  for (const cell of tile.cells) {
    const holding = held.holding[cell]!, earlier = held.before[cell]!;
    if (holding < 0 && earlier < 0) continue;
    if (earlier !== CERTAIN) {
      split.push(cell);
      continue;
    }
    const { key, paint, dim } = paintOf(pack, holding, fills, only);
    let batch = batches.get(key);
    if (!batch) batches.set(key, batch = { paint, dim, path: new Path2D() });
    batch.path.addPath(cells.paths[cell]!, shift);
    if (held.age[cell]! > 0) pathOf(aged, held.age[cell]!).addPath(cells.paths[cell]!, shift);
    if (pack.posture[holding] === BESIEGED) besieged.push(cell);
  }
  for (const { paint, dim, path } of batches.values()) {
    context.globalAlpha = dim ? DIMMED : 1;
    paint(context, view);
    context.fill(path);
  }
  context.globalAlpha = 1;
  for (const [level, path] of aged) {
    fills.aged(level)(context, view);
    context.fill(path);
  }
  for (const cell of split) drawSplit(context, frame, cells, cell, held, fills, shift);
  for (const cell of besieged) {
    const by = besieger(pack, held.holding[cell]!);
    context.save();
    const path = new Path2D();
    path.addPath(cells.paths[cell]!, shift);
    context.clip(path);
    context.strokeStyle = by >= 0 ? palette.holder(pack.holders[by]!).line : palette.front;
    context.lineWidth = 4;
    context.setLineDash([5, 4]);
    context.stroke(path);
    context.restore();
  }
  context.globalCompositeOperation = 'destination-out';
  softenUnknown(context, frame, cells, held, tile.edges);
  context.globalCompositeOperation = 'destination-in';
  context.drawImage(mask, 0, 0, view.width, view.height);
  context.restore();
}

function pathOf(paths: Map<number, Path2D>, key: number): Path2D {
  let path = paths.get(key);
  if (!path) paths.set(key, path = new Path2D());
  return path;
}

function paintOf(pack: ControlPack, holding: number, fills: Fills, only: string | null): { key: string; paint: Paint; dim: boolean } {
  const ids = owners(pack, holding).map(holder => pack.holders[holder]!);
  const dim = only !== null && !ids.includes(only);
  const posture = ids.length > 1 ? pack.posture[holding]! : 0;
  const paint = posture === CONTESTED ? fills.contested(ids) : posture === JOINT ? fills.joint(ids) : fills.plain(ids[0]!);
  return { key: `${posture} ${ids.join()}`, paint, dim };
}

/** A change whose day is not known: left what held before, right what holds after. */
function drawSplit(context: CanvasRenderingContext2D, frame: Frame, cells: Cells, cell: number, held: HeldCells, fills: Fills, shift: DOMMatrix): void {
  const { view, palette, only } = frame;
  const path = new Path2D();
  path.addPath(cells.paths[cell]!, shift);
  const middle = cells.x[cell]! + shift.e, top = cells.bounds[cell * 4 + 1]! + shift.f, bottom = cells.bounds[cell * 4 + 3]! + shift.f;
  for (const [holding, from, to] of [[held.before[cell]!, 0, middle], [held.holding[cell]!, middle, view.width]] as const) {
    if (holding < 0 || to <= from) continue;
    const { paint, dim } = paintOf(cells.pack, holding, fills, only);
    context.save();
    context.beginPath();
    context.rect(from, 0, to - from, view.height);
    context.clip();
    context.globalAlpha = dim ? DIMMED : 1;
    paint(context, view);
    context.fill(path);
    context.restore();
  }
  context.save();
  context.clip(path);
  context.strokeStyle = palette.time;
  context.lineWidth = 1.4;
  context.setLineDash([4, 3]);
  context.beginPath();
  context.moveTo(middle, top);
  context.lineTo(middle, bottom);
  context.stroke();
  context.restore();
}

function drawFronts(context: CanvasRenderingContext2D, { view, palette }: Frame, cells: Cells, held: HeldCells, tile: Tile): void {
  const { pack, edges } = cells;
  const fronts = tile.edges.filter(edge => {
    const a = held.holding[pack.edgeA[edge]!]!, b = held.holding[pack.edgeB[edge]!]!;
    return a >= 0 && b >= 0 && !pack.edgeOnBorder[edge] && !alike(pack, a, b);
  });
  if (fronts.length === 0) return;
  const { x, y } = offsetOf(view);
  context.save();
  context.beginPath();
  for (const edge of fronts) {
    context.moveTo(edges[edge * 4]! + x, edges[edge * 4 + 1]! + y);
    context.lineTo(edges[edge * 4 + 2]! + x, edges[edge * 4 + 3]! + y);
  }
  context.lineCap = context.lineJoin = 'round';
  context.globalAlpha = 0.75;
  context.strokeStyle = palette.frontCase;
  context.lineWidth = 4.6;
  context.stroke();
  context.globalAlpha = 1;
  context.strokeStyle = palette.front;
  context.lineWidth = 1.9;
  context.stroke();
  context.restore();
}

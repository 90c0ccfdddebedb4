// Who held what: a fill for every cell, fading where knowledge ends, and a sharp line where two holders meet.

import { BESIEGED, CONTESTED, JOINT, type ControlPack } from '../packs/index.ts';
import { alike, besieger, CERTAIN, heldCells, owners, type HeldCells } from './held.ts';
import { createFills, type Fills, type Paint } from './fills.ts';
import type { Frame } from './layer.ts';
import { contextOf, meet, metresPerPixel, offPage, offsetOf, pixelX, pixelY, plain, worldSize, type Box, type View } from './view.ts';

export interface Control {
  /** Boxes of the canvas whose picture changed; null = all of it. */
  show(frame: Frame): readonly Box[] | null;
  readonly fills: HTMLCanvasElement;
  /** Front lines within the boxes to repaint, over whatever was drawn. */
  fronts(context: CanvasRenderingContext2D, frame: Frame): void;
  /** The state of the cells on the day shown. */
  held(frame: Frame): HeldCells;
}

export function createControl(): Control {
  const canvas = document.createElement('canvas');
  let last: Frame | null = null, cells: Cells | null = null, fills: Fills | null = null;
  let held: HeldCells | null = null, heldOf: ControlPack | null = null, mask: HTMLCanvasElement | null = null;

  function heldOn(frame: Frame): HeldCells {
    if (!held || heldOf !== frame.data.control) {
      held = heldCells(heldOf = frame.data.control);
      last = null;
    }
    return held;
  }

  return {
    fills: canvas,
    held: heldOn,
    show(frame) {
      const pack = frame.data.control;
      const state = heldOn(frame);
      const changed = state.move(frame.shown.day);
      const before = last;
      last = frame;
      if (!before || before.palette !== frame.palette || before.view.density !== frame.view.density || !fills) fills = createFills(frame.palette, frame.view.density);
      if (!cells || cells.pack !== pack || cells.zoom !== frame.view.zoom) cells = project(pack, frame.view.zoom);
      const whole = !before || before.view !== frame.view || before.palette !== frame.palette || before.data.control !== pack || before.only !== frame.only;
      if (whole) {
        mask = drawMask(frame.view, pack, mask);
        const context = offPage(frame.view, canvas);
        draw(context, frame, cells, state, fills, mask, null);
        return null;
      }
      if (changed.length === 0) return [];
      const boxes = joined(changed.map(cell => boxOf(cells!, cell, frame.view)), frame.view);
      for (const box of boxes) draw(contextOf(canvas), frame, cells, state, fills, mask!, box);
      return boxes;
    },
    fronts(context, frame) {
      if (cells && held) drawFronts(context, frame, cells, held);
    },
  };
}

interface Cells {
  readonly pack: ControlPack;
  readonly zoom: number;
  readonly paths: Path2D[];
  /** Anchored pixels, four a cell: left, top, right, bottom. */
  readonly bounds: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly edges: Float64Array;
}

function project(pack: ControlPack, zoom: number): Cells {
  const size = worldSize(zoom);
  const paths: Path2D[] = [], bounds = new Float64Array(pack.cells * 4), x = new Float64Array(pack.cells), y = new Float64Array(pack.cells);
  for (let cell = 0; cell < pack.cells; cell++) {
    const path = new Path2D();
    let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
    for (let ring = pack.ringStart[pack.polygonStart[cell]!]!; ring < pack.ringStart[pack.polygonStart[cell + 1]!]!; ring++) {
      for (let point = pack.pointStart[ring]!; point < pack.pointStart[ring + 1]!; point++) {
        const px = pixelX(pack.x[point]!, size), py = pixelY(pack.y[point]!, size);
        if (point === pack.pointStart[ring]) path.moveTo(px, py);
        else path.lineTo(px, py);
        left = Math.min(left, px); right = Math.max(right, px); top = Math.min(top, py); bottom = Math.max(bottom, py);
      }
      path.closePath();
    }
    paths.push(path);
    bounds.set([left, top, right, bottom], cell * 4);
    x[cell] = pixelX(pack.lng[cell]!, size);
    y[cell] = pixelY(pack.lat[cell]!, size);
  }
  const edges = new Float64Array(pack.edges * 4);
  for (let edge = 0; edge < pack.edges; edge++)
    edges.set([pixelX(pack.edgeX1[edge]!, size), pixelY(pack.edgeY1[edge]!, size), pixelX(pack.edgeX2[edge]!, size), pixelY(pack.edgeY2[edge]!, size)], edge * 4);
  return { pack, zoom, paths, bounds, x, y, edges };
}

/** A front line reaches this far beyond its cell. */
const SPILL = 5;

function boxOf({ bounds }: Cells, cell: number, view: View): Box {
  const { x, y } = offsetOf(view);
  const left = Math.floor(bounds[cell * 4]! + x) - SPILL, top = Math.floor(bounds[cell * 4 + 1]! + y) - SPILL;
  return { x: left, y: top, width: Math.ceil(bounds[cell * 4 + 2]! + x) + SPILL - left, height: Math.ceil(bounds[cell * 4 + 3]! + y) + SPILL - top };
}

/** More boxes than this are painted as one: each costs a pass over all cells. */
const MOST_BOXES = 8;

/** Boxes on the canvas, those that meet joined; one round all of them where they are too many. */
function joined(boxes: readonly Box[], view: View): Box[] {
  const canvas = { x: 0, y: 0, width: view.width, height: view.height };
  const out: Box[] = [];
  for (let box of boxes) {
    if (!meet(box, canvas)) continue;
    for (let i = out.length - 1; i >= 0; i--)
      if (meet(out[i]!, box)) {
        box = around([out[i]!, box]);
        out.splice(i, 1);
        i = out.length;
      }
    out.push(box);
  }
  return out.length <= MOST_BOXES ? out : [around(out)];
}

function around(boxes: readonly Box[]): Box {
  const left = Math.min(...boxes.map(box => box.x)), top = Math.min(...boxes.map(box => box.y));
  return { x: left, y: top, width: Math.max(...boxes.map(box => box.x + box.width)) - left, height: Math.max(...boxes.map(box => box.y + box.height)) - top };
}

const FADE_FROM = 0.76;

/** How sure the map is of each pixel, at half the sharpness: full near a place, nothing at the stated distance. */
function drawMask(view: View, pack: ControlPack, previous: HTMLCanvasElement | null): HTMLCanvasElement {
  const canvas = previous ?? document.createElement('canvas');
  canvas.width = Math.ceil(view.width / 2);
  canvas.height = Math.ceil(view.height / 2);
  const context = contextOf(canvas);
  const spot = document.createElement('canvas');
  spot.width = spot.height = 256;
  const round = contextOf(spot);
  const fade = round.createRadialGradient(128, 128, 128 * FADE_FROM, 128, 128, 128);
  fade.addColorStop(0, '#000f');
  fade.addColorStop(1, '#0000');
  round.fillStyle = fade;
  round.fillRect(0, 0, 256, 256);

  const size = worldSize(view.zoom), { x, y } = offsetOf(view);
  context.scale(0.5, 0.5);
  for (let cell = 0; cell < pack.cells; cell++) {
    const radius = pack.radius / metresPerPixel(pack.lat[cell]!, view.zoom);
    const cx = pixelX(pack.lng[cell]!, size) + x, cy = pixelY(pack.lat[cell]!, size) + y;
    if (cx > -radius && cy > -radius && cx < view.width + radius && cy < view.height + radius)
      context.drawImage(spot, cx - radius, cy - radius, radius * 2, radius * 2);
  }
  return canvas;
}

/** What the cells of one fill have in common. */
interface Batch { readonly paint: Paint; readonly dim: boolean; readonly path: Path2D }

const DIMMED = 0.25;

function draw(context: CanvasRenderingContext2D, frame: Frame, cells: Cells, held: HeldCells, fills: Fills, mask: HTMLCanvasElement, box: Box | null): void {
  const { view, palette, only } = frame;
  const { pack } = cells;
  const area = box ?? { x: 0, y: 0, width: view.width, height: view.height };
  const { x: dx, y: dy } = offsetOf(view);
  plain(context, view);
  context.save();
  context.beginPath();
  context.rect(area.x, area.y, area.width, area.height);
  context.clip();
  context.clearRect(area.x, area.y, area.width, area.height);

  // Cells of one fill are one path: drawn apart, fine seams of bare land would show between them.
  const batches = new Map<string, Batch>();
  const shift = new DOMMatrix().translate(dx, dy);
  const old = new Path2D();
  const split: number[] = [], besieged: number[] = [];
  for (let cell = 0; cell < pack.cells; cell++) {
    const holding = held.holding[cell]!, earlier = held.before[cell]!;
    if ((holding < 0 && earlier < 0) || outside(cells, cell, dx, dy, area)) continue;
    if (earlier !== CERTAIN) {
      split.push(cell);
      continue;
    }
    const { key, paint, dim } = paintOf(pack, holding, fills, only);
    let batch = batches.get(key);
    if (!batch) batches.set(key, batch = { paint, dim, path: new Path2D() });
    batch.path.addPath(cells.paths[cell]!, shift);
    if (held.old[cell]) old.addPath(cells.paths[cell]!, shift);
    if (pack.posture[holding] === BESIEGED) besieged.push(cell);
  }
  for (const { paint, dim, path } of batches.values()) {
    context.globalAlpha = dim ? DIMMED : 1;
    paint(context, view);
    context.fill(path);
  }
  context.globalAlpha = 1;
  fills.old(context, view);
  context.fill(old);
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
  softenUnknown(context, frame, cells, held, area);
  context.globalCompositeOperation = 'destination-in';
  context.drawImage(mask, 0, 0, view.width, view.height);
  context.restore();
}

/** Steps of the fade towards a place of which nothing is known yet. */
const SOFT_STEPS = 7;

/**
 * Where a known cell meets one that says nothing on the day, only our knowledge ends: the fill fades as it does at the stated distance.
 * The fade never reaches the known place itself.
 */
function softenUnknown(context: CanvasRenderingContext2D, { view }: Frame, cells: Cells, held: HeldCells, area: Box): void {
  const { pack, edges } = cells;
  const { x: dx, y: dy } = offsetOf(view);
  const silent = (cell: number) => held.holding[cell]! < 0 && held.before[cell]! < 0;
  const full = (1 - FADE_FROM) * pack.radius / metresPerPixel(35.5, view.zoom);
  const paths = new Map<number, Path2D>();
  for (let edge = 0; edge < pack.edges; edge++) {
    const a = pack.edgeA[edge]!, b = pack.edgeB[edge]!;
    if (silent(a) === silent(b)) continue;
    const known = silent(a) ? b : a;
    const x1 = edges[edge * 4]!, y1 = edges[edge * 4 + 1]!, x2 = edges[edge * 4 + 2]!, y2 = edges[edge * 4 + 3]!;
    if (!meet(area, { x: Math.min(x1, x2) + dx, y: Math.min(y1, y2) + dy, width: Math.abs(x2 - x1), height: Math.abs(y2 - y1) }, full)) continue;
    const length = Math.hypot(x2 - x1, y2 - y1) || 1;
    const away = Math.abs((x2 - x1) * (cells.y[known]! - y1) - (y2 - y1) * (cells.x[known]! - x1)) / length;
    const reach = Math.max(2, Math.round(Math.min(full, away * 0.7) / 4) * 4);
    let path = paths.get(reach);
    if (!path) paths.set(reach, path = new Path2D());
    path.moveTo(x1 + dx, y1 + dy);
    path.lineTo(x2 + dx, y2 + dy);
  }
  context.lineCap = 'round';
  context.setLineDash([]);
  context.strokeStyle = '#000';
  for (const [reach, path] of paths)
    for (let step = SOFT_STEPS; step > 0; step--) {
      // Strokes lie on each other: each takes what brings the part that is left from one step's share to the next one's.
      context.globalAlpha = 1 - (step - 0.5) / (step + 0.5);
      context.lineWidth = 2 * reach * step / SOFT_STEPS;
      context.stroke(path);
    }
  context.globalAlpha = 1;
}

function outside({ bounds }: Cells, cell: number, dx: number, dy: number, area: Box): boolean {
  return bounds[cell * 4]! + dx > area.x + area.width || bounds[cell * 4 + 2]! + dx < area.x || bounds[cell * 4 + 1]! + dy > area.y + area.height || bounds[cell * 4 + 3]! + dy < area.y;
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

function drawFronts(context: CanvasRenderingContext2D, { view, palette }: Frame, cells: Cells, held: HeldCells): void {
  const { pack, edges } = cells;
  const { x, y } = offsetOf(view);
  context.beginPath();
  for (let edge = 0; edge < pack.edges; edge++) {
    const a = held.holding[pack.edgeA[edge]!]!, b = held.holding[pack.edgeB[edge]!]!;
    if (a < 0 || b < 0 || pack.edgeOnBorder[edge] || alike(pack, a, b)) continue;
    context.moveTo(edges[edge * 4]! + x, edges[edge * 4 + 1]! + y);
    context.lineTo(edges[edge * 4 + 2]! + x, edges[edge * 4 + 3]! + y);
  }
  context.lineCap = context.lineJoin = 'round';
  context.setLineDash([]);
  context.globalAlpha = 0.75;
  context.strokeStyle = palette.frontCase;
  context.lineWidth = 4.6;
  context.stroke();
  context.globalAlpha = 1;
  context.strokeStyle = palette.front;
  context.lineWidth = 1.9;
  context.stroke();
}

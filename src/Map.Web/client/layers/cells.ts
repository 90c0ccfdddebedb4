// The cells of the control layer on the canvas: their shapes in pixels, and the boxes to repaint when some of them change.

import type { ControlPack } from '../packs/index.ts';
import { meet, offsetOf, pixelX, pixelY, worldSize, type Box, type View } from './view.ts';

/** One zoom's cells in anchored pixels. */
export interface Cells {
  readonly pack: ControlPack;
  readonly zoom: number;
  readonly paths: Path2D[];
  /** Anchored pixels, four a cell: left, top, right, bottom. */
  readonly bounds: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly edges: Float64Array;
}

export function projectCells(pack: ControlPack, zoom: number): Cells {
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

export function boxOf({ bounds }: Cells, cell: number, view: View): Box {
  const { x, y } = offsetOf(view);
  const left = Math.floor(bounds[cell * 4]! + x) - SPILL, top = Math.floor(bounds[cell * 4 + 1]! + y) - SPILL;
  return { x: left, y: top, width: Math.ceil(bounds[cell * 4 + 2]! + x) + SPILL - left, height: Math.ceil(bounds[cell * 4 + 3]! + y) + SPILL - top };
}

/** More boxes than this are painted as one: each costs a pass over all cells. */
const MOST_BOXES = 8;

/** Boxes on the canvas, those that meet joined; one round all of them where they are too many. */
export function joined(boxes: readonly Box[], view: View): Box[] {
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

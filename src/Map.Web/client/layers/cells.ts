// The cells of the control layer in pixels.

import type { ControlPack } from '../packs/index.ts';
import { pixelX, pixelY, worldSize } from './view.ts';

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

// The cells of the control layer in pixels.

import type { ControlPack } from '../packs/index.ts';
import { pixelX, pixelY, worldSize } from './view.ts';

/** One zoom's cells in anchored pixels. */
export interface Cells {
  readonly pack: ControlPack;
  readonly zoom: number;
  /** Anchored pixels, four a cell: left, top, right, bottom. */
  readonly bounds: Float64Array;
  readonly x: Float64Array;
  readonly y: Float64Array;
  readonly edges: Float64Array;
}

export function projectCells(pack: ControlPack, zoom: number): Cells {
  const size = worldSize(zoom);
  const bounds = new Float64Array(pack.cells * 4), x = new Float64Array(pack.cells), y = new Float64Array(pack.cells);
  for (let cell = 0; cell < pack.cells; cell++) {
    let left = Infinity, top = Infinity, right = -Infinity, bottom = -Infinity;
    for (let point = pack.pointStart[pack.ringStart[pack.polygonStart[cell]!]!]!, end = pack.pointStart[pack.ringStart[pack.polygonStart[cell + 1]!]!]!; point < end; point++) {
      const lng = pack.x[point]!, lat = pack.y[point]!;
      if (lng < left) left = lng;
      if (lng > right) right = lng;
      if (lat < bottom || bottom === -Infinity) bottom = lat;
      if (lat > top || top === Infinity) top = lat;
    }
    bounds.set([pixelX(left, size), pixelY(top, size), pixelX(right, size), pixelY(bottom, size)], cell * 4);
    x[cell] = pixelX(pack.lng[cell]!, size);
    y[cell] = pixelY(pack.lat[cell]!, size);
  }
  const edges = new Float64Array(pack.edges * 4);
  for (let edge = 0; edge < pack.edges; edge++)
    edges.set([pixelX(pack.edgeX1[edge]!, size), pixelY(pack.edgeY1[edge]!, size), pixelX(pack.edgeX2[edge]!, size), pixelY(pack.edgeY2[edge]!, size)], edge * 4);
  return { pack, zoom, bounds, x, y, edges };
}

// Which cell each pixel of a view belongs to, and how sure the map is of it: found once a view, so that a step of time only looks up colours.

import type { ControlPack } from '../packs/index.ts';
import { metresPerPixel, offsetOf, pixelX, pixelY, worldSize, type View } from './view.ts';

export interface CellRaster {
  readonly pack: ControlPack;
  readonly view: View;
  /** In device pixels. */
  readonly width: number;
  readonly height: number;
  /** Cell + 1 of each pixel, by its middle; 0 where none is. */
  readonly cell: Uint16Array | Uint32Array;
  /** Full strength 255 near a place, nothing at the stated distance from it. */
  readonly share: Uint8Array;
}

/** Cells between two looks at the clock. */
const SLICE = 250;

export function rasterOf(pack: ControlPack, view: View): CellRaster {
  const work = rasterise(pack, view);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

export function* rasterise(pack: ControlPack, view: View): Generator<void, CellRaster> {
  const { density } = view, width = Math.round(view.width * density), height = Math.round(view.height * density);
  const cells = pack.cells < 65_535 ? new Uint16Array(width * height) : new Uint32Array(width * height), share = new Uint8Array(width * height);
  const size = worldSize(view.zoom), offset = offsetOf(view);
  const acrossOf = (lng: number) => (pixelX(lng, size) + offset.x) * density, downOf = (lat: number) => (pixelY(lat, size) + offset.y) * density;
  for (let cell = 0; cell < pack.cells; cell++) {
    if (cell % SLICE === SLICE - 1) yield;
    fillCell(cell);
  }
  yield;
  closeGaps(cells, share, width, height);
  return { pack, view, width, height, cell: cells, share };

  function fillCell(cell: number): void {
    const middleX = acrossOf(pack.lng[cell]!), middleY = downOf(pack.lat[cell]!), radius = pack.radius / metresPerPixel(pack.lat[cell]!, view.zoom) * density;
    // Most of the world is not in view.
    if (middleX < -radius * 1.1 || middleY < -radius * 1.1 || middleX > width + radius * 1.1 || middleY > height + radius * 1.1) return;
    const firstRing = pack.ringStart[pack.polygonStart[cell]!]!, lastRing = pack.ringStart[pack.polygonStart[cell + 1]!]!;
    const from = pack.pointStart[firstRing]!, xs = new Float64Array(pack.pointStart[lastRing]! - from), ys = new Float64Array(xs.length);
    let top = Infinity, bottom = -Infinity, farthest = 0;
    for (let i = 0; i < xs.length; i++) {
      const x = xs[i] = acrossOf(pack.x[from + i]!), y = ys[i] = downOf(pack.y[from + i]!);
      if (y < top) top = y;
      if (y > bottom) bottom = y;
      farthest = Math.max(farthest, Math.hypot(x - middleX, y - middleY));
    }
    const full = radius * pack.fullShare, whole = farthest < full, soft = 255 / (radius - full), crossings: number[] = [];
    for (let y = Math.max(0, Math.floor(top)); y < Math.min(height, Math.ceil(bottom)); y++) {
      const py = y + 0.5;
      crossings.length = 0;
      for (let ring = firstRing; ring < lastRing; ring++) {
        const begin = pack.pointStart[ring]! - from, end = pack.pointStart[ring + 1]! - from;
        for (let i = begin, j = end - 1; i < end; j = i++)
          if (ys[i]! > py !== ys[j]! > py) crossings.push((xs[j]! - xs[i]!) * (py - ys[i]!) / (ys[j]! - ys[i]!) + xs[i]!);
      }
      crossings.sort((a, b) => a - b);
      for (let k = 0; k + 1 < crossings.length; k += 2) {
        const end = Math.min(width, Math.ceil(crossings[k + 1]! - 0.5));
        for (let x = Math.max(0, Math.ceil(crossings[k]! - 0.5)), at = y * width + x; x < end; x++, at++) {
          cells[at] = cell + 1;
          share[at] = whole ? 255 : Math.max(0, Math.min(255, (radius - Math.hypot(x + 0.5 - middleX, py - middleY)) * soft));
        }
      }
    }
  }
}

/** Shapes are rounded to a metre, so between two that touch a pixel's middle may belong to neither: it goes to the one beside it. */
function closeGaps(cells: Uint16Array | Uint32Array, share: Uint8Array, width: number, height: number): void {
  const close = (at: number, step: number) => {
    if (cells[at - step] === 0 || cells[at + step] === 0) return false;
    cells[at] = cells[at - step]!;
    share[at] = share[at - step]!;
    return true;
  };
  for (let y = 1; y < height - 1; y++)
    for (let at = y * width + 1, end = at + width - 2; at < end; at++) if (cells[at] === 0 && !close(at, 1)) close(at, width);
}

// Which cell each pixel of a view belongs to, and how sure the map is of it: found once a view, so that a step of time only looks up colours.

import type { ControlPack } from '../packs/index.ts';
import type { Cells } from './cells.ts';
import type { Pixels } from './strokes.ts';
import { metresPerPixel, offsetOf, pixelX, pixelY, worldSize, type View } from './view.ts';

export interface CellRaster {
  readonly pack: ControlPack;
  readonly view: View;
  /** The part of the view in which anything of the layer can be seen, in device pixels. */
  readonly box: Pixels;
  readonly width: number;
  readonly height: number;
  /** Cell + 1 of each pixel of the box, by its middle; 0 where none is. */
  readonly cell: Uint16Array | Uint32Array;
  /** Full strength 255 near a place, nothing at the stated distance from it. */
  readonly share: Uint8Array;
}

/** Cells between two looks at the clock. */
const SLICE = 250;

/** CSS pixels by which a front line may reach beyond the cells. */
const SPILL = 4;

export function rasterOf(cells: Cells, view: View): CellRaster {
  const work = rasterise(cells, view);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

export function* rasterise(cells: Cells, view: View): Generator<void, CellRaster> {
  const { pack } = cells, { density } = view, box = boxOf(cells, view), width = box.right - box.left, height = box.bottom - box.top;
  const cell = pack.cells < 65_535 ? new Uint16Array(width * height) : new Uint32Array(width * height), share = new Uint8Array(width * height);
  const size = worldSize(view.zoom), offset = offsetOf(view);
  const acrossOf = (lng: number) => (pixelX(lng, size) + offset.x) * density - box.left, downOf = (lat: number) => (pixelY(lat, size) + offset.y) * density - box.top;
  const middlesX = cells.x, middlesY = cells.y;
  for (let at = 0; at < pack.cells; at++) {
    if (at % SLICE === SLICE - 1) yield;
    fillCell(at);
  }
  yield;
  closeGaps(cell, share, width, height);
  return { pack, view, box, width, height, cell, share };

  function fillCell(at: number): void {
    const middleX = (middlesX[at]! + offset.x) * density - box.left, middleY = (middlesY[at]! + offset.y) * density - box.top, radius = pack.radius / metresPerPixel(pack.lat[at]!, view.zoom) * density;
    // Most of the world is not in view.
    if (middleX < -radius * 1.1 || middleY < -radius * 1.1 || middleX > width + radius * 1.1 || middleY > height + radius * 1.1) return;
    const firstRing = pack.ringStart[pack.polygonStart[at]!]!, lastRing = pack.ringStart[pack.polygonStart[at + 1]!]!;
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
      if (crossings.length > 2) crossings.sort((a, b) => a - b);
      else if (crossings[0]! > crossings[1]!) crossings.reverse();
      for (let k = 0; k + 1 < crossings.length; k += 2) {
        const start = Math.max(0, Math.ceil(crossings[k]! - 0.5)), end = Math.min(width, Math.ceil(crossings[k + 1]! - 0.5));
        if (start >= end) continue;
        cell.fill(at + 1, y * width + start, y * width + end);
        share.fill(255, y * width + start, y * width + end);
        if (whole) continue;
        for (let x = start, p = y * width + x, dy = (py - middleY) ** 2; x < end; x++, p++) {
          const square = (x + 0.5 - middleX) ** 2 + dy;
          if (square > full * full) share[p] = Math.max(0, (radius - Math.sqrt(square)) * soft);
        }
      }
    }
  }
}

/** Where cells lie in the view, and what their front lines reach. */
function boxOf({ pack, bounds }: Cells, view: View): Pixels {
  const { density } = view, { x: dx, y: dy } = offsetOf(view), width = Math.round(view.width * density), height = Math.round(view.height * density);
  let left = width, top = height, right = 0, bottom = 0;
  for (let at = 0; at < pack.cells; at++) {
    const west = (bounds[at * 4]! + dx - SPILL) * density, north = (bounds[at * 4 + 1]! + dy - SPILL) * density, east = (bounds[at * 4 + 2]! + dx + SPILL) * density, south = (bounds[at * 4 + 3]! + dy + SPILL) * density;
    if (west >= width || north >= height || east <= 0 || south <= 0) continue;
    left = Math.min(left, west);
    top = Math.min(top, north);
    right = Math.max(right, east);
    bottom = Math.max(bottom, south);
  }
  if (left >= right) return { left: 0, top: 0, right: 0, bottom: 0 };
  return { left: Math.max(0, Math.floor(left)), top: Math.max(0, Math.floor(top)), right: Math.min(width, Math.ceil(right)), bottom: Math.min(height, Math.ceil(bottom)) };
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

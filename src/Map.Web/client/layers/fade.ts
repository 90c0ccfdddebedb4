// Where knowledge ends the fill fades: at the stated distance from a place, and towards a place of which nothing is known yet.

import type { ControlPack } from '../packs/index.ts';
import type { Cells } from './cells.ts';
import type { Frame } from './layer.ts';
import type { Held } from './held.ts';
import { FULL_SHARE } from './rules.ts';
import { contextOf, metresPerPixel, offsetOf, pixelX, pixelY, worldSize, type View } from './view.ts';

/** How sure the map is of each pixel, at half the sharpness: full near a place, nothing at the stated distance. */
export function drawMask(view: View, pack: ControlPack, previous: HTMLCanvasElement | null): HTMLCanvasElement {
  const canvas = previous ?? document.createElement('canvas');
  canvas.width = Math.ceil(view.width / 2);
  canvas.height = Math.ceil(view.height / 2);
  const context = contextOf(canvas);
  const spot = document.createElement('canvas');
  spot.width = spot.height = 256;
  const round = contextOf(spot);
  const fade = round.createRadialGradient(128, 128, 128 * FULL_SHARE, 128, 128, 128);
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

/** Steps of the fade towards a place of which nothing is known yet: finer ones than a pixel and a third nobody sees. */
const softSteps = (reach: number) => Math.max(2, Math.min(7, Math.round(reach * 0.75)));

/** Pixels over which a fill fades at most towards a place of which nothing is known. */
export function fadeReach(pack: ControlPack, zoom: number): number {
  return (1 - FULL_SHARE) * pack.radius / metresPerPixel(35.5, zoom);
}

/**
 * Where a known cell meets one that says nothing on the day, only our knowledge ends: the fill fades as it does at the stated distance.
 * The fade never reaches the known place itself.
 */
export function softenUnknown(context: CanvasRenderingContext2D, { view }: Frame, cells: Cells, held: Held, among: readonly number[]): void {
  const { edges, pack } = cells;
  const { x: dx, y: dy } = offsetOf(view);
  const silent = (cell: number) => held.holding[cell]! < 0 && held.before[cell]! < 0;
  const full = fadeReach(pack, view.zoom);
  const paths = new Map<number, Path2D>();
  for (const edge of among) {
    const a = pack.edgeA[edge]!, b = pack.edgeB[edge]!;
    if (silent(a) === silent(b)) continue;
    const known = silent(a) ? b : a;
    const x1 = edges[edge * 4]!, y1 = edges[edge * 4 + 1]!, x2 = edges[edge * 4 + 2]!, y2 = edges[edge * 4 + 3]!;
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
  for (const [reach, path] of paths) {
    const steps = softSteps(reach);
    for (let step = steps; step > 0; step--) {
      // Strokes lie on each other: each takes what brings the part that is left from one step's share to the next one's.
      context.globalAlpha = 1 - (step - 0.5) / (step + 0.5);
      context.lineWidth = 2 * reach * step / steps;
      context.stroke(path);
    }
  }
  context.globalAlpha = 1;
}

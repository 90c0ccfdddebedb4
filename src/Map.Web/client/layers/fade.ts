// Where knowledge ends the fill fades: at the stated distance from a place, and towards a place of which nothing is known yet.

import type { ControlPack } from '../packs/index.ts';
import type { Cells } from './cells.ts';
import { metresPerPixel } from './view.ts';

/** Pixels over which a fill fades at most towards a place of which nothing is known. */
export function fadeReach(pack: ControlPack, zoom: number): number {
  return (1 - pack.fullShare) * pack.radius / metresPerPixel(35.5, zoom);
}

/** Pixels over which a known cell fades towards an edge beyond which nothing is known. The fade never reaches the known place itself. */
export function fadeOf({ edges, x, y }: Cells, edge: number, known: number, most: number): number {
  const x1 = edges[edge * 4]!, y1 = edges[edge * 4 + 1]!, x2 = edges[edge * 4 + 2]!, y2 = edges[edge * 4 + 3]!;
  const length = Math.hypot(x2 - x1, y2 - y1) || 1;
  const away = Math.abs((x2 - x1) * (y[known]! - y1) - (y2 - y1) * (x[known]! - x1)) / length;
  return Math.max(2, Math.round(Math.min(most, away * 0.7) / 4) * 4);
}

// The calm ground: land and water under the control layer; lakes, rivers and lines above it.

import {
  BUILT_UP, COAST, DISPUTED_BORDER, DISTRICT_LINE, GOVERNORATE_LINE, LAKE, NEIGHBOUR, POLYGON, RIVER, SEA, STATE_BORDER, SYRIA, type BasePack,
} from '../packs/index.ts';
import type { Frame } from './layer.ts';
import { anchored, offPage, pixelX, pixelY, plain, worldSize, type View } from './view.ts';

export interface Base {
  /** True where the pictures below were drawn anew. */
  show(frame: Frame): boolean;
  /** Draws them piece by piece, before they are shown. */
  ahead(frame: Frame): Generator<void>;
  /** What lies under the control layer. */
  readonly under: HTMLCanvasElement;
  /** What lies over it. */
  readonly over: HTMLCanvasElement;
}

/** Natural Earth ranks drawn from this zoom on: great rivers first. */
const rankAt = (zoom: number) => zoom <= 6 ? 4 : zoom <= 7 ? 6 : zoom <= 8 ? 8 : 12;

/** `tiled`: an outside tile server draws the ground, so land and water are left out. */
export function createBase(tiled: boolean): Base {
  const under = document.createElement('canvas'), over = document.createElement('canvas');
  let last: Frame | null = null;
  let shapes: Shapes | null = null;

  function* ahead(frame: Frame): Generator<void> {
    last = frame;
    const { view, data: { base } } = frame;
    if (!shapes || shapes.pack !== base || shapes.zoom !== view.zoom) shapes = projected?.pack === base && projected.zoom === view.zoom ? projected : projected = project(base, view.zoom);
    yield;
    drawUnder(offPage(view, under), frame, shapes, tiled);
    yield;
    drawOver(offPage(view, over), frame, shapes, frame.shown.layers.includes('boundaries'), tiled);
  }

  return {
    under, over, ahead,
    show(frame) {
      const boundaries = frame.shown.layers.includes('boundaries');
      const same = last !== null && last.view === frame.view && last.palette === frame.palette && last.data.base === frame.data.base
        && boundaries === last.shown.layers.includes('boundaries');
      last = frame;
      if (same) return false;
      for (const work = ahead(frame); !work.next().done;);
      return true;
    },
  };
}

interface Shapes { readonly pack: BasePack; readonly zoom: number; readonly paths: Path2D[] }

/** Those of the zoom that was last asked for: a map that is only moved has them. */
let projected: Shapes | null = null;

let land: { pack: BasePack; zoom: number; path: Path2D } | null = null;

/** The country's land in anchored pixels, kept for one zoom. */
export function landPath(pack: BasePack, zoom: number): Path2D {
  if (land?.pack !== pack || land.zoom !== zoom) land = { pack, zoom, path: project(pack, zoom).paths[SYRIA]! };
  return land.path;
}

/** One path a class, in anchored pixels. */
function project(pack: BasePack, zoom: number): Shapes {
  const size = worldSize(zoom);
  const most = rankAt(zoom);
  const paths: Path2D[] = Array.from({ length: 11 }, () => new Path2D());
  for (let shape = 0; shape < pack.shapes; shape++) {
    const kind = pack.class[shape]!;
    const path = paths[kind];
    if (!path || ((kind === RIVER || kind === LAKE) && pack.rank[shape]! > most)) continue;
    for (let part = pack.partStart[shape]!; part < pack.partStart[shape + 1]!; part++) {
      const from = pack.pointStart[part]!, to = pack.pointStart[part + 1]!;
      for (let point = from; point < to; point++) {
        const x = pixelX(pack.x[point]!, size), y = pixelY(pack.y[point]!, size);
        if (point === from) path.moveTo(x, y);
        else path.lineTo(x, y);
      }
      if (pack.kind[shape] === POLYGON) path.closePath();
    }
  }
  return { pack, zoom, paths };
}

function drawUnder(context: CanvasRenderingContext2D, { view, palette }: Frame, { paths }: Shapes, tiled: boolean): void {
  if (tiled) return;
  plain(context, view);
  context.fillStyle = palette.neighbour;
  context.fillRect(0, 0, view.width, view.height);
  anchored(context, view);
  const fill = (kind: number, colour: string) => { context.fillStyle = colour; context.fill(paths[kind]!, 'evenodd'); };
  fill(SEA, palette.water);
  fill(NEIGHBOUR, palette.neighbour);
  fill(SYRIA, palette.land);
  if (view.zoom >= 8) fill(BUILT_UP, palette.builtUp);
}

function drawOver(context: CanvasRenderingContext2D, { view, palette }: Frame, { paths }: Shapes, boundaries: boolean, tiled: boolean): void {
  anchored(context, view);
  context.lineJoin = context.lineCap = 'round';
  const line = (kind: number, colour: string, width: number, dashes: number[] = []) => {
    context.strokeStyle = colour;
    context.lineWidth = width;
    context.setLineDash(dashes);
    context.stroke(paths[kind]!);
  };
  if (!tiled) {
    line(RIVER, palette.river, riverWidth(view));
    context.fillStyle = palette.water;
    context.fill(paths[LAKE]!, 'evenodd');
    line(LAKE, palette.coast, 0.8);
    line(COAST, palette.coast, 1);
  }
  if (!boundaries) return;
  if (view.zoom >= 9) line(DISTRICT_LINE, palette.admin, 0.6, [1, 3]);
  if (view.zoom >= 7) line(GOVERNORATE_LINE, palette.admin, 1, [3, 3]);
  line(STATE_BORDER, palette.border, view.zoom >= 8 ? 1.6 : 1.3);
  line(DISPUTED_BORDER, palette.border, 1.2, [5, 4]);
  context.setLineDash([]);
}

const riverWidth = (view: View) => view.zoom <= 7 ? 1 : view.zoom <= 9 ? 1.5 : 2.2;

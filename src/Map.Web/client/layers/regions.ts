// Names of holders on the areas they hold: one on the widest part of each connected area, never across a front line.

import { CONTESTED, JOINT, type ControlPack } from '../packs/index.ts';
import { cellAt } from './hit.ts';
import { CERTAIN, type Held } from './held.ts';
import type { Taken } from './placing.ts';
import { latitudeOf, longitudeOf, metresPerPixel, offsetOf, pixelX, pixelY, worldSize, type Box, type View } from './view.ts';

export interface HolderLabel {
  readonly holder: number;
  readonly box: Box;
  /** Font size in pixels. */
  readonly size: number;
}

/** Areas smaller than this, in square pixels, are too small to be named. */
const LEAST_AREA = 4000;
const MOST_PER_HOLDER = 3, MOVED_AT_MOST = 54;

/** Side of a sampling square in pixels. */
const STEP = 8;

/** Names keep to where the fill is at its full strength. */
const FULL = 0.8;

export function holderLabels(pack: ControlPack, held: Held, view: View, taken: Taken, widthOf: (holder: number, size: number) => number): HolderLabel[] {
  const samples = sample(pack, view);
  const region = regions(pack, held);
  const areas = new Map<number, number>();
  for (const cell of samples.cell) if (cell >= 0 && region[cell]! >= 0) areas.set(region[cell]!, (areas.get(region[cell]!) ?? 0) + STEP * STEP);
  const found: HolderLabel[] = [], times = new Map<number, number>();
  for (const [root, area] of [...areas].sort((a, b) => b[1] - a[1])) {
    if (area < LEAST_AREA) break;
    const holder = soleHolder(pack, held, root);
    if ((times.get(holder) ?? 0) >= MOST_PER_HOLDER) continue;
    const size = area > 24_000 ? 16 : 14;
    const width = widthOf(holder, size), height = size + 5;
    const box = widest(pack, view, samples, region, root, width, height, taken);
    if (!box) continue;
    taken.take(box);
    times.set(holder, (times.get(holder) ?? 0) + 1);
    found.push({ holder, box, size });
  }
  return found;
}

export interface Samples { readonly pack: ControlPack; readonly view: View; readonly columns: number; readonly rows: number; readonly cell: Int16Array | Int32Array }

let sampled: Samples | null = null;

/** The nearest place's cell for every square of the screen, −1 where none is near. While time moves they stay the same. */
export function sample(pack: ControlPack, view: View): Samples {
  if (sampled?.pack === pack && sampled.view === view) return sampled;
  const columns = Math.ceil(view.width / STEP), rows = Math.ceil(view.height / STEP);
  const cell = (pack.cells < 32_768 ? new Int16Array(columns * rows) : new Int32Array(columns * rows)).fill(-1), distance = new Float32Array(columns * rows).fill(Infinity);
  const size = worldSize(view.zoom), offset = offsetOf(view);
  for (let at = 0; at < pack.cells; at++) {
    const radius = pack.radius / metresPerPixel(pack.lat[at]!, view.zoom);
    const x = pixelX(pack.lng[at]!, size) + offset.x, y = pixelY(pack.lat[at]!, size) + offset.y;
    for (let row = Math.max(0, Math.floor((y - radius) / STEP)); row < Math.min(rows, (y + radius) / STEP); row++)
      for (let column = Math.max(0, Math.floor((x - radius) / STEP)); column < Math.min(columns, (x + radius) / STEP); column++) {
        const away = Math.hypot(column * STEP + STEP / 2 - x, row * STEP + STEP / 2 - y);
        const spot = row * columns + column;
        if (away >= distance[spot]!) continue;
        distance[spot] = away;
        cell[spot] = away <= radius * FULL ? at : -1;
      }
  }
  return sampled = { pack, view, columns, rows, cell };
}

function soleHolder(pack: ControlPack, held: Held, cell: number): number {
  const holding = held.holding[cell]!;
  if (holding < 0 || held.before[cell] !== CERTAIN) return -1;
  const many = pack.holderStart[holding + 1]! - pack.holderStart[holding]! > 1;
  return many && (pack.posture[holding] === CONTESTED || pack.posture[holding] === JOINT) ? -1 : pack.holder[pack.holderStart[holding]!]!;
}

/** For each cell one cell that stands for its connected area; −1 for cells of no single holder. */
function regions(pack: ControlPack, held: Held): Int32Array {
  const sole = new Int16Array(pack.cells), root = new Int32Array(pack.cells);
  for (let cell = 0; cell < pack.cells; cell++) root[cell] = (sole[cell] = soleHolder(pack, held, cell)) < 0 ? -1 : cell;
  const find = (cell: number): number => root[cell] === cell ? cell : root[cell] = find(root[cell]!);
  for (let edge = 0; edge < pack.edges; edge++) {
    const a = pack.edgeA[edge]!, b = pack.edgeB[edge]!;
    if (root[a]! < 0 || sole[a] !== sole[b]) continue;
    root[find(b)] = find(a);
  }
  return root.map(cell => cell < 0 ? -1 : find(cell));
}

/** The free box nearest to where the area is widest. */
function widest(pack: ControlPack, view: View, samples: Samples, region: Int32Array, root: number, width: number, height: number, taken: Taken): Box | null {
  const { columns, rows, cell } = samples;
  const inside = (column: number, row: number) => column >= 0 && row >= 0 && column < columns && row < rows && cell[row * columns + column]! >= 0 && region[cell[row * columns + column]!] === root;
  const spots: { x: number; y: number; room: number }[] = [];
  const fromX = Math.ceil(view.marginX / STEP), fromY = Math.ceil(view.marginY / STEP);
  for (let row = fromY; row < rows - fromY; row++)
    for (let column = fromX; column < columns - fromX; column++) {
      if (!inside(column, row)) continue;
      const across = run(column, row, 1, 0), upright = run(column, row, 0, 1);
      const room = Math.min(across * STEP * 2 / width, upright * STEP * 2 / height / 1.6);
      if (room >= 1) spots.push({ x: column * STEP + STEP / 2, y: row * STEP + STEP / 2, room: Math.min(room, 3) });
    }
  spots.sort((a, b) => b.room - a.room);
  const [best] = spots;
  if (!best) return null;
  for (const spot of spots) {
    if (Math.hypot(spot.x - best.x, spot.y - best.y) > MOVED_AT_MOST) continue;
    const box = { x: spot.x - width / 2, y: spot.y - height / 2, width, height };
    const onScreen = box.x >= view.marginX && box.y >= view.marginY && box.x + width <= view.width - view.marginX && box.y + height <= view.height - view.marginY;
    if (onScreen && taken.free(box, 2) && onOwnGround(box)) return box;
  }
  return null;

  /** Steps to the nearer end of the area in a direction, both ways. */
  function run(column: number, row: number, dx: number, dy: number): number {
    let steps = 0;
    while (steps < 40 && inside(column + dx * (steps + 1), row + dy * (steps + 1)) && inside(column - dx * (steps + 1), row - dy * (steps + 1))) steps++;
    return steps + 0.5;
  }

  /** The samples know nothing of the state border; the cells' own shapes do. */
  function onOwnGround(box: Box): boolean {
    const size = worldSize(view.zoom), { x: dx, y: dy } = offsetOf(view);
    return [[0.06, 0.5], [0.94, 0.5], [0.5, 0.1], [0.5, 0.9]].every(([fx, fy]) => {
      const at = cellAt(pack, latitudeOf(box.y + height * fy! - dy, size), longitudeOf(box.x + width * fx! - dx, size));
      return at >= 0 && region[at] === root;
    });
  }
}

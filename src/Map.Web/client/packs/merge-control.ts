// The control layer that stands and what has changed since, as one. Runs of cells between two changes are copied whole.

import type { ControlCells, ControlEdges } from './control-cells.ts';
import type { ControlChangePack } from './control-change-pack.ts';
import { putEdge, type ControlPack } from './control-pack.ts';

/** Cells first … last − 1 of one list; null: so many that are gone. */
interface Run { readonly of: ControlCells | null; readonly first: number; last: number }

/** The layer of now. Cells keep their numbers; those that are gone stand empty, at no point; new ones follow. */
export function mergeControl(standing: ControlPack, changes: ControlChangePack): ControlPack {
  if (changes.standingCells !== standing.cells || changes.standingEdges !== standing.edges || changes.standingHolders !== standing.holders.length)
    throw new Error('These changes belong to another control pack.');
  const cells = joined(runsOf(standing, changes));
  return {
    holders: [...standing.holders, ...changes.holders], plane: standing.plane, radius: standing.radius, fullShare: standing.fullShare, ages: standing.ages, to: changes.to,
    ...cells, ...edgesOf(standing, changes, cells),
  };
}

function runsOf(standing: ControlPack, changes: ControlChangePack): Run[] {
  const numbers = new Map<number, number>();
  standing.place.forEach((id, cell) => numbers.set(id, cell));
  const instead = new Map<number, number>(), added: number[] = [];
  changes.place.forEach((id, i) => {
    const cell = numbers.get(id);
    if (cell === undefined) added.push(i);
    else instead.set(cell, i);
  });
  const runs: Run[] = [], gone = new Set(changes.removed);
  const put = (of: ControlCells | null, cell: number) => {
    const run = runs.at(-1);
    if (run && run.of === of && run.last === cell) run.last++;
    else runs.push({ of, first: cell, last: cell + 1 });
  };
  for (let cell = 0; cell < standing.cells; cell++) {
    const other = instead.get(cell);
    if (gone.has(cell)) put(null, cell);
    else if (other === undefined) put(standing, cell);
    else put(changes, other);
  }
  for (const i of added) put(changes, i);
  return runs;
}

function joined(runs: readonly Run[]): ControlCells {
  const cells = runs.reduce((sum, { first, last }) => sum + last - first, 0);
  const polygons = starts(runs, cells, ({ polygonStart }) => polygonStart);
  const rings = within(polygons, ({ ringStart }) => ringStart), points = within(rings, ({ pointStart }) => pointStart);
  const holdings = starts(runs, cells, ({ holdingStart }) => holdingStart);
  const days = within(holdings, ({ claimStart }) => claimStart), holders = within(holdings, ({ holderStart }) => holderStart);
  const own: Level = { spans: runs.map(({ of, first, last }) => ({ of, from: first, to: last })), start: new Uint32Array(0), total: cells };
  const names = (list: (from: ControlCells) => readonly string[]) => runs.flatMap(({ of, first, last }) => of ? list(of).slice(first, last) : Array<string>(last - first).fill(''));
  return {
    cells,
    place: filled(own, new Float64Array(cells).fill(NaN), ({ place }) => place), lat: filled(own, new Float64Array(cells).fill(NaN), ({ lat }) => lat),
    lng: filled(own, new Float64Array(cells).fill(NaN), ({ lng }) => lng), name: names(({ name }) => name), nameAr: names(({ nameAr }) => nameAr),
    polygonStart: polygons.start, ringStart: rings.start, pointStart: points.start,
    x: filled(points, new Float64Array(points.total), ({ x }) => x), y: filled(points, new Float64Array(points.total), ({ y }) => y),
    holdingStart: holdings.start, may: filled(holdings, new Int32Array(holdings.total), ({ may }) => may), sure: filled(holdings, new Int32Array(holdings.total), ({ sure }) => sure),
    posture: filled(holdings, new Uint8Array(holdings.total), ({ posture }) => posture), claims: filled(holdings, new Uint16Array(holdings.total), ({ claims }) => claims),
    claimStart: days.start, claimDay: filled(days, new Int32Array(days.total), ({ claimDay }) => claimDay),
    holderStart: holders.start, holder: filled(holders, new Uint8Array(holders.total), ({ holder }) => holder),
  };
}

/** One level of the lists in lists: which stretches of each source it takes, where each list begins after joining, and how many items all have. */
interface Level {
  readonly spans: readonly { readonly of: ControlCells | null; readonly from: number; readonly to: number }[];
  readonly start: Uint32Array;
  readonly total: number;
}

function starts(runs: readonly Run[], cells: number, list: (from: ControlCells) => Uint32Array): Level {
  return level(runs.map(({ of, first, last }) => ({ of, from: first, to: last })), cells, list);
}

function within(outer: Level, list: (from: ControlCells) => Uint32Array): Level {
  return level(outer.spans, outer.total, list);
}

function level(outer: Level['spans'], count: number, list: (from: ControlCells) => Uint32Array): Level {
  const start = new Uint32Array(count + 1), spans: { of: ControlCells | null; from: number; to: number }[] = [];
  let at = 0, total = 0;
  for (const { of, from, to } of outer) {
    if (of === null) {
      spans.push({ of, from: 0, to: 0 });
      for (let i = from; i < to; i++) start[++at] = total;
      continue;
    }
    const begins = list(of), first = begins[from]!;
    for (let i = from; i < to; i++) start[++at] = total + begins[i + 1]! - first;
    spans.push({ of, from: first, to: begins[to]! });
    total += begins[to]! - first;
  }
  return { spans, start, total };
}

interface Numbers {
  set(from: ArrayLike<number>, at?: number): void;
  subarray(from: number, to: number): ArrayLike<number>;
}

function filled<T extends Numbers>({ spans }: Level, into: T, column: (from: ControlCells) => Numbers): T {
  let at = 0;
  for (const { of, from, to } of spans) {
    if (of) into.set(column(of).subarray(from, to), at);
    at += to - from;
  }
  return into;
}

function edgesOf(standing: ControlPack, changes: ControlChangePack, cells: ControlCells): ControlEdges {
  const lost = new Set(changes.lost), kept = Uint32Array.from({ length: standing.edges }, (_, edge) => edge).filter(edge => !lost.has(edge));
  const edges = kept.length + changes.edges;
  const column = <T extends Uint32Array | Float64Array | Uint8Array>(of: (from: ControlEdges) => T, into: T): T => {
    const from = of(standing);
    kept.forEach((edge, i) => { into[i] = from[edge]!; });
    into.set(of(changes), kept.length);
    return into;
  };
  const all: ControlEdges = {
    edges, edgeA: column(({ edgeA }) => edgeA, new Uint32Array(edges)), edgeB: column(({ edgeB }) => edgeB, new Uint32Array(edges)),
    edgeX1: column(({ edgeX1 }) => edgeX1, new Float64Array(edges)), edgeY1: column(({ edgeY1 }) => edgeY1, new Float64Array(edges)),
    edgeX2: column(({ edgeX2 }) => edgeX2, new Float64Array(edges)), edgeY2: column(({ edgeY2 }) => edgeY2, new Float64Array(edges)),
    edgeOnBorder: column(({ edgeOnBorder }) => edgeOnBorder, new Uint8Array(edges)),
  };
  for (let edge = kept.length; edge < edges; edge++) putEdge(all, edge, cells.lat[all.edgeA[edge]!]!, cells.lng[all.edgeA[edge]!]!);
  return all;
}

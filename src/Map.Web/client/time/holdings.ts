// How many places, and how much ground, each kind of holder had on every day: what the map shows, counted. A contested or shared place belongs to a
// band of its own and is not divided among its holders.

import { CERTAIN, stateOn } from '../layers/held.ts';
import { inBands, kindsOf, type Kind } from '../layers/kinds.ts';
import type { ControlPack } from '../packs/control-pack.ts';
import { OPEN_START } from './days.ts';
import { ringArea } from './ring-area.ts';

export interface Holdings {
  /** What is counted beside the ground. */
  readonly of: 'places' | 'zones';
  /** From the lowest band up: holders by their fixed order, then contested, then joint. */
  readonly bands: readonly Kind[];
  /** Row of a day, or −1 where nothing is said of it. */
  row(day: number): number;
  readonly rows: number;
  /** First and last day of which anything is said; OPEN_START and OPEN_END where that goes on. */
  readonly first: number;
  readonly last: number;
  /** Places of a band whose holder is certain, and those that are in the midst of a change of unknown day: index row × bands + band. */
  readonly certain: Int32Array;
  readonly perhaps: Int32Array;
  /** The same in hectares. */
  readonly certainArea: Float64Array;
  readonly perhapsArea: Float64Array;
  /** Of places all that were counted, said or not; of zones the most on any day, for nobody knows of how much a series does not speak. */
  readonly places: number;
  readonly area: number;
}

/** The ground counted of a thousand cells at a time takes a fraction of a frame. */
const SLICE = 1000;

export function holdings(pack: ControlPack, takes: (cell: number) => boolean): Holdings {
  const work = counting(pack, takes);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Counts in slices, so that no frame waits for them. */
export function* counting(pack: ControlPack, takes: (cell: number) => boolean): Generator<void, Holdings> {
  const kinds = kindsOf(pack), hectares = hectaresOf(pack), first = firstDay(pack) - 1, rows = Math.max(1, pack.to - first + 1);
  const cells: number[] = [], met = new Uint8Array(kinds.all.length);
  for (let cell = 0; cell < pack.cells; cell++) {
    if (!takes(cell)) continue;
    cells.push(cell);
    for (let holding = pack.holdingStart[cell]!; holding < pack.holdingStart[cell + 1]!; holding++) if (kinds.of[holding]! >= 0) met[kinds.of[holding]!] = 1;
  }
  const order = kinds.all.map((_, kind) => kind).filter(kind => met[kind] === 1).sort((a, b) => inBands(kinds.all[a]!, kinds.all[b]!)), bands = order.length;
  const bandOf = new Int32Array(kinds.all.length).fill(-1);
  order.forEach((kind, band) => { bandOf[kind] = band; });

  const certain = new Int32Array(rows * bands), perhaps = new Int32Array(rows * bands), certainArea = new Float64Array(rows * bands), perhapsArea = new Float64Array(rows * bands);
  const state = { holding: -1, before: CERTAIN, age: 0 };
  const rowOf = (day: number) => Math.max(0, day - first);
  let area = 0;

  /** A stretch of days through which a cell looks the same, but for its age. */
  function stretch(cell: number, from: number, to: number): void {
    if (from >= to || from > pack.to) return;
    stateOn(pack, kinds, cell, from, state);
    const band = state.holding < 0 ? -1 : bandOf[kinds.of[state.holding]!]!;
    if (band < 0) return;
    const [places, ground] = state.before === CERTAIN ? [certain, certainArea] : [perhaps, perhapsArea];
    const begin = rowOf(from) * bands + band, end = rowOf(to) * bands + band;
    places[begin]!++;
    ground[begin]! += hectares[cell]!;
    if (end >= places.length) return;
    places[end]!--;
    ground[end]! -= hectares[cell]!;
  }

  for (let i = 0; i < cells.length; i++) {
    const cell = cells[i]!;
    area += hectares[cell]!;
    for (let holding = pack.holdingStart[cell]!, last = pack.holdingStart[cell + 1]!; holding < last; holding++) {
      const from = pack.may[holding]!, next = holding + 1 < last ? pack.may[holding + 1]! : pack.to + 1, sure = Math.min(pack.sure[holding]!, next);
      stretch(cell, from, sure);
      stretch(cell, Math.max(from, sure), next);
    }
    if (i % SLICE === SLICE - 1) yield;
  }
  yield;
  for (const figures of [certain, perhaps, certainArea, perhapsArea]) for (let i = bands; i < figures.length; i++) figures[i]! += figures[i - bands]!;
  return { of: 'places', bands: order.map(kind => kinds.all[kind]!), row: day => day > pack.to ? -1 : rowOf(day), rows, first: OPEN_START, last: pack.to, certain, perhaps, certainArea, perhapsArea, places: cells.length, area };
}

function firstDay(pack: ControlPack): number {
  let first = pack.to;
  for (let holding = 0; holding < pack.may.length; holding++) {
    const may = pack.may[holding]!, begin = may === OPEN_START ? pack.sure[holding]! : may;
    if (begin < first) first = begin;
  }
  return first;
}

const measured = new WeakMap<ControlPack, Float64Array>();

/** Each cell's ground in hectares: whole ones, so that what is added up and taken away again leaves nothing behind. */
export function hectaresOf(pack: ControlPack): Float64Array {
  let areas = measured.get(pack);
  if (areas) return areas;
  measured.set(pack, areas = new Float64Array(pack.cells));
  for (let cell = 0; cell < pack.cells; cell++) {
    let km2 = 0;
    for (let polygon = pack.polygonStart[cell]!; polygon < pack.polygonStart[cell + 1]!; polygon++)
      for (let ring = pack.ringStart[polygon]!; ring < pack.ringStart[polygon + 1]!; ring++) {
        const part = ringArea(pack.x, pack.y, pack.pointStart[ring]!, pack.pointStart[ring + 1]!);
        km2 += ring === pack.ringStart[polygon] ? part : -part;
      }
    areas[cell] = Math.max(0, Math.round(km2 * 100));
  }
  return areas;
}

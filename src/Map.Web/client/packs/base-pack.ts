import { Bytes, Growing } from './bytes.ts';

/** Classes of shapes, in the order in which they are painted. */
export const SEA = 0, NEIGHBOUR = 1, SYRIA = 2, LAKE = 3, RIVER = 4, COAST = 5, STATE_BORDER = 6, DISPUTED_BORDER = 7, GOVERNORATE_LINE = 8, DISTRICT_LINE = 9, BUILT_UP = 10;
export const POLYGON = 0, LINE = 1;

/** The base map. Parts of shape s: partStart[s] … partStart[s + 1] − 1; points of part p: pointStart[p] …. Rings are not closed; fill them even-odd. */
export interface BasePack {
  readonly shapes: number;
  readonly class: Uint8Array;
  /** POLYGON or LINE. */
  readonly kind: Uint8Array;
  /** Natural Earth's rank, 0 = most important. */
  readonly rank: Uint8Array;
  readonly partStart: Uint32Array;
  readonly pointStart: Uint32Array;
  /** Degrees. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

export function readBasePack(file: ArrayBuffer): BasePack {
  const bytes = new Bytes(file, 'MBA1');
  const shapes = bytes.count();
  const classes = new Uint8Array(shapes), kind = new Uint8Array(shapes), rank = new Uint8Array(shapes), partStart = new Uint32Array(shapes + 1);
  const pointStart = [0], x = new Growing(), y = new Growing();
  for (let shape = 0; shape < shapes; shape++) {
    classes[shape] = bytes.byte();
    kind[shape] = bytes.byte();
    rank[shape] = bytes.varint();
    let px = 0, py = 0;
    for (let parts = bytes.count(); parts > 0; parts--) {
      for (let points = bytes.count(); points > 0; points--) {
        x.push((px += bytes.zigzag()) / 1e4);
        y.push((py += bytes.zigzag()) / 1e4);
      }
      pointStart.push(x.length);
    }
    partStart[shape + 1] = pointStart.length - 1;
  }
  bytes.end();
  return { shapes, class: classes, kind, rank, partStart, pointStart: Uint32Array.from(pointStart), x: x.done(), y: y.done() };
}

// Cells and edges as columns of numbers: what the control pack and its changes are made of.

import { Growing, type Bytes } from './bytes.ts';
import { OPEN_START } from './days.ts';

/**
 * Lists in lists are flat: the polygons of cell c are polygonStart[c] … polygonStart[c + 1] − 1, their rings ringStart[p] …,
 * a ring's points pointStart[r] …; its closing point is not repeated; the first ring of a polygon is its outer one.
 */
export interface ControlCells {
  readonly cells: number;
  /** NaN, like the point, where the cell is gone: it keeps its number, without ground or holdings. */
  readonly place: Float64Array;
  readonly lat: Float64Array;
  readonly lng: Float64Array;
  readonly name: readonly string[];
  readonly nameAr: readonly string[];

  readonly polygonStart: Uint32Array;
  readonly ringStart: Uint32Array;
  readonly pointStart: Uint32Array;
  /** Degrees. */
  readonly x: Float64Array;
  readonly y: Float64Array;

  /** Holdings of cell c: holdingStart[c] … holdingStart[c + 1] − 1, by day. */
  readonly holdingStart: Uint32Array;
  /** Day from which it may hold; never falls within a cell. OPEN_START where open. */
  readonly may: Int32Array;
  /** Day from which it certainly holds. */
  readonly sure: Int32Array;
  readonly posture: Uint8Array;
  readonly claims: Uint16Array;
  /** Days by which each claim of holding h has it certain, rising: claimDay[claimStart[h]] …. */
  readonly claimStart: Uint32Array;
  readonly claimDay: Int32Array;
  /** Holders of holding h: holder[holderStart[h]] …, the larger share first. None where the posture is LEFT. */
  readonly holderStart: Uint32Array;
  readonly holder: Uint8Array;
}

export interface ControlEdges {
  readonly edges: number;
  readonly edgeA: Uint32Array;
  readonly edgeB: Uint32Array;
  readonly edgeX1: Float64Array;
  readonly edgeY1: Float64Array;
  readonly edgeX2: Float64Array;
  readonly edgeY2: Float64Array;
  /** 1 where the edge runs along the state border: no front line there. */
  readonly edgeOnBorder: Uint8Array;
}

/** How an open start is written. */
const DISTANT = -25567;

export function readCells(bytes: Bytes): ControlCells {
  const cells = bytes.count();
  const place = new Float64Array(cells), lat = new Float64Array(cells), lng = new Float64Array(cells);
  const name: string[] = [], nameAr: string[] = [];
  const polygonStart = new Uint32Array(cells + 1), holdingStart = new Uint32Array(cells + 1);
  const ringStart = [0], pointStart = [0], x = new Growing(), y = new Growing();
  const may: number[] = [], sure: number[] = [], posture: number[] = [], claims: number[] = [], holderStart = [0], holder: number[] = [];
  const claimStart = [0], claimDay: number[] = [];

  for (let cell = 0; cell < cells; cell++) {
    place[cell] = bytes.varint();
    const row = bytes.zigzag(), column = bytes.zigzag();
    lat[cell] = row / 1e5;
    lng[cell] = column / 1e5;
    name.push(bytes.take(bytes.varint()));
    nameAr.push(bytes.take(bytes.varint()));

    let px = column, py = row;
    for (let polygons = bytes.count(); polygons > 0; polygons--) {
      for (let rings = bytes.count(); rings > 0; rings--) {
        for (let points = bytes.count(); points > 0; points--) {
          x.push((px += bytes.zigzag()) / 1e5);
          y.push((py += bytes.zigzag()) / 1e5);
        }
        pointStart.push(x.length);
      }
      ringStart.push(pointStart.length - 1);
    }
    polygonStart[cell + 1] = ringStart.length - 1;

    let day = 0;
    for (let holdings = bytes.count(); holdings > 0; holdings--) {
      day += bytes.zigzag();
      may.push(day <= DISTANT ? OPEN_START : day);
      sure.push(day + bytes.varint());
      posture.push(bytes.byte());
      for (let holding = bytes.byte(); holding > 0; holding--) holder.push(bytes.byte());
      holderStart.push(holder.length);
      const count = bytes.count();
      claims.push(count);
      for (let claim = 0, last = day; claim < count; claim++) claimDay.push(last += bytes.varint());
      claimStart.push(claimDay.length);
    }
    holdingStart[cell + 1] = may.length;
  }
  return {
    cells, place, lat, lng, name, nameAr,
    polygonStart, ringStart: Uint32Array.from(ringStart), pointStart: Uint32Array.from(pointStart), x: x.done(), y: y.done(),
    holdingStart, may: Int32Array.from(may), sure: Int32Array.from(sure), posture: Uint8Array.from(posture), claims: Uint16Array.from(claims),
    claimStart: Uint32Array.from(claimStart), claimDay: Int32Array.from(claimDay),
    holderStart: Uint32Array.from(holderStart), holder: Uint8Array.from(holder),
  };
}

/** As they are written: in units of the pack, against the place of their first cell. */
export function readEdges(bytes: Bytes): ControlEdges {
  const edges = bytes.count();
  const edgeA = new Uint32Array(edges), edgeB = new Uint32Array(edges), edgeOnBorder = new Uint8Array(edges);
  const edgeX1 = new Float64Array(edges), edgeY1 = new Float64Array(edges), edgeX2 = new Float64Array(edges), edgeY2 = new Float64Array(edges);
  for (let edge = 0; edge < edges; edge++) {
    edgeA[edge] = bytes.varint();
    edgeB[edge] = bytes.varint();
    const x = edgeX1[edge] = bytes.zigzag(), y = edgeY1[edge] = bytes.zigzag();
    edgeX2[edge] = x + bytes.zigzag();
    edgeY2[edge] = y + bytes.zigzag();
    edgeOnBorder[edge] = bytes.byte() & 1;
  }
  return { edges, edgeA, edgeB, edgeX1, edgeY1, edgeX2, edgeY2, edgeOnBorder };
}

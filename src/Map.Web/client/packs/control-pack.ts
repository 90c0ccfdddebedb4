import { Bytes, Growing } from './bytes.ts';
import { OPEN_START } from './days.ts';

export const postures = ['holds', 'contested', 'joint', 'besieged', 'left'] as const;
export const HOLDS = 0, CONTESTED = 1, JOINT = 2, BESIEGED = 3, LEFT = 4;

/**
 * Who held what. Lists in lists are flat: the polygons of cell c are polygonStart[c] … polygonStart[c + 1] − 1, their rings ringStart[p] …,
 * a ring's points pointStart[r] …; its closing point is not repeated; the first ring of a polygon is its outer one.
 */
export interface ControlPack {
  /** Ids of the holders; `holder` points here. */
  readonly holders: string[];
  /** The stated distance in metres: beyond it a place says nothing. */
  readonly radius: number;
  /** Last day the layer speaks of; after it nothing is answered. */
  readonly to: number;

  readonly cells: number;
  readonly place: Float64Array;
  readonly lat: Float64Array;
  readonly lng: Float64Array;
  readonly name: string[];
  readonly nameAr: string[];

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

/**
 * The last holding of a cell that may have begun by the day, or −1 before the first. Until `sure` of it has come, the holding
 * before it may still last. A holding with posture LEFT means nobody is known to hold the place. Days after `to` are the caller's to leave blank.
 */
export function holdingOn(pack: ControlPack, cell: number, day: number): number {
  let low = pack.holdingStart[cell]!, high = pack.holdingStart[cell + 1]!;
  const first = low;
  while (low < high) {
    const middle = (low + high) >> 1;
    if (pack.may[middle]! <= day) low = middle + 1;
    else high = middle;
  }
  return low === first ? -1 : low - 1;
}

/** Day of the last claim that stands behind a holding on a day; before its first claim is certain, the day it may begin. */
export function lastClaimOn(pack: ControlPack, holding: number, day: number): number {
  let last = pack.may[holding]!;
  for (let i = pack.claimStart[holding]!; i < pack.claimStart[holding + 1]! && pack.claimDay[i]! <= day; i++) last = pack.claimDay[i]!;
  return last;
}

/** How an open start is written. */
const DISTANT = -25567;

export function readControlPack(file: ArrayBuffer): ControlPack {
  const bytes = new Bytes(file, 'MCT1');
  const holders: string[] = [];
  for (let left = bytes.count(); left > 0; left--) holders.push(bytes.take(bytes.byte()));
  const radius = bytes.varint();
  const to = bytes.zigzag();
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

  const edges = bytes.count();
  const edgeA = new Uint32Array(edges), edgeB = new Uint32Array(edges), edgeOnBorder = new Uint8Array(edges);
  const edgeX1 = new Float64Array(edges), edgeY1 = new Float64Array(edges), edgeX2 = new Float64Array(edges), edgeY2 = new Float64Array(edges);
  for (let edge = 0; edge < edges; edge++) {
    const a = edgeA[edge] = bytes.varint();
    edgeB[edge] = bytes.varint();
    let px = Math.round(lng[a]! * 1e5), py = Math.round(lat[a]! * 1e5);
    edgeX1[edge] = (px += bytes.zigzag()) / 1e5;
    edgeY1[edge] = (py += bytes.zigzag()) / 1e5;
    edgeX2[edge] = (px += bytes.zigzag()) / 1e5;
    edgeY2[edge] = (py += bytes.zigzag()) / 1e5;
    edgeOnBorder[edge] = bytes.byte() & 1;
  }
  bytes.end();

  return {
    holders, radius, to, cells, place, lat, lng, name, nameAr,
    polygonStart, ringStart: Uint32Array.from(ringStart), pointStart: Uint32Array.from(pointStart), x: x.done(), y: y.done(),
    holdingStart, may: Int32Array.from(may), sure: Int32Array.from(sure), posture: Uint8Array.from(posture), claims: Uint16Array.from(claims),
    claimStart: Uint32Array.from(claimStart), claimDay: Int32Array.from(claimDay),
    holderStart: Uint32Array.from(holderStart), holder: Uint8Array.from(holder),
    edges, edgeA, edgeB, edgeX1, edgeY1, edgeX2, edgeY2, edgeOnBorder,
  };
}

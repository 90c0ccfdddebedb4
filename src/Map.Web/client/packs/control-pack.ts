import { Bytes } from './bytes.ts';
import { readCells, readEdges, type ControlCells, type ControlEdges } from './control-cells.ts';

export const postures = ['holds', 'contested', 'joint', 'besieged', 'left'] as const;
export const HOLDS = 0, CONTESTED = 1, JOINT = 2, BESIEGED = 3, LEFT = 4;

/** Who held what. */
export interface ControlPack extends ControlCells, ControlEdges {
  /** Ids of the holders; `holder` points here. */
  readonly holders: readonly string[];
  /** How wide a degree of longitude is on the plane that cells are made on, as a share of a degree of latitude. */
  readonly plane: number;
  /** The stated distance in metres: beyond it a place says nothing. */
  readonly radius: number;
  /** Share of the distance up to which ground is drawn at full strength. */
  readonly fullShare: number;
  /** Days since the last claim after which ground is shaded as older, step by step. */
  readonly ages: readonly number[];
  /** Last day the layer speaks of; after it nothing is answered. */
  readonly to: number;
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

export function readControlPack(file: ArrayBuffer): ControlPack {
  const bytes = new Bytes(file, 'MCT3');
  const holders = readHolders(bytes);
  const plane = bytes.varint() / 1e6, radius = bytes.varint(), fullShare = bytes.byte() / 100;
  const ages = Array.from({ length: bytes.count() }, () => bytes.varint());
  const to = bytes.zigzag();
  const cells = readCells(bytes), edges = readEdges(bytes);
  bytes.end();
  for (let edge = 0; edge < edges.edges; edge++) putEdge(edges, edge, cells.lat[edges.edgeA[edge]!]!, cells.lng[edges.edgeA[edge]!]!);
  return { holders, plane, radius, fullShare, ages, to, ...cells, ...edges };
}

export function readHolders(bytes: Bytes): string[] {
  return Array.from({ length: bytes.count() }, () => bytes.take(bytes.byte()));
}

/** Edges are written against the place of their first cell, and read so: this puts one where it lies. */
export function putEdge(edges: ControlEdges, edge: number, lat: number, lng: number): void {
  const x = Math.round(lng * 1e5), y = Math.round(lat * 1e5);
  edges.edgeX1[edge] = (x + edges.edgeX1[edge]!) / 1e5;
  edges.edgeY1[edge] = (y + edges.edgeY1[edge]!) / 1e5;
  edges.edgeX2[edge] = (x + edges.edgeX2[edge]!) / 1e5;
  edges.edgeY2[edge] = (y + edges.edgeY2[edge]!) / 1e5;
}

import { Bytes } from './bytes.ts';
import { readCells, readEdges, type ControlCells, type ControlEdges } from './control-cells.ts';
import { readHolders } from './control-pack.ts';

/** How the control layer differs from that of the control pack. */
export interface ControlChangePack extends ControlCells, ControlEdges {
  /** Cells, edges and holders of the control pack that is meant. */
  readonly standingCells: number;
  readonly standingEdges: number;
  readonly standingHolders: number;
  readonly to: number;
  /** Holders that the control pack has not, numbered on from its own. */
  readonly holders: readonly string[];
  /** Numbers of the cells that are gone, rising. */
  readonly removed: Uint32Array;
  /** Indexes of the edges that are gone, rising. */
  readonly lost: Uint32Array;
}

/** Its edges are as they are written: in units of the pack, against the place of their first cell, by the numbers after the change. */
export function readControlChangePack(file: ArrayBuffer): ControlChangePack {
  const bytes = new Bytes(file, 'MCC1');
  const rising = () => {
    let before = 0;
    return Uint32Array.from({ length: bytes.count() }, () => before += bytes.varint());
  };
  const standingCells = bytes.varint(), standingEdges = bytes.varint(), standingHolders = bytes.varint(), to = bytes.zigzag();
  const holders = readHolders(bytes), removed = rising(), cells = readCells(bytes), lost = rising(), edges = readEdges(bytes);
  bytes.end();
  return { standingCells, standingEdges, standingHolders, to, holders, removed, lost, ...cells, ...edges };
}

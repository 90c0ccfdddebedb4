// Who held each cell on a day: the control layer's answer, before any drawing.

import { BESIEGED, CONTESTED, HOLDS, holdingOn, JOINT, lastClaimOn, LEFT, type ControlPack } from '../packs/index.ts';

/** After so many days without a newer claim a fill is dotted. */
export const OLD_AFTER = 730;

/** The state of every cell on one day. Arrays are read only and reused from day to day. */
export interface Held {
  readonly day: number;
  /** Holding that stands, or −1 where the map says nothing. */
  readonly holding: Int32Array;
  /** Holding that may still last while the change to `holding` is not yet certain: −1 none, −2 the change is certain. */
  readonly before: Int32Array;
  readonly old: Uint8Array;
  /** Goes up when any cell differs from the day before. */
  readonly version: number;
}

export const CERTAIN = -2;

export interface HeldCells extends Held {
  /** Moves to a day; the cells that now look different. */
  move(day: number): readonly number[];
}

export function heldCells(pack: ControlPack): HeldCells {
  const holding = new Int32Array(pack.cells).fill(-1);
  const before = new Int32Array(pack.cells).fill(CERTAIN);
  const old = new Uint8Array(pack.cells);
  let at = -Infinity, version = 0;
  return {
    holding, before, old,
    get day() { return at; },
    get version() { return version; },
    move(day) {
      const changed: number[] = [];
      if (day === at) return changed;
      at = day;
      for (let cell = 0; cell < pack.cells; cell++) {
        const [now, earlier, aged] = stateOf(pack, cell, day);
        if (now === holding[cell] && earlier === before[cell] && aged === old[cell]) continue;
        holding[cell] = now;
        before[cell] = earlier;
        old[cell] = aged;
        changed.push(cell);
      }
      if (changed.length > 0) version++;
      return changed;
    },
  };
}

/** Holding, the one before it while the change is uncertain, and whether the claim is old. */
function stateOf(pack: ControlPack, cell: number, day: number): [number, number, 0 | 1] {
  if (day > pack.to) return [-1, CERTAIN, 0];
  const found = holdingOn(pack, cell, day);
  if (found < 0) return [-1, CERTAIN, 0];
  const uncertain = day < pack.sure[found]!;
  const earlier = found > pack.holdingStart[cell]! && known(pack, found - 1) ? found - 1 : -1;
  if (!known(pack, found)) return uncertain && earlier >= 0 ? [-1, earlier, 0] : [-1, CERTAIN, 0];
  if (uncertain && (earlier < 0 || !alike(pack, earlier, found))) return [found, earlier, 0];
  return [found, CERTAIN, !uncertain && day - lastClaimOn(pack, found, day) > OLD_AFTER ? 1 : 0];
}

/** A party that left and named no successor holds nothing. */
function known(pack: ControlPack, holding: number): boolean {
  return pack.posture[holding] !== LEFT && pack.holderStart[holding + 1]! > pack.holderStart[holding]!;
}

/** The same parties in the same way: no line is drawn between such cells. */
export function alike(pack: ControlPack, a: number, b: number): boolean {
  if (shared(pack.posture[a]!) !== shared(pack.posture[b]!)) return false;
  const one = owners(pack, a), other = owners(pack, b);
  return one.length === other.length && one.every(holder => other.includes(holder));
}

/** Besieged or not, the holder is the same; contested and joint are kinds of their own. */
const shared = (posture: number) => posture === BESIEGED ? HOLDS : posture;

/** Indices of the holders who have the place: all of a contested or joint one, the first of any other. */
export function owners(pack: ControlPack, holding: number): number[] {
  const from = pack.holderStart[holding]!;
  const to = pack.posture[holding] === CONTESTED || pack.posture[holding] === JOINT ? pack.holderStart[holding + 1]! : Math.min(from + 1, pack.holderStart[holding + 1]!);
  return [...pack.holder.subarray(from, to)];
}

/** The second party named by a besieged place, or −1. */
export function besieger(pack: ControlPack, holding: number): number {
  return pack.posture[holding] === BESIEGED && pack.holderStart[holding + 1]! - pack.holderStart[holding]! > 1 ? pack.holder[pack.holderStart[holding]! + 1]! : -1;
}

/** Fixed order of holders; what is not in it follows by name. */
const ORDER = ['government-of-syria', 'hts', 'opposition', 'sna', 'sdf', 'islamic-state', 'ahrar-al-sham', 'turkey'];

export function inOrder(a: string, b: string): number {
  const place = (id: string) => { const at = ORDER.indexOf(id); return at < 0 ? ORDER.length : at; };
  return place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Ids of every holder named on the day by a standing holding, or by the one before it while the change is uncertain, in the fixed order. */
export function holdersOn(pack: ControlPack, held: Held): string[] {
  const found = new Set<number>();
  for (let cell = 0; cell < pack.cells; cell++)
    for (const holding of [held.holding[cell]!, held.before[cell]!])
      if (holding >= 0) for (const holder of owners(pack, holding)) found.add(holder);
  return [...found].map(holder => pack.holders[holder]!).sort(inOrder);
}

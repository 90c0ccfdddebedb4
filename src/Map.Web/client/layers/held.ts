// Who held each cell on a day: the control layer's answer, before any drawing. A step of time looks only at the cells that may change in it.

import { BESIEGED, holdingOn, lastClaimOn, type ControlPack } from '../packs/index.ts';
import { inOrder, kindsOf, owners, type Kinds } from './kinds.ts';
import { turnsOf } from './turns.ts';

/** The state of every cell on one day. Arrays are read only and reused from day to day. */
export interface Held {
  readonly day: number;
  /** Holding that stands, or −1 where the map says nothing. */
  readonly holding: Int32Array;
  /** Holding that may still last while the change to `holding` is not yet certain: −1 none, −2 the change is certain. */
  readonly before: Int32Array;
  /** How many of the pack's ages have gone by since the last claim. */
  readonly age: Uint8Array;
  /** Goes up when any cell differs from the day before. */
  readonly version: number;
}

export const CERTAIN = -2;

export interface HeldCells extends Held {
  /** Moves to a day; the cells that now look different. */
  move(day: number): readonly number[];
  /** Ids of every holder named on the day by a standing holding, or by the one before it while the change is uncertain, in the fixed order. */
  holders(): readonly string[];
}

export function heldCells(pack: ControlPack): HeldCells {
  const kinds = kindsOf(pack), turns = turnsOf(pack);
  const holding = new Int32Array(pack.cells).fill(-1), before = new Int32Array(pack.cells).fill(CERTAIN), age = new Uint8Array(pack.cells);
  const looked = new Uint32Array(pack.cells), cell = { holding: -1, before: CERTAIN, age: 0 };
  // How many cells name a holder: counted along, for to count anew costs more than a step of time.
  const named = new Int32Array(pack.holders.length), ownersOf: (readonly number[] | undefined)[] = [];
  let at: number | null = null, version = 0, look = 0, namedAt = -1, inNamed: readonly string[] = [];

  function name(which: number, by: number): void {
    if (which < 0) return;
    for (const holder of ownersOf[which] ??= owners(pack, which)) named[holder]! += by;
  }

  function turn(which: number, day: number, changed: number[]): void {
    stateOn(pack, kinds, which, day, cell);
    if (cell.holding === holding[which] && cell.before === before[which] && cell.age === age[which]) return;
    if (cell.holding !== holding[which]) { name(holding[which]!, -1); name(cell.holding, 1); }
    if (cell.before !== before[which]) { name(before[which]!, -1); name(cell.before, 1); }
    holding[which] = cell.holding;
    before[which] = cell.before;
    age[which] = cell.age;
    changed.push(which);
  }

  return {
    holding, before, age,
    get day() { return at ?? -Infinity; },
    get version() { return version; },
    move(day) {
      const changed: number[] = [];
      if (day === at) return changed;
      const from = at === null ? 0 : turns.after(Math.min(at, day)), to = at === null ? 0 : turns.after(Math.max(at, day));
      if (at === null || to - from > pack.cells) for (let which = 0; which < pack.cells; which++) turn(which, day, changed);
      else {
        look++;
        for (let i = from; i < to; i++) {
          const which = turns.cell[i]!;
          if (looked[which] === look) continue;
          looked[which] = look;
          turn(which, day, changed);
        }
      }
      at = day;
      if (changed.length > 0) version++;
      return changed;
    },
    holders() {
      if (namedAt !== version) {
        namedAt = version;
        inNamed = pack.holders.filter((_, holder) => named[holder]! > 0).sort(inOrder);
      }
      return inNamed;
    },
  };
}

export interface CellState { holding: number; before: number; age: number }

/** A cell's state on a day, as Held tells it. */
export function stateOn(pack: ControlPack, kinds: Kinds, cell: number, day: number, into: CellState): void {
  into.holding = -1;
  into.before = CERTAIN;
  into.age = 0;
  if (day > pack.to) return;
  const found = holdingOn(pack, cell, day);
  if (found < 0) return;
  const uncertain = day < pack.sure[found]!;
  const earlier = found > pack.holdingStart[cell]! && kinds.of[found - 1]! >= 0 ? found - 1 : -1;
  if (kinds.of[found]! < 0) {
    if (uncertain) into.before = earlier >= 0 ? earlier : CERTAIN;
    return;
  }
  into.holding = found;
  if (uncertain && (earlier < 0 || kinds.of[earlier] !== kinds.of[found])) into.before = earlier;
  else if (!uncertain) into.age = ageOf(pack, day - lastClaimOn(pack, found, day));
}

function ageOf({ ages }: ControlPack, days: number): number {
  let age = 0;
  while (age < ages.length && days > ages[age]!) age++;
  return age;
}

/** The second party named by a besieged place, or −1. */
export function besieger(pack: ControlPack, holding: number): number {
  return pack.posture[holding] === BESIEGED && pack.holderStart[holding + 1]! - pack.holderStart[holding]! > 1 ? pack.holder[pack.holderStart[holding]! + 1]! : -1;
}

// The kinds of holding there are: who, and in which way. Two cells of one kind look alike, and no front line runs between them.

import { CONTESTED, HOLDS, JOINT, LEFT, type ControlPack } from '../packs/control-pack.ts';

export interface Kind {
  /** HOLDS (besieged or not), CONTESTED or JOINT. */
  readonly posture: number;
  /** Ids of the holders, in the order in which the first such holding names them. */
  readonly holders: readonly string[];
}

export interface Kinds {
  readonly all: readonly Kind[];
  /** Per holding the index of its kind; −1 where nobody is known to hold the place. */
  readonly of: Int16Array;
}

const known = new WeakMap<ControlPack, Kinds>();

export function kindsOf(pack: ControlPack): Kinds {
  let kinds = known.get(pack);
  if (!kinds) known.set(pack, kinds = read(pack));
  return kinds;
}

function read(pack: ControlPack): Kinds {
  const all: Kind[] = [], of = new Int16Array(pack.posture.length), places = new Map<string, number>();
  for (let holding = 0; holding < of.length; holding++) {
    const who = pack.posture[holding] === LEFT ? [] : owners(pack, holding);
    if (who.length === 0) { of[holding] = -1; continue; }
    const posture = who.length > 1 ? pack.posture[holding]! : HOLDS;
    const key = `${posture} ${[...who].sort((a, b) => a - b).join()}`;
    let place = places.get(key);
    if (place === undefined) {
      places.set(key, place = all.length);
      all.push({ posture, holders: who.map(holder => pack.holders[holder]!) });
    }
    of[holding] = place;
  }
  return { all, of };
}

/** The same parties in the same way. The order of partners makes no difference. */
export function alike(pack: ControlPack, a: number, b: number): boolean {
  const { of } = kindsOf(pack);
  return of[a] === of[b];
}

/** Indices of the holders who have the place: all of a contested or joint one, the first of any other. */
export function owners(pack: ControlPack, holding: number): number[] {
  const from = pack.holderStart[holding]!;
  const to = pack.posture[holding] === CONTESTED || pack.posture[holding] === JOINT ? pack.holderStart[holding + 1]! : Math.min(from + 1, pack.holderStart[holding + 1]!);
  return [...pack.holder.subarray(from, to)];
}

/** Fixed order of holders; what is not in it follows by name. */
const ORDER = ['government-of-syria', 'hts', 'opposition', 'sna', 'sdf', 'islamic-state', 'ahrar-al-sham', 'turkey'];

export function inOrder(a: string, b: string): number {
  const place = (id: string) => { const at = ORDER.indexOf(id); return at < 0 ? ORDER.length : at; };
  return place(a) - place(b) || (a < b ? -1 : a > b ? 1 : 0);
}

/** Order of the bands of a chart, from below: holders alone, then what is contested, then what is shared. */
export function inBands(a: Kind, b: Kind): number {
  const rank = ({ posture }: Kind) => posture === HOLDS ? 0 : posture === CONTESTED ? 1 : 2;
  const by = rank(a) - rank(b);
  if (by !== 0) return by;
  const one = [...a.holders].sort(inOrder), other = [...b.holders].sort(inOrder);
  for (let i = 0; i < Math.min(one.length, other.length); i++) if (one[i] !== other[i]) return inOrder(one[i]!, other[i]!);
  return one.length - other.length;
}

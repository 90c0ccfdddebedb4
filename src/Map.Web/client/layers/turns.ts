// The days on which cells may come to look different, in order: a step of time then costs what changes in it, and not what there is.

import { OPEN_START, type ControlPack } from '../packs/index.ts';

export interface Turns {
  /** Rising. */
  readonly day: Int32Array;
  readonly cell: Uint32Array;
  /** Index of the first turn after a day. */
  after(day: number): number;
}

const known = new WeakMap<ControlPack, Turns>();

export function turnsOf(pack: ControlPack): Turns {
  let turns = known.get(pack);
  if (!turns) known.set(pack, turns = find(pack));
  return turns;
}

function find(pack: ControlPack): Turns {
  let days = new Int32Array(pack.posture.length * 4 + 16), cells = new Uint32Array(days.length), count = 0;

  function add(day: number, cell: number): void {
    if (day === OPEN_START || day > pack.to) return;
    if (count === days.length) {
      const more = new Int32Array(count * 2), moreCells = new Uint32Array(count * 2);
      more.set(days);
      moreCells.set(cells);
      days = more;
      cells = moreCells;
    }
    days[count] = day;
    cells[count++] = cell;
  }

  for (let cell = 0; cell < pack.cells; cell++)
    for (let holding = pack.holdingStart[cell]!, last = pack.holdingStart[cell + 1]!; holding < last; holding++) {
      const next = holding + 1 < last ? pack.may[holding + 1]! : pack.to + 1;
      add(pack.may[holding]!, cell);
      if (pack.sure[holding]! < next) add(pack.sure[holding]!, cell);
      let said = pack.may[holding]!;
      for (let claim = pack.claimStart[holding]!; claim <= pack.claimStart[holding + 1]!; claim++) {
        const until = claim < pack.claimStart[holding + 1]! ? Math.min(next, pack.claimDay[claim]!) : next;
        for (const old of pack.ages) if (said !== OPEN_START && said + old + 1 < until) add(said + old + 1, cell);
        // A new claim makes a place young again.
        if (until < next) add(until, cell);
        said = until;
      }
    }
  return inOrder(days.subarray(0, count), cells, pack);
}

/** Counting sort: a hundred thousand turns take some milliseconds, once. The layer's end is a turn of every cell. */
function inOrder(days: Int32Array, cells: Uint32Array, pack: ControlPack): Turns {
  let low = pack.to;
  for (const day of days) if (day < low) low = day;
  const starts = new Uint32Array(pack.to - low + 3);
  for (const day of days) starts[day - low + 1]!++;
  for (let i = 1; i < starts.length; i++) starts[i]! += starts[i - 1]!;
  const day = new Int32Array(days.length + pack.cells), cell = new Uint32Array(day.length);
  const next = starts.slice();
  for (let i = 0; i < days.length; i++) {
    const spot = next[days[i]! - low]!++;
    day[spot] = days[i]!;
    cell[spot] = cells[i]!;
  }
  for (let i = 0; i < pack.cells; i++) {
    day[days.length + i] = pack.to + 1;
    cell[days.length + i] = i;
  }
  return {
    day, cell,
    after: moment => moment < low ? 0 : moment > pack.to ? day.length : starts[moment - low + 1]!,
  };
}

import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { OPEN_END, OPEN_START } from '../../src/Map.Web/client/time/days.ts';
import { CERTAIN, happening, NONE, POSSIBLE, type EventSpans } from '../../src/Map.Web/client/time/happening.ts';
import { seeded } from './random.ts';

const types = ['clash', 'strike', 'politics'];

function bits(flags: readonly boolean[]): Uint8Array {
  const bytes = new Uint8Array((flags.length + 7) >> 3);
  flags.forEach((flag, row) => { if (flag) bytes[row >> 3]! |= 1 << (row & 7); });
  return bytes;
}

function randomPack(seed: number, count: number): EventSpans {
  const random = seeded(seed);
  const rows = Array.from({ length: count }, () => {
    const e = 17_000 + random.whole(400);
    const kind = random.whole(10);
    const length = kind < 6 ? 0 : random.whole(kind === 6 ? 200 : 12);
    return {
      earliest: kind === 8 ? OPEN_START : e, latest: kind === 9 ? OPEN_END : e + length,
      lasted: random.whole(3) === 0, place: random.whole(9), type: random.whole(types.length), stands: e + (kind === 8 ? length : 0),
    };
  }).sort((a, b) => a.stands - b.stands);
  return {
    count, types,
    earliest: Int32Array.from(rows, r => r.earliest), latest: Int32Array.from(rows, r => r.latest), lasted: bits(rows.map(r => r.lasted)),
    place: Uint16Array.from(rows, r => r.place), type: Uint8Array.from(rows, r => r.type), placeLat: { length: 9 },
  };
}

function counted(pack: EventSpans, from: number, to: number, chosen: readonly string[] | null, kept: Uint8Array | null = null) {
  const state = new Uint8Array(pack.count), placeCertain = new Uint32Array(9), placePossible = new Uint32Array(9);
  for (let row = 0; row < pack.count; row++) {
    const e = pack.earliest[row]!, l = pack.latest[row]!;
    if (chosen !== null && !chosen.includes(types[pack.type[row]!]!)) continue;
    if (kept !== null && kept[row] === 0) continue;
    const overlaps = e <= to && from <= l, lasting = (pack.lasted[row >> 3]! >> (row & 7) & 1) === 1 && e !== OPEN_START && l !== OPEN_END;
    const sure = overlaps && (lasting || from <= e && l <= to);
    if (sure) placeCertain[pack.place[row]!]!++; else if (overlaps) placePossible[pack.place[row]!]!++;
    state[row] = sure ? CERTAIN : overlaps ? POSSIBLE : NONE;
  }
  return { state, placeCertain, placePossible };
}

test('Counts agree with a count of every row, after any walk of steps, jumps, windows, type and other filters', () => {
  for (let seed = 1; seed <= 12; seed++) {
    const pack = randomPack(seed, 500), live = happening(pack), random = seeded(seed * 97);
    let day = 17_100, length = 30, window = 'length', chosen: string[] | null = null, kept: Uint8Array | null = null;
    for (let step = 0; step < 200; step++) {
      const move = random.whole(13);
      if (move < 5) day += random.whole(9) - 4;
      else if (move < 7) day = 16_900 + random.whole(800);
      else if (move < 9) length = 1 + random.whole(120);
      else if (move === 9) window = ['length', 'all', 'from'][random.whole(3)]!;
      else if (move === 10) { chosen = random.whole(3) === 0 ? null : types.filter(() => random.whole(2) === 0); live.setTypes(chosen); }
      else if (move === 11) live.setKept(kept = random.whole(3) === 0 ? null : Uint8Array.from({ length: pack.count }, () => random.whole(2)));
      const from = window === 'all' ? OPEN_START : window === 'from' ? day : day - length + 1, to = window === 'from' ? OPEN_END : day;
      live.setWindow(from, to);
      const right = counted(pack, from, to, chosen, kept);
      deepEqual(live.state, right.state, `states, seed ${seed} step ${step}`);
      deepEqual(live.placeCertain, right.placeCertain);
      deepEqual(live.placePossible, right.placePossible);
      equal(live.certain, right.placeCertain.reduce((a, b) => a + b, 0));
      equal(live.possible, right.placePossible.reduce((a, b) => a + b, 0));
    }
  }
});

test('An event that lasted is certain on every day of it, one day within the same days on none but in a window that holds them all', () => {
  const pack: EventSpans = {
    count: 2, types, earliest: Int32Array.of(100, 100), latest: Int32Array.of(109, 109), lasted: bits([true, false]),
    place: Uint16Array.of(0, 0), type: Uint8Array.of(0, 0), placeLat: { length: 1 },
  };
  const live = happening(pack);
  for (let day = 100; day <= 109; day++) {
    live.setWindow(day, day);
    deepEqual([...live.state], [CERTAIN, POSSIBLE], `on day ${day}`);
  }
  for (const day of [99, 110]) {
    live.setWindow(day, day);
    deepEqual([...live.state], [NONE, NONE], `on day ${day}`);
  }
  live.setWindow(100, 109);
  deepEqual([...live.state], [CERTAIN, CERTAIN]);
});

test('An open end is never certain, an open start only in all so far', () => {
  const pack: EventSpans = {
    count: 2, types, earliest: Int32Array.of(OPEN_START, 100), latest: Int32Array.of(50, OPEN_END), lasted: bits([true, true]),
    place: Uint16Array.of(0, 0), type: Uint8Array.of(0, 0), placeLat: { length: 1 },
  };
  const live = happening(pack);
  live.setWindow(40, 120);
  deepEqual([...live.state], [POSSIBLE, POSSIBLE]);
  live.setWindow(OPEN_START, 120);
  deepEqual([...live.state], [CERTAIN, POSSIBLE]);
});

test('The next and the last event outside a window are found by type', () => {
  const pack: EventSpans = {
    count: 4, types, earliest: Int32Array.of(10, 20, 30, 40), latest: Int32Array.of(12, 20, 35, 40), lasted: new Uint8Array(1),
    place: Uint16Array.of(0, 0, 0, 0), type: Uint8Array.of(0, 1, 0, 1), placeLat: { length: 1 },
  };
  const live = happening(pack);
  equal(live.dayAfter(12), 20);
  equal(live.dayBefore(20), 12);
  live.setTypes(['clash']);
  equal(live.dayAfter(12), 30);
  equal(live.dayAfter(30), null);
  equal(live.dayBefore(12), null);
});

test('An empty pack has nothing happening', () => {
  const live = happening({ count: 0, types: [], earliest: new Int32Array(), latest: new Int32Array(), lasted: new Uint8Array(), place: new Uint16Array(), type: new Uint8Array(), placeLat: { length: 0 } });
  live.setWindow(0, 100);
  equal(live.certain + live.possible, 0);
  equal(live.dayAfter(0), null);
});

test('The version goes up with a change and only then', () => {
  const live = happening(randomPack(5, 50));
  live.setWindow(17_000, 17_030);
  const first = live.version;
  live.setWindow(17_000, 17_030);
  equal(live.version, first);
  live.setWindow(17_001, 17_031);
  ok(live.version > first);
});

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { besieger, CERTAIN, heldCells, stateOn } from '../../src/Map.Web/client/layers/held.ts';
import { alike, inOrder, kindsOf } from '../../src/Map.Web/client/layers/kinds.ts';
import { seeded } from './random.ts';
import { BESIEGED, CONTESTED, HOLDS, JOINT, LEFT, OPEN_START, type ControlPack } from '../../src/Map.Web/client/packs/index.ts';

interface Said { readonly may: number; readonly sure?: number; readonly posture?: number; readonly by: readonly number[] }

/** A pack of cells without shapes. */
function packOf(holders: string[], to: number, cells: readonly (readonly Said[])[], edges: readonly (readonly [number, number])[] = []): ControlPack {
  const all = cells.flat();
  const starts = <T>(lists: readonly (readonly T[])[]) => Uint32Array.from(lists.reduce((sums, list) => [...sums, sums.at(-1)! + list.length], [0]));
  const none = new Float64Array(edges.length), zero = new Float64Array(cells.length);
  return {
    holders, plane: 0.82, radius: 20_000, fullShare: 0.76, ages: [365, 730, 1826], to, cells: cells.length, place: zero, lat: zero, lng: zero, name: [], nameAr: [],
    polygonStart: new Uint32Array(cells.length + 1), ringStart: new Uint32Array(1), pointStart: new Uint32Array(1), x: none, y: none,
    holdingStart: starts(cells), may: Int32Array.from(all, said => said.may), sure: Int32Array.from(all, said => said.sure ?? said.may),
    posture: Uint8Array.from(all, said => said.posture ?? HOLDS), claims: new Uint16Array(all.length).fill(1),
    claimStart: Uint32Array.from({ length: all.length + 1 }, (_, i) => i), claimDay: Int32Array.from(all, said => said.sure ?? said.may),
    holderStart: starts(all.map(said => said.by)), holder: Uint8Array.from(all.flatMap(said => [...said.by])),
    edges: edges.length, edgeA: Uint32Array.from(edges, edge => edge[0]), edgeB: Uint32Array.from(edges, edge => edge[1]),
    edgeX1: none, edgeY1: none, edgeX2: none, edgeY2: none, edgeOnBorder: new Uint8Array(edges.length),
  };
}

const names = ['sdf', 'hts', 'government-of-syria', 'a-militia'];

test('A place says nothing before its first claim and nothing after the last day of the layer', () => {
  const held = heldCells(packOf(names, 200, [[{ may: 100, by: [0] }]]));
  for (const [day, expected] of [[99, -1], [100, 0], [200, 0], [201, -1]] as const) {
    held.move(day);
    assert.equal(held.holding[0], expected, `day ${day}`);
  }
});

test('Between the earliest and the latest day of a change both holders are there', () => {
  const held = heldCells(packOf(names, 500, [[{ may: OPEN_START, sure: 0, by: [2] }, { may: 100, sure: 110, by: [1] }]]));
  held.move(99);
  assert.deepEqual([held.holding[0], held.before[0]], [0, CERTAIN]);
  held.move(105);
  assert.deepEqual([held.holding[0], held.before[0]], [1, 0]);
  held.move(110);
  assert.deepEqual([held.holding[0], held.before[0]], [1, CERTAIN]);
});

test('A first holding of unknown day has nothing on its left half', () => {
  const held = heldCells(packOf(names, 500, [[{ may: 100, sure: 110, by: [1] }]]));
  held.move(105);
  assert.deepEqual([held.holding[0], held.before[0]], [0, -1]);
});

test('A party that left and named no successor leaves the place blank', () => {
  const held = heldCells(packOf(names, 500, [[{ may: 10, by: [0] }, { may: 100, posture: LEFT, by: [] }]]));
  held.move(100);
  assert.equal(held.holding[0], -1);
});

test('A claim is a step older after one year, after two and after five, from the day it became certain', () => {
  const held = heldCells(packOf(names, 5000, [[{ may: 0, sure: 10, by: [0] }]]));
  for (const [day, age] of [[375, 0], [376, 1], [740, 1], [741, 2], [1836, 2], [1837, 3], [5000, 3], [740, 1], [0, 0]] as const) {
    held.move(day);
    assert.equal(held.age[0], age, `day ${day}`);
  }
});

test('A later claim for the same holder makes its place young again', () => {
  const pack = { ...packOf(names, 5000, [[{ may: 0, sure: 10, by: [0] }]]), claimStart: Uint32Array.of(0, 2), claimDay: Int32Array.of(10, 900) };
  const held = heldCells(pack);
  for (const [day, age] of [[899, 2], [900, 0], [1265, 0], [1266, 1], [1631, 2]] as const) {
    held.move(day);
    assert.equal(held.age[0], age, `day ${day}`);
  }
});

test('However one came to a day, each cell is as it is on that day, and the holders named are those of its cells', () => {
  const random = seeded(19);
  const cells = Array.from({ length: 60 }, () => {
    let day = random.whole(3) === 0 ? OPEN_START : 100 + random.whole(900);
    return Array.from({ length: random.whole(6) }, (_, i) => {
      if (i > 0) day = (day === OPEN_START ? 100 : day) + random.whole(900);
      const posture = [HOLDS, HOLDS, CONTESTED, JOINT, BESIEGED, LEFT][random.whole(6)]!;
      return { may: day, sure: (day === OPEN_START ? 200 : day) + (random.whole(2) === 0 ? 0 : random.whole(120)), posture, by: posture === LEFT ? [] : [0, 1, 2, 3].filter(() => random.whole(2) === 0) };
    });
  });
  const pack = packOf(names, 4000, cells), held = heldCells(pack), kinds = kindsOf(pack), state = { holding: 0, before: 0, age: 0 };
  let day = 2000;
  for (let step = 0; step < 600; step++) {
    day = random.whole(10) === 0 ? random.whole(4500) - 100 : day + random.whole(80) - 40;
    const before = [...held.holding].map((holding, cell) => [holding, held.before[cell], held.age[cell]].join()), changed = new Set(held.move(day)), named = new Set<string>();
    for (let cell = 0; cell < pack.cells; cell++) {
      stateOn(pack, kinds, cell, day, state);
      const now = [state.holding, state.before, state.age].join();
      assert.equal([held.holding[cell], held.before[cell], held.age[cell]].join(), now, `cell ${cell} on day ${day}`);
      assert.equal(changed.has(cell), now !== before[cell], `cell ${cell} told of on day ${day}`);
      for (const holding of [state.holding, state.before]) if (holding >= 0) for (const id of kinds.all[kinds.of[holding]!]!.holders) named.add(id);
    }
    assert.deepEqual(held.holders(), [...named].sort(inOrder), `holders on day ${day}`);
  }
});

test('Only cells that look different are repainted', () => {
  const held = heldCells(packOf(names, 500, [[{ may: 10, by: [0] }], [{ may: 10, by: [1] }, { may: 20, by: [2] }]]));
  assert.deepEqual(held.move(15), [0, 1]);
  assert.deepEqual(held.move(16), []);
  const version = held.version;
  assert.deepEqual(held.move(20), [1]);
  assert.equal(held.version, version + 1);
  assert.deepEqual(held.move(20), []);
});

test('The holders of a day come in the fixed order, others after them by name', () => {
  const pack = packOf(names, 500, [[{ may: 0, by: [3] }], [{ may: 0, by: [0, 2], posture: CONTESTED }], [{ may: 0, by: [1] }, { may: 100, by: [0] }]]);
  const held = heldCells(pack);
  held.move(50);
  assert.deepEqual(held.holders(), ['government-of-syria', 'hts', 'sdf', 'a-militia']);
  held.move(100);
  assert.deepEqual(held.holders(), ['government-of-syria', 'sdf', 'a-militia']);
  assert.ok(inOrder('turkey', 'a-militia') < 0);
});

test('A besieged place is its holder’s, and knows who besieges it', () => {
  const pack = packOf(names, 500, [[{ may: 0, by: [1, 2], posture: BESIEGED }], [{ may: 0, by: [1] }], [{ may: 0, by: [1, 0], posture: JOINT }], [{ may: 0, by: [0, 1], posture: JOINT }], [{ may: 0, by: [0, 1], posture: CONTESTED }]]);
  assert.equal(besieger(pack, 0), 2);
  assert.equal(besieger(pack, 1), -1);
  assert.ok(alike(pack, 0, 1), 'no front line between a besieged and a free place of one holder');
  assert.ok(!alike(pack, 1, 2));
  assert.ok(alike(pack, 2, 3), 'the order of partners draws no line');
  assert.ok(!alike(pack, 3, 4), 'joint and contested differ');
});

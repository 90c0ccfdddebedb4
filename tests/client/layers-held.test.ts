import assert from 'node:assert/strict';
import { test } from 'node:test';
import { alike, besieger, CERTAIN, heldCells, holdersOn, inOrder } from '../../src/Map.Web/client/layers/held.ts';
import { BESIEGED, CONTESTED, HOLDS, JOINT, LEFT, OPEN_START, type ControlPack } from '../../src/Map.Web/client/packs/index.ts';

interface Said { readonly may: number; readonly sure?: number; readonly posture?: number; readonly by: readonly number[] }

/** A pack of cells without shapes. */
function packOf(holders: string[], to: number, cells: readonly (readonly Said[])[], edges: readonly (readonly [number, number])[] = []): ControlPack {
  const all = cells.flat();
  const starts = <T>(lists: readonly (readonly T[])[]) => Uint32Array.from(lists.reduce((sums, list) => [...sums, sums.at(-1)! + list.length], [0]));
  const none = new Float64Array(edges.length), zero = new Float64Array(cells.length);
  return {
    holders, radius: 20_000, to, cells: cells.length, place: zero, lat: zero, lng: zero, name: [], nameAr: [],
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

test('A claim is old two years after the day it became certain', () => {
  const held = heldCells(packOf(names, 5000, [[{ may: 0, sure: 10, by: [0] }]]));
  held.move(740);
  assert.equal(held.old[0], 0);
  held.move(741);
  assert.equal(held.old[0], 1);
});

test('A later claim for the same holder makes its place young again', () => {
  const pack = { ...packOf(names, 5000, [[{ may: 0, sure: 10, by: [0] }]]), claimStart: Uint32Array.of(0, 2), claimDay: Int32Array.of(10, 900) };
  const held = heldCells(pack);
  for (const [day, old] of [[899, 1], [900, 0], [1630, 0], [1631, 1]] as const) {
    held.move(day);
    assert.equal(held.old[0], old, `day ${day}`);
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
  assert.deepEqual(holdersOn(pack, held), ['government-of-syria', 'hts', 'sdf', 'a-militia']);
  held.move(100);
  assert.deepEqual(holdersOn(pack, held), ['government-of-syria', 'sdf', 'a-militia']);
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

import assert from 'node:assert/strict';
import { test } from 'node:test';
import { addHole, addPart, addVertex, moveVertex, removeRing, removeVertex, shiftPart } from '../../src/Map.Web/client/zone-editor/edits.ts';
import { faultOf } from '../../src/Map.Web/client/zone-editor/faults.ts';
import { stepsOf } from '../../src/Map.Web/client/zone-editor/undo.ts';
import { merge } from '../../src/Map.Web/client/zone-editor/merge.ts';
import { BORDER, counterClockwise, fromGeoJson, NOTHING, ringsOf, toGeoJson, turn, twiceArea, vertices, withinPart, type Ring, type Shape, type Spot } from '../../src/Map.Web/client/zone-editor/shape.ts';
import { snapsOf } from '../../src/Map.Web/client/zone-editor/snap.ts';
import { split } from '../../src/Map.Web/client/zone-editor/split.ts';
import { seeded } from './random.ts';

const box = (west: number, south: number, east: number, north: number): Ring => [[west, south], [east, south], [east, north], [west, north]];
const shape = (outer: Ring, ...holes: Ring[]): Shape => holes.reduce((made, hole) => addHole(made, 0, hole)!, addPart(NOTHING, outer)!);
const border = { part: 0, hole: BORDER };
const kindOf = (made: Shape) => faultOf(made)?.kind ?? null;

/** Twice the ground of a shape, holes left out. */
const ground = (made: Shape) => [...ringsOf(made)].reduce((sum, { ring }) => sum + twiceArea(ring), 0);

/** A ring as text that does not tell where it begins. */
function told(ring: Ring): string {
  const spots = counterClockwise(ring).map(spot => spot.join(' '));
  const first = spots.indexOf([...spots].sort()[0]!);
  return [...spots.slice(first), ...spots.slice(0, first)].join(', ');
}

/** A star-shaped ring about a middle: never crosses itself. */
function star(random: ReturnType<typeof seeded>, x: number, y: number, size: number, corners: number): Ring {
  return Array.from({ length: corners }, (_, i): Spot => {
    const turned = (i + 0.1 + 0.8 * random.next()) / corners * 2 * Math.PI, far = size * (0.3 + 0.7 * random.next());
    return [Math.round(x + far * Math.cos(turned)), Math.round(y + far * Math.sin(turned))];
  });
}

test('Which side of a line a spot lies on is exact, however long the line', () => {
  assert.ok(turn([-180e6, -90e6], [180e6, 90e6], [2, 1]) === 0);
  assert.ok(turn([-180e6, -90e6], [180e6, 89_999_999], [179_999_998, 89_999_999]) > 0);
  assert.ok(turn([-180e6, -90e6], [180e6, 89_999_999], [179_999_999, 89_999_998]) < 0);
});

test('A shape goes to GeoJSON and back unchanged, and rings come back turned the right way round', () => {
  const made = shape(box(36e6, 35e6, 37e6, 36e6), box(36_200_001, 35_200_003, 36_500_007, 35_500_009));
  assert.deepEqual(fromGeoJson(toGeoJson(made)), made);
  const turned = { type: 'MultiPolygon', coordinates: toGeoJson(made).coordinates.map(rings => rings.map(ring => [...ring].reverse())) } as const;
  assert.deepEqual([...ringsOf(fromGeoJson(turned))].map(({ ring }) => twiceArea(ring) > 0), [true, false]);
});

test('Faults are found and their spot named: too few corners, a bow-tie, a spike, a hole outside, holes over each other, parts over each other', () => {
  assert.equal(kindOf({ parts: [{ outer: [[0, 0], [1, 1]], holes: [] }] }), 'too-few');
  assert.equal(kindOf({ parts: [{ outer: [[0, 0], [10, 0], [10, 0], [0, 10]], holes: [] }] }), 'repeated');
  assert.equal(kindOf({ parts: [{ outer: [[0, 0], [10, 0], [20, 0]], holes: [] }] }), 'no-area');
  assert.deepEqual(faultOf({ parts: [{ outer: [[0, 0], [10, 10], [10, 0], [0, 10]], holes: [] }] }), { kind: 'crossing', at: [5, 5], ring: border });
  assert.equal(kindOf({ parts: [{ outer: [[0, 0], [20, 0], [10, 0], [10, 10]], holes: [] }] }), 'crossing');
  assert.equal(kindOf({ parts: [{ outer: [[0, 0], [20, 0], [20, 20], [10, 0], [0, 20]], holes: [] }] }), 'crossing', 'a corner that touches another side');
  const square = box(0, 0, 100, 100);
  assert.equal(kindOf(shape(square, box(10, 10, 40, 40))), null);
  assert.equal(kindOf(shape(square, box(0, 0, 40, 40))), null, 'a hole may touch the border');
  assert.equal(kindOf(shape(square, box(90, 10, 140, 40))), 'hole-outside');
  assert.equal(kindOf(shape(square, box(200, 10, 240, 40))), 'hole-outside');
  assert.equal(kindOf(shape(square, box(-10, -10, 140, 140))), 'hole-outside');
  assert.equal(kindOf(shape(square, box(10, 10, 40, 40), box(30, 30, 60, 60))), 'holes-overlap');
  assert.equal(kindOf(shape(square, box(10, 10, 40, 40), box(20, 20, 30, 30))), 'holes-overlap');
  assert.equal(kindOf(shape(square, box(10, 10, 40, 40), box(10, 10, 40, 40))), 'holes-overlap');
  assert.equal(kindOf(addPart(shape(square), box(100, 100, 200, 200))!), null, 'parts may touch at a spot');
  assert.equal(kindOf(addPart(shape(square), box(50, 50, 200, 200))!), 'parts-overlap');
  assert.equal(kindOf(addPart(shape(square), box(20, 20, 30, 30))!), 'parts-overlap');
  assert.equal(kindOf(addPart(shape(box(20, 20, 30, 30)), square)!), 'parts-overlap');
  assert.equal(kindOf(addPart(shape(square), square)!), 'parts-overlap');
  assert.equal(kindOf(addPart(shape(square, box(10, 10, 90, 90)), box(20, 20, 30, 30))!), null, 'an island in a hole');
  assert.equal(kindOf(addPart(shape(box(20, 20, 30, 30)), box(25, -50, 28, 100))!), 'parts-overlap', 'a cross without a corner of one in the other');
});

test('Corners are added, moved and taken away; a ring of three goes whole, but never the last part', () => {
  const square = shape(box(0, 0, 100, 100), [[10, 10], [20, 10], [20, 20]]);
  assert.deepEqual(addVertex(square, border, 1, [150, 50])!.parts[0]!.outer, [[0, 0], [100, 0], [150, 50], [100, 100], [0, 100]]);
  assert.deepEqual(moveVertex(square, border, 0, [-5, -5])!.parts[0]!.outer[0], [-5, -5]);
  assert.equal(vertices(removeVertex(square, border, 3)!), 6);
  assert.deepEqual(removeVertex(square, { part: 0, hole: 0 }, 1)!.parts[0]!.holes, []);
  assert.equal(removeVertex(shape([[0, 0], [9, 0], [9, 9]]), border, 1), null);
  assert.equal(removeRing(square, border), null);
  assert.equal(moveVertex(square, border, 4, [0, 0]), null);
  assert.equal(addVertex(square, { part: 1, hole: BORDER }, 0, [0, 0]), null);
  assert.deepEqual(shiftPart(square, 0, 5, -5)!.parts[0]!.holes[0]!.length, 3);
});

test('A thousand edits undone one by one give back every shape as it was, and redone the last', () => {
  const random = seeded(41);
  const journal = stepsOf(shape(star(random, 0, 0, 1e6, 12)));
  const seen = [journal.now];
  while (seen.length < 500) {
    const rings = [...ringsOf(journal.now)], { at, ring } = rings[random.whole(rings.length)]!;
    const spot: Spot = [random.whole(2e6) - 1e6, random.whole(2e6) - 1e6];
    const made = [
      () => addVertex(journal.now, at, random.whole(ring.length), spot), () => moveVertex(journal.now, at, random.whole(ring.length), spot),
      () => removeVertex(journal.now, at, random.whole(ring.length)), () => addPart(journal.now, star(random, spot[0], spot[1], 1e5, 5)), () => addHole(journal.now, at.part, star(random, spot[0], spot[1], 1e4, 4)),
    ][random.whole(5)]!();
    if (made === null) continue;
    // Whatever a hand makes is judged without a fault of the judge's own.
    faultOf(made);
    journal.take(made);
    seen.push(made);
  }
  for (const before of seen.slice(0, -1).reverse()) assert.equal(journal.undo(), before);
  assert.equal(journal.canUndo, false);
  for (const after of seen.slice(1)) assert.equal(journal.redo(), after);
  assert.equal(journal.canRedo, false);
});

test('A drag is one step back, and the next drag another', () => {
  const journal = stepsOf(0);
  for (const at of [1, 2, 3]) journal.take(at, 'drag');
  journal.rest();
  for (const at of [4, 5]) journal.take(at, 'drag');
  assert.deepEqual([journal.undo(), journal.undo(), journal.undo()], [3, 0, 0]);
  assert.deepEqual([journal.redo(), journal.redo()], [3, 5]);
  journal.undo();
  journal.take(9);
  assert.equal(journal.canRedo, false);
});

test('A vertex is drawn to a corner within reach before a side, and to nothing beyond it', () => {
  const snaps = snapsOf([box(36e6, 35e6, 37e6, 36e6)], 0.8);
  assert.deepEqual(snaps.near([36_000_400, 35_000_300], 1000), { spot: [36e6, 35e6], to: 'corner' });
  assert.deepEqual(snaps.near([36_500_000, 35_000_900], 1000), { spot: [36_500_000, 35e6], to: 'side' });
  assert.equal(snaps.near([36_500_000, 35_001_100], 1000), null);
  // A degree of longitude is shorter: 1,200 of its millionths are within a reach of 1,000.
  assert.deepEqual(snaps.near([35_998_800, 35_500_000], 1000), { spot: [36e6, 35_500_000], to: 'side' });
  assert.equal(snaps.near([35_998_700, 35_500_000], 1000), null);
});

test('A line across a part makes two whose ground is the same and that share the cut; joined they are the part again', () => {
  const random = seeded(12);
  let cuts = 0;
  for (let round = 0; round < 400; round++) {
    const whole = shape(star(random, 36e6, 35e6, 400_000, 5 + random.whole(20)));
    const turned = random.next() * Math.PI, off = (random.next() - 0.5) * 300_000;
    const end = (far: number): Spot => [Math.round(36e6 + far * Math.cos(turned) - off * Math.sin(turned)), Math.round(35e6 + far * Math.sin(turned) + off * Math.cos(turned))];
    const made = split(whole, 0, [end(-900_000), end(900_000)]);
    if (typeof made === 'string') continue;
    cuts++;
    assert.equal(made.parts.length, 2);
    assert.equal(kindOf(made), 'parts-side-by-side', `round ${round}`);
    for (const part of made.parts) assert.equal(kindOf({ parts: [part] }), null, `round ${round}`);
    // A cut ends on the nearest millionth of a degree, a tenth of a metre.
    assert.ok(Math.abs(ground(made) - ground(whole)) < 4 * 800_000, `round ${round}: ${ground(made) - ground(whole)}`);
    const joined = merge(made, 0, 1)!;
    assert.equal(joined.parts.length, 1);
    assert.ok(Math.abs(ground(joined) - ground(whole)) < 4 * 800_000);
    for (const spot of whole.parts[0]!.outer) assert.ok(joined.parts[0]!.outer.some(([x, y]) => x === spot[0] && y === spot[1]), `round ${round}: a corner of the whole is missing`);
  }
  assert.ok(cuts > 100, `only ${cuts} lines went across`);
});

test('A cut through whole numbers is healed without a trace, holes stay with their half, and a bent line cuts too', () => {
  const whole = shape(box(0, 0, 100, 100), box(10, 10, 20, 20), box(80, 10, 90, 20));
  const made = split(whole, 0, [[50, -10], [50, 40], [60, 50], [50, 60], [50, 110]]) as Shape;
  assert.deepEqual(made.parts.map(part => part.holes.length), [1, 1]);
  assert.equal(kindOf(made), 'parts-side-by-side');
  assert.deepEqual(made.parts.map(part => withinPart(part, [55, 50])).sort(), [-1, 1]);
  const joined = merge(made, 0, 1)!;
  assert.equal(joined.parts.length, 1);
  assert.equal(told(joined.parts[0]!.outer), told(whole.parts[0]!.outer));
  assert.deepEqual(joined.parts[0]!.holes.map(told).sort(), whole.parts[0]!.holes.map(told).sort());
});

test('A line that does not go across cuts nothing and says why', () => {
  const whole = shape(box(0, 0, 100, 100), box(40, 40, 60, 60));
  assert.equal(split(whole, 0, [[-10, -10], [-10, 200]]), 'not-across');
  assert.equal(split(whole, 0, [[50, -10], [50, 20]]), 'not-across');
  assert.equal(split(whole, 0, [[20, 20], [-50, 20], [-50, 30], [20, 30]]), 'not-across', 'out and in again');
  assert.equal(split(whole, 0, [[50, -10], [50, 110]]), 'through-a-hole');
});

test('Parts with a corner of one on a side of the other are joined; parts that only touch are not', () => {
  const beside = addPart(shape(box(0, 0, 100, 100)), box(100, 20, 200, 60))!;
  const joined = merge(beside, 0, 1)!;
  assert.equal(joined.parts.length, 1);
  assert.equal(ground(joined), ground(beside));
  assert.equal(merge(addPart(shape(box(0, 0, 100, 100)), box(100, 100, 200, 200))!, 0, 1), null);
  assert.equal(merge(beside, 0, 0), null);
  // Two that embrace leave a hole.
  const embraced = merge(addPart(shape([[0, 0], [90, 0], [90, 30], [30, 30], [30, 60], [90, 60], [90, 90], [0, 90]]), box(90, 0, 120, 90))!, 0, 1)!;
  assert.deepEqual(embraced.parts.map(part => part.holes.length), [1]);
  assert.equal(ground(embraced), 2 * (120 * 90 - 60 * 30));
});

test('Two areas that share a stretch of border, as after a cut, are a fault with its spot; areas that touch at a spot are none', () => {
  const parts = (...rings: Ring[]): Shape => ({ parts: rings.map(outer => ({ outer, holes: [] })) });
  const cut = split(parts(box(0, 0, 100, 100)), 0, [[50, -10], [50, 110]]) as Shape;
  assert.equal(cut.parts.length, 2);
  assert.deepEqual([faultOf(cut)?.kind, faultOf(cut)?.at], ['parts-side-by-side', [50, 50]]);
  assert.equal(faultOf({ parts: cut.parts.slice(1) }), null);
  assert.equal(faultOf(merge(cut, 0, 1)!), null);
  assert.equal(faultOf(parts(box(0, 0, 100, 100), box(100, 100, 200, 200))), null);
  assert.equal(faultOf(parts(box(0, 0, 100, 100), box(100, 50, 200, 150)))?.kind, 'parts-side-by-side');
});

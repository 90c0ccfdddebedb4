import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { CERTAIN, heldCells } from '../../src/Map.Web/client/layers/held.ts';
import { inOrder, kindsOf } from '../../src/Map.Web/client/layers/kinds.ts';
import { amount, sentence, toldOf } from '../../src/Map.Web/client/time/holders-figures.ts';
import { counting, hectaresOf, holdings } from '../../src/Map.Web/client/time/holdings.ts';
import { BESIEGED, CONTESTED, HOLDS, JOINT, LEFT, OPEN_START, readControlPack, type ControlPack } from '../../src/Map.Web/client/packs/index.ts';
import { speak } from '../../src/Map.Web/client/words.ts';
import { seeded } from './random.ts';

afterEach(() => speak('en'));
const file = readFileSync(new URL('../../../../tests/golden/control.pack', import.meta.url));
const golden = readControlPack(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer);

/** Square cells of a tenth of a degree in a row, each with holdings made at random. */
function made(seed: number, cells: number): ControlPack {
  const random = seeded(seed), may: number[] = [], sure: number[] = [], posture: number[] = [], holder: number[] = [], holderStart = [0], holdingStart = [0], x: number[] = [], y: number[] = [];
  for (let cell = 0; cell < cells; cell++) {
    let day = random.whole(5) === 0 ? OPEN_START : 100 + random.whole(2000);
    for (let i = random.whole(7); i > 0; i--) {
      const kind = [HOLDS, HOLDS, CONTESTED, JOINT, BESIEGED, LEFT][random.whole(6)]!;
      may.push(day);
      sure.push(day === OPEN_START ? 150 : day + (random.whole(2) === 0 ? 0 : random.whole(90)));
      posture.push(kind);
      if (kind !== LEFT) for (let who = 0; who < 4; who++) if (random.whole(2) === 0) holder.push(who);
      holderStart.push(holder.length);
      day = (day === OPEN_START ? 100 : day) + random.whole(500);
    }
    holdingStart.push(may.length);
    const west = 36 + cell % 40 / 10, south = 34 + Math.floor(cell / 40) / 10;
    x.push(west, west + 0.1, west + 0.1, west);
    y.push(south, south, south + 0.1, south + 0.1);
  }
  const count = (of: number, each: number) => Uint32Array.from({ length: of + 1 }, (_, i) => i * each);
  return {
    holders: ['sdf', 'government-of-syria', 'hts', 'a-militia'], radius: 20_000, fullShare: 0.76, ages: [365, 730, 1826], to: 3000, cells, place: new Float64Array(cells),
    lat: Float64Array.from({ length: cells }, (_, i) => y[i * 4]! + 0.05), lng: Float64Array.from({ length: cells }, (_, i) => x[i * 4]! + 0.05), name: [], nameAr: [],
    polygonStart: count(cells, 1), ringStart: count(cells, 1), pointStart: count(cells, 4), x: Float64Array.from(x), y: Float64Array.from(y),
    holdingStart: Uint32Array.from(holdingStart), may: Int32Array.from(may), sure: Int32Array.from(sure), posture: Uint8Array.from(posture), claims: new Uint16Array(may.length),
    claimStart: new Uint32Array(may.length + 1), claimDay: new Int32Array(0), holderStart: Uint32Array.from(holderStart), holder: Uint8Array.from(holder),
    edges: 0, edgeA: new Uint32Array(0), edgeB: new Uint32Array(0), edgeX1: new Float64Array(0), edgeY1: new Float64Array(0), edgeX2: new Float64Array(0), edgeY2: new Float64Array(0), edgeOnBorder: new Uint8Array(0),
  };
}

test('On every day the chart has the places that the map shows, kind by kind, and their ground', () => {
  const pack = made(7, 300), takes = (cell: number) => cell % 3 !== 0, kinds = kindsOf(pack), held = heldCells(pack), found = holdings(pack, takes), hectares = hectaresOf(pack);
  for (let day = 0; day <= 3010; day += 7) {
    held.move(day);
    const places = new Map<string, [number, number]>(), ground = new Map<string, number>();
    for (let cell = 0; cell < pack.cells; cell++) {
      const holding = held.holding[cell]!;
      if (!takes(cell) || holding < 0) continue;
      const key = JSON.stringify(kinds.all[kinds.of[holding]!]), sum = places.get(key) ?? [0, 0];
      sum[held.before[cell] === CERTAIN ? 0 : 1]!++;
      places.set(key, sum);
      ground.set(key, (ground.get(key) ?? 0) + hectares[cell]!);
    }
    const row = found.row(day);
    found.bands.forEach((kind, band) => {
      const at = row * found.bands.length + band, key = JSON.stringify(kind);
      deepEqual(row < 0 ? [0, 0] : [found.certain[at], found.perhaps[at]], places.get(key) ?? [0, 0], `${key} on day ${day}`);
      equal(row < 0 ? 0 : found.certainArea[at]! + found.perhapsArea[at]!, ground.get(key) ?? 0, `the ground of ${key} on day ${day}`);
    });
    if (day > pack.to) equal(row, -1, 'after its last day the layer says nothing');
  }
  equal(found.places, 200);
});

test('A place that is contested or shared is in a band of its own, above the holders in their fixed order', () => {
  const { bands } = holdings(made(7, 300), () => true);
  const rank = bands.map(({ posture }) => [HOLDS, CONTESTED, JOINT].indexOf(posture));
  deepEqual(rank, [...rank].sort());
  const alone = bands.filter(({ posture }) => posture === HOLDS).map(({ holders }) => holders[0]!);
  deepEqual(alone, [...alone].sort(inOrder));
  ok(rank.includes(1) && rank.includes(2));
});

test('Counted in slices the figures are those counted at once', () => {
  const pack = made(3, 4000), work = counting(pack, () => true);
  let slices = 0;
  for (let step = work.next(); ; step = work.next(), slices++)
    if (step.done) {
      const { certain, area } = holdings(pack, () => true);
      deepEqual(step.value.certain, certain);
      equal(step.value.area, area);
      break;
    }
  ok(slices > 3, `${slices} slices`);
});

test('The ground of a cell is what a net of small squares laid over it counts, holes left out', () => {
  const inside = (cell: number, lng: number, lat: number) => {
    let odd = false;
    for (let ring = golden.ringStart[golden.polygonStart[cell]!]!; ring < golden.ringStart[golden.polygonStart[cell + 1]!]!; ring++)
      for (let from = golden.pointStart[ring]!, to = golden.pointStart[ring + 1]!, i = from, j = to - 1; i < to; j = i++) {
        const [ax, ay, bx, by] = [golden.x[i]!, golden.y[i]!, golden.x[j]!, golden.y[j]!];
        if (ay > lat !== by > lat && lng < (bx - ax) * (lat - ay) / (by - ay) + ax) odd = !odd;
      }
    return odd;
  };
  const side = 0.0005;
  for (let cell = 0; cell < golden.cells; cell++) {
    let km2 = 0;
    for (let lat = 36.4; lat < 36.8; lat += side)
      // Lengths of a degree on the WGS 84 ellipsoid at 36.6 degrees north: 89.48 and 110.98 km.
      for (let lng = 36.9; lng < 37.6; lng += side) if (inside(cell, lng + side / 2, lat + side / 2)) km2 += side * side * 110.98 * 89.48 * Math.cos(lat * Math.PI / 180) / Math.cos(36.6 * Math.PI / 180);
    ok(Math.abs(hectaresOf(golden)[cell]! / 100 - km2) < km2 * 0.005, `${golden.name[cell]}: ${hectaresOf(golden)[cell]! / 100} against ${km2} km²`);
  }
});

test('A day is told in figures that add up to all that is in view', () => {
  const names = golden.holders.map(id => ({ id, name: id, nameAr: '', short: id, shortAr: '' }));
  const found = holdings(golden, () => true), told = toldOf(found, names);
  for (const day of [15_000, 15_600, 16_000, 16_200, 18_200]) ok(told.reduce((sum, { bands }) => sum + amount(found, 'places', day, bands), 0) <= found.places, String(day));
  equal(sentence(found, told, 'places', 15_600), '17 September 2012: opposition 1, some-other-group 1');
  equal(sentence(found, told, 'places', 18_200), '31 October 2019: joint 1, no claim 1');
  ok(/^31 October 2019: joint [\d,]+ km², no claim [\d,]+ km²$/.test(sentence(found, told, 'area', 18_200)));
});

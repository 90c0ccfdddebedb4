import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { CERTAIN, heldCells } from '../../src/Map.Web/client/layers/held.ts';
import { inOrder, kindsOf } from '../../src/Map.Web/client/layers/kinds.ts';
import { amount, sentence, toldOf } from '../../src/Map.Web/client/time/holders-figures.ts';
import { counting, hectaresOf, holdings } from '../../src/Map.Web/client/time/holdings.ts';
import { CONTESTED, HOLDS, JOINT, readControlPack } from '../../src/Map.Web/client/packs/index.ts';
import { speak } from '../../src/Map.Web/client/words.ts';
import { madeControl } from './made-control.ts';

afterEach(() => speak('en'));
const file = readFileSync(new URL('../../../../tests/golden/control.pack', import.meta.url));
const golden = readControlPack(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer);

test('On every day the chart has the places that the map shows, kind by kind, and their ground', () => {
  const pack = madeControl(7, 300), takes = (cell: number) => cell % 3 !== 0, kinds = kindsOf(pack), held = heldCells(pack), found = holdings(pack, takes), hectares = hectaresOf(pack);
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
  const { bands } = holdings(madeControl(7, 300), () => true);
  const rank = bands.map(({ posture }) => [HOLDS, CONTESTED, JOINT].indexOf(posture));
  deepEqual(rank, [...rank].sort());
  const alone = bands.filter(({ posture }) => posture === HOLDS).map(({ holders }) => holders[0]!);
  deepEqual(alone, [...alone].sort(inOrder));
  ok(rank.includes(1) && rank.includes(2));
});

test('Counted in slices the figures are those counted at once', () => {
  const pack = madeControl(3, 4000), work = counting(pack, () => true);
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

import { equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import { cellAt } from '../../src/Map.Web/client/layers/hit.ts';
import { CERTAIN, stateOn } from '../../src/Map.Web/client/layers/held.ts';
import { kindsOf } from '../../src/Map.Web/client/layers/kinds.ts';
import { postures, HOLDS, readControlPack, type ControlPack } from '../../src/Map.Web/client/packs/index.ts';

// The server's answers: tests/Map.Web.Tests/Packs/GoldenSpotsTests.cs.
const golden = new URL('../../../../tests/golden/', import.meta.url);

function known(name: string): { pack: ControlPack; days: number[]; spots: string[][] } {
  const file = readFileSync(new URL(`${name}.pack`, golden)), { days, spots } = JSON.parse(readFileSync(new URL(`${name}.json`, golden), 'utf8')) as { days: number[]; spots: string[] };
  return { pack: readControlPack(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer), days, spots: spots.map(line => line.split(' ')) };
}

/** Who may hold a cell on a day, in the way that gives it its colours. */
function who(pack: ControlPack, cell: number, day: number): string {
  const kinds = kindsOf(pack), state = { holding: -1, before: CERTAIN, age: 0 };
  stateOn(pack, kinds, cell, day, state);
  const words = (holding: number) => {
    const { posture, holders } = kinds.all[kinds.of[holding]!]!;
    return posture === HOLDS ? holders[0]! : `${postures[posture]}:${[...holders].sort().join('+')}`;
  };
  return [state.holding, state.before].filter(holding => holding >= 0).map(words).join('/') || '-';
}

for (const [name, least, words] of [['spots', 420, 'the shipped layer'], ['many-spots', 300, 'eight thousand places']] as const)
  test(`A click on the map names whom the server names at every spot of ${words}`, () => {
    const { pack, days, spots } = known(name);
    ok(spots.filter(([, , place]) => place !== '0').length >= least);
    for (const [lat, lng, place, ...holders] of spots) {
      const cell = cellAt(pack, Number(lat), Number(lng));
      equal(cell < 0 ? '0' : String(pack.place[cell]), place, `${lat} ${lng}`);
      if (cell >= 0) equal(days.map(day => who(pack, cell, day)).join(' '), holders.join(' '), `${lat} ${lng}`);
    }
  });

test('Among the spots of the shipped layer there are nobody’s ones, every kind of holding, and days of unknown change', () => {
  const { spots } = known('spots'), all = spots.flatMap(([, , , ...holders]) => holders);
  ok(spots.filter(([, , place]) => place === '0').length > 60);
  for (const part of ['contested:', 'joint:', '/', '-', 'islamic-state']) ok(all.some(words => words.includes(part)), part);
});

import { deepEqual, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { CERTAIN, heldCells } from '../../src/Map.Web/client/layers/held.ts';
import { kindsOf } from '../../src/Map.Web/client/layers/kinds.ts';
import { turningAmong } from '../../src/Map.Web/client/layers/turning.ts';
import { madeControl } from './made-control.ts';

test('Of every place whose change has no known day both who held it and who may hold it are told', () => {
  let seen = 0, begun = 0, left = 0;
  for (let seed = 1; seed <= 12; seed++) {
    const pack = madeControl(seed, 90), kinds = kindsOf(pack), held = heldCells(pack), cells = Array.from({ length: 60 }, (_, cell) => cell);
    for (let day = 100; day < 3000; day += 53) {
      held.move(day);
      const expected = new Map<string, number>(), name = (kind: { posture: number; holders: readonly string[] } | null) => kind ? `${kind.posture} ${kind.holders.join('+')}` : '-';
      for (const cell of cells) {
        if (held.before[cell] === CERTAIN) continue;
        const [before, after] = [held.before[cell]!, held.holding[cell]!].map(holding => holding < 0 ? null : kinds.all[kinds.of[holding]!]!);
        const key = `${name(before!)} > ${name(after!)}`;
        expected.set(key, (expected.get(key) ?? 0) + 1);
        seen++;
        if (!before) begun++;
        if (!after) left++;
      }
      const told = turningAmong(kinds, held, cells);
      deepEqual(new Map(told.map(({ before, after, places }) => [`${name(before)} > ${name(after)}`, places])), expected);
      ok(told.every(({ places }, i) => i === 0 || places <= told[i - 1]!.places), 'most places first');
      ok(told.every(({ before, after }) => before !== null || after !== null));
    }
  }
  ok(seen > 100 && begun > 10 && left > 10, `${seen} ${begun} ${left}`);
});

import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import { createPreview } from '../../src/Map.Web/client/layers/preview.ts';
import type { MapData } from '../../src/Map.Web/client/layers/layer.ts';
import type { ControlPack } from '../../src/Map.Web/client/packs/index.ts';

const published = { name: ['published'] } as unknown as ControlPack, tried = { name: ['tried'] } as unknown as ControlPack;
const data = (complete = true) => ({ control: published, complete }) as unknown as MapData;
const changes = new ArrayBuffer(0);

function previewOf(standing: string) {
  const told: string[] = [];
  const state = { standing };
  const preview = createPreview({ tried: (_, pack) => pack === state.standing ? tried : null, changed: () => told.push('changed'), stale: () => told.push('stale') });
  return { preview, told, state };
}

test('what is tried is drawn over the data and gone when it is taken back', () => {
  const { preview, told } = previewOf('a.pack');
  preview.put(null);
  deepEqual(told, []);
  preview.put({ pack: 'a.pack', changes });
  equal(preview.over(data()).control, tried);
  equal(preview.over(data(false)).control, published);
  preview.put(null);
  equal(preview.over(data()).control, published);
  deepEqual(told, ['changed', 'changed']);
  equal(preview.stands, false);
});

test('changes of files that are not here yet are drawn once they have come', () => {
  const { preview, told, state } = previewOf('a.pack');
  preview.put({ pack: 'b.pack', changes });
  deepEqual(told, ['stale']);
  equal(preview.over(data()).control, published);
  state.standing = 'b.pack';
  equal(preview.over(data()).control, tried);
});

import { deepEqual, equal } from 'node:assert/strict';
import { test } from 'node:test';
import type { ZonePack } from '../../src/Map.Web/client/packs/index.ts';
import { breaksOf, brokenLines } from '../../src/Map.Web/client/zones/breaks.ts';
import { spotAt, without, type Stretch } from '../../src/Map.Web/client/zones/outlines.ts';
import { packOf, type Said } from './zone-boxes.ts';

/** Ends of stretches, in degrees to three places. */
function ends(pack: ZonePack, stretches: readonly Stretch[]): string[] {
  return stretches.map(({ ring, from, to }) => [from, to].map(at => spotAt(pack, ring, at).map(degrees => degrees.toFixed(3)).join(',')).join(' to '));
}

const broken = (zones: readonly Said[], zone: number, standing: readonly number[] = [zone]) => {
  const pack = packOf(zones);
  return ends(pack, brokenLines(pack, zone, standing));
};

/** How much of a box's outline is broken; one where all of it is. */
function share(zones: readonly Said[], zone: number): number {
  const pack = packOf(zones);
  return brokenLines(pack, zone, [zone]).reduce((sum, { from, to }) => sum + to - from, 0) / 4;
}

test('The time axis has a notch where a series begins and ends, and where its zones come from another source or by another method', () => {
  deepEqual(breaksOf(packOf([{ may: 100, mayTo: 199 }, { may: 200, mayTo: 299 }, { may: 300, mayTo: 399, source: 1 }, { may: 400, mayTo: 499, source: 1 }]), 0), [100, 300, 500]);
  deepEqual(breaksOf(packOf([{ may: 100, mayTo: 199 }, { may: 200, mayTo: 299, method: 1 }, { may: 300, mayTo: 399, method: 1 }]), 0), [100, 200, 400]);
  deepEqual(breaksOf(packOf([{ may: 100 }, { may: 150, source: 1, of: 1 }]), 0), [100]);
  deepEqual(breaksOf(packOf([]), 0), []);
});

test('After days of which a series says nothing, what follows is held against what stood last', () => {
  deepEqual(breaksOf(packOf([{ may: 100, mayTo: 199 }, { may: 300, mayTo: 399 }]), 0), [100, 400]);
  deepEqual(breaksOf(packOf([{ may: 100, mayTo: 199 }, { may: 300, mayTo: 399, method: 1 }]), 0), [100, 300, 400]);
});

test('Of a zone by another method what no outline ran along the day before is a break, and what both draw alike stays a line', () => {
  // The western half of the box stands as it did; its eastern end came two tenths of a degree farther.
  const zones: Said[] = [{ may: 100, mayTo: 199, holder: 0 }, { may: 200, method: 1, holder: 0, box: [37, 36, 38.2, 37] }];
  deepEqual(broken(zones, 1), ['38.000,36.000 to 38.000,37.000']);
  deepEqual(broken([zones[0]!, { ...zones[1]!, method: 0 }], 1), []);
});

test('A line that another hand drew again within the width of a pen is the same line', () => {
  equal(share([{ may: 100, mayTo: 199, holder: 0 }, { may: 200, method: 1, holder: 0, box: [37.0002, 36.0002, 38.0002, 37.0002] }], 1), 0);
  // Three hundred metres farther it is another one, but for the corners where the two cross.
  equal(share([{ may: 100, mayTo: 199, holder: 0 }, { may: 200, method: 1, holder: 0, box: [37.003, 36.003, 38.003, 37.003] }], 1) > 0.98, true);
});

test('What comes onto the ground of a neighbour of its own way of knowing has moved', () => {
  // West by hand, east from above; then the east grows over the west.
  const zones: Said[] = [
    { may: 0, holder: 0, mayTo: 199 }, { may: 0, holder: 1, method: 1, box: [38, 36, 39, 37], mayTo: 199 },
    { may: 200, holder: 0, box: [37, 36, 37.5, 37] }, { may: 200, holder: 1, method: 1, box: [37.5, 36, 39, 37] },
  ];
  deepEqual([broken(zones, 2), broken(zones, 3)], [[], []]);
  deepEqual(breaksOf(packOf(zones), 0), [0]);
  // By another method than before it has not.
  const changed = zones.map((zone, i) => i === 3 ? { ...zone, method: 0 } : zone);
  deepEqual(broken(changed, 3), []);
  deepEqual(broken(changed.map((zone, i) => i === 0 ? { ...zone, method: 1 } : zone), 3), ['37.500,37.000 to 37.500,36.000']);
});

test('The border between two zones of one holder that are known in different ways is a break, and that of two holders a front', () => {
  const beside: Said[] = [{ may: 0, holder: 0 }, { may: 0, holder: 0, method: 1, box: [38, 36, 39, 37] }];
  const [west, east] = [0, 1].map(zone => broken(beside, zone, [0, 1]));
  equal(west!.length > 0 && east!.length > 0, true);
  for (const at of [...west!, ...east!].join(' to ').split(' to ')) equal(Math.abs(Number(at.split(',')[0]) - 38) < 0.001, true);
  deepEqual(broken([beside[0]!, { ...beside[1]!, holder: 1 }], 0, [0, 1]), []);
  // Alone on its day it has no neighbour.
  deepEqual(broken(beside, 0), []);
});

test('What is broken and what is left of an outline make the whole of it, over its first corner too', () => {
  const pack = packOf([{ may: 0 }]), all = [[], [{ ring: 0, from: 0.5, to: 1.25 }], [{ ring: 0, from: 3.5, to: 4.5 }], [{ ring: 0, from: 0, to: 1 }, { ring: 0, from: 2.5, to: 4 }], [{ ring: 0, from: 0, to: 4 }]];
  for (const taken of all) {
    const left = without(pack, 0, taken);
    equal([...taken, ...left].reduce((sum, { from, to }) => sum + to - from, 0), 4);
    for (const { from, to } of left) for (const at of [from, to]) equal(taken.length === 0 || taken.some(it => [it.from, it.to].some(end => Math.abs((end - at) % 4) < 1e-9)), true);
  }
});

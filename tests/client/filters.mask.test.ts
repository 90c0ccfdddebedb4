import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import type { ActorLineage } from '../../src/Map.Web/client/contract.ts';
import { counting } from '../../src/Map.Web/client/filters/counts.ts';
import { keptRows } from '../../src/Map.Web/client/filters/mask.ts';
import { rowsOf } from '../../src/Map.Web/client/filters/matching.ts';
import type { Filters } from '../../src/Map.Web/client/model.ts';
import { GRADES, type EventPack, type FacetName, type FacetPack, type FacetSets } from '../../src/Map.Web/client/packs/index.ts';
import { dayOfIso, OPEN_END, OPEN_START } from '../../src/Map.Web/client/time/days.ts';
import { seeded } from './random.ts';

type Random = ReturnType<typeof seeded>;

/** Events written out in full, and the packs that say the same. */
interface Row {
  readonly type: string; readonly earliest: number; readonly latest: number; readonly place: number;
  readonly actors: readonly string[]; readonly sources: readonly string[]; readonly disputed: boolean; readonly grade: number; readonly text: boolean;
}

const TYPES = ['clash', 'strike', 'politics'];
const names = (word: string, length: number): FacetName[] => Array.from({ length }, (_, i) => ({ key: `${word}-${i}`, name: `${word} ${i}`, nameAr: '' }));
const ACTORS = names('actor', 7), SOURCES = names('source', 5), GOVERNORATES = names('SY', 3);
const some = <T>(random: Random, all: readonly T[], most: number) => all.filter(() => random.whole(all.length) < most);

function world(seed: number, count: number) {
  const random = seeded(seed), places = 12;
  const lat = Float64Array.from({ length: places }, (_, place) => place === 0 ? NaN : 34 + random.next() * 4);
  const lng = Float64Array.from({ length: places }, (_, place) => place === 0 ? NaN : 36 + random.next() * 4);
  const governorate = Uint8Array.from({ length: places }, (_, place) => place === 0 || random.whole(4) === 0 ? 255 : random.whole(GOVERNORATES.length));
  const rows: Row[] = Array.from({ length: count }, () => {
    const day = 17_000 + random.whole(60), open = random.whole(12);
    return {
      type: TYPES[random.whole(TYPES.length)]!, earliest: open === 0 ? OPEN_START : day, latest: open === 1 ? OPEN_END : day + random.whole(5), place: random.whole(places),
      actors: some(random, ACTORS, 2).map(name => name.key), sources: some(random, SOURCES, 2).map(name => name.key), disputed: random.whole(4) === 0, grade: random.whole(GRADES.length), text: random.whole(3) === 0,
    };
  }).sort((a, b) => a.earliest - b.earliest);
  const disputed = new Uint8Array((count + 7) >> 3);
  rows.forEach((row, i) => { if (row.disputed) disputed[i >> 3]! |= 1 << (i & 7); });
  const events: EventPack = {
    count, types: TYPES, earliest: Int32Array.from(rows, row => row.earliest), latest: Int32Array.from(rows, row => row.latest),
    place: Uint16Array.from(rows, row => row.place), type: Uint8Array.from(rows, row => TYPES.indexOf(row.type)), lasted: new Uint8Array((count + 7) >> 3),
    placeLat: lat, placeLng: lng, placePrecision: new Uint8Array(places),
  };
  const facets: FacetPack = {
    count, actors: ACTORS, sources: SOURCES, governorates: GOVERNORATES, governorate, disputed, grade: Uint8Array.from(rows, row => row.grade),
    actorSets: setsOf(rows.map(row => row.actors), ACTORS), sourceSets: setsOf(rows.map(row => row.sources), SOURCES),
  };
  return { random, rows, events, facets, text: Uint8Array.from(rows, row => row.text ? 1 : 0) };
}

function setsOf(lists: readonly (readonly string[])[], all: readonly FacetName[]): FacetSets {
  const distinct = new Map<string, number>(), start = [0], item: number[] = [];
  const of = lists.map(list => {
    const key = list.join();
    if (!distinct.has(key)) {
      distinct.set(key, distinct.size);
      item.push(...list.map(one => all.findIndex(name => name.key === one)));
      start.push(item.length);
    }
    return distinct.get(key)!;
  });
  return { start: Uint32Array.from(start), item: Uint16Array.from(item), of: Uint16Array.from(of) };
}

function randomFilters(random: Random): Filters {
  const keys = (all: readonly FacetName[], word: string) => random.whole(2) === 0 ? null : [...some(random, all, 2).map(name => name.key), ...random.whole(4) === 0 ? [`${word}-unknown`] : [], all[0]!.key].slice(random.whole(2));
  return { actors: keys(ACTORS, 'actor'), sources: keys(SOURCES, 'source'), governorates: keys(GOVERNORATES, 'SY'), disputed: random.whole(3) === 0, text: random.whole(3) === 0 ? 'words' : null, grade: random.whole(3) === 0 ? GRADES[random.whole(GRADES.length)]! : null, lineage: random.whole(2) === 0 };
}

// actor-0 came of two, of which one left; one of those of a third.
const LINEAGES: ActorLineage[] = [
  { key: 'actor-0', predecessors: [{ key: 'actor-1', until: null }, { key: 'actor-2', until: '2016-08-15' }, { key: 'actor-3', until: '2016-07-25' }, { key: 'nobody', until: null }] },
  { key: 'actor-2', predecessors: [{ key: 'actor-3', until: null }] },
];

const acted = (row: Row, { actors, lineage }: Filters) => actors === null || row.actors.some(key => actors.includes(key)
  || (lineage && LINEAGES.some(it => actors.includes(it.key) && it.predecessors.some(earlier => earlier.key === key && (earlier.until === null || row.earliest <= dayOfIso(earlier.until)!)))));
const overlap = (a: readonly string[], b: readonly string[] | null) => b === null || a.some(one => b.includes(one));
const governorateOf = (row: Row, facets: FacetPack) => { const index = facets.governorate[row.place]!; return index === 255 ? [] : [GOVERNORATES[index]!.key]; };
const leaves = (row: Row, filters: Filters | null, facets: FacetPack) => filters === null || (
  acted(row, filters) && overlap(row.sources, filters.sources) && overlap(governorateOf(row, facets), filters.governorates)
  && (!filters.disputed || row.disputed) && (filters.text === null || row.text) && (filters.grade === null || row.grade <= (GRADES as readonly string[]).indexOf(filters.grade)));

test('What the filters leave agrees with asking every event by itself', () => {
  let some = 0;
  for (let seed = 1; seed <= 20; seed++) {
    const { random, rows, events, facets, text } = world(seed, 300);
    for (let i = 0; i < 20; i++) {
      const filters = randomFilters(random), right = rows.map(row => leaves(row, filters, facets) ? 1 : 0);
      deepEqual([...keptRows(events, facets, filters, text, LINEAGES)], right, JSON.stringify(filters));
      if (right.includes(1) && right.includes(0)) some++;
    }
  }
  ok(some > 100, 'most questions leave some events and not all');
});

test('A key that nobody has leaves nothing, and so does a text whose answer has not come', () => {
  const { events, facets } = world(3, 50), none: Filters = { actors: null, sources: null, governorates: null, disputed: false, text: null, grade: null, lineage: false };
  ok(keptRows(events, facets, { ...none, actors: ['nobody'] }, null).every(kept => kept === 0));
  ok(keptRows(events, facets, { ...none, governorates: ['SY99'] }, null).every(kept => kept === 0));
  ok(keptRows(events, facets, { ...none, text: 'words' }, null).every(kept => kept === 0));
  ok(keptRows(events, facets, none, null).every(kept => kept === 1));
});

test('Each option counts what the other filters leave of window and view, however the counting is sliced', () => {
  for (let seed = 1; seed <= 20; seed++) {
    const { random, rows, events, facets, text } = world(seed * 31, 300);
    const filters = random.whole(4) === 0 ? null : randomFilters(random), types = random.whole(2) === 0 ? null : TYPES.slice(random.whole(3));
    const bounds = { south: 34.5, west: 36.5, north: 37.5, east: 39.5 }, from = random.whole(4) === 0 ? OPEN_START : 17_010, to = random.whole(4) === 0 ? OPEN_END : 17_040;
    const count = counting(events, facets, { from, to, types, filters }, bounds, text, LINEAGES);
    while (!count.go(1 + random.whole(90)));
    const counts = count.counts();

    const here = rows.filter(row => row.earliest <= to && row.latest >= from
      && (row.place === 0 || (events.placeLat[row.place]! >= bounds.south && events.placeLat[row.place]! <= bounds.north && events.placeLng[row.place]! >= bounds.west && events.placeLng[row.place]! <= bounds.east)));
    const without = (name: keyof Filters | 'types') => here.filter(row => (name === 'types' || types === null || types.includes(row.type))
      && leaves(row, filters && { ...filters, [name]: name === 'disputed' ? false : null }, facets));
    deepEqual([...counts.types], TYPES.map(type => without('types').filter(row => row.type === type).length));
    deepEqual([...counts.actors], ACTORS.map(name => without('actors').filter(row => row.actors.includes(name.key)).length));
    deepEqual([...counts.sources], SOURCES.map(name => without('sources').filter(row => row.sources.includes(name.key)).length));
    deepEqual([...counts.governorates], GOVERNORATES.map(name => without('governorates').filter(row => governorateOf(row, facets).includes(name.key)).length));
    equal(counts.disputed, without('disputed').filter(row => row.disputed).length);
    deepEqual([...counts.grades], GRADES.map((_, grade) => without('grade').filter(row => row.grade === grade).length));
    equal(counts.left, here.filter(row => (types === null || types.includes(row.type)) && leaves(row, filters, facets)).length);
  }
});

test('Rows are found by their ids, small and large, in any order', () => {
  const random = seeded(5), ids = new Set<number>();
  while (ids.size < 4000) ids.add(1 + (random.whole(3) === 0 ? random.whole(5000) : Math.floor(random.next() * 2 ** 48)));
  const all = Float64Array.from(ids), chosen = all.filter(() => random.whole(3) === 0).sort(), asked = new Set(chosen);
  deepEqual([...rowsOf(all, Float64Array.of(...chosen, 7e13 + 1))], [...all].map(id => asked.has(id) ? 1 : 0));
  ok(rowsOf(all, new Float64Array(0)).every(row => row === 0));
});

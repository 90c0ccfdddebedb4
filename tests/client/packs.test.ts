import { deepEqual, equal, ok, throws } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';
import {
  disputed, GRADES, holdingOn, lastClaimOn, lasted, LINE, mergeControl, mergeEvents, mergeFacets, mergeIds, POLYGON, postures, readBasePack, readChangePack, readControlChangePack, readControlPack, readEventPack, readFacetPack,
  OPEN_END, OPEN_START, readIds, readLabelPack, readZonePack, type ControlPack, type FacetName, type FacetSets,
} from '../../src/Map.Web/client/packs/index.ts';
import { seeded } from './random.ts';

// The same files hold the writers: tests/Map.Web.Tests/Packs/GoldenTests.cs.
const golden = new URL('../../../../tests/golden/', import.meta.url);

function pack(name: string): ArrayBuffer {
  const file = readFileSync(new URL(`${name}.pack`, golden));
  return file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer;
}

const expected = (name: string) => JSON.parse(readFileSync(new URL(`${name}.json`, golden), 'utf8'));

test('Every event of the golden pack is read as it was written', () => {
  const read = readEventPack(pack('events')), ids = readIds(pack('ids')), { types, rows } = expected('events');
  deepEqual(read.types, types);
  equal(read.count, rows.length);
  deepEqual(Array.from({ length: read.count }, (_, row) => ({
    id: ids[row], type: read.types[read.type[row]!], earliest: read.earliest[row], latest: read.latest[row], lasted: lasted(read, row),
    lat: read.place[row] === 0 ? null : read.placeLat[read.place[row]!], lng: read.place[row] === 0 ? null : read.placeLng[read.place[row]!],
    precision: read.placePrecision[read.place[row]!],
  })), rows);
  ok(Number.isNaN(read.placeLat[0]));
});

test('What filters ask of every row of the golden facet pack is read as it was written', () => {
  const read = readFacetPack(pack('facets')), { governorates, placeGovernorates, rows } = expected('facets');
  const items = ({ start, item, of }: FacetSets, row: number) => [...item.subarray(start[of[row]!], start[of[row]! + 1])];
  deepEqual(read.governorates, governorates);
  deepEqual([...read.governorate], placeGovernorates);
  equal(read.count, rows.length);
  deepEqual(Array.from({ length: read.count }, (_, row) => ({
    actors: items(read.actorSets, row).map(i => read.actors[i]), sources: items(read.sourceSets, row).map(i => read.sources[i]), disputed: disputed(read, row), grade: GRADES[read.grade[row]!],
  })), rows);
});

test('Rows that stand and the golden changes make the rows of now, in their order, with all that is known of them', () => {
  const changes = readChangePack(pack('changes')), { types, rows } = expected('changes');
  const events = mergeEvents(readEventPack(pack('standing-events')), changes), ids = mergeIds(readIds(pack('standing-ids')), changes);
  const facets = mergeFacets(readFacetPack(pack('standing-facets')), changes);
  deepEqual(events.types, types);
  deepEqual([events.count, ids.length, facets.count], [rows.length, rows.length, rows.length]);
  const names = (all: readonly FacetName[], { start, item, of }: FacetSets, row: number) =>
    [...item.subarray(start[of[row]!], start[of[row]! + 1])].map(i => all[i]!).sort((a, b) => a.key < b.key ? -1 : 1);
  deepEqual(Array.from({ length: events.count }, (_, row) => {
    const place = events.place[row]!;
    return {
      id: ids[row], type: events.types[events.type[row]!], earliest: events.earliest[row], latest: events.latest[row], lasted: lasted(events, row),
      lat: place === 0 ? null : events.placeLat[place], lng: place === 0 ? null : events.placeLng[place], precision: events.placePrecision[place],
      governorate: facets.governorates[facets.governorate[place]!]?.key ?? null,
      actors: names(facets.actors, facets.actorSets, row), sources: names(facets.sources, facets.sourceSets, row), disputed: disputed(facets, row), grade: GRADES[facets.grade[row]!],
    };
  }), rows);
  ok(events.earliest.every((day, row) => row === 0 || day >= events.earliest[row - 1]!), 'the earliest day never falls');
});

test('Changes of another event pack are refused', () => {
  throws(() => mergeEvents(readEventPack(pack('events')), readChangePack(pack('changes'))), /another event pack/);
});

test('Merging is leaving out and putting in, row by row, wherever the changes fall', () => {
  for (let seed = 1; seed <= 300; seed++) {
    const { next: random, whole: below } = seeded(seed);
    const n = below(70), standing = Float64Array.from({ length: n }, () => below(1e9));
    const removed = Uint32Array.from(Array.from({ length: n }, (_, row) => row).filter(() => random() < seed % 4 / 4));
    const before = Uint32Array.from({ length: below(12) }, () => below(n + 1)).sort();
    const id = Float64Array.from(before, () => below(1e9));
    const bits = Uint8Array.from({ length: n }, () => below(2)), more = Uint8Array.from(before, () => below(2));
    const grades = Uint8Array.from({ length: n }, () => below(5)), later = Uint8Array.from(before, () => below(5));
    const packed = new Uint8Array((n + 7) >> 3);
    bits.forEach((bit, row) => { packed[row >> 3]! |= bit << (row & 7); });
    const changes = { ...readChangePack(pack('changes')), rows: n, removed, before, count: before.length, id, disputed: more, grade: later, actorsOf: [...before].map(() => []), sourcesOf: [...before].map(() => []) };
    const none = { start: new Uint32Array(2), item: new Uint16Array(0), of: new Uint16Array(n) };
    const facets = mergeFacets({ count: n, actors: [], sources: [], governorates: [], actorSets: none, sourceSets: none, governorate: new Uint8Array(1), disputed: packed, grade: grades }, changes);

    const ids: number[] = [], disputes: boolean[] = [], graded: number[] = [];
    for (let row = 0; row <= n; row++) {
      before.forEach((stands, i) => { if (stands === row) { ids.push(id[i]!); disputes.push(more[i] === 1); graded.push(later[i]!); } });
      if (row < n && !removed.includes(row)) { ids.push(standing[row]!); disputes.push(bits[row] === 1); graded.push(grades[row]!); }
    }
    deepEqual([...facets.grade], graded);
    deepEqual([...mergeIds(standing, changes)], ids);
    deepEqual(Array.from({ length: facets.count }, (_, row) => disputed(facets, row)), disputes);
  }
});

test('Every cell, holding and edge of the golden control pack is read as it was written', () => {
  const read = readControlPack(pack('control')), { holders, plane, radius, fullShare, ages, to, cells, edges } = expected('control');
  deepEqual({ holders: read.holders, plane: read.plane, radius: read.radius, fullShare: read.fullShare, ages: read.ages, to: read.to }, { holders, plane, radius, fullShare, ages, to });
  deepEqual(Array.from({ length: read.cells }, (_, cell) => cellOf(read, cell)), cells);
  deepEqual(Array.from({ length: read.edges }, (_, e) => ({
    a: read.edgeA[e], b: read.edgeB[e], line: [read.edgeX1[e], read.edgeY1[e], read.edgeX2[e], read.edgeY2[e]], onBorder: read.edgeOnBorder[e] === 1,
  })), edges);
});

test('The control layer that stands and the golden changes make the layer of now, in which cells keep their numbers', () => {
  const standing = readControlPack(pack('standing-control')), now = readControlPack(pack('now-control'));
  const merged = mergeControl(standing, readControlChangePack(pack('controlchanges')));
  deepEqual([merged.plane, merged.radius, merged.fullShare, merged.ages, merged.to, [...merged.holders].sort()], [now.plane, now.radius, now.fullShare, now.ages, now.to, [...now.holders, 'islamic-state'].filter((id, i, all) => all.indexOf(id) === i).sort()]);
  deepEqual([...merged.place], [3, NaN, 7, 8, 9, 5]);
  const gone = cellOf(merged, 1);
  deepEqual([gone.lat, gone.lng, gone.name, gone.polygons, gone.holdings], [NaN, NaN, '', [], []]);
  const byPlace = (read: ControlPack) => Array.from({ length: read.cells }, (_, cell) => cellOf(read, cell)).filter(cell => !Number.isNaN(cell.place)).sort((a, b) => a.place! - b.place!);
  deepEqual(byPlace(merged), byPlace(now));
  const lines = (read: ControlPack) => Array.from({ length: read.edges }, (_, e) =>
    [read.place[read.edgeA[e]!], read.place[read.edgeB[e]!], read.edgeX1[e], read.edgeY1[e], read.edgeX2[e], read.edgeY2[e], read.edgeOnBorder[e]].join(' ')).sort();
  ok(now.edges > 0);
  deepEqual(lines(merged), lines(now));
  throws(() => mergeControl(now, readControlChangePack(pack('controlchanges'))), /another control pack/);
});

test('Every series and zone of the golden pack is read as it was written', () => {
  const read = readZonePack(pack('zones')), { holders, sources, series, zones } = expected('zones');
  deepEqual([read.holders, read.sources, read.series], [holders, sources, series]);
  const open = (day: number) => day === OPEN_START || day === OPEN_END ? null : day;
  deepEqual(Array.from({ length: read.count }, (_, zone) => ({
    id: read.id[zone], of: read.of[zone], source: read.source[zone], method: read.methods[read.method[zone]!], posture: postures[read.posture[zone]!],
    holders: [...read.holder.subarray(read.holderStart[zone]!, read.holderStart[zone + 1]!)].map(i => read.holders[i]),
    may: open(read.may[zone]!), sure: read.sure[zone], sureTo: open(read.sureTo[zone]!), mayTo: open(read.mayTo[zone]!),
    polygons: range(read.polygonStart[zone]!, read.polygonStart[zone + 1]!).map(polygon => range(read.ringStart[polygon]!, read.ringStart[polygon + 1]!)
      .map(ring => range(read.pointStart[ring]!, read.pointStart[ring + 1]!).map(point => [read.x[point], read.y[point]]))),
  })), zones);
});

const range = (from: number, to: number) => Array.from({ length: to - from }, (_, i) => from + i);

test('A day finds the last holding that may have begun', () => {
  const read = readControlPack(pack('control'));
  deepEqual([15_539, 15_540, 15_948, 15_949, 16_009, 18_157, 30_000].map(day => holdingOn(read, 0, day)), [-1, 0, 0, 1, 1, 3, 3]);
  equal(read.may[holdingOn(read, 1, -90_000)], -2_147_483_648, 'an open start has no first day');
  equal(postures[read.posture[holdingOn(read, 1, 20_000)]!], 'left');
});

test('The last claim behind a holding is the last one that was certain on the day', () => {
  const read = readControlPack(pack('control'));
  deepEqual([18_157, 18_158, 18_159, 30_000].map(day => lastClaimOn(read, 3, day)), [18_157, 18_157, 18_159, 18_159]);
  equal(lastClaimOn(read, 1, 15_960), 15_949, 'a claim of two months is certain at their end');
});

test('Every shape of the golden base pack is read as it was written', () => {
  const read = readBasePack(pack('base'));
  deepEqual(Array.from({ length: read.shapes }, (_, s) => ({
    class: read.class[s], kind: read.kind[s], rank: read.rank[s],
    parts: span(read.partStart, s).map(part => points(read, part)),
  })), expected('base'));
  deepEqual([...read.kind], [POLYGON, LINE, POLYGON]);
});

test('Every label of the golden label pack is read as it was written', () => {
  const read = readLabelPack(pack('labels'));
  deepEqual(Array.from({ length: read.count }, (_, i) => ({
    place: read.place[i], lat: read.lat[i], lng: read.lng[i], kind: read.kind[i], rank: read.rank[i], population: read.population[i],
    name: read.name[i], nameAr: read.nameAr[i],
  })), expected('labels'));
});

test('A pack that is another kind, cut short or too long is refused', () => {
  for (const [name, read] of [['events', readEventPack], ['ids', readIds], ['facets', readFacetPack], ['changes', readChangePack], ['control', readControlPack], ['controlchanges', readControlChangePack], ['base', readBasePack], ['labels', readLabelPack]] as const) {
    const whole = pack(name);
    throws(() => read(pack(name === 'ids' ? 'events' : 'ids')), /is no/);
    for (let length = 0; length < whole.byteLength; length += 1 + (whole.byteLength >> 6)) throws(() => read(whole.slice(0, length)), `${name} of ${length} bytes`);
    const longer = new Uint8Array(whole.byteLength + 1);
    longer.set(new Uint8Array(whole));
    throws(() => read(longer.buffer), /too many/);
  }
});

function span(starts: Uint32Array, of: number): number[] {
  return Array.from({ length: starts[of + 1]! - starts[of]! }, (_, i) => starts[of]! + i);
}

function points(from: { pointStart: Uint32Array; x: Float64Array; y: Float64Array }, part: number): number[][] {
  return span(from.pointStart, part).map(i => [from.x[i]!, from.y[i]!]);
}

/** All that is known of one cell. */
function cellOf(read: ControlPack, cell: number) {
  return {
    place: read.place[cell], name: read.name[cell], nameAr: read.nameAr[cell], lat: read.lat[cell], lng: read.lng[cell],
    polygons: polygons(read, cell),
    holdings: span(read.holdingStart, cell).map(h => ({
      holders: Array.from(read.holder.subarray(read.holderStart[h], read.holderStart[h + 1]), i => read.holders[i]),
      posture: postures[read.posture[h]!], may: read.may[h], sure: read.sure[h],
      claims: Array.from(read.claimDay.subarray(read.claimStart[h], read.claimStart[h + 1])),
    })),
  };
}

function polygons(read: ControlPack, cell: number): number[][][][] {
  return span(read.polygonStart, cell).map(polygon => span(read.ringStart, polygon).map(ring => points(read, ring)));
}

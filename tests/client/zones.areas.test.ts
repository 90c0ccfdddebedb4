import { deepEqual, equal, ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { afterEach, test } from 'node:test';
import { OPEN_START, readZonePack, type ZonePack } from '../../src/Map.Web/client/packs/index.ts';
import { amount, sentence, toldOf } from '../../src/Map.Web/client/time/holders-figures.ts';
import type { Holdings } from '../../src/Map.Web/client/time/holdings.ts';
import { speak } from '../../src/Map.Web/client/words.ts';
import { hectaresOf, hectaresWithin } from '../../src/Map.Web/client/zones/areas.ts';
import { seriesShown } from '../../src/Map.Web/client/zones/changes.ts';
import { holds, standingOn } from '../../src/Map.Web/client/zones/standing.ts';
import { countingZones } from '../../src/Map.Web/client/zones/zone-holdings.ts';
import { packOf, type Said } from './zone-boxes.ts';

afterEach(() => speak('en'));
const file = readFileSync(new URL('../../../../tests/golden/zones.pack', import.meta.url));
const golden = readZonePack(file.buffer.slice(file.byteOffset, file.byteOffset + file.byteLength) as ArrayBuffer);
const earth = { west: -180, south: -90, east: 180, north: 90 }, view = { west: 36, south: 35, east: 39, north: 38 };
const names = ['sdf', 'sna'].map(id => ({ id, name: id, nameAr: '', short: id.toUpperCase(), shortAr: id }));

function counted(pack: ZonePack, bounds = view, series = 0): Holdings {
  const work = countingZones({ pack, series }, bounds);
  for (;;) {
    const step = work.next();
    if (step.done) return step.value;
  }
}

/** Square kilometres of a box on a sphere with the earth's surface. */
const box = (west: number, south: number, east: number, north: number) => 6371.0072 ** 2 * (east - west) * Math.PI / 180 * (Math.sin(north * Math.PI / 180) - Math.sin(south * Math.PI / 180));

test('The ground of a zone, and of its part in view, is what a net of small squares laid over it counts, holes left out', () => {
  for (let zone = 0; zone < golden.count; zone++) {
    for (const share of [1, 0.6]) {
      let km2 = 0, found = 0;
      // A net over each of its areas: they may lie far from each other.
      for (let polygon = golden.polygonStart[zone]!; polygon < golden.polygonStart[zone + 1]!; polygon++) {
        const points = [golden.pointStart[golden.ringStart[polygon]!]!, golden.pointStart[golden.ringStart[polygon + 1]!]!] as const, xs = golden.x.subarray(...points), ys = golden.y.subarray(...points);
        const [west, east, south, north] = [Math.min(...xs), Math.max(...xs), Math.min(...ys), Math.max(...ys)], bounds = { west: east - (east - west) * share, east, south, north: south + (north - south) * share };
        const dx = (bounds.east - bounds.west) / 400, dy = (bounds.north - bounds.south) / 400;
        for (let i = 0; i < 400; i++) for (let j = 0; j < 400; j++) {
          const lng = bounds.west + (i + 0.5) * dx, lat = bounds.south + (j + 0.5) * dy;
          if (holds(golden, zone, lng, lat)) km2 += box(lng - dx / 2, lat - dy / 2, lng + dx / 2, lat + dy / 2);
        }
        found += hectaresWithin(golden, zone, bounds) / 100;
      }
      ok(Math.abs(found - km2) < km2 * 0.01 + 0.02, `${share} of zone ${zone}: ${found} against ${km2} km²`);
    }
    equal(hectaresOf(golden, zone), hectaresWithin(golden, zone, earth));
  }
  ok(Array.from({ length: golden.count }, (_, zone) => golden.ringStart[golden.polygonStart[zone + 1]!]! - golden.ringStart[golden.polygonStart[zone]!]!).some(rings => rings > 1), 'one has a hole');
});

test('On every day the chart of a series has the zones that the map shows: those in view, each holder’s ground, and half of what may stand and may not', () => {
  const zones: Said[] = [
    { may: 0, mayTo: 99, holder: 0 }, { may: 100, sure: 110, holder: 1 }, { may: 90, sureTo: 95, mayTo: 105, holder: 0, box: [38, 36, 40, 37] },
    { may: 50, holder: 0, of: 1 }, { may: 40, holder: 1, box: [44, 13, 45, 14] },
  ];
  const pack = packOf(zones), found = counted(pack), told = toldOf(found, names);
  deepEqual(told.map(({ words }) => words), ['SNA', 'SDF']);
  for (let day = -5; day <= 130; day++) {
    for (const { holders, bands } of told) {
      let many = 0, hectares = 0;
      zones.forEach((zone, i) => {
        const standing = pack.of[i] === 0 && hectaresWithin(pack, i, view) > 0 && pack.holders[zone.holder!] === holders[0] ? standingOn(pack, i, day) : null;
        if (standing === null) return;
        many++;
        hectares += standing === 'surely' ? hectaresWithin(pack, i, view) : Math.round(hectaresWithin(pack, i, view) / 2);
      });
      deepEqual([amount(found, 'places', day, bands), amount(found, 'area', day, bands)], [many, hectares], `${holders.join()} on day ${day}`);
    }
  }
  deepEqual([found.first, found.row(-1), found.places], [0, -1, 2]);
});

test('A day of a series is told by its zones: nothing is said of ground that it does not speak of, and where none is in view that is said', () => {
  const pack = packOf([{ may: 15_000, mayTo: 15_099, holder: 0 }, { may: 15_100, mayTo: 15_199, holder: 1, box: [37, 36, 37.5, 37] }]), found = counted(pack), told = toldOf(found, names);
  equal(sentence(found, told, 'area', 15_050), `17 March 2011: SDF ${Math.round(box(37, 36, 38, 37)).toLocaleString('en')} km²`);
  equal(sentence(found, told, 'area', 15_150), `25 June 2011: SNA ${Math.round(box(37, 36, 37.5, 37)).toLocaleString('en')} km²`);
  equal(sentence(found, told, 'places', 15_150), '25 June 2011: SNA 1');
  equal(sentence(found, told, 'places', 15_250), '3 October 2011: no zone of the series in this view');
  speak('ar');
  ok(sentence(found, told, 'area', 15_250).endsWith('لا منطقة من السلسلة في هذا العرض'));
});

test('A series that goes on is counted to its end, one without a beginning from the first, and one of which no zone is in view has no band', () => {
  const open = counted(packOf([{ may: OPEN_START, holder: 0 }]));
  deepEqual([open.row(-40_000), open.row(40_000), open.bands.length], [0, 0, 1]);
  const away = counted(packOf([{ may: 0, box: [44, 13, 45, 14] }]));
  deepEqual([away.bands.length, away.area, away.places], [0, 0, 0]);
});

test('A series that is named and not published is told from none', () => {
  const pack = packOf([{ may: 0 }]);
  deepEqual([seriesShown(pack, null), seriesShown(pack, 'no-such'), seriesShown(null, 'a')], [null, 'unpublished', 'unpublished']);
  deepEqual(seriesShown(pack, 'b'), { pack, series: 1 });
});

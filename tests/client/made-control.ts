import { BESIEGED, CONTESTED, HOLDS, JOINT, LEFT, OPEN_START, type ControlPack } from '../../src/Map.Web/client/packs/index.ts';
import { seeded } from './random.ts';

/** Square cells of a tenth of a degree, forty in a row, each with holdings made at random, and the edges between them. */
export function madeControl(seed: number, cells: number): ControlPack {
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
  const edges: [number, number, number, number, number, number][] = [];
  for (let cell = 0; cell < cells; cell++) {
    const west = x[cell * 4]!, south = y[cell * 4]!;
    if (cell % 40 !== 39 && cell + 1 < cells) edges.push([cell, cell + 1, west + 0.1, south, west + 0.1, south + 0.1]);
    if (cell + 40 < cells) edges.push([cell, cell + 40, west, south + 0.1, west + 0.1, south + 0.1]);
  }
  const part = (at: number) => Float64Array.from(edges, edge => edge[at]!);
  const count = (of: number, each: number) => Uint32Array.from({ length: of + 1 }, (_, i) => i * each);
  return {
    holders: ['sdf', 'government-of-syria', 'hts', 'a-militia'], plane: 0.82, radius: 20_000, fullShare: 0.76, ages: [365, 730, 1826], to: 3000, cells, place: new Float64Array(cells),
    lat: Float64Array.from({ length: cells }, (_, i) => y[i * 4]! + 0.05), lng: Float64Array.from({ length: cells }, (_, i) => x[i * 4]! + 0.05), name: [], nameAr: [],
    polygonStart: count(cells, 1), ringStart: count(cells, 1), pointStart: count(cells, 4), x: Float64Array.from(x), y: Float64Array.from(y),
    holdingStart: Uint32Array.from(holdingStart), may: Int32Array.from(may), sure: Int32Array.from(sure), posture: Uint8Array.from(posture), claims: new Uint16Array(may.length),
    claimStart: new Uint32Array(may.length + 1), claimDay: new Int32Array(0), holderStart: Uint32Array.from(holderStart), holder: Uint8Array.from(holder),
    edges: edges.length, edgeA: Uint32Array.from(edges, edge => edge[0]), edgeB: Uint32Array.from(edges, edge => edge[1]),
    edgeX1: part(2), edgeY1: part(3), edgeX2: part(4), edgeY2: part(5), edgeOnBorder: Uint8Array.from(edges, (_, i) => i % 17 === 0 ? 1 : 0),
  };
}

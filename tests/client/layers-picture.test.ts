import { deepEqual, equal, ok } from 'node:assert/strict';
import { test } from 'node:test';
import { mixed, pixelColour } from '../../src/Map.Web/client/layers/brushes.ts';
import { rasterOf, type CellRaster } from '../../src/Map.Web/client/layers/cell-raster.ts';
import { projectCells } from '../../src/Map.Web/client/layers/cells.ts';
import { heldCells } from '../../src/Map.Web/client/layers/held.ts';
import type { Frame } from '../../src/Map.Web/client/layers/layer.ts';
import type { Palette } from '../../src/Map.Web/client/layers/palette.ts';
import { createSquares, type Squares } from '../../src/Map.Web/client/layers/square.ts';
import { byDistance, nearSegment, trace } from '../../src/Map.Web/client/layers/strokes.ts';
import { pixelsOf, tilesOf, within, type Tile } from '../../src/Map.Web/client/layers/tiles.ts';
import { across, down, latitudeOf, longitudeOf, metresPerPixel, offsetOf, worldSize, type View } from '../../src/Map.Web/client/layers/view.ts';
import { madeControl } from './made-control.ts';
import { seeded } from './random.ts';

const fills: Record<string, string> = { sdf: '#f4d04e', 'government-of-syria': '#e28b7f', hts: '#c6e9c2', 'a-militia': '#dad6ce' };
const palette = {
  land: '#f7f5f1', front: '#1b1f24', frontCase: '#ffffff', time: '#5b2a7a',
  holder: (id: string) => ({ fill: fills[id]!, line: '#5b4935', patterned: id === 'a-militia' }),
} as Palette;

function viewAt(latitude: number, longitude: number, zoom: number, density: number): View {
  const size = worldSize(zoom), width = 320, height = 256;
  return { zoom, left: Math.round(across(longitude) * size - width / 2), top: Math.round(down(latitude) * size - height / 2), width, height, marginX: 64, marginY: 64, density };
}

test('Each pixel belongs to the cell that its middle lies in, is surer the nearer the place, and says nothing beyond the stated distance', () => {
  const pack = { ...madeControl(5, 400), radius: 6000 };
  for (const [zoom, density] of [[7, 1], [9, 1], [10, 1.5]] as const) {
    const view = viewAt(34.5, 37.9, zoom, density), { cell, share, width, box } = rasterOf(projectCells(pack, zoom), view), random = seeded(zoom), shift = offsetOf(view), size = worldSize(zoom);
    for (let round = 0; round < 4000; round++) {
      const x = random.whole(Math.round(view.width * density)), y = random.whole(Math.round(view.height * density)), p = (y - box.top) * width + x - box.left, isIn = x >= box.left && x < box.right && y >= box.top && y < box.bottom;
      const lng = longitudeOf((x + 0.5) / density - shift.x, size), lat = latitudeOf((y + 0.5) / density - shift.y, size);
      const column = Math.floor((lng - 36) * 10), row = Math.floor((lat - 34) * 10), inside = column >= 0 && column < 40 && row >= 0 && row < 10;
      // So near an edge rounding decides.
      if (Math.abs((lng * 10) % 1 - 0.5) > 0.499 || Math.abs((lat * 10) % 1 - 0.5) > 0.499) continue;
      equal(isIn ? cell[p] : 0, inside ? row * 40 + column + 1 : 0, `${lng} ${lat}`);
      if (!inside) continue;
      const at = row * 40 + column, away = Math.hypot((lng - pack.lng[at]!) * Math.cos(lat * Math.PI / 180), lat - pack.lat[at]!) * 111_320, sure = Math.max(0, Math.min(1, (6000 - away) / (6000 * 0.24)));
      ok(Math.abs(share[p]! / 255 - sure) < 0.06 + metresPerPixel(lat, zoom) / 6000 / 0.24 / 4, `${share[p]! / 255} against ${sure} at ${away} m`);
    }
  }
});

test('Between two shapes that touch no pixel is left out', () => {
  const pack = madeControl(5, 400);
  // A metre of nothing between any two.
  const thin = { ...pack, x: pack.x.map((x, i) => x + (i % 4 === 0 || i % 4 === 3 ? 2e-5 : 0)), y: pack.y.map((y, i) => y + (i % 4 < 2 ? 2e-5 : 0)) };
  const { cell, width, height } = rasterOf(projectCells(thin, 11), viewAt(34.5, 37.9, 11, 1));
  for (let y = 2; y < height - 2; y++) for (let x = 2; x < width - 2; x++) ok(cell[y * width + x]! > 0, `${x} ${y}`);
});

test('Figures along a line are those of each pixel’s distance from it', () => {
  const random = seeded(8), box = { left: 10, top: 20, right: 74, bottom: 84 };
  for (let round = 0; round < 60; round++) {
    const [x1, y1, x2, y2] = Array.from({ length: 4 }, () => random.next() * 120 - 10) as [number, number, number, number], reach = 1 + random.next() * 9;
    const into = new Uint8Array(64 * 64), found = new Uint8Array(64 * 64);
    for (const pixel of trace(x1, y1, x2, y2, reach, box, byDistance(reach, away => 1 - away / reach / 2))) into[pixel >>> 8] = pixel & 255;
    nearSegment(x1, y1, x2, y2, reach, box, (x, y, away) => { found[(y - box.top) * 64 + x - box.left] = 255 * (1 - away / reach / 2); });
    for (let i = 0; i < into.length; i++) {
      const px = box.left + i % 64 + 0.5, py = box.top + Math.floor(i / 64) + 0.5, dx = x2 - x1, dy = y2 - y1, t = Math.max(0, Math.min(1, ((px - x1) * dx + (py - y1) * dy) / (dx * dx + dy * dy)));
      const away = Math.hypot(px - x1 - t * dx, py - y1 - t * dy), sure = 255 * (1 - away / reach / 2);
      if (Math.abs(away - reach) < 0.2) continue;
      // The table knows distances to a quarter of a pixel where they are least.
      ok(Math.abs(into[i]! - (away > reach ? 0 : sure)) < 255 * 0.25 / reach / 2 + 2, `traced ${into[i]} against ${sure} at ${away} of ${reach}`);
      ok(Math.abs(found[i]! - (away > reach ? 0 : sure)) < 2, `near ${found[i]} against ${sure}`);
    }
  }
});

/** Draws what of these squares lies where anything of the layer can be seen. */
function paint(squares: Squares, raster: CellRaster, tiles: readonly Tile[], into: Uint32Array): void {
  for (const tile of tiles) {
    const area = within(pixelsOf(tile, raster.view), raster.box);
    if (area.left >= area.right || area.top >= area.bottom) continue;
    const rows = new Uint32Array(raster.width * (area.bottom - area.top));
    squares.paint([{ tile, area }], rows);
    for (let y = area.top; y < area.bottom; y++)
      for (let x = area.left; x < area.right; x++) into[(y - raster.box.top) * raster.width + x - raster.box.left] = rows[(y - area.top) * raster.width + x - raster.box.left]!;
  }
}

for (const [ground, opacity] of [['a ground of its own', 255], ['a ground that lets through what lies under it', 0]] as const)
  test(`Squares drawn one after the other on ${ground}, in whatever order and at whatever times, are the whole picture`, () => {
    const pack = madeControl(9, 400), view = viewAt(34.5, 37.9, 8, 1), random = seeded(2);
    const cells = projectCells(pack, 8), raster = rasterOf(cells, view), tiles = tilesOf(view, cells), held = heldCells(pack);
    const over = Uint32Array.from(raster.cell, () => random.whole(9) === 0 ? random.whole(0xffffff) * 256 >>> 0 : 0), bare = over.map(above => opacity === 255 ? (0xff000000 | random.whole(0xffffff)) >>> 0 : above);
    const frame = { view, palette, only: null, data: { control: pack } } as unknown as Frame;
    held.move(1000);
    const squares = createSquares(frame, cells, raster, tiles, held, bare, over), stepwise = bare.slice();
    paint(squares, raster, tiles.all, stepwise);
    // All in one square.
    const one: Tile = { box: { x: 0, y: 0, width: view.width, height: view.height }, cells: Array.from({ length: pack.cells }, (_, cell) => cell), edges: Array.from({ length: pack.edges }, (_, edge) => edge) };
    const pictures = new Set<string>(), owed = new Set<Tile>();
    for (let day = 1000, step = 0; step < 90; step++) {
      day = Math.max(0, day + random.whole(500) - 230);
      const changed = held.move(day);
      // What nobody sees may be drawn later.
      const due = [...squares.renew(frame, changed), ...owed].filter(tile => random.whole(7) > 0 || !owed.add(tile));
      for (const tile of due) owed.delete(tile);
      paint(squares, raster, due, stepwise);
      if (step % 3 < 2) continue;
      paint(squares, raster, [...owed], stepwise);
      owed.clear();
      const whole = bare.slice();
      paint(createSquares(frame, cells, raster, { ...tiles, all: [one], showing: () => [one] }, held, bare, over), raster, [one], whole);
      deepEqual(stepwise, whole, `day ${day}`);
      pictures.add(whole.subarray(0, 9000).join());
    }
    ok(pictures.size > 20);
  });

test('Where nothing is known the ground is seen as it is, and where a holder is sure its own colour', () => {
  const pack = { ...madeControl(1, 1), holdingStart: Uint32Array.of(0, 1), may: Int32Array.of(100), sure: Int32Array.of(100), posture: Uint8Array.of(0), holderStart: Uint32Array.of(0, 1), holder: Uint8Array.of(0), claims: Uint16Array.of(1), claimStart: Uint32Array.of(0, 1), claimDay: Int32Array.of(100) };
  const view = viewAt(34.05, 36.05, 9, 1), frame = { view, palette, only: null, data: { control: pack } } as unknown as Frame, cells = projectCells(pack, 9), raster = rasterOf(cells, view), held = heldCells(pack), tiles = tilesOf(view, cells);
  const bare = new Uint32Array(raster.cell.length).fill(0xff112233), over = new Uint32Array(bare.length);
  const shownOn = (day: number) => {
    held.move(day);
    const into = bare.slice();
    paint(createSquares(frame, cells, raster, tiles, held, bare, over), raster, tiles.all, into);
    return into;
  };
  ok(shownOn(99).every(pixel => pixel === 0xff112233));
  const shown = shownOn(100), middle = (view.height / 2 - raster.box.top) * raster.width + view.width / 2 - raster.box.left;
  equal(shown[middle], 0xff000000 + pixelColour('#f4d04e'));
  equal(shown[0], 0xff112233);
  const old = new Set(shownOn(100 + 800).subarray(middle, middle + 16));
  ok(old.size > 1, 'dots of land show through an old claim');
});

test('Colours mix channel by channel', () => {
  equal(mixed(pixelColour('#000000'), pixelColour('#ff8040'), 0), 0);
  equal(mixed(pixelColour('#000000'), pixelColour('#ff8040'), 255), pixelColour('#ff8040'));
  equal(mixed(pixelColour('#000000'), pixelColour('#fe8040'), 128), pixelColour('#804120'));
  equal(mixed(pixelColour('#ff8040'), pixelColour('#000000'), 255), 0);
});

import { ok } from 'node:assert/strict';
import { readFileSync } from 'node:fs';
import { test } from 'node:test';

// The holders' colours as the style sheet has them, seen by eyes that do not tell red from green, or blue from yellow: Machado, Oliveira and Fernandes
// (2009), full severity; differences by CIEDE2000.

type Rgb = readonly [number, number, number];
const sheet = readFileSync(new URL('../../../../wwwroot/css/tokens.css', import.meta.url), 'utf8');

/** The first block of the sheet is the light theme, the one under [data-theme="dark"] the dark one. */
function theme(name: 'light' | 'dark'): (token: string) => Rgb {
  const from = sheet.indexOf(name === 'light' ? ':root, [data-theme="light"] {' : '\n[data-theme="dark"] {'), block = sheet.slice(from, sheet.indexOf('\n}', from));
  return token => {
    const hex = new RegExp(`--${token}: #([0-9A-Fa-f]{6});`).exec(block)?.[1];
    if (hex === undefined) throw new Error(`no ${token} in ${name}`);
    return [0, 2, 4].map(at => parseInt(hex.slice(at, at + 2), 16) / 255) as unknown as Rgb;
  };
}

const eyes: Record<string, readonly Rgb[]> = {
  normal: [[1, 0, 0], [0, 1, 0], [0, 0, 1]],
  protanopia: [[0.152286, 1.052583, -0.204868], [0.114503, 0.786281, 0.099216], [-0.003882, -0.048116, 1.051998]],
  deuteranopia: [[0.367322, 0.860646, -0.227968], [0.280085, 0.672501, 0.047413], [-0.01182, 0.04294, 0.968881]],
  tritanopia: [[1.255528, -0.076749, -0.178779], [-0.078411, 0.930809, 0.147602], [0.004733, 0.691367, 0.3039]],
};

const linear = (c: number) => c <= 0.04045 ? c / 12.92 : ((c + 0.055) / 1.055) ** 2.4;

function lab(colour: Rgb, eye: string): Rgb {
  const light = colour.map(linear);
  const seen = eyes[eye]!.map(row => Math.max(0, Math.min(1, row[0] * light[0]! + row[1] * light[1]! + row[2] * light[2]!)));
  const [r, g, b] = seen as unknown as Rgb;
  const [x, y, z] = [(0.4124564 * r + 0.3575761 * g + 0.1804375 * b) / 0.95047, 0.2126729 * r + 0.7151522 * g + 0.072175 * b, (0.0193339 * r + 0.119192 * g + 0.9503041 * b) / 1.08883]
    .map(t => t > 216 / 24389 ? Math.cbrt(t) : (24389 / 27 * t + 16) / 116) as unknown as Rgb;
  return [116 * y - 16, 500 * (x - y), 200 * (y - z)];
}

/** CIEDE2000 with all weights one (Sharma, Wu and Dalal 2005). */
export function difference([l1, a1, b1]: Rgb, [l2, a2, b2]: Rgb): number {
  const turn = Math.PI / 180, mean = (Math.hypot(a1, b1) + Math.hypot(a2, b2)) / 2, g = 0.5 * (1 - Math.sqrt(mean ** 7 / (mean ** 7 + 25 ** 7)));
  const p1 = a1 * (1 + g), p2 = a2 * (1 + g), c1 = Math.hypot(p1, b1), c2 = Math.hypot(p2, b2);
  const hue = (a: number, b: number) => a === 0 && b === 0 ? 0 : (Math.atan2(b, a) / turn + 360) % 360;
  const h1 = hue(p1, b1), h2 = hue(p2, b2), grey = c1 * c2 === 0;
  const dh = grey ? 0 : ((h2 - h1 + 540) % 360) - 180, dH = 2 * Math.sqrt(c1 * c2) * Math.sin(dh / 2 * turn);
  const l = (l1 + l2) / 2, c = (c1 + c2) / 2, h = grey ? h1 + h2 : Math.abs(h1 - h2) <= 180 ? (h1 + h2) / 2 : (h1 + h2 + (h1 + h2 < 360 ? 360 : -360)) / 2;
  const t = 1 - 0.17 * Math.cos((h - 30) * turn) + 0.24 * Math.cos(2 * h * turn) + 0.32 * Math.cos((3 * h + 6) * turn) - 0.2 * Math.cos((4 * h - 63) * turn);
  const sl = 1 + 0.015 * (l - 50) ** 2 / Math.sqrt(20 + (l - 50) ** 2), sc = 1 + 0.045 * c, sh = 1 + 0.015 * c * t;
  const rt = -2 * Math.sqrt(c ** 7 / (c ** 7 + 25 ** 7)) * Math.sin(60 * Math.exp(-(((h - 275) / 25) ** 2)) * turn);
  return Math.sqrt(((l2 - l1) / sl) ** 2 + ((c2 - c1) / sc) ** 2 + (dH / sh) ** 2 + rt * (c2 - c1) / sc * dH / sh);
}

const holders = ['government', 'hts', 'opposition', 'sna', 'sdf', 'islamic-state'];

/** The least difference that two areas side by side may have; blue-yellow blindness is a hundred times rarer than red-green. */
const LEAST: Record<string, number> = { normal: 13, protanopia: 13, deuteranopia: 13, tritanopia: 12 };

test('The measure of difference is the one of the published examples', () => {
  for (const [one, other, expected] of [
    [[50, 2.6772, -79.7751], [50, 0, -82.7485], 2.0425], [[50, -1, 2], [50, 0, 0], 2.3669], [[50, 2.5, 0], [58, 24, 15], 19.4535], [[60.2574, -34.0099, 36.2677], [60.4626, -34.1751, 39.4387], 1.2644],
    [[90.8027, -2.0831, 1.441], [91.1528, -1.6435, 0.0447], 1.4441], [[2.0776, 0.0795, -1.135], [0.9033, -0.0636, -0.5514], 0.9082],
  ] as const) ok(Math.abs(difference(one, other) - expected) < 1e-4, `${difference(one, other)} against ${expected}`);
});

for (const name of ['light', 'dark'] as const) {
  test(`In the ${name} theme any two holders are told apart, side by side and striped, with every kind of eye`, () => {
    const colour = theme(name);
    for (const eye of Object.keys(eyes))
      for (const [i, one] of holders.entries())
        for (const other of holders.slice(i + 1)) {
          const apart = difference(lab(colour(`holder-${one}`), eye), lab(colour(`holder-${other}`), eye));
          ok(apart >= LEAST[eye]!, `${one} and ${other}, ${eye}: ${apart.toFixed(1)}`);
        }
  });

  test(`In the ${name} theme a holder without a colour of its own is told by its lines, and the front line from every fill`, () => {
    const colour = theme(name);
    for (const eye of Object.keys(eyes)) {
      const lines = difference(lab(colour('holder-other'), eye), lab(colour('holder-other-line'), eye));
      ok(lines >= 20, `lines of others, ${eye}: ${lines.toFixed(1)}`);
      for (const holder of [...holders, 'other']) {
        // Line and casing are light and dark: at least one of them stands out from any fill.
        const fill = lab(colour(`holder-${holder}`), eye), apart = Math.max(difference(fill, lab(colour('map-front'), eye)), difference(fill, lab(colour('map-front-case'), eye)));
        ok(apart >= 25, `front line on ${holder}, ${eye}: ${apart.toFixed(1)}`);
      }
    }
  });
}

test('The map draws with these colours and no others', () => {
  const source = readFileSync(new URL('../../../../src/Map.Web/client/layers/palette.ts', import.meta.url), 'utf8');
  for (const holder of holders) ok(source.includes(`'${holder}'`), holder);
  ok(!/#[0-9a-fA-F]{6}/.test(source.replace("'#888888'", '')), 'a colour that is not in the style sheet');
});

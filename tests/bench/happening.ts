// Prints what one step of the window costs at a million events: from src/Map.Web/client,
//   npx esbuild ../../../tests/bench/happening.ts --bundle --platform=node --format=esm --outfile=.tests/happening.bench.mjs && node .tests/happening.bench.mjs
import { happening, type EventSpans } from '../../src/Map.Web/client/time/happening.ts';
import { seeded } from '../client/random.ts';

const rows = Number(process.argv[2] ?? 1_000_000), first = 16_800, daysLong = 2_920, places = 8_000;
const random = seeded(1);
const starts = Int32Array.from({ length: rows }, () => first + random.whole(daysLong)).sort();
const pack: EventSpans = {
  count: rows, types: ['clash', 'strike', 'killing'], earliest: starts,
  latest: starts.map(day => day + (random.whole(7) === 0 ? random.whole(60) : 0)), lasted: Uint8Array.from({ length: (rows + 7) >> 3 }, () => random.whole(256) & random.whole(256)),
  place: Uint32Array.from({ length: rows }, () => random.whole(places)), type: Uint8Array.from({ length: rows }, () => random.whole(3)), placeLat: { length: places },
};

const built = performance.now();
const live = happening(pack);
live.setWindow(first, first + 29);
console.log(`${rows} events; built and counted once in ${(performance.now() - built).toFixed(1)} ms`);

measure('one day on, 30 days', i => live.setWindow(first + i, first + 29 + i), daysLong - 30);
measure('one day on, all so far', i => live.setWindow(-2147483648, first + i), daysLong);
measure('a month on, 30 days', i => live.setWindow(first + 30 * i, first + 30 * i + 29), 90);
measure('a random jump, a year', () => { const from = first + random.whole(daysLong); live.setWindow(from, from + 364); }, 100);

function measure(what: string, step: (i: number) => void, times: number): void {
  const taken = Array.from({ length: times }, (_, i) => {
    const start = performance.now();
    step(i);
    return performance.now() - start;
  }).sort((a, b) => a - b);
  const at = (share: number) => taken[Math.min(taken.length - 1, Math.floor(share * taken.length))]!.toFixed(3);
  console.log(`${what}: median ${at(0.5)} ms, p95 ${at(0.95)} ms, worst ${taken.at(-1)!.toFixed(3)} ms`);
}

// One control claim, from the write until readers see it, on a map of thousands of places.
import { loadavg } from 'node:os';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { run, startLive } from './product.mjs';
import { browserOf, median, patient, PATIENCE, version } from './server.mjs';

const TURNS = 9, DATE = '2024-06-01';

/** Each claim names a party that holds nothing yet: the map shows it as soon as the page says that it is among those who hold something. */
export async function claimPart(places, folder) {
  const copy = join(run, 'data-claimed');
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true });
  const site = await startLive(copy), browser = await browserOf();
  try {
    const [known, fresh] = JSON.parse(await site.say('spots'));
    const reader = patient(await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage());
    let bytes = 0;
    reader.on('response', async answer => { if (/\/data\/control/.test(answer.url())) bytes += Number(answer.headers()['content-length'] ?? 0); });
    await reader.goto(`${site.address}/?window=30d&date=${DATE}&at=${known.Latitude},${known.Longitude},9`);
    await reader.locator("[data-map][data-ready='true']").waitFor({ state: 'attached' });
    await reader.locator("[data-live='true']").waitFor({ state: 'attached' });
    await reader.waitForLoadState('networkidle');
    const rows = [];
    for (const [what, place, turns] of [['one claim more at a known place', known, TURNS], ['the first claim of a place', fresh, 1]]) {
      const written = [], served = [], shown = [], sizes = [];
      for (let turn = 0; turn < turns; turn++) {
        const party = `party-${rows.length}-${turn}`, index = await version(site);
        bytes = 0;
        const began = performance.now(), since = () => performance.now() - began;
        const isShown = reader.waitForFunction(id => document.querySelector('[data-map]').dataset.holders.split(',').includes(id), party, { timeout: PATIENCE, polling: 'raf' }).then(since);
        const isServed = (async () => {
          while (await version(site) === index && since() < PATIENCE) await new Promise(done => setTimeout(done, 20));
          return since();
        })();
        written.push(Number(await site.say(`claim ${place.Id} ${party} 2024-05-${String(10 + turn).padStart(2, '0')}`)));
        served.push(await isServed);
        shown.push(await isShown);
        sizes.push(bytes);
        await new Promise(done => setTimeout(done, 500));
      }
      rows.push([what, written, served, shown, sizes]);
    }
    console.log(`### One claim at ${places.toLocaleString('en')} control places (load average ${loadavg()[0].toFixed(1)})\n`);
    console.log('| | turns | written, ms | served, ms | shown, first | median | worst | bytes fetched of the layer |\n|---|--:|--:|--:|--:|--:|--:|--:|');
    for (const [what, written, served, shown, sizes] of rows)
      console.log(`| ${[what, shown.length, median(written).toFixed(0), median(served).toFixed(0), shown[0].toFixed(0), median(shown).toFixed(0), Math.max(...shown).toFixed(0), median(sizes).toLocaleString('en')].join(' | ')} |`);
    console.log('');
  } finally {
    await browser.close();
    await site.stop();
    rmSync(copy, { recursive: true, force: true });
  }
}

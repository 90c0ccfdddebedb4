// What a reader does besides moving time: changes a filter, zooms, pans. How long until the new picture, and does anything hold a frame up meanwhile?
import { loadavg } from 'node:os';
import { chromium } from 'playwright-core';
import { FLAGS } from './visit.mjs';

const TURNS = 6;

/** A filter that is asked for and taken out again. The last one needs a file of its own, which the panel of filters fetches when a reader opens it to choose. */
const filters = [
  ['one type', 'types=clash'],
  ['one governorate', 'governorates=SY02'],
];

export async function actsPart(rows, site, viewports) {
  console.log(`### ${rows.toLocaleString('en')} events: filter, zoom, pan on the dashboard (load average ${loadavg()[0].toFixed(1)})\n`);
  console.log('| size | window | act | until the new picture ms: median, worst | longest frame ms | long tasks |\n|---|---|---|--:|--:|--:|');
  for (const { width, height, name } of viewports)
    for (const window of ['30d', 'all']) {
      const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: FLAGS });
      try {
        const page = await (await browser.newContext({ viewport: { width, height } })).newPage();
        await page.addInitScript(watch);
        await page.goto(`${site.address}/?window=${window}&date=2019-06-01&at=35.6,38.4,7`);
        await page.locator("[data-map][data-ready='true']").waitFor({ state: 'attached' });
        await page.locator("[data-live='true']").waitFor({ state: 'attached' });
        await page.waitForLoadState('networkidle');
        for (const [act, query] of filters) {
          if (act === filters[1][0]) {
            await page.getByRole('tab', { name: 'Filters' }).click();
            await page.locator('.filter-panel .filter-row').first().waitFor();
            await page.waitForLoadState('networkidle');
          }
          const first = await page.evaluate(filter, { query, turns: 1 }), { taken, ...held } = await page.evaluate(filter, { query, turns: TURNS });
          row(name, window, `filter: ${act}${act === filters[0][0] ? '' : ` (the first one ${first.taken[0].toFixed(0)} ms)`}`, taken, held);
        }
        const box = await page.locator('[data-map]').boundingBox();
        await page.mouse.move(box.x + box.width * 0.6, box.y + box.height * 0.5);
        for (const [act, delta] of [['zoom in', -120], ['zoom out', 120]]) {
          await page.evaluate(begin);
          await page.mouse.wheel(0, delta);
          await page.waitForFunction(() => window.bench.zoomed());
          row(name, window, act, [], await page.evaluate(() => window.bench.end()));
        }
        await page.evaluate(begin);
        await page.mouse.down();
        for (let i = 1; i <= 30; i++) await page.mouse.move(box.x + box.width * 0.6 - i * 10, box.y + box.height * 0.5 + i * 3);
        await page.mouse.up();
        await page.waitForLoadState('networkidle');
        row(name, window, 'pan', [], await page.evaluate(() => window.bench.end()));
      } finally {
        await browser.close();
      }
    }
  console.log('');
}

function row(size, window, act, taken, { longest, longTasks }) {
  const sorted = [...taken].sort((a, b) => a - b), times = sorted.length === 0 ? '' : `${sorted[sorted.length >> 1].toFixed(0)}, ${sorted.at(-1).toFixed(0)}`;
  console.log(`| ${[size, window, act, times, longest.toFixed(0), longTasks].join(' | ')} |`);
}

// What follows runs in the page.

function watch() {
  const bench = window.bench = { tasks: [], frames: [], zoom: '' };
  new PerformanceObserver(list => { for (const task of list.getEntries()) bench.tasks.push(task.duration); }).observe({ type: 'longtask' });
  let before = 0;
  const look = now => { bench.frames.push(now - before); before = now; requestAnimationFrame(look); };
  requestAnimationFrame(look);
  bench.end = () => ({ longest: Math.max(0, ...bench.frames), longTasks: bench.tasks.length });
  // The address holds the zoom once the map has come to rest; then the pictures of the new zoom are drawn.
  bench.zoomed = () => new URLSearchParams(location.search).get('at') !== bench.zoom && !document.querySelector('.leaflet-zoom-anim');
}

function begin() {
  Object.assign(window.bench, { tasks: [], frames: [], zoom: new URLSearchParams(location.search).get('at') });
}

/** Goes to an address with the filter and back, as the browser's own buttons would. */
async function filter({ query, turns }) {
  const nextFrame = () => new Promise(requestAnimationFrame), map = document.querySelector('[data-map]');
  const counts = () => `${map.dataset.certain} ${map.dataset.possible}`, taken = [], plain = location.search.replace(/&(types|governorates)=[^&]*/g, '');
  window.bench.tasks = [];
  window.bench.frames = [];
  for (let turn = 0; turn < turns * 2; turn++) {
    const shown = counts(), at = await nextFrame();
    history.replaceState(null, '', turn % 2 === 0 ? `${plain}&${query}` : plain);
    dispatchEvent(new PopStateEvent('popstate'));
    let now = at;
    while (counts() === shown && now - at < 10_000) now = await nextFrame();
    taken.push(await nextFrame() - at);
    await new Promise(done => setTimeout(done, 200));
  }
  return { taken, ...window.bench.end() };
}

// Drags the product's own date slider over the whole axis and back, and prints how long the frames took.
//   node scrub.mjs http://localhost:5080 [rounds]
// Chromium: CHROMIUM_PATH, or /usr/bin/chromium. Figures are printed, never asserted: machines differ.
import { chromium } from 'playwright-core';

const [address = 'http://localhost:5080', rounds = '3'] = process.argv.slice(2);
const browser = await chromium.launch({
  executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium',
  args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'],
});
console.log('| page | window | frames | p50 ms | p95 ms | longest ms | long tasks | requests | socket messages |');
console.log('|---|---|--:|--:|--:|--:|--:|--:|--:|');
for (const page of ['/', '/embed'])
  for (const window of ['30d', 'all']) {
    const runs = [];
    for (let round = 0; round < Number(rounds); round++) runs.push(await scrub(page, window));
    const of = key => median(runs.map(run => run[key]));
    console.log(`| ${page} | ${window} | ${of('frames')} | ${of('p50').toFixed(1)} | ${of('p95').toFixed(1)} | ${of('longest').toFixed(1)} | ${of('longTasks')} | ${of('requests')} | ${of('messages')} |`);
  }
await browser.close();

async function scrub(path, window) {
  const context = await browser.newContext({ viewport: { width: 1280, height: 800 } });
  const page = await context.newPage();
  let requests = 0, messages = 0;
  page.on('request', () => requests++);
  // A keep-alive ping is three bytes; anything longer is a message.
  page.on('websocket', socket => {
    const count = frame => { if (frame.payload.length > 3) messages++; };
    socket.on('framesent', count);
    socket.on('framereceived', count);
  });
  await page.goto(`${address}${path}?window=${window}&date=2011-06-01`);
  await page.locator("[data-map][data-ready='true']").waitFor({ state: 'attached' });
  if (path === '/') await page.locator("[data-live='true']").waitFor({ state: 'attached' });
  await page.waitForLoadState('networkidle');
  const track = await page.locator('[data-track]').boundingBox();
  const thumb = await page.locator('[data-date-slider]').boundingBox();
  const y = thumb.y + thumb.height / 2;
  await page.mouse.move(thumb.x + thumb.width / 2, y);
  await page.mouse.down();
  requests = messages = 0;
  // The pointer moves inside the page, once a frame, so that what is timed is the page and not the test's own messages to it.
  const times = await page.evaluate(async ({ x, width, y }) => {
    const thumb = document.querySelector('[data-date-slider]');
    let longTasks = 0;
    new PerformanceObserver(list => { longTasks += list.getEntries().length; }).observe({ entryTypes: ['longtask'] });
    const frames = [], steps = 240;
    let before = await new Promise(requestAnimationFrame);
    for (let step = 0; step <= steps; step++) {
      const share = step <= steps / 2 ? step / (steps / 2) : 2 - step / (steps / 2);
      thumb.dispatchEvent(new PointerEvent('pointermove', { bubbles: true, pointerId: 1, pointerType: 'mouse', isPrimary: true, buttons: 1, clientX: x + width * share, clientY: y }));
      const now = await new Promise(requestAnimationFrame);
      frames.push(now - before);
      before = now;
    }
    return { frames, longTasks };
  }, { x: track.x, width: track.width, y });
  const result = { requests, messages, longTasks: times.longTasks, frames: times.frames.length };
  await page.mouse.up();
  await context.close();
  const sorted = times.frames.sort((a, b) => a - b);
  return { ...result, p50: at(sorted, 0.5), p95: at(sorted, 0.95), longest: sorted.at(-1) };
}

function at(sorted, share) { return sorted[Math.min(sorted.length - 1, Math.floor(sorted.length * share))]; }
function median(values) { return values.sort((a, b) => a - b)[Math.floor(values.length / 2)]; }

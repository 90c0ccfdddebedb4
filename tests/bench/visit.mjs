// One page in one browser of its own: loaded, dragged through time and back, thrown to random dates; then weighed.
import { chromium } from 'playwright-core';
import { cpuSeconds, processesOf } from './processes.mjs';

export const FLAGS = ['--no-sandbox', '--disable-gpu', '--enable-unsafe-swiftshader', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'];
const UNLOCKED = ['--disable-frame-rate-limit', '--disable-gpu-vsync'];
export const STEPS = 120, JUMPS = 8;

/**
 * @param {{ url: string, isProduct: boolean, isDashboard?: boolean, viewport: { width: number, height: number }, first: number, last: number, unlocked?: boolean, bound: number }} what
 * first and last: the days between which it is dragged; bound: seconds for load, drag and jumps, each.
 * @returns figures, those missing that did not finish within their bound
 */
export async function visit(what) {
  const browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: [...FLAGS, ...(what.unlocked ? UNLOCKED : [])] });
  const figures = {};
  // A page that computes does not answer; its browser is then closed over it.
  const hard = setTimeout(() => void browser.close(), 4000 * what.bound);
  try {
    const page = await (await browser.newContext({ viewport: what.viewport })).newPage();
    const tools = await page.context().newCDPSession(page);
    await tools.send('Network.enable');
    let bytes = 0;
    tools.on('Network.loadingFinished', event => { bytes += event.encodedDataLength; });
    await page.addInitScript(prepare, what.isProduct);
    await page.goto(what.url, { timeout: 1000 * what.bound });
    await page.waitForFunction(() => typeof window.ready === 'number', null, { timeout: 1000 * what.bound });
    figures.load = await page.evaluate(() => window.ready);
    figures.bytes = bytes;
    if (what.isDashboard) await page.locator("[data-live='true']").waitFor({ state: 'attached' });
    if (what.isProduct) await page.waitForLoadState('networkidle');
    figures.memory = await memory(tools);
    const processes = await processesOf(browser), spent = cpuSeconds(processes);
    Object.assign(figures, await page.evaluate(drag, { steps: STEPS, bound: 1000 * what.bound, first: what.first, last: what.last, isProduct: what.isProduct }));
    if (figures.frames) figures.cpu = (cpuSeconds(processes) - spent) * 1000 / figures.frames;
    Object.assign(figures, await page.evaluate(jump, { jumps: JUMPS, bound: 1000 * what.bound, first: what.first, last: what.last, isProduct: what.isProduct }));
    figures.memoryAfter = await memory(tools);
  } catch (problem) {
    // Out of time, or the browser gave up: what was measured until then stands, the rest is "not finished".
    if (!/timeout|closed|crash/i.test(problem.message)) throw problem;
  } finally {
    clearTimeout(hard);
    await browser.close();
  }
  return figures;
}

/** MB of script objects and their arrays, after collecting what is not used. */
async function memory(tools) {
  await tools.send('HeapProfiler.collectGarbage');
  const heap = await tools.send('Runtime.getHeapUsage');
  return (heap.usedSize + (heap.backingStorageSize ?? 0)) / 1e6;
}

// What follows runs in the page.

function prepare(isProduct) {
  window.longTasks = [];
  new PerformanceObserver(list => { for (const task of list.getEntries()) window.longTasks.push(task.duration); }).observe({ type: 'longtask', buffered: true });
  if (!isProduct) return;
  // Right is the first picture in which events are counted; it is on screen when the next frame begins.
  const look = () => {
    const map = document.querySelector('[data-map]');
    if (map?.dataset.ready === 'true' && map.dataset.certain) requestAnimationFrame(() => requestAnimationFrame(() => { window.ready = performance.now(); }));
    else requestAnimationFrame(look);
  };
  requestAnimationFrame(look);
}

async function drag({ steps, bound, first, last, isProduct }) {
  const nextFrame = () => new Promise(requestAnimationFrame);
  let step;
  if (isProduct) {
    const track = document.querySelector('[data-track]'), thumb = document.querySelector('[data-date-slider]');
    // Made-up fingers cannot be captured.
    track.setPointerCapture = () => {};
    const { left, width } = track.getBoundingClientRect(), { left: x, width: wide, top, height } = thumb.getBoundingClientRect();
    const y = top + height / 2, say = (kind, at) => thumb.dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerId: 9, pointerType: 'mouse', isPrimary: true, button: 0, buttons: 1, clientX: at, clientY: y }));
    say('pointerdown', x + wide / 2);
    step = share => say('pointermove', left + width * share);
    step.end = () => say('pointerup', left + width * 0.3);
  } else {
    step = share => window.bench.show(Math.round(first + (last - first) * share));
    step.end = () => {};
  }
  step(0);
  for (let i = 0; i < 3; i++) await nextFrame();
  window.longTasks.length = 0;
  const frames = [], began = performance.now();
  let before = await nextFrame();
  for (let i = 1; i <= steps && before - began < bound; i++) {
    step(i <= steps / 2 ? i / (steps / 2) : 2 - i / (steps / 2));
    const now = await nextFrame();
    frames.push(now - before);
    before = now;
  }
  step.end();
  await new Promise(done => setTimeout(done, 100));
  frames.sort((a, b) => a - b);
  const at = share => frames[Math.min(frames.length - 1, Math.floor(frames.length * share))];
  // Too few frames say nothing about a 95th of a hundred.
  if (frames.length < 20) return { p50: frames.length < 3 ? undefined : at(0.5) };
  return { p50: at(0.5), p95: at(0.95), longTasks: window.longTasks.length, longest: Math.max(0, ...window.longTasks), frames: frames.length };
}

async function jump({ jumps, bound, first, last, isProduct }) {
  const nextFrame = () => new Promise(requestAnimationFrame);
  const taken = [], began = performance.now();
  let seed = 5;
  const random = () => (seed = seed * 48271 % 2147483647) / 2147483647;
  for (let i = 0; i < jumps && performance.now() - began < bound; i++) {
    // Near the beginning of the axis stands the handle of a window that begins there.
    let share = 0.2 + 0.75 * random();
    const at = await nextFrame();
    if (isProduct) {
      const map = document.querySelector('[data-map]'), track = document.querySelector('[data-track]'), thumb = document.querySelector('[data-date-slider]');
      const { left, width, top, height } = track.getBoundingClientRect(), shown = map.dataset.date;
      const here = (thumb.getBoundingClientRect().left - left) / width;
      // A press near the thumb takes hold of it; on a phone it is wide.
      if (Math.abs(here - share) < Math.max(0.1, 60 / width)) share = share > 0.5 ? share - 0.4 : share + 0.4;
      for (const kind of ['pointerdown', 'pointerup'])
        track.dispatchEvent(new PointerEvent(kind, { bubbles: true, pointerId: 10 + i, pointerType: 'mouse', isPrimary: true, button: 0, buttons: kind === 'pointerdown' ? 1 : 0, clientX: left + width * share, clientY: top + height / 2 }));
      // The picture of a frame is on screen when the one after it begins.
      let now = await nextFrame();
      while (map.dataset.date === shown && now - at < bound) now = await nextFrame();
      now = await nextFrame();
      taken.push(now - at);
    } else {
      window.bench.show(Math.round(first + (last - first) * share));
      await nextFrame();
      taken.push(await nextFrame() - at);
    }
    await new Promise(done => setTimeout(done, 150));
  }
  taken.sort((a, b) => a - b);
  return taken.length < 3 ? {} : { jump: taken[Math.floor(taken.length / 2)], jumpWorst: taken.at(-1) };
}

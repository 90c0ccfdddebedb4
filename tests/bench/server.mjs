// What the server pays: a pack's requests, a viewer's circuit, the list's query, and an edit until readers see it.
import { connect } from 'node:net';
import { loadavg } from 'node:os';
import { cpSync, rmSync } from 'node:fs';
import { join } from 'node:path';
import { chromium } from 'playwright-core';
import { admin, run, runSeed, start } from './product.mjs';

const CONNECTIONS = 32, SECONDS = 3, VIEWERS = 10;

export async function serverPart(rows, site, folder) {
  console.log(`### Server at ${rows.toLocaleString('en')} events (load average ${loadavg()[0].toFixed(1)})\n`);
  const url = new URL(`/data/${site.index.events}`, site.address);
  const head = await fetch(url, { method: 'HEAD', headers: { 'accept-encoding': 'br' } });
  const whole = await requests(url, {}), kept = await requests(url, { 'If-None-Match': head.headers.get('etag') });
  console.log('| one event pack, client on the same cores | requests per second | MB per second |\n|---|--:|--:|');
  console.log(`| the whole pack, ${whole.size.toLocaleString('en')} bytes | ${whole.perSecond.toFixed(0)} | ${(whole.perSecond * whole.size / 1e6).toFixed(0)} |`);
  console.log(`| with If-None-Match: 304 | ${kept.perSecond.toFixed(0)} | |\n`);
  const each = await circuits(site);
  console.log(`| circuits | resident memory of the server |\n|---|--:|\n| each of ${VIEWERS} more viewers with the panel open | ${each.toFixed(2)} MB |\n`);
  console.log(runSeed('query', folder));
  console.log(runSeed('pack', folder));
}

/** How many answers a second, on connections kept open, each asking again when it has its answer. */
async function requests({ hostname, port, host, pathname }, headers) {
  const ask = `GET ${pathname} HTTP/1.1\r\nHost: ${host}\r\nAccept-Encoding: br\r\n${Object.entries(headers).map(([name, value]) => `${name}: ${value}\r\n`).join('')}\r\n`;
  let size = 0, answers = 0, over = false;
  // Every answer is as long as the first: its head says how long its body is.
  const sockets = Array.from({ length: CONNECTIONS }, () => {
    const socket = connect(Number(port), hostname, () => socket.write(ask));
    let come = 0, due = 0;
    socket.on('data', bytes => {
      if (due === 0) {
        const text = bytes.toString('latin1'), end = text.indexOf('\r\n\r\n') + 4;
        due = end + Number(/content-length: (\d+)/i.exec(text.slice(0, end))?.[1] ?? 0);
        size = due;
      }
      come += bytes.length;
      if (come < due) return;
      come = 0;
      if (over) return;
      answers++;
      socket.write(ask);
    });
    return socket;
  });
  await new Promise(done => setTimeout(done, 500));
  answers = 0;
  const began = performance.now();
  await new Promise(done => setTimeout(done, 1000 * SECONDS));
  over = true;
  const perSecond = answers / (performance.now() - began) * 1000;
  for (const socket of sockets) socket.destroy();
  return { perSecond, size };
}

/** MB the server grows by for each viewer, after the first few have warmed it. */
async function circuits(site) {
  const browser = await browserOf();
  const open = async () => {
    const page = await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage();
    // The map itself is not what is weighed here.
    await page.route('**/data/events-*.pack', route => route.abort());
    await page.goto(`${site.address}/?window=30d&date=2019-06-01`);
    await page.locator("[data-live='true']").waitFor({ state: 'attached' });
  };
  try {
    for (let i = 0; i < 3; i++) await open();
    const before = site.memory();
    for (let i = 0; i < VIEWERS; i++) await open();
    return (site.memory() - before) / VIEWERS;
  } finally {
    await browser.close();
  }
}

export const PATIENCE = 180_000;

/** Deletes events on the desk, one after the other, on a copy of the data, and waits until an open map shows one less. */
export async function editPart(rows, folder) {
  const copy = join(run, 'data-edited');
  rmSync(copy, { recursive: true, force: true });
  cpSync(folder, copy, { recursive: true });
  const site = await start(copy), browser = await browserOf();
  try {
    const reader = patient(await (await browser.newContext({ viewport: { width: 1280, height: 800 } })).newPage());
    await reader.goto(`${site.address}/?window=all&date=2025-06-01`);
    await reader.locator("[data-map][data-ready='true']").waitFor({ state: 'attached' });
    await reader.locator("[data-live='true']").waitFor({ state: 'attached' });
    const desk = patient(await (await browser.newContext()).newPage());
    await desk.goto(`${site.address}/account/sign-in`);
    await desk.locator('input[type=email], input[name=Email]').first().fill(admin.email);
    await desk.locator('input[type=password]').fill(admin.password);
    await Promise.all([desk.waitForURL(url => !url.pathname.startsWith('/account/sign-in')), desk.locator('main button[type=submit], .account-card button[type=submit]').first().click()]);
    const taken = [], served = [];
    for (let turn = 0; turn < 7; turn++) {
      const before = await reader.locator('[data-map]').evaluate(map => Number(map.dataset.certain) + Number(map.dataset.possible));
      const index = await version(site);
      await desk.goto(`${site.address}/desk/events/${100_000 + turn}`);
      await desk.locator('[data-delete=ask]').click();
      const yes = desk.locator('[data-delete=yes]');
      await desk.locator('#f-delete').fill('Measured.');
      await desk.locator('#f-delete').blur();
      const began = performance.now();
      const isServed = (async () => {
        while (await version(site) === index && performance.now() - began < PATIENCE) await new Promise(done => setTimeout(done, 20));
        return performance.now() - began;
      })();
      const isShown = reader.waitForFunction(count => { const { certain, possible } = document.querySelector('[data-map]').dataset; return Number(certain) + Number(possible) === count - 1; }, before, { timeout: PATIENCE }).then(() => performance.now() - began);
      await yes.click();
      served.push(await isServed);
      taken.push(await isShown);
    }
    console.log(`### One edit at ${rows.toLocaleString('en')} events (load average ${loadavg()[0].toFixed(1)})\n`);
    // The first one finds a server that has just started: it may still be reading all rows, and has never saved.
    const line = (what, [first, ...rest]) => `| ${what} | ${first.toFixed(0)} | ${median(rest).toFixed(0)} | ${Math.max(...rest).toFixed(0)} |`;
    console.log('| from the press to | first after the start, ms | then: median | worst |\n|---|--:|--:|--:|');
    console.log(`${line('the change served', served)}\n${line('an open dashboard showing it', taken)}\n`);
  } finally {
    await browser.close();
    await site.stop();
    rmSync(copy, { recursive: true, force: true });
  }
}

/** On a busy machine a page with a million events may take minutes to come; what is measured begins later. */
export function patient(page) {
  page.setDefaultTimeout(PATIENCE);
  page.setDefaultNavigationTimeout(PATIENCE);
  return page;
}

/** Goes up with every published change, whichever files hold it. */
export async function version(site) {
  return (await (await fetch(`${site.address}/data/index.json`)).json()).version;
}

export function browserOf() {
  return chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium', args: ['--no-sandbox', '--disable-gpu', '--disable-quic', '--no-first-run', '--disable-background-networking', '--disable-component-update', '--disable-sync'] });
}

export function median(values) { return [...values].sort((a, b) => a - b)[Math.floor(values.length / 2)]; }

// usage: node circuits.mjs B1|B2|B3|B4   (PRODUCT names the built product, PORT a free port). What a browser alone shows of the rows of B; the last line it prints is what came of it.
import { spawn } from 'node:child_process';
import { mkdtempSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = dirname(fileURLToPath(import.meta.url)), { chromium } = createRequire(join(here, '../bench/package.json'))('playwright-core');
const port = Number(process.env.PORT ?? 5195), home = `http://127.0.0.1:${port}`, data = mkdtempSync(join(tmpdir(), 'map-circuits-'));
const person = { email: 'admin@example.org', password: 'a long enough pass phrase 1' };
const FORMS = ['events/new', 'control/new', 'sources/new', 'places/new', 'actors/new', 'zones/new', 'read/new'];
const LIVE = "[data-live='true']", LINES = `${LIVE} textarea[name]:visible`;
const FIELDS = ['input:not([type])', 'input[type=text]', 'input[type=url]', 'textarea'].map(kind => `${LIVE} ${kind}[name]:visible:not([readonly]):not([disabled])`).join(', ');
const VALUES = () => Object.fromEntries([...document.querySelectorAll("[data-live='true'] :is(input:not([type=hidden], [type=file], [type=radio], [type=checkbox]), textarea, select)[name]")].map(it => [it.name, it.value]));
const sleep = ms => new Promise(done => setTimeout(done, ms));
let server, browser, context;

async function serve() {
  server = spawn('dotnet', [process.env.PRODUCT, '--urls', home], {
    cwd: join(here, '../../src/Map.Web'), stdio: 'ignore',
    env: { ...process.env, Map__DataFolder: data, Accounts__SecondFactor: 'offered', Admin__Email: person.email, Admin__Password: person.password, Map__BackupEvery: '0' },
  });
  for (;;) {
    const answer = await fetch(`${home}/health`).catch(() => null);
    if (answer?.ok) return;
    if (server.exitCode !== null) throw new Error('the product ended');
    await sleep(200);
  }
}

const kill = () => new Promise(done => { server.once('exit', done); server.kill('SIGKILL'); });

async function open(path, first = () => {}) {
  const page = await context.newPage();
  await first(page);
  await page.goto(`${home}/desk/${path}`);
  await page.locator(LIVE).first().waitFor();
  for (const fold of await page.locator(`${LIVE} details:not([open]) > summary`).all()) await fold.click();
  return page;
}

const kept = (page, words) => page.waitForFunction(words => Object.values(localStorage).some(it => it.includes(words)), words);

/** As a paste leaves it: the browser's own way to type so much, line by line, takes minutes. */
const paste = (field, words) => field.evaluate((it, words) => {
  Object.getOwnPropertyDescriptor(HTMLTextAreaElement.prototype, 'value').set.call(it, words);
  for (const kind of ['input', 'change']) it.dispatchEvent(new Event(kind, { bubbles: true }));
}, words);

const rows = {
  async B1() {
    const left = [];
    for (const form of FORMS) {
      const page = await open(form), fields = await page.locator(FIELDS).all();
      for (const field of fields) await field.fill(`typed ${await field.getAttribute('name')}, بكلماتها 🕊 ${'and on '.repeat(20)}`);
      await fields.at(-1).pressSequentially('to the end');
      await kept(page, 'to the end');
      left.push({ form, page });
    }
    // By now the server has answered, and what it tidies is tidied.
    for (const it of left) it.before = await it.page.evaluate(VALUES);
    await kill();
    await serve();
    let count = 0, characters = 0, lost = 0;
    for (const { form, page, before } of left) {
      await page.goto(page.url());
      await page.locator('[data-restored]').waitFor();
      const after = await page.evaluate(VALUES);
      for (const [name, value] of Object.entries(before)) {
        count++;
        characters += value.length;
        if (after[name] === value) continue;
        lost += value.length;
        console.error(`${form} ${name}: “${value.slice(-40)}” came back as “${String(after[name]).slice(-40)}”`);
      }
    }
    return `${left.length} forms, ${count} fields: ${characters.toLocaleString('en')} characters, ${lost} lost`;
  },

  async B2() {
    const told = [];
    for (const seconds of [1, Number(process.env.OUT ?? 30)]) {
      const lines = [];
      const page = await open('sources/new', page => page.routeWebSocket(/_blazor/, line => { lines.push([line, line.connectToServer()]); })), words = `typed in ${seconds} s without a line, بكلماتها 🕊`;
      await page.locator('#f-source-title').fill(`A line lost for ${seconds} s`);
      await page.locator('#f-source-title').blur();
      await context.setOffline(true);
      for (const ends of lines) for (const end of ends.reverse()) await end.close();
      await page.locator('body[data-line-down]').waitFor();
      const banner = await page.locator('#components-reconnect-modal').innerText();
      await page.locator('#f-privatenote').fill(words);
      await page.keyboard.press('Control+Enter');
      await sleep(seconds * 1000);
      const refused = await page.locator('[data-saved]').count() === 0;
      await context.setOffline(false);
      await page.evaluate(() => Blazor.reconnect()).catch(() => null);
      // For longer than the server keeps the page's circuit, the page says so and what was typed comes back after a reload.
      const back = page.locator('body:not([data-line-down])'), reload = page.locator('.connection-act:visible');
      await back.or(reload).first().waitFor();
      const isNew = await reload.isVisible();
      if (isNew) {
        await reload.click();
        await page.locator('[data-restored]').waitFor();
      }
      await page.locator('[data-save=publish]').click();
      await page.locator('[data-saved]').waitFor();
      told.push(`${seconds} s: “${banner.split('\n')[0].slice(0, 40)}…”, nothing saved meanwhile: ${refused}, then ${isNew ? 'reloaded and ' : ''}saved with ${await page.locator('#f-privatenote').inputValue() === words ? 'every character' : 'A LOSS'}`);
      await page.close();
    }
    return told.join('; ');
  },

  async B3() {
    const losses = [];
    for (let tab = 0; tab < Number(process.env.TABS ?? 10); tab++) {
      const page = await open('places/new'), address = page.url(), typed = [];
      const fell = new Promise(done => page.once('crash', done));
      const note = page.locator('#f-privatenote');
      await note.focus();
      const until = Date.now() + 2500 + Math.random() * 1500;
      for (let key = 0; Date.now() < until; key++) {
        await page.keyboard.type(String.fromCharCode(97 + key % 26));
        typed.push(Date.now());
        await sleep(60);
      }
      page.goto('chrome://crash').catch(() => null);
      await fell;
      const at = Date.now();
      await page.close();
      const again = await context.newPage();
      await again.goto(address);
      await again.locator('[data-restored]').waitFor();
      const back = (await again.locator('#f-privatenote').inputValue()).length;
      losses.push(back >= typed.length ? 0 : at - typed[back]);
      await again.close();
    }
    return `${losses.length} tabs: at most ${Math.max(...losses)} ms of typing lost, ${Math.round(losses.reduce((a, b) => a + b) / losses.length)} ms in the mean`;
  },

  async B4() {
    const letters = { latin: 'word ', arabic: 'كلمة ', emoji: '🕊️ ' }, sizes = [20, 100, 1000], bytes = new TextEncoder();
    let fields = 0, came = 0, refused = 0, silent = [];
    for (const form of FORMS) {
      const page = await open(form), names = await page.locator(LINES).evaluateAll(all => all.map(it => it.name));
      for (const name of names) {
        for (const [kind, piece] of Object.entries(letters)) {
          for (const size of sizes) {
            // In lines, as a report is: a browser takes minutes to lay a megabyte of Arabic out as one.
            const line = piece.repeat(16).trim() + '\n', words = line.repeat(Math.floor(size * 1024 / bytes.encode(line).length)).trim(), field = page.locator(`[name="${name}"]`), id = await field.getAttribute('id');
            fields++;
            await paste(field, words);
            // Said at the field, or heard by the server: what it kept then holds all of it.
            const end = await page.waitForFunction(({ id, name, words }) => {
              if (document.getElementById(`${id}-too-long`) || document.getElementById(`${id}-problem`)?.textContent.trim()) return 'refused';
              const at = (owner, path) => path.split(/[.[\]]+/).filter(Boolean).reduce((it, step) => it?.[step], owner);
              return Object.values(localStorage).some(it => { const draft = JSON.parse(it); return at(draft.draft.Draft, name) === words && !(name in draft.typed); }) ? 'came' : null;
            }, { id, name, words }, { timeout: 30_000, polling: 200 }).then(it => it.jsonValue(), () => 'silent');
            if (end === 'came') came++;
            else if (end === 'refused') refused++;
            else silent.push(`${form} ${name} ${kind} ${size} KB`);
            if (await field.inputValue() !== words) silent.push(`${form} ${name} ${kind} ${size} KB changed`);
            await paste(field, '');
          }
        }
      }
      await page.close();
    }
    return `${fields} pasted: ${came} heard whole, ${refused} refused at the field in words, ${silent.length} lost in silence${silent.length ? `: ${silent.slice(0, 5).join('; ')}` : ''}`;
  },
};

try {
  await serve();
  browser = await chromium.launch({ executablePath: process.env.CHROMIUM_PATH ?? '/usr/bin/chromium-headless-shell', args: ['--no-sandbox', '--disable-gpu'] });
  context = await browser.newContext({ viewport: { width: 1366, height: 900 } });
  context.setDefaultTimeout(90_000);
  const page = await context.newPage();
  await page.goto(`${home}/account/sign-in?returnUrl=/desk/events`);
  await page.getByLabel('E-mail').fill(person.email);
  await page.getByLabel('Password', { exact: true }).fill(person.password);
  await page.getByRole('button', { name: 'Sign in', exact: true }).click();
  await page.waitForURL('**/desk/events**');
  await page.close();
  console.log(await rows[process.argv[2]]());
} catch (fault) {
  console.log(`not finished: ${fault.message.split('\n')[0]}`);
  process.exitCode = 1;
} finally {
  await browser?.close();
  if (server?.exitCode === null) await kill();
  rmSync(data, { recursive: true, force: true });
}

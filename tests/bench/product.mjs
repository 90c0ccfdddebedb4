// The product as it is published, on data folders of its own: made once, then filled with seeded events by Seed.
import { execFileSync, spawn } from 'node:child_process';
import { cpSync, existsSync, mkdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { join } from 'node:path';
import { createInterface } from 'node:readline';

for (const sign of ['SIGINT', 'SIGTERM']) process.on(sign, () => process.exit(1));

const here = import.meta.dirname, root = join(here, '..', '..');
export const run = join(here, '.run');
export const admin = { email: 'bench@example.org', password: 'a long phrase for the bench 1' };
const seed = join(run, 'seed', 'Map.Bench.Seed.dll');

export function build() {
  mkdirSync(run, { recursive: true });
  for (const [project, to] of [['src/Map.Web', 'app'], ['tests/bench/Seed', 'seed']])
    execFileSync('dotnet', ['publish', join(root, project), '-c', 'Release', '-o', join(run, to), '--nologo', '-v', 'quiet'], { stdio: ['ignore', 'ignore', 'inherit'] });
}

/** The data folder with so many events, and so many places with control claims where any number is said; made where it is not there. */
export async function dataFolder(rows, places = 0) {
  const base = join(run, 'data-shipped'), folder = join(run, `data-${rows}`);
  if (!existsSync(join(base, 'map.db'))) await (await start(base)).stop();
  copied(base, folder, () => runSeed('fill', folder, String(rows), join(run, `peers-${rows}.json.br`)));
  if (places === 0) return folder;
  const held = `${folder}-control-${places}`;
  copied(folder, held, () => runSeed('control', held, String(places)));
  return held;
}

/** A copy of a data folder, with other rows put into it; what was left half-way is made anew. */
function copied(from, to, fill) {
  if (existsSync(join(to, 'filled'))) return;
  rmSync(to, { recursive: true, force: true });
  cpSync(from, to, { recursive: true });
  rmSync(join(to, 'filled'), { recursive: true, force: true });
  process.stderr.write(fill());
  mkdirSync(join(to, 'filled'));
}

export function runSeed(...words) { return execFileSync('dotnet', [seed, ...words], { encoding: 'utf8', maxBuffer: 1 << 26 }); }

/** The product in a process of Seed's, which writes control claims through the product's own gate; `say` sends it a line and waits for its answer. */
export async function startLive(folder) {
  const live = join(run, 'live');
  rmSync(live, { recursive: true, force: true });
  cpSync(join(run, 'app'), live, { recursive: true });
  for (const file of ['dll', 'deps.json', 'runtimeconfig.json']) cpSync(join(run, 'seed', `Map.Bench.Seed.${file}`), join(live, `Map.Bench.Seed.${file}`));
  return start(folder, {}, live, ['Map.Bench.Seed.dll', 'live', '--applicationName', 'Map.Web']);
}

/** Starts the product and waits until it serves a set of packs. */
export async function start(folder, environment = {}, from = join(run, 'app'), [program, ...words] = ['Map.Web.dll']) {
  const port = await freePort(), address = `http://127.0.0.1:${port}`, began = performance.now();
  const child = spawn('dotnet', [join(from, program), ...words, '--urls', address], {
    cwd: from, stdio: ['pipe', 'pipe', 'inherit'],
    env: { ...process.env, Map__DataFolder: folder, Admin__Email: admin.email, Admin__Password: admin.password, Logging__LogLevel__Default: 'Warning', Map__BackupEvery: '0', Accounts__SecondFactor: 'offered', ...environment },
  });
  const lines = createInterface({ input: child.stdout }), answers = [];
  lines.on('line', line => { if (line.startsWith('» ')) answers.shift()?.(line.slice(2)); });
  // Whatever ends the bench ends the product.
  const end = () => child.kill('SIGKILL');
  process.on('exit', end);
  const ended = new Promise(done => child.on('exit', done));
  let isUp = false;
  ended.then(code => { if (!isUp) throw new Error(`The product ended with ${code} before it was ready.`); });
  for (;;) {
    const health = await fetch(`${address}/health`).catch(() => null);
    if (health?.ok) break;
    await new Promise(done => setTimeout(done, 200));
  }
  const index = await (await fetch(`${address}/data/index.json`)).json();
  isUp = true;
  return {
    address, index, startMs: performance.now() - began,
    /** Resident memory in MB. */
    memory: () => Number(/VmRSS:\s+(\d+)/.exec(readFileSync(`/proc/${child.pid}/status`, 'utf8'))?.[1] ?? NaN) / 1024,
    /** Waits, half a minute at most, until it has read its rows and rests: a start at a million takes both processors for nine seconds after it answers. Linux. */
    async rested() {
      const ticks = () => { const [, rest] = /\) (.*)/.exec(readFileSync(`/proc/${child.pid}/stat`, 'utf8')) ?? []; const fields = rest?.split(' ') ?? []; return Number(fields[11]) + Number(fields[12]); };
      try {
        for (let turn = 0, before = ticks(), quiet = 0; turn < 30 && quiet < 2; turn++) {
          await new Promise(done => setTimeout(done, 1000));
          const now = ticks();
          quiet = now - before < 10 ? quiet + 1 : 0;
          before = now;
        }
      } catch (fault) {
        if (fault.code !== 'ENOENT') throw fault;
      }
    },
    say: line => new Promise(done => { answers.push(done); child.stdin.write(`${line}\n`); }),
    async stop() { child.kill('SIGTERM'); const late = setTimeout(end, 10_000); await ended; clearTimeout(late); process.off('exit', end); },
  };
}

function freePort() {
  return new Promise(done => {
    const probe = createServer().listen(0, '127.0.0.1', () => { const { port } = probe.address(); probe.close(() => done(port)); });
  });
}

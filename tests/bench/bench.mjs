// Map and its peers, on the same seeded events, in the same run, interleaved. Prints tables; asserts nothing.
//   node bench.mjs [--sizes 10k,100k,1m] [--peers all|none|circles,…] [--windows 30d,all] [--viewports 1280x800,…] [--rounds n] [--bound seconds] [--parts pages,steps,acts,server,edit,claim] [--control places] [--no-build]
import { parseArgs } from 'node:util';
import { cpus, loadavg, totalmem } from 'node:os';
import { build, dataFolder, run, start } from './product.mjs';
import { servePeers } from './peers.mjs';
import { actsPart } from './acts.mjs';
import { editPart, serverPart } from './server.mjs';
import { claimPart } from './claim.mjs';
import { STEPS, visit } from './visit.mjs';

const { values: flags } = parseArgs({
  options: {
    sizes: { type: 'string', default: '10k,100k' }, peers: { type: 'string', default: 'all' }, windows: { type: 'string', default: '30d,all' }, viewports: { type: 'string', default: '1280x800' },
    rounds: { type: 'string', default: '1' }, bound: { type: 'string', default: '15' }, parts: { type: 'string', default: 'pages,steps,acts,server,edit,claim' }, control: { type: 'string', default: '0' }, 'no-build': { type: 'boolean', default: false },
  },
});
const list = text => text.split(',').filter(Boolean);
const sizes = list(flags.sizes).map(text => Number(text.replace(/k$/i, '000').replace(/m$/i, '000000')));
const viewports = list(flags.viewports).map(text => { const [width, height] = text.split('x').map(Number); return { width, height, name: text }; });
const windows = list(flags.windows), rounds = Number(flags.rounds), bound = Number(flags.bound), parts = list(flags.parts), places = Number(flags.control);

const ours = [
  { name: 'Map, embed', path: '/embed', isProduct: true },
  { name: 'Map, dashboard', path: '/', isProduct: true, isDashboard: true },
  { name: 'Map, embed, events alone', path: '/embed', layers: 'events', isProduct: true },
];
const known = [
  { name: 'floor: rewrite a canvas', peer: 'floor' },
  { name: 'Leaflet circleMarker, canvas', peer: 'circles' },
  { name: 'leaflet.markercluster', peer: 'clusters' },
  { name: 'leaflet.glify', peer: 'glify' },
  { name: 'Leaflet.TimeDimension', peer: 'timedimension' },
];
const peers = known.filter(it => flags.peers === 'all' || list(flags.peers).includes(it.peer));

const FIRST = 15_048, LAST = FIRST + 14 * 365 + 2, OPENED = { iso: '2019-06-01', day: 18_048 };

if (!flags['no-build']) build();
console.log(`${cpus().length} × ${cpus()[0].model}, ${Math.round(totalmem() / 2 ** 30)} GB; Node ${process.version}; no GPU; ${new Date().toISOString().slice(0, 10)}\n`);
for (const rows of sizes) {
  const folder = await dataFolder(rows, places), site = await start(folder), server = await servePeers(run);
  await site.rested();
  try {
    if (parts.includes('pages')) await pages(rows, site, server, false);
    if (parts.includes('steps')) await pages(rows, site, server, true);
    if (parts.includes('acts')) await actsPart(rows, site, viewports);
    if (parts.includes('server')) await serverPart(rows, site, folder);
  } finally {
    server.close();
    await site.stop();
  }
  if (parts.includes('edit')) await editPart(rows, folder);
  if (parts.includes('claim') && places) await claimPart(places, folder);
}

async function pages(rows, site, server, unlocked) {
  const runs = [];
  for (const viewport of viewports)
    for (const window of windows)
      for (const who of [...ours, ...peers]) {
        // One step without the beat of the screen is asked of Map and of the floor; other sizes of window of Map alone.
        if (who.peer && who.peer !== 'floor' && (unlocked || viewport !== viewports[0])) continue;
        runs.push({ who, window, viewport, found: [] });
      }
  const loads = [];
  for (let round = 0; round < rounds; round++)
    for (const it of runs) {
      if (it.found.some(figures => figures.p95 === undefined)) continue;
      loads.push(loadavg()[0]);
      it.found.push(await visit({
        isProduct: !!it.who.isProduct, isDashboard: it.who.isDashboard, viewport: { width: it.viewport.width, height: it.viewport.height }, first: FIRST, last: LAST, unlocked, bound,
        url: it.who.isProduct
          ? `${site.address}${it.who.path}?window=${it.window}&date=${OPENED.iso}&at=35.6,38.4,7${it.who.layers ? `&layers=${it.who.layers}` : ''}`
          : `${server.address}/pages/peer.html?peer=${it.who.peer}&size=${rows}&window=${it.window === 'all' ? 'all' : parseInt(it.window)}&day=${OPENED.day}`,
      }));
    }
  print(rows, runs, unlocked, loads);
}

function print(rows, runs, unlocked, loads) {
  const load = `load average ${Math.min(...loads).toFixed(1)}–${Math.max(...loads).toFixed(1)}`;
  console.log(`### ${rows.toLocaleString('en')} events${places ? `, ${places.toLocaleString('en')} control places` : ''}${unlocked ? ', one step with vsync off' : ''} (${load}, median of ${rounds})\n`);
  console.log(unlocked
    ? '| page | size | window | step p50 ms | p95 ms | × the floor | processor ms a step | × the floor |\n|---|---|---|--:|--:|--:|--:|--:|'
    : '| page | size | window | frame p50 ms | p95 ms | × Map | processor ms a frame | × Map | long tasks | longest ms | jump ms | × Map | first picture ms | × Map | memory MB | × Map | bytes |\n|---|---|---|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|--:|');
  for (const it of runs) {
    const of = figure => median(it.found.map(found => found[figure]).filter(value => value !== undefined));
    const base = runs.find(other => other.viewport === it.viewport && other.window === it.window && (unlocked ? other.who.peer === 'floor' : other.who === ours[0]));
    const ratio = figure => { const own = of(figure), theirs = base && median(base.found.map(found => found[figure]).filter(value => value !== undefined)); return own === undefined || !theirs || it === base ? '' : (own / theirs).toFixed(1); };
    const say = (figure, digits = 0) => of(figure)?.toFixed(digits) ?? 'not finished';
    // Out of time on the way: what lies later on the axis, and is more, was not reached.
    const part = it.found.some(found => found.frames < STEPS) ? ' *' : '';
    const isFloor = it.who.peer === 'floor';
    const cells = unlocked ? [say('p50', 1), say('p95', 1), ratio('p50'), say('cpu', 1), ratio('cpu')]
      : [say('p50', 1) + part, say('p95', 1) + part, ratio('p95'), say('cpu', 1), ratio('cpu'), say('longTasks') + part, say('longest'), say('jump'), ratio('jump'),
        ...isFloor ? ['', '', '', '', ''] : [say('load'), ratio('load'), say('memory', 1), ratio('memory'), of('bytes')?.toLocaleString('en') ?? 'not finished']];
    console.log(`| ${[it.who.name, it.viewport.name, it.window, ...cells].join(' | ')} |`);
  }
  console.log('\n\\* did not get to the end of the drag within its bound.\n');
}

function median(values) { return values.length === 0 ? undefined : values.sort((a, b) => a - b)[Math.floor(values.length / 2)]; }

// Builds the client into wwwroot/js and copies the fonts into wwwroot/lib. `--tests` builds the unit tests into .tests instead.
import { build } from 'esbuild';
import { cp, mkdir, readdir, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';

const here = fileURLToPath(new URL('.', import.meta.url));
const root = join(here, '../../..');
const common = { bundle: true, format: 'esm', target: 'es2022', logLevel: 'warning', absWorkingDir: here, alias: { leaflet: './leaflet-parts.js' } };

if (process.argv.includes('--tests')) {
  await rm(join(here, '.tests'), { recursive: true, force: true });
  const folder = join(root, 'tests/client');
  const tests = (await readdir(folder)).filter(name => name.endsWith('.test.ts')).map(name => join(folder, name));
  await build({ ...common, entryPoints: tests, outdir: join(here, '.tests'), outExtension: { '.js': '.mjs' }, platform: 'node', packages: 'bundle' });
} else {
  await rm(join(root, 'wwwroot/js'), { recursive: true, force: true });
  const pages = { ...common, outdir: join(root, 'wwwroot/js'), minify: true, loader: { '.png': 'empty' }, external: ['/lib/*'] };
  // Each page's script holds the whole map: a part of its own would be found only once the script had come.
  await build({ ...pages, entryPoints: { blazor: 'blazor.ts', drafts: 'drafts.ts', 'access-notice': 'access-notice.ts' }, splitting: true, chunkNames: 'part-[hash]' });
  await build({ ...pages, entryPoints: { embed: 'embed.ts', story: 'story.ts' } });
  // A thread of its own, for a PDF alone: the file's parser, as it comes.
  await build({ ...pages, entryPoints: { 'pdf-worker': 'pdfjs-dist/legacy/build/pdf.worker.mjs' } });
  // Plain scripts, which run before modules do.
  await build({ ...pages, entryPoints: { theme: 'theme.ts', early: 'early.ts', 'host-page': 'host-page.ts' }, format: 'iife' });
  await copyFonts();
}

/** The woff2 files the interface uses, and no others. */
async function copyFonts() {
  const target = join(root, 'wwwroot/lib/fonts');
  await mkdir(target, { recursive: true });
  const files = {
    'ibm-plex-sans': ['latin-400-normal', 'latin-500-normal', 'latin-600-normal', 'latin-ext-400-normal', 'latin-ext-500-normal', 'latin-ext-600-normal'],
    'ibm-plex-sans-condensed': ['latin-500-normal', 'latin-500-italic', 'latin-600-normal'],
    'ibm-plex-sans-arabic': ['arabic-400-normal', 'arabic-500-normal', 'arabic-600-normal'],
  };
  for (const [family, cuts] of Object.entries(files))
    for (const cut of cuts)
      await cp(join(here, `node_modules/@fontsource/${family}/files/${family}-${cut}.woff2`), join(target, `${family}-${cut}.woff2`));
}

// Serves the peers' pages, their packages and the seeded events, compressed as the product compresses.
import { createServer } from 'node:http';
import { readFile } from 'node:fs/promises';
import { extname, join, normalize } from 'node:path';
import { brotliCompressSync, constants } from 'node:zlib';

const kinds = { '.html': 'text/html', '.js': 'text/javascript', '.css': 'text/css', '.png': 'image/png' };

/** @param run the folder with peers-{size}.json.br */
export async function servePeers(run) {
  const here = import.meta.dirname, kept = new Map();
  const server = createServer(async (request, response) => {
    const path = normalize(decodeURIComponent(new URL(request.url, 'http://localhost').pathname));
    try {
      let bytes = kept.get(path);
      if (!bytes && path.startsWith('/data/')) bytes = await readFile(join(run, path.slice(6) + '.br'));
      else if (!bytes) {
        const file = path.startsWith('/modules/') ? join(here, 'node_modules', path.slice(9)) : join(here, path);
        bytes = brotliCompressSync(await readFile(file), { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
        kept.set(path, bytes);
      }
      response.writeHead(200, { 'content-type': kinds[extname(path)] ?? 'application/json', 'content-encoding': 'br', 'content-length': bytes.length });
      response.end(bytes);
    } catch (missing) {
      if (missing.code !== 'ENOENT') throw missing;
      response.writeHead(404).end();
    }
  });
  await new Promise(done => server.listen(0, '127.0.0.1', done));
  return { address: `http://127.0.0.1:${server.address().port}`, close: () => server.close() };
}

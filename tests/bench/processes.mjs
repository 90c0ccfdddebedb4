// What a browser costs in processor time: unlike the clock, this does not count what else the machine was doing.
import { readFileSync } from 'node:fs';

/** Clock ticks a second, as Linux counts them for /proc. */
const TICKS = 100;

/** Ids of all processes of a browser: its own, its page's, its compositor's. */
export async function processesOf(browser) {
  const tools = await browser.newBrowserCDPSession();
  const { processInfo } = await tools.send('SystemInfo.getProcessInfo');
  await tools.detach();
  return processInfo.map(process => process.id);
}

/** Seconds of processor time these processes have used since they began, in user and kernel mode; NaN where the system does not tell. */
export function cpuSeconds(ids) {
  let ticks = 0;
  for (const id of ids) {
    let text;
    try { text = readFileSync(`/proc/${id}/stat`, 'utf8'); } catch { return NaN; }
    // The name of a process may hold spaces: the fields that count stand after its closing bracket.
    const fields = text.slice(text.lastIndexOf(')') + 2).split(' ');
    ticks += Number(fields[11]) + Number(fields[12]);
  }
  return ticks / TICKS;
}

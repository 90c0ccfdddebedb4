// An embed of a named view that was changed or withdrawn since: the page is asked anew, for its words stand in it and may have to be gone.

import type { MapLook } from './contract.ts';
import { FetchFailed, fetchJson } from './packs/index.ts';

/** Asks once, and gives the page anew where the view is another one now or readers have it no more. Without an answer nothing is done. */
export async function renewWhereChanged(look: MapLook, name: string, page: Pick<Location, 'reload'> = location, ask: (url: string) => Promise<{ version: string }> = fetchJson): Promise<void> {
  try {
    const { version } = await ask(`/data/view/${encodeURIComponent(name)}.json`);
    if (version !== look.version) page.reload();
  } catch (error) {
    if (!(error instanceof FetchFailed)) throw error;
    if (error.status === 404) page.reload();
  }
}

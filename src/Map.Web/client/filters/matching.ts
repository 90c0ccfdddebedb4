// Which events hold the words of a text: the one question that the server answers.

import { FetchFailed, fetchPack, readIds } from '../packs/index.ts';

/** Ids of the events whose text answers, rising. A text without a word is refused, and answers nothing. */
export async function matchingIds(dataUrl: string, text: string, signal: AbortSignal): Promise<Float64Array> {
  try {
    return readIds(await fetchPack(`${dataUrl}matching.ids?text=${encodeURIComponent(text)}`, signal));
  } catch (error) {
    if (error instanceof FetchFailed && error.status === 400) return new Float64Array(0);
    throw error;
  }
}

// A million rows are looked up in a table of our own: a Set would box every id.

/** 1 for each row whose id is among the matching ones. Ids are above 0 and below 2^48. */
export function rowsOf(ids: Float64Array, matching: Float64Array): Uint8Array {
  let slots = 16;
  while (slots < matching.length * 2) slots *= 2;
  const table = new Float64Array(slots), mask = slots - 1;
  const slotOf = (id: number) => (Math.imul(id | 0, 0x9e3779b1) >>> 8 ^ id / 65536) & mask;
  for (const id of matching) {
    let slot = slotOf(id);
    while (table[slot] !== 0 && table[slot] !== id) slot = slot + 1 & mask;
    table[slot] = id;
  }
  const rows = new Uint8Array(ids.length);
  for (let row = 0; row < ids.length; row++) {
    const id = ids[row]!;
    let slot = slotOf(id);
    while (table[slot] !== 0 && table[slot] !== id) slot = slot + 1 & mask;
    rows[row] = table[slot] === id ? 1 : 0;
  }
  return rows;
}

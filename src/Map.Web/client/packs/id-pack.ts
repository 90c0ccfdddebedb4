import { Bytes } from './bytes.ts';

/** The ids of the event pack's rows, in its order. Ids stay below 2^48, so a double holds them exactly. */
export function readIds(file: ArrayBuffer): Float64Array {
  const bytes = new Bytes(file, 'MID1');
  const ids = new Float64Array(bytes.count());
  for (let i = 0, id = 0; i < ids.length; i++) ids[i] = id += bytes.zigzag();
  bytes.end();
  return ids;
}

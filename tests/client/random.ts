/** A seeded generator (mulberry32), so that a failing run can be run again. */
export function seeded(seed: number): { next(): number; whole(below: number): number } {
  let a = seed >>> 0;
  const next = () => {
    a = (a + 0x6d2b79f5) >>> 0;
    let t = Math.imul(a ^ (a >>> 15), 1 | a);
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t;
    return ((t ^ (t >>> 14)) >>> 0) / 4294967296;
  };
  return { next, whole: below => Math.floor(next() * below) };
}

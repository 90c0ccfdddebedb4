// How much ground a ring of degrees goes round.

/** Mean radius of a sphere with the earth's surface, in kilometres. */
const RADIUS_KM = 6371.0072;

/** Of a ring on a sphere, whichever way it runs, in square kilometres. */
export function ringArea(x: ArrayLike<number>, y: ArrayLike<number>, from: number, to: number): number {
  const turn = Math.PI / 180;
  let sum = 0;
  for (let i = from, j = to - 1; i < to; j = i++) sum += (x[i]! - x[j]!) * turn * (2 + Math.sin(y[j]! * turn) + Math.sin(y[i]! * turn));
  return Math.abs(sum) / 2 * RADIUS_KM * RADIUS_KM;
}

// Lines as figures: which pixels lie how near to a segment. What is computed pixel by pixel is the same whichever part of the picture is asked for.

/** Whole pixels, right and bottom not included. */
export interface Pixels { readonly left: number; readonly top: number; readonly right: number; readonly bottom: number }

/** Calls back for each pixel of a box whose middle lies within reach of the segment: where it is, how far off, and how far along the segment. */
export function nearSegment(x1: number, y1: number, x2: number, y2: number, reach: number, box: Pixels, take: (x: number, y: number, away: number, along: number) => void): void {
  const dx = x2 - x1, dy = y2 - y1, length = Math.hypot(dx, dy) || 1e-9, ux = dx / length, uy = dy / length;
  const top = Math.max(box.top, Math.floor(Math.min(y1, y2) - reach)), bottom = Math.min(box.bottom, Math.ceil(Math.max(y1, y2) + reach));
  const least = Math.min(x1, x2) - reach, most = Math.max(x1, x2) + reach;
  for (let y = top; y < bottom; y++) {
    const py = y + 0.5;
    let from = least, to = most;
    // Of a long line only a short stretch of a row lies near: the row cut by the two lines beside it.
    if (Math.abs(uy) > 1e-6) {
      const middle = x1 + (py - y1) * dx / dy, half = reach / Math.abs(uy);
      from = Math.max(from, middle - half - reach);
      to = Math.min(to, middle + half + reach);
    }
    const end = Math.min(box.right, Math.ceil(to));
    for (let x = Math.max(box.left, Math.floor(from)); x < end; x++) {
      const px = x + 0.5 - x1, qy = py - y1, along = Math.max(0, Math.min(length, px * ux + qy * uy)), ex = px - along * ux, ey = qy - along * uy, square = ex * ex + ey * ey;
      if (square <= reach * reach) take(x, y, Math.sqrt(square), along);
    }
  }
}

/** How much of a pixel a line of half such a width covers, at a distance from its middle: 0 … 1. */
export const covered = (half: number, away: number) => Math.max(0, Math.min(1, half + 0.5 - away));

/** Some figure of a distance, by the square of that distance in sixteenths of a pixel, out to a reach: no root is drawn while time moves. */
export function byDistance(reach: number, of: (away: number) => number): Uint8Array<ArrayBuffer> {
  return Uint8Array.from({ length: Math.ceil(reach * reach * 16) + 1 }, (_, i) => Math.round(255 * Math.max(0, Math.min(1, of(Math.sqrt((i + 0.5) / 16))))));
}

let found = new Uint32Array(1024);

/** The pixels of a box that the table has a figure for by their distance from the segment: each one's place in the box, row by row, × 256 + its figure. */
export function trace(x1: number, y1: number, x2: number, y2: number, reach: number, box: Pixels, table: Uint8Array): Uint32Array {
  const left = Math.max(box.left, Math.floor(Math.min(x1, x2) - reach)), right = Math.min(box.right, Math.ceil(Math.max(x1, x2) + reach));
  const top = Math.max(box.top, Math.floor(Math.min(y1, y2) - reach)), bottom = Math.min(box.bottom, Math.ceil(Math.max(y1, y2) + reach));
  const most = Math.max(0, right - left) * Math.max(0, bottom - top);
  if (most > found.length) found = new Uint32Array(most);
  const across = x2 - x1, down = y2 - y1, share = 1 / Math.max(1e-9, across * across + down * down), many = table.length, wide = box.right - box.left, into = found;
  let count = 0;
  for (let y = top; y < bottom; y++) {
    const qy = y + 0.5 - y1, row = (y - box.top) * wide - box.left;
    for (let x = left; x < right; x++) {
      const qx = x + 0.5 - x1, t = (qx * across + qy * down) * share, part = t < 0 ? 0 : t > 1 ? 1 : t, ex = qx - part * across, ey = qy - part * down, at = (ex * ex + ey * ey) * 16 | 0;
      if (at < many) into[count++] = (row + x) * 256 + table[at]!;
    }
  }
  return into.slice(0, count);
}

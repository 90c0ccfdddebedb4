// Which chapter of a story is being read: the last one that has come above a line of the screen.

/** Where the eyes are: two fifths down the part of the screen that the map leaves to the text. */
export function readingLine(height: number, map: { readonly top: number; readonly bottom: number; readonly width: number }): number {
  // A map that lies across the top leaves what is below it; one that stands beside the text leaves all.
  const covered = map.width > 0 && map.top <= height * .2 && map.bottom < height * .75 ? Math.max(0, map.bottom) : 0;
  return covered + (height - covered) * .4;
}

/**
 * @param tops Of the chapters, from the top of the screen, in their order.
 * @param isAtEnd The page cannot be scrolled further.
 */
export function chapterAt(tops: readonly number[], line: number, isAtEnd: boolean): number {
  if (tops.length === 0) return -1;
  const above = tops.filter(top => top <= line).length;
  // A short last chapter may never come to the line.
  return isAtEnd ? tops.length - 1 : Math.max(0, above - 1);
}

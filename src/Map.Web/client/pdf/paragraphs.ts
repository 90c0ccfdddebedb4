// Words of a page and where they stand, put together to paragraphs. Pure: what reads the file knows nothing of lines, and this nothing of files.

export interface Piece {
  text: string;
  x: number;
  /** From the foot of the page up, as PDF counts. */
  y: number;
  width: number;
  /** Of its letters. */
  height: number;
}

interface Line {
  text: string;
  x: number;
  end: number;
  y: number;
  height: number;
}

/** A step down of more than so many letter heights beyond the page's usual one parts two paragraphs. */
const PARTING = 0.35;
/** So far in from the edge a first line stands, in letter heights. */
const INDENT = 0.8;
/** A line that ends so far before the column does, in letter heights, ends its paragraph if it ends a sentence. */
const SHORT = 6;

/** The text of a whole file: paragraphs apart by a blank line, running heads and page numbers left out. */
export function textOf(pages: Piece[][]): string {
  const lined = pages.map(linesOf);
  const running = runningLines(lined);
  const paragraphs: string[] = [];
  for (const lines of lined) {
    const told = lines.filter((line, i) => !isAside(line, i, lines, running));
    for (const [i, paragraph] of paragraphsOf(told).entries()) {
      const last = paragraphs.at(-1);
      // What goes on over the page's edge is one paragraph.
      if (i === 0 && last && !/[.!?:;…”"’)\]]$/.test(last) && /^\p{Ll}/u.test(paragraph)) paragraphs[paragraphs.length - 1] = joined(last, paragraph);
      else paragraphs.push(paragraph);
    }
  }
  return paragraphs.join('\n\n');
}

/** Pieces in the order of the file; a new line where one stands lower or higher than the line it would go on. */
function linesOf(pieces: Piece[]): Line[] {
  const lines: Line[] = [];
  for (const piece of pieces) {
    if (piece.text === '') continue;
    const line = lines.at(-1);
    const height = piece.height || line?.height || 10;
    if (line && Math.abs(line.y - piece.y) < height * 0.5) {
      // Files often leave out the blanks and only move on.
      const blank = piece.x - line.end > height * 0.15 && !/\s$/.test(line.text) && !/^\s/.test(piece.text);
      line.text += (blank ? ' ' : '') + piece.text;
      [line.end, line.height] = [Math.max(line.end, piece.x + piece.width), Math.max(line.height, piece.height)];
    } else if (piece.text.trim() !== '') lines.push({ text: piece.text, x: piece.x, end: piece.x + piece.width, y: piece.y, height });
  }
  return lines.map(line => ({ ...line, text: line.text.replace(/\s+/g, ' ').trim() })).filter(line => line.text !== '');
}

function paragraphsOf(lines: Line[]): string[] {
  const steps = lines.slice(1).map((line, i) => lines[i]!.y - line.y).filter(step => step > 0).sort((a, b) => a - b);
  const usual = steps[Math.floor(steps.length / 2)] ?? 0;
  const edge = Math.min(...lines.map(line => line.x)), far = Math.max(...lines.map(line => line.end));
  const paragraphs: string[] = [];
  for (const [i, line] of lines.entries()) {
    const before = lines[i - 1];
    const begins = !before || before.y - line.y > usual + line.height * PARTING || before.y < line.y - line.height || Math.abs(before.height - line.height) > 1.5
      || (line.x - before.x > line.height * INDENT && line.x - edge > line.height * INDENT && before.x - edge < line.height * INDENT)
      || (far - before.end > line.height * SHORT && /[.!?…]["”’)\]]*$/.test(before.text));
    if (begins) paragraphs.push(line.text);
    else paragraphs[paragraphs.length - 1] = joined(paragraphs.at(-1)!, line.text);
  }
  return paragraphs;
}

/** A word parted at the end of a line is one word again. */
function joined(before: string, after: string): string {
  return /\p{L}[-\u00AD]$/u.test(before) && /^\p{Ll}/u.test(after) ? before.slice(0, -1) + after : `${before} ${after}`;
}

/** Lines that stand at the head or foot of several pages, whatever number is in them. */
function runningLines(pages: Line[][]): Set<string> {
  const seen = new Map<string, number>();
  if (pages.length < 3) return new Set();
  for (const lines of pages)
    for (const key of new Set([lines[0], lines.at(-1)].filter(line => line !== undefined).map(keyOf))) seen.set(key, (seen.get(key) ?? 0) + 1);
  return new Set([...seen].filter(([, times]) => times > pages.length / 2).map(([key]) => key));
}

const keyOf = (line: Line) => line.text.replace(/\d+/g, '#');

function isAside(line: Line, at: number, lines: Line[], running: Set<string>): boolean {
  const outermost = at === 0 || at === lines.length - 1;
  return outermost && (running.has(keyOf(line)) || (lines.length > 1 && /^(?:page\s*)?[–-]?\s*\d{1,4}(?:\s*(?:\/|of)\s*\d{1,4})?\s*[–-]?$/i.test(line.text)));
}

// Reads the words of a PDF in the browser: the file goes nowhere. This and what it brings are fetched when the first PDF is chosen.

import { getDocument, GlobalWorkerOptions, InvalidPDFException } from 'pdfjs-dist/legacy/build/pdf.mjs';
import { textOf, type Piece } from './paragraphs.ts';

/** Why nothing was read; the server has the words for it. */
export type Refusal = 'too-large' | 'too-long' | 'encrypted' | 'scanned' | 'broken';

const LARGEST = 20_000_000;
const MOST_PAGES = 200;
/** As many characters as the desk keeps. */
const LONGEST = 100_000;
/** Fewer letters a page are stamps on a picture. */
const FEWEST_LETTERS = 20;

export async function readPdf(file: File): Promise<{ text: string } | { refusal: Refusal }> {
  if (file.size > LARGEST) return { refusal: 'too-large' };
  GlobalWorkerOptions.workerSrc = new URL('./pdf-worker.js', import.meta.url).href;
  const task = getDocument({ data: new Uint8Array(await file.arrayBuffer()), isEvalSupported: false, disableFontFace: true, useWasm: false, enableXfa: false, verbosity: 0 });
  try {
    const pdf = await task.promise;
    if (pdf.numPages > MOST_PAGES) return { refusal: 'too-large' };
    const pages: Piece[][] = [];
    for (let number = 1; number <= pdf.numPages; number++) {
      const page = await pdf.getPage(number);
      const { items } = await page.getTextContent();
      pages.push(items.filter(item => 'str' in item).map(item => ({ text: item.str, x: Number(item.transform[4]), y: Number(item.transform[5]), width: item.width, height: item.height })));
      page.cleanup();
    }
    const text = textOf(pages), letters = text.match(/\p{L}/gu)?.length ?? 0;
    if (letters < FEWEST_LETTERS * pages.length) return { refusal: 'scanned' };
    return text.length > LONGEST ? { refusal: 'too-long' } : { text };
  } catch (error) {
    if (error instanceof Error && error.name === 'PasswordException') return { refusal: 'encrypted' };
    if (!(error instanceof InvalidPDFException)) console.warn(error);
    return { refusal: 'broken' };
  } finally {
    await task.destroy();
  }
}

// What a view shows as files: its rows for tables and maps, its sources for documents. Part of the Print dialog.

import { element, write } from './time/element.ts';
import { say } from './words.ts';

const FILES: readonly (readonly [string, string, string])[] = [
  ['events.csv', 'Events, CSV', 'الأحداث CSV'], ['control.csv', 'Who held what, CSV', 'من سيطر على ماذا CSV'], ['view.geojson', 'Both, GeoJSON', 'كلاهما GeoJSON'],
  ['sources.csl.json', 'Sources, CSL-JSON', 'المصادر CSL-JSON'], ['sources.bib', 'Sources, BibLaTeX', 'المصادر BibLaTeX'],
];

/** The address of a file of what a sheet of this query shows. */
export function fileAddress(name: string, sheet: string): string {
  const query = new URLSearchParams(sheet);
  // A file has no paper.
  for (const own of ['paper', 'title', 'caption', 'grey']) query.delete(own);
  return `/view/${name}?${query.toString().replaceAll('%2C', ',')}`;
}

/** `sheet` is the query of the sheet as it is wished now. */
export function viewFiles(sheet: () => string): HTMLElement {
  const told = element('span', { class: 'print-told', role: 'status' });
  const copy = element('button', { type: 'button', class: 'button', 'data-copy-footnotes': true }, say('Copy sources as footnotes', 'انسخ المصادر حواشي'));
  copy.addEventListener('click', () => {
    void footnotes(fileAddress('footnotes.txt', sheet())).then(copied => {
      write(told, copied ? say('Copied.', 'نُسخت.') : say('They could not be copied; they stand in a window of their own.', 'تعذّر نسخها؛ وهي في نافذة خاصة بها.'));
    });
  });
  const links = FILES.map(([name, english, arabic]) => {
    const link = element('a', { class: 'map-link', href: fileAddress(name, sheet()), download: true, 'data-view-file': name }, say(english, arabic));
    link.addEventListener('pointerdown', () => { link.href = fileAddress(name, sheet()); });
    return link;
  });
  return element('div', { class: 'print-files' }, element('h3', {}, say('Rows and sources of this view', 'صفوف هذا العرض ومصادره')), element('div', { class: 'print-file-list' }, ...links), copy, told);
}

/** True where the clipboard took them; otherwise they are opened, to be copied by hand. */
async function footnotes(address: string): Promise<boolean> {
  const answer = await fetch(address);
  const text = answer.ok ? await answer.text() : null;
  if (text !== null && navigator.clipboard) {
    try {
      await navigator.clipboard.writeText(text);
      return true;
    } catch (error) {
      // The reader has not allowed it.
      if (!(error instanceof DOMException && error.name === 'NotAllowedError')) throw error;
    }
  }
  window.open(address, '_blank', 'noopener');
  return false;
}

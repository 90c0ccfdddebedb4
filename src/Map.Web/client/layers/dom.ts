// Small pieces of page. Words reach the page as text nodes only.

import type { CardClaim, DateInWords, DeadLink } from '../contract.ts';
import { dateLink } from '../date-links.ts';
import { dayOfIso, OPEN_END, OPEN_START } from '../time/days.ts';
import { say } from '../words.ts';

type Child = Node | string | null;

export function element<K extends keyof HTMLElementTagNameMap>(tag: K, className: string, ...children: Child[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  if (className) made.className = className;
  made.append(...children.filter(child => child !== null));
  return made;
}

export function button(className: string, pressed: () => void, ...children: Child[]): HTMLButtonElement {
  const made = element('button', className, ...children);
  made.type = 'button';
  made.addEventListener('click', pressed);
  return made;
}

/** A link to an outside page, or the bare words where the address is none a browser should open. */
export function outside(words: string, url: string | null): HTMLElement {
  if (!url || !/^https?:\/\//i.test(url)) return element('span', '', words);
  const link = element('a', '', words);
  link.href = url;
  link.target = '_blank';
  link.rel = 'noopener noreferrer';
  return link;
}

/** What is told of a claim's source. */
type Brought = Pick<CardClaim, 'sourceTitle' | 'sourceOutlet' | 'sourceUrl' | 'published' | 'dead'>;

/** A source's title, as a link where it has an address on the web, and who brought it out when. */
export function sourceLink({ sourceTitle, sourceOutlet, sourceUrl, published, dead }: Brought): HTMLElement {
  const link = outside(sourceTitle === 'unknown' ? say('untitled', 'بلا عنوان') : sourceTitle, sourceUrl), comma = say(', ', '، ');
  link.dir = 'auto';
  const line = element('span', '', link);
  if (dead) line.append(...deadMark(dead));
  if (sourceOutlet && !sourceTitle.includes(sourceOutlet)) line.append(comma, apart(sourceOutlet));
  if (published) line.append(comma, dateInWords(published));
  return line;
}

/** That a link led nowhere, as of when, and where a copy is. */
function deadMark({ asOf, copy }: DeadLink): (Node | string)[] {
  const mark: (Node | string)[] = [say(' (link dead as of ', ' (الرابط ميت بتاريخ '), dateInWords(asOf)];
  if (copy) mark.push(say('; ', '؛ '), outside(say('archived copy', 'نسخة مؤرشفة'), copy));
  return [...mark, ')'];
}

/** A date that the server put into words, as a link. */
export function dateInWords({ words, wordsAr, earliest, latest }: DateInWords): HTMLElement {
  return dateLink(say(words, wordsAr), { earliest: dayOfIso(earliest ?? '') ?? OPEN_START, latest: dayOfIso(latest ?? '') ?? OPEN_END });
}

/** Text in a script of its own direction. */
export function apart(words: string, className = ''): HTMLElement {
  const made = element('bdi', className, words);
  made.dir = 'auto';
  return made;
}

const SVG = 'http://www.w3.org/2000/svg';

/** A line drawing of 20 × 20 in the colour of the text. */
export function icon(path: string): SVGSVGElement {
  const svg = document.createElementNS(SVG, 'svg');
  svg.setAttribute('viewBox', '0 0 20 20');
  svg.setAttribute('class', 'map-icon');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(SVG, 'path');
  line.setAttribute('d', path);
  svg.append(line);
  return svg;
}

export const icons = {
  more: 'M10 3.5v13M3.5 10h13',
  less: 'M3.5 10h13',
  layers: 'M10 2.5 17.5 7 10 11.5 2.5 7ZM3.2 10.4 10 14.5l6.8-4.1M3.2 13.7 10 17.8l6.8-4.1',
  close: 'M5 5l10 10M15 5 5 15',
  down: 'M5 7.5l5 5 5-5',
  up: 'M5 12.5l5-5 5 5',
};

// What an author copies: the frame alone, the frame with the script that sizes it, a line of Markdown, and how to cite the view.

import { dayOfIso, isoOf } from './time/days.ts';
import { dayWords } from './time/words.ts';
import { say } from './words.ts';

/** The frame as pages take it over. Its size holds where no script runs. */
export interface FrameWishes {
  readonly title: string;
  /** Any CSS length of a page, or pixels. */
  readonly width: string;
  readonly height: number;
}

/**
 * The iframe a page takes over. Nothing in it needs a script of ours on that page.
 * @param name What the view is called where no other title is wished.
 */
export function embedCode(origin: string, query: string, wishes: FrameWishes, name = ''): string {
  return frame(origin + embedPath(query, wishes.title), wishes, name, '');
}

/** The same frame with a script that gives it the height it asks for and lets links of the page move its map. Without the script the frame stands as it is. */
export function scriptCode(origin: string, query: string, wishes: FrameWishes, name = ''): string {
  return `${frame(origin + embedPath(query, wishes.title), wishes, name, ' data-map-embed')}\n<script async src="${attribute(origin)}/js/host-page.js"></script>`;
}

export function embedPath(query: string, title: string): string {
  return `/embed${query}${title ? `${query ? '&' : '?'}title=${encodeURIComponent(title)}` : ''}`;
}

function frame(address: string, { title, width, height }: FrameWishes, own: string, mark: string): string {
  const name = title || own || say('Map of northern Syria', 'خريطة شمال سوريا');
  return `<iframe${mark} src="${attribute(address)}" title="${attribute(name)}" width="${attribute(width)}" height="${height}" frameborder="0" loading="lazy" referrerpolicy="no-referrer" allow="fullscreen"></iframe>`;
}

/** A picture of the view in Markdown that leads to its map, whatever words and addresses hold. */
export function markdown(address: string, words: string, picture: string): string {
  const link = (to: string) => `(${to.replace(/[()\s<>]/g, escaped)})`;
  return `[![${words.replace(/[\\[\]<>*_`|]/g, '\\$&').replace(/\s+/g, ' ')}]${link(picture)}]${link(address)}`;
}

/** Also those that encodeURIComponent leaves as they are. */
const escaped = (letter: string) => `%${letter.charCodeAt(0).toString(16).toUpperCase()}`;

export interface Cited {
  readonly title: string;
  readonly address: string;
  /** The last day of what is shown, ISO; null where it follows the data. */
  readonly date: string | null;
  /** The past day whose data it shows, ISO; null for the data of now. */
  readonly known: string | null;
  /** The day somebody looked, ISO. */
  readonly accessed: string;
}

/** How to cite a view: title, site, what day it shows, as of when its data is, where it stands, when it was looked at, and under what licence. */
export function citation({ title, address, date, known, accessed }: Cited): string {
  const words = (iso: string) => { const day = dayOfIso(iso); return day === null ? iso : dayWords(day); };
  const name = title || say('Who held what in northern Syria', 'من سيطر على ماذا في شمال سوريا');
  const parts = [
    /[.!?؟]$/.test(name) ? name.slice(0, -1) : name,
    say('Map: Northern Syria', 'Map: شمال سوريا'),
    ...date === null ? [] : [say(`State of ${words(date)}`, `الحال في ${words(date)}`)],
    say(`Data as published on ${words(known ?? accessed)}`, `البيانات كما نُشرت في ${words(known ?? accessed)}`),
    say(`${address} (accessed ${words(accessed)})`, `\u2066${address}\u2069 (اطُّلع عليه في ${words(accessed)})`),
    say('Control claims CC BY-SA 4.0; events UCDP GED, CC BY 4.0, and reports named on the map', 'ادعاءات السيطرة CC BY-SA 4.0؛ الأحداث UCDP GED‏، CC BY 4.0، وتقارير مذكورة على الخريطة'),
  ];
  return `${parts.join('. ')}.`;
}

/** Today in UTC, as the server counts days. */
export function today(now = Date.now()): string {
  return isoOf(Math.floor(now / 86_400_000));
}

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

// Every printed date of the record is a link. Where a map stands it is followed in place: the date moves, and whatever else is shown stays.

import { isoOf, OPEN_END, OPEN_START, dayOfIso } from './time/days.ts';
import { windowDays, windowOf } from './model.ts';

/** A date of the record: one day, or a span; OPEN_START and OPEN_END where an end is not known. */
export interface Dated {
  readonly earliest: number;
  readonly latest: number;
}

/** Where a date leads: its last day, or the first where the end is open, in a window no shorter than the span. Null where no day is known. */
export function placeInTime({ earliest, latest }: Dated, window: string): { day: number; window: string } | null {
  const day = latest !== OPEN_END ? latest : earliest;
  if (day === OPEN_START || day === OPEN_END) return null;
  // A window that begins on the date begins with the span.
  if (window === 'from') return { day: earliest !== OPEN_START ? earliest : day, window };
  const length = earliest === OPEN_START || latest === OPEN_END ? 1 : latest - earliest + 1;
  return { day, window: length > (windowDays(window) ?? Infinity) ? windowOf(length) : window };
}

/** A date in words, as a link; bare words where no day is known. */
export function dateLink(words: string, dated: Dated, className = 'map-link is-time'): HTMLElement {
  const to = placeInTime(dated, '1d');
  const made = document.createElement(to === null ? 'span' : 'a');
  made.textContent = words;
  if (to === null || !(made instanceof HTMLAnchorElement)) return made;
  made.className = className;
  made.dataset['toDay'] = isoOf(to.day);
  if (dated.earliest < dated.latest && to.day === dated.latest && dated.earliest !== OPEN_START) made.dataset['fromDay'] = isoOf(dated.earliest);
  made.href = addressAt('/', dated);
  return made;
}

/** The same address on another date, with a window that holds it. */
export function addressAt(address: string, dated: Dated): string {
  const url = new URL(address, 'http://map/'), kept = url.searchParams, to = placeInTime(dated, kept.get('window') ?? '30d');
  if (to === null) return address;
  // The date and the window lead, as in every address of the map.
  const query: [string, string][] = [['date', isoOf(to.day)], ['window', to.window], ...[...kept].filter(([name]) => name !== 'date' && name !== 'window')];
  return `${url.pathname}?${query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&')}`;
}

/** What a link is followed on. */
export interface Moved {
  /** The window in force. */
  readonly window: string;
  /** The address of the map as it is shown now, for those who open the link elsewhere. */
  readonly address: string;
  show(day: number, window: string): void;
}

/** Follows every link to a date that lies on this page. `mapOf` is null where the link has no map to move: then it is a link like any other. */
export function followDates(mapOf: (link: HTMLAnchorElement) => Moved | null, page: Document = document): void {
  const linkAt = (event: Event) => (event.target as Element).closest?.<HTMLAnchorElement>('a[data-to-day]') ?? null;

  // Brought up to date when it is about to be used: a new tab shall show what is shown here.
  const renew = (event: Event) => {
    const link = linkAt(event), map = link && mapOf(link), dated = link && datedOf(link);
    if (map && dated) link.setAttribute('href', addressAt(map.address, dated));
  };
  for (const name of ['pointerdown', 'focusin']) page.addEventListener(name, renew, true);

  // In the capture phase: before whoever else takes clicks on links into hand.
  page.addEventListener('click', event => {
    const link = linkAt(event), map = link && mapOf(link), dated = link && datedOf(link);
    if (!map || !dated || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const to = placeInTime(dated, map.window);
    if (to === null) return;
    event.preventDefault();
    map.show(to.day, to.window);
  }, true);
}

function datedOf(link: HTMLAnchorElement): Dated | null {
  const latest = dayOfIso(link.dataset['toDay'] ?? '');
  return latest === null ? null : { earliest: dayOfIso(link.dataset['fromDay'] ?? '') ?? latest, latest };
}

// What pop-ups say. Every word is a text node: names, notes and titles were typed by people.

import type { EventCard, PackIndexFile, PlaceCard, PlaceHolding } from '../contract.ts';
import { calendar, dayOfIso } from '../time/days.ts';
import { count, language, say } from '../words.ts';
import { apart, button, element, outside } from './dom.ts';
import { holderBackground, holderNames, swatch } from './swatch.ts';
import { codedWords, symbolElement, typeWords } from './symbols.ts';

/** First year of the history strip: before it no claim speaks. */
const STRIP_FROM = dayOfIso('2011-01-01')!;

export interface PlaceWords {
  readonly card: PlaceCard;
  /** The holding the reader asked about; null where none had begun. */
  readonly holding: PlaceHolding | null;
  readonly day: number;
  readonly index: PackIndexFile;
  goTo(day: number): void;
}

export function placeName(card: PlaceCard): string {
  return language() === 'ar' ? card.nameAr || card.name : card.name;
}

/** Who held a place, since when, on whose word. */
export function placeContent({ card, holding, day, index, goTo }: PlaceWords): HTMLElement {
  const names = holderNames(index.holders);
  const heading = element('h3', 'map-popup-title', apart(placeName(card)));
  const other = language() === 'ar' ? card.name : card.nameAr;
  if (other && other !== placeName(card)) heading.append(' ', apart(other, 'map-popup-other'));
  const content = element('div', 'map-popup-place', heading);
  if (!holding) {
    content.append(element('p', 'map-popup-line', say('No claim for this place on or before this date.', 'لا ادعاء عن هذا المكان في هذا التاريخ أو قبله.')));
  } else {
    const left = holding.posture === 'left' || holding.holders.length === 0;
    const who = left ? say('Nobody named', 'لا طرف مذكور') : holding.holders.map(names.full).join(say(' and ', ' و'));
    const [earliest, latest] = [dayOfIso(holding.earliest ?? ''), dayOfIso(holding.latest ?? '')];
    content.append(element('p', 'map-popup-holder', left ? null : swatch(holding.holders, holding.posture), element('span', '', postureWords(holding.posture, who)), truthTag(card, holding, day)));
    const words = language() === 'ar' ? holding.dateWordsAr : holding.dateWords;
    const link = latest ?? earliest;
    content.append(element('p', 'map-popup-line', say('since ', 'منذ '), link === null ? words : button('map-link is-time', () => goTo(link), words), ' · ',
      count(holding.claims.length, { one: '1 claim', other: '# claims' }, { one: 'ادعاء واحد', two: 'ادعاءان', few: '# ادعاءات', many: '# ادعاءً', other: '# ادعاء' }),
      ' ', holding.claims[0] ? element('bdi', 'map-grade', holding.claims[0].grade) : null));
    for (const claim of sources(holding)) content.append(element('p', 'map-popup-line', say('Source: ', 'المصدر: '), sourceLink(claim.sourceTitle, claim.sourceOutlet, claim.sourceUrl)));
  }
  content.append(strip(card, index, day));
  return content;
}

/** The strongest claims' sources, each once. */
function sources({ claims }: PlaceHolding): PlaceHolding['claims'] {
  return claims.filter((claim, i) => claims.findIndex(other => other.sourceTitle === claim.sourceTitle && other.sourceUrl === claim.sourceUrl) === i).slice(0, 3);
}

function sourceLink(title: string, outlet: string | null, url: string | null): HTMLElement {
  const link = outside(title === 'unknown' ? say('untitled', 'بلا عنوان') : title, url);
  link.dir = 'auto';
  if (!outlet || title.includes(outlet)) return link;
  return element('span', '', link, say(', ', '، '), apart(outlet));
}

function postureWords(posture: string, who: string): string {
  switch (posture) {
    case 'contested': return say(`Contested: ${who}`, `متنازع عليها: ${who}`);
    case 'joint': return say(`Joint: ${who}`, `مشتركة: ${who}`);
    case 'besieged': return say(`${who}, besieged`, `${who}، محاصَرة`);
    default: return who;
  }
}

/** The card stays while time moves, and says where its words do not reach the date. */
function truthTag(card: PlaceCard, holding: PlaceHolding, day: number): HTMLElement | null {
  const may = dayOfIso(holding.earliest ?? '') ?? -Infinity, sure = dayOfIso(holding.latest ?? '') ?? may;
  const next = card.history[card.history.indexOf(holding) + 1];
  const ends = next ? dayOfIso(next.latest ?? next.earliest ?? '') ?? Infinity : Infinity;
  if (day < may) return element('span', 'map-tag', say('not yet', 'ليس بعد'));
  if (day >= ends) return element('span', 'map-tag', say('over', 'انتهى'));
  return day < sure ? element('span', 'map-tag is-possible', say('possibly', 'محتمل')) : null;
}

/** The holding that stands on a day: the last that may have begun. */
export function holdingOf(card: PlaceCard, day: number): PlaceHolding | null {
  let found: PlaceHolding | null = null;
  for (const holding of card.history) if ((dayOfIso(holding.earliest ?? '') ?? -Infinity) <= day) found = holding;
  return found;
}

function strip(card: PlaceCard, index: PackIndexFile, day: number): HTMLElement {
  const end = dayOfIso(index.controlTo) ?? STRIP_FROM + 1;
  const part = (at: number) => Math.max(0, Math.min(1, (at - STRIP_FROM) / (end - STRIP_FROM)));
  const bar = element('div', 'map-strip-bar');
  card.history.forEach((holding, i) => {
    const next = card.history[i + 1];
    const from = part(dayOfIso(holding.latest ?? holding.earliest ?? '') ?? STRIP_FROM), to = next ? part(dayOfIso(next.latest ?? next.earliest ?? '') ?? end) : 1;
    if (to <= from || holding.posture === 'left') return;
    const piece = element('span', 'map-strip-piece');
    piece.style.setProperty('--from', String(from));
    piece.style.setProperty('--to', String(to));
    piece.style.setProperty('--fill', holderBackground(holding.holders, holding.posture));
    bar.append(piece);
  });
  const tick = element('span', 'map-strip-tick');
  tick.style.setProperty('--from', String(part(day)));
  bar.append(tick);
  const years = element('div', 'map-strip-years', element('span', '', String(calendar(STRIP_FROM).year)), element('span', '', String(calendar(end).year)));
  const whole = element('div', 'map-strip', bar, years);
  whole.setAttribute('aria-hidden', 'true');
  return whole;
}

export function eventTitle(card: EventCard): string {
  if (language() !== 'ar') return card.title;
  if (card.titleAr) return card.titleAr;
  // A data set that names only type and place: both can be said in Arabic.
  const opening = `${codedWords(card.type, false)}, `;
  return card.title.startsWith(opening) ? `${codedWords(card.type, true)}، ${card.placeAr || card.title.slice(opening.length)}` : card.title;
}

/** The way from a pop-up to the whole event: a button here, a link out of an embed. */
export type EventDoor = { readonly open: () => void } | { readonly href: string };

function door(way: EventDoor, words: string, className: string): HTMLElement {
  if ('open' in way) return button(className, way.open, words);
  const link = element('a', className, words);
  link.href = way.href;
  link.target = '_blank';
  link.rel = 'noopener';
  return link;
}

/** One event: title, date, type, source, and the way to its card. */
export function eventContent(card: EventCard, way: EventDoor, goTo: (day: number) => void): HTMLElement {
  const day = dayOfIso(card.latest ?? card.earliest ?? '');
  const words = language() === 'ar' ? card.dateWordsAr : card.dateWords;
  const content = element('div', 'map-popup-event',
    element('p', 'map-popup-type', symbolElement(card.type), typeWords(card.type)),
    element('h3', 'map-popup-title', apart(eventTitle(card))),
    element('p', 'map-popup-line', day === null ? words : button('map-link is-time', () => goTo(day), words)));
  const place = language() === 'ar' ? card.placeAr || card.place : card.place;
  if (place && !eventTitle(card).includes(place)) content.append(element('p', 'map-popup-line', apart(place)));
  const killed = card.figures.find(figure => figure.kind === 'killed' && figure.best !== null);
  if (killed?.best) content.append(element('p', 'map-popup-line', count(killed.best, { one: '1 killed', other: '# killed' }, { one: 'قتيل واحد', two: 'قتيلان', few: '# قتلى', many: '# قتيلاً', other: '# قتيل' })));
  const [claim] = card.claims;
  if (claim) content.append(element('p', 'map-popup-line', say('Source: ', 'المصدر: '), sourceLink(claim.sourceTitle, claim.sourceOutlet, claim.sourceUrl), ' ', element('bdi', 'map-grade', claim.grade)));
  content.append(element('p', 'map-popup-foot', door(way, say('Open the event', 'افتح الحدث'), 'map-open')));
  return content;
}

/** Several events on one spot; `more` are not listed. */
export function eventList(heading: string, cards: readonly EventCard[], more: number, way: (card: EventCard) => EventDoor): HTMLElement {
  const list = element('ul', 'map-popup-list', ...cards.map(card => {
    const row = door(way(card), '', 'map-popup-row');
    row.append(symbolElement(card.type), element('span', 'map-popup-row-words', apart(eventTitle(card)), element('small', '', language() === 'ar' ? card.dateWordsAr : card.dateWords)));
    return element('li', '', row);
  }));
  const content = element('div', 'map-popup-events', element('h3', 'map-popup-title', heading), list);
  if (more > 0) content.append(element('p', 'map-popup-line', say(`and ${more} more: zoom in, or see the list`, `و${more} غيرها: قرّب الخريطة أو انظر القائمة`)));
  return content;
}

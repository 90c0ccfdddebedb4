// What the pop-up of one event, or of several on a spot, says. Every word is a text node: titles were typed by people.

import type { DateInWords, EventCard } from '../contract.ts';
import { dateLink, type Dated } from '../date-links.ts';
import { dayOfIso, OPEN_END, OPEN_START } from '../time/days.ts';
import { count, language, say } from '../words.ts';
import { apart, button, dateInWords, element, sourceLink } from './dom.ts';
import type { PopupContent } from './popup.ts';
import { swatch } from './swatch.ts';
import { codedWords, symbolElement, typeWords } from './symbols.ts';
import { truthOf, truthTag } from './truth.ts';

export function eventTitle(card: EventCard): string {
  if (language() !== 'ar') return card.title;
  if (card.titleAr) return card.titleAr;
  // A data set that names only type and place: both can be said in Arabic.
  const opening = `${codedWords(card.type, false)}, `;
  return card.title.startsWith(opening) ? `${codedWords(card.type, true)}، ${card.placeAr || card.title.slice(opening.length)}` : card.title;
}

const spanOf = ({ earliest, latest }: EventCard): Dated => ({ earliest: dayOfIso(earliest ?? '') ?? OPEN_START, latest: dayOfIso(latest ?? '') ?? OPEN_END });

const dateOf = (card: EventCard) => dateLink(language() === 'ar' ? card.dateWordsAr : card.dateWords, spanOf(card));

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

/** Said where the place is known more closely than it is told. */
function shownAs(card: EventCard): string | null {
  if (card.shownAs === null) return null;
  if (card.shownAs === 'district') return say('shown at district', 'معروض على مستوى المنطقة');
  return card.shownAs === 'governorate' ? say('shown at governorate', 'معروض على مستوى المحافظة') : say('place not shown', 'المكان غير معروض');
}

/** Said where readers had seen it otherwise; of a past day, that it is told otherwise today. */
function correctedWords({ corrected, correctedSince }: EventCard): string | null {
  const words = (date: DateInWords) => language() === 'ar' ? date.wordsAr : date.words;
  if (correctedSince) return say(`Corrected on ${words(correctedSince)}: this is what it said before`, `صُحّح في ${words(correctedSince)}: هذا ما كان يقوله قبل ذلك`);
  return corrected ? say(`Corrected on ${words(corrected)}`, `صُحّح في ${words(corrected)}`) : null;
}

/** More than these are on the card. */
const MOST_ACTORS = 3;

/** Who took part, by the names of that day, in the colours of their lineages. */
function whoLine(card: EventCard): HTMLElement | null {
  const named = card.actors.filter(actor => actor.role !== 'claimant').slice(0, MOST_ACTORS);
  if (named.length === 0) return null;
  return element('p', 'map-popup-line map-popup-who', ...named.map(actor => element('span', '', ...(actor.holder ? [swatch([actor.holder], 'holds')] : []),
    apart(language() === 'ar' ? actor.nameAr || actor.name : actor.name))));
}

/** One event: title, date, type, source, and the way to its card. */
export function eventContent(card: EventCard, way: EventDoor): PopupContent {
  const tag = truthTag();
  const content = element('div', 'map-popup-event',
    element('p', 'map-popup-type', symbolElement(card.type), typeWords(card.type)),
    element('h3', 'map-popup-title', apart(eventTitle(card))),
    element('p', 'map-popup-line', dateOf(card), ' ', tag.element));
  const place = language() === 'ar' ? card.placeAr || card.place : card.place;
  const named = place && !eventTitle(card).includes(place) ? apart(place) : null, shown = shownAs(card);
  if (named || shown) content.append(element('p', 'map-popup-line', named, named && shown ? ' ' : null, shown && element('span', 'tag', shown)));
  const who = whoLine(card);
  if (who) content.append(who);
  const killed = card.figures.find(figure => figure.kind === 'killed' && figure.best !== null);
  if (killed?.best) content.append(element('p', 'map-popup-line', count(killed.best, { one: '1 killed', other: '# killed' }, { one: 'قتيل واحد', two: 'قتيلان', few: '# قتلى', many: '# قتيلاً', other: '# قتيل' })));
  const [claim] = card.claims;
  if (claim) content.append(element('p', 'map-popup-line', say('Source: ', 'المصدر: '), sourceLink(claim), ' ', element('bdi', 'map-grade', claim.grade)));
  if (claim?.said) content.append(element('p', 'map-popup-line', say('Said: ', 'قيل في: '), dateInWords(claim.said)));
  const corrected = correctedWords(card);
  if (corrected) content.append(element('p', 'map-popup-line map-popup-corrected', corrected));
  content.append(element('p', 'map-popup-foot', door(way, say('Open the event', 'افتح الحدث'), 'map-open')));
  return { element: content, show({ from, to }) { tag.show(truthOf(spanOf(card), from, to)); } };
}

/** Several events on one spot; `more` are not listed. */
export function eventList(heading: string, cards: readonly EventCard[], more: number, way: (card: EventCard) => EventDoor): PopupContent {
  const tags = cards.map(truthTag);
  const list = element('ul', 'map-popup-list', ...cards.map((card, i) => {
    const row = door(way(card), '', 'map-popup-row');
    row.append(symbolElement(card.type), element('span', 'map-popup-row-words', apart(eventTitle(card))));
    return element('li', '', row, element('p', 'map-popup-row-date', dateOf(card), ' ', tags[i]!.element));
  }));
  const content = element('div', 'map-popup-events', element('h3', 'map-popup-title', heading), list);
  if (more > 0) content.append(element('p', 'map-popup-line', say(`and ${more} more: zoom in, or see the list`, `و${more} غيرها: قرّب الخريطة أو انظر القائمة`)));
  return { element: content, show({ from, to }) { cards.forEach((card, i) => tags[i]!.show(truthOf(spanOf(card), from, to))); } };
}

// What the pop-up of a place says: who held it, since when, on whose word. Every word is a text node: names, notes and titles were typed by people.

import type { PackIndexFile, PlaceCard, PlaceHolding } from '../contract.ts';
import { dateLink } from '../date-links.ts';
import { dayOfIso } from '../time/days.ts';
import { count, language, say } from '../words.ts';
import { otherLines, stateWords, supportLines } from './claim-lines.ts';
import { apart, button, element } from './dom.ts';
import { begins, historyStrip, isLeft, sinceWords, surely } from './history-strip.ts';
import type { PopupContent } from './popup.ts';
import { holderNames, swatch } from './swatch.ts';
import { truthTag, type Truth } from './truth.ts';

/** Metres within which a spot is the place itself. */
const HERE = 100;

export interface PlaceAsked {
  readonly card: PlaceCard;
  /** The day it was asked about: what is said stays while time moves, and tells where it does not reach the date. */
  readonly day: number;
  readonly index: PackIndexFile;
  /** Metres from the spot to the place that answers for it. */
  readonly away: number;
  /** In an embed links leave it by a new tab. */
  readonly embedded: boolean;
  /** Asks about the date that is shown. */
  again(): void;
}

export function placeName(card: PlaceCard): string {
  return language() === 'ar' ? card.nameAr || card.name : card.name;
}

/** The holding that stands on a day: the last that may have begun; null where the map says nothing, also after the end of the record. */
export function holdingOf(card: PlaceCard, day: number, to = Infinity): PlaceHolding | null {
  let found: PlaceHolding | null = null;
  for (const holding of card.history) if (begins(holding).earliest <= day) found = holding;
  return day > to ? null : found;
}

export function placeContent({ card, day, index, away, embedded, again }: PlaceAsked): PopupContent {
  const to = dayOfIso(index.controlTo) ?? Infinity, holding = holdingOf(card, day, to), names = holderNames(index.holders);
  const heading = element('h3', 'map-popup-title', apart(placeName(card)));
  const other = language() === 'ar' ? card.name : card.nameAr;
  if (other && other !== placeName(card)) heading.append(' ', apart(other, 'map-popup-other'));
  const content = element('div', 'map-popup-place', heading), tag = truthTag(), strip = historyStrip(card, to, names);
  if (away > HERE) content.append(element('p', 'map-popup-line map-popup-away', distanceWords(away)));

  let before: HTMLElement | null = null, more: HTMLElement[] = [];
  if (!holding) {
    content.append(element('p', 'map-popup-line map-popup-silence', ...silence(card, day, index), ' ', tag.element));
  } else {
    content.append(element('p', 'map-popup-holder', isLeft(holding) ? null : swatch(holding.holders, holding.posture),
      element('span', '', stateWords(isLeft(holding) ? [] : holding.holders, holding.posture, names)), tag.element));
    const earlier = card.history[card.history.indexOf(holding) - 1];
    if (earlier && !isLeft(earlier) && surely(holding) > begins(holding).earliest)
      content.append(before = element('p', 'map-popup-holder is-before', swatch(earlier.holders, earlier.posture),
        element('span', '', say('or still ', 'أو ما زالت '), stateWords(earlier.holders, earlier.posture, names))));
    content.append(
      element('p', 'map-popup-line', say('since ', 'منذ '), dateLink(sinceWords(holding), begins(holding)), ' · ',
        count(holding.claims.length, { one: '1 claim', other: '# claims' }, { one: 'ادعاء واحد', two: 'ادعاءان', few: '# ادعاءات', many: '# ادعاءً', other: '# ادعاء' }), ' · ', ruleLink(holding.rule, embedded)));
    const [strongest, ...others] = supportLines(holding.claims, holding.edtf);
    if (strongest) content.append(strongest);
    more = others;
  }
  // Seen without scrolling; below it what else is claimed.
  content.append(strip.element, ...more);
  for (const lines of [
    otherLines(say('Says otherwise, and is not followed:', 'يقول غير ذلك ولا يُتّبع:'), 'is-dissent', holding?.dissent ?? [], names),
    otherLines(say('For its source’s own side, confirmed by nobody:', 'لصالح طرف مصدره ولا يؤكده أحد:'), 'is-unconfirmed', unconfirmedAt(card, holding, day), names),
  ]) if (lines) content.append(lines);
  const anew = element('p', 'map-popup-line', button('map-link', again, say('Who held it on this date', 'من سيطر عليها في هذا التاريخ')));
  content.append(anew);
  // A list or a search may open it while a series of zones is shown.
  const derived = element('p', 'map-popup-line map-popup-derived', say('This is by cited claims; the map shows a series of zones instead.', 'هذا بحسب الادعاءات الموثّقة؛ أما الخريطة فتعرض سلسلة مناطق بدلاً منها.'));
  heading.after(derived);

  return {
    element: content,
    show(shown) {
      const truth = truthOn(card, holding, shown.day, to);
      tag.show(truth);
      if (before && holding) before.hidden = shown.day < begins(holding).earliest || shown.day >= surely(holding);
      anew.hidden = truth === null || truth === 'possibly';
      strip.show(shown.day);
      derived.hidden = shown.series === null;
    },
  };
}

/** Why nothing is said, as the answers for tools give it too. */
function silence(card: PlaceCard, day: number, { controlTo }: PackIndexFile): (Node | string)[] {
  const to = dayOfIso(controlTo), [first] = card.history;
  if (to !== null && day > to) return [say('No claim reaches this date: the record of control ends on ', 'لا ادعاء يبلغ هذا التاريخ: ينتهي سجل السيطرة في '), dateLink(controlTo, { earliest: to, latest: to }), '.'];
  if (first) return [say('Nothing is known before the first claim, of ', 'لا يُعرف شيء قبل أول ادعاء، وتاريخه '), dateLink(sinceWords(first), begins(first)), '.'];
  if (card.unconfirmed.length > 0) return [say('Only sources that take a side speak of it, for that side.', 'لا تتحدث عنه سوى مصادر منحازة، لصالح طرفها.')];
  return [say('No claim about this place.', 'لا ادعاء عن هذا المكان.')];
}

/** What one side alone has said of the time since the holding began, or of any time before where there is none. */
function unconfirmedAt(card: PlaceCard, holding: PlaceHolding | null, day: number): PlaceCard['unconfirmed'] {
  const from = holding ? begins(holding).earliest : -Infinity;
  return card.unconfirmed.filter(({ when }) => {
    const begun = dayOfIso(when.earliest ?? '') ?? -Infinity;
    return begun <= day && begun >= from;
  });
}

function truthOn(card: PlaceCard, holding: PlaceHolding | null, day: number, to: number): Truth | null {
  const now = holdingOf(card, day, to);
  if (!holding) return now === null || day < surely(now) && now === card.history[0] ? null : 'over';
  if (day > to) return 'over';
  const next = card.history[card.history.indexOf(holding) + 1];
  if (next && day >= surely(next)) return 'over';
  return day < begins(holding).earliest ? 'not yet' : day < surely(holding) ? 'possibly' : null;
}

function distanceWords(metres: number): string {
  const kilometres = (metres / 1000).toFixed(metres < 9_950 ? 1 : 0);
  return say(`The nearest claim, ${kilometres} km from this spot`, `أقرب ادعاء، على بعد ${kilometres} كم من هذه النقطة`);
}

function ruleLink(rule: number, embedded: boolean): HTMLElement {
  const link = element('a', 'map-link', say(`rule ${rule}`, `القاعدة ${rule}`));
  link.href = `/about/control${language() === 'ar' ? '?lang=ar' : ''}#rule-${rule}`;
  link.title = say('How this was decided', 'كيف حُدّد هذا');
  if (embedded) {
    link.target = '_blank';
    link.rel = 'noopener';
  }
  return link;
}

// What the pop-up of a place says: who held it, since when, on whose word. Every word is a text node: names, notes and titles were typed by people.

import type { PackIndexFile, PlaceCard, PlaceHolding } from '../contract.ts';
import { dateLink, type Dated } from '../date-links.ts';
import { calendar, dayOfIso, OPEN_END, OPEN_START } from '../time/days.ts';
import { count, language, say } from '../words.ts';
import { apart, element, sourceLink } from './dom.ts';
import type { PopupContent } from './popup.ts';
import { holderBackground, holderNames, swatch, type HolderNames } from './swatch.ts';
import { truthTag, type Truth } from './truth.ts';

/** First year of the history strip: before it no claim speaks. */
const STRIP_FROM = dayOfIso('2011-01-01')!;

export function placeName(card: PlaceCard): string {
  return language() === 'ar' ? card.nameAr || card.name : card.name;
}

/** The holding that stands on a day: the last that may have begun. */
export function holdingOf(card: PlaceCard, day: number): PlaceHolding | null {
  let found: PlaceHolding | null = null;
  for (const holding of card.history) if (begins(holding).earliest <= day) found = holding;
  return found;
}

/** Who held a place, as of the day it was asked about: it stays while time moves, and says where its words do not reach the date. */
export function placeContent(card: PlaceCard, holding: PlaceHolding | null, index: PackIndexFile): PopupContent {
  const names = holderNames(index.holders);
  const heading = element('h3', 'map-popup-title', apart(placeName(card)));
  const other = language() === 'ar' ? card.name : card.nameAr;
  if (other && other !== placeName(card)) heading.append(' ', apart(other, 'map-popup-other'));
  const content = element('div', 'map-popup-place', heading), tag = truthTag(), strip = historyStrip(card, index, names);
  if (!holding) {
    content.append(element('p', 'map-popup-line', say('No claim for this place on or before this date.', 'لا ادعاء عن هذا المكان في هذا التاريخ أو قبله.'), ' ', tag.element));
  } else {
    content.append(
      element('p', 'map-popup-holder', isLeft(holding) ? null : swatch(holding.holders, holding.posture), element('span', '', whoWords(holding, names)), tag.element),
      element('p', 'map-popup-line', say('since ', 'منذ '), dateLink(sinceWords(holding), begins(holding)), ' · ',
        count(holding.claims.length, { one: '1 claim', other: '# claims' }, { one: 'ادعاء واحد', two: 'ادعاءان', few: '# ادعاءات', many: '# ادعاءً', other: '# ادعاء' }),
        ' ', holding.claims[0] ? element('bdi', 'map-grade', holding.claims[0].grade) : null));
    for (const claim of sources(holding)) content.append(element('p', 'map-popup-line', say('Source: ', 'المصدر: '), sourceLink(claim)));
  }
  content.append(strip.element);
  return {
    element: content,
    show({ day }) {
      tag.show(truthOn(card, holding, day));
      strip.show(day);
    },
  };
}

function truthOn(card: PlaceCard, holding: PlaceHolding | null, day: number): Truth | null {
  // "No claim" is over where the first one begins.
  const next = holding ? card.history[card.history.indexOf(holding) + 1] : card.history[0];
  if (day >= (next ? surely(next) : Infinity)) return 'over';
  if (!holding) return null;
  return day < begins(holding).earliest ? 'not yet' : day < surely(holding) ? 'possibly' : null;
}

/** From which day to which it may have begun. */
function begins({ earliest, latest }: PlaceHolding): Dated {
  return { earliest: dayOfIso(earliest ?? '') ?? OPEN_START, latest: dayOfIso(latest ?? '') ?? OPEN_END };
}

/** The day from which it certainly holds. */
function surely(holding: PlaceHolding): number {
  const { earliest, latest } = begins(holding);
  return latest !== OPEN_END ? latest : earliest;
}

/** The strongest claims' sources, each once. */
function sources({ claims }: PlaceHolding): PlaceHolding['claims'] {
  return claims.filter((claim, i) => claims.findIndex(other => other.sourceTitle === claim.sourceTitle && other.sourceUrl === claim.sourceUrl) === i).slice(0, 3);
}

const isLeft = ({ posture, holders }: PlaceHolding) => posture === 'left' || holders.length === 0;

function whoWords(holding: PlaceHolding, names: HolderNames): string {
  const who = isLeft(holding) ? say('Nobody named', 'لا طرف مذكور') : holding.holders.map(names.full).join(say(' and ', ' و'));
  switch (holding.posture) {
    case 'contested': return say(`Contested: ${who}`, `متنازع عليها: ${who}`);
    case 'joint': return say(`Joint: ${who}`, `مشتركة: ${who}`);
    case 'besieged': return say(`${who}, besieged`, `${who}، محاصَرة`);
    default: return who;
  }
}

/** "since one day between…" would be no English. */
function sinceWords(holding: PlaceHolding): string {
  return say(holding.dateWords.replace(/^one day between /, 'a day between '), holding.dateWordsAr.replace(/^يوم واحد بين /, 'يوم بين '));
}

/** One piece for each holding, as a link to the day it began; a tick where the date is. */
function historyStrip(card: PlaceCard, index: PackIndexFile, names: HolderNames): { readonly element: HTMLElement; show(day: number): void } {
  const end = dayOfIso(index.controlTo) ?? STRIP_FROM + 1;
  const part = (at: number) => Math.max(0, Math.min(1, (at - STRIP_FROM) / (end - STRIP_FROM)));
  const bar = element('div', 'map-strip-bar');
  card.history.forEach((holding, i) => {
    const next = card.history[i + 1];
    const from = part(Math.max(surely(holding), STRIP_FROM)), to = next ? part(surely(next)) : 1;
    if (to <= from || holding.posture === 'left') return;
    const words = `${whoWords(holding, names)}${say(', since ', '، منذ ')}${sinceWords(holding)}`;
    const piece = dateLink('', begins(holding), 'map-strip-piece');
    piece.title = words;
    piece.setAttribute('aria-label', words);
    piece.style.setProperty('--from', String(from));
    piece.style.setProperty('--to', String(to));
    piece.style.setProperty('--fill', holderBackground(holding.holders, holding.posture));
    bar.append(piece);
  });
  const tick = element('span', 'map-strip-tick');
  bar.append(tick);
  const years = element('div', 'map-strip-years', element('span', '', String(calendar(STRIP_FROM).year)), element('span', '', String(calendar(end).year)));
  years.setAttribute('aria-hidden', 'true');
  const whole = element('div', 'map-strip', bar, years);
  whole.setAttribute('role', 'group');
  whole.setAttribute('aria-label', say('Who held it when', 'من سيطر عليها ومتى'));
  return { element: whole, show(day) { tick.style.setProperty('--from', String(part(day))); } };
}

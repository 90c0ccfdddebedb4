// Who held a place when: one strip, one piece for each holding, each a link to the day it began; a tick where the date is.

import type { PlaceCard, PlaceHolding } from '../contract.ts';
import { dateLink, type Dated } from '../date-links.ts';
import { calendar, dayOfIso, OPEN_END, OPEN_START } from '../time/days.ts';
import { say } from '../words.ts';
import { stateWords } from './claim-lines.ts';
import { element } from './dom.ts';
import { holderBackground, type HolderNames } from './swatch.ts';

/** First year of the strip: before it no claim speaks. */
const FROM = dayOfIso('2011-01-01')!;

export interface HistoryStrip {
  readonly element: HTMLElement;
  show(day: number): void;
}

/** From which day to which a holding may have begun. */
export function begins({ earliest, latest }: PlaceHolding): Dated {
  return { earliest: dayOfIso(earliest ?? '') ?? OPEN_START, latest: dayOfIso(latest ?? '') ?? OPEN_END };
}

/** The day from which it certainly holds. */
export function surely(holding: PlaceHolding): number {
  const { earliest, latest } = begins(holding);
  return latest !== OPEN_END ? latest : earliest;
}

export const isLeft = ({ posture, holders }: PlaceHolding) => posture === 'left' || holders.length === 0;

/** "since one day between…" would be no English. */
export function sinceWords(holding: PlaceHolding): string {
  return say(holding.dateWords.replace(/^one day between /, 'a day between '), holding.dateWordsAr.replace(/^يوم واحد بين /, 'يوم بين '));
}

/** While it is not certain that a change has happened, the upper half of the piece is what was before. */
export function historyStrip(card: PlaceCard, to: number, names: HolderNames): HistoryStrip {
  const part = (at: number) => Math.max(0, Math.min(1, (at - FROM) / (to - FROM)));
  const bar = element('div', 'map-strip-bar');
  card.history.forEach((holding, i) => {
    const next = card.history[i + 1], before = card.history[i - 1];
    const from = part(begins(holding).earliest), end = next ? part(isLeft(next) ? surely(next) : begins(next).earliest) : 1;
    if (end <= from || isLeft(holding)) return;
    const words = `${stateWords(holding.holders, holding.posture, names)}${say(', since ', '، منذ ')}${sinceWords(holding)}`;
    const piece = dateLink('', begins(holding), 'map-strip-piece');
    piece.title = words;
    piece.setAttribute('aria-label', words);
    piece.style.setProperty('--from', String(from));
    piece.style.setProperty('--to', String(end));
    piece.style.setProperty('--fill', holderBackground(holding.holders, holding.posture));
    const sure = Math.min(part(surely(holding)), end);
    if (sure > from && before && !isLeft(before)) {
      const still = element('span', 'map-strip-before');
      still.style.setProperty('--share', String((sure - from) / (end - from)));
      still.style.setProperty('--fill', holderBackground(before.holders, before.posture));
      piece.append(still);
    }
    bar.append(piece);
  });
  const tick = element('span', 'map-strip-tick');
  bar.append(tick);
  const years = element('div', 'map-strip-years', element('span', '', String(calendar(FROM).year)), element('span', '', String(calendar(to).year)));
  years.setAttribute('aria-hidden', 'true');
  const whole = element('div', 'map-strip', bar, years);
  whole.setAttribute('role', 'group');
  whole.setAttribute('aria-label', say('Who held it when', 'من سيطر عليها ومتى'));
  return { element: whole, show(day) { tick.style.setProperty('--from', String(part(day))); } };
}

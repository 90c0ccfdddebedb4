// The claims of a pop-up, one by one: what a holding rests on, what says otherwise, what nobody confirms. These are three things, and never mixed.

import type { HoldingClaim } from '../contract.ts';
import { say } from '../words.ts';
import { apart, dateInWords, element, sourceLink } from './dom.ts';
import type { HolderNames } from './swatch.ts';

/** Claims shown with all they say; the others are only counted. */
const MOST = 3;

/** Who holds it, in words. */
export function stateWords(holders: readonly string[], posture: string, names: HolderNames): string {
  const who = holders.length === 0 ? say('Nobody named', 'لا طرف مذكور') : holders.map(names.full).join(say(' and ', ' و'));
  switch (posture) {
    case 'contested': return say(`Contested: ${who}`, `متنازع عليها: ${who}`);
    case 'joint': return say(`Joint: ${who}`, `مشتركة: ${who}`);
    case 'besieged': return say(`${who}, besieged`, `${who}، محاصَرة`);
    default: return who;
  }
}

/** What a holding rests on, the strongest first, each source once. */
export function supportLines(claims: readonly HoldingClaim[], since: string): HTMLElement[] {
  const told = claims.filter((claim, i) => claims.findIndex(other => other.sourceTitle === claim.sourceTitle && other.sourceUrl === claim.sourceUrl) === i).slice(0, MOST);
  return told.map(claim => {
    const line = element('p', 'map-popup-line', say('Source: ', 'المصدر: '), sourceLink(claim), ' ', element('bdi', 'map-grade', claim.grade));
    if (claim.edtf !== since) line.append(say(', dated ', '، بتاريخ '), dateInWords(claim.when));
    if (claim.quote) line.append(element('q', 'map-popup-quote', apart(claim.quote)));
    if (claim.note) line.append(element('span', 'map-popup-note', apart(claim.note)));
    if (claim.confirmedBy !== null) line.append(element('span', 'map-popup-note', say('It speaks for its own side; confirmed by ', 'يتحدث لصالح طرفه؛ يؤكده '), apart(claim.confirmedBy)));
    return line;
  });
}

/** Claims that are shown and not followed, under the reason why. */
export function otherLines(reason: string, className: string, claims: readonly HoldingClaim[], names: HolderNames): HTMLElement | null {
  if (claims.length === 0) return null;
  const list = element('div', `map-popup-others ${className}`, element('p', 'map-popup-why', reason));
  for (const claim of claims) {
    const holders = claim.holders.split('+').filter(id => id), state = stateWords(holders, claim.posture, names);
    list.append(element('p', 'map-popup-line', claim.posture === 'left' ? say(`${state} left`, `${state} غادرت`) : state, say(', ', '، '), dateInWords(claim.when), say(': ', ': '),
      sourceLink(claim), ' ', element('bdi', 'map-grade', claim.grade)));
  }
  return list;
}

// What a click on a zone says: who holds it, from when until when, by which method and source. Every word is a text node.

import type { PackIndexFile, ZoneCard } from '../contract.ts';
import { language, say } from '../words.ts';
import type { ZonePack } from '../packs/index.ts';
import { holdersOf, standingOn } from '../zones/standing.ts';
import { apart, dateInWords, element, sourceLink } from './dom.ts';
import type { PopupContent } from './popup.ts';
import { holderNames, swatch, type HolderNames } from './swatch.ts';
import { truthTag } from './truth.ts';

const and = () => say(' and ', ' و');

function whoWords(holders: readonly string[], posture: string, names: HolderNames): string {
  const who = holders.map(names.full).join(and());
  switch (posture) {
    case 'contested': return say(`Contested: ${who}`, `متنازع عليها: ${who}`);
    case 'joint': return say(`Joint: ${who}`, `مشتركة: ${who}`);
    case 'besieged': return say(`${who}, besieged`, `${who}، محاصَرة`);
    default: return who;
  }
}

/** `zone` is the card's row of the pack; `below` are the rows of zones that it lies over at this spot. */
export function zoneContent(card: ZoneCard, pack: ZonePack, zone: number, below: readonly number[], index: PackIndexFile): PopupContent {
  const names = holderNames(index.holders), tag = truthTag();
  const line = (...parts: (Node | string | null)[]) => element('p', 'map-popup-line', ...parts);
  const title = language() === 'ar' ? card.titleAr || card.title : card.title;
  const content = element('div', 'map-popup-zone',
    element('h3', 'map-popup-title', apart(title)),
    element('p', 'map-popup-holder', swatch(card.holders, card.posture), element('span', '', whoWords(card.holders, card.posture, names)), tag.element),
    line(say('Valid from ', 'سارية منذ '), dateInWords(card.from), ...(card.to ? [say(' to ', ' إلى '), dateInWords(card.to)] : [say(', no end told', '، بلا نهاية مذكورة')])),
    line(card.kind === 'imported' ? say('Imported. Method: ', 'مستوردة. الطريقة: ') : say('Drawn. Method: ', 'مرسومة. الطريقة: '), apart(card.method)),
    line(say('Source: ', 'المصدر: '), sourceLink(card)),
    card.licence ? line(say('Licence: ', 'الترخيص: '), apart(card.licence)) : null,
    card.note ? line(apart(card.note)) : null,
    card.quote ? element('blockquote', 'map-popup-quote', apart(card.quote)) : null,
    below.length > 0 ? line(say('Under it, in the same series: ', 'تحتها في السلسلة نفسها: '), [...new Set(below.map(other => holdersOf(pack, other).map(names.full).join(and())))].join(say(', ', '، '))) : null);
  return {
    element: content,
    show({ day }) {
      const standing = standingOn(pack, zone, day);
      tag.show(standing === null ? day < pack.may[zone]! ? 'not yet' : 'over' : standing === 'surely' ? null : 'possibly');
    },
  };
}

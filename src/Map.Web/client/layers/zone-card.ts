// What a click on a zone says: who holds it, from when until when, by which method and source. Every word is a text node.

import type { PackIndexFile, ZoneCard } from '../contract.ts';
import { dateLink } from '../date-links.ts';
import { postures, type ZonePack } from '../packs/index.ts';
import { OPEN_START } from '../time/days.ts';
import { spanWords } from '../time/words.ts';
import { language, say } from '../words.ts';
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

/** `zone` is the card's row of the pack; `below` are the rows of zones that it lies over at this spot, `over` those that ever held it. */
export function zoneContent(card: ZoneCard, pack: ZonePack, zone: number, below: readonly number[], over: readonly number[], index: PackIndexFile): PopupContent {
  const names = holderNames(index.holders), tag = truthTag(), history = zoneHistory(pack, over, names);
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
    below.length > 0 ? line(say('Under it, in the same series: ', 'تحتها في السلسلة نفسها: '), [...new Set(below.map(other => holdersOf(pack, other).map(names.full).join(and())))].join(say(', ', '، '))) : null,
    history?.element ?? null);
  return {
    element: content,
    show({ day }) {
      history?.show(day);
      const standing = standingOn(pack, zone, day);
      tag.show(standing === null ? day < pack.may[zone]! ? 'not yet' : 'over' : standing === 'surely' ? null : 'possibly');
    },
  };
}

/** Zones listed at most, the latest. */
const MOST = 12;

/** Who held the spot by this series, first to last, each a link to the day it began; null where there are fewer than `least`. */
export function zoneHistory(pack: ZonePack, over: readonly number[], names: HolderNames, least = 2): { readonly element: HTMLElement; show(day: number): void } | null {
  if (over.length < least) return null;
  const rows = over.slice(-MOST).map(zone => {
    const from = pack.may[zone]!, sure = pack.sure[zone]!, holders = holdersOf(pack, zone), posture = postures[pack.posture[zone]!]!;
    const begins = from === OPEN_START ? element('span', '', say('from the beginning', 'منذ البداية')) : dateLink(spanWords(from, sure, true), { earliest: from, latest: sure });
    return { zone, element: element('li', '', swatch(holders, posture), element('span', '', whoWords(holders, posture, names), say(', from ', '، منذ '), begins)) };
  });
  const list = element('ul', 'map-popup-series', ...rows.map(row => row.element));
  list.setAttribute('aria-label', say('Who held this spot, by this series', 'من سيطر على هذه النقطة بحسب هذه السلسلة'));
  return {
    element: element('div', '', element('p', 'map-popup-line', say('By this series here:', 'بحسب هذه السلسلة هنا:')), list),
    show(day) {
      for (const { zone, element: row } of rows) {
        if (standingOn(pack, zone, day) === null) row.removeAttribute('aria-current');
        else row.setAttribute('aria-current', 'true');
      }
    },
  };
}

// Holders as the legend, pop-ups and the history strip show them.

import type { HolderName } from '../contract.ts';
import { language } from '../words.ts';
import { element } from './dom.ts';
import { ownColour } from './look.ts';

const coloured = new Set(['government-of-syria', 'hts', 'opposition', 'sna', 'sdf', 'islamic-state']);

/** A colour for a holder: the style sheet's, or its own in a named view. */
export function holderColour(id: string, part: '' | '-line' = ''): string {
  const own = ownColour(id);
  if (own !== null) return part === '' ? own : `color-mix(in srgb, ${own}, var(--text))`;
  const name = id === 'government-of-syria' ? 'government' : coloured.has(id) ? id : 'other';
  return `var(--holder-${name}${part})`;
}

/** The background that says the same as the map's fill. */
export function holderBackground(holders: readonly string[], posture: string): string {
  const fills = holders.map(id => holderColour(id));
  if (fills.length > 1 && posture === 'contested') {
    const stops = fills.map((fill, i) => `${fill} ${i * 4}px ${i * 4 + 4}px`).join(', ');
    return `repeating-linear-gradient(135deg, ${stops})`;
  }
  if (fills.length > 1 && posture === 'joint') {
    const stops = fills.map((fill, i) => i === 0 ? `${fill} 0 5px` : `${fill} ${5 + (i - 1) * 3}px ${5 + i * 3}px`).join(', ');
    return `repeating-linear-gradient(180deg, ${stops})`;
  }
  const [first] = holders;
  if (first !== undefined && !coloured.has(first) && ownColour(first) === null) return `repeating-linear-gradient(90deg, ${holderColour(first, '-line')} 0 1px, ${holderColour(first)} 1px 5px)`;
  return fills[0] ?? 'none';
}

export function swatch(holders: readonly string[], posture: string): HTMLElement {
  const made = element('span', 'map-swatch');
  made.setAttribute('aria-hidden', 'true');
  made.style.setProperty('--fill', holderBackground(holders, posture));
  made.style.setProperty('--edge', holderColour(holders[0] ?? '', '-line'));
  return made;
}

/** Finds the names of holders by id; an id without a name stands for itself. */
export interface HolderNames {
  full(id: string): string;
  short(id: string): string;
}

export function holderNames(list: readonly HolderName[]): HolderNames {
  const byId = new Map(list.map(holder => [holder.id, holder]));
  const pick = (english: string | undefined, arabic: string | undefined, id: string) => (language() === 'ar' ? arabic || english : english) || id;
  return {
    full: id => pick(byId.get(id)?.name, byId.get(id)?.nameAr, id),
    short: id => pick(byId.get(id)?.short, byId.get(id)?.shortAr, id),
  };
}

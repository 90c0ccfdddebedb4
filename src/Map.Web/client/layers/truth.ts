// What a card that stays open says on dates its words do not reach.

import type { Dated } from '../date-links.ts';
import { say } from '../words.ts';
import { element } from './dom.ts';

export type Truth = 'not yet' | 'over' | 'possibly';

/** Of a span and the days shown: do they end before it begins, or begin after it ends? Null where they meet. */
export function truthOf({ earliest, latest }: Dated, from: number, to: number): Truth | null {
  return to < earliest ? 'not yet' : from > latest ? 'over' : null;
}

export function truthWords(truth: Truth): string {
  return { 'not yet': say('not yet', 'ليس بعد'), over: say('over', 'انتهى'), possibly: say('possibly', 'محتمل') }[truth];
}

/** A tag that is there only while it has something to say. Written only where it differs: a card is asked on every picture. */
export function truthTag(): { readonly element: HTMLElement; show(truth: Truth | null): void } {
  const tag = element('span', 'map-tag');
  tag.hidden = true;
  let said: Truth | null = null;
  return {
    element: tag,
    show(truth) {
      if (truth === said) return;
      said = truth;
      tag.hidden = truth === null;
      tag.classList.toggle('is-possible', truth === 'possibly');
      tag.textContent = truth === null ? '' : truthWords(truth);
    },
  };
}

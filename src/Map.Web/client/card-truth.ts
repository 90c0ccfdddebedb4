// The open event's card beside the map: on dates to which the event does not belong it says "not yet" or "over". The server does not hear of dates
// while a finger is down or the clock runs, so that is said here.

import { truthOf, truthWords } from './layers/truth.ts';

export interface CardTruth {
  show(from: number, to: number): void;
  dispose(): void;
}

/** `page` is what map and panel lie in; null where there is no panel. */
export function createCardTruth(page: Element | null): CardTruth {
  let from = NaN, to = NaN;
  const write = () => {
    for (const line of page?.querySelectorAll<HTMLElement>('[data-truth]') ?? []) {
      const truth = truthOf({ earliest: Number(line.dataset['earliest']), latest: Number(line.dataset['latest']) }, from, to);
      if (line.dataset['truth'] === (truth ?? '')) continue;
      line.dataset['truth'] = truth ?? '';
      line.querySelector('[data-truth-words]')!.textContent = truth === null ? '' : truthWords(truth);
      line.hidden = truth === null;
    }
  };
  // The card comes from the server some time after the map has moved.
  const cards = new MutationObserver(write);
  if (page) cards.observe(page, { childList: true, subtree: true });
  return {
    show(nextFrom, nextTo) {
      if (nextFrom === from && nextTo === to) return;
      [from, to] = [nextFrom, nextTo];
      write();
    },
    dispose() { cards.disconnect(); },
  };
}

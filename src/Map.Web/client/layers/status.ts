// How loading goes: a thin line while bytes come, a strip with a way out where they do not.

import { button, element } from './dom.ts';
import { say } from '../words.ts';

export interface Status {
  /** The part that has come, 0 … 1; null when nothing is under way. */
  progress(part: number | null): void;
  /** What failed, and how to try again; null clears it. */
  failure(words: string | null, again?: () => void): void;
  dispose(): void;
}

export function createStatus(root: HTMLElement): Status {
  const line = element('div', 'map-progress');
  line.setAttribute('role', 'progressbar');
  line.setAttribute('aria-label', say('Loading the map', 'يجري تحميل الخريطة'));
  line.hidden = true;
  const strip = element('div', 'map-failure');
  strip.setAttribute('role', 'alert');
  strip.hidden = true;
  root.append(line, strip);
  return {
    progress(part) {
      line.hidden = part === null;
      line.style.setProperty('--part', String(part ?? 0));
      line.setAttribute('aria-valuenow', String(Math.round((part ?? 0) * 100)));
    },
    failure(words, again) {
      strip.hidden = words === null;
      strip.replaceChildren();
      if (words !== null) strip.append(element('span', '', words));
      if (words !== null && again) strip.append(button('map-link', again, say('Try again', 'أعد المحاولة')));
    },
    dispose() {
      line.remove();
      strip.remove();
    },
  };
}

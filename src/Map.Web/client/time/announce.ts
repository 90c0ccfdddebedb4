// What a screen reader is told: one sentence when time has come to rest, and every few seconds while it plays.

import type { Change } from '../model.ts';
import { count, eventCount, say } from '../words.ts';
import { element } from './element.ts';
import { dayWords } from './words.ts';

export interface Announcer {
  /** The page's one polite live region for what the map shows. */
  readonly region: HTMLElement;
  hear(change: Change, playing: boolean): void;
  dispose(): void;
}

/** Keys held down and clicks in a row are one move: it has ended when so long nothing moved. */
const QUIET_MS = 700, PLAYING_MS = 5000;

/** `sentence` says how things stand, and what has changed since a day. */
export function createAnnouncer(sentence: (since: number) => string): Announcer {
  const region = element('p', { class: 'time-said', role: 'status', 'aria-live': 'polite', 'data-said': true });
  let since: number | null = null, timer = 0, spokenAt = -Infinity;

  function speak(): void {
    timer = 0;
    if (since === null) return;
    const said = sentence(since);
    // A new text each time: that is what screen readers listen for.
    if (region.textContent !== said) region.textContent = said;
    since = null;
    spokenAt = performance.now();
  }

  return {
    region,
    hear({ before, cause, settled }, playing) {
      // Where the map looks and which layers it draws are no matter of time.
      if (cause === 'view' || cause === 'layers') return;
      since ??= before.day;
      if (playing) {
        if (settled && timer === 0) timer = window.setTimeout(speak, Math.max(QUIET_MS, spokenAt + PLAYING_MS - performance.now()));
        return;
      }
      clearTimeout(timer);
      timer = settled ? window.setTimeout(speak, QUIET_MS) : 0;
    },
    dispose() { clearTimeout(timer); },
  };
}

/** "9 October 2019: 14 events, 3 possible; control of 2 places changed". Null: that layer is not shown; of a series of zones its zones are told. */
export function standing(day: number, tally: { readonly certain: number; readonly possible: number } | null, placesChanged: number | null, zonesChanged: number | null = null): string {
  const parts = [tally && eventCount(tally.certain, tally.possible), placesChanged ? controlChanged(placesChanged) : null, zonesChanged ? zonesTold(zonesChanged) : null].filter(part => part !== null);
  return parts.length === 0 ? dayWords(day) : `${dayWords(day)}: ${parts.join(say('; ', '؛ '))}`;
}

function controlChanged(places: number): string {
  return count(places,
    { one: 'control of 1 place changed', other: 'control of # places changed' },
    { one: 'تغيّرت السيطرة على مكان واحد', two: 'تغيّرت السيطرة على مكانين', few: 'تغيّرت السيطرة على # أماكن', many: 'تغيّرت السيطرة على # مكاناً', other: 'تغيّرت السيطرة على # مكان' });
}

function zonesTold(zones: number): string {
  return count(zones, { one: '1 zone changed', other: '# zones changed' },
    { one: 'تغيّرت منطقة واحدة', two: 'تغيّرت منطقتان', few: 'تغيّرت # مناطق', many: 'تغيّرت # منطقة', other: 'تغيّرت # منطقة' });
}

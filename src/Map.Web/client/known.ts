// "As known on": the map of a past day has files of its own, so its page is opened anew; the address says which day, and everything else it shows.

import { dayOfIso, isoOf } from './time/days.ts';
import { element } from './layers/dom.ts';
import { say } from './words.ts';

const PARAMETER = 'known';

/** The past day that an address asks for, or null; what is no day is named by readAddress. */
export function knownIn(search: string): string | null {
  const typed = new URLSearchParams(search).get(PARAMETER);
  return typed !== null && dayOfIso(typed) !== null ? typed : null;
}

/** The same view as it was known on another day; null is now. */
export function asKnownOn(address: string, day: string | null): string {
  const url = new URL(address);
  if (day === null) url.searchParams.delete(PARAMETER); else url.searchParams.set(PARAMETER, day);
  return url.pathname + url.search.replaceAll('%2C', ',') + url.hash;
}

/** The last day that is over, in UTC, as the server counts days. */
export function lastKnowable(now = Date.now()): string {
  return isoOf(Math.floor(now / 86_400_000) - 1);
}

let made = 0;

/** Where the reader chooses the day. A past day's map offers the way back in its banner. */
export function createKnownForm(place: Pick<Location, 'href' | 'search' | 'assign'> = location): HTMLElement {
  const id = `map-known-${++made}`;
  const day = element('input', 'map-known-day'), show = element('button', 'button map-known-show', say('Show', 'اعرض'));
  day.type = 'date';
  day.id = id;
  day.required = true;
  day.max = lastKnowable();
  day.value = knownIn(place.search) ?? '';
  show.type = 'submit';
  const label = element('label', 'map-layers-title', say('As known on …', 'كما كانت معروفة في …'));
  label.htmlFor = id;
  const form = element('form', 'map-known', label, element('div', 'map-known-row', day, show));
  form.addEventListener('submit', event => {
    event.preventDefault();
    if (knownIn(`?${PARAMETER}=${day.value}`) !== null) place.assign(asKnownOn(place.href, day.value));
  });
  return form;
}

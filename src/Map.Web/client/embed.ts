// The way in for /embed: the same map with no host. It reads its address, never writes it; keeps nothing; and leaves the page's scrolling alone.

import { writeAddress } from './address.ts';
import type { MapOptions, MapState } from './contract.ts';
import { followDates } from './date-links.ts';
import { createMap } from './map.ts';
import { filterCaption } from './filters/caption.ts';
import { hearPage } from './embed-commands.ts';
import { createCorrectedLine } from './embed-corrected.ts';
import { createGestures } from './embed-gestures.ts';
import { previewHost } from './embed-preview.ts';
import { createEmbedSize, tellHeight } from './embed-size.ts';
import { renewWhereChanged } from './embed-view.ts';
import { LAYERS, partOf } from './model.ts';
import { dayOfIso, isoOf } from './time/days.ts';
import { dayWords } from './time/words.ts';
import { speak } from './words.ts';

/** How often an embed asks whether something was published: what was withdrawn is gone from it within a minute. */
const POLL_MS = 30_000;

const root = document.querySelector<HTMLElement>('[data-map]')!;
const time = document.querySelector<HTMLElement>('[data-time-bar]');
const options = JSON.parse(root.dataset['options']!) as MapOptions;
speak(options.language);

const preview = document.body.dataset['preview'] === undefined ? null : previewHost();
const gestures = createGestures(root, time ? [root, time] : [root]);
const notices: string[] = [];
let shown: MapState | null = null;
/** What the link to the full map says besides what is shown: the language, the past day, the view. */
let kept: URLSearchParams | null = null;
const corrected = createCorrectedLine(document.querySelector<HTMLElement>('.embed-foot')!, options.dataUrl);
const map = createMap({ map: root, time, filters: filterCaption(document.querySelector<HTMLElement>('.embed-head')!) }, options, {
  notice: tell,
  renewed() { corrected.renew(); },
  ...(preview ? { pick: preview.pick } : {}),
  report(report) {
    const { state } = report;
    shown = state;
    preview?.shows(state);
    corrected.rested(report);
    // The link opens the full map on what is shown here, in the language of this frame.
    const link = document.querySelector<HTMLAnchorElement>('[data-embed-open]'), part = partOf(state);
    if (!link || part.day === undefined || part.window === undefined || part.view === undefined) return;
    kept ??= new URL(link.href).searchParams;
    for (const own of ['title', 'theme']) kept.delete(own);
    const { day, window, view, layers = LAYERS, series = null, event = null, types = null, filters = null } = part;
    link.href = '/' + writeAddress({ day, window, view, layers, series, event, types, filters }, { layers: LAYERS, types: null }, kept.toString());
  },
});

// A date in a pop-up moves the map of this frame; opened elsewhere, it is the full map on that date.
followDates(() => {
  const state = shown, full = document.querySelector<HTMLAnchorElement>('[data-embed-open]')?.getAttribute('href');
  return state === null ? null : {
    window: state.window ?? '30d', address: full ?? '/', show: (day, window) => map.show({ ...state, date: isoOf(day), window, at: null, layers: null }),
  };
});

// The date in the heading follows the map, also while it is dragged.
new MutationObserver(() => {
  const iso = root.dataset['date'] ?? '', day = dayOfIso(iso), heading = document.querySelector<HTMLTimeElement>('[data-embed-date]');
  if (day === null || !heading || heading.dateTime === iso) return;
  heading.dateTime = iso;
  heading.textContent = dayWords(day);
}).observe(root, { attributes: true, attributeFilter: ['data-date'] });

function tell(text: string): void {
  notices.push(text);
  const strip = root.querySelector('.embed-notice') ?? root.appendChild(document.createElement('p'));
  strip.className = 'embed-notice';
  strip.setAttribute('role', 'status');
  strip.textContent = notices.splice(0).join(' ');
  setTimeout(() => strip.remove(), 8000);
}

const name = new URLSearchParams(location.search).get('view');
setInterval(() => {
  if (document.visibilityState !== 'visible' || !gestures.idle() || time?.querySelector('[data-playing]')) return;
  void map.dataChanged(null);
  if (options.look && name !== null) void renewWhereChanged(options.look, name);
}, POLL_MS);

const size = createEmbedSize(root, [...document.body.children].filter((part): part is HTMLElement => part instanceof HTMLElement && part !== root), tellHeight);
hearPage({ shown: () => shown, show: state => map.show(state), ring: ids => map.ring(ids), obeyed: () => size.obeyed() });

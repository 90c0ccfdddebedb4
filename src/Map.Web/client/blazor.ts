// The way in for the site's own pages: puts the maps on the page at once, starts Blazor, and joins the two when an island asks.

import type { MapOptions, MapSpot } from './contract.ts';
import './drafts.ts';
import { followCard } from './card-focus.ts';
import { followDates } from './date-links.ts';
import { followDraftChoice } from './draft-choice.ts';
import { followGrids } from './grid-keys.ts';
import { followLinks } from './links.ts';
import { holdMap, type Ear, type HeldMap } from './held-map.ts';
import { followTabs } from './panel-tabs.ts';
import { followPasskeys } from './passkeys.ts';
import { followPdfs } from './pdf/chosen.ts';
import { createPrint } from './print.ts';
import { followReading } from './reading.ts';
import { watchConnection } from './reconnection.ts';
import { createShare } from './share.ts';
import { followSheet } from './sheet.ts';
import { isoOf } from './time/days.ts';
import { followPreview } from './view-builder.ts';
import { speak } from './words.ts';

interface BlazorScript {
  start(options: object): Promise<void>;
  reconnect(): Promise<boolean>;
}

/** Bytes as Blazor hands them over. */
interface DotNetStream {
  arrayBuffer(): Promise<ArrayBuffer>;
}

speak(document.documentElement.lang);
const connection = watchConnection(async () => await blazor()?.reconnect() ?? false);
const maps = new Map<Element, HeldMap>();
for (const element of document.querySelectorAll<HTMLElement>('[data-map]')) mapIn(element);

// Without a line to the server a row of the list is a bare link, and its page could not be fetched: the map, which has the event, shows it.
document.addEventListener('click', event => {
  const row = (event.target as Element).closest?.<HTMLAnchorElement>('a[data-event]');
  if (!row || !connection.isDown() || event.ctrlKey || event.metaKey || event.shiftKey) return;
  event.preventDefault();
  const date = new URL(row.href).searchParams.get('date');
  for (const { handle, state } of maps.values()) handle.show({ date, window: null, at: null, layers: null, event: Number(row.dataset['event']), types: state?.types ?? null, filters: state?.filters ?? null, series: null });
}, true);
followLinks();
followDates(() => {
  const map = [...maps.values()].find(held => held.leads && held.element.isConnected), state = map?.state;
  return !map || !state ? null : {
    window: state.window ?? '30d', address: location.pathname + location.search,
    show: (day, window) => map.handle.show({ ...state, date: isoOf(day), window, at: null, layers: null }),
  };
});
followSheet();
followTabs(connection);
followCard();
followReading();
followDraftChoice();
followPdfs();
followPasskeys();
followGrids();
followPreview();
createShare(() => {
  const map = [...maps.values()].find(held => held.element.isConnected);
  return map?.state ? { state: map.state, mapWidth: map.element.clientWidth } : null;
});
createPrint(() => {
  const map = [...maps.values()].find(held => held.element.isConnected && held.leads);
  return map?.state && map.bounds ? { state: map.state, bounds: map.bounds } : null;
});
// Without DOM preservation a page is left as browsers leave pages: the map must not be patched by the next page's markup.
const startBlazor = () => void blazor()?.start({ ssr: { disableDomPreservation: true } });
if (blazor()) startBlazor();
else document.querySelector('script[src*="blazor.web"]')?.addEventListener('load', startBlazor, { once: true });

/** For an island: joins the map of that selector, or makes it where the island has drawn its element only now. */
export function attach(selector: string, ear: Ear): object {
  const element = document.querySelector<HTMLElement>(selector);
  if (element === null) throw new Error(`No map stands at ${selector}.`);
  const map = mapIn(element);
  const leave = map.hear(ear);
  return {
    show: map.handle.show,
    // Nobody on the server waits for files to arrive.
    dataChanged: (version: number | null) => { void map.handle.dataChanged(version); },
    openPlace: map.handle.openPlace,
    highlight: map.handle.highlight,
    mark: map.handle.mark,
    editZone: (selector: string | null) => map.handle.editZone(selector === null ? null : document.querySelector<HTMLElement>(selector)),
    async previewControl(pack: string | null, changes: DotNetStream | null, touched: MapSpot[]) {
      map.handle.previewControl(pack && changes ? { pack, changes: await changes.arrayBuffer() } : null, touched);
    },
    detach() {
      leave();
      forgetLost();
    },
  };
}

function mapIn(element: HTMLElement): HeldMap {
  let map = maps.get(element);
  if (!map) {
    const options = JSON.parse(element.dataset['options']!) as MapOptions;
    maps.set(element, map = holdMap(element, options, connection));
  }
  return map;
}

/** A map whose element an island has taken away goes with it. */
function forgetLost(): void {
  for (const [element, map] of maps) {
    if (element.isConnected) continue;
    map.handle.dispose();
    maps.delete(element);
  }
}

function blazor(): BlazorScript | undefined {
  return (window as { Blazor?: BlazorScript }).Blazor;
}

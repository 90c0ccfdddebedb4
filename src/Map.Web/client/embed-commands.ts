// The page that holds this frame may say what its map shows, in the words of the map's own address and no others.

import { readAddress } from './address.ts';
import type { MapState } from './contract.ts';
import { heardByFrame, type Show, type Shown } from './embed-words.ts';
import { FetchFailed, fetchJson } from './packs/index.ts';
import { crossing, LAYERS, type Part } from './model.ts';
import { isoOf } from './time/days.ts';
import { say } from './words.ts';

export interface Commanded {
  /** What the map shows, or null while there is none. */
  shown(): MapState | null;
  show(state: MapState): void;
  /** Rings these events, and no others. */
  ring(ids: readonly number[]): void;
  /** The page sizes frames. */
  obeyed(): void;
}

/** Hears the page that holds this frame, and nobody else. */
export function hearPage(map: Commanded): void {
  let last = 0;
  addEventListener('message', event => {
    if (event.source !== parent || parent === window) return;
    const heard = heardByFrame(event.data);
    if (heard?.type === 'map-embed-hello') map.obeyed();
    else if (heard) void obey(heard, ++last);
  });

  async function obey(command: Show, turn: number): Promise<void> {
    const { query, problems } = await queryOf(command);
    // A later command has overtaken this one.
    if (turn !== last) return;
    const { part, notices } = readAddress(query), said = stateOf({ ...part }), { view, whole, ring } = command.asked;
    // A saved view is whole, and so is what says that it is: what it does not name is as it was at first. Else what the command does not name stays.
    const isWhole = whole === '1' || view !== undefined && problems.length === 0, rest = isWhole ? WHOLE : map.shown();
    if (isWhole || ring !== undefined) map.ring((ring ?? '').split(',').map(Number).filter(id => Number.isSafeInteger(id) && id > 0));
    const state: MapState = {
      date: said.date, window: said.window, at: said.at, layers: said.layers ?? rest?.layers ?? null, series: said.series ?? rest?.series ?? null,
      event: said.event ?? rest?.event ?? null, types: said.types ?? rest?.types ?? null, filters: said.filters ?? rest?.filters ?? null,
    };
    map.show(state);
    const after = map.shown();
    parent.postMessage({ type: 'map-embed-shown', date: after?.date ?? state.date ?? '', window: after?.window ?? state.window ?? '', problems: [...problems, ...notices] } satisfies Shown, '*');
  }
}

const WHOLE: MapState = { date: null, window: null, at: null, layers: [...LAYERS], series: '', event: null, types: null, filters: null };

/** What an address says of a state; null is what it does not say. */
function stateOf({ day, window, view, layers, series, event, types, filters }: Part): MapState {
  return {
    date: day === undefined ? null : isoOf(day), window: window ?? null, at: view ?? null, layers: layers ? [...layers] : null, series: series ?? null,
    event: event ?? null, types: types ? [...types] : null, filters: filters ? crossing(filters) : null,
  };
}

/** The command as a query: of a saved view first, then what the command itself says. */
async function queryOf({ asked: { view, ring: _ring, whole: _whole, ...said } }: Show): Promise<{ query: string; problems: string[] }> {
  const query = new URLSearchParams(), problems: string[] = [];
  if (view !== undefined) {
    try {
      const saved = await fetchJson<{ query: string }>(`/data/view/${encodeURIComponent(view)}.json`);
      for (const [name, value] of new URLSearchParams(saved.query)) query.set(name, value);
    } catch (error) {
      if (!(error instanceof FetchFailed)) throw error;
      problems.push(say(`There is no published view “${view}” here.`, `لا يوجد هنا عرض منشور باسم «${view}».`));
    }
  }
  for (const [name, value] of Object.entries(said)) query.set(name, value);
  return { query: `?${query}`, problems };
}

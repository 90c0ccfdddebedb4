// The opened event: it is marked, gone to, and has a bracket on the time bar. What the reader asks the map besides is in asked.ts.

import type { EventCard, MapView, MapOptions } from '../contract.ts';
import { createCardTruth } from '../card-truth.ts';
import type { MapHost } from '../host.ts';
import { dayOfEvent, type Model, type Part } from '../model.ts';
import { fetchJson } from '../packs/index.ts';
import type { Chosen } from '../time/chart.ts';
import { say } from '../words.ts';
import { createAsked } from './asked.ts';
import { precisionOf, type Spot } from './chosen.ts';
import { eventTitle } from './event-card.ts';
import type { Frame, MapData } from './layer.ts';
import type { Loader } from './load.ts';
import { createSight } from './sight.ts';
import type { Stage } from './stage.ts';

export interface Opened {
  /** The first picture stands: goes to the event the map starts with, except where the address says otherwise. */
  begin(data: MapData, said: Part): void;
  /** New data: what is open is fetched again in place. */
  use(data: MapData): void;
  /** Who held this place: its own history, else the cell it lies in, else that no claim speaks of it. */
  place(id: number, lat: number, lng: number): void;
  highlight(id: number | null): void;
  /** Rings these events, and no others. */
  ring(ids: readonly number[]): void;
  /** The chosen event's days and title, for the time bar's bracket. */
  readonly span: Chosen | null;
  painted(frame: Frame): void;
  dispose(): void;
}

export interface OpenedParts {
  readonly root: HTMLElement;
  readonly stage: Stage;
  readonly model: Model;
  readonly loader: Loader;
  readonly options: MapOptions;
  readonly host: MapHost;
  /** The chosen event's words have come. */
  spanned(): void;
}

export function createOpened({ root, stage, model, loader, options, host, spanned }: OpenedParts): Opened {
  const asked = createAsked({ root, stage, model, loader, options, host }), sight = createSight(root, stage, model);
  const card = createCardTruth(options.embedded ? null : root.closest('[data-explore]'));
  let data: MapData | null = null, pointed: number | null = null, ringed: readonly number[] = [], span: Chosen | null = null;

  /** -1 where there is no such event; null where the list of them could not be fetched. */
  async function rowOf(id: number): Promise<number | null> {
    const ids = await loader.ids(data!).catch(() => null);
    return ids?.indexOf(id) ?? null;
  }

  function spotOf(row: number): Spot | null {
    const { events } = data!;
    const place = events.place[row]!;
    return place === 0 ? null : { latitude: events.placeLat[place]!, longitude: events.placeLng[place]!, precision: precisionOf(events.placePrecision[place]!) };
  }

  /** Those of the asked events that are published and have a place. */
  async function drawRings(): Promise<void> {
    const asked = ringed;
    if (asked.length === 0 || !data) {
      stage.chosen.ring([]);
      return;
    }
    const rows = await Promise.all(asked.map(rowOf));
    if (asked === ringed) stage.chosen.ring(rows.flatMap(row => row === null || row < 0 ? [] : spotOf(row) ?? []));
  }

  /** Marks the chosen event and, where asked, moves date and view to it. */
  async function choose(id: number | null, moves: { date: boolean; view: boolean }): Promise<void> {
    span = null;
    sight.forget();
    if (id === null) {
      stage.chosen.open(null, null);
      stage.repaint();
      return;
    }
    const row = await rowOf(id);
    if (model.now.event !== id) return;
    if (row === null || row < 0) {
      stage.chosen.open(null, null);
      host.notice?.(row === null ? say('This could not be fetched. Try again.', 'تعذّر الجلب. أعد المحاولة.')
        : say('This event is not among the published ones.', 'ليس هذا الحدث بين المنشورة.'));
      return;
    }
    const spot = spotOf(row);
    const day = dayOfEvent(data!.events.earliest[row]!, data!.events.latest[row]!);
    const part: { day?: number; view?: MapView } = {};
    if (moves.date && day !== null) part.day = day;
    const view = moves.view && spot ? sight.viewOf(spot) : null;
    if (view) part.view = view;
    stage.chosen.open(spot, null);
    stage.repaint();
    span = { earliest: data!.events.earliest[row]!, latest: data!.events.latest[row]!, label: null };
    if (part.day !== undefined || part.view) model.change(part, 'event', true);
    const words = await fetchJson<EventCard>(`${options.dataUrl}event/${id}.json`).catch(() => null);
    if (!words || model.now.event !== id || !span) return;
    stage.chosen.open(spot, words);
    if (moves.view && spot) {
      sight.showAll(words, spot.precision);
      sight.keep(id, spot);
    }
    span = { ...span, label: eventTitle(words) };
    spanned();
  }

  const stop = model.listen(({ now, before, cause }) => {
    if (!data || now.event === before.event) return;
    const free = cause !== 'history';
    void choose(now.event, { date: free && now.day === before.day, view: free && now.view === before.view });
  });

  return {
    get span() { return span; },
    begin(next, said) {
      data = next;
      asked.use(next);
      // Asked for ahead, so that an event opens at once, and also when the line is down. If it fails now, it is asked for again then.
      if (!options.embedded) void rowOf(0);
      void choose(model.now.event, { date: said.day === undefined, view: said.view === undefined });
    },
    use(next) {
      data = next;
      asked.use(next);
      void choose(model.now.event, { date: false, view: false });
      void drawRings();
    },
    place: asked.place,
    highlight(id) {
      pointed = id;
      if (id === null || !data) stage.chosen.point(null);
      else void rowOf(id).then(row => { if (pointed === id) stage.chosen.point(row === null || row < 0 ? null : spotOf(row)); });
    },
    ring(ids) {
      ringed = ids;
      void drawRings();
    },
    painted(frame) {
      asked.painted(frame);
      card.show(frame.shown.from, frame.shown.to);
    },
    dispose() {
      stop();
      card.dispose();
      sight.forget();
      asked.dispose();
    },
  };
}

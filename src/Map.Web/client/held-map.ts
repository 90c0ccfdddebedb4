// One map and whoever listens to it. The map starts before any island and goes on without one; what it has to say waits until somebody hears.

import type { MapBounds, MapOptions, MapReport, MapState } from './contract.ts';
import { dashboardFilters } from './filters/face.ts';
import type { MapHandle } from './host.ts';
import { editZoneOn } from './zone-editor/field.ts';
import { createMap } from './map.ts';
import type { Connection } from './reconnection.ts';

/** A .NET object as Blazor hands it over. */
export interface Ear {
  invokeMethodAsync(name: string, ...words: unknown[]): Promise<unknown>;
}

export interface HeldMap {
  readonly element: HTMLElement;
  readonly handle: MapHandle;
  /** The address bar is this map's state. */
  readonly leads: boolean;
  /** What is shown, once it is known. */
  readonly state: MapState | null;
  /** What is on screen, once it is known. */
  readonly bounds: MapBounds | null;
  /** The ear hears the last report at once, as a start. Returns what ends the listening. */
  hear(ear: Ear): () => void;
}

export function holdMap(element: HTMLElement, options: MapOptions, connection: Connection): HeldMap {
  let ear: Ear | null = null, last: MapReport | null = null, owed = false;
  const notices: string[] = [];

  const tell = (name: string, ...words: unknown[]) => {
    if (ear === null) return;
    void ear.invokeMethodAsync(name, ...words).catch((error: unknown) => {
      // The line broke between two words, or the circuit is gone: the report is owed until it comes back.
      if (!connection.isDown() && !isLost(error)) throw error;
      owed = true;
    });
  };
  const report = (cause?: string) => {
    if (last === null) return;
    if (connection.isDown()) { owed = true; return; }
    owed = false;
    tell('Report', cause ? { ...last, cause } : last);
  };

  const page = element.closest<HTMLElement>('[data-explore]');
  const handle = createMap({
    map: element, time: element.parentElement?.querySelector<HTMLElement>('[data-time-bar]') ?? null, ...(page ? { filters: dashboardFilters(page) } : {}), editZone: editZoneOn,
  }, options, {
    report(next) { last = next; report(); },
    openEvent: id => tell('OpenEvent', id),
    pick: (latitude, longitude) => tell('Pick', latitude, longitude),
    notice(text) { if (ear === null) notices.push(text); else tell('Notice', text); },
  });
  connection.onBack(() => { if (owed) report(); });

  return {
    element, handle,
    leads: options.addressIsState,
    get state() { return last?.state ?? null; },
    get bounds() { return last?.bounds ?? null; },
    hear(next) {
      ear = next;
      report('start');
      for (const text of notices.splice(0)) tell('Notice', text);
      return () => { if (ear === next) ear = null; };
    },
  };
}

/** What Blazor's script says when it has no circuit to speak through. */
function isLost(error: unknown): boolean {
  return error instanceof Error && /connection|circuit|tracked object/i.test(error.message);
}

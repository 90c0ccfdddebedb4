// Fetches the index and the packs it names, side by side, and keeps those that have not changed.

import type { MapOptions, PackIndexFile } from '../contract.ts';
import {
  FetchFailed, fetchJson, fetchPack, mergeControl, mergeEvents, mergeFacets, mergeIds, readBasePack, readChangePack, readControlChangePack, readControlPack, readEventPack, readFacetPack, readIds, readLabelPack, readZonePack,
  type BasePack, type ChangePack, type ControlPack, type EventPack, type FacetPack, type LabelPack,
} from '../packs/index.ts';
import { happening } from '../time/happening.ts';
import type { MapData } from './layer.ts';

export interface LoadEars {
  /** The part that has come, 0 … 1. */
  progress(part: number): void;
  /** On a first load: the ground has come, and nothing else. */
  ground?(data: MapData): void;
}

export interface Loader {
  /** The current data as one set. */
  load(before: MapData | null, ears: LoadEars): Promise<MapData>;
  /** Ids of the event rows, fetched when first asked for. */
  ids(data: MapData): Promise<Float64Array>;
  /** What filters ask of the event rows, fetched when first asked for. */
  facets(data: MapData): Promise<FacetPack>;
  /** The control layer with changes that somebody only tries, or null where they are meant for another pack than the one that stands. */
  tried(changes: ArrayBuffer, pack: string): ControlPack | null;
}

/** Sizes to expect before the first byte, so that the line grows evenly: base, control, events, labels in bytes. */
const EXPECTED = [160_000, 120_000, 80_000, 60_000];

/** How often an index is asked for whose files are gone when they are fetched: others were written in between. */
const TRIES = 4;

/** @param stale Hears that the files of a set are gone, so that it must be loaded anew. */
export function createLoader(options: MapOptions, signal: AbortSignal, stale: () => void): Loader {
  const url = (name: string) => options.dataUrl + name;
  const changes = whenAsked(name => fetchPack(url(name), signal).then(readChangePack));
  const ids = withChanges(whenAsked(name => fetchPack(url(name), signal).then(readIds)), mergeIds);
  const facets = withChanges(whenAsked(name => fetchPack(url(name), signal).then(readFacetPack)), mergeFacets);
  let standing: { readonly name: string; readonly events: EventPack } | null = null;
  let ground: { readonly name: string; readonly control: ControlPack } | null = null;

  /** A file of the rows that stand, and what has changed since, as one. */
  function withChanges<T>(fetched: (name: string) => Promise<T>, merge: (standing: T, changes: ChangePack) => T): (name: string, changed: string | null) => Promise<T> {
    const both = whenAsked((name, changed) => Promise.all([fetched(name), changes(changed)]).then(([all, some]) => merge(all, some)));
    let told = '';
    return (name, changed) => (changed === null ? fetched(name) : both(name, changed)).catch((error: unknown) => {
      // Once for each name: an index that goes on naming what is not there would be asked for without end.
      if (isGone(error) && told !== (told = `${name} ${changed}`)) stale();
      throw error;
    });
  }

  async function load(before: MapData | null, { progress, ground: heard }: LoadEars): Promise<MapData> {
    const index = await fetchJson<PackIndexFile>(options.indexUrl, signal);
    const old = before?.index ?? null;
    const come = [0, 0, 0, 0];
    const fetched = (at: number, name: string) => fetchPack(url(name), signal, bytes => {
      come[at] = bytes;
      progress(Math.min(0.98, come.reduce((sum, part, i) => sum + Math.min(part, EXPECTED[i]!), 0) / EXPECTED.reduce((sum, part) => sum + part)));
    });
    const [base, control, { events, counted }, labels, zones] = await Promise.all([
      before && old!.base === index.base ? before.base : fetched(0, index.base).then(file => {
        const base = readBasePack(file);
        heard?.(bare(index, base));
        return base;
      }),
      before && old!.control === index.control && old!.controlChanges === index.controlChanges ? before.control : controlOf(index, name => fetched(1, name)),
      before && old!.events === index.events && old!.changes === index.changes ? { events: before.events, counted: before.happening }
        : eventsOf(index, name => fetched(2, name)).then(events => ({ events, counted: happening(events) })),
      before && old!.places === index.places ? before.labels : fetched(3, index.places).then(readLabelPack),
      // An index of an older server names none.
      !index.zones ? null : before && old!.zones === index.zones ? before.zones : fetchPack(url(index.zones), signal).then(readZonePack),
    ]);
    progress(1);
    return { index, base, control, events, labels, zones, happening: counted, complete: true };
  }

  /** The rows of now, of which those that stand are fetched once. */
  async function eventsOf(index: PackIndexFile, fetched: (name: string) => Promise<ArrayBuffer>): Promise<EventPack> {
    const [stand, changed] = await Promise.all([
      standing?.name === index.events ? standing.events : fetched(index.events).then(readEventPack),
      index.changes === null ? null : changes(index.changes),
    ]);
    standing = { name: index.events, events: stand };
    return changed === null ? stand : mergeEvents(stand, changed);
  }

  /** The control layer of now, of which what stands is fetched once. */
  async function controlOf(index: PackIndexFile, fetched: (name: string) => Promise<ArrayBuffer>): Promise<ControlPack> {
    const [stands, changed] = await Promise.all([
      ground?.name === index.control ? ground.control : fetched(index.control).then(readControlPack),
      index.controlChanges === null ? null : fetchPack(url(index.controlChanges), signal).then(readControlChangePack),
    ]);
    ground = { name: index.control, control: stands };
    return changed === null ? stands : mergeControl(stands, changed);
  }

  return {
    async load(before, ears) {
      for (let tries = 1; ; tries++) {
        try {
          return await load(before, ears);
        } catch (error) {
          if (!isGone(error) || tries === TRIES) throw error;
        }
      }
    },
    ids: ({ index }) => ids(index.eventIds, index.changes),
    facets: ({ index }) => facets(index.facets, index.changes),
    tried: (changes, pack) => ground?.name === pack ? mergeControl(ground.control, readControlChangePack(changes)) : null,
  };
}

function isGone(error: unknown): boolean {
  return error instanceof FetchFailed && error.status === 404;
}

/** Makes something of files when it is first asked for, and keeps it until it is of others; what failed is tried again the next time. */
function whenAsked<T>(made: (...names: string[]) => Promise<T>): (...names: string[]) => Promise<T> {
  let kept: { readonly names: string; readonly thing: Promise<T> } | null = null;
  return (...names) => {
    if (kept?.names !== names.join()) {
      const asked = kept = { names: names.join(), thing: made(...names) };
      asked.thing.catch(() => { if (kept === asked) kept = null; });
    }
    return kept.thing;
  };
}

/** A map of land and water alone, for the moments before the rest has come. */
function bare(index: PackIndexFile, base: BasePack): MapData {
  const bytes = () => new Uint8Array(0), one = () => new Uint8Array(1), numbers = () => new Float64Array(0), starts = () => new Uint32Array(1), days = () => new Int32Array(0);
  const events: EventPack = {
    count: 0, types: [], earliest: days(), latest: days(), place: new Uint16Array(0), type: bytes(), lasted: one(),
    placeLat: Float64Array.of(NaN), placeLng: Float64Array.of(NaN), placePrecision: Uint8Array.of(255),
  };
  const control: ControlPack = {
    holders: [], plane: 1, radius: 1, fullShare: 1, ages: [], to: -2147483648, cells: 0, place: numbers(), lat: numbers(), lng: numbers(), name: [], nameAr: [],
    polygonStart: starts(), ringStart: starts(), pointStart: starts(), x: numbers(), y: numbers(),
    holdingStart: starts(), may: days(), sure: days(), posture: bytes(), claims: new Uint16Array(0), claimStart: starts(), claimDay: days(), holderStart: starts(), holder: bytes(),
    edges: 0, edgeA: starts(), edgeB: starts(), edgeX1: numbers(), edgeY1: numbers(), edgeX2: numbers(), edgeY2: numbers(), edgeOnBorder: bytes(),
  };
  const labels: LabelPack = { count: 0, place: numbers(), lat: numbers(), lng: numbers(), kind: bytes(), rank: bytes(), population: numbers(), name: [], nameAr: [] };
  return { index, base, control, events, labels, zones: null, happening: happening(events), complete: false };
}

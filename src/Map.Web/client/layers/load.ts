// Fetches the index and the packs it names, side by side, and keeps those that have not changed.

import type { MapOptions, PackIndexFile } from '../contract.ts';
import {
  fetchJson, fetchPack, readBasePack, readControlPack, readEventPack, readFacetPack, readIds, readLabelPack,
  type BasePack, type ControlPack, type EventPack, type FacetPack, type LabelPack,
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
}

/** Sizes to expect before the first byte, so that the line grows evenly: base, control, events, labels in bytes. */
const EXPECTED = [160_000, 120_000, 80_000, 60_000];

export function createLoader(options: MapOptions, signal: AbortSignal): Loader {
  const url = (name: string) => options.dataUrl + name;
  const ids = whenAsked(name => fetchPack(url(name), signal).then(readIds));
  const facets = whenAsked(name => fetchPack(url(name), signal).then(readFacetPack));

  return {
    async load(before, { progress, ground }) {
      const index = await fetchJson<PackIndexFile>(options.indexUrl, signal);
      const old = before?.index ?? null;
      const come = [0, 0, 0, 0];
      const fetched = (at: number, name: string) => fetchPack(url(name), signal, bytes => {
        come[at] = bytes;
        progress(Math.min(0.98, come.reduce((sum, part, i) => sum + Math.min(part, EXPECTED[i]!), 0) / EXPECTED.reduce((sum, part) => sum + part)));
      });
      const [base, control, { events, counted }, labels] = await Promise.all([
        before && old!.base === index.base ? before.base : fetched(0, index.base).then(file => {
          const base = readBasePack(file);
          ground?.(bare(index, base));
          return base;
        }),
        before && old!.control === index.control ? before.control : fetched(1, index.control).then(readControlPack),
        before && old!.events === index.events ? { events: before.events, counted: before.happening } : fetched(2, index.events).then(file => {
          const events = readEventPack(file);
          return { events, counted: happening(events) };
        }),
        before && old!.places === index.places ? before.labels : fetched(3, index.places).then(readLabelPack),
      ]);
      progress(1);
      return { index, base, control, events, labels, happening: counted, complete: true };
    },
    ids: data => ids(data.index.eventIds),
    facets: data => facets(data.index.facets),
  };
}

/** Fetches a file when it is first asked for, and keeps it until another is; what failed is tried again the next time. */
function whenAsked<T>(fetched: (name: string) => Promise<T>): (name: string) => Promise<T> {
  let kept: { readonly name: string; readonly file: Promise<T> } | null = null;
  return name => {
    if (kept?.name !== name) {
      const asked = kept = { name, file: fetched(name) };
      asked.file.catch(() => { if (kept === asked) kept = null; });
    }
    return kept.file;
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
    holders: [], radius: 1, to: -2147483648, cells: 0, place: numbers(), lat: numbers(), lng: numbers(), name: [], nameAr: [],
    polygonStart: starts(), ringStart: starts(), pointStart: starts(), x: numbers(), y: numbers(),
    holdingStart: starts(), may: days(), sure: days(), posture: bytes(), claims: new Uint16Array(0), claimStart: starts(), claimDay: days(), holderStart: starts(), holder: bytes(),
    edges: 0, edgeA: starts(), edgeB: starts(), edgeX1: numbers(), edgeY1: numbers(), edgeX2: numbers(), edgeY2: numbers(), edgeOnBorder: bytes(),
  };
  const labels: LabelPack = { count: 0, place: numbers(), lat: numbers(), lng: numbers(), kind: bytes(), rank: bytes(), population: numbers(), name: [], nameAr: [] };
  return { index, base, control, events, labels, happening: happening(events), complete: false };
}

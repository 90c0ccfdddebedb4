// The map: fetches its data, keeps one state, and paints it. Everything a page can do to it is in MapHandle.

import { followAddress, readAddress } from './address.ts';
import type { CoverageFile, MapOptions, MapState } from './contract.ts';
import { createFiltering, type Filtering } from './filters/apply.ts';
import type { MapHandle, MapHost, MapMount } from './host.ts';
import { createCallouts } from './layers/callouts.ts';
import type { Spot } from './layers/chosen.ts';
import { createFurniture, type Furniture } from './layers/furniture.ts';
import type { Frame, MapData } from './layers/layer.ts';
import { createLoader } from './layers/load.ts';
import { useLook } from './layers/look.ts';
import { BOTH_SCRIPTS } from './layers/labels.ts';
import { createOpened, type Opened } from './layers/opened.ts';
import { createPreview } from './layers/preview.ts';
import { createStage, type Stage } from './layers/stage.ts';
import { createStatus } from './layers/status.ts';
import type { ZoneEditor } from './zone-editor/editor.ts';
import { isZoned } from './layers/zones.ts';
import { zoneHolders } from './layers/zone-legend.ts';
import { causeOf, createModel, firstShown, partOf, stateOf, type Model, type Part } from './model.ts';
import { FetchFailed, fetchJson } from './packs/index.ts';
import { isoOf } from './time/days.ts';
import { createTimeBar, type TimeBar, type TimeData } from './time/bar.ts';
import { language, say, speak } from './words.ts';
import { breaksOf } from './zones/breaks.ts';
import { seriesOf } from './zones/standing.ts';

export type { MapHandle, MapHost, MapMount } from './host.ts';

/** What lives from the first sight of land on. */
interface Running {
  readonly model: Model;
  readonly stage: Stage;
  readonly furniture: Furniture;
  readonly opened: Opened;
  readonly filtering: Filtering;
  readonly time: TimeBar | null;
  /** What the address said of the state. */
  readonly said: Part;
  readonly stop: () => void;
}

/** Puts a map into its element, and a time bar into the other, and keeps them until disposed of. */
export function createMap(mount: MapMount, options: MapOptions, host: MapHost): MapHandle {
  speak(options.language);
  useLook(options.look ?? null);
  const root = mount.map;
  const ground = document.createElement('div');
  ground.className = 'map-stage';
  root.prepend(ground);

  const status = createStatus(root);
  const gone = new AbortController();
  const loader = createLoader(options, gone.signal, () => void (current ? refresh() : begin()));
  let running: Running | null = null, current: MapData | null = null;
  let waiting: MapState | null = null;
  /** Version of the data that the host has told of before the first came. */
  let due = -Infinity;
  /** Newer data is on its way. */
  let renewing = 0;
  let marked: Spot | null = null, rung: readonly number[] = [];
  let edited: HTMLElement | null = null, zone: ZoneEditor | null = null;

  const preview = createPreview({
    tried: (changes, pack) => loader.tried(changes, pack),
    changed: () => { if (running && current) running.stage.use(preview.over(current)); },
    stale: () => void refresh(),
  });
  const fonts = fontsReady();

  void begin();

  async function begin(): Promise<void> {
    const data = await load(() => void begin());
    // Names are measured when they are placed: with another font they would jump once it came.
    if (data) await fonts;
    if (!data || gone.signal.aborted) return;
    const { filtering, opened, stage, model, said } = running ??= start(data);
    filtering.use(data, () => {
      take(data);
      opened.begin(data, said);
      if (marked) stage.chosen.point(marked);
      if (rung.length > 0) opened.ring(rung);
      if (edited && !zone) zone = mount.editZone?.(root, stage, data, edited) ?? null;
      root.dataset.ready = 'true';
      fontsOfBothScripts(model);
      host.report?.({ state: stateOf(model.now), bounds: stage.bounds(), cause: 'start' });
      if (due > data.index.version) void refresh();
      due = -Infinity;
    });
  }

  /** The data, or null where it could not be fetched: then the strip says so and offers to try again. */
  async function load(again: () => void): Promise<MapData | null> {
    try {
      status.failure(null);
      return await loader.load(current, {
        progress: part => status.progress(part),
        ground: data => {
          if (gone.signal.aborted || current) return;
          running ??= start(data);
          // A picture of land alone is for those who have to wait: it would hold up what is about to come.
          setTimeout(() => { if (!gone.signal.aborted && !current) take(data); }, PATIENCE);
        },
      });
    } catch (error) {
      if (gone.signal.aborted) return null;
      if (!(error instanceof FetchFailed)) throw error;
      status.failure(current
        ? say('New data could not be fetched. What you see is the last that came.', 'تعذّر جلب البيانات الجديدة. ما تراه هو آخر ما وصل.')
        : say('The map’s data could not be fetched.', 'تعذّر جلب بيانات الخريطة.'), again);
      return null;
    } finally {
      status.progress(null);
    }
  }

  function take(data: MapData): void {
    if (data.complete) current = data;
    running!.stage.use(preview.over(data));
    running!.time?.refresh(timeData(data));
  }

  function start(data: MapData): Running {
    const first = { ...firstShown(data.index, root.clientWidth, root.clientHeight, coveredBelow(root)), ...(options.start ? partOf(options.start) : {}) };
    const address = options.addressIsState ? readAddress(location.search) : null;
    const said: Part = { ...(options.look ? fitted(readAddress(options.look.query).part, root.clientWidth) : {}), ...address?.part };
    const model = createModel({ ...first, ...said, ...(waiting ? partOf(waiting) : {}) });
    waiting = null;
    for (const notice of address?.notices ?? []) host.notice?.(notice);

    const stage = createStage(ground, options, model, { reserved: () => [...furniture.boxes(), ...callouts.boxes()], painted: frame => painted(frame, stage, furniture), owes });
    const opened = createOpened({ stage, model, loader, options, host, root, spanned: () => running?.time?.refresh() });
    const furniture = createFurniture({ root, stage, model, options, opened });
    const callouts = createCallouts(root, stage.map, options.look?.callouts ?? []);
    const stops = [
      model.listen(({ now, cause, settled }) => {
        if (settled) host.report?.({ state: stateOf(now), bounds: stage.bounds(), cause });
      }),
      options.addressIsState && !options.embedded ? followAddress(model, first) : () => { /* the address is the page's own */ },
    ];
    const time = mount.time && createTimeBar(mount.time, model, timeData(data), {
      map: root, compact: options.embedded, bounds: () => stage.bounds(), chosen: () => opened.span, breaks: () => breaks(model),
      coverage: ({ south, west, north, east }, signal) => fetchJson<CoverageFile>(`${options.dataUrl}coverage.json?south=${south}&west=${west}&north=${north}&east=${east}`, signal),
    });
    const filtering = createFiltering({
      model, loader, options, bounds: () => stage.bounds(), failure: status.failure,
      repaint() {
        stage.repaint();
        time?.refresh();
      },
    });
    const face = mount.filters?.(filtering);
    filtering.listen(owes);
    stops.push(filtering.dispose, () => face?.dispose(), () => callouts.dispose());
    return { model, stage, furniture, opened, filtering, time, said, stop: () => stops.forEach(stop => stop()) };
  }

  /** Where the series shown begins, ends, or goes on in another way of knowing. */
  function breaks({ now }: Model): readonly number[] {
    const pack = current?.zones;
    return pack && now.series !== null && now.layers.includes('control') ? breaksOf(pack, seriesOf(pack, now.series)) : [];
  }

  /** Host pages and tests read these. */
  function painted(frame: Frame, stage: Stage, furniture: Furniture): void {
    furniture.show(frame);
    const { data, shown } = frame;
    if (!data.complete) return;
    tell('preview', String(preview.stands));
    tell('date', isoOf(shown.day));
    tell('zoom', String(frame.view.zoom));
    owes();
    tell('holders', (isZoned(frame) ? zoneHolders(frame) : stage.ground.control.held(frame).holders()).join(','));
    tell('certain', String(data.happening.certain));
    tell('possible', String(data.happening.possible));
  }

  /** From some zoom on names stand in both scripts. Their faces come when that zoom is near: most readers of an embed never go there. */
  function fontsOfBothScripts(model: Model): void {
    const near = () => model.now.view.zoom >= BOTH_SCRIPTS - 1;
    if (near()) { void bring(); return; }
    const stop = model.listen(() => {
      if (!near()) return;
      stop();
      void bring();
    });

    async function bring(): Promise<void> {
      renewing++;
      owes();
      await otherFonts();
      renewing--;
      // Names that were placed by the measure of another font are placed anew.
      if (!gone.signal.aborted && running && current && model.now.view.zoom >= BOTH_SCRIPTS) running.stage.use(preview.over(current));
      owes();
    }
  }

  /** Nothing is owed any more where this says false: the picture is whole, and of the data and the state of now. */
  function owes(): void {
    if (running && current) tell('behind', String(running.stage.behind || renewing > 0 || running.filtering.state === 'fetching' && running.model.now.filters !== null));
  }

  /** Written only where it differs: what is written again is styled again. */
  function tell(name: string, value: string): void {
    if (root.dataset[name] !== value) root.dataset[name] = value;
  }

  /** What is told of while the first files are on their way may have come too late for them. */
  async function told(version: number | null): Promise<void> {
    if (!current) due = Math.max(due, version ?? Infinity);
    else if (version === null || version > current.index.version) await refresh();
  }

  async function refresh(): Promise<void> {
    if (!running || !current) return;
    renewing++;
    owes();
    const data = await load(() => void refresh());
    renewing--;
    // An answer that was overtaken by a newer one is dropped.
    if (data && !gone.signal.aborted && data.index.version >= current.index.version) {
      const { filtering, opened } = running, isNewer = data.index.version > current.index.version;
      filtering.use(data, () => {
        take(data);
        opened.use(data);
        if (isNewer) host.renewed?.();
      });
    }
    owes();
  }

  return {
    show(state) {
      if (running) running.model.change(partOf(state), causeOf(running.model.now, partOf(state)));
      else waiting = state;
    },
    dataChanged: told,
    bounds() {
      return running?.stage.bounds() ?? { south: 0, west: 0, north: 0, east: 0 };
    },
    mark(latitude, longitude, precision) {
      marked = latitude === null || longitude === null ? null : { latitude, longitude, precision };
      running?.stage.chosen.point(marked);
    },
    previewControl(trial, touched) {
      running?.stage.chosen.differ(touched.map(point => ({ ...point, precision: 'exact' })));
      preview.put(trial);
    },
    openPlace(id, latitude, longitude) {
      running?.opened.place(id, latitude, longitude);
    },
    highlight(id) {
      running?.opened.highlight(id);
    },
    ring(ids) {
      rung = ids;
      running?.opened.ring(ids);
    },
    editZone(field) {
      edited = field;
      if (!field) {
        zone?.dispose();
        zone = null;
      } else if (zone) zone.read();
      else if (running && current) zone = mount.editZone?.(root, running.stage, current, field) ?? null;
    },
    dispose() {
      gone.abort();
      zone?.dispose();
      running?.stop();
      running?.time?.dispose();
      running?.furniture.dispose();
      running?.opened.dispose();
      running?.stage.dispose();
      running = null;
      status.dispose();
      ground.remove();
      delete root.dataset.ready;
    },
  };
}

/** How much of the map the page's sheet lies over, on a phone. */
function coveredBelow(root: HTMLElement): number {
  const sheet = root.parentElement?.querySelector('[data-sheet]');
  if (!sheet || getComputedStyle(sheet).position !== 'fixed') return 0;
  return Math.max(0, Math.min(root.clientHeight * 0.6, root.getBoundingClientRect().bottom - sheet.getBoundingClientRect().top));
}

/** Pixels across of the frame that a view is composed in. */
const COMPOSED = 640;

/** On a narrower frame a view looks from farther off, so that it shows as much. */
function fitted(part: Part, width: number): Part {
  const farther = Math.round(Math.log2(COMPOSED / width));
  return part.view && farther > 0 ? { ...part, view: { ...part.view, zoom: Math.max(6, part.view.zoom - farther) } } : part;
}

/** The bar waits for what has not come yet. */
function timeData({ complete, index, events, happening, control, zones }: MapData): TimeData {
  return complete ? { index, events, happening, control, zones } : { index, events: null, happening: null, control: null, zones: null };
}

/** Milliseconds for which an empty map is better than one of land alone. */
const PATIENCE = 300;

const LATIN = ['500 13px "IBM Plex Sans Condensed"', '600 15px "IBM Plex Sans Condensed"', 'italic 500 13px "IBM Plex Sans Condensed"', '600 13px "IBM Plex Sans"'];
const ARABIC = ['500 13px "IBM Plex Sans Arabic"', '600 15px "IBM Plex Sans Arabic"'];

/** The faces the map writes with in the page's language, and its figures; a face that cannot be had is done without. */
async function fontsReady(): Promise<void> {
  await Promise.allSettled([...(language() === 'ar' ? ARABIC.map(face => document.fonts.load(face, 'خريطة')) : []), ...LATIN.map(face => document.fonts.load(face, 'Map'))]);
}

/** The faces of the other script, for names; a face that cannot be had is done without. */
async function otherFonts(): Promise<void> {
  await Promise.allSettled(ARABIC.map(face => document.fonts.load(face, 'خريطة')));
}

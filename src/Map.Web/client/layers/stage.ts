// The Leaflet map with our canvases in it: turns a state into a picture, once per animation frame, and the reader's moves into states.

import L from 'leaflet';
import type { MapBounds, MapOptions, MapView } from '../contract.ts';
import type { Model, Shown } from '../model.ts';
import { createEvents, type Events } from './events.ts';
import { createHurry } from './hurry.ts';
import { createGround, type Ground } from './ground.ts';
import { createChosen, type Chosen } from './chosen.ts';
import type { Frame, MapData } from './layer.ts';
import { readPalette, watchTheme, type Palette } from './palette.ts';
import { REACH } from './reach.ts';
import { rehearse } from './rehearsal.ts';
import { createSheet } from './sheet.ts';
import type { Box, View } from './view.ts';

export interface Stage {
  readonly map: L.Map;
  readonly ground: Ground;
  readonly events: Events;
  readonly chosen: Chosen;
  readonly palette: Palette;
  /** The picture on screen, null before the first. */
  readonly frame: Frame | null;
  /** Takes over data; the next picture shows it. */
  use(data: MapData): void;
  /** Shows one holder alone, the others faint; null shows all. */
  single(holder: string | null): void;
  /** Is the screen, in some part, still to become what the model says: an earlier day or view, names not yet placed, a map on its way? Never for long, once time and map rest. */
  readonly behind: boolean;
  /** Asks for a picture in the next animation frame. */
  repaint(): void;
  bounds(): MapBounds;
  dispose(): void;
}

export interface StageEars {
  /** Boxes of the page's furniture over the map, in the map's pixels. */
  reserved(): Box[];
  painted(frame: Frame): void;
  /** Hears when the screen has fallen behind, or may have caught up without a picture. */
  owes(): void;
}

/** Milliseconds of drawing ahead at a time. */
const SLICE = 6;

/** Milliseconds after a first picture before anything is drawn that nobody sees yet. */
const PAUSE = 250;

export const LOWEST_ZOOM = 6, HIGHEST_ZOOM = 13;

export function createStage(element: HTMLElement, options: MapOptions, model: Model, ears: StageEars): Stage {
  const coarse = matchMedia('(pointer: coarse)').matches;
  const map = L.map(element, {
    minZoom: LOWEST_ZOOM, maxZoom: HIGHEST_ZOOM, zoomSnap: 1, zoomControl: false, attributionControl: false, keyboard: false, maxBounds: L.latLngBounds([REACH.south, REACH.west], [REACH.north, REACH.east]), maxBoundsViscosity: 0.8,
    wheelPxPerZoomLevel: 90,
  });
  const { view } = model.now;
  map.setView([view.latitude, view.longitude], view.zoom, { animate: false });
  if (options.tileUrl) L.tileLayer(options.tileUrl, { maxZoom: HIGHEST_ZOOM }).addTo(map);

  let palette = readPalette(element);
  let data: MapData | null = null, only: string | null = null, frame: Frame | null = null;
  let asked = 0, owing = 0, settled = true, moving = false, travels = false, reserved: Box[] = [];
  // What the page reserves, on canvases of these margins: the same boxes as long as they stand there, for names are placed anew for others.
  let onCanvas = new Map<string, readonly Box[]>();

  const tiled = options.tileUrl !== null;
  const sheet = createSheet(map, !tiled, {
    renewed: () => { if (data) paint(); },
    coming(view, whole) {
      if (!data || !frame) return false;
      spare?.ground.dispose();
      const coming = { ...frame, view, reserved: reservedOn(view) }, ground = createGround(tiled, () => chosen.named);
      spare = { view, ground, pieces: pieces(ground, coming, whole) };
      clearTimeout(preparing);
      // The margins of a picture that was shown without them can wait until that is on the screen.
      preparing = window.setTimeout(prepare, frame.view.marginX === 0 && !whole ? PAUSE : 0);
      return true;
    },
    picture(context, { density }, x, y) {
      // A frame asked for before the page was left comes after its ground was given back.
      if (ground.canvas.width === 0) return;
      context.resetTransform();
      if (tiled) context.clearRect(0, 0, context.canvas.width, context.canvas.height);
      // At nought the margins are seen too.
      if (x === 0) ground.finish(Infinity);
      context.drawImage(ground.canvas, x, y);
      context.setTransform(density, 0, 0, density, x, y);
      events.draw(context);
      chosen.draw(context);
    },
  });
  let ground = createGround(tiled, () => chosen.named);
  let spare: { view: View; ground: Ground; pieces: Generator<void> } | null = null, preparing = 0;
  let practice: Generator<void> | null = null, practising = 0;
  const hurry = createHurry();
  const events = createEvents(coarse, repaint);
  const chosen = createChosen(repaint);

  function repaint(): void {
    if (asked !== 0 || !data) return;
    asked = requestAnimationFrame(paint);
    ears.owes();
  }

  function paint(shownAt: number | null = null): void {
    if (asked !== 0) cancelAnimationFrame(asked);
    asked = 0;
    if (!data) return;
    const began = performance.now(), { now } = model;
    // What has just changed is drawn before anything else; names, and what is said beside the map, follow in the picture after it.
    const rests = settled && frame?.shown === now;
    data.happening.setTypes(now.types);
    data.happening.setWindow(now.from, now.to);
    // To ask the page where things stand makes it lay itself out: not while time moves.
    if (rests || frame?.view !== sheet.view) {
      const now = ears.reserved();
      if (!sameBoxes(now, reserved)) {
        reserved = now;
        onCanvas = new Map();
      }
    }
    if (spare && frame?.view !== sheet.view) takeOver(spare.view === sheet.view ? spare.ground : null);
    frame = { data, shown: now, view: sheet.view, palette, only, reserved: reservedOn(sheet.view), settled: rests, marks: events };
    const changed = [events.show(frame), ground.show(frame, settled ? Infinity : began + hurry.of(shownAt ?? began)), chosen.show(frame)].includes(true);
    if (changed) sheet.draw();
    if (ground.behind || settled && !rests) repaint();
    if (settled && owing === 0 && !ground.finish(0)) owing = window.setTimeout(finish);
    // Before it is told how things stand: what is widened is not all there yet.
    if (rests && data.complete) sheet.widen();
    if (rests && data.complete && !sheet.waits && practice === null) {
      practice = rehearse(frame, tiled, events);
      practising = window.setTimeout(practise, PAUSE);
    }
    ears.painted(frame);
    // The legend takes its words, and with them its height, from this very picture.
    if (rests && !sameBoxes(reserved, ears.reserved())) repaint();
  }

  /** What lies beyond the screen is drawn in slices, and while time rests: nobody sees it before the map moves. */
  function finish(): void {
    owing = !settled || ground.finish(SLICE) ? 0 : window.setTimeout(finish);
  }

  /** While the old picture is stretched or shifted, the new one is drawn in slices. */
  function prepare(): void {
    preparing = 0;
    for (const until = performance.now() + SLICE; performance.now() < until;) {
      if (!spare) return;
      if (spare.pieces.next().done) {
        sheet.ready();
        return;
      }
    }
    preparing = window.setTimeout(prepare);
  }

  /** Only while everything rests: what is asked for comes first. */
  function practise(): void {
    if (settled && !ground.behind && !spare) for (const until = performance.now() + SLICE; performance.now() < until;) if (practice!.next().done) return;
    practising = window.setTimeout(practise, settled ? 0 : PAUSE);
  }

  function* pieces(next: Ground, coming: Frame, whole: boolean): Generator<void> {
    const boxes = events.ahead(coming);
    yield;
    yield* next.ahead({ ...coming, marks: { boxes: () => boxes } }, whole);
  }

  /** The zoom has ended: in the view that was drawn for, or the reader went elsewhere. */
  function takeOver(next: Ground | null): void {
    clearTimeout(preparing);
    preparing = 0;
    if (next) {
      ground.dispose();
      ground = next;
    } else {
      spare!.ground.dispose();
    }
    spare = null;
  }

  /** Where the page's furniture stands, on the canvas of a view. */
  function reservedOn({ marginX, marginY }: View): readonly Box[] {
    const key = `${marginX} ${marginY}`;
    let boxes = onCanvas.get(key);
    if (!boxes) onCanvas.set(key, boxes = reserved.map(box => ({ ...box, x: box.x + marginX, y: box.y + marginY })));
    return boxes;
  }

  const stopHearing = model.listen(({ now, before, settled: done }) => {
    settled = done;
    if (now.view !== before.view && !moving) follow(map, now.view);
    repaint();
  });
  // The page may give the map more room, or take some: what is looked at stays where it is.
  const room = new ResizeObserver(() => { map.invalidateSize({ pan: false, animate: false }); });
  room.observe(element);
  const stopWatching = watchTheme(() => {
    palette = readPalette(element);
    repaint();
  });
  map.on('movestart', () => {
    travels = true;
    ears.owes();
  });
  map.on('moveend', () => {
    travels = false;
    ears.owes();
    const center = map.getCenter();
    const shown: MapView = { latitude: rounded(center.lat), longitude: rounded(center.lng), zoom: map.getZoom() };
    if (alike(shown, model.now)) return;
    moving = true;
    model.change({ view: shown }, 'view', true);
    moving = false;
  });

  return {
    map, events, chosen,
    get ground() { return ground; },
    get palette() { return palette; },
    get frame() { return frame; },
    get behind() { return asked !== 0 || travels || ground.behind || sheet.waits; },
    repaint,
    use(next) {
      data = next;
      paint();
    },
    single(holder) {
      only = holder;
      repaint();
    },
    bounds() {
      const shown = map.getBounds();
      return { south: shown.getSouth(), west: shown.getWest(), north: shown.getNorth(), east: shown.getEast() };
    },
    dispose() {
      if (asked !== 0) cancelAnimationFrame(asked);
      clearTimeout(owing);
      clearTimeout(preparing);
      clearTimeout(practising);
      stopHearing();
      room.disconnect();
      stopWatching();
      sheet.dispose();
      map.remove();
    },
  };
}

/** Some ten metres: what an address can say. */
const rounded = (degrees: number) => Math.round(degrees * 10_000) / 10_000;

function alike(view: MapView, { view: now }: Shown): boolean {
  return Math.abs(view.latitude - now.latitude) < 2e-4 && Math.abs(view.longitude - now.longitude) < 2e-4 && view.zoom === now.zoom;
}

function sameBoxes(a: readonly Box[], b: readonly Box[]): boolean {
  return a.length === b.length && a.every((box, i) => Math.abs(box.x - b[i]!.x) < 1 && Math.abs(box.y - b[i]!.y) < 1 && Math.abs(box.width - b[i]!.width) < 1 && Math.abs(box.height - b[i]!.height) < 1);
}

/** Moves Leaflet to a view somebody else chose. */
function follow(map: L.Map, view: MapView): void {
  const center = map.getCenter();
  if (Math.abs(center.lat - view.latitude) < 2e-4 && Math.abs(center.lng - view.longitude) < 2e-4 && map.getZoom() === view.zoom) return;
  map.setView([view.latitude, view.longitude], view.zoom, { animate: !matchMedia('(prefers-reduced-motion: reduce)').matches });
}

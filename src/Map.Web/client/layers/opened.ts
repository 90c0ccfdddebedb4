// What the reader asked the map about: an event, a place, a spot. Pop-ups open here, and the chosen event is marked and gone to.

import type L from 'leaflet';
import type { EventCard, MapOptions, MapView, PlaceCard } from '../contract.ts';
import type { MapHost } from '../host.ts';
import { dayOfEvent, type Model, type Part } from '../model.ts';
import { fetchJson } from '../packs/index.ts';
import { eventCount, say } from '../words.ts';
import type { Chosen } from '../time/chart.ts';
import { eventContent, eventList, holdingOf, placeContent, placeName, eventTitle, type EventDoor } from './cards.ts';
import { placedAccounts, precisionOf } from './chosen.ts';
import { element } from './dom.ts';
import type { Mark } from './events.ts';
import { freePart } from './free.ts';
import { cellAt, onLand } from './hit.ts';
import { listenToMapKeys } from './keys.ts';
import type { Frame, MapData } from './layer.ts';
import type { Loader } from './load.ts';
import { createPopup } from './popup.ts';
import { LOWEST_ZOOM, type Stage } from './stage.ts';
import type { Box } from './view.ts';

export interface Opened {
  /** The first picture stands: goes to the event the map starts with, except where the address says otherwise. */
  begin(data: MapData, said: Part): void;
  /** New data: what is open is fetched again in place. */
  use(data: MapData): void;
  /** Who held this place: its own history, else the cell it lies in, else that no claim speaks of it. */
  place(id: number, lat: number, lng: number): void;
  highlight(id: number | null): void;
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

/** Events listed in one pop-up. */
const MOST_LISTED = 8;

export function createOpened({ root, stage, model, loader, options, host, spanned }: OpenedParts): Opened {
  const { map } = stage;
  let data: MapData | null = null;
  let fill: ((frame: Frame) => void) | null = null, refresh: (() => void) | null = null;
  let panelWidth: ResizeObserver | null = null;
  let asked = 0, pointed: number | null = null, span: Chosen | null = null;
  const popup = createPopup(root, map, () => {
    asked++;
    fill = refresh = null;
  });
  const url = (kind: string, id: number) => `${options.dataUrl}${kind}/${id}.json`;
  const goTo = (day: number) => model.change({ day }, 'date', true);

  const click = (event: L.LeafletMouseEvent) => ask(event.latlng.lat, event.latlng.lng);
  const move = (event: L.LeafletMouseEvent) => {
    const over = stage.frame ? markAt(event.latlng.lat, event.latlng.lng) : null;
    stage.events.hover(over);
    map.getContainer().classList.toggle('is-over', over !== null);
  };
  const leave = () => stage.events.hover(null);
  map.on('click', click);
  map.on('mousemove', move);
  map.on('mouseout', leave);
  const stopKeys = listenToMapKeys(map, () => ask(map.getCenter().lat, map.getCenter().lng), () => {
    const was = popup.shown;
    popup.close();
    return was;
  });

  function markAt(lat: number, lng: number): Mark | null {
    const at = map.latLngToContainerPoint([lat, lng]);
    const { view } = stage.frame!;
    return stage.events.hit(at.x + view.marginX, at.y + view.marginY);
  }

  function ask(lat: number, lng: number): void {
    const { frame } = stage;
    if (!data || !frame) return;
    if (options.canPick) {
      stage.chosen.point({ latitude: lat, longitude: lng, precision: 'exact' });
      host.pick?.(lat, lng);
      return;
    }
    const mark = markAt(lat, lng);
    if (mark) {
      void askMark(mark);
      return;
    }
    const cell = frame.shown.layers.includes('control') ? cellAt(data.control, lat, lng) : -1;
    const held = stage.ground.control.held(frame);
    if (cell >= 0 && (held.holding[cell]! >= 0 || held.before[cell]! >= 0)) void askPlace(cell);
    else if (frame.shown.layers.includes('control') && onLand(data.base, lat, lng)) askNothing(lat, lng);
    else popup.close();
  }

  /** Runs one question at a time: an answer that comes after the next question is dropped. */
  async function answer<T>(question: Promise<T>): Promise<T | null> {
    const mine = ++asked;
    const found = await question.catch(() => null);
    if (mine !== asked) return null;
    if (found === null) host.notice?.(say('This could not be fetched. Try again.', 'تعذّر الجلب. أعد المحاولة.'));
    return found;
  }

  function askNothing(lat: number, lng: number): void {
    asked++;
    const words = say(`No claim within ${Math.round(data!.control.radius / 1000)} km of this spot on this date.`, `لا ادعاء ضمن ${Math.round(data!.control.radius / 1000)} كم من هذه النقطة في هذا التاريخ.`);
    fill = refresh = null;
    popup.open({ lat, lng }, element('p', 'map-popup-line', words), say('Control here', 'السيطرة هنا'));
  }

  async function askPlace(cell: number): Promise<void> {
    const { control } = data!;
    const spot = { lat: control.lat[cell]!, lng: control.lng[cell]! };
    const day = model.now.day;
    const read = () => fetchJson<PlaceCard>(url('place', control.place[cell]!));
    let card = await answer(read());
    if (!card) return;
    let holding = holdingOf(card, day), drawn = -1;
    fill = frame => {
      if (frame.shown.day === drawn) return;
      drawn = frame.shown.day;
      popup.refill(placeContent({ card: card!, holding, day: drawn, index: frame.data.index, goTo }));
    };
    refresh = () => void read().then(next => {
      card = next;
      holding = holdingOf(next, day);
      drawn = -1;
      if (stage.frame) fill?.(stage.frame);
    }, () => { /* the old answer stays until the next question */ });
    popup.open(spot, placeContent({ card, holding, day: model.now.day, index: data!.index, goTo }), placeName(card));
  }

  async function askMark(mark: Mark): Promise<void> {
    const set = data!;
    const rows = stage.events.rows(mark, MOST_LISTED);
    const { view } = stage.frame!;
    const spot = map.containerPointToLatLng([mark.x - view.marginX, mark.y - view.marginY]);
    const all = mark.certain + mark.possible, { possible, certain } = mark;
    const cards = await answer(loader.ids(set).then(ids => Promise.all(rows.map(row => fetchJson<EventCard>(url('event', ids[row]!))))));
    if (!cards) return;
    fill = refresh = null;
    const content = cards.length === 1 ? eventContent(cards[0]!, wayTo(cards[0]!.id), goTo)
      : eventList(eventCount(certain, possible), cards, all - cards.length, card => wayTo(card.id));
    popup.open(spot, content, eventCount(certain, possible));
  }

  function wayTo(id: number): EventDoor {
    if (options.embedded) return { href: `/?event=${id}&lang=${options.language}` };
    return { open: () => {
      popup.close();
      model.change({ event: id }, 'event', true);
      host.openEvent?.(id);
    } };
  }

  /** -1 where there is no such event; null where the list of them could not be fetched. */
  async function rowOf(id: number): Promise<number | null> {
    const ids = await loader.ids(data!).catch(() => null);
    return ids?.indexOf(id) ?? null;
  }

  function spotOf(row: number) {
    const { events } = data!;
    const place = events.place[row]!;
    return place === 0 ? null : { latitude: events.placeLat[place]!, longitude: events.placeLng[place]!, precision: precisionOf(events.placePrecision[place]!) };
  }

  /** Marks the chosen event and, where asked, moves date and view to it. */
  async function choose(id: number | null, moves: { date: boolean; view: boolean }): Promise<void> {
    span = null;
    panelWidth?.disconnect();
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
    const part: Part = {};
    if (moves.date && day !== null) part.day = day;
    // The card may have taken room from the map that Leaflet has not heard of.
    map.invalidateSize({ pan: false, animate: false });
    if (moves.view && spot && !comfortable(spot.latitude, spot.longitude)) part.view = inTheFree(spot.latitude, spot.longitude, Math.max(8, model.now.view.zoom));
    stage.chosen.open(spot, null);
    stage.repaint();
    span = { earliest: data!.events.earliest[row]!, latest: data!.events.latest[row]!, label: null };
    if (part.day !== undefined || part.view) model.change(part, 'event', true);
    const card = await fetchJson<EventCard>(url('event', id)).catch(() => null);
    if (!card || model.now.event !== id || !span) return;
    stage.chosen.open(spot, card);
    if (moves.view && spot) {
      showAll(card, spot.precision);
      keepInSight(id, spot);
    }
    span = { ...span, label: eventTitle(card) };
    spanned();
  }

  /** The view that brings a point to the middle of what the page leaves free. */
  function inTheFree(latitude: number, longitude: number, zoom: number): MapView {
    const size = map.getSize(), { x, y, width, height } = freePart(root, true);
    const center = map.unproject(map.project([latitude, longitude], zoom).subtract([x + width / 2 - size.x / 2, y + height / 2 - size.y / 2]), zoom);
    return { latitude: Number(center.lat.toFixed(4)), longitude: Number(center.lng.toFixed(4)), zoom };
  }

  /** Well inside what can be seen, and not under the legend or a button. */
  function comfortable(latitude: number, longitude: number): boolean {
    const at = map.latLngToContainerPoint([latitude, longitude]), seen = freePart(root, false);
    const edge = Math.max(28, Math.min(seen.width, seen.height) * 0.1);
    const free = (box: Box) => at.x < box.x - 20 || at.x > box.x + box.width + 20 || at.y < box.y - 20 || at.y > box.y + box.height + 20;
    return at.x > seen.x + edge && at.x < seen.x + seen.width - edge && at.y > edge && at.y < seen.y + seen.height - edge && (stage.frame?.reserved ?? [])
      .every(box => free({ ...box, x: box.x - stage.frame!.view.marginX, y: box.y - stage.frame!.view.marginY }));
  }

  /** The page's card opens after the map has moved, and may come to lie over the event: then the map moves once more. */
  function keepInSight(id: number, spot: { latitude: number; longitude: number }): void {
    const panel = root.parentElement?.querySelector('[data-panel]');
    if (!panel) return;
    panelWidth = new ResizeObserver(() => {
      map.invalidateSize({ pan: false, animate: false });
      const at = map.latLngToContainerPoint([spot.latitude, spot.longitude]), seen = freePart(root, false);
      if (model.now.event === id && (at.x < seen.x + 28 || at.x > seen.x + seen.width - 28)) model.change({ view: inTheFree(spot.latitude, spot.longitude, model.now.view.zoom) }, 'event', true);
    });
    panelWidth.observe(panel);
  }

  /** Competing accounts are seen together: zooms out until every place they name is on the screen, beside the legend. */
  function showAll(card: EventCard, precision: string): void {
    const areas = placedAccounts(card, precision);
    if (areas.length < 2) return;
    const boxes = areas.map(({ latitude, longitude, radius }) => [latitude, longitude, radius / 111_000, radius / 111_000 / Math.cos(latitude * Math.PI / 180)] as const);
    const south = Math.min(...boxes.map(([lat, , up]) => lat - up)), north = Math.max(...boxes.map(([lat, , up]) => lat + up));
    const west = Math.min(...boxes.map(([, lng, , side]) => lng - side)), east = Math.max(...boxes.map(([, lng, , side]) => lng + side));
    const { x, y, width, height } = freePart(root, true);
    const from = map.containerPointToLatLng([x, y]), to = map.containerPointToLatLng([x + width, y + height]);
    if (from.lng < west && to.lng > east && to.lat < south && from.lat > north) return;
    const bounds: L.LatLngBoundsLiteral = [[south, west], [north, east]];
    const around = map.getSize().subtract([Math.max(60, width - 24), Math.max(60, height - 24)]);
    const zoom = Math.max(LOWEST_ZOOM, Math.min(model.now.view.zoom, map.getBoundsZoom(bounds, false, around)));
    model.change({ view: inTheFree(map.unproject(map.project([south, west], zoom).add(map.project([north, east], zoom)).divideBy(2), zoom).lat, (west + east) / 2, zoom) }, 'event', true);
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
      // Asked for ahead, so that an event opens at once, and also when the line is down. If it fails now, it is asked for again then.
      if (!options.embedded) void rowOf(0);
      void choose(model.now.event, { date: said.day === undefined, view: said.view === undefined });
    },
    use(next) {
      data = next;
      refresh?.();
      void choose(model.now.event, { date: false, view: false });
    },
    place(id, lat, lng) {
      if (!data || !stage.frame) return;
      const own = [...data.control.place].indexOf(id);
      const cell = own >= 0 ? own : cellAt(data.control, lat, lng);
      if (cell >= 0) void askPlace(cell); else askNothing(lat, lng);
    },
    highlight(id) {
      pointed = id;
      if (id === null || !data) stage.chosen.point(null);
      else void rowOf(id).then(row => { if (pointed === id) stage.chosen.point(row === null || row < 0 ? null : spotOf(row)); });
    },
    painted(frame) {
      if (!popup.shown) return;
      fill?.(frame);
      popup.follow(frame.reserved.map(box => ({ ...box, x: box.x - frame.view.marginX, y: box.y - frame.view.marginY })));
    },
    dispose() {
      stop();
      panelWidth?.disconnect();
      map.off('click', click);
      map.off('mousemove', move);
      map.off('mouseout', leave);
      stopKeys();
      popup.dispose();
    },
  };
}

// What the reader asks the map by a click or a key: which events are here, who held this place. The answers stand in one pop-up.

import type L from 'leaflet';
import type { EventCard, MapOptions, PlaceCard, ZoneCard } from '../contract.ts';
import type { MapHost } from '../host.ts';
import { knownIn } from '../known.ts';
import type { Model } from '../model.ts';
import { fetchJson } from '../packs/index.ts';
import { eventCount, say } from '../words.ts';
import { element } from './dom.ts';
import { eventContent, eventList, type EventDoor } from './event-card.ts';
import type { Mark } from './events.ts';
import { cellAt, metres, onLand } from './hit.ts';
import { listenToMapKeys } from './keys.ts';
import type { Frame, MapData } from './layer.ts';
import type { Loader } from './load.ts';
import { placeContent, placeName } from './place-card.ts';
import { createPopup } from './popup.ts';
import { holderNames } from './swatch.ts';
import { zoneContent, zoneHistory } from './zone-card.ts';
import { isZoned } from './zones.ts';
import { zonesOver } from '../zones/changes.ts';
import { seriesOf, zonesAt } from '../zones/standing.ts';
import type { Stage } from './stage.ts';

export interface Asked {
  /** New data: what is open is fetched again in place. */
  use(data: MapData): void;
  /** Who held this place: its own history, else that of the ground it lies on, else that no claim speaks of it. */
  place(id: number, lat: number, lng: number): void;
  painted(frame: Frame): void;
  dispose(): void;
}

export interface AskedParts {
  readonly root: HTMLElement;
  readonly stage: Stage;
  readonly model: Model;
  readonly loader: Loader;
  readonly options: MapOptions;
  readonly host: MapHost;
}

/** Events listed in one pop-up. */
const MOST_LISTED = 8;

export function createAsked({ root, stage, model, loader, options, host }: AskedParts): Asked {
  const { map } = stage;
  let data: MapData | null = null, refresh: (() => void) | null = null;
  let asked = 0;
  /** What had the keyboard when the question was put. */
  let asker: Element | null = null;
  const popup = createPopup(root, map, () => {
    asked++;
    refresh = null;
  });
  const url = (kind: string, id: number) => `${options.dataUrl}${kind}/${id}.json`;

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
    // By the picture's own view: for a moment after a move or a zoom the map may have another.
    const { view } = stage.frame!, at = map.project([lat, lng], view.zoom);
    return stage.events.hit(at.x - view.left, at.y - view.top);
  }

  function ask(lat: number, lng: number): void {
    const { frame } = stage;
    asker = document.activeElement;
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
    if (isZoned(frame)) {
      void askZone(lat, lng);
      return;
    }
    const cell = frame.shown.layers.includes('control') ? cellAt(data.control, lat, lng) : -1;
    if (cell >= 0) void askPlace(cell, { lat, lng });
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

  /** Far from every place with a claim: so on every date. */
  function askNothing(lat: number, lng: number): void {
    asked++;
    refresh = null;
    const kilometres = Math.round(data!.control.radius / 1000);
    const silent = element('p', 'map-popup-line', say(`No claim speaks of a place within ${kilometres} km of this spot.`, `لا ادعاء عن مكان ضمن ${kilometres} كم من هذه النقطة.`));
    popup.open({ lat, lng }, { element: silent, show() { /* it says the same on every date */ } }, say('Control here', 'السيطرة هنا'), model.now, asker);
  }

  async function askPlace(cell: number, spot: L.LatLngLiteral): Promise<void> {
    const id = data!.control.place[cell]!;
    const card = await answer(cardOf(id));
    if (card) tellOf(card, spot, () => void askPlace(cell, spot));
  }

  /** A place of many claims may have no ground: it stands on another's. What is said of it is its own all the same; of a place without claims whose ground it is. */
  async function askNamed(id: number, spot: L.LatLngLiteral): Promise<void> {
    const card = await answer(cardOf(id));
    if (!card) return;
    if (card.history.length + card.unconfirmed.length > 0) {
      tellOf(card, spot, () => void askNamed(id, spot));
      return;
    }
    const cell = cellAt(data!.control, spot.lat, spot.lng);
    if (cell >= 0) void askPlace(cell, spot); else askNothing(spot.lat, spot.lng);
  }

  const cardOf = (id: number) => fetchJson<PlaceCard>(url('place', id));

  function tellOf(told: PlaceCard, spot: L.LatLngLiteral, again: () => void): void {
    const { day } = model.now;
    const content = (card: PlaceCard) => placeContent({
      card, day, index: data!.index, away: metres(card.latitude, card.longitude, spot.lat, spot.lng), embedded: options.embedded, again,
    });
    const mine = asked;
    refresh = () => void cardOf(told.id).then(next => { if (mine === asked) popup.refill(content(next), model.now); }, () => { /* the old answer stays until the next question */ });
    popup.open(spot, content(told), placeName(told), model.now, asker);
  }

  /** The uppermost zone of the series answers; those under it are named. */
  async function askZone(lat: number, lng: number): Promise<void> {
    const pack = data!.zones, { series, day } = model.now;
    const found = pack ? zonesAt(pack, seriesOf(pack, series), day, lat, lng) : [], [zone, ...below] = found;
    if (!pack || zone === undefined) {
      asked++;
      refresh = null;
      const silent = element('p', 'map-popup-line', say('No zone of this series on this spot on this date.', 'لا منطقة من هذه السلسلة في هذه النقطة في هذا التاريخ.'));
      const history = pack && zoneHistory(pack, zonesOver(pack, seriesOf(pack, series), lat, lng), holderNames(data!.index.holders), 1);
      popup.open({ lat, lng }, { element: element('div', '', silent, history?.element ?? null), show: ({ day }) => history?.show(day) }, say('Control here', 'السيطرة هنا'), model.now, asker);
      return;
    }
    const card = await answer(fetchJson<ZoneCard>(url('zone', pack.id[zone]!)));
    if (!card) return;
    refresh = null;
    popup.open({ lat, lng }, zoneContent(card, pack, zone, below, zonesOver(pack, seriesOf(pack, series), lat, lng), data!.index), card.title, model.now, asker);
  }

  async function askMark(mark: Mark): Promise<void> {
    const set = data!;
    const rows = stage.events.rows(mark, MOST_LISTED);
    const { view } = stage.frame!;
    const spot = map.unproject([mark.x + view.left, mark.y + view.top], view.zoom);
    const all = mark.certain + mark.possible, { possible, certain } = mark;
    const cards = await answer(loader.ids(set).then(ids => Promise.all(rows.map(row => fetchJson<EventCard>(url('event', ids[row]!))))));
    if (!cards) return;
    refresh = null;
    const content = cards.length === 1 ? eventContent(cards[0]!, wayTo(cards[0]!.id))
      : eventList(eventCount(certain, possible), cards, all - cards.length, card => wayTo(card.id));
    popup.open(spot, content, eventCount(certain, possible), model.now, asker);
  }

  function wayTo(id: number): EventDoor {
    if (options.embedded) {
      const known = knownIn(location.search);
      return { href: `/?event=${id}&lang=${options.language}${known === null ? '' : `&known=${known}`}` };
    }
    return { open: () => {
      popup.close();
      model.change({ event: id }, 'event', true);
      host.openEvent?.(id);
    } };
  }

  return {
    use(next) {
      data = next;
      refresh?.();
    },
    place(id, lat, lng) {
      if (!data || !stage.frame) return;
      asker = document.activeElement;
      void askNamed(id, { lat, lng });
    },
    painted({ shown, reserved, view }) {
      popup.follow(shown, reserved.map(box => ({ ...box, x: box.x - view.marginX, y: box.y - view.marginY })));
    },
    dispose() {
      map.off('click', click);
      map.off('mousemove', move);
      map.off('mouseout', leave);
      stopKeys();
      popup.dispose();
    },
  };
}

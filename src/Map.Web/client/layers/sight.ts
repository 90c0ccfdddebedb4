// Keeps the opened event where it can be seen: beside the panel, the legend and the buttons, and with every place that its accounts name.

import type L from 'leaflet';
import type { EventCard, MapView } from '../contract.ts';
import type { Model } from '../model.ts';
import { placedAccounts, type Spot } from './chosen.ts';
import { freePart } from './free.ts';
import { LOWEST_ZOOM, type Stage } from './stage.ts';
import type { Box } from './view.ts';

export interface Sight {
  /** The view that shows a spot, or null where it is well in sight already. */
  viewOf(spot: Spot): MapView | null;
  /** Competing accounts are seen together: zooms out until every place they name is on the screen, beside the legend. */
  showAll(card: EventCard, precision: string): void;
  /** The page's card opens after the map has moved, and may come to lie over the event: then the map moves once more. */
  keep(id: number, spot: Spot): void;
  forget(): void;
}

export function createSight(root: HTMLElement, stage: Stage, model: Model): Sight {
  const { map } = stage;
  let panelWidth: ResizeObserver | null = null;

  /** The view that brings a point to the middle of what the page leaves free. */
  function inTheFree(latitude: number, longitude: number, zoom: number): MapView {
    const size = map.getSize(), { x, y, width, height } = freePart(root, true);
    const center = map.unproject(map.project([latitude, longitude], zoom).subtract([x + width / 2 - size.x / 2, y + height / 2 - size.y / 2]), zoom);
    return { latitude: Number(center.lat.toFixed(4)), longitude: Number(center.lng.toFixed(4)), zoom };
  }

  /** Well inside what can be seen, and not under the legend or a button. */
  function comfortable({ latitude, longitude }: Spot): boolean {
    const at = map.latLngToContainerPoint([latitude, longitude]), seen = freePart(root, false);
    const edge = Math.max(28, Math.min(seen.width, seen.height) * 0.1);
    const free = (box: Box) => at.x < box.x - 20 || at.x > box.x + box.width + 20 || at.y < box.y - 20 || at.y > box.y + box.height + 20;
    return at.x > seen.x + edge && at.x < seen.x + seen.width - edge && at.y > edge && at.y < seen.y + seen.height - edge && (stage.frame?.reserved ?? [])
      .every(box => free({ ...box, x: box.x - stage.frame!.view.marginX, y: box.y - stage.frame!.view.marginY }));
  }

  return {
    viewOf(spot) {
      // The card may have taken room from the map that Leaflet has not heard of.
      map.invalidateSize({ pan: false, animate: false });
      return comfortable(spot) ? null : inTheFree(spot.latitude, spot.longitude, Math.max(8, model.now.view.zoom));
    },
    showAll(card, precision) {
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
    },
    keep(id, spot) {
      const panel = root.parentElement?.querySelector('[data-panel]');
      if (!panel) return;
      panelWidth = new ResizeObserver(() => {
        map.invalidateSize({ pan: false, animate: false });
        const at = map.latLngToContainerPoint([spot.latitude, spot.longitude]), seen = freePart(root, false);
        if (model.now.event === id && (at.x < seen.x + 28 || at.x > seen.x + seen.width - 28)) model.change({ view: inTheFree(spot.latitude, spot.longitude, model.now.view.zoom) }, 'event', true);
      });
      panelWidth.observe(panel);
    },
    forget() { panelWidth?.disconnect(); },
  };
}

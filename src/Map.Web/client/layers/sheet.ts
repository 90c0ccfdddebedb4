// The stack of canvases under Leaflet's hand: it pans with the map, is stretched while a zoom runs, and is drawn anew after.

import L from 'leaflet';
import { fit, type View } from './view.ts';

export interface Sheet {
  readonly view: View;
  /** Adds a canvas above those before it. */
  add(name: string): HTMLCanvasElement;
  dispose(): void;
}

/** Part of the screen's width and height kept ready on each side. */
const MARGIN = 0.22;

/** Above this many device pixels a canvas costs more memory than its sharpness is worth. */
const MOST_PIXELS = 9_000_000;

/** `renewed` hears of every new view, after the canvases have been emptied for it; it must draw at once. */
export function createSheet(map: L.Map, renewed: (view: View) => void): Sheet {
  const pane = map.createPane('sheet');
  const stack = document.createElement('div');
  stack.className = 'map-sheet leaflet-zoom-animated';
  pane.append(stack);
  const canvases: HTMLCanvasElement[] = [];
  let view = look(map);

  const place = (center: L.LatLng, zoom: number) => {
    const scale = map.getZoomScale(zoom, view.zoom);
    const origin = map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(L.DomUtil.getPosition(map.getPane('mapPane')!)).round();
    L.DomUtil.setTransform(stack, L.point(view.left, view.top).multiplyBy(scale).subtract(origin), scale);
  };
  const settle = () => L.DomUtil.setTransform(stack, L.point(view.left, view.top).subtract(map.getPixelOrigin()), 1);
  const renew = () => {
    view = look(map);
    settle();
    for (const canvas of canvases) size(canvas, view);
    renewed(view);
  };
  const heard: L.LeafletEventHandlerFnMap = {
    zoomanim: event => place((event as L.ZoomAnimEvent).center, (event as L.ZoomAnimEvent).zoom),
    zoom: () => place(map.getCenter(), map.getZoom()),
    moveend: renew,
    viewreset: renew,
    resize: renew,
    move: () => { if (map.getZoom() === view.zoom && leaves(map, view)) renew(); },
  };
  map.on(heard);
  settle();

  return {
    get view() { return view; },
    add(name) {
      const canvas = document.createElement('canvas');
      canvas.className = `map-canvas map-canvas-${name}`;
      canvas.setAttribute('aria-hidden', 'true');
      size(canvas, view);
      stack.append(canvas);
      canvases.push(canvas);
      return canvas;
    },
    dispose() {
      map.off(heard);
      pane.remove();
    },
  };
}

function size(canvas: HTMLCanvasElement, view: View): void {
  fit(canvas, view);
  canvas.style.width = `${view.width}px`;
  canvas.style.height = `${view.height}px`;
}

function look(map: L.Map): View {
  const screen = map.getSize();
  const marginX = Math.round(screen.x * MARGIN), marginY = Math.round(screen.y * MARGIN);
  const corner = map.project(map.getCenter(), map.getZoom()).subtract(screen.divideBy(2)).round();
  const width = screen.x + 2 * marginX, height = screen.y + 2 * marginY;
  const density = Math.min(window.devicePixelRatio || 1, Math.max(1, Math.sqrt(MOST_PIXELS / Math.max(1, width * height))));
  return { zoom: map.getZoom(), left: corner.x - marginX, top: corner.y - marginY, width, height, marginX, marginY, density };
}

/** Has a drag shown the edge of the canvas? */
function leaves(map: L.Map, view: View): boolean {
  const now = map.project(map.getCenter(), map.getZoom()).subtract(map.getSize().divideBy(2));
  return Math.abs(now.x - view.left - view.marginX) > view.marginX || Math.abs(now.y - view.top - view.marginY) > view.marginY;
}

// The one canvas under Leaflet's hand: it pans with the map, is stretched while a zoom runs, and is drawn anew after.

import L from 'leaflet';
import { contextOf, type View } from './view.ts';

export interface Sheet {
  readonly view: View;
  /** Puts the picture on the canvas once more. */
  draw(): void;
  dispose(): void;
}

export interface SheetHands {
  /** Hears of every new view; it must draw at once. */
  renewed(view: View): void;
  /** Hears of the view that a running zoom will end in, and may draw ahead for it; then that very view is renewed, unless the reader had another in mind meanwhile. */
  coming(view: View): void;
  /** Draws the whole picture; the first device pixel of the view lies at these coordinates of the canvas. */
  picture(context: CanvasRenderingContext2D, view: View, x: number, y: number): void;
}

/** Part of the screen's width and height kept ready on each side. */
const MARGIN = 0.22;

/** Above this many device pixels a canvas costs more memory than its sharpness is worth. */
const MOST_PIXELS = 9_000_000;

/**
 * Without a graphics processor every canvas that changes is copied and blended whole, so there is one, it is opaque where it can be, and it is no larger
 * than the screen while time moves. While the map itself moves it shows the margins too: then it is not drawn, only shifted.
 */
export function createSheet(map: L.Map, opaque: boolean, { renewed, coming, picture }: SheetHands): Sheet {
  const pane = map.createPane('sheet');
  const stack = document.createElement('div');
  stack.className = 'map-sheet leaflet-zoom-animated';
  const canvas = document.createElement('canvas'), context = contextOf(canvas, opaque);
  canvas.className = 'map-canvas';
  canvas.setAttribute('aria-hidden', 'true');
  stack.append(canvas);
  pane.append(stack);
  let view = look(map), next: View | null = null, whole = false, drawn = false;

  const place = (center: L.LatLng, zoom: number) => {
    const scale = map.getZoomScale(zoom, view.zoom);
    const origin = map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(L.DomUtil.getPosition(map.getPane('mapPane')!)).round();
    L.DomUtil.setTransform(stack, L.point(view.left, view.top).multiplyBy(scale).subtract(origin), scale);
  };
  const settle = () => L.DomUtil.setTransform(stack, L.point(view.left, view.top).subtract(map.getPixelOrigin()), 1);
  const renew = (moving: boolean) => {
    const now = look(map), ahead = next;
    next = null;
    if (alike(now, view) && moving === whole && drawn) return;
    whole = moving;
    view = ahead && alike(now, ahead) ? ahead : now;
    settle();
    renewed(view);
  };
  const grow = () => {
    if (whole || !drawn) return;
    whole = true;
    draw();
  };
  const heard: L.LeafletEventHandlerFnMap = {
    zoomanim(event) {
      const { center, zoom } = event as L.ZoomAnimEvent;
      grow();
      place(center, zoom);
      coming(next = look(map, center, zoom));
    },
    zoom(event) {
      // Two fingers zoom step by step, not by an animation.
      if ('pinch' in event) grow();
      place(map.getCenter(), map.getZoom());
    },
    move() {
      if (map.getZoom() !== view.zoom) return;
      if (leaves(map, view)) renew(true);
      else grow();
    },
    moveend: () => renew(false),
    viewreset: () => renew(false),
    resize: () => renew(false),
  };
  map.on(heard);
  settle();

  function draw(): void {
    const { density } = view;
    // Whole device pixels, or the picture would be blurred.
    const x = whole ? 0 : Math.round(view.marginX * density), y = whole ? 0 : Math.round(view.marginY * density);
    const width = Math.round(view.width * density) - 2 * x, height = Math.round(view.height * density) - 2 * y;
    if (canvas.width !== width || canvas.height !== height) {
      canvas.width = width;
      canvas.height = height;
    }
    const place = `left: ${x / density}px; top: ${y / density}px; width: ${width / density}px; height: ${height / density}px`;
    if (canvas.style.cssText !== place) canvas.style.cssText = place;
    drawn = true;
    picture(context, view, -x, -y);
  }

  return {
    get view() { return view; },
    draw,
    dispose() {
      map.off(heard);
      pane.remove();
    },
  };
}

function look(map: L.Map, center = map.getCenter(), zoom = map.getZoom()): View {
  const screen = map.getSize();
  // Multiples of four are whole device pixels on every usual screen.
  const marginX = Math.ceil(screen.x * MARGIN / 4) * 4, marginY = Math.ceil(screen.y * MARGIN / 4) * 4;
  const corner = map.project(center, zoom).subtract(screen.divideBy(2)).round();
  const width = screen.x + 2 * marginX, height = screen.y + 2 * marginY;
  const density = Math.min(window.devicePixelRatio || 1, Math.max(1, Math.sqrt(MOST_PIXELS / Math.max(1, width * height))));
  return { zoom, left: corner.x - marginX, top: corner.y - marginY, width, height, marginX, marginY, density };
}

function alike(a: View, b: View): boolean {
  return a.zoom === b.zoom && a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height && a.density === b.density;
}

/** Has a drag shown the edge of the canvas? */
function leaves(map: L.Map, view: View): boolean {
  const now = map.project(map.getCenter(), map.getZoom()).subtract(map.getSize().divideBy(2));
  return Math.abs(now.x - view.left - view.marginX) > view.marginX || Math.abs(now.y - view.top - view.marginY) > view.marginY;
}

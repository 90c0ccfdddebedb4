// The one canvas under Leaflet's hand: it pans with the map, is stretched while a zoom runs, and is drawn anew after.

import L from 'leaflet';
import { contextOf, type View } from './view.ts';

export interface Sheet {
  readonly view: View;
  /** Does the canvas still show the view before the map's own? */
  readonly waits: boolean;
  /** Puts the picture on the canvas once more. */
  draw(): void;
  /** Has the margins drawn where they were left out: a picture that must be there at once is of the screen alone. */
  widen(): void;
  /** What was promised for a coming view is ready: it is shown when the map has come there, at once where it has. */
  ready(): void;
  dispose(): void;
}

export interface SheetHands {
  /** Hears of every new view; it must draw at once. */
  renewed(view: View): void;
  /** Hears of the view that a running zoom will end in, or that a move has ended in, and may promise to say when its picture is ready. Until then the old picture stays. `whole`: its margins will be seen. */
  coming(view: View, whole: boolean): boolean;
  /** Draws the whole picture; the first device pixel of the view lies at these coordinates of the canvas. */
  picture(context: CanvasRenderingContext2D, view: View, x: number, y: number): void;
}

/** Part of the screen's width and height kept ready on each side. */
const MARGIN = 0.22;

/** From this much of the margins on the next picture is drawn beside a drag. */
const AHEAD = 0.5;

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
  let view = bare(look(map)), next: View | null = null, promised = false, isReady = false, isThere = false, isMoving = false, whole = false, drawn = false, placed = '';

  const place = (center: L.LatLng, zoom: number) => {
    const scale = map.getZoomScale(zoom, view.zoom);
    const origin = map.project(center, zoom).subtract(map.getSize().divideBy(2)).add(L.DomUtil.getPosition(map.getPane('mapPane')!)).round();
    L.DomUtil.setTransform(stack, L.point(view.left, view.top).multiplyBy(scale).subtract(origin), scale);
  };
  const settle = () => L.DomUtil.setTransform(stack, L.point(view.left, view.top).subtract(map.getPixelOrigin()), 1);
  const turn = (to: View, moving: boolean) => {
    next = null;
    isThere = false;
    whole = moving;
    view = to;
    settle();
    renewed(view);
  };
  const renew = (moving: boolean) => {
    const now = look(map), narrow = bare(now);
    if ((alike(now, view) || alike(narrow, view)) && moving === whole && drawn) {
      next = null;
      isThere = false;
    } else turn(next && isReady && alike(now, next) ? next : moving ? now : narrow, moving);
  };
  const expect = (to: View, moving: boolean) => {
    next = to;
    isReady = isThere = false;
    isMoving = moving;
    promised = coming(to, moving);
  };
  const come = () => {
    const now = look(map);
    if (alike(now, view) && drawn) {
      next = null;
      isThere = false;
      if (!whole) return;
      whole = false;
      settle();
      draw();
      return;
    }
    if (!next || isMoving || !alike(now, next)) expect(now, false);
    isThere = promised;
    if (!promised || isReady) turn(next!, false);
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
      expect(look(map, center, zoom), false);
    },
    zoom(event) {
      // Two fingers zoom step by step, not by an animation.
      if ('pinch' in event) grow();
      place(map.getCenter(), map.getZoom());
    },
    move() {
      if (map.getZoom() !== view.zoom) return;
      const gone = awayFrom(map, view);
      if (gone > AHEAD && !isThere && view.marginX > 0) {
        expect(look(map), true);
        isThere = promised;
      }
      if (gone > 1 && !isThere) renew(true);
      else grow();
    },
    moveend: come,
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
    // What a browser gives back is written otherwise.
    if (place !== placed) canvas.style.cssText = placed = place;
    drawn = true;
    picture(context, view, -x, -y);
  }

  return {
    get view() { return view; },
    get waits() { return isThere; },
    draw,
    widen() { if (view.marginX === 0 && !isThere) come(); },
    ready() {
      isReady = true;
      if (isThere) turn(next!, isMoving);
    },
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

/** The screen without the margins. */
function bare(view: View): View {
  const { left, top, width, height, marginX, marginY } = view;
  return { ...view, left: left + marginX, top: top + marginY, width: width - 2 * marginX, height: height - 2 * marginY, marginX: 0, marginY: 0 };
}

function alike(a: View, b: View): boolean {
  return a.zoom === b.zoom && a.left === b.left && a.top === b.top && a.width === b.width && a.height === b.height && a.density === b.density;
}

/** How much of the margins a drag has used up: above one, the edge of the canvas shows. */
function awayFrom(map: L.Map, view: View): number {
  const now = map.project(map.getCenter(), map.getZoom()).subtract(map.getSize().divideBy(2)), x = Math.abs(now.x - view.left - view.marginX), y = Math.abs(now.y - view.top - view.marginY);
  return Math.max(x === 0 ? 0 : x / view.marginX, y === 0 ? 0 : y / view.marginY);
}

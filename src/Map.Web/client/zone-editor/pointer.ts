// Drawing by mouse and by finger.

import type L from 'leaflet';
import { addVertex, moveVertex } from './edits.ts';
import type { Corner } from './keys.ts';
import { ringsOf, spotOf, type Shape, type Spot } from './shape.ts';
import { takesAreas, type Tool } from './tools.ts';

/** What a pointer does to the editor. */
export interface PointerHands {
  readonly map: L.Map;
  readonly shape: Shape;
  readonly tool: Tool;
  /** The border, hole or cut that is being drawn. */
  readonly way: readonly Spot[];
  /** Are corners, and middles of sides, drawn as something to take hold of? */
  readonly hasHandles: boolean;
  readonly hasMiddles: boolean;
  /** Where a corner goes that is put on a spot: to a neighbour's border where one is near, unless it is to stay free. */
  drawn(spot: Spot, free: boolean): Spot;
  choose(corner: Corner | null): void;
  /** One more shape of the same drag. */
  drag(next: Shape | null): void;
  rest(): void;
  /** The pointer is over a spot without pressing. */
  hover(spot: Spot): void;
  /** A pointer does it: the cross for keys may go. */
  press(): void;
  put(spot: Spot): void;
  /** Takes the area at a spot, to join it or to remove it. */
  takeArea(spot: Spot): void;
  finish(): void;
}

/** Pixels within which a corner is taken hold of, by mouse and by finger. */
const REACH = 9, FINGER = 20;

/** Pixels a press may move and still be a press: for a corner to be moved, and for the map to have been dragged. */
const TREMBLE = 3, DRAGGED = 6;

/** Pixels between two corners from which on the middle of their side can be taken hold of. */
const ROOM = 40;

/** Before Leaflet: what takes hold of a corner does not drag the map, and no click asks it anything. */
export function listenToZonePointer(container: HTMLElement, hands: PointerHands, signal: AbortSignal): void {
  const { map } = hands;
  let held: (Corner & { readonly pointer: number }) | null = null, pressed: { readonly x: number; readonly y: number } | null = null;
  const listen = <K extends keyof HTMLElementEventMap>(kind: K, hear: (event: HTMLElementEventMap[K]) => void) => container.addEventListener(kind, hear, { capture: true, signal });
  listen('pointerdown', press);
  for (const kind of ['mousedown', 'touchstart'] as const) listen(kind, event => { if (held) event.stopImmediatePropagation(); });
  listen('pointermove', move);
  for (const kind of ['pointerup', 'pointercancel'] as const) listen(kind, release);
  listen('click', click);
  listen('dblclick', event => event.stopImmediatePropagation());

  const spotAt = (event: MouseEvent): Spot => {
    const { lat, lng } = map.mouseEventToLatLng(event);
    return spotOf(lng, lat);
  };
  const pixelOf = (spot: Spot) => map.latLngToContainerPoint([spot[1] / 1e6, spot[0] / 1e6]);
  const hasMoved = (event: MouseEvent, far: number) => pressed !== null && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) >= far;

  /** The corner, or else the middle of a side, under a pointer. */
  function under(event: PointerEvent): Corner & { readonly isMiddle: boolean } | null {
    const here = map.mouseEventToContainerPoint(event);
    let found: Corner & { readonly isMiddle: boolean } | null = null, least: number = event.pointerType === 'touch' ? FINGER : REACH;
    for (const middles of [false, true]) {
      if (found || !hands.hasHandles || middles && !hands.hasMiddles) break;
      for (const { at, ring } of ringsOf(hands.shape)) {
        const points = ring.map(pixelOf);
        points.forEach((corner, vertex) => {
          const next = points[(vertex + 1) % points.length]!, target = middles ? corner.add(next).divideBy(2) : corner, away = target.distanceTo(here);
          if (away <= least && (!middles || corner.distanceTo(next) > ROOM)) [least, found] = [away, { at, vertex, isMiddle: middles }];
        });
      }
    }
    return found;
  }

  function press(event: PointerEvent): void {
    pressed = { x: event.clientX, y: event.clientY };
    hands.press();
    if (hands.tool !== 'corners' || event.button !== 0 || !event.isPrimary) return;
    const found = under(event);
    if (!found) {
      hands.choose(null);
      return;
    }
    event.stopImmediatePropagation();
    if (found.isMiddle) hands.drag(addVertex(hands.shape, found.at, found.vertex, spotAt(event)));
    const corner = { at: found.at, vertex: found.vertex + (found.isMiddle ? 1 : 0) };
    held = { ...corner, pointer: event.pointerId };
    container.setPointerCapture(event.pointerId);
    hands.choose(corner);
  }

  function move(event: PointerEvent): void {
    if (held && event.pointerId === held.pointer) {
      event.stopImmediatePropagation();
      if (hasMoved(event, TREMBLE)) hands.drag(moveVertex(hands.shape, held.at, held.vertex, hands.drawn(spotAt(event), event.altKey)));
    } else if (event.pointerType !== 'touch') hands.hover(hands.drawn(spotAt(event), event.altKey));
  }

  function release(event: PointerEvent): void {
    if (!held || event.pointerId !== held.pointer) return;
    event.stopImmediatePropagation();
    held = null;
    hands.rest();
  }

  function click(event: MouseEvent): void {
    event.stopImmediatePropagation();
    const { tool, way } = hands;
    // A drag of the map ends in a click too.
    if (tool === 'corners' || hasMoved(event, DRAGGED)) return;
    const here = map.mouseEventToContainerPoint(event), isNear = (spot: Spot | undefined) => spot !== undefined && pixelOf(spot).distanceTo(here) < FINGER / 2;
    if (takesAreas(tool)) hands.takeArea(spotAt(event));
    else if (tool === 'cut' ? way.length > 1 && isNear(way.at(-1)) : way.length > 2 && (isNear(way[0]) || isNear(way.at(-1)))) hands.finish();
    else hands.put(hands.drawn(spotAt(event), event.altKey));
  }
}

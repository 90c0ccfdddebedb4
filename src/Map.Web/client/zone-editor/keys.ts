// Drawing by keys alone.

import type L from 'leaflet';
import { addVertex, moveVertex } from './edits.ts';
import { ringOf, ringsOf, spotOf, type RingAt, type Shape, type Spot } from './shape.ts';
import { takesAreas, type Tool } from './tools.ts';

export interface Corner { readonly at: RingAt; readonly vertex: number }

/** What the keys do to the editor. */
export interface ZoneHands {
  readonly map: L.Map;
  readonly shape: Shape;
  readonly tool: Tool;
  /** The corner that is chosen, null where none is; undefined while something is drawn instead. */
  readonly chosen: Corner | null | undefined;
  choose(corner: Corner | null): void;
  /** False where the edit cannot be made. */
  take(next: Shape | null): boolean;
  removeChosen(): void;
  undo(): void;
  redo(): void;
  /** Shows the cross on the middle of the map. */
  aim(): void;
  /** Where a corner goes that is put on a spot: to a neighbour's border where one is near. */
  drawn(spot: Spot, free: boolean): Spot;
  put(spot: Spot): void;
  takeArea(spot: Spot): void;
  /** Ends the border, hole or cut; false where there are too few corners. */
  finish(): boolean;
  /** Takes the last corner back; false where there is none. */
  back(): boolean;
  giveUp(): void;
}

const ARROWS: Readonly<Record<string, readonly [number, number]>> = { ArrowLeft: [-1, 0], ArrowRight: [1, 0], ArrowUp: [0, -1], ArrowDown: [0, 1] };

/** Pixels an arrow moves the map under the cross. */
const STRIDE = 60;

export function listenToZoneKeys(container: HTMLElement, hands: ZoneHands, signal: AbortSignal): void {
  container.addEventListener('keydown', event => {
    const command = event.ctrlKey || event.metaKey, letter = event.key.toLowerCase();
    if (command && letter === 'z') (event.shiftKey ? hands.redo : hands.undo)();
    else if (command && letter === 'y') hands.redo();
    else if (command || event.altKey || !(hands.chosen === undefined ? wayKey(event, hands) : cornerKey(event, hands, hands.chosen))) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, { capture: true, signal });
}

/** Page keys go from corner to corner, arrows nudge the chosen one, Delete takes it away, Insert sets one on the side after it. */
function cornerKey({ key, shiftKey }: KeyboardEvent, hands: ZoneHands, chosen: Corner | null): boolean {
  const { map, shape } = hands;
  if (key === 'PageDown' || key === 'PageUp') {
    const all = [...ringsOf(shape)].flatMap(({ at, ring }) => ring.map((_, vertex) => ({ at, vertex })));
    if (all.length === 0) return false;
    const now = all.findIndex(it => chosen && it.vertex === chosen.vertex && it.at.part === chosen.at.part && it.at.hole === chosen.at.hole);
    const next = all[(now + (key === 'PageDown' ? 1 : now < 0 ? 0 : -1) + all.length) % all.length]!, [x, y] = ringOf(shape, next.at)[next.vertex]!;
    hands.choose(next);
    if (!map.getBounds().pad(-0.1).contains([y / 1e6, x / 1e6])) map.panTo([y / 1e6, x / 1e6], { animate: false });
    return true;
  }
  const ring = chosen ? ringOf(shape, chosen.at) : [], spot = chosen && ring[chosen.vertex];
  if (!chosen || !spot) return false;
  const arrow = ARROWS[key];
  if (arrow) {
    const far = shiftKey ? 10 : 1, to = map.containerPointToLatLng(map.latLngToContainerPoint([spot[1] / 1e6, spot[0] / 1e6]).add([arrow[0] * far, arrow[1] * far]));
    return hands.take(moveVertex(shape, chosen.at, chosen.vertex, spotOf(to.lng, to.lat)));
  }
  switch (key) {
    case 'Delete': case 'Backspace': hands.removeChosen(); return true;
    case 'Escape': hands.choose(null); return true;
    case 'Insert': {
      const next = ring[(chosen.vertex + 1) % ring.length]!;
      const isTaken = hands.take(addVertex(shape, chosen.at, chosen.vertex, [Math.round((spot[0] + next[0]) / 2), Math.round((spot[1] + next[1]) / 2)]));
      hands.choose({ at: chosen.at, vertex: chosen.vertex + 1 });
      return isTaken;
    }
    default: return false;
  }
}

/** The arrows move the map under a cross, the space bar sets a corner there; Enter ends, Backspace takes the last corner back, Escape gives up. */
function wayKey({ key }: KeyboardEvent, hands: ZoneHands): boolean {
  const arrow = ARROWS[key];
  if (!arrow && ![' ', 'Enter', 'Backspace', 'Escape'].includes(key)) return false;
  hands.aim();
  if (arrow) {
    hands.map.panBy([arrow[0] * STRIDE, arrow[1] * STRIDE], { animate: false });
    return true;
  }
  if (key === 'Enter') return hands.finish();
  if (key === 'Backspace') return hands.back();
  if (key === 'Escape') hands.giveUp();
  else {
    const { lat, lng } = hands.map.getCenter(), spot = spotOf(lng, lat);
    if (takesAreas(hands.tool)) hands.takeArea(spot);
    else hands.put(hands.drawn(spot, false));
  }
  return true;
}

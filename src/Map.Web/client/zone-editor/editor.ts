// The hand that draws a zone on the map. The form's field holds the ground as GeoJSON: it is written there after every act, as if it had been typed, so that
// drafts, the server's copy and saving treat it like any other field. While a finger is down nothing leaves the page.

import L from 'leaflet';
import { addHole, addPart, addVertex, moveVertex, removeVertex } from '../zones/edits.ts';
import { faultOf, type Fault } from '../zones/faults.ts';
import { journalOf } from '../zones/journal.ts';
import { merge } from '../zones/merge.ts';
import { NOTHING, ringsOf, same, spotOf, toGeoJson, vertices, withinPart, type Ring, type RingAt, type Shape, type Spot } from '../zones/shape.ts';
import { snapsOf, type Snaps } from '../zones/snap.ts';
import { split } from '../zones/split.ts';
import { faultWords, noSplitWords } from '../zones/words.ts';
import { say } from '../words.ts';
import { readShape, showAll, squareKilometres } from './zone-field.ts';
import { listenToZoneKeys, type ZoneHands } from './zone-keys.ts';
import { createSketch } from './zone-sketch.ts';
import { createTools, type Tool } from './zone-tools.ts';

export interface ZoneEditor {
  /** Reads the field and its neighbours again, as after "start from the last version". */
  read(): void;
  dispose(): void;
}

/** Pixels within which a corner is taken hold of, by mouse and by finger, and within which it is drawn to a neighbour's border. */
const REACH = 9, FINGER = 20, SNAP = 10;

/** `field`: an element that holds the textarea with the ground, and in data-neighbours and data-troubles more ground to show, all as GeoJSON multipolygons. */
export function createZoneEditor(root: HTMLElement, map: L.Map, field: HTMLElement, borders: readonly Ring[]): ZoneEditor {
  // Where the server gives other ground, it puts another textarea in its place.
  const area = () => field.querySelector('textarea')!;
  const sketch = createSketch(map);
  const stop = new AbortController();
  const { signal } = stop;
  const container = map.getContainer();
  let journal = journalOf<Shape>(readShape(area().value));
  let tool: Tool = journal.now.parts.length === 0 ? 'area' : 'corners';
  let way: Spot[] = [], pointer: Spot | null = null, snapped: Spot | null = null, aim = false, hint = '';
  let chosen: { at: RingAt; vertex: number } | null = null, picked: number | null = null;
  let held: { at: RingAt; vertex: number; pointer: number } | null = null, pressed: { x: number; y: number } | null = null;
  let neighbours = NOTHING, troubles = NOTHING, snaps: Snaps | null = null, fault: Fault | null = null, asked = 0;
  const tools = createTools(root, {
    take(next) {
      tool = next;
      way = [];
      picked = chosen = null;
      hint = '';
      due();
    },
    undo() { step(() => journal.undo()); },
    redo() { step(() => journal.redo()); },
    remove: removeChosen,
    showFault() { if (fault) map.panTo([fault.at[1] / 1e6, fault.at[0] / 1e6]); },
  });
  const hands: ZoneHands = {
    map,
    get shape() { return journal.now; },
    get chosen() { return tool === 'corners' ? chosen : undefined; },
    choose(next) {
      chosen = next;
      due();
    },
    take, removeChosen,
    undo: () => step(() => journal.undo()),
    redo: () => step(() => journal.redo()),
    aim() {
      aim = true;
      due();
    },
    put: spot => { if (tool === 'join') join(spot); else put(drawn(spot, { altKey: false })); },
    finish() {
      const can = way.length > (tool === 'cut' ? 1 : 2);
      if (can) finish();
      return can;
    },
    back() {
      const can = way.length > 0;
      if (can) step(() => { /* there is a way to shorten */ });
      return can;
    },
    giveUp() {
      way = [];
      picked = null;
      due();
    },
  };
  readAround();
  judge();

  map.doubleClickZoom.disable();
  map.on('move zoom resize', due);
  root.dataset['editing'] = 'zone';
  // Before Leaflet: what takes hold of a corner does not drag the map, and no click asks it anything.
  container.addEventListener('pointerdown', press, { capture: true, signal });
  for (const kind of ['mousedown', 'touchstart'] as const)
    container.addEventListener(kind, event => { if (held) event.stopImmediatePropagation(); }, { capture: true, signal });
  container.addEventListener('pointermove', move, { capture: true, signal });
  for (const kind of ['pointerup', 'pointercancel'] as const) container.addEventListener(kind, release, { capture: true, signal });
  container.addEventListener('click', click, { capture: true, signal });
  container.addEventListener('dblclick', event => event.stopImmediatePropagation(), { capture: true, signal });
  listenToZoneKeys(container, hands, signal);
  container.tabIndex = 0;
  due();

  function readAround(): void {
    neighbours = readShape(field.dataset['neighbours'] ?? '');
    troubles = readShape(field.dataset['troubles'] ?? '');
    const rings = [...[...ringsOf(neighbours)].map(({ ring }) => ring), ...borders];
    snaps = rings.length > 0 ? snapsOf(rings, Math.cos(map.getCenter().lat * Math.PI / 180)) : null;
  }

  /** One picture an animation frame. */
  function due(): void {
    if (asked === 0) asked = requestAnimationFrame(paint);
  }

  function paint(): void {
    asked = 0;
    const shape = journal.now;
    sketch.draw({ shape, way, pointer: tool === 'corners' || tool === 'join' ? null : pointer, chosen, picked, snapped, fault, neighbours, troubles, aim });
    container.style.cursor = tool === 'corners' ? '' : 'crosshair';
    tools.show({
      tool, canUndo: journal.canUndo || way.length > 0, canRedo: journal.canRedo, canRemove: chosen !== null,
      corners: vertices(shape), squareKilometres: squareKilometres(shape), words: fault ? faultWords(fault.kind) : hint || toDo(), isWrong: fault !== null,
    });
    field.dataset['fault'] = fault?.kind ?? '';
    field.dataset['corners'] = String(vertices(shape));
  }

  function toDo(): string {
    if (tool === 'corners' && !sketch.hasHandles) return say('Zoom in to take hold of corners.', 'قرّب الخريطة للإمساك بالزوايا.');
    const closing = way.length > 2;
    switch (tool) {
      case 'corners': return say('Drag a corner, or the middle of a side.', 'اسحب زاوية أو منتصف ضلع.');
      case 'area': case 'hole': return closing ? say('Press the first corner, or Enter, to close.', 'اضغط الزاوية الأولى أو Enter للإغلاق.') : say('Press for each corner.', 'اضغط لكل زاوية.');
      case 'cut': return way.length > 1 ? say('Press the last spot again, or Enter, to cut.', 'اضغط آخر نقطة ثانيةً أو Enter للقطع.') : say('Draw a line from outside to outside.', 'ارسم خطاً من الخارج إلى الخارج.');
      case 'join': return picked === null ? say('Press the first area.', 'اضغط المساحة الأولى.') : say('Press the area to join to it.', 'اضغط المساحة التي تُضم إليها.');
    }
  }

  function judge(): void {
    fault = journal.now.parts.length === 0 ? null : faultOf(journal.now);
  }

  /** The field hears of an act that has come to rest: drafts keep it on input, the server hears of it on change. */
  function tell(): void {
    judge();
    const words = journal.now.parts.length === 0 ? '' : JSON.stringify(toGeoJson(journal.now));
    const text = area();
    if (text.value !== words) {
      text.value = words;
      for (const kind of ['input', 'change']) text.dispatchEvent(new Event(kind, { bubbles: true }));
    }
    due();
  }

  function take(next: Shape | null): boolean {
    if (next === null) return false;
    journal.take(next);
    hint = '';
    tell();
    return true;
  }

  function step(back: () => void): void {
    if (way.length > 0) way = way.slice(0, -1);
    else back();
    chosen = picked = null;
    hint = '';
    tell();
  }

  const spotAt = (event: PointerEvent | MouseEvent): Spot => {
    const { lat, lng } = map.mouseEventToLatLng(event);
    return spotOf(lng, lat);
  };

  /** With Alt held a corner stays where it was put. */
  function drawn(spot: Spot, event: { altKey: boolean }): Spot {
    const found = event.altKey ? null : snaps?.near(spot, SNAP * millionthsAPixel()) ?? null;
    snapped = found?.spot ?? null;
    return snapped ?? spot;
  }

  function millionthsAPixel(): number {
    const middle = map.getSize().divideBy(2);
    return Math.abs(map.containerPointToLatLng(middle).lat - map.containerPointToLatLng(middle.add([0, 1])).lat) * 1e6;
  }

  /** The corner, or else the middle of a side, under a pointer. */
  function under(event: PointerEvent | MouseEvent): { at: RingAt; vertex: number; isMiddle: boolean } | null {
    const here = map.mouseEventToContainerPoint(event), reach = (event as PointerEvent).pointerType === 'touch' ? FINGER : REACH;
    let found: { at: RingAt; vertex: number; isMiddle: boolean } | null = null, least: number = reach;
    const point = (spot: Spot) => map.latLngToContainerPoint([spot[1] / 1e6, spot[0] / 1e6]);
    for (const middles of [false, true]) {
      if (found || middles && !sketch.hasMiddles || !sketch.hasHandles) break;
      for (const { at, ring } of ringsOf(journal.now)) {
        const points = ring.map(point);
        points.forEach((corner, vertex) => {
          const next = points[(vertex + 1) % points.length]!, target = middles ? corner.add(next).divideBy(2) : corner;
          const away = target.distanceTo(here);
          if (away <= least && (!middles || corner.distanceTo(next) > 40)) [least, found] = [away, { at, vertex, isMiddle: middles }];
        });
      }
    }
    return found;
  }

  function press(event: PointerEvent): void {
    pressed = { x: event.clientX, y: event.clientY };
    aim = false;
    if (tool !== 'corners' || event.button !== 0 || !event.isPrimary) return;
    const found = under(event);
    chosen = null;
    if (found) {
      event.stopImmediatePropagation();
      let { vertex } = found;
      if (found.isMiddle) {
        const next = addVertex(journal.now, found.at, vertex, spotAt(event));
        if (next) journal.take(next, 'drag');
        vertex++;
      }
      chosen = { at: found.at, vertex };
      held = { ...chosen, pointer: event.pointerId };
      container.setPointerCapture(event.pointerId);
    }
    due();
  }

  function move(event: PointerEvent): void {
    if (held && event.pointerId === held.pointer) {
      event.stopImmediatePropagation();
      if (pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) < 3) return;
      const next = moveVertex(journal.now, held.at, held.vertex, drawn(spotAt(event), event));
      if (next) journal.take(next, 'drag');
      // A long border is judged once the hand rests.
      if (vertices(journal.now) < 400) judge();
      due();
    } else if (event.pointerType !== 'touch') {
      pointer = drawn(spotAt(event), event);
      if (tool === 'corners' || tool === 'join') snapped = null;
      if (way.length > 0) due();
    }
  }

  function release(event: PointerEvent): void {
    if (!held || event.pointerId !== held.pointer) return;
    event.stopImmediatePropagation();
    held = null;
    snapped = null;
    journal.rest();
    tell();
  }

  function click(event: MouseEvent): void {
    event.stopImmediatePropagation();
    // A drag of the map ends in a click too.
    if (pressed && Math.hypot(event.clientX - pressed.x, event.clientY - pressed.y) > 6) return;
    if (tool === 'corners') return;
    const spot = drawn(spotAt(event), event);
    const isNear = (other: Spot | undefined) => other !== undefined && map.latLngToContainerPoint([other[1] / 1e6, other[0] / 1e6]).distanceTo(map.mouseEventToContainerPoint(event)) < FINGER / 2;
    if (tool === 'join') join(spotAt(event));
    else if (tool === 'cut' ? way.length > 1 && isNear(way.at(-1)) : way.length > 2 && (isNear(way[0]) || isNear(way.at(-1)))) finish();
    else put(spot);
  }

  function put(spot: Spot): void {
    if (!way.some(other => same(other, spot))) way = [...way, spot];
    snapped = null;
    hint = '';
    due();
  }

  function finish(): void {
    const drawnWay = way;
    way = [];
    snapped = null;
    if (tool === 'area') take(addPart(journal.now, drawnWay));
    else if (tool === 'hole') {
      const part = journal.now.parts.findIndex(it => withinPart(it, drawnWay[0]!) >= 0);
      if (part < 0 || !take(addHole(journal.now, part, drawnWay))) hint = say('No hole: begin it inside an area.', 'لا فتحة: ابدأها داخل مساحة.');
    } else cutAll(drawnWay);
    // The next thing is nearly always to mend what was drawn.
    if (tool !== 'cut') tool = 'corners';
    due();
  }

  function cutAll(line: readonly Spot[]): void {
    let why: Parameters<typeof noSplitWords>[0] = 'not-across';
    for (let part = 0; part < journal.now.parts.length; part++) {
      const made = split(journal.now, part, line);
      if (typeof made !== 'string') {
        take(made);
        hint = say('Cut in two.', 'قُطعت إلى اثنتين.');
        return;
      }
      if (made === 'through-a-hole') why = made;
    }
    hint = noSplitWords(why);
  }

  function join(spot: Spot): void {
    const part = journal.now.parts.findIndex(it => withinPart(it, spot) >= 0);
    if (part < 0 || picked === null) picked = part < 0 ? null : part;
    else if (part !== picked) {
      if (!take(merge(journal.now, picked, part))) hint = say('Not joined: they share no border.', 'لم تُضم: لا حدود مشتركة.');
      picked = null;
    }
    due();
  }

  function removeChosen(): void {
    if (!chosen) return;
    const { at, vertex } = chosen;
    chosen = null;
    if (!take(removeVertex(journal.now, at, vertex))) hint = say('The last area keeps its three corners.', 'تحتفظ آخر مساحة بزواياها الثلاث.');
    due();
  }

  return {
    read() {
      readAround();
      const now = readShape(area().value);
      if (JSON.stringify(now) !== JSON.stringify(journal.now)) {
        journal.take(now);
        chosen = picked = null;
        way = [];
        tool = now.parts.length > 0 ? 'corners' : 'area';
        if (now.parts.length > 0) showAll(map, now);
      }
      judge();
      due();
    },
    dispose() {
      stop.abort();
      cancelAnimationFrame(asked);
      map.off('move zoom resize', due);
      map.doubleClickZoom.enable();
      sketch.dispose();
      tools.dispose();
      container.style.cursor = '';
      delete root.dataset['editing'];
      journal = journalOf(NOTHING);
    },
  };
}

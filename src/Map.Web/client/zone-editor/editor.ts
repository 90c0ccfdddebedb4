// What can be done to a zone on the map, by pointer (pointer.ts) or by keys (keys.ts). The form's field holds the ground as GeoJSON: it is written there after every act, as if it had been typed, so that
// drafts, the server's copy and saving treat it like any other field. While a finger is down nothing leaves the page.

import L from 'leaflet';
import { addHole, addPart, removeRing, removeVertex } from './edits.ts';
import { faultOf, type Fault } from './faults.ts';
import { stepsOf } from './undo.ts';
import { merge } from './merge.ts';
import { BORDER, NOTHING, ringsOf, same, toGeoJson, vertices, withinPart, type Ring, type Shape, type Spot } from './shape.ts';
import { snapsOf, type Snaps } from './snap.ts';
import { split } from './split.ts';
import { faultWords, noSplitWords } from './words.ts';
import { say } from '../words.ts';
import { readShape, showAll, squareKilometres } from './field.ts';
import { listenToZoneKeys, type Corner, type ZoneHands } from './keys.ts';
import { listenToZonePointer, type PointerHands } from './pointer.ts';
import { createSketch } from './sketch.ts';
import { createTools, takesAreas, type Tool } from './tools.ts';

export interface ZoneEditor {
  /** Reads the field and its neighbours again, as after "start from the last version". */
  read(): void;
  dispose(): void;
}

/** Pixels within which a corner is drawn to a neighbour's border. */
const SNAP = 10;

/** Corners up to which a border is judged while one is dragged; a longer one is judged when the hand rests. */
const JUDGED_AT_ONCE = 400;

/** `field`: an element that holds the textarea with the ground, and in data-neighbours and data-troubles more ground to show, all as GeoJSON multipolygons. */
export function createZoneEditor(root: HTMLElement, map: L.Map, field: HTMLElement, borders: readonly Ring[]): ZoneEditor {
  // Where the server gives other ground, it puts another textarea in its place.
  const area = () => field.querySelector('textarea')!;
  const sketch = createSketch(map);
  const stop = new AbortController();
  const { signal } = stop;
  const container = map.getContainer();
  let steps = stepsOf<Shape>(readShape(area().value));
  let tool: Tool = steps.now.parts.length === 0 ? 'area' : 'corners';
  let way: Spot[] = [], pointer: Spot | null = null, snapped: Spot | null = null, aim = false, hint = '';
  let chosen: Corner | null = null, picked: number | null = null;
  let neighbours = NOTHING, troubles = NOTHING, snaps: Snaps | null = null, fault: Fault | null = null, asked = 0;
  const tools = createTools(root, {
    take(next) {
      tool = next;
      way = [];
      picked = chosen = null;
      hint = '';
      due();
    },
    undo() { step(() => steps.undo()); },
    redo() { step(() => steps.redo()); },
    remove: removeChosen,
    showFault() { if (fault) map.panTo([fault.at[1] / 1e6, fault.at[0] / 1e6]); },
  });
  const hands: ZoneHands & PointerHands = {
    map,
    get tool() { return tool; },
    get way() { return way; },
    get hasHandles() { return sketch.hasHandles; },
    get hasMiddles() { return sketch.hasMiddles; },
    get shape() { return steps.now; },
    get chosen() { return tool === 'corners' ? chosen : undefined; },
    choose(next) {
      chosen = next;
      due();
    },
    take, removeChosen,
    undo: () => step(() => steps.undo()),
    redo: () => step(() => steps.redo()),
    aim() {
      aim = true;
      due();
    },
    press() { aim = false; },
    drawn, put, takeArea,
    drag(next) {
      if (next) steps.take(next, 'drag');
      if (vertices(steps.now) < JUDGED_AT_ONCE) judge();
      due();
    },
    rest() {
      snapped = null;
      steps.rest();
      tell();
    },
    hover(spot) {
      pointer = spot;
      if (tool === 'corners' || takesAreas(tool)) snapped = null;
      else due();
    },
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
  listenToZonePointer(container, hands, signal);
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
    const shape = steps.now;
    sketch.draw({ shape, way, pointer: tool === 'corners' || takesAreas(tool) ? null : pointer, chosen, picked, snapped, fault, neighbours, troubles, aim });
    container.style.cursor = tool === 'corners' ? '' : 'crosshair';
    tools.show({
      tool, canUndo: steps.canUndo || way.length > 0, canRedo: steps.canRedo, canRemove: chosen !== null,
      corners: vertices(shape), squareKilometres: squareKilometres(shape), words: hint || (fault ? faultWords(fault.kind) : toDo()), isWrong: fault !== null,
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
      case 'remove': return say('Press the area to take away.', 'اضغط المساحة المراد حذفها.');
    }
  }

  function judge(): void {
    fault = steps.now.parts.length === 0 ? null : faultOf(steps.now);
  }

  /** The field hears of an act that has come to rest: drafts keep it on input, the server hears of it on change. */
  function tell(): void {
    judge();
    const words = steps.now.parts.length === 0 ? '' : JSON.stringify(toGeoJson(steps.now));
    const text = area();
    if (text.value !== words) {
      text.value = words;
      for (const kind of ['input', 'change']) text.dispatchEvent(new Event(kind, { bubbles: true }));
    }
    due();
  }

  function take(next: Shape | null): boolean {
    if (next === null) return false;
    steps.take(next);
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

  /** Where a corner goes that is put on a spot. */
  function drawn(spot: Spot, free: boolean): Spot {
    snapped = free ? null : snaps?.near(spot, SNAP * millionthsAPixel())?.spot ?? null;
    return snapped ?? spot;
  }

  function millionthsAPixel(): number {
    const middle = map.getSize().divideBy(2);
    return Math.abs(map.containerPointToLatLng(middle).lat - map.containerPointToLatLng(middle.add([0, 1])).lat) * 1e6;
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
    if (tool === 'area') take(addPart(steps.now, drawnWay));
    else if (tool === 'hole') {
      const part = steps.now.parts.findIndex(it => withinPart(it, drawnWay[0]!) >= 0);
      if (part < 0 || !take(addHole(steps.now, part, drawnWay))) hint = say('No hole: begin it inside an area.', 'لا فتحة: ابدأها داخل مساحة.');
    } else cutAll(drawnWay);
    // The next thing is nearly always to mend what was drawn.
    if (tool !== 'cut') tool = 'corners';
    due();
  }

  function cutAll(line: readonly Spot[]): void {
    let why: Parameters<typeof noSplitWords>[0] = 'not-across';
    for (let part = 0; part < steps.now.parts.length; part++) {
      const made = split(steps.now, part, line);
      if (typeof made !== 'string') {
        take(made);
        return;
      }
      if (made === 'through-a-hole') why = made;
    }
    hint = noSplitWords(why);
  }

  function takeArea(spot: Spot): void {
    const part = steps.now.parts.findIndex(it => withinPart(it, spot) >= 0);
    if (tool === 'remove') {
      if (part >= 0 && !take(removeRing(steps.now, { part, hole: BORDER }))) hint = say('The last area stays: undo, or draw another one first.', 'تبقى آخر مساحة: تراجع أو ارسم غيرها أولاً.');
    } else if (part < 0 || picked === null) picked = part < 0 ? null : part;
    else if (part !== picked) {
      if (!take(merge(steps.now, picked, part))) hint = say('Not joined: they share no border.', 'لم تُضم: لا حدود مشتركة.');
      picked = null;
    }
    due();
  }

  function removeChosen(): void {
    if (!chosen) return;
    const { at, vertex } = chosen;
    chosen = null;
    if (!take(removeVertex(steps.now, at, vertex))) hint = say('The last area keeps its three corners.', 'تحتفظ آخر مساحة بزواياها الثلاث.');
    due();
  }

  return {
    read() {
      readAround();
      const now = readShape(area().value);
      if (JSON.stringify(now) !== JSON.stringify(steps.now)) {
        steps.take(now);
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
      steps = stepsOf(NOTHING);
    },
  };
}

// The time bar: date, window, speed and the chart. It moves the model and follows it; one repaint per frame, nothing over the network.

import type { MapBounds, PackIndexFile } from '../contract.ts';
import { windowDays, windowOf, type Cause, type Model, type Part } from '../model.ts';
import type { ControlPack } from '../packs/control-pack.ts';
import type { EventPack } from '../packs/event-pack.ts';
import { eventCount } from '../words.ts';
import { createAxis } from './axis.ts';
import { lastChange, nextChange } from './changes.ts';
import { createChart, type Chosen } from './chart.ts';
import { createControls } from './controls.ts';
import { dayOfIso, OPEN_START } from './days.ts';
import { element } from './element.ts';
import { createEntry } from './entry.ts';
import type { Happening } from './happening.ts';
import { grainFor, histogram, type Histogram } from './histogram.ts';
import { createHandles } from './handles.ts';
import { listenToKeys } from './keys.ts';
import { createOverview } from './overview.ts';
import { createClock } from './play.ts';
import { createSlider } from './slider.ts';
import { stepped, type Grain } from './steps.ts';
import { createSummary } from './summary.ts';

/** What the bar draws from; null until it is loaded. Handed over whole again, by refresh, when it has changed. */
export interface TimeData {
  readonly index: PackIndexFile | null;
  readonly events: EventPack | null;
  readonly happening: Happening | null;
  readonly control: ControlPack | null;
}

export interface TimeBarOptions {
  /** The map the bar belongs to: keys are heard there too. */
  readonly map: HTMLElement;
  /** On an embed: play and chart alone, and the plain wheel is left to the page. */
  readonly compact: boolean;
  /** What is on screen, for the next and last change in view. */
  bounds(): MapBounds;
  /** The chosen event's days and the words beside its bracket; null where there is none. */
  chosen(): Chosen | null;
}

export interface TimeBar {
  /** Paints again, from new data where some are given. */
  refresh(data?: TimeData): void;
  dispose(): void;
}

export function createTimeBar(root: HTMLElement, model: Model, data: TimeData, options: TimeBarOptions): TimeBar {
  const canvas = element('canvas', { class: 'time-canvas', 'aria-hidden': 'true' });
  const handles = createHandles();
  const track = element('div', { class: 'time-track', 'data-track': true }, canvas, handles.start, handles.date);
  const chart = createChart(canvas);
  const axis = createAxis(model.now.day, model.now.day);
  const still = matchMedia('(prefers-reduced-motion: reduce)'), narrow = matchMedia('(max-width: 767px)'), dark = matchMedia('(prefers-color-scheme: dark)');
  let step: Grain | 'change' = 'day', firstDay = model.now.day, lastDay = model.now.day, frame = 0;
  let bars: Histogram | null = null, barsOf: EventPack | null = null, barsTypes: readonly string[] | null = null;
  let indexShown: PackIndexFile | null = null, uncovered: { from: number; to: number }[] = [], gone = false;

  const within = (day: number) => Math.max(firstDay, Math.min(lastDay, day));
  const move = (day: number, settled: boolean) => change({ day: within(day) }, 'date', settled);
  const change = (part: Part, cause: Cause, settled: boolean) => model.change(part, cause, settled);

  const clock = createClock({
    day: () => model.now.day,
    last: () => lastDay,
    tick: move,
    changed: ask,
  }, () => still.matches);

  const seek = {
    step: (grain: Grain, by: number) => move(stepped(model.now.day, grain, by), true),
    change(by: number) {
      const layers = model.now.layers;
      const what = {
        events: layers.includes('events') ? data.events : null, counted: data.happening?.counted ?? null,
        control: layers.includes('control') ? data.control : null,
      };
      const found = by > 0 ? nextChange(what, options.bounds(), model.now.day) : lastChange(what, options.bounds(), model.now.day);
      if (found !== null) move(found, true);
    },
    page: (by: number) => move(model.now.window === 'all' ? stepped(model.now.day, 'month', by) : model.now.day + by * (windowDays(model.now.window) ?? 1), true),
    toEnd: (which: 'first' | 'last') => move(which === 'first' ? firstDay : lastDay, true),
    togglePlay() {
      if (clock.playing) { clock.stop(); return; }
      // Nothing lies ahead of the last day: start over, from the beginning of what the axis shows.
      if (model.now.day >= lastDay) move(Math.ceil(axis.left), false);
      clock.start();
    },
    stop() {
      const was = clock.playing;
      clock.stop();
      return was;
    },
    grain: () => step,
  };

  const controls = createControls({
    togglePlay: seek.togglePlay,
    step: by => { if (step === 'change') seek.change(by); else seek.step(step, by); },
    window: window => change({ window }, 'window', true),
    speed(grain) {
      clock.speed = grain;
      // A narrow bar has no room for a second menu: there a step is as long as a second of play.
      if (narrow.matches) step = grain;
      ask();
    },
    grain(grain) { step = grain; ask(); },
    zoom(factor) { axis.zoom(factor, clampToView(axis.x(model.now.day + 1))); ask(); },
    showAll() { axis.showAll(); ask(); },
  });
  const clampToView = (x: number) => Math.max(0, Math.min(axis.width, x));
  const entry = createEntry(() => ({ first: firstDay, last: lastDay }), day => move(day, true));
  const summary = createSummary(entry.summary, day => move(day, true));
  const overview = createOverview(axis, ask);
  root.replaceChildren(...options.compact ? [controls.moves, track, controls.zoom] : [controls.moves, entry.root, controls.choices, overview.root, controls.zoom, track]);
  root.classList.toggle('time-compact', options.compact);

  const stopSlider = createSlider(track, axis, {
    places: () => handles.places(),
    date: (day, settled) => move(day, settled),
    start: (day, settled) => change({ window: windowOf(model.now.day - Math.max(firstDay, day) + 1) }, 'window', settled),
    viewed: ask,
    holding(which) {
      handles.hold(which);
      if (which !== null) handles[which].focus({ preventScroll: true });
      ask();
    },
  }, options.compact);
  handles.onStartKey((days: number) => {
    const length = model.now.from === OPEN_START ? model.now.day - firstDay + 1 : model.now.day - model.now.from + 1;
    change({ window: windowOf(Math.max(1, Math.min(model.now.day - firstDay + 1, length - days))) }, 'window', true);
  });
  const stopKeys = listenToKeys([options.map, root], seek);
  const stopModel = model.listen(({ now, before }) => {
    if (now.day !== before.day && !handles.held) axis.reach(now.day, clock.playing ? 0.1 : 0.5);
    ask();
  });

  const size = new ResizeObserver(ask);
  size.observe(track);
  const recolour = () => { chart.recolour(); ask(); };
  const themed = new MutationObserver(recolour);
  themed.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  dark.addEventListener('change', recolour);
  void document.fonts.ready.then(() => { if (!gone) ask(); });

  /** One repaint per frame, however often it is asked for. */
  function ask(): void {
    if (frame === 0 && !gone) frame = requestAnimationFrame(paint);
  }

  function takeIndex(index: PackIndexFile): void {
    if (index === indexShown) return;
    indexShown = index;
    const first = dayOfIso(index.firstDay), last = Math.max(dayOfIso(index.eventsTo) ?? -Infinity, dayOfIso(index.controlTo) ?? -Infinity);
    if (first !== null) firstDay = first;
    if (Number.isFinite(last)) lastDay = Math.max(last, firstDay);
    const spans = covered(index);
    uncovered = gaps(spans, firstDay, lastDay);
    overview.cover(spans);
  }

  function paint(): void {
    frame = 0;
    const now = model.now, happening = data.happening;
    if (data.index !== null) takeIndex(data.index);
    // An address may ask for a day beyond the data: the axis reaches it, and it is blank there.
    firstDay = Math.min(firstDay, now.day);
    lastDay = Math.max(lastDay, now.day);
    if (axis.first !== firstDay || axis.last !== lastDay) axis.limit(firstDay, lastDay);
    axis.width = Math.max(1, track.clientWidth);
    happening?.setTypes(now.types);
    happening?.setWindow(now.from, now.to);
    if (data.events !== barsOf || now.types !== barsTypes) {
      bars = data.events === null || happening === null ? null : histogram(data.events, happening.counted);
      barsOf = data.events;
      barsTypes = now.types;
    }

    const measures = options.compact ? { top: 10, bars: 34, height: 62, yearsOnly: root.clientWidth < 450 }
      : narrow.matches ? { top: 14, bars: 42, height: 80, yearsOnly: false } : { top: 14, bars: 46, height: 80, yearsOnly: false };
    chart.paint({
      axis, measures, bars: bars?.bars(grainFor(axis.perDay)) ?? null, from: now.from, to: now.to, uncovered,
      chosen: now.event === null ? null : options.chosen(),
    });
    const tally = happening === null ? '' : eventCount(happening.certain, happening.possible);
    handles.show({ axis, from: now.from, to: now.to, middle: measures.top + measures.bars / 2 + 2, firstDay, lastDay, tally });
    if (!options.compact) {
      overview.paint();
      entry.show(now.day);
      summary.show(now, happening);
    }
    controls.show({
      narrow: narrow.matches, playing: clock.playing, atFirst: now.day <= firstDay, atLast: now.day >= lastDay, window: now.window, speed: clock.speed, step,
      zoomed: axis.isZoomed, closest: axis.right - axis.left <= 7.01,
    });
  }

  ask();
  return {
    refresh(next) {
      if (next) data = next;
      ask();
    },
    dispose() {
      gone = true;
      clock.stop();
      cancelAnimationFrame(frame);
      for (const stop of [stopSlider, stopKeys, stopModel, overview.dispose]) stop();
      size.disconnect();
      themed.disconnect();
      dark.removeEventListener('change', recolour);
      root.replaceChildren();
    },
  };
}

/** Data sets that say what happened in their time. Hand-picked events and control say nothing of the days they leave out. */
function covered(index: PackIndexFile): { from: number; to: number }[] {
  return index.datasets.filter(set => !/^(desk|article|control)/i.test(set.name))
    .map(set => ({ from: dayOfIso(set.from), to: dayOfIso(set.to) }))
    .filter((span): span is { from: number; to: number } => span.from !== null && span.to !== null);
}

/** The stretches between first and last that no span covers. */
function gaps(spans: readonly { from: number; to: number }[], first: number, last: number): { from: number; to: number }[] {
  const found: { from: number; to: number }[] = [];
  let day = first;
  for (const span of [...spans].sort((a, b) => a.from - b.from)) {
    if (span.from > day) found.push({ from: day, to: span.from - 1 });
    day = Math.max(day, span.to + 1);
  }
  if (day <= last) found.push({ from: day, to: last });
  return found;
}

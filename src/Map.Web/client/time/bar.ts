// The time bar: date, window, speed and the chart. It moves the model and follows it; one repaint per frame, nothing over the network.

import type { MapBounds, PackIndexFile } from '../contract.ts';
import { windowOf, type Cause, type Model, type Part } from '../model.ts';
import type { ControlPack } from '../packs/control-pack.ts';
import type { EventPack } from '../packs/event-pack.ts';
import type { ZonePack } from '../packs/zone-pack.ts';
import { eventCount, say } from '../words.ts';
import { seriesShown, zonesChanged } from '../zones/changes.ts';
import { seriesOf } from '../zones/standing.ts';
import { createAnnouncer, standing } from './announce.ts';
import { createAxis } from './axis.ts';
import { createBarsInView } from './bars-in-view.ts';
import { changesOn, nextChange, placesChanged, type Changing } from './changes.ts';
import { createChart, type Chosen } from './chart.ts';
import { createControls } from './controls.ts';
import { covered, gaps, type Span } from './coverage.ts';
import type { AskCoverage } from './coverage-strip.ts';
import { dayOfIso, OPEN_END, OPEN_START } from './days.ts';
import { element, set } from './element.ts';
import { createEntry } from './entry.ts';
import type { Happening } from './happening.ts';
import { grainFor } from './histogram.ts';
import { createHandles } from './handles.ts';
import { createHoldersChart } from './holders-chart.ts';
import { createKeyHelp } from './key-help.ts';
import { listenToKeys } from './keys.ts';
import { createNearest } from './nearest.ts';
import { createOverview } from './overview.ts';
import { createClock } from './play.ts';
import { createSeek } from './seek.ts';
import { createSeen, type Seen } from './seen.ts';
import { createSlider, type Dragged } from './slider.ts';
import type { Grain, Pace } from './steps.ts';
import { createSummary } from './summary.ts';

/** What the bar draws from; null until it is loaded. Handed over whole again, by refresh, when it has changed. */
export interface TimeData {
  readonly index: PackIndexFile | null;
  readonly events: EventPack | null;
  readonly happening: Happening | null;
  readonly control: ControlPack | null;
  /** Null where no zones are published. */
  readonly zones: ZonePack | null;
}

export interface TimeBarOptions {
  /** The map the bar belongs to: keys are heard there too. */
  readonly map: HTMLElement;
  /** On an embed: play and chart alone, and the plain wheel is left to the page. */
  readonly compact: boolean;
  /** What is on screen: the bars, the count and the changes are of what it holds. */
  bounds(): MapBounds;
  /** Days on which what is shown begins to rest on another way of knowing: notches, for nothing moved then. */
  breaks?(): readonly number[];
  /** Asks who reports on a part of the earth. */
  coverage: AskCoverage;
  /** The chosen event's days and the words beside its bracket; null where there is none. */
  chosen(): Chosen | null;
}

export interface TimeBar {
  /** Paints again, from new data where some are given; call it too when the happening's filters have changed. */
  refresh(data?: TimeData): void;
  dispose(): void;
}

const NO_DAYS: readonly number[] = [];

export function createTimeBar(root: HTMLElement, model: Model, data: TimeData, options: TimeBarOptions): TimeBar {
  const canvas = element('canvas', { class: 'time-canvas', 'aria-hidden': 'true' });
  const handles = createHandles();
  const strip = element('div', { class: 'time-draw', title: say('Drag along the dates to draw a span', 'اسحب على التواريخ لرسم مدة') });
  const track = element('div', { class: 'time-track', 'data-track': true }, canvas, strip, handles.start, handles.date);
  const chart = createChart(canvas);
  const axis = createAxis(model.now.day, model.now.day);
  const still = matchMedia('(prefers-reduced-motion: reduce)'), narrow = matchMedia('(max-width: 767px)'), snug = matchMedia('(max-width: 900px)'), dark = matchMedia('(prefers-color-scheme: dark)');
  let step: Pace = 'day', lastGrain: Grain = 'day', firstDay = model.now.day, lastDay = model.now.day, frame = 0, barWide = 0;
  let seen: Seen | null = null, seenOf: EventPack | null = null, looked = false, keptShown: Uint8Array | null = null, typesShown: readonly string[] | null = null;
  let indexShown: PackIndexFile | null = null, uncovered: Span[] = [], gone = false;

  const within = (day: number) => Math.max(firstDay, Math.min(lastDay, day));
  const move = (day: number, settled: boolean) => change({ day: within(day) }, 'date', settled);
  const change = (part: Part, cause: Cause, settled: boolean) => model.change(part, cause, settled);
  const onward = () => model.now.to === OPEN_END;
  const bars = createBarsInView(ask), nearest = createNearest();

  const clock = createClock({
    day: () => model.now.day,
    first: () => firstDay,
    last: () => lastDay,
    held: () => handles.held,
    next() {
      const what = changing(), day = nextChange(what, model.now.day);
      return day === null || day > lastDay ? null : { day, changes: changesOn(what, day) };
    },
    tick: move,
    changed: ask,
  }, () => still.matches);

  /** What may change in view, of what is shown. */
  function changing(): Changing {
    const { layers, series } = model.now, { events, happening, control, zones } = data, places = seen?.places, held = layers.includes('control');
    return {
      events: layers.includes('events') ? events : null, control: held && series === null ? control : null,
      zones: held && series !== null && zones ? { pack: zones, series: seriesOf(zones, series) } : null, bounds: options.bounds(),
      takes: row => happening!.counts(row) && (places === undefined || places[events!.place[row]!] === 1),
    };
  }

  const seek = createSeek({
    clock, changing, move, now: () => model.now, first: () => firstDay, last: () => lastDay, begin: () => Math.ceil(axis.left), step: () => step, help: () => help.open(),
  });

  const controls = createControls({
    togglePlay: seek.togglePlay,
    step: by => { if (step === 'change') seek.change(by); else seek.step(step, by); },
    window: window => change({ window }, 'window', true),
    pace(pace) {
      const before = clock.pace;
      clock.pace = pace;
      // A narrow bar has no room for a second menu: there a step is as long as a second of play. From change to change both go together.
      if (pace === 'change' || narrow.matches) step = pace;
      else if (before === 'change') step = lastGrain;
      ask();
    },
    grain(grain) {
      step = grain;
      if (grain !== 'change') lastGrain = grain;
      ask();
    },
    loop(loop) { clock.loop = loop; ask(); },
    zoom(factor) { axis.zoom(factor, Math.max(0, Math.min(axis.width, axis.x(lineOf(model.now.day))))); ask(); },
    showAll() { axis.showAll(); ask(); },
  });
  const entry = createEntry(() => ({ first: firstDay, last: lastDay }), day => move(day, true));
  const summary = createSummary(entry.summary, day => move(day, true));
  const overview = createOverview(axis, ask), help = createKeyHelp();
  controls.zoom.append(help.button);
  const announcer = createAnnouncer(since => {
    const { now } = model, { happening } = data;
    const what = changing();
    return standing(now.day, happening !== null && seen !== null && now.layers.includes('events') ? seen.tally(happening) : null, placesChanged(what, since, now.day),
      what.zones ? zonesChanged(what.zones, what.bounds, since, now.day) : null);
  });
  root.replaceChildren(...options.compact ? [controls.moves, track, controls.zoom] : [controls.moves, entry.root, controls.choices, overview.root, controls.zoom, track], announcer.region, help.dialog);
  root.classList.toggle('time-compact', options.compact);

  /** The date's line stands at the end of its day, where the window ends; where the window begins there, at its beginning. */
  function lineOf(day: number): number { return onward() ? day : day + 1; }
  function draw(one: number, other: number, settled: boolean): void {
    const from = within(Math.min(one, other)), to = within(Math.max(one, other));
    change({ day: to, window: windowOf(to - from + 1) }, 'window', settled);
  }

  const hand: Dragged = {
    places: () => handles.places(),
    lineOf,
    anchor: () => onward() ? model.now.day : null,
    pull(which, moment, settled) {
      const edge = Math.round(moment);
      if (which === 'date') move(onward() ? edge : edge - 1, settled);
      else change({ window: windowOf(model.now.day - Math.max(firstDay, edge) + 1) }, 'window', settled);
    },
    press: move,
    draw,
    settle: () => change({}, 'date', true),
    viewed: ask,
    holding(what) {
      handles.hold(what);
      if (what !== null) handles[what === 'start' ? 'start' : 'date'].focus({ preventScroll: true });
      ask();
    },
    remember() {
      const { day, window } = model.now;
      return () => change({ day, window }, 'window', false);
    },
  };
  const stopSlider = createSlider(track, strip, axis, hand, options.compact), holders = options.compact ? null : createHoldersChart(axis, hand, options.coverage, ask);
  if (holders !== null) {
    controls.zoom.prepend(holders.menu);
    root.insertBefore(holders.root, announcer.region);
  }
  handles.onStartKey((by: number) => {
    const { day, from } = model.now;
    if (onward()) { draw(day, Math.max(day, Math.min(lastDay, lastDay + by)), true); return; }
    const length = from === OPEN_START ? day - firstDay + 1 : day - from + 1;
    change({ window: windowOf(Math.max(1, Math.min(day - firstDay + 1, length - by))) }, 'window', true);
  });
  const stopKeys = listenToKeys([options.map, root], seek);
  const stopModel = model.listen(told => {
    const { now, before } = told;
    if (now.day !== before.day && !handles.held) axis.reach(now.day, clock.playing ? 0.1 : 0.5);
    if (now.view !== before.view) looked = false;
    announcer.hear(told, clock.playing);
    ask();
  });

  // Widths are measured when they change: to ask for them on a frame makes the page lay itself out once more.
  const size = new ResizeObserver(entries => {
    for (const { target, contentRect } of entries) {
      if (target === track) axis.width = Math.max(1, contentRect.width);
      else if (target === root) barWide = contentRect.width;
      else looked = false;
    }
    ask();
  });
  for (const part of [track, root, options.map]) size.observe(part);
  axis.width = Math.max(1, track.clientWidth);
  const recolour = () => { chart.recolour(); holders?.recolour(); ask(); };
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

  /** What is in view of what the filters leave, when either has settled. */
  function look(events: EventPack, happening: Happening): void {
    const { types } = model.now, { kept } = happening;
    if (events !== seenOf) { seen = createSeen(events); seenOf = events; looked = false; }
    const other = !looked && seen!.look(options.bounds());
    looked = true;
    if (other || kept !== keptShown || types !== typesShown) nearest.forget();
    keptShown = kept;
    typesShown = types;
    bars.ask(events, happening, types, seen!);
  }

  function paint(): void {
    frame = 0;
    const { now } = model, { events, happening } = data;
    if (data.index !== null) takeIndex(data.index);
    // An address may ask for a day beyond the data: the axis reaches it, and it is blank there.
    firstDay = Math.min(firstDay, now.day);
    lastDay = Math.max(lastDay, now.day);
    if (axis.first !== firstDay || axis.last !== lastDay) axis.limit(firstDay, lastDay);
    happening?.setTypes(now.types);
    happening?.setWindow(now.from, now.to);
    if (events !== null && happening !== null) look(events, happening);
    const tally = happening !== null && seen !== null ? seen.tally(happening) : null;

    const measures = options.compact ? { top: 10, bars: 34, height: 62, yearsOnly: barWide < 450 }
      : narrow.matches ? { top: 14, bars: 42, height: 80, yearsOnly: false } : { top: 14, bars: 46, height: 80, yearsOnly: false };
    chart.paint({
      axis, measures, bars: bars.bars(grainFor(axis.perDay)), from: now.from, to: now.to, uncovered,
      chosen: now.event === null ? null : options.chosen(), breaks: options.breaks?.() ?? NO_DAYS,
    });
    // Tests read them.
    set(track, 'data-breaks', options.breaks?.().join(' ') ?? '');
    set(track, 'data-counted', bars.events);
    set(track, 'data-days', (axis.right - axis.left).toFixed(3));
    handles.show({
      axis, day: now.day, from: now.from, to: now.to, middle: measures.top + measures.bars / 2 + 2, firstDay, lastDay,
      tally: tally === null ? '' : eventCount(tally.certain, tally.possible),
    });
    holders?.show({
      control: data.control, zones: seriesShown(data.zones, now.series), data: data.index, names: data.index?.holders ?? [], bounds: options.bounds(), day: now.day, firstDay, lastDay, moving: handles.held || clock.playing,
    });
    if (!options.compact) {
      overview.paint();
      entry.show(now.day);
      summary.show({ now, tally, near: () => nearest.find(changing(), now.from, now.to) });
    }
    controls.show({
      narrow: narrow.matches, snug: snug.matches, playing: clock.playing, atFirst: now.day <= firstDay, atLast: now.day >= lastDay, window: now.window, pace: clock.pace, step, loop: clock.loop,
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
      for (const stop of [stopSlider, stopKeys, stopModel, overview.dispose, bars.dispose, announcer.dispose, () => holders?.dispose()]) stop();
      size.disconnect();
      themed.disconnect();
      dark.removeEventListener('change', recolour);
      root.replaceChildren();
    },
  };
}

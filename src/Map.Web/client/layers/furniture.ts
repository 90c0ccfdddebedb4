// What stands over the map and belongs to it: legend, buttons, scale, sources.

import type { MapOptions } from '../contract.ts';
import { dateLink } from '../date-links.ts';
import { createKnownForm } from '../known.ts';
import { LAYERS, type Model } from '../model.ts';
import { dayOfIso } from '../time/days.ts';
import { shortDay } from '../time/words.ts';
import { figure, say } from '../words.ts';
import { apart, button, element, icon, icons } from './dom.ts';
import type { Frame } from './layer.ts';
import { createLegend } from './legend.ts';
import type { Opened } from './opened.ts';
import { createSeriesMenu } from './series-menu.ts';
import { HIGHEST_ZOOM, LOWEST_ZOOM, type Stage } from './stage.ts';
import { meet, metresPerPixel, type Box } from './view.ts';

export interface Furniture {
  show(frame: Frame): void;
  /** Where it stands, in the map's pixels. */
  boxes(): Box[];
  dispose(): void;
}

/** Names keep this far from what stands over the map. */
const AROUND = 6;

export function createFurniture({ root, stage, model, options, opened }: { root: HTMLElement; stage: Stage; model: Model; options: MapOptions; opened: Opened }): Furniture {
  const legend = createLegend(root, holder => stage.single(holder));
  const buttons = createButtons(stage, model, options.addressIsState && !options.embedded ? [createKnownForm()] : []);
  const scale = element('div', 'map-scale', element('span', 'map-scale-bar'), element('span', 'map-scale-words'));
  const dates = element('span', 'map-credits-dates');
  const sources = element('span', 'map-credits-sources', ...credit(options).flatMap((words, i) => i === 0 ? [apart(words)] : [' · ', apart(words)]));
  const credits = element('div', 'map-credits', dates, sources);
  root.append(buttons.element, scale, credits);
  const parts = [legend.element, buttons.element, scale, credits];
  let drawnFor: Frame | null = null;

  /** The scale stands above the credits however many lines they take, and leaves its corner to events that lie there. */
  function giveWay({ marks, shown, view }: Frame): void {
    root.style.setProperty('--map-credits', `${credits.offsetHeight}px`);
    const from = root.getBoundingClientRect(), { left, top, width, height } = scale.getBoundingClientRect();
    const box = { x: left - from.left + view.marginX, y: top - from.top + view.marginY, width, height };
    scale.classList.toggle('is-covered', shown.layers.includes('events') && marks.boxes().some(mark => meet(box, mark)));
  }

  return {
    show(frame) {
      legend.show(frame, stage.ground.control.held(frame), stage.events.marks);
      buttons.show(frame);
      if (drawnFor?.view !== frame.view) drawScale(scale, frame);
      if (drawnFor?.data.index !== frame.data.index) dates.replaceChildren(...reach(frame));
      drawnFor = frame;
      opened.painted(frame);
      if (frame.settled) giveWay(frame);
    },
    boxes() {
      const from = root.getBoundingClientRect();
      return parts.flatMap(part => {
        const { left, top, width, height } = part.getBoundingClientRect();
        return width > 0 && height > 0 ? [{ x: left - from.left - AROUND, y: top - from.top - AROUND, width: width + 2 * AROUND, height: height + 2 * AROUND }] : [];
      });
    },
    dispose() {
      legend.dispose();
      for (const part of parts) part.remove();
    },
  };
}

/** Whose data this is, in their own scripts. */
function credit(options: MapOptions): string[] {
  return [
    say('Events UCDP GED, CC BY 4.0', 'الأحداث: UCDP GED, CC BY 4.0'), say('Boundaries OCHA, CC BY 3.0 IGO', 'الحدود: OCHA, CC BY 3.0 IGO'), 'Natural Earth', 'GeoNames, CC BY 4.0',
    ...(options.tileUrl && options.tileAttribution ? [options.tileAttribution] : []),
  ];
}

/** How far the data goes: said always, for beyond it the map is blank. */
function reach({ data }: Frame): (Node | string)[] {
  const day = (iso: string) => { const at = dayOfIso(iso); return at === null ? '–' : dateLink(shortDay(at, true), { earliest: at, latest: at }); };
  return [say('Events to ', 'الأحداث حتى '), day(data.index.eventsTo), say(' · control to ', ' · السيطرة حتى '), day(data.index.controlTo)];
}

const ROUND = [1, 2, 5];

function drawScale(scale: HTMLElement, { view }: Frame): void {
  const middle = view.height / 2;
  const size = 256 * 2 ** view.zoom;
  const latitude = Math.atan(Math.sinh(Math.PI * (1 - 2 * (view.top + middle) / size))) * 180 / Math.PI;
  const perPixel = metresPerPixel(latitude, view.zoom) / 1000;
  let length = 1;
  for (let power = 0.1; power <= 1000; power *= 10) for (const step of ROUND) if (step * power / perPixel <= 140) length = step * power;
  scale.style.setProperty('--length', `${Math.round(length / perPixel)}px`);
  const kilometres = length < 1 ? String(length) : figure(length);
  scale.lastElementChild!.textContent = say(`${kilometres} km`, `${kilometres} كم`);
}

/** @param more What stands in the menu below the layers. */
function createButtons(stage: Stage, model: Model, more: readonly HTMLElement[]): { element: HTMLElement; show(frame: Frame): void } {
  const nearer = button('map-button', () => stage.map.zoomIn(), icon(icons.more));
  nearer.setAttribute('aria-label', say('Zoom in', 'قرّب'));
  const farther = button('map-button', () => stage.map.zoomOut(), icon(icons.less));
  farther.setAttribute('aria-label', say('Zoom out', 'بعّد'));
  const switches = LAYERS.map(layer => {
    const box = element('input', '');
    box.type = 'checkbox';
    box.addEventListener('change', () => {
      const layers = LAYERS.filter(name => name === layer ? box.checked : model.now.layers.includes(name));
      model.change({ layers }, 'layers', true);
    });
    return { layer, box, row: element('label', 'map-layer', box, element('span', '', layerWords(layer))) };
  });
  const series = createSeriesMenu(model);
  const menu = element('div', 'map-layers', element('p', 'map-layers-title', say('Layers', 'الطبقات')), ...switches.map(({ row }) => row), series.element, ...more);
  menu.setAttribute('role', 'group');
  menu.setAttribute('aria-label', say('Layers', 'الطبقات'));
  menu.hidden = true;
  const open = button('map-button', () => fold(menu.hidden), icon(icons.layers));
  open.setAttribute('aria-label', say('Layers', 'الطبقات'));
  open.setAttribute('aria-expanded', 'false');
  const fold = (shown: boolean) => {
    menu.hidden = !shown;
    open.setAttribute('aria-expanded', String(shown));
    if (shown) switches[0]!.box.focus();
  };
  const box = element('div', 'map-buttons', nearer, farther, open, menu);
  box.addEventListener('keydown', event => {
    if (event.key !== 'Escape' || menu.hidden) return;
    event.stopPropagation();
    fold(false);
    open.focus();
  });
  box.addEventListener('focusout', event => {
    if (!menu.hidden && event.relatedTarget instanceof Node && !box.contains(event.relatedTarget)) fold(false);
  });
  stage.map.on('mousedown', () => { if (!menu.hidden) fold(false); });
  let drawnFor: Frame | null = null;
  return {
    element: box,
    show(frame) {
      const { shown, view } = frame;
      series.show(frame);
      const same = drawnFor?.view === view && drawnFor.shown.layers === shown.layers;
      drawnFor = frame;
      if (same) return;
      for (const { layer, box: check } of switches) check.checked = shown.layers.includes(layer);
      nearer.setAttribute('aria-disabled', String(view.zoom >= HIGHEST_ZOOM));
      farther.setAttribute('aria-disabled', String(view.zoom <= LOWEST_ZOOM));
    },
  };
}

function layerWords(layer: string): string {
  switch (layer) {
    case 'control': return say('Control', 'السيطرة');
    case 'events': return say('Events', 'الأحداث');
    case 'boundaries': return say('Boundaries', 'الحدود');
    default: return say('Places', 'الأماكن');
  }
}

// Buttons and menus of the time bar. They only say what was asked for; the bar decides what it means.

import { days, say } from '../words.ts';
import { windowDays, WINDOWS } from '../model.ts';
import { element, icon, set } from './element.ts';
import { GRAINS, grainWords, speedWords, type Grain } from './steps.ts';

export interface Wished {
  togglePlay(): void;
  step(by: number): void;
  window(window: string): void;
  speed(grain: Grain): void;
  grain(grain: Grain | 'change'): void;
  zoom(factor: number): void;
  showAll(): void;
}

export interface Controls {
  readonly moves: HTMLElement;
  readonly choices: HTMLElement;
  readonly zoom: HTMLElement;
  show(state: { narrow: boolean; playing: boolean; atFirst: boolean; atLast: boolean; window: string; speed: Grain; step: Grain | 'change'; zoomed: boolean; closest: boolean }): void;
}

/** "30 d" in the row of buttons, "30 days" in a menu. */
export function windowWords(window: string, short: boolean): string {
  if (window === 'all') return short ? say('All so far', 'كل ما سبق') : say('all so far', 'كل ما سبق');
  if (window === '1y') return short ? say('1 y', 'سنة') : say('1 year', 'سنة');
  const length = windowDays(window) ?? 0;
  return short ? say(`${length} d`, days(length).replace('يوم واحد', 'يوم')) : days(length);
}

export function createControls(wish: Wished): Controls {
  const press = (label: string, kind: string, act: () => void, ...inside: (Node | string)[]) => {
    const button = element('button', { type: 'button', class: kind, 'aria-label': label, title: label }, ...inside);
    button.addEventListener('click', () => { if (button.getAttribute('aria-disabled') !== 'true') act(); });
    return button;
  };
  const playIcon = icon('M7 4.5v11l9-5.5z'), pauseIcon = icon('M6 4.5h2.6v11H6zM11.4 4.5H14v11h-2.6z');
  const play = press('', 'time-play', () => wish.togglePlay(), playIcon, pauseIcon);
  const back = press(say('Back', 'إلى الوراء'), 'time-step', () => wish.step(-1), icon('M12.5 4 6.5 10l6 6'));
  const forward = press(say('Forward', 'إلى الأمام'), 'time-step', () => wish.step(1), icon('M7.5 4l6 6-6 6'));
  const moves = element('div', { class: 'time-moves' }, play, element('div', { class: 'time-steps' }, back, forward));

  const windows = element('div', { class: 'time-windows', role: 'group', 'aria-label': say('Window', 'النافذة') });
  for (const window of WINDOWS) {
    const button = element('button', { type: 'button', 'data-window': window, 'aria-pressed': 'false', title: windowWords(window, false) }, windowWords(window, true));
    button.addEventListener('click', () => wish.window(window));
    windows.append(button);
  }
  const windowMenu = menu(say('Window', 'النافذة'), 'time-window-menu', WINDOWS.map(window => [window, windowWords(window, false)]), value => wish.window(value));
  const speedMenu = menu(say('Speed', 'السرعة'), 'time-speed-menu', GRAINS.map(grain => [grain, speedWords(grain, true)]), value => wish.speed(value as Grain));
  const stepMenu = menu(say('Step', 'الخطوة'), 'time-step-menu', [
    ...(['day', 'week', 'month'] as const).map(grain => [grain, grainWords(grain)] as [string, string]),
    ['change', say('Change', 'تغيّر')],
  ], value => wish.grain(value as Grain | 'change'));
  const word = (text: string) => element('span', { class: 'time-choice-word', 'aria-hidden': 'true' }, text);
  const choices = element('div', { class: 'time-choices' },
    element('div', { class: 'time-choice time-choice-window' }, word(say('Window', 'النافذة')), windows, windowMenu.root),
    element('div', { class: 'time-choice' }, word(say('Speed', 'السرعة')), speedMenu.root),
    element('div', { class: 'time-choice time-choice-step' }, word(say('Step', 'الخطوة')), stepMenu.root));

  const closer = press(say('Show less time, closer', 'تقريب المحور'), 'time-zoom-button', () => wish.zoom(2), icon('M10 4.5v11', 'M4.5 10h11'));
  const wider = press(say('Show more time', 'إبعاد المحور'), 'time-zoom-button', () => wish.zoom(0.5), icon('M4.5 10h11'));
  const all = element('button', { type: 'button', class: 'time-all', hidden: true }, say('Show all', 'عرض الكل'));
  all.addEventListener('click', () => wish.showAll());
  const zoom = element('div', { class: 'time-zoom' }, all, wider, closer);

  return {
    moves, choices, zoom,
    show(state) {
      const label = state.playing ? say('Pause', 'إيقاف مؤقت') : say('Play', 'تشغيل');
      set(play, 'aria-label', label);
      set(play, 'title', label);
      set(play, 'data-playing', state.playing);
      set(back, 'aria-disabled', state.atFirst && 'true');
      set(forward, 'aria-disabled', state.atLast && 'true');
      for (const button of windows.children) set(button, 'aria-pressed', String(button.getAttribute('data-window') === state.window));
      windowMenu.choose(state.window, windowWords(state.window, false));
      speedMenu.choose(state.speed, '');
      speedMenu.name(state.narrow ? say('Speed and step', 'السرعة والخطوة') : say('Speed', 'السرعة'));
      stepMenu.choose(state.step, '');
      set(wider, 'aria-disabled', !state.zoomed && 'true');
      set(closer, 'aria-disabled', state.closest && 'true');
      all.hidden = !state.zoomed;
    },
  };
}

function menu(label: string, kind: string, items: (readonly [string, string])[], chosen: (value: string) => void) {
  const select = element('select', { 'aria-label': label, title: label }, ...items.map(([value, text]) => element('option', { value }, text)));
  select.addEventListener('change', () => chosen(select.value));
  const root = element('span', { class: `time-menu ${kind}` }, select, icon('M5 7.5 10 12.5 15 7.5'));
  return {
    root,
    name(words: string) {
      set(select, 'aria-label', words);
      set(select, 'title', words);
    },
    /** A value that is not on the menu, such as a window of 44 days, stands on it while it is chosen. */
    choose(value: string, words: string) {
      if (select.value === value) return;
      const known = items.some(([item]) => item === value);
      select.querySelector('option[data-odd]')?.remove();
      if (!known) select.append(element('option', { value, 'data-odd': true }, words));
      select.value = value;
    },
  };
}

// Buttons and menus of the time bar. They only say what was asked for; the bar decides what it means.

import { say } from '../words.ts';
import { element, icon, set } from './element.ts';
import { createMenu } from './menu.ts';
import { grainWords, SPEEDS, speedWords, type Pace } from './steps.ts';
import { createWindowControl } from './window-control.ts';

export interface Wished {
  togglePlay(): void;
  step(by: number): void;
  window(window: string): void;
  /** How play goes on: so much calendar time a second, or from change to change. */
  pace(pace: Pace): void;
  grain(grain: Pace): void;
  loop(loop: boolean): void;
  zoom(factor: number): void;
  showAll(): void;
}

export interface ControlState {
  /** One menu for speed and step. */
  readonly narrow: boolean;
  /** No room for the buttons beside the speed: the menu has what they do. */
  readonly snug: boolean;
  readonly playing: boolean;
  readonly atFirst: boolean;
  readonly atLast: boolean;
  readonly window: string;
  readonly pace: Pace;
  readonly step: Pace;
  readonly loop: boolean;
  readonly zoomed: boolean;
  readonly closest: boolean;
}

export interface Controls {
  readonly moves: HTMLElement;
  readonly choices: HTMLElement;
  readonly zoom: HTMLElement;
  show(state: ControlState): void;
}

export function createControls(wish: Wished): Controls {
  const press = (label: string, kind: string, act: () => void, ...inside: (Node | string)[]) => {
    const button = element('button', { type: 'button', class: kind, 'aria-label': label, title: label }, ...inside);
    button.addEventListener('click', () => { if (button.getAttribute('aria-disabled') !== 'true') act(); });
    return button;
  };
  const word = (text: string) => element('span', { class: 'time-choice-word', 'aria-hidden': 'true' }, text);

  const play = press('', 'time-play', () => wish.togglePlay(), icon('M7 4.5v11l9-5.5z'), icon('M6 4.5h2.6v11H6zM11.4 4.5H14v11h-2.6z'));
  const back = press(say('Back', 'إلى الوراء'), 'time-step', () => wish.step(-1), icon('M12.5 4 6.5 10l6 6'));
  const forward = press(say('Forward', 'إلى الأمام'), 'time-step', () => wish.step(1), icon('M7.5 4l6 6-6 6'));
  const moves = element('div', { class: 'time-moves' }, play, element('div', { class: 'time-steps' }, back, forward));

  const windows = createWindowControl(window => wish.window(window));
  const byChange = press(say('By change: play and step from one change in this view to the next', 'حسب التغيّر: التشغيل والخطوات من تغيّر إلى آخر في هذا العرض'), 'time-toggle time-by-change',
    () => wish.pace(shown?.pace === 'change' ? 'week' : 'change'), icon('M4.5 4.5v11l8.5-5.5z', 'M15.5 4.5v11'), element('span', { class: 'time-toggle-word', 'aria-hidden': 'true' }, speedWords('change', true)));
  const loop = press(say('Start over at the end', 'البدء من جديد عند النهاية'), 'time-toggle time-loop', () => wish.loop(!shown?.loop), icon('M4 9.5V8a2.5 2.5 0 0 1 2.5-2.5h9M12.5 2.5l3 3-3 3', 'M16 10.5V12a2.5 2.5 0 0 1-2.5 2.5h-9M7.5 17.5l-3-3 3-3'));
  const speed = createMenu(say('Speed', 'السرعة'), 'time-speed-menu', [...SPEEDS, 'change' as const].map(pace => [pace, speedWords(pace, true)] as const),
    value => { if (value === 'loop') wish.loop(!shown?.loop); else wish.pace(value as Pace); }, [['loop', '']]);
  const loopOption = speed.select.options[speed.select.options.length - 1]!;
  loopOption.remove();
  const step = createMenu(say('Step', 'الخطوة'), 'time-step-menu', [
    ...(['day', 'week', 'month', 'year'] as const).map(grain => [grain, grainWords(grain)] as const),
    ['change', say('Change', 'تغيّر')] as const,
  ], value => wish.grain(value as Pace));
  const choices = element('div', { class: 'time-choices' }, windows.root,
    element('div', { class: 'time-choice time-choice-speed' }, word(say('Speed', 'السرعة')), speed.root, byChange, loop),
    element('div', { class: 'time-choice time-choice-step' }, word(say('Step', 'الخطوة')), step.root));

  const closer = press(say('Show less time, closer', 'تقريب المحور'), 'time-zoom-button', () => wish.zoom(2), icon('M10 4.5v11', 'M4.5 10h11'));
  const wider = press(say('Show more time', 'إبعاد المحور'), 'time-zoom-button', () => wish.zoom(0.5), icon('M4.5 10h11'));
  const all = element('button', { type: 'button', class: 'time-all', hidden: true }, say('Show all', 'عرض الكل'));
  all.addEventListener('click', () => wish.showAll());
  const zoom = element('div', { class: 'time-zoom' }, all, wider, closer);

  let shown: ControlState | null = null;
  return {
    moves, choices, zoom,
    show(state) {
      // Most frames move the date and nothing else.
      if (shown !== null && (Object.keys(state) as (keyof ControlState)[]).every(key => state[key] === shown![key])) return;
      shown = state;
      const label = state.playing ? say('Pause', 'إيقاف مؤقت') : say('Play', 'تشغيل');
      set(play, 'aria-label', label);
      set(play, 'title', label);
      set(play, 'data-playing', state.playing);
      set(back, 'aria-disabled', state.atFirst && 'true');
      set(forward, 'aria-disabled', state.atLast && 'true');
      windows.show(state.window);
      speed.choose(state.pace, '');
      speed.name(state.narrow ? say('Speed and step', 'السرعة والخطوة') : say('Speed', 'السرعة'));
      // A select is as wide as its longest words.
      if (state.snug !== loopOption.isConnected) { if (state.snug) speed.select.append(loopOption); else loopOption.remove(); }
      loopOption.textContent = state.loop ? say('Stop at the end', 'التوقف عند النهاية') : say('Start over at the end', 'البدء من جديد عند النهاية');
      set(byChange, 'aria-pressed', String(state.pace === 'change'));
      set(loop, 'aria-pressed', String(state.loop));
      step.choose(state.step, grainWords(state.step === 'change' ? 'day' : state.step));
      set(wider, 'aria-disabled', !state.zoomed && 'true');
      set(closer, 'aria-disabled', state.closest && 'true');
      all.hidden = !state.zoomed;
    },
  };
}

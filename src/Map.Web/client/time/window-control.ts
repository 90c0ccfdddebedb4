// The window's length: a row of buttons where there is room, a menu where there is not, and a field for any other length.

import { days, say } from '../words.ts';
import { windowDays, WINDOWS } from '../model.ts';
import { element, set, write } from './element.ts';
import { readLength } from './lengths.ts';
import { createMenu } from './menu.ts';
import { createTyped } from './typed.ts';

export interface WindowControl {
  readonly root: HTMLElement;
  show(window: string): void;
}

/** "30 d" in the row of buttons, "30 days" in a menu. */
export function windowWords(window: string, short: boolean): string {
  if (window === 'all') return short ? say('All so far', 'كل ما سبق') : say('all so far', 'كل ما سبق');
  if (window === 'from') return short ? say('From here on', 'كل ما يلي') : say('from here', 'كل ما يلي');
  if (window === '1y') return short ? say('1 y', 'سنة') : say('1 year', 'سنة');
  const length = windowDays(window) ?? 0;
  return short ? say(`${length} d`, days(length).replace('يوم واحد', 'يوم')) : days(length);
}

let made = 0;

export function createWindowControl(chosen: (window: string) => void): WindowControl {
  const id = `time-length-${++made}`, name = say('Window', 'النافذة');
  const row = element('div', { class: 'time-windows', role: 'group', 'aria-label': name });
  const buttons = WINDOWS.map(window => {
    const button = element('button', { type: 'button', 'data-window': window, 'aria-pressed': 'false', title: windowWords(window, false) }, windowWords(window, true));
    button.addEventListener('click', () => chosen(window));
    return button;
  });
  const other = element('button', { type: 'button', 'data-window-other': true, 'aria-pressed': 'false', 'aria-expanded': 'false', 'aria-controls': id });
  row.append(...buttons, other);

  const otherWords = say('Other length…', 'مدة أخرى…');
  const menu = createMenu(name, 'time-window-menu', WINDOWS.map(window => [window, windowWords(window, false)] as const),
    value => { if (value === 'other') open(); else chosen(value); }, [['other', otherWords]]);
  let last = '', now = '';

  const typed = createTyped<string>({
    id, label: say('Length of the window', 'مدة النافذة'), placeholder: say('6 weeks', '6 أسابيع'),
    chosen(window) {
      if (!(WINDOWS as readonly string[]).includes(window)) last = windowWords(window, false);
      chosen(window);
    },
    // In the row the button that opened the field; where the row is hidden, the menu.
    back: () => other.offsetParent === null ? menu.select : other,
    shown(open) {
      row.hidden = menu.root.hidden = open;
      set(other, 'aria-expanded', String(open));
    },
    read(text) {
      const window = readLength(text);
      return window !== null ? { value: window }
        : { problem: say(`“${text.trim()}” is not understood. Write 45, 45 d, 6 weeks, 3 months or 2 y; figures alone are days.`, `لم يُفهم «${text.trim()}». اكتب 45 أو 45 يوماً أو 6 أسابيع أو 3 أشهر أو سنتين؛ الرقم وحده أيام.`) };
    },
  });
  function open(): void { typed.open(isOdd(now) ? windowWords(now, false) : last); }
  other.addEventListener('click', open);

  return {
    root: element('div', { class: 'time-choice time-choice-window' }, element('span', { class: 'time-choice-word', 'aria-hidden': 'true' }, name), row, menu.root, typed.form),
    show(window) {
      if (window === now) return;
      now = window;
      for (const button of buttons) set(button, 'aria-pressed', String(button.getAttribute('data-window') === window));
      set(other, 'aria-pressed', String(isOdd(window)));
      write(other, isOdd(window) ? windowWords(window, true) : say('Other…', 'أخرى…'));
      set(other, 'title', isOdd(window) ? `${windowWords(window, false)}${say('; ', '؛ ')}${otherWords}` : otherWords);
      menu.choose(window, windowWords(window, false));
    },
  };
}

const isOdd = (window: string) => window !== '' && !(WINDOWS as readonly string[]).includes(window);

// A map in somebody's page must not catch the page's scrolling: the wheel zooms with Ctrl or ⌘, or once the map was clicked;
// on a touch screen two fingers move the map, one scrolls the page. Listens before the map does.

import { say } from './words.ts';

const HINT_MS = 1400;

export interface Gestures {
  /** True while no finger or button is down, here or on the time bar. */
  idle(): boolean;
}

export function createGestures(map: HTMLElement, watched: readonly HTMLElement[]): Gestures {
  let chosen = false, pointers = 0, hiding = 0;
  const hint = document.createElement('div');
  hint.className = 'embed-hint';
  hint.setAttribute('aria-hidden', 'true');
  map.append(hint);

  function show(text: string): void {
    hint.textContent = text;
    hint.dataset['shown'] = '';
    clearTimeout(hiding);
    hiding = window.setTimeout(hide, HINT_MS);
  }

  function hide(): void {
    clearTimeout(hiding);
    delete hint.dataset['shown'];
  }

  map.addEventListener('wheel', event => {
    if (event.ctrlKey || event.metaKey || chosen) { hide(); return; }
    event.stopPropagation();
    const key = /Mac|iPhone|iPad/.test(navigator.platform) ? '⌘' : 'Ctrl';
    show(say(`Hold ${key} and scroll to zoom the map`, `اضغط ${key} مع التمرير لتقريب الخريطة`));
  }, { capture: true, passive: true });

  for (const sign of ['touchstart', 'touchmove'] as const)
    map.addEventListener(sign, event => {
      if (event.touches.length !== 1) { hide(); return; }
      // Buttons and links of the map are for one finger.
      if (event.target instanceof Element && event.target.closest('button, a, input, label')) return;
      event.stopPropagation();
      if (sign === 'touchmove') show(say('Use two fingers to move the map', 'استخدم إصبعين لتحريك الخريطة'));
    }, { capture: true, passive: true });

  document.addEventListener('pointerdown', event => { chosen = event.pointerType === 'mouse' && event.target instanceof Node && map.contains(event.target); });
  addEventListener('blur', () => { chosen = false; });
  for (const part of watched) {
    part.addEventListener('pointerdown', () => { pointers++; }, true);
    for (const sign of ['pointerup', 'pointercancel'] as const) part.addEventListener(sign, () => { pointers = Math.max(0, pointers - 1); }, true);
  }
  addEventListener('pointerup', () => { pointers = 0; });

  return { idle: () => pointers === 0 };
}

// Keys that move time: only where the focus is in this map, its time bar or nowhere, never while typing, and never for two maps at once.

import { larger, type Grain } from './steps.ts';

export interface Keyed {
  step(grain: Grain, by: number): void;
  change(by: number): void;
  page(by: number): void;
  toEnd(which: 'first' | 'last'): void;
  togglePlay(): void;
  stop(): boolean;
  grain(): Grain | 'change';
  /** Lists the keys. */
  help(): void;
}

/** The map that keys go to while the focus is nowhere: the one last touched, else the first. */
const maps: object[] = [];

/** `around` are the elements in which keys are heard: the map and its time bar. */
export function listenToKeys(around: readonly HTMLElement[], act: Keyed): () => void {
  maps.push(act);
  const touched = () => {
    maps.splice(maps.indexOf(act), 1);
    maps.unshift(act);
  };
  for (const part of around) for (const sign of ['pointerdown', 'focusin'] as const) part.addEventListener(sign, touched);

  const heard = (event: KeyboardEvent) => {
    if (event.defaultPrevented || event.altKey || event.ctrlKey || event.metaKey || !(event.target instanceof Element)) return;
    const target = event.target;
    const nowhere = target === document.body || target === document.documentElement;
    if (!(nowhere ? maps[0] === act : around.some(part => part.contains(target)))) return;
    if (target.closest('input, textarea, [contenteditable]:not([contenteditable="false"]), dialog')) return;
    // A menu needs its arrows, Home, End and Space, and finds its items by letters; no item begins with a bracket.
    if (target.closest('select') && event.key !== '[' && event.key !== ']') return;
    if (press(event, target)) event.preventDefault();
  };
  document.addEventListener('keydown', heard);

  function press(event: KeyboardEvent, target: Element): boolean {
    const chosen = act.grain();
    const onSlider = target.getAttribute('role') === 'slider';
    const move = (by: number) => {
      if (chosen === 'change' && !event.shiftKey) act.change(by);
      else act.step(event.shiftKey ? larger(chosen === 'change' ? 'day' : chosen) : chosen === 'change' ? 'day' : chosen, by);
      return true;
    };
    switch (event.key) {
      case 'ArrowLeft': return move(-1);
      case 'ArrowRight': return move(1);
      case 'ArrowDown': return onSlider && move(-1);
      case 'ArrowUp': return onSlider && move(1);
      case 'Home': act.toEnd('first'); return true;
      case 'End': act.toEnd('last'); return true;
      case 'PageDown': act.page(-1); return true;
      case 'PageUp': act.page(1); return true;
      case '[': act.change(-1); return true;
      case ']': act.change(1); return true;
      // A button or a link that has the focus is pressed by Space itself.
      case ' ': if (target.closest('button, a[href], summary, [role="button"]')) return false; act.togglePlay(); return true;
      case '?': act.help(); return true;
      case 'Escape': return act.stop();
      default: return false;
    }
  }

  return () => {
    document.removeEventListener('keydown', heard);
    for (const part of around) for (const sign of ['pointerdown', 'focusin'] as const) part.removeEventListener(sign, touched);
    maps.splice(maps.indexOf(act), 1);
  };
}

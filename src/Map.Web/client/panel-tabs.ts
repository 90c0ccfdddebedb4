// The tabs of the panel. The island changes them while its circuit is there; before it comes and after it is lost the reader still gets to the
// filters and back, and what was chosen meanwhile holds when the circuit is there again.

import type { Connection } from './reconnection.ts';

const FILTERS = 'panel-filters';

export function followTabs(connection: Connection, page: HTMLElement | null = document.querySelector<HTMLElement>('[data-explore]')): void {
  if (page === null) return;
  let meanwhile: 'filters' | 'list' | null = null, undo: (() => void) | null = null;
  const panel = () => page.querySelector<HTMLElement>('[data-panel]');
  const tabs = () => [...page.querySelectorAll<HTMLElement>('[role="tab"]')];
  const isLive = () => panel()?.dataset['live'] === 'true' && !connection.isDown();
  const tabOf = (what: 'filters' | 'list') => what === 'filters' ? tabs().find(tab => tab.getAttribute('aria-controls') === FILTERS)
    : document.getElementById(document.getElementById('panel-list')?.getAttribute('aria-labelledby') ?? '') ?? tabs()[0];
  const shown = () => document.getElementById(FILTERS)?.hidden === false ? 'filters' : 'list';

  page.addEventListener('click', event => {
    const target = event.target as Element;
    if (target.closest('[data-open-filters]')) { tabOf(shown() === 'filters' ? 'list' : 'filters')?.click(); return; }
    const tab = target.closest('[role="tab"]');
    if (tab === null || isLive()) return;
    // Without a circuit the list cannot become another one.
    show(tab.getAttribute('aria-controls') === FILTERS ? 'filters' : 'list');
  });
  page.addEventListener('keydown', event => {
    const all = tabs(), at = all.indexOf(event.target as HTMLElement);
    const step = at < 0 ? 0 : event.key === 'ArrowRight' ? 1 : event.key === 'ArrowLeft' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    const next = all[(at + (document.dir === 'rtl' ? -step : step) + all.length) % all.length]!;
    next.focus();
    next.click();
  });

  function show(what: 'filters' | 'list'): void {
    const chosen = tabOf(what), changed = [...tabs(), ...page!.querySelectorAll<HTMLElement>('[role="tabpanel"]')];
    undo ??= remembered(changed);
    meanwhile = what;
    for (const tab of tabs()) {
      tab.setAttribute('aria-selected', String(tab === chosen));
      tab.tabIndex = tab === chosen ? 0 : -1;
    }
    for (const one of page!.querySelectorAll<HTMLElement>('[role="tabpanel"]')) one.hidden = (one.id === FILTERS) !== (what === 'filters');
  }

  /** The island knows nothing of what happened without it: it finds its elements as it left them, and hears what the reader chose. */
  function resume(): void {
    const wanted = meanwhile;
    undo?.();
    undo = meanwhile = null;
    if (wanted !== null && wanted !== shown()) tabOf(wanted)?.click();
  }

  connection.onBack(resume);
  new MutationObserver(() => {
    if (!isLive()) return;
    // These elements are new: there is nothing to undo in them.
    undo = null;
    resume();
  }).observe(page, { attributes: true, attributeFilter: ['data-live'], subtree: true });
}

/** Puts these elements back as they are now. */
function remembered(elements: readonly HTMLElement[]): () => void {
  const names = ['aria-selected', 'tabindex', 'hidden'] as const;
  const before = elements.map(one => names.map(name => one.getAttribute(name)));
  return () => elements.forEach((one, i) => names.forEach((name, j) => {
    const value = before[i]![j]!;
    if (value === null) one.removeAttribute(name); else one.setAttribute(name, value);
  }));
}

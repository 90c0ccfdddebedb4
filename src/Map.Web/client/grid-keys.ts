// Walking a table by keys, as in a spreadsheet (role=grid): one cell is in the page's tab order, arrows go from cell to cell. All of that is here,
// so that it costs no way to the server; what a key does to a row or opens in a cell is the server's, which hears the other keys.

import { HeldKeys, patience, typeInto } from './held-keys.ts';

/** Keys that the page must not take for itself; the server acts on them. */
const served = new Set([' ', 'Enter', 'F2', 'PageDown', 'PageUp']);

export function followGrids(): void {
  const held = new HeldKeys();
  let waiting = 0, doing = false;

  window.addEventListener('keydown', event => {
    const at = event.target as Element, grid = at.closest?.<HTMLElement>('[role="grid"]');
    // A cell that was left has nobody's keyboard until the server gives it back.
    if (!doing && (grid || at === document.body) && held.isHolding(event.timeStamp) && held.keep(event)) {
      event.preventDefault();
      event.stopPropagation();
      return;
    }
    if (!grid) return;
    if (at.closest('[data-cell-editor]')) {
      if (event.key !== 'Tab' && event.key !== 'Escape' && event.key !== 'Enter') return;
      // Tab saves and goes to the next cell, which the server opens.
      event.preventDefault();
      wait(event.timeStamp);
      return;
    }
    const cell = at.closest<HTMLElement>('[data-cell]');
    if (!cell) return;
    const command = event.ctrlKey || event.metaKey;
    const step = stepOf(event.key, command, getComputedStyle(grid).direction === 'rtl');
    if (step) {
      event.preventDefault();
      // With Shift held the server takes the rows passed into the selection.
      if (!(event.shiftKey && (event.key === 'ArrowDown' || event.key === 'ArrowUp'))) event.stopPropagation();
      next(grid, cell, step)?.focus();
    } else if (command && /^[azشئ]$/i.test(event.key)) event.preventDefault();
    else if (served.has(event.key) && at === cell && !isControl(cell)) {
      event.preventDefault();
      if ((event.key === 'Enter' || event.key === 'F2') && cell.getAttribute('aria-readonly') !== 'true') wait(event.timeStamp);
    }
  }, true);

  document.addEventListener('focusin', event => {
    const at = event.target as Element, grid = at.closest?.('[role="grid"]');
    if (!grid) return;
    if (at.matches('[data-cell]')) {
      for (const other of grid.querySelectorAll<HTMLElement>('[data-cell][tabindex="0"]')) if (other !== at) other.tabIndex = -1;
      (at as HTMLElement).tabIndex = 0;
    }
    goOn();
  });

  // A refusal leaves the editor as it was: what was typed on goes into it.
  const refusal = new MutationObserver(changes => {
    if (changes.some(({ addedNodes }) => [...addedNodes].some(node => node instanceof Element && node.matches('[data-cell-editor] [role="alert"]')))) goOn();
  });

  function wait(now: number): void {
    held.hold(now);
    clearTimeout(waiting);
    waiting = window.setTimeout(goOn, patience);
    refusal.observe(document.body, { childList: true, subtree: true });
  }

  function goOn(): void {
    clearTimeout(waiting);
    refusal.disconnect();
    held.release(key => {
      const at = document.activeElement;
      doing = true;
      try {
        if ((at instanceof HTMLInputElement || at instanceof HTMLSelectElement) && at.closest('[data-cell-editor]')) typeInto(at, key);
        else if (at?.closest('[role="grid"]')) at.dispatchEvent(new KeyboardEvent('keydown', { ...key, bubbles: true, cancelable: true }));
      } finally { doing = false; }
    });
  }
}

export interface Step { row: number; column: number; ends: boolean }

/** Where a key leads: so many rows and columns on, or as far as there are any. Null for keys that do not walk. */
export function stepOf(key: string, command: boolean, rightToLeft: boolean): Step | null {
  const on = rightToLeft ? -1 : 1;
  switch (key) {
    case 'ArrowDown': return { row: 1, column: 0, ends: command };
    case 'ArrowUp': return { row: -1, column: 0, ends: command };
    case 'ArrowRight': return { row: 0, column: on, ends: command };
    case 'ArrowLeft': return { row: 0, column: -on, ends: command };
    case 'Home': return { row: command ? -1 : 0, column: -1, ends: true };
    case 'End': return { row: command ? 1 : 0, column: 1, ends: true };
    default: return null;
  }
}

/** The place a step leads to in a table of so many rows and columns. */
export function reach(from: number, step: number, ends: boolean, count: number): number {
  if (step === 0) return from;
  if (ends) return step > 0 ? count - 1 : 0;
  return Math.min(count - 1, Math.max(0, from + step));
}

function next(grid: HTMLElement, cell: HTMLElement, step: Step): HTMLElement | undefined {
  const rows = [...grid.querySelectorAll<HTMLElement>('[role="row"]')].map(row => [...row.querySelectorAll<HTMLElement>('[data-cell]')]).filter(cells => cells.length > 0);
  const row = rows.findIndex(cells => cells.includes(cell));
  if (row < 0) return undefined;
  const to = rows[reach(row, step.row, step.ends, rows.length)]!;
  return to[reach(rows[row]!.indexOf(cell), step.column, step.ends, to.length)];
}

/** A box to tick or a link knows its keys itself. */
function isControl(cell: Element): boolean {
  return cell.matches('input, a, button, select');
}

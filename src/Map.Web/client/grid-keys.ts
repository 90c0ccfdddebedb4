// Walking a table by keys, as in a spreadsheet (role=grid): one cell is in the page's tab order, arrows go from cell to cell. All of that is here,
// so that it costs no way to the server; what a key does to a row or opens in a cell is the server's, which hears the other keys.

/** Keys that the page must not take for itself; the server acts on them. */
const served = new Set([' ', 'Enter', 'F2', 'PageDown', 'PageUp']);

export function followGrids(): void {
  window.addEventListener('keydown', event => {
    const at = event.target as Element, grid = at.closest?.<HTMLElement>('[role="grid"]');
    if (!grid) return;
    if (at.closest('[data-cell-editor]')) {
      // Tab saves and goes to the next cell, which the server opens.
      if (event.key === 'Tab' || event.key === 'Escape' || event.key === 'Enter') event.preventDefault();
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
    else if (served.has(event.key) && at === cell && !isControl(cell)) event.preventDefault();
  }, true);

  document.addEventListener('focusin', event => {
    const cell = (event.target as Element).closest?.<HTMLElement>('[role="grid"] [data-cell]');
    if (!cell) return;
    for (const other of cell.closest('[role="grid"]')!.querySelectorAll<HTMLElement>('[data-cell][tabindex="0"]')) if (other !== cell) other.tabIndex = -1;
    cell.tabIndex = 0;
  });
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

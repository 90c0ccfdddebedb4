// Opens the Print dialog at any [data-print] button. Most readers never do: its script comes when it is asked for.

import type { Printed } from './print-dialog.ts';

/** `shown` gives what the page's map shows, or null while there is none yet. */
export function createPrint(shown: () => Printed | null): void {
  document.addEventListener('click', event => {
    if (!(event.target instanceof Element) || event.target.closest('[data-print]') === null) return;
    const view = shown();
    if (view !== null) void import('./print-dialog.ts').then(({ openPrint }) => openPrint(view));
  });
}

// Where the keyboard is when an event's card opens or closes: on its title, and back on the row it was opened from.

/** Joins the page's panel, if there is one. It is found anew each time: an island may exchange its elements. */
export function followCard(page: HTMLElement | null = document.querySelector<HTMLElement>('[data-explore]')): void {
  if (page === null) return;
  let open = page.querySelector<HTMLElement>('[data-card]')?.dataset['card'] ?? null;
  new MutationObserver(() => {
    const card = page.querySelector<HTMLElement>('[data-card]'), now = card?.dataset['card'] ?? null;
    if (now === open) return;
    const before = open;
    open = now;
    if (now !== null) {
      card!.querySelector<HTMLElement>('h2')?.focus({ preventScroll: true });
    } else if (isNowhere(page)) {
      const row = page.querySelector<HTMLElement>(`[data-event="${before}"]`) ?? page.querySelector<HTMLElement>('[role="tab"][aria-selected="true"]');
      row?.focus();
    }
  }).observe(page, { childList: true, subtree: true });
}

/** The focus was on what has gone, or in the panel: not on the map or the time bar, where the reader may be at work. */
function isNowhere(page: HTMLElement): boolean {
  const at = document.activeElement;
  return at === null || at === document.body || page.querySelector('[data-panel]')?.contains(at) === true;
}

// The list on a small screen: on a phone a sheet with three stops, on a tablet a panel that a button opens. The stop is kept on the page's own
// element, because the island inside may be drawn anew at any time.

const STOPS = ['low', 'half', 'full'] as const;
export type Stop = typeof STOPS[number];

/** The height of each stop in CSS pixels, for a page of this height with a top bar of this height. */
export function stopHeights(page: number, top: number): Record<Stop, number> {
  return { low: 182, half: page / 2, full: page - top };
}

/** Where a sheet let go at this height comes to rest: the nearest stop, or the next one in the direction of a quick flick. */
export function restingStop(height: number, speed: number, heights: Record<Stop, number>): Stop {
  const nearest = STOPS.reduce((best, stop) => Math.abs(heights[stop] - height) < Math.abs(heights[best] - height) ? stop : best);
  if (Math.abs(speed) < 0.5) return nearest;
  const onTheWay = speed > 0 ? STOPS.find(stop => heights[stop] > height) : [...STOPS].reverse().find(stop => heights[stop] < height);
  return onTheWay ?? nearest;
}

/** Joins the page's sheet, if there is one. Everything is heard on the page's element; nothing inside it is kept. */
export function followSheet(page: HTMLElement | null = document.querySelector<HTMLElement>('[data-explore]')): void {
  if (page === null) return;
  const rest = (stop: Stop) => { page.dataset['sheetStop'] = stop; };
  const now = (): Stop => STOPS.find(stop => stop === page.dataset['sheetStop']) ?? 'low';

  page.addEventListener('click', event => {
    const target = event.target as Element;
    if (target.closest('[data-panel-toggle]')) {
      const open = page.dataset['panel'] !== 'open';
      page.dataset['panel'] = open ? 'open' : 'closed';
      target.closest('[data-panel-toggle]')!.setAttribute('aria-expanded', String(open));
    } else if (target.closest('[data-sheet-raise], [data-event]') && now() === 'low') {
      rest('half');
    }
  });

  page.addEventListener('keydown', event => {
    if (!(event.target as Element).closest('[data-sheet-handle]')) return;
    const step = event.key === 'ArrowUp' ? 1 : event.key === 'ArrowDown' ? -1 : 0;
    if (step === 0) return;
    event.preventDefault();
    rest(STOPS[Math.max(0, Math.min(2, STOPS.indexOf(now()) + step))]!);
  });

  page.addEventListener('pointerdown', down => {
    const handle = (down.target as Element).closest<HTMLElement>('[data-sheet-handle]');
    const sheet = handle?.closest<HTMLElement>('[data-sheet]');
    if (!handle || !sheet || !down.isPrimary) return;
    handle.setPointerCapture(down.pointerId);
    const startHeight = sheet.getBoundingClientRect().height;
    let height = startHeight, lastY = down.clientY, lastTime = down.timeStamp, speed = 0, moved = false;

    const move = (event: PointerEvent) => {
      if (event.pointerId !== down.pointerId) return;
      if (Math.abs(event.clientY - down.clientY) > 4) moved = true;
      const elapsed = Math.max(1, event.timeStamp - lastTime);
      speed = (lastY - event.clientY) / elapsed;
      [lastY, lastTime] = [event.clientY, event.timeStamp];
      height = Math.max(60, startHeight + down.clientY - event.clientY);
      page.dataset['sheetDragged'] = '';
      page.style.setProperty('--sheet-drag', `${height}px`);
    };
    const end = (event: PointerEvent) => {
      if (event.pointerId !== down.pointerId) return;
      handle.removeEventListener('pointermove', move);
      handle.removeEventListener('pointerup', end);
      handle.removeEventListener('pointercancel', end);
      delete page.dataset['sheetDragged'];
      page.style.removeProperty('--sheet-drag');
      const top = page.getBoundingClientRect().top;
      // A tap on the handle goes one stop up, and from the top back down.
      rest(moved ? restingStop(height, speed, stopHeights(window.innerHeight, top)) : STOPS[(STOPS.indexOf(now()) + 1) % 3]!);
    };
    handle.addEventListener('pointermove', move);
    handle.addEventListener('pointerup', end);
    handle.addEventListener('pointercancel', end);
  });
}

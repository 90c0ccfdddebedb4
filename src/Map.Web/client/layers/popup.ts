// One small card over the map, tied by a line to the spot it speaks of. It never covers that spot, and stays while time moves.

import type L from 'leaflet';
import type { Shown } from '../model.ts';
import { say } from '../words.ts';
import { button, element, icon, icons } from './dom.ts';
import { belowButton, freePart, lowerSheet } from './free.ts';
import { createIntoSight } from './into-sight.ts';
import { bestPlace, placeInSight, roomFor, type Room } from './popup-place.ts';
import type { Box } from './view.ts';

/** What a card says. It is asked on every picture while it is open, and changes in place: what has the focus keeps it. */
export interface PopupContent {
  readonly element: HTMLElement;
  show(shown: Shown): void;
}

export interface Popup {
  readonly shown: boolean;
  /**
   * Shows this content for a spot, and moves the map where the two would not be seen. `name` is what the card is about, for screen readers;
   * `asker` had the keyboard when it was asked, and gives it to the card unless somebody went on elsewhere meanwhile.
   */
  open(spot: L.LatLngLiteral, content: PopupContent, name: string, shown: Shown, asker: Element | null): void;
  /** Exchanges the content and keeps the place. */
  refill(content: PopupContent, shown: Shown): void;
  close(): void;
  /** Follows the map and what it shows; `avoid` are boxes it should keep off. */
  follow(shown: Shown, avoid: readonly Box[]): void;
  dispose(): void;
}

/** Pixels by which a spot may lie beyond the free part before its card is put away. */
const BEYOND = 20;

export function createPopup(root: HTMLElement, map: L.Map, closed: () => void): Popup {
  const body = element('div', 'map-popup-body');
  const shut = button('map-popup-close', () => close(), icon(icons.close));
  shut.setAttribute('aria-label', say('Close', 'أغلق'));
  const card = element('div', 'map-popup', body, shut);
  card.setAttribute('role', 'dialog');
  card.tabIndex = -1;
  card.hidden = true;
  const svg = document.createElementNS('http://www.w3.org/2000/svg', 'svg');
  svg.setAttribute('class', 'map-leader');
  svg.setAttribute('aria-hidden', 'true');
  const line = document.createElementNS(svg.namespaceURI, 'line');
  const ring = document.createElementNS(svg.namespaceURI, 'circle');
  ring.setAttribute('r', '11');
  svg.append(line, ring);
  svg.toggleAttribute('hidden', true);
  root.append(svg, card);
  let spot: L.LatLngLiteral | null = null, avoided: readonly Box[] = [], before: Element | null = null, filled: PopupContent | null = null, isDue = false, isNew = false, openedOn = 0;
  const sight = createIntoSight(map);

  const bring = (to: L.LatLngLiteral) => sight.bring(to, () => {
    const room = look(), there = placeInSight(map.latLngToContainerPoint(to), measure(room), room);
    return there && [there.x, there.y];
  });

  function look(): Room {
    const seen = freePart(root, false);
    return { seen, free: belowButton(root, seen), avoid: avoided };
  }

  /** The card as large as it may be there. */
  function measure(room: Room): { width: number; height: number } {
    const { width, height } = roomFor(room);
    card.style.setProperty('--room', `${height}px`);
    card.style.setProperty('--room-wide', `${width}px`);
    return { width: card.offsetWidth, height: card.offsetHeight };
  }

  const follow = () => {
    if (!spot) return;
    const at = map.latLngToContainerPoint(spot), room = look(), { seen } = room, size = measure(room);
    const away = at.x < seen.x - BEYOND || at.y < seen.y - BEYOND || at.x > seen.x + seen.width + BEYOND || at.y > seen.y + seen.height + BEYOND;
    svg.toggleAttribute('hidden', away);
    card.classList.toggle('is-away', away);
    if (away) return;
    const best = bestPlace(at, size, room);
    card.style.setProperty('--x', `${Math.round(best.x)}px`);
    card.style.setProperty('--y', `${Math.round(best.y)}px`);
    const end = { x: clamp(at.x, best.x, best.x + size.width), y: clamp(at.y, best.y, best.y + size.height) };
    const length = Math.hypot(end.x - at.x, end.y - at.y);
    const part = length > 12 ? 11 / length : 1;
    const ends = { x1: at.x + (end.x - at.x) * part, y1: at.y + (end.y - at.y) * part, x2: end.x, y2: end.y };
    for (const [name, value] of Object.entries(ends)) line.setAttribute(name, value.toFixed(1));
    ring.setAttribute('cx', at.x.toFixed(1));
    ring.setAttribute('cy', at.y.toFixed(1));
    // What is not to be seen cannot have the keyboard.
    if (!isDue) return;
    isDue = false;
    card.focus({ preventScroll: true });
  };
  map.on('move zoomend', follow);
  const hideWhileZooming = () => { svg.toggleAttribute('hidden', true); };
  map.on('zoomstart', hideWhileZooming);
  // The list is opened over the map, the sheet drawn up.
  const page = root.closest('[data-explore]'), covered = new MutationObserver(follow);
  if (page) covered.observe(page, { attributes: true, attributeFilter: ['data-panel', 'data-sheet-stop'] });
  // What a card says comes bit by bit, and with it the card grows: until somebody goes on it is brought into sight again.
  const grown = new ResizeObserver(() => {
    if (!spot) return;
    follow();
    if (isNew) bring(spot);
  });
  grown.observe(card);
  const goesOn = () => { isNew = false; };
  const hands = ['pointerdown', 'wheel', 'keydown'] as const;
  for (const hand of hands) root.addEventListener(hand, goesOn, { passive: true });
  card.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  });

  function close(): void {
    if (!spot) return;
    spot = filled = null;
    isDue = false;
    sight.forget();
    // What is hidden has lost the keyboard already.
    if (before instanceof HTMLElement && card.contains(document.activeElement)) before.focus();
    card.hidden = true;
    svg.toggleAttribute('hidden', true);
    closed();
  }

  function fill(content: PopupContent, shown: Shown): void {
    filled = content;
    content.show(shown);
    const held = card.contains(document.activeElement);
    body.replaceChildren(content.element);
    isDue ||= held && !card.contains(document.activeElement);
  }

  return {
    get shown() { return spot !== null; },
    open(next, content, name, shown, asker) {
      const { activeElement: now, body: nowhere } = document;
      if (!card.contains(now)) {
        before = now;
        isDue = now === null || now === nowhere || now === asker;
      }
      spot = next;
      lowerSheet(root);
      fill(content, shown);
      card.setAttribute('aria-label', name);
      card.hidden = false;
      card.scrollTop = 0;
      follow();
      [isNew, openedOn] = [true, shown.day];
      bring(next);
    },
    refill(content, shown) {
      fill(content, shown);
      follow();
    },
    close,
    follow(shown, avoid) {
      filled?.show(shown);
      if (shown.day !== openedOn) isNew = false;
      avoided = avoid;
      follow();
    },
    dispose() {
      covered.disconnect();
      grown.disconnect();
      for (const hand of hands) root.removeEventListener(hand, goesOn);
      sight.dispose();
      map.off('move zoomend', follow);
      map.off('zoomstart', hideWhileZooming);
      card.remove();
      svg.remove();
    },
  };
}

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

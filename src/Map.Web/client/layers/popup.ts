// One small card over the map, tied by a line to the spot it speaks of. It never covers that spot, and stays while time moves.

import type L from 'leaflet';
import type { Shown } from '../model.ts';
import { say } from '../words.ts';
import { button, element, icon, icons } from './dom.ts';
import { coveredBelow } from './free.ts';
import { meet, type Box } from './view.ts';

/** What a card says. It is asked on every picture while it is open, and changes in place: what has the focus keeps it. */
export interface PopupContent {
  readonly element: HTMLElement;
  show(shown: Shown): void;
}

export interface Popup {
  readonly shown: boolean;
  /** Shows this content for a spot. `name` is what the card is about, for screen readers. */
  open(spot: L.LatLngLiteral, content: PopupContent, name: string, shown: Shown): void;
  /** Exchanges the content and keeps the place. */
  refill(content: PopupContent, shown: Shown): void;
  close(): void;
  /** Follows the map and what it shows; `avoid` are boxes it should keep off. */
  follow(shown: Shown, avoid: readonly Box[]): void;
  dispose(): void;
}

const GAP = 30, EDGE = 12;

export function createPopup(root: HTMLElement, map: L.Map, closed: () => void): Popup {
  const body = element('div', 'map-popup-body');
  const shut = button('map-popup-close', () => close(), icon(icons.close));
  shut.setAttribute('aria-label', say('Close', 'أغلق'));
  const card = element('div', 'map-popup', body, shut);
  card.setAttribute('role', 'dialog');
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
  let spot: L.LatLngLiteral | null = null, avoided: readonly Box[] = [], before: Element | null = null, filled: PopupContent | null = null;

  const follow = () => {
    if (!spot) return;
    const at = map.latLngToContainerPoint(spot);
    const room = { width: root.clientWidth, height: root.clientHeight - coveredBelow(root) };
    card.style.setProperty('--room', `${room.height - 2 * EDGE}px`);
    const width = card.offsetWidth, height = card.offsetHeight;
    const away = at.x < -20 || at.y < -20 || at.x > room.width + 20 || at.y > room.height + 20;
    svg.toggleAttribute('hidden', away);
    card.classList.toggle('is-away', away);
    if (away) return;
    const best = bestPlace(at, width, height, room, avoided);
    card.style.setProperty('--x', `${Math.round(best.x)}px`);
    card.style.setProperty('--y', `${Math.round(best.y)}px`);
    const end = { x: clamp(at.x, best.x, best.x + width), y: clamp(at.y, best.y, best.y + height) };
    const length = Math.hypot(end.x - at.x, end.y - at.y);
    const part = length > 12 ? 11 / length : 1;
    const ends = { x1: at.x + (end.x - at.x) * part, y1: at.y + (end.y - at.y) * part, x2: end.x, y2: end.y };
    for (const [name, value] of Object.entries(ends)) line.setAttribute(name, value.toFixed(1));
    ring.setAttribute('cx', at.x.toFixed(1));
    ring.setAttribute('cy', at.y.toFixed(1));
  };
  map.on('move zoomend', follow);
  const hideWhileZooming = () => { svg.toggleAttribute('hidden', true); };
  map.on('zoomstart', hideWhileZooming);
  card.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
  });

  function close(): void {
    if (!spot) return;
    spot = filled = null;
    card.hidden = true;
    svg.toggleAttribute('hidden', true);
    if (before instanceof HTMLElement && card.contains(document.activeElement)) before.focus();
    closed();
  }

  function fill(content: PopupContent, shown: Shown): void {
    filled = content;
    content.show(shown);
    body.replaceChildren(content.element);
  }

  return {
    get shown() { return spot !== null; },
    open(next, content, name, shown) {
      if (!card.contains(document.activeElement)) before = document.activeElement;
      spot = next;
      fill(content, shown);
      card.setAttribute('aria-label', name);
      card.hidden = false;
      card.scrollTop = 0;
      follow();
    },
    refill(content, shown) {
      fill(content, shown);
      follow();
    },
    close,
    follow(shown, avoid) {
      filled?.show(shown);
      avoided = avoid;
      follow();
    },
    dispose() {
      map.off('move zoomend', follow);
      map.off('zoomstart', hideWhileZooming);
      card.remove();
      svg.remove();
    },
  };
}

const clamp = (value: number, low: number, high: number) => Math.max(low, Math.min(high, value));

/** Above, below, right or left of the spot: the first that fits the screen and covers nothing it should not. */
function bestPlace(at: { x: number; y: number }, width: number, height: number, room: { width: number; height: number }, avoid: readonly Box[]): Box {
  const sides = [
    { x: at.x - width / 2, y: at.y - GAP - height }, { x: at.x - width / 2, y: at.y + GAP },
    { x: at.x + GAP, y: at.y - height / 2 }, { x: at.x - GAP - width, y: at.y - height / 2 },
  ];
  let best: Box | null = null, least = Infinity;
  for (const side of sides) {
    const box = { x: clamp(side.x, EDGE, room.width - width - EDGE), y: clamp(side.y, EDGE, room.height - height - EDGE), width, height };
    const covers = meet(box, { x: at.x - 13, y: at.y - 13, width: 26, height: 26 }) ? 100 : 0;
    const cost = covers + avoid.filter(other => meet(box, other)).length * 10 + (Math.abs(box.x - side.x) + Math.abs(box.y - side.y)) / 100;
    if (cost < least) {
      least = cost;
      best = box;
    }
  }
  return best!;
}

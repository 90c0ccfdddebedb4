// What of the map a reader can see: the page's list, card and sheet may lie over it.

import { stopHeights, type Stop } from '../sheet.ts';
import type { Box } from './view.ts';

/** The legend counts as covering the map's side from this height on; folded it is one button. */
const TALL = 120;

/** Pixels at the map's lower edge that the page's sheet lies over at the stop it is at, or is on its way to. */
export function coveredBelow(root: HTMLElement): number {
  const lowest = parseFloat(getComputedStyle(root).getPropertyValue('--map-covered')) || 0;
  if (lowest === 0) return 0;
  const stop = (root.closest<HTMLElement>('[data-explore]')?.dataset['sheetStop'] ?? 'low') as Stop;
  const { low, half } = stopHeights(window.innerHeight, root.getBoundingClientRect().top);
  // A sheet that is drawn up whole hides the map: it will be lowered to see it.
  return Math.min(stop === 'low' ? low : half, root.clientHeight - 120);
}

/** Less of the map than this shows no card beside its spot. */
const ENOUGH = 220;

/** A sheet drawn up so far that it leaves no room to see anything on the map goes down until there is. */
export function lowerSheet(root: HTMLElement): void {
  const page = root.closest<HTMLElement>('[data-explore]'), stop = page?.dataset['sheetStop'] as Stop | undefined;
  if (!page || !(parseFloat(getComputedStyle(root).getPropertyValue('--map-covered')) > 0) || (stop !== 'half' && stop !== 'full')) return;
  const { half } = stopHeights(window.innerHeight, root.getBoundingClientRect().top);
  const next: Stop = root.clientHeight - half < ENOUGH ? 'low' : 'half';
  if (next !== stop) page.dataset['sheetStop'] = next;
}

/** The free part of the map, in its pixels: above the sheet, beside a panel that lies over it and, where asked, beside a legend that stands open. */
export function freePart(root: HTMLElement, besideLegend: boolean): Box {
  const map = root.getBoundingClientRect();
  let left = 0, right = map.width;
  const beside = (part: Element | null | undefined) => {
    const box = part?.getBoundingClientRect();
    if (!box || box.width === 0 || box.height < TALL || box.right <= map.left || box.left >= map.right) return;
    if (box.left - map.left < map.right - box.right) left = Math.max(left, box.right - map.left); else right = Math.min(right, box.left - map.left);
  };
  const panel = root.parentElement?.querySelector('[data-panel]');
  if (panel && getComputedStyle(panel).position === 'absolute') beside(panel);
  if (besideLegend && root.clientWidth > 640) beside(root.querySelector('.map-legend-card'));
  return { x: left, y: 0, width: Math.max(0, right - left), height: root.clientHeight - coveredBelow(root) };
}

/** Of a part of the map what lies below the button that opens the list, where the page has one over the map. */
export function belowButton(root: HTMLElement, part: Box): Box {
  const button = root.parentElement?.querySelector('[data-panel-toggle]')?.getBoundingClientRect();
  if (!button || button.height === 0) return part;
  const top = Math.max(part.y, button.bottom - root.getBoundingClientRect().top);
  return { ...part, y: top, height: part.y + part.height - top };
}

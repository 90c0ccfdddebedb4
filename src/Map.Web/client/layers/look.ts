// How a named view differs from any map: told once, before the map of the page is made.

import type { MapLook } from '../contract.ts';

let look: MapLook | null = null;
let colours = new Map<string, string>();
let unnamed = new Set<number>();

export function useLook(next: MapLook | null): void {
  look = next;
  colours = new Map((next?.colours ?? []).filter(own => /^#[0-9a-f]{6}$/i.test(own.colour)).map(own => [own.holder, own.colour.toLowerCase()]));
  unnamed = new Set(next?.unnamed ?? []);
}

/** A holder's colour in this view, #rrggbb; null where it has its usual one. */
export function ownColour(holder: string): string | null {
  return colours.get(holder) ?? null;
}

/** The same for lines and names: as much darker, or in dark pages lighter, as it takes to be read over the fill. */
export function ownLine(holder: string, dark: boolean): string | null {
  const own = colours.get(holder);
  if (own === undefined) return null;
  const towards = dark ? 255 : 0, value = parseInt(own.slice(1), 16);
  const part = (shift: number) => Math.round(((value >> shift & 255) + towards) / 2).toString(16).padStart(2, '0');
  return `#${part(16)}${part(8)}${part(0)}`;
}

/** False for a place whose name this view leaves out. */
export function isNamed(place: number): boolean {
  return place === 0 || !unnamed.has(place);
}

export function namesHolders(): boolean {
  return !look?.hidden.includes('holders');
}

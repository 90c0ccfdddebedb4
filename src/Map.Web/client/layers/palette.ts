// The theme's colours as a canvas needs them: read once from the style sheet's variables, whole again after every change of theme.

import { ownColour, ownLine } from './look.ts';

export interface HolderColours { readonly fill: string; readonly line: string; readonly patterned: boolean }

export interface Palette {
  readonly dark: boolean;
  readonly surface: string;
  readonly time: string;
  readonly timeMid: string;
  readonly land: string;
  readonly neighbour: string;
  readonly water: string;
  readonly river: string;
  readonly coast: string;
  readonly border: string;
  readonly admin: string;
  readonly label: string;
  readonly label2: string;
  readonly labelWater: string;
  readonly halo: string;
  readonly front: string;
  readonly frontCase: string;
  readonly builtUp: string;
  holder(id: string): HolderColours;
}

/** Holders with a colour of their own; every other one is drawn in the pattern for others and told by its label. */
const named: Record<string, string> = {
  'government-of-syria': 'government', hts: 'hts', opposition: 'opposition', sna: 'sna', sdf: 'sdf', 'islamic-state': 'islamic-state',
};

export function readPalette(element: Element): Palette {
  const style = getComputedStyle(element);
  const value = (name: string) => style.getPropertyValue(`--${name}`).trim() || '#888888';
  const holders = new Map<string, HolderColours>();
  const dark = style.colorScheme.includes('dark');
  return {
    dark,
    surface: value('surface'), time: value('time'), timeMid: value('time-mid'),
    land: value('map-land'), neighbour: value('map-neighbour'), water: value('map-water'), river: value('map-river'), coast: value('map-coast'),
    border: value('map-border'), admin: value('map-admin'), label: value('map-label'), label2: value('map-label-2'), labelWater: value('map-label-water'),
    halo: value('map-halo'), front: value('map-front'), frontCase: value('map-front-case'), builtUp: value('map-built-up'),
    holder(id) {
      let colours = holders.get(id);
      if (!colours) {
        const name = named[id] ?? 'other', own = ownColour(id);
        colours = { fill: own ?? value(`holder-${name}`), line: ownLine(id, dark) ?? value(`holder-${name}-line`), patterned: own === null && !(id in named) };
        holders.set(id, colours);
      }
      return colours;
    },
  };
}

/** Calls back when the page's theme, or the system's where the page follows it, has changed. */
export function watchTheme(changed: () => void): () => void {
  const system = matchMedia('(prefers-color-scheme: dark)');
  const page = new MutationObserver(changed);
  page.observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });
  system.addEventListener('change', changed);
  return () => {
    page.disconnect();
    system.removeEventListener('change', changed);
  };
}

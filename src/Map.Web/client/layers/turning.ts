// What the legend says of places in the midst of a change whose day is not known: the map shows both halves, so both are named.

import { HOLDS, postures } from '../packs/index.ts';
import { count, say } from '../words.ts';
import { element } from './dom.ts';
import { CERTAIN, type Held } from './held.ts';
import type { Kind, Kinds } from './kinds.ts';
import { holderBackground, type HolderNames } from './swatch.ts';

/** A change that some places in view may or may not have gone through. */
export interface Turning {
  /** Null: nothing is known before, or nobody is named after. */
  readonly before: Kind | null;
  readonly after: Kind | null;
  places: number;
}

/** Changes named one by one, those of most places first. */
const MOST = 3;

export function turningAmong(kinds: Kinds, held: Held, cells: readonly number[]): Turning[] {
  const found = new Map<string, Turning>(), kindOf = (holding: number) => holding < 0 ? -1 : kinds.of[holding]!;
  for (const cell of cells) {
    if (held.before[cell] === CERTAIN) continue;
    const before = kindOf(held.before[cell]!), after = kindOf(held.holding[cell]!), key = `${before} ${after}`, known = found.get(key);
    if (known) known.places++;
    else found.set(key, { before: kinds.all[before] ?? null, after: kinds.all[after] ?? null, places: 1 });
  }
  return [...found.values()].sort((a, b) => b.places - a.places);
}

export function turningRows(all: readonly Turning[], names: HolderNames): HTMLElement[] {
  const rows = all.slice(0, MOST).map(({ before, after }) => element('div', 'map-legend-row map-legend-turn', halves(before, after), element('span', 'map-legend-name', words(before, after, names))));
  for (const row of rows) row.title = say('The day of the change is not known', 'يوم التغيّر غير معروف');
  const left = all.length - MOST;
  return left <= 0 ? rows : [...rows, element('p', 'map-legend-note', count(left,
    { one: 'and 1 more, named on a click', other: 'and # more, named on a click' },
    { one: 'وحالة أخرى تُسمّى بالنقر', two: 'وحالتان أخريان تُسمّيان بالنقر', few: 'و# حالات أخرى تُسمّى بالنقر', many: 'و# حالة أخرى تُسمّى بالنقر', other: 'و# حالة أخرى تُسمّى بالنقر' }))];
}

function words(before: Kind | null, after: Kind | null, names: HolderNames): string {
  const one = before && who(before, names), other = after && who(after, names);
  if (one && other) return say(`${one}, perhaps now ${other}`, `${one}، وربما ${other} الآن`);
  return one ? say(`${one}, perhaps gone`, `${one}، وربما لم يعد`) : say(`${other}, perhaps not yet`, `${other}، وربما ليس بعد`);
}

function who({ posture, holders }: Kind, names: HolderNames): string {
  const list = holders.map(names.short).join(say(' and ', ' و'));
  return posture === HOLDS ? list : postures[posture] === 'contested' ? say(`${list} (contested)`, `${list} (متنازع عليها)`) : say(`${list} (joint)`, `${list} (مشتركة)`);
}

/** As the map shows it: what was before on the left, in every language. */
function halves(before: Kind | null, after: Kind | null): HTMLElement {
  const made = element('span', 'map-swatch map-swatch-turn');
  made.setAttribute('aria-hidden', 'true');
  for (const kind of [before, after]) {
    const half = element('span', '');
    if (kind) half.style.setProperty('--fill', holderBackground(kind.holders, postures[kind.posture]!));
    made.append(half);
  }
  return made;
}

// The options of one filter: which are shown, in what order.

import type { FacetName } from '../packs/index.ts';
import { language } from '../words.ts';
import { answers, fold } from './fold.ts';

export interface Option {
  readonly key: string;
  /** In the reader's language. */
  readonly name: string;
  /** Events of the window and the view, by what the other filters leave. */
  readonly count: number;
  readonly chosen: boolean;
}

/** Shown before anybody asks for more, besides those that are chosen. */
export const FIRST = 6;
/** More names than this are no list to read: typing narrows it. */
export const MOST = 200;

export function nameOf(name: FacetName): string {
  return (language() === 'ar' ? name.nameAr || name.name : name.name) || name.key;
}

/** All options; a chosen key that the data do not know stands under its own name, with no events. */
export function optionsOf(names: readonly FacetName[], counts: Uint32Array, chosen: readonly string[] | null): Option[] {
  const asked = new Set(chosen);
  const known = names.map((name, i) => ({ key: name.key, name: nameOf(name), count: counts[i] ?? 0, chosen: asked.delete(name.key) }));
  return [...known, ...[...asked].map(key => ({ key, name: key, count: 0, chosen: true }))];
}

export interface Arranged {
  readonly shown: readonly Option[];
  /** How many more there are. */
  readonly more: number;
}

/** Chosen first, then by number, then by name. `spellings` gives every folded spelling of an option's name. */
export function arrange(options: readonly Option[], typed: string, all: boolean, spellings: (key: string) => string): Arranged {
  const order = new Intl.Collator(language());
  const narrowed = typed.trim() === '' ? options : options.filter(option => answers(spellings(option.key), typed));
  const sorted = [...narrowed].sort((a, b) => Number(b.chosen) - Number(a.chosen) || b.count - a.count || order.compare(a.name, b.name));
  const chosen = sorted.filter(option => option.chosen).length;
  const shown = sorted.slice(0, all || typed.trim() !== '' ? Math.max(MOST, chosen) : chosen + FIRST);
  return { shown, more: sorted.length - shown.length };
}

/** Folded spellings by key, made once for a set of names. */
export function spellingsOf(names: readonly FacetName[]): (key: string) => string {
  const folded = new Map(names.map(name => [name.key, fold(`${name.name} ${name.nameAr} ${name.key}`)]));
  return key => folded.get(key) ?? fold(key);
}

// The nearest day with an event in view, ahead of the window or else behind it. Asked on every frame of a drag through empty time: what was found is kept.

import { lastBegin, nextBegin, type Changing } from './changes.ts';

export interface Nearest {
  /** Call when what is in view or what the filters leave has changed. */
  forget(): void;
  find(what: Changing, from: number, to: number): { readonly day: number; readonly ahead: boolean } | null;
}

export function createNearest(): Nearest {
  // No event begins after the day asked for and before the day found; found null: none at all.
  let asked: number | null = null, found: number | null = null, askedBack: number | null = null, foundBack: number | null = null;

  function ahead(what: Changing, day: number): number | null {
    const known = asked !== null && (found === null || day < found);
    if (known && day >= asked!) return found;
    found = known ? nextBegin(what, day, asked!) ?? found : nextBegin(what, day);
    asked = day;
    return found;
  }

  function behind(what: Changing, day: number): number | null {
    const known = askedBack !== null && (foundBack === null || day > foundBack);
    if (known && day <= askedBack!) return foundBack;
    foundBack = known ? lastBegin(what, day, askedBack!) ?? foundBack : lastBegin(what, day);
    askedBack = day;
    return foundBack;
  }

  return {
    forget() { asked = askedBack = null; },
    find(what, from, to) {
      const next = ahead(what, to);
      if (next !== null) return { day: next, ahead: true };
      const last = behind(what, from);
      return last === null ? null : { day: last, ahead: false };
    },
  };
}

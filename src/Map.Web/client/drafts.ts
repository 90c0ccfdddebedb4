// What somebody types stays on their device until it is saved or they sign out. The server sends the whole draft whenever a field is left;
// what is being typed between two such moments is kept beside it, field by field, so that a lost connection loses nothing.

import { kept as chosen } from './kept.ts';
import { paced } from './paced.ts';
import { type Field, fieldOf, letTypedStand } from './typed-stands.ts';

const PREFIX = 'map-draft:';
/** Set where somebody asked that this device keep nothing of theirs: the server's copy, made whenever a field is left, is then the only one. */
export const KEEPS_NOTHING = 'map-keeps-nothing';
/** After the last key; and who makes no pause is written down all the same, so that a crash costs about a second of typing. */
const QUIET = 300, LONGEST_WAIT = 1000;
/** A field is sent twice in one message of at most 256 kB, as JSON: longer text would break the connection and arrive as nothing. */
const LONGEST = 110_000;

interface Kept {
  at: string;
  draft: Record<string, unknown>;
  /** What was typed and the server has not answered to, by the fields' paths; it is in the draft too. */
  typed: Record<string, string>;
}

export interface OpenDraft {
  /** The draft as the record has it; kept nowhere until something is typed. */
  begin(json: string): void;
  /** The draft as the server has it now, with something unsaved in it. */
  keep(json: string): void;
  /** What was kept, as UTF-8 JSON { at, draft, typed }, read as a stream because it may be longer than a message; null where there is nothing. */
  read(): Uint8Array;
  clear(): void;
  close(): void;
}

/** Watches the fields of a form, whose names are paths below the root of what is kept: "Title", "Claims[0].Says". */
export function openDraft(form: HTMLElement, key: string, root: string): OpenDraft {
  const name = PREFIX + key;
  const typing = new Map<string, string>();
  const stop = new AbortController();
  const { signal } = stop;
  let base: Record<string, unknown> = {};
  const writing = paced(write, QUIET, LONGEST_WAIT);

  form.dataset['keptHere'] = '';
  letTypedStand(form, signal);
  form.addEventListener('input', event => {
    const field = fieldOf(event.target);
    if (!field?.name) return;
    typing.set(field.name, field.value);
    writing.soon();
  }, { signal });
  for (const kind of ['input', 'change']) form.addEventListener(kind, refuseTooLong, { capture: true, signal });
  form.addEventListener('click', event => {
    const save = event.target instanceof Element ? event.target.closest('[data-save]') : null;
    const wrong = save && form.querySelector<HTMLElement>('[data-too-long]');
    if (wrong) {
      event.stopImmediatePropagation();
      wrong.focus();
    } else if (save) handOver();
  }, { capture: true, signal });
  form.addEventListener('keydown', keepInList, { signal });
  document.addEventListener('keydown', shortcut, { signal });
  window.addEventListener('pagehide', write, { signal });

  function write(): void {
    writing.stop();
    if (typing.size > 0) keepNow();
  }

  function keepNow(): void {
    const draft = structuredClone(base);
    const typed: Record<string, string> = {};
    for (const { name: path, value } of unsent()) {
      put(draft, `${root}.${path}`, value);
      typed[path] = value;
    }
    store(name, { at: new Date().toISOString(), draft, typed });
  }

  /** Fields that show what the server does not have. One that the server has meanwhile filled otherwise, as by a choice from a list, is not among them. */
  function unsent(): Field[] {
    const fields: Field[] = [];
    for (const [path, value] of typing) {
      const field = fieldOf(form.querySelector(`[name="${CSS.escape(path)}"]`));
      if (field?.value === value && String(get(base, `${root}.${path}`)) !== value) fields.push(field);
      else typing.delete(path);
    }
    return fields;
  }

  /** What was changed while the line was down never arrived: it is told again before anything is saved. */
  function handOver(): void {
    for (const field of unsent()) field.dispatchEvent(new Event('change', { bubbles: true }));
  }

  /** Ctrl+S keeps a draft, Ctrl+Enter publishes; the field being typed in is handed over first. */
  function shortcut(event: KeyboardEvent): void {
    if (!(event.ctrlKey || event.metaKey) || event.altKey || event.shiftKey) return;
    const save = event.key.toLowerCase() === 's' ? 'draft' : event.key === 'Enter' ? 'publish' : null;
    const button = save && form.querySelector<HTMLButtonElement>(`[data-save="${save}"]`);
    if (!button) return;
    event.preventDefault();
    if (event.repeat) return;
    button.click();
  }

  return {
    begin(json) { base = JSON.parse(json) as Record<string, unknown>; },
    keep(json) {
      base = JSON.parse(json) as Record<string, unknown>;
      keepNow();
      // Once the page shows the server's answer, what differs from it is known better.
      if (typing.size > 0) writing.soon();
    },
    read: () => new TextEncoder().encode(load(name) ?? 'null'),
    clear() {
      writing.stop();
      typing.clear();
      forget(key => key === name);
    },
    close() {
      write();
      stop.abort();
    },
  };
}

/** In an open list, arrows and Enter choose; they neither move the cursor nor hand over what was typed so far. */
function keepInList(event: KeyboardEvent): void {
  const isOpen = event.target instanceof Element && event.target.matches('[role="combobox"][aria-expanded="true"]');
  if (isOpen && ['ArrowDown', 'ArrowUp', 'Enter'].includes(event.key) && !event.ctrlKey && !event.metaKey) event.preventDefault();
}

/** A text the server could not receive is refused at its field, in words, and nothing is saved without it. */
function refuseTooLong(event: Event): void {
  const field = fieldOf(event.target);
  if (!field) return;
  const size = new Blob([JSON.stringify(field.value)]).size;
  const said = document.getElementById(field.id + '-too-long');
  if (size <= LONGEST) {
    field.removeAttribute('data-too-long');
    said?.remove();
    return;
  }
  event.stopPropagation();
  field.dataset['tooLong'] = '';
  const words = document.documentElement.lang === 'ar'
    ? `هذا النص يبلغ ${size.toLocaleString('en')} بايت، وأقصى ما يمكن إرساله ${LONGEST.toLocaleString('en')}. اختصره؛ لم يُحفظ بعد.`
    : `This text has ${size.toLocaleString('en')} bytes; ${LONGEST.toLocaleString('en')} can be sent. Shorten it: it is not saved yet.`;
  if (said) {
    said.textContent = words;
    return;
  }
  const message = document.createElement('p');
  message.id = field.id + '-too-long';
  message.className = 'desk-problem';
  message.setAttribute('role', 'alert');
  message.textContent = words;
  field.after(message);
}

/** "Claims[0].Says" → ["Claims", 0, "Says"]. */
export function steps(path: string): (string | number)[] {
  return path.split(/[.[\]]+/).filter(part => part !== '').map(part => /^\d+$/.test(part) ? Number(part) : part);
}

export function get(draft: unknown, path: string): unknown {
  return steps(path).reduce<unknown>((at, step) => typeof at === 'object' && at !== null ? (at as Record<string | number, unknown>)[step] : undefined, draft);
}

/** Sets what the path names; a path that is not in the draft is left out, since the field it belonged to is gone. */
export function put(draft: unknown, path: string, value: string): void {
  const way = steps(path);
  const last = way.pop();
  const owner = way.length === 0 ? draft : get(draft, way.join('.'));
  if (last !== undefined && typeof owner === 'object' && owner !== null && last in owner) (owner as Record<string | number, unknown>)[last] = value;
}

function store(name: string, kept: Kept): void {
  if (isOver || chosen(KEEPS_NOTHING) !== null) return;
  storage(() => localStorage.setItem(name, JSON.stringify(kept)));
}

function load(name: string): string | null {
  let found: string | null = null;
  storage(() => { found = localStorage.getItem(name); });
  return found;
}

function forget(which: (name: string) => boolean): void {
  storage(() => { for (const name of Object.keys(localStorage)) if (which(name)) localStorage.removeItem(name); });
}

function storage(use: () => void): void {
  try {
    use();
  } catch (error) {
    // A reader who blocks storage, or a full one, has the server's copy only.
    if (error instanceof DOMException && (error.name === 'SecurityError' || error.name === 'QuotaExceededError')) return;
    throw error;
  }
}

// The next person at this computer finds nothing: neither what was kept, nor what the page that is left, or another tab, would still write down.
const OVER = 'map-signed-out';
let isOver = false;

function end(): void {
  isOver = true;
  forgetDrafts();
}

/** All that is kept here of any form. */
export function forgetDrafts(): void {
  forget(name => name.startsWith(PREFIX));
}

document.addEventListener('submit', event => {
  if (!(event.target instanceof HTMLFormElement) || new URL(event.target.action).pathname !== '/account/sign-out') return;
  end();
  // Other tabs hear of it, and nothing of it stays.
  storage(() => {
    localStorage.setItem(OVER, '1');
    localStorage.removeItem(OVER);
  });
});
// In the tests of what is pure here there is no page.
if (typeof window !== 'undefined') window.addEventListener('storage', event => { if (event.key === OVER && event.newValue !== null) end(); });

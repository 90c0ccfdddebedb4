// A field that takes a value as people write it, in the place of the words it changes. It says at the field what it did not understand.

import { say } from '../words.ts';
import { element, set, write } from './element.ts';

export interface TypedParts<T> {
  /** Of the form; the sentence of what is wrong has this and "-problem". */
  readonly id: string;
  readonly label: string;
  readonly placeholder: string;
  /** The value, or the sentence that says why it is none. */
  read(text: string): { readonly value: T } | { readonly problem: string };
  chosen(value: T): void;
  /** The form has opened or closed: what it stands in for goes or comes back. */
  shown(open: boolean): void;
  /** Where the focus goes back to after Enter, Go and Escape. */
  back(): HTMLElement;
}

export interface Typed {
  readonly form: HTMLFormElement;
  open(text: string): void;
}

export function createTyped<T>(parts: TypedParts<T>): Typed {
  const problemId = `${parts.id}-problem`;
  const field = element('input', {
    class: 'time-field', type: 'text', dir: 'auto', autocomplete: 'off', spellcheck: 'false', enterkeyhint: 'go',
    placeholder: parts.placeholder, 'aria-label': parts.label, 'aria-describedby': problemId,
  });
  const go = element('button', { type: 'submit', class: 'time-go' }, say('Go', 'اذهب'));
  const problem = element('p', { class: 'time-problem', id: problemId, role: 'alert' });
  const form = element('form', { class: 'time-entry', id: parts.id, hidden: true, novalidate: true }, element('div', { class: 'time-entry-row' }, field, go), problem);

  function close(): void {
    form.hidden = true;
    parts.shown(false);
  }

  function complain(text: string): void {
    write(problem, text);
    set(field, 'aria-invalid', text !== '' && 'true');
  }

  form.addEventListener('submit', event => {
    event.preventDefault();
    const read = parts.read(field.value);
    if ('problem' in read) {
      complain(read.problem);
      field.select();
      return;
    }
    close();
    parts.back().focus();
    parts.chosen(read.value);
  });
  form.addEventListener('keydown', event => {
    if (event.key !== 'Escape') return;
    event.stopPropagation();
    close();
    parts.back().focus();
  });
  form.addEventListener('focusout', event => {
    if (event.relatedTarget instanceof Node && form.contains(event.relatedTarget)) return;
    // Leaving the page or pressing elsewhere puts the words back; what was typed is not a choice until Enter or Go.
    if (document.hasFocus()) close();
  });

  return {
    form,
    open(text) {
      form.hidden = false;
      parts.shown(true);
      field.value = text;
      complain('');
      field.focus();
      field.select();
    },
  };
}

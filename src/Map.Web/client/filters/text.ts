// Words that an event's text must hold. Asked for when the typing rests.

import { LONGEST_TEXT } from '../address.ts';
import { element, icon } from '../time/element.ts';
import { say } from '../words.ts';

export interface TextField {
  readonly element: HTMLElement;
  show(text: string | null): void;
  dispose(): void;
}

/** A pause between two letters is shorter. */
const REST = 250;

export function createTextField(ask: (text: string | null) => void): TextField {
  const field = element('input', {
    type: 'search', class: 'filter-words', autocomplete: 'off', spellcheck: 'false', maxlength: LONGEST_TEXT, dir: 'auto', enterkeyhint: 'search',
    placeholder: say('Title, description, place or actor', 'العنوان أو الوصف أو المكان أو الجهة'),
  });
  const clear = element('button', { type: 'button', class: 'icon-button filter-clear', 'aria-label': say('Clear the words', 'امسح الكلمات') }, icon('M5.5 5.5l9 9', 'M14.5 5.5l-9 9'));
  const title = element('span', { class: 'filter-title' }, say('Words in the text', 'كلمات في النص'));
  const root = element('div', { class: 'filter filter-text', 'data-facet': 'text' }, element('label', {}, title, field), clear);
  let resting = 0, asked: string | null = null;

  const words = () => field.value.trim() || null;
  const go = () => {
    clearTimeout(resting);
    resting = 0;
    if (words() === asked) return;
    asked = words();
    ask(asked);
  };
  const dress = () => { clear.hidden = field.value === ''; };

  field.addEventListener('input', () => {
    dress();
    clearTimeout(resting);
    resting = window.setTimeout(go, REST);
  });
  field.addEventListener('keydown', event => {
    if (event.key === 'Enter') go();
    if (event.key !== 'Escape' || field.value === '') return;
    event.stopPropagation();
    empty();
  });
  clear.addEventListener('click', () => {
    empty();
    field.focus();
  });
  function empty(): void {
    field.value = '';
    dress();
    go();
  }

  return {
    element: root,
    show(text) {
      asked = text;
      // What is being typed is not written over by what was asked a moment ago.
      if (resting === 0 && words() !== text) field.value = text ?? '';
      dress();
    },
    dispose() { clearTimeout(resting); },
  };
}

// Between the key that opens or leaves a cell and the moment when the server has done so, somebody types on. Those keys are kept and done again, in
// order, once the editor or the cell has the keyboard, so that nothing of them is lost or taken for something else.

/** Longer than this nobody waits, in milliseconds: what was asked for was refused. */
export const patience = 10_000;

export interface Key { key: string; ctrlKey: boolean; shiftKey: boolean }

const named = new Set(['Enter', 'Tab', 'Escape', 'Backspace', 'F2', 'Home', 'End', 'PageUp', 'PageDown', 'ArrowUp', 'ArrowDown', 'ArrowLeft', 'ArrowRight']);

export class HeldKeys {
  #keys: Key[] | null = null;
  #since = 0;

  /** From now on keys are kept. */
  hold(now: number): void {
    this.#keys = [];
    this.#since = now;
  }

  isHolding(now: number): boolean {
    return this.#keys !== null && now - this.#since <= patience;
  }

  /** Keeps a key. False for those that are the browser's, whatever is waited for. */
  keep(event: Pick<KeyboardEvent, 'key' | 'ctrlKey' | 'metaKey' | 'altKey' | 'shiftKey'>): boolean {
    const command = event.ctrlKey || event.metaKey;
    if (event.altKey || (command && !/^[azشئ]$/i.test(event.key)) || !(event.key.length === 1 || named.has(event.key))) return false;
    this.#keys?.push({ key: event.key, ctrlKey: command, shiftKey: event.shiftKey });
    return true;
  }

  /** Does again what was kept. A key after which there is something to wait for again keeps those that follow it. */
  release(again: (key: Key) => void): void {
    const keys = this.#keys ?? [];
    this.#keys = null;
    keys.forEach(key => {
      if (this.#keys === null) again(key);
      else this.#keys.push(key);
    });
  }
}

/** Types a key into a field, and tells it as if a hand had. */
export function typeInto(field: HTMLInputElement | HTMLSelectElement, { key, ctrlKey, shiftKey }: Key): void {
  const text = field instanceof HTMLInputElement ? field : null;
  const put = (words: string, from: number, to: number): void => {
    text!.setRangeText(words, from, to, 'end');
    text!.dispatchEvent(new InputEvent('input', { bubbles: true }));
  };
  const from = text?.selectionStart ?? 0, to = text?.selectionEnd ?? 0;
  if (key === 'Enter' || key === 'Tab' || key === 'Escape') field.dispatchEvent(new KeyboardEvent('keydown', { key, shiftKey, bubbles: true, cancelable: true }));
  else if (!text) return;
  else if (ctrlKey) { if (/^[aش]$/i.test(key)) text.select(); }
  else if (key === 'Backspace') put('', from === to ? Math.max(0, from - 1) : from, to);
  else if (key.length === 1) put(key, from, to);
}

// On a slow line the server's answer to what was handed over can come after more was typed, and a field that is tidied when it is left (a date
// read, a name spelt out) would then be put back. So while a field holds words that were not handed over yet, only the hand writes into it.

export type Field = HTMLInputElement | HTMLTextAreaElement | HTMLSelectElement;

export function fieldOf(target: EventTarget | null): Field | null {
  const isField = target instanceof HTMLTextAreaElement || target instanceof HTMLSelectElement || (target instanceof HTMLInputElement && target.type === 'text');
  return isField ? target : null;
}

/** Keeps scripts from writing over what is being typed in a form, until it is handed over or something else is chosen for it. */
export function letTypedStand(form: HTMLElement, signal: AbortSignal): void {
  let fresh = new WeakSet<Field>();
  const watched = new WeakSet<Field>();

  form.addEventListener('input', event => {
    const field = fieldOf(event.target);
    if (!field) return;
    fresh.add(field);
    if (!watched.has(field)) watch(field);
  }, { capture: true, signal });
  const handOver = (event: Event): void => {
    const field = fieldOf(event.target);
    if (field) fresh.delete(field);
  };
  form.addEventListener('change', handOver, { capture: true, signal });
  // What is taken from a list stands in the field's place though its words were never handed over.
  form.addEventListener('keydown', event => { if (event.key === 'Enter') handOver(event); }, { capture: true, signal });
  form.addEventListener('mousedown', event => {
    const list = event.target instanceof Element ? event.target.closest('[role="option"]')?.parentElement : null;
    const field = fieldOf(list ? form.querySelector(`[aria-controls="${CSS.escape(list.id)}"]`) : null);
    if (field) fresh.delete(field);
  }, { capture: true, signal });

  // Whoever presses a button means what stands there now, and what the button makes of it.
  form.addEventListener('click', event => { if (event.target instanceof Element && event.target.closest('button')) fresh = new WeakSet(); }, { capture: true, signal });

  /** An accessor of the element's own stands before its kind's: whoever sets the value comes through it, the keyboard does not. */
  function watch(field: Field): void {
    watched.add(field);
    const own = valueOf(field);
    Object.defineProperty(field, 'value', {
      configurable: true,
      get: () => own.get!.call(field) as string,
      set: (words: string) => { if (signal.aborted || !fresh.has(field)) own.set!.call(field, words); },
    });
  }
}

function valueOf(field: Field): PropertyDescriptor {
  return Object.getOwnPropertyDescriptor(Object.getPrototypeOf(field) as object, 'value')!;
}

// The reading desk: the sentence of the proposal that has the keyboard is brought into view, and words marked in the text go into the field
// that had it, as if they were typed, with where they stand. Sentences are marked by keyboard too, and made an event.

type Field = HTMLInputElement | HTMLTextAreaElement;

/** The keys by what is printed on them, on an Arabic layout too. */
const TO_TEXT = ['t', 'T', 'ف'], MAKE_EVENT = ['n', 'N', 'ى'];
const TEXT = '[data-article-text]', PROPOSAL = '[data-proposal]';

export function followReading(): void {
  let last: Field | null = null;
  holdStillUnderAPress();

  document.addEventListener('focusin', event => {
    const at = event.target as Element;
    const proposal = at.closest?.<HTMLElement>(PROPOSAL);
    if (!proposal) return;
    if (at.matches('input:not([type="hidden"]), textarea')) last = at as Field;
    document.querySelector(`${TEXT} [data-start="${proposal.dataset['sentence']}"]`)?.scrollIntoView({ block: 'nearest' });
  });

  document.addEventListener('keydown', event => {
    const at = event.target as Element;
    const text = document.querySelector<HTMLElement>(TEXT);
    if (!text || event.ctrlKey || event.metaKey || event.altKey || at.matches?.('input, textarea, select')) return;
    const arrow = event.key === 'ArrowDown' ? 1 : event.key === 'ArrowUp' ? -1 : 0;
    if (at === text) {
      if (arrow !== 0) {
        event.preventDefault();
        step(text, arrow);
      } else if (event.key === 'Escape') document.querySelector<HTMLElement>(`${PROPOSAL}[aria-current="true"]`)?.focus();
    } else {
      // Arrows step from one proposal to the next; the page does not run along.
      if (arrow !== 0 && at.matches?.(PROPOSAL)) event.preventDefault();
      if (TO_TEXT.includes(event.key)) {
        event.preventDefault();
        text.focus({ preventScroll: true });
        mark(text, text.querySelector<HTMLElement>(`[data-start="${at.getAttribute('data-sentence')}"]`)?.dataset['in'] ?? sentencesOf(text)[0]);
      }
    }
    const taken = MAKE_EVENT.includes(event.key) ? marked() : null;
    if (taken) {
      event.preventDefault();
      tell(`+|${taken.start}|${taken.words.length}`);
      getSelection()?.removeAllRanges();
    }
  });

  document.addEventListener('pointerup', () => {
    const taken = marked();
    if (taken && last?.isConnected) fill(last, taken);
  });
}

/**
 * A press gives the focus before the click comes. What the page opens and closes for a proposal with the focus moves what lies under the pointer, and the
 * click would be lost or reach what came there: so the page hears of such a focus when the press is over, and of that of a button or a link not at all,
 * whose click says as much.
 */
function holdStillUnderAPress(): void {
  let pressed = false, owed: HTMLElement | null = null;
  const over = () => {
    const at = owed;
    [pressed, owed] = [false, null];
    if (at && !at.closest('button, a')) setTimeout(() => { if (document.activeElement === at) at.dispatchEvent(new FocusEvent('focusin', { bubbles: true })); });
  };
  window.addEventListener('pointerdown', () => { pressed = true; }, true);
  window.addEventListener('pointerup', over, true);
  window.addEventListener('pointercancel', over, true);
  window.addEventListener('focusin', event => {
    const at = event.target as HTMLElement;
    if (!pressed || !at.closest?.(`${PROPOSAL}:not([aria-current])`)) return;
    event.stopImmediatePropagation();
    owed = at;
  }, true);
}

/** Where each sentence begins, in the order of the text. */
function sentencesOf(text: Element): string[] {
  return [...new Set([...text.querySelectorAll<HTMLElement>('[data-in]')].map(run => run.dataset['in']!))];
}

function step(text: Element, by: number): void {
  const all = sentencesOf(text);
  const run = runOf(getSelection()?.anchorNode ?? null);
  const at = run ? all.indexOf(run.dataset['in'] ?? '') : -1;
  mark(text, all[Math.min(all.length - 1, Math.max(0, at + by))]);
}

/** Marks a whole sentence, as if it were marked with the pointer. */
function mark(text: Element, sentence: string | undefined): void {
  const runs = text.querySelectorAll<HTMLElement>(`[data-in="${sentence}"]`), [first, end] = [runs[0], runs[runs.length - 1]];
  if (!first?.firstChild || !end?.lastChild) return;
  getSelection()?.setBaseAndExtent(first.firstChild, 0, end.lastChild, end.lastChild.textContent!.length);
  first.scrollIntoView({ block: 'nearest' });
}

/** The words marked in the text, without the blanks around them, and where they begin. */
function marked(): { words: string; start: number } | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = spotOf(range.startContainer, range.startOffset), end = spotOf(range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start) return null;
  // Of the range, not of the selection: that one is told as it is drawn, with blanks run together.
  const words = range.toString(), before = words.length - words.trimStart().length;
  return words.trim() === '' || words.length !== end - start ? null : { words: words.trim(), start: start + before };
}

function runOf(node: Node | null): HTMLElement | null {
  return (node instanceof Element ? node : node?.parentElement)?.closest<HTMLElement>(`${TEXT} [data-start]`) ?? null;
}

function spotOf(node: Node, offset: number): number | null {
  const run = runOf(node);
  return run ? Number(run.dataset['start']) + (node === run ? (offset === 0 ? 0 : run.textContent!.length) : offset) : null;
}

function fill(field: Field, { words, start }: { words: string; start: number }): void {
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  // What is searched for is chosen from what was found; every other answer is handed over at once.
  if (field.getAttribute('role') !== 'combobox') field.dispatchEvent(new Event('change', { bubbles: true }));
  if (field.name) tell(`${field.name}|${start}|${words.length}`);
  field.focus();
}

/** Hands over which words were taken, and for what. */
function tell(taken: string): void {
  const told = document.querySelector<HTMLInputElement>('[data-taken]');
  if (!told) return;
  told.value = taken;
  told.dispatchEvent(new Event('change', { bubbles: true }));
}

// The reading desk: the sentence of the proposal that has the keyboard is brought into view, and words marked in the text go into the field
// that had it, as if they were typed, with where they stand.

type Field = HTMLInputElement | HTMLTextAreaElement;

export function followReading(): void {
  let last: Field | null = null;

  document.addEventListener('focusin', event => {
    const at = event.target as Element;
    const proposal = at.closest?.<HTMLElement>('[data-proposal]');
    if (!proposal) return;
    if (at.matches('input:not([type="hidden"]), textarea')) last = at as Field;
    document.querySelector(`[data-article-text] [data-start="${proposal.dataset['sentence']}"]`)?.scrollIntoView({ block: 'nearest' });
  });

  // Arrows step from one proposal to the next; the page does not run along.
  document.addEventListener('keydown', event => {
    if ((event.key === 'ArrowDown' || event.key === 'ArrowUp') && (event.target as Element).matches?.('[data-proposal]')) event.preventDefault();
  });

  document.addEventListener('pointerup', () => {
    const taken = marked();
    if (taken && last?.isConnected) fill(last, taken);
  });
}

/** The words marked in the text, without the blanks around them, and where they begin. */
function marked(): { words: string; start: number } | null {
  const selection = getSelection();
  if (!selection || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0);
  const start = spotOf(range.startContainer, range.startOffset), end = spotOf(range.endContainer, range.endOffset);
  if (start === null || end === null || end <= start) return null;
  const words = selection.toString(), before = words.length - words.trimStart().length;
  return words.trim() === '' || words.length !== end - start ? null : { words: words.trim(), start: start + before };
}

function spotOf(node: Node, offset: number): number | null {
  const run = (node instanceof Element ? node : node.parentElement)?.closest<HTMLElement>('[data-article-text] [data-start]');
  return run ? Number(run.dataset['start']) + (node === run ? (offset === 0 ? 0 : run.textContent!.length) : offset) : null;
}

function fill(field: Field, { words, start }: { words: string; start: number }): void {
  field.value = words;
  field.dispatchEvent(new Event('input', { bubbles: true }));
  // What is searched for is chosen from what was found; every other answer is handed over at once.
  if (field.getAttribute('role') !== 'combobox') field.dispatchEvent(new Event('change', { bubbles: true }));
  const told = document.querySelector<HTMLInputElement>('[data-taken]');
  if (told && field.name) {
    told.value = `${field.name}|${start}|${words.length}`;
    told.dispatchEvent(new Event('change', { bubbles: true }));
  }
  field.focus();
}

// A PDF that is chosen where a report is pasted does not go to the server: its words are taken here and put into the field, as if they were pasted.

export function followPdfs(): void {
  document.addEventListener('change', event => {
    const input = event.target as HTMLInputElement;
    const file = input.matches?.('input[type="file"][data-report-file]') ? input.files?.[0] : undefined;
    if (!file || !(file.type === 'application/pdf' || /\.pdf$/i.test(file.name))) return;
    event.stopImmediatePropagation();
    void take(file).finally(() => { input.value = ''; });
  }, true);
}

async function take(file: File): Promise<void> {
  tell('reading', file);
  try {
    const { readPdf } = await import('./read.ts');
    const answer = await readPdf(file);
    if ('text' in answer) {
      const field = document.querySelector<HTMLTextAreaElement>('textarea[name="Text"]');
      if (!field) return;
      field.value = answer.text;
      field.dispatchEvent(new Event('input', { bubbles: true }));
      field.dispatchEvent(new Event('change', { bubbles: true }));
      field.focus();
    }
    tell('refusal' in answer ? answer.refusal : 'read', file);
  } catch (error) {
    console.warn(error);
    tell('broken', file);
  }
}

/** The server says it in words. */
function tell(what: string, file: File): void {
  const told = document.querySelector<HTMLInputElement>('[data-pdf-told]');
  if (!told) return;
  told.value = `${what}|${file.name.slice(0, 200)}`;
  told.dispatchEvent(new Event('change', { bubbles: true }));
}

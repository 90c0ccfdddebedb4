// The form of a view and the frame beside it: what the frame shows, and the spot pointed at in it, go into fields of the form as if they were typed.

import type { PreviewSaid } from './embed-preview.ts';

export function followPreview(): void {
  addEventListener('message', event => {
    const frame = document.querySelector<HTMLIFrameElement>('iframe[data-view-preview]');
    if (!frame || event.origin !== location.origin || event.source !== frame.contentWindow || !isPreview(event.data)) return;
    if (event.data.shown !== undefined) type('[data-view-shown]', event.data.shown);
    if (event.data.picked !== undefined) type('[data-view-picked]', event.data.picked);
  });
}

function isPreview(said: unknown): said is PreviewSaid {
  if (typeof said !== 'object' || said === null) return false;
  const { type, shown, picked } = said as Record<string, unknown>;
  return type === 'map-preview' && (shown === undefined || typeof shown === 'string') && (picked === undefined || typeof picked === 'string');
}

function type(selector: string, words: string): void {
  const field = document.querySelector<HTMLInputElement>(selector);
  if (!field) return;
  field.value = words;
  field.dispatchEvent(new Event('change', { bubbles: true }));
}

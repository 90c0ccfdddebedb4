// The Share dialog: a link to this view, and the code that puts it into a page. Opened by any [data-share] button.

import { writeAddress } from './address.ts';
import type { MapState } from './contract.ts';
import { knownIn } from './known.ts';
import { createModel, firstShown, LAYERS, partOf } from './model.ts';
import { element, icon, set, write } from './time/element.ts';
import { dayWords } from './time/words.ts';
import { language, say } from './words.ts';

/** Pixels across of the text that an embed most often stands in. */
const USUAL_COLUMN = 640;

export interface ShareWishes {
  /** True: the view stays on its date. False: it opens on the last date with data. */
  readonly keepDate: boolean;
  readonly title: string;
  /** Pixels; the width may be any CSS length of a page. */
  readonly width: string;
  readonly height: number;
}

/** The query of a view that is shared, of the past day it is of; without its date it opens on the last date with data, and no event is held open. */
export function sharedQuery(state: MapState, keepDate: boolean, lang: string, known: string | null = null): string {
  const full = { ...firstShown({ eventsTo: '', controlTo: '' }, 1024, 768), ...partOf(state) };
  const kept = [...known === null ? [] : [`known=${known}`], ...lang === 'en' ? [] : [`lang=${lang}`]].join('&');
  const query = writeAddress(createModel({ ...full, event: keepDate ? full.event : null }).now, { layers: LAYERS, types: null }, kept);
  return keepDate ? query : query.replace(/([?&])date=[^&]*&?/, '$1').replace(/[?&]$/, '');
}

/** A frame narrower than the map it was shared from looks from farther off, so that it shows as much. */
export function fittedTo(state: MapState, mapWidth: number, frameWidth: number): MapState {
  const farther = Math.round(Math.log2(mapWidth / frameWidth));
  return state.at === null || !(farther > 0) ? state : { ...state, at: { ...state.at, zoom: Math.max(6, state.at.zoom - farther) } };
}

/** The iframe a page takes over. Nothing in it needs a script of ours on that page. */
export function embedCode(origin: string, query: string, wishes: Pick<ShareWishes, 'title' | 'width' | 'height'>): string {
  const address = origin + embedPath(query, wishes.title);
  const name = wishes.title || say('Map of northern Syria', 'خريطة شمال سوريا');
  return `<iframe src="${attribute(address)}" title="${attribute(name)}" width="${attribute(wishes.width)}" height="${wishes.height}" frameborder="0" loading="lazy" referrerpolicy="no-referrer" allow="fullscreen"></iframe>`;
}

function embedPath(query: string, title: string): string {
  return `/embed${query}${title ? `${query ? '&' : '?'}title=${encodeURIComponent(title)}` : ''}`;
}

const attribute = (text: string) => text.replaceAll('&', '&amp;').replaceAll('"', '&quot;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');

export interface Shared { readonly state: MapState; readonly mapWidth: number }

/** `shown` gives what the page's map shows, or null while there is none yet. */
export function createShare(shown: () => Shared | null): void {
  document.addEventListener('click', event => {
    if (!(event.target instanceof Element) || event.target.closest('[data-share]') === null) return;
    const view = shown();
    if (view !== null) open(view);
  });
}

function open({ state, mapWidth }: Shared): void {
  const day = partOf(state).day, known = knownIn(location.search);
  const keep = radio('keep', day === undefined ? say('Keep this date', 'أبقِ هذا التاريخ') : say(`Keep this date, ${dayWords(day)}`, `أبقِ هذا التاريخ، ${dayWords(day)}`), true);
  const last = radio('last', say('Open on the last date with data', 'افتح على آخر تاريخ فيه بيانات'), false);
  const link = element('input', { class: 'share-text', type: 'text', readonly: true, dir: 'ltr', 'data-share-link': true, 'aria-label': say('Link', 'الرابط') });
  const code = element('textarea', { class: 'share-text share-code', readonly: true, rows: 4, dir: 'ltr', spellcheck: 'false', 'data-share-code': true, 'aria-label': say('Embed code', 'رمز التضمين') });
  const title = element('input', { class: 'share-text', type: 'text', maxlength: 120, placeholder: say('Who held what in northern Syria', 'من سيطر على ماذا في شمال سوريا') });
  const width = element('input', { class: 'share-text share-size', type: 'text', value: '100%', inputmode: 'text', pattern: '[0-9]{2,4}(px|%)?', dir: 'ltr' });
  const height = element('input', { class: 'share-text share-size', type: 'number', value: 460, min: 360, max: 1200, step: 10, dir: 'ltr' });
  const preview = element('iframe', { class: 'share-preview', title: say('Preview of the embed', 'معاينة التضمين'), loading: 'lazy' });
  const told = element('p', { class: 'unseen', role: 'status' });
  const close = element('button', { type: 'button', class: 'icon-button', 'aria-label': say('Close', 'إغلاق') }, icon('M4.5 4.5 15.5 15.5', 'M15.5 4.5 4.5 15.5'));
  const label = (text: string, field: HTMLElement) => element('label', { class: 'share-label' }, element('span', {}, text), field);
  const headings = { id: 'share-title' };
  const dialog = element('dialog', { class: 'share', 'aria-labelledby': headings.id },
    element('div', { class: 'share-head' }, element('h2', headings, say('Share this view', 'مشاركة هذا العرض')), close),
    element('div', { class: 'share-body' },
      element('div', { class: 'share-side' },
        element('fieldset', { class: 'share-dates' }, element('legend', {}, say('The view opens', 'يُفتح العرض')), keep.row, last.row),
        element('h3', {}, say('Link', 'الرابط')),
        element('div', { class: 'share-row' }, link, copier(link, told)),
        element('h3', {}, say('Embed in a page', 'التضمين في صفحة')),
        label(say('Title', 'العنوان'), title),
        element('div', { class: 'share-row' }, label(say('Width', 'العرض'), width), label(say('Height', 'الارتفاع'), height)),
        code, element('div', { class: 'share-row share-end' }, copier(code, told)),
        element('p', { class: 'share-note' }, say('The embed shows published data, sets no cookie and asks no other site.', 'يعرض التضمين البيانات المنشورة، ولا يضع ملفات تعريف، ولا يتصل بموقع آخر.'))),
      preview),
    told);

  let drawn = '', drawing = 0;
  const fill = () => {
    const query = sharedQuery(state, keep.box.checked, language(), known);
    link.value = `${location.origin}/${query}`;
    const size = { title: title.value.trim(), width: /^\d{2,4}(px|%)?$/.test(width.value) ? width.value.replace('px', '') : '100%', height: clamp(height.valueAsNumber) };
    // A width in per cent is some column of text.
    const framed = sharedQuery(fittedTo(state, mapWidth, size.width.endsWith('%') ? USUAL_COLUMN : Number(size.width)), keep.box.checked, language(), known);
    code.value = embedCode(location.origin, framed, size);
    preview.style.height = `${size.height}px`;
    const address = embedPath(framed, size.title);
    if (address === drawn) return;
    drawn = address;
    clearTimeout(drawing);
    // A title is typed letter by letter; the preview follows when the typing rests.
    drawing = window.setTimeout(() => set(preview, 'src', address), preview.hasAttribute('src') ? 500 : 0);
  };
  for (const field of [keep.box, last.box, title, width, height]) field.addEventListener('input', fill);
  close.addEventListener('click', () => dialog.close());
  // A click beside the dialog is a click on its backdrop.
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener('close', () => { clearTimeout(drawing); dialog.remove(); });
  fill();
  document.body.append(dialog);
  dialog.showModal();
  link.select();
}

const clamp = (height: number) => Number.isFinite(height) ? Math.max(360, Math.min(1200, Math.round(height))) : 460;

function radio(value: string, text: string, checked: boolean) {
  const box = element('input', { type: 'radio', name: 'share-date', value, checked });
  return { box, row: element('label', { class: 'share-choice' }, box, element('span', {}, text)) };
}

function copier(field: HTMLInputElement | HTMLTextAreaElement, told: HTMLElement): HTMLElement {
  const words = say('Copy', 'نسخ'), done = say('Copied', 'نُسخ');
  const button = element('button', { type: 'button', class: 'button share-copy' }, words);
  button.addEventListener('click', () => {
    void copy(field).then(copied => {
      write(button, copied ? done : say('Press Ctrl+C', 'اضغط Ctrl+C'));
      write(told, button.textContent ?? '');
      setTimeout(() => { write(button, words); write(told, ''); }, 2000);
    });
  });
  return button;
}

/** Puts the field's text on the clipboard. Over plain http browsers have none for scripts: then the text is selected and copied the old way. */
async function copy(field: HTMLInputElement | HTMLTextAreaElement): Promise<boolean> {
  field.select();
  if (!navigator.clipboard) return document.execCommand('copy');
  try {
    await navigator.clipboard.writeText(field.value);
    return true;
  } catch (error) {
    // The reader has not allowed it; the text is selected, a key press copies it.
    if (error instanceof DOMException && error.name === 'NotAllowedError') return document.execCommand('copy');
    throw error;
  }
}

// The Share dialog: a link to this view, the codes that put it into a page, and how to cite it. Opened by any [data-share] button; one with a name in it shares that named view.

import { writeAddress } from './address.ts';
import type { MapState } from './contract.ts';
import { knownIn } from './known.ts';
import { createModel, firstShown, LAYERS, partOf } from './model.ts';
import { citation, embedCode, embedPath, markdown, scriptCode, today } from './share-code.ts';
import { element, icon, set, write } from './time/element.ts';
import { dayWords } from './time/words.ts';
import { language, say } from './words.ts';

/** Pixels across of the text that an embed most often stands in. */
const USUAL_COLUMN = 640;

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

export interface Shared { readonly state: MapState; readonly mapWidth: number }

/** What is shared, whichever way it is copied. */
interface Offered {
  readonly title: string;
  /** Of the map, of the embed and of a picture, by what is wished. */
  address(wishes: Wishes): { map: string; embed: string; picture: string };
  /** The last day shown, ISO; null where it follows the data. */
  date(wishes: Wishes): string | null;
  /** The past day it is of already. */
  readonly known: string | null;
  /** "Keep this date" in words; null where there is nothing to choose. */
  readonly dates: string | null;
  /** Where editors go on to name it; null for what has a name. */
  readonly naming: string | null;
}

interface Wishes { readonly keepDate: boolean; readonly known: string | null; readonly frameWidth: number }

/** `shown` gives what the page's map shows, or null while there is none yet. */
export function createShare(shown: () => Shared | null): void {
  document.addEventListener('click', event => {
    const button = event.target instanceof Element ? event.target.closest<HTMLElement>('[data-share]') : null;
    if (button === null) return;
    const view = button.dataset['share'] ? null : shown();
    if (button.dataset['share']) open(ofView(button.dataset['share'], button.dataset['shareTitle'] ?? '', button.dataset['shareQuery'] ?? '', button.dataset['shareKnown'] ?? null));
    else if (view !== null) open(ofMap(view));
  });
}

function ofMap({ state, mapWidth }: Shared): Offered {
  const day = partOf(state).day, known = knownIn(location.search);
  const query = (of: MapState, { keepDate, known }: Wishes) => sharedQuery(of, keepDate, language(), known);
  return {
    title: '', known,
    address: wishes => ({ map: `/${query(state, wishes)}`, embed: query(fittedTo(state, mapWidth, wishes.frameWidth), wishes), picture: `/print.svg${query(state, wishes)}` }),
    date: ({ keepDate }) => keepDate ? state.date : null,
    dates: day === undefined ? say('Keep this date', 'أبقِ هذا التاريخ') : say(`Keep this date, ${dayWords(day)}`, `أبقِ هذا التاريخ، ${dayWords(day)}`),
    naming: `/desk/views/new?${new URLSearchParams({ from: sharedQuery(fittedTo(state, mapWidth, USUAL_COLUMN), true, language(), known), ...language() === 'en' ? {} : { lang: language() } })}`,
  };
}

function ofView(name: string, title: string, query: string, known: string | null): Offered {
  const asked = (wishes: Wishes) => [...wishes.known === null || wishes.known === known ? [] : [`known=${wishes.known}`], ...language() === 'en' ? [] : [`lang=${language()}`]].join('&');
  return {
    title, known,
    address(wishes) {
      const more = asked(wishes);
      return { map: `/v/${name}${more && `?${more}`}`, embed: `?view=${encodeURIComponent(name)}${more && `&${more}`}`, picture: `/v/${name}/print.svg${more && `?${more}`}` };
    },
    date: () => new URLSearchParams(query).get('date'),
    dates: null, naming: null,
  };
}

type Form = 'frame' | 'script' | 'markdown' | 'citation';

function open(offered: Offered): void {
  const keep = offered.dates === null ? null : radio('share-date', 'keep', offered.dates, true);
  const last = offered.dates === null ? null : radio('share-date', 'last', say('Open on the last date with data', 'افتح على آخر تاريخ فيه بيانات'), false);
  const fast = offered.known === null ? element('input', { type: 'checkbox', 'data-share-fast': true }) : null;
  const link = element('input', { class: 'share-text', type: 'text', readonly: true, dir: 'ltr', 'data-share-link': true, 'aria-label': say('Link', 'الرابط') });
  const code = element('textarea', { class: 'share-text share-code', readonly: true, rows: 5, spellcheck: 'false', 'data-share-code': true });
  const forms = ([
    ['frame', say('Frame', 'إطار')], ['script', say('Frame that sizes itself', 'إطار يضبط حجمه')], ['markdown', 'Markdown'], ['citation', say('Citation', 'استشهاد')],
  ] as [Form, string][]).map(([form, words], i) => ({ form, words, ...radio('share-form', form, words, i === 0) }));
  const title = element('input', { class: 'share-text', type: 'text', maxlength: 120, placeholder: offered.title || say('Who held what in northern Syria', 'من سيطر على ماذا في شمال سوريا') });
  const width = element('input', { class: 'share-text share-size', type: 'text', value: '100%', inputmode: 'text', pattern: '[0-9]{2,4}(px|%)?', dir: 'ltr' });
  const height = element('input', { class: 'share-text share-size', type: 'number', value: 460, min: 360, max: 1200, step: 10, dir: 'ltr' });
  const preview = element('iframe', { class: 'share-preview', title: say('Preview of the embed', 'معاينة التضمين'), loading: 'lazy' });
  const told = element('p', { class: 'unseen', role: 'status' });
  const hint = element('p', { class: 'share-note' });
  const close = element('button', { type: 'button', class: 'icon-button', 'aria-label': say('Close', 'إغلاق') }, icon('M4.5 4.5 15.5 15.5', 'M15.5 4.5 4.5 15.5'));
  const label = (text: string, field: HTMLElement) => element('label', { class: 'share-label' }, element('span', {}, text), field);
  const size = element('div', { class: 'share-row' }, label(say('Width', 'العرض'), width), label(say('Height', 'الارتفاع'), height));
  const headings = { id: 'share-title' };
  const dialog = element('dialog', { class: 'share', 'aria-labelledby': headings.id },
    element('div', { class: 'share-head' }, element('h2', headings, offered.title ? say(`Use “${offered.title}”`, `استخدام «${offered.title}»`) : say('Share this view', 'مشاركة هذا العرض')), close),
    element('div', { class: 'share-body' },
      element('div', { class: 'share-side' },
        element('fieldset', { class: 'share-dates' }, element('legend', {}, say('The view opens', 'يُفتح العرض')),
          ...keep && last ? [keep.row, last.row] : [],
          ...fast ? [element('label', { class: 'share-choice' }, fast, element('span', {}, say('With the data as published today, whatever is corrected later', 'بالبيانات كما هي منشورة اليوم، مهما صُحّح لاحقاً')))] : []),
        element('h3', {}, say('Link', 'الرابط')),
        element('div', { class: 'share-row' }, link, copier(link, told)),
        element('h3', {}, say('Put it into a text', 'ضعه في نص')),
        element('div', { class: 'share-forms', role: 'radiogroup', 'aria-label': say('As what', 'بأي صيغة') }, ...forms.map(({ row }) => row)),
        label(say('Title', 'العنوان'), title), size, code, hint,
        element('div', { class: 'share-row share-end' }, ...naming(offered), copier(code, told)),
        element('p', { class: 'share-note' }, say('The embed shows published data, sets no cookie and asks no other site.', 'يعرض التضمين البيانات المنشورة، ولا يضع ملفات تعريف، ولا يتصل بموقع آخر.'))),
      preview),
    told);

  let drawn = '', drawing = 0;
  const fill = () => {
    const form = forms.find(({ box }) => box.checked)!.form, isFrame = form === 'frame' || form === 'script';
    const wishes = { title: title.value.trim(), width: /^\d{2,4}(px|%)?$/.test(width.value) ? width.value.replace('px', '') : '100%', height: clamp(height.valueAsNumber) };
    const wished: Wishes = {
      // A width in per cent is some column of text.
      keepDate: keep?.box.checked ?? true, known: fast?.checked ? today() : offered.known, frameWidth: wishes.width.endsWith('%') ? USUAL_COLUMN : Number(wishes.width),
    };
    const { map, embed, picture } = offered.address(wished), address = location.origin + map;
    link.value = address;
    const name = wishes.title || offered.title;
    code.value = form === 'frame' ? embedCode(location.origin, embed, wishes, offered.title)
      : form === 'script' ? scriptCode(location.origin, embed, wishes, offered.title)
      : form === 'markdown' ? markdown(address, name || say('Who held what in northern Syria', 'من سيطر على ماذا في شمال سوريا'), location.origin + picture)
      : citation({ title: name, address, date: offered.date(wished), known: wished.known, accessed: today() });
    code.dir = form === 'citation' ? 'auto' : 'ltr';
    set(code, 'aria-label', isFrame ? say('Embed code', 'رمز التضمين') : forms.find(({ box }) => box.checked)!.words);
    size.hidden = !isFrame;
    write(hint, form === 'script' ? say('Where scripts may not run the frame stands with this height. Links of the page with data-date move its map.', 'حيث لا تعمل البرمجيات يبقى الإطار بهذا الارتفاع. وروابط الصفحة التي فيها data-date تحرّك خريطته.') : '');
    preview.style.height = `${wishes.height}px`;
    const path = embedPath(embed, wishes.title);
    if (path === drawn) return;
    drawn = path;
    clearTimeout(drawing);
    // A title is typed letter by letter; the preview follows when the typing rests.
    drawing = window.setTimeout(() => set(preview, 'src', path), preview.hasAttribute('src') ? 500 : 0);
  };
  for (const field of [keep?.box, last?.box, fast, title, width, height, ...forms.map(({ box }) => box)]) field?.addEventListener('input', fill);
  close.addEventListener('click', () => dialog.close());
  // A click beside the dialog is a click on its backdrop.
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener('close', () => { clearTimeout(drawing); dialog.remove(); });
  fill();
  document.body.append(dialog);
  dialog.showModal();
  link.select();
}

/** For those with a desk: the page's own menu says who has one. */
function naming({ naming }: Offered): HTMLElement[] {
  if (naming === null || document.querySelector('[data-views-desk]') === null) return [];
  return [element('a', { class: 'button', href: naming, 'data-name-view': true }, say('Save as a named view …', 'احفظه عرضاً مسمّى …'))];
}

const clamp = (height: number) => Number.isFinite(height) ? Math.max(360, Math.min(1200, Math.round(height))) : 460;

function radio(name: string, value: string, text: string, checked: boolean) {
  const box = element('input', { type: 'radio', name, value, checked });
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

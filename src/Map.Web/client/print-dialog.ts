// The Print dialog: the view as a sheet, previewed by the very picture that is downloaded.

import type { MapBounds, MapState } from './contract.ts';
import { knownIn } from './known.ts';
import { viewFiles } from './print-files.ts';
import { sharedQuery } from './share.ts';
import { element, icon, set, write } from './time/element.ts';
import { language, say } from './words.ts';

export interface Printed { readonly state: MapState; readonly bounds: MapBounds }

export interface PrintWishes {
  readonly paper: string;
  readonly title: string;
  readonly caption: string;
  readonly language: string;
  readonly grey: boolean;
}

/** Sheets, and how wide they are for their height. */
export const PAPERS: readonly (readonly [string, number, string, string])[] = [
  ['a4', 1123 / 794, 'A4 landscape', 'A4 أفقي'], ['a4-portrait', 794 / 1123, 'A4 portrait', 'A4 عمودي'],
  ['letter', 1056 / 816, 'Letter landscape', 'Letter أفقي'], ['letter-portrait', 816 / 1056, 'Letter portrait', 'Letter عمودي'],
  ['slide', 16 / 9, 'Slide, 16:9', 'شريحة 16:9'], ['square', 1, 'Square', 'مربّع'],
];

/** Pixels to the inch of a picture for paper. */
const DENSITY = 300, SCREEN = 96;

/** The query of a sheet that shows the very part of the earth on screen. */
export function printQuery({ state, bounds }: Printed, wishes: PrintWishes, known: string | null): string {
  const box = [bounds.south, bounds.west, bounds.north, bounds.east].map(degrees => Number(degrees.toFixed(5))).join(',');
  const own: [string, string][] = [['box', box], ['paper', wishes.paper]];
  if (wishes.title.trim()) own.push(['title', wishes.title.trim()]);
  if (wishes.caption.trim()) own.push(['caption', wishes.caption.trim()]);
  if (wishes.grey) own.push(['grey', '1']);
  return `${sharedQuery(state, true, wishes.language, known)}&${own.map(([name, value]) => `${name}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&')}`;
}

export function openPrint(view: Printed): void {
  const known = knownIn(location.search);
  const title = element('input', { class: 'share-text', type: 'text', maxlength: 120, placeholder: say('Says what and when by itself', 'يذكر ماذا ومتى من تلقاء نفسه') });
  const caption = element('textarea', { class: 'share-text print-caption', rows: 3, maxlength: 400 });
  const paper = select(PAPERS.map(([key, , english, arabic]) => [key, say(english, arabic)]), 'a4');
  const words = select([['en', 'English'], ['ar', 'العربية']], language());
  const grey = element('input', { type: 'checkbox' });
  const sheet = element('img', { class: 'print-sheet', alt: say('Preview of the sheet', 'معاينة الورقة') });
  const told = element('p', { class: 'print-told', role: 'status' });
  const close = element('button', { type: 'button', class: 'icon-button', 'aria-label': say('Close', 'إغلاق') }, icon('M4.5 4.5 15.5 15.5', 'M15.5 4.5 4.5 15.5'));
  const label = (text: string, field: HTMLElement) => element('label', { class: 'share-label' }, element('span', {}, text), field);
  const wishes = (): PrintWishes => ({ paper: paper.value, title: title.value, caption: caption.value, language: words.value, grey: grey.checked });
  const address = (form: string) => `/print.${form}${printQuery(view, wishes(), known)}`;
  const name = (form: string) => `map-${view.state.date ?? ''}.${form}`;
  // Until it has said that it cannot, the server is asked.
  let serverPrints = true;
  const makers: Record<string, () => Promise<void>> = {
    svg: () => fetched(address('svg'), name('svg')),
    pdf: () => serverPrints ? fetched(address('pdf'), name('pdf')) : printed(address('svg')),
    png: async () => serverPrints ? fetched(`${address('png')}&dpi=${DENSITY}`, name('png')) : save(await drawn(address('svg')), name('png')),
  };
  const buttons = ['pdf', 'png', 'svg'].map(form => {
    const button = element('button', { type: 'button', class: form === 'pdf' ? 'button button-primary' : 'button', 'data-print-form': form }, form === 'png' ? say(`PNG, ${DENSITY} dpi`, `PNG بدقة ${DENSITY}`) : form.toUpperCase());
    button.addEventListener('click', () => {
      for (const other of buttons) other.disabled = true;
      write(told, say('Making the file…', 'يُعدّ الملف…'));
      makers[form]!().then(() => write(told, ''), (fault: unknown) => {
        if (!(fault instanceof Refused)) throw fault;
        write(told, fault.message);
      }).finally(() => { for (const other of buttons) other.disabled = false; });
    });
    return button;
  });
  const headings = { id: 'print-title' };
  const dialog = element('dialog', { class: 'share print', 'aria-labelledby': headings.id },
    element('div', { class: 'share-head' }, element('h2', headings, say('Print this view', 'طباعة هذا العرض')), close),
    element('div', { class: 'share-body print-body' },
      element('div', { class: 'share-side' },
        label(say('Paper', 'الورق'), paper), label(say('Language', 'اللغة'), words), label(say('Title', 'العنوان'), title), label(say('Caption', 'الشرح'), caption),
        element('label', { class: 'share-choice' }, grey, element('span', {}, say('For grey paper', 'لطباعة رمادية'))),
        element('div', { class: 'print-forms', role: 'group', 'aria-label': say('Download as', 'نزّل بصيغة') }, ...buttons), told,
        element('p', { class: 'share-note' }, say('The sheet shows what is on the map now, with the sources of exactly that.', 'تعرض الورقة ما على الخريطة الآن، مع مصادر ذلك تحديداً.')),
        viewFiles(() => printQuery(view, wishes(), known))),
      sheet));

  let drawing = 0;
  const fill = () => {
    const next = address('svg');
    if (sheet.getAttribute('src') === next) return;
    clearTimeout(drawing);
    sheet.dataset['waiting'] = '';
    // Words are typed letter by letter; the sheet follows when the typing rests.
    drawing = window.setTimeout(() => {
      const [, shape] = PAPERS.find(([key]) => key === paper.value)!;
      set(sheet, 'width', Math.round(1000 * Math.min(1, shape)));
      set(sheet, 'height', Math.round(1000 * Math.min(1, shape) / shape));
      set(sheet, 'src', next);
    }, sheet.hasAttribute('src') ? 400 : 0);
  };
  sheet.addEventListener('load', () => { delete sheet.dataset['waiting']; });
  for (const field of [title, caption, paper, words, grey]) field.addEventListener('input', fill);
  close.addEventListener('click', () => dialog.close());
  // A click beside the dialog is a click on its backdrop.
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  dialog.addEventListener('close', () => { clearTimeout(drawing); dialog.remove(); });
  document.body.append(dialog);
  dialog.showModal();
  fill();
  // A window for printing may be opened on a click and not later: so it is known before the first click who prints.
  void fetch(address('pdf'), { method: 'HEAD' }).then(answer => {
    serverPrints = answer.status !== 501;
    dialog.dataset['printer'] = serverPrints ? 'server' : 'browser';
  });
}

function select(choices: readonly (readonly [string, string])[], chosen: string): HTMLSelectElement {
  const made = element('select', { class: 'share-text' }, ...choices.map(([value, words]) => element('option', { value }, words)));
  made.value = chosen;
  return made;
}

/** What the server says in words, for the reader. */
class Refused extends Error {}

async function fetched(address: string, name: string): Promise<void> {
  const answer = await fetch(address);
  if (!answer.ok) throw new Refused((await answer.text()).slice(0, 300));
  save(await answer.blob(), name);
}

function save(file: Blob, name: string): void {
  const address = URL.createObjectURL(file);
  const link = element('a', { href: address, download: name });
  document.body.append(link);
  link.click();
  link.remove();
  // The download has begun by then; a browser that asks where to keeps the file itself.
  setTimeout(() => URL.revokeObjectURL(address), 60_000);
}

/** The reader's own browser prints the picture: its print window saves it as PDF too. */
async function printed(address: string): Promise<void> {
  const sheet = window.open(address, '_blank');
  if (sheet === null) throw new Refused(say('The browser did not open a window. Download the SVG and print it from there.', 'لم يفتح المتصفح نافذة. نزّل SVG واطبعه منها.'));
  await new Promise<void>(done => { sheet.addEventListener('load', () => done(), { once: true }); });
  sheet.print();
}

/** The picture in pixels, made by the reader's own browser. */
async function drawn(address: string): Promise<Blob> {
  const picture = new Image();
  picture.src = address;
  await picture.decode();
  const canvas = element('canvas', { width: Math.round(picture.naturalWidth * DENSITY / SCREEN), height: Math.round(picture.naturalHeight * DENSITY / SCREEN) });
  const context = canvas.getContext('2d');
  if (context === null) throw new Refused(say('This browser gives no picture of that size.', 'لا يعطي هذا المتصفح صورة بهذا القياس.'));
  context.drawImage(picture, 0, 0, canvas.width, canvas.height);
  return new Promise((done, failed) => canvas.toBlob(file => { if (file) done(file); else failed(new Refused(say('This browser gives no picture of that size.', 'لا يعطي هذا المتصفح صورة بهذا القياس.'))); }, 'image/png'));
}

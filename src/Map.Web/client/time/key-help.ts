// The list of keys, on "?" or its button.

import { say } from '../words.ts';
import { element, icon } from './element.ts';

export interface KeyHelp {
  readonly button: HTMLElement;
  readonly dialog: HTMLDialogElement;
  open(): void;
}

let made = 0;

export function createKeyHelp(): KeyHelp {
  const id = `time-help-${++made}`, title = say('Keys', 'المفاتيح');
  const shut = element('button', { type: 'button', class: 'time-help-close', 'aria-label': say('Close', 'إغلاق') }, icon('M5 5l10 10', 'M15 5 5 15'));
  const dialog = element('dialog', { class: 'time-help', 'aria-labelledby': id }, element('h2', { id }, title), shut);
  const button = element('button', { type: 'button', class: 'time-zoom-button time-help-button', 'aria-label': title, title: `${title} (?)`, 'aria-haspopup': 'dialog' }, '?');

  // Filled when first asked for: most readers never see it.
  function open(): void {
    if (dialog.childElementCount === 2) dialog.append(...sections());
    if (!dialog.open) dialog.showModal();
  }
  button.addEventListener('click', open);
  shut.addEventListener('click', () => dialog.close());
  dialog.addEventListener('click', event => { if (event.target === dialog) dialog.close(); });
  return { button, dialog, open };
}

function sections(): HTMLElement[] {
  const space = say('Space', 'المسافة'), rows: [string, [string[], string][]][] = [
    [say('Time', 'الزمن'), [
      [[space], say('play, pause', 'تشغيل، إيقاف مؤقت')],
      [['←', '→'], say('one step back, forward', 'خطوة إلى الوراء، إلى الأمام')],
      [['Shift', '←', '→'], say('the next larger step', 'الخطوة الأكبر التالية')],
      [['[', ']'], say('the change before, after, in this view', 'التغيّر السابق، التالي في هذا العرض')],
      [['Page Down', 'Page Up'], say('a whole window back, forward', 'نافذة كاملة إلى الوراء، إلى الأمام')],
      [['Home', 'End'], say('the first, the last day', 'أول يوم، آخر يوم')],
      [['Esc'], say('stop playing', 'إيقاف التشغيل')],
    ]],
    [say('The window’s other end, when it has the focus', 'الطرف الآخر للنافذة عند التركيز عليه'), [
      [['←', '→'], say('a day', 'يوم')],
      [['Shift', '←', '→'], say('a week', 'أسبوع')],
    ]],
    [say('The map, reached with Tab', 'الخريطة، بعد بلوغها بمفتاح Tab'), [
      [['↑', '↓', '←', '→'], say('move it', 'تحريكها')],
      [['+', '−'], say('closer, farther', 'تقريب، إبعاد')],
      [['Enter'], say('who held the middle', 'من سيطر على الوسط')],
    ]],
  ];
  return rows.map(([name, keys]) => element('section', {}, element('h3', {}, name), element('dl', {}, ...keys.map(([names, words]) =>
    element('div', {}, element('dt', {}, ...names.map(key => element('kbd', {}, key))), element('dd', {}, words))))));
}

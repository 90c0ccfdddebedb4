// Losing the line to the server is told in our own words, and stops nothing that does not need it: the map and its time go on.

import { say } from './words.ts';

export interface Connection {
  /** True while the line is down, or can no longer be taken up again. */
  isDown(): boolean;
  onBack(hear: () => void): void;
}

/** Blazor's script shows and hides the element of this id by class names. */
const ID = 'components-reconnect-modal';

export function watchConnection(reconnect: () => Promise<boolean>): Connection {
  const hasMap = document.querySelector('[data-map]') !== null;
  const part = (name: string, text: string, act?: [string, () => void]) => {
    const line = document.createElement('div');
    line.className = `connection-line connection-${name}`;
    line.append(Object.assign(document.createElement('span'), { textContent: text }));
    if (act) {
      const button = Object.assign(document.createElement('button'), { type: 'button', className: 'connection-act', textContent: act[0] });
      button.addEventListener('click', act[1]);
      line.append(button);
    }
    return line;
  };
  const strip = document.createElement('div');
  strip.id = ID;
  strip.className = 'connection';
  strip.setAttribute('role', 'status');
  const waits = hasMap ? say('Map and slider work; search, lists and editing wait.', 'الخريطة والشريط الزمني يعملان؛ البحث والقوائم والتحرير تنتظر.')
    : say('What you have typed stays here; saving waits.', 'ما كتبته باقٍ هنا؛ الحفظ ينتظر.');
  const reload: [string, () => void] = [say('Reload', 'أعد تحميل الصفحة'), () => location.reload()];
  strip.append(
    part('show', `${say('Connection lost.', 'انقطع الاتصال.')} ${waits}`),
    part('failed', `${say('The server cannot be reached.', 'تعذّر الوصول إلى الخادم.')} ${waits}`,
      [say('Try again', 'أعد المحاولة'), () => { void reconnect().then(back => { if (!back) location.reload(); }); }]),
    part('rejected', `${say('The server has started anew.', 'أُعيد تشغيل الخادم.')} ${hasMap
      ? say('Map and slider work; reload the page to search and edit.', 'الخريطة والشريط الزمني يعملان؛ أعد تحميل الصفحة للبحث والتحرير.')
      : say('Copy what you need, then reload the page.', 'انسخ ما تحتاجه ثم أعد تحميل الصفحة.')}`, reload));
  document.body.append(strip);

  const has = (name: string) => strip.classList.contains(`components-reconnect-${name}`);
  const isDown = () => has('show') || has('failed') || has('rejected') || has('retrying');
  const hearers: (() => void)[] = [];
  let wasDown = false;
  new MutationObserver(() => {
    const down = isDown();
    if (wasDown && !down) for (const hear of hearers) hear();
    wasDown = down;
  }).observe(strip, { attributes: true, attributeFilter: ['class'] });

  return { isDown, onBack: hear => { hearers.push(hear); } };
}

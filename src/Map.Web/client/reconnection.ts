// Losing the line to the server, or the server's side of the page, is told in our own words, and stops nothing that does not need it: the map and its time go on.

import { say } from './words.ts';

export interface Connection {
  /** True while the line is down, or can no longer be taken up again. */
  isDown(): boolean;
  onBack(hear: () => void): void;
}

/** Blazor's script shows and hides the element of this id by class names. */
const ID = 'components-reconnect-modal';
/** And shows the one of this id once something on the server failed that nobody had thought of: that page is then heard no longer. */
const FALLEN = 'blazor-error-ui';

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
  const goOn = () => hasMap ? say('Map and slider work; reload the page to search and edit.', 'الخريطة والشريط الزمني يعملان؛ أعد تحميل الصفحة للبحث والتحرير.')
    : document.querySelector('[data-kept-here]') ? say('What you typed is kept on this device; reload the page to go on.', 'ما كتبته محفوظ على هذا الجهاز؛ أعد تحميل الصفحة للمتابعة.')
      : say('Reload the page to go on.', 'أعد تحميل الصفحة للمتابعة.');
  const reload: [string, () => void] = [say('Reload', 'أعد تحميل الصفحة'), () => location.reload()];
  strip.append(
    part('show', `${say('Connection lost.', 'انقطع الاتصال.')} ${waits}`),
    part('failed', `${say('The server cannot be reached.', 'تعذّر الوصول إلى الخادم.')} ${waits}`,
      [say('Try again', 'أعد المحاولة'), () => { void reconnect().then(back => { if (!back) location.reload(); }); }]),
    part('rejected', '', reload));
  const fallen = document.createElement('div');
  fallen.id = FALLEN;
  fallen.className = 'connection';
  fallen.setAttribute('role', 'alert');
  fallen.append(part('fallen', '', reload));
  document.body.append(strip, fallen);

  const has = (name: string) => strip.classList.contains(`components-reconnect-${name}`);
  const isDown = () => has('show') || has('failed') || has('rejected') || has('retrying') || fallen.style.display !== '';
  // What to do next depends on what stands on the page by then.
  const tell = (line: Element | null, words: string) => { line!.querySelector('span')!.textContent = `${words} ${goOn()}`; };
  const hearers: (() => void)[] = [];
  let wasDown = false;
  const look = new MutationObserver(() => {
    const down = isDown();
    if (down === wasDown) return;
    wasDown = down;
    tell(strip.querySelector('.connection-rejected'), say('The server no longer knows this page: it has started anew, or the line was gone too long.', 'لم يعد الخادم يعرف هذه الصفحة: أُعيد تشغيله أو طال انقطاع الاتصال.'));
    tell(fallen, say('Something failed on the server, and this page is heard no longer.', 'حدث عطل في الخادم، ولم تعد هذه الصفحة مسموعة.'));
    document.body.toggleAttribute('data-line-down', down);
    for (const button of document.querySelectorAll('[data-save]')) {
      if (down) button.setAttribute('aria-disabled', 'true');
      else button.removeAttribute('aria-disabled');
    }
    if (!down) for (const hear of hearers) hear();
  });
  look.observe(strip, { attributes: true, attributeFilter: ['class'] });
  look.observe(fallen, { attributes: true, attributeFilter: ['style'] });
  // A save that nobody hears would be lost without a word. The keys that save press these buttons too.
  document.addEventListener('click', event => {
    if (!isDown() || !(event.target instanceof Element) || !event.target.closest('[data-save]')) return;
    event.preventDefault();
    event.stopImmediatePropagation();
  }, true);

  return { isDown, onBack: hear => { hearers.push(hear); } };
}

// A page with a story: the map in its frame follows the chapter that is being read, and links of the text. Without this script the page is text alone.

import { readingLine, chapterAt } from './story-place.ts';
import { SHOW_NAMES } from './embed-words.ts';
import { say, speak } from './words.ts';

const story = document.querySelector<HTMLElement>('[data-story]');
if (story) follow(story);

function follow(story: HTMLElement): void {
  speak(document.documentElement.lang);
  const stage = story.querySelector<HTMLElement>('[data-story-stage]')!, frame = story.querySelector<HTMLIFrameElement>('[data-story-map]')!;
  const chapters = [...story.querySelectorAll<HTMLElement>('[data-chapter]')], where = story.querySelector<HTMLElement>('[data-story-where]')!;
  let current = -1, isReady = false, isDue = false;
  /** What a link of the text has asked for since the chapter began. */
  let besides: Record<string, string> | null = null;

  stage.hidden = false;
  story.dataset['live'] = '';
  frame.addEventListener('load', () => {
    isReady = true;
    dress();
    tell();
  });
  frame.src = dressed(frame.dataset['src']!);
  new MutationObserver(dress).observe(document.documentElement, { attributes: true, attributeFilter: ['data-theme'] });

  const look = () => {
    isDue = false;
    const line = readingLine(innerHeight, stage.getBoundingClientRect());
    read(chapterAt(chapters.map(it => it.getBoundingClientRect().top), line, isAtEnd()));
  };
  const lookSoon = () => {
    if (isDue) return;
    isDue = true;
    requestAnimationFrame(look);
  };
  addEventListener('scroll', lookSoon, { passive: true });
  addEventListener('resize', lookSoon);
  look();

  story.addEventListener('click', event => {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const step = event.target.closest<HTMLElement>('[data-story-step]'), link = event.target.closest<HTMLElement>('a[data-date]'), back = event.target.closest<HTMLElement>('[data-story-show]');
    if (step) go(current + Number(step.dataset['storyStep']));
    else if (back) {
      event.preventDefault();
      // The map comes back to its chapter, whatever was looked at besides.
      current = Number(back.dataset['storyShow']) - 1;
      besides = null;
      shown();
    } else if (link) {
      event.preventDefault();
      besides = said(link.dataset);
      const told = link.dataset['storyEvent'];
      if (told) {
        besides['event'] = told;
        offerCard((link as HTMLAnchorElement).href);
      }
      tell();
    }
  });

  addEventListener('keydown', event => {
    if (event.ctrlKey || event.metaKey || event.altKey || event.shiftKey || (event.target instanceof Element && event.target.closest('input, select, textarea, [contenteditable], summary'))) return;
    // As on the time bar, later is to the right in every language.
    if (event.key !== 'ArrowRight' && event.key !== 'ArrowLeft') return;
    event.preventDefault();
    go(current + (event.key === 'ArrowRight' ? 1 : -1));
  });

  function isAtEnd(): boolean {
    const page = document.documentElement;
    return page.scrollHeight > innerHeight && Math.ceil(scrollY + innerHeight) >= page.scrollHeight;
  }

  /** Brings a chapter under the eyes. Where the page cannot scroll so far it is read all the same. */
  function go(to: number): void {
    const chapter = chapters[to];
    if (!chapter) return;
    chapter.scrollIntoView({ block: 'start', behavior: 'instant' });
    read(to);
  }

  function read(to: number): void {
    if (to === current || !chapters[to]) return;
    const isFirst = current === -1;
    current = to;
    besides = null;
    shown();
    // The address keeps the chapter; a page that was opened on no chapter keeps none until one is read.
    if (!isFirst || to > 0) history.replaceState(history.state, '', `${location.pathname}${location.search}#${chapters[to].id}`);
  }

  function shown(): void {
    story.dataset['reading'] = String(current + 1);
    chapters.forEach((it, at) => it.toggleAttribute('data-reading', at === current));
    for (const link of story.querySelectorAll<HTMLElement>('[data-story-to]')) {
      if (link.dataset['storyTo'] === String(current + 1)) link.setAttribute('aria-current', 'step'); else link.removeAttribute('aria-current');
    }
    for (const button of story.querySelectorAll<HTMLButtonElement>('[data-story-step]')) button.disabled = !chapters[current + Number(button.dataset['storyStep'])];
    const when = chapters[current]!.querySelector('.story-when')?.textContent.trim() ?? '';
    where.textContent = `${current + 1} / ${chapters.length}${when ? ` · ${when}` : ''}`;
    tell();
  }

  /** The map rings the event; all that is said of it stands on its card. */
  function offerCard(address: string): void {
    const link = document.createElement('a');
    link.href = address;
    link.target = '_blank';
    link.rel = 'noopener';
    link.className = 'date-link';
    link.textContent = say('Open the card of this event', 'افتح بطاقة هذا الحدث');
    where.replaceChildren(link);
  }

  /** To the map: the chapter whole, and on top of it what a link asks for. */
  function tell(): void {
    const chapter = chapters[current];
    if (!isReady || !chapter) return;
    const asked = { ...Object.fromEntries(new URLSearchParams(chapter.dataset['query'])), ring: chapter.dataset['ring'] ?? '', whole: '1', ...besides };
    frame.contentWindow?.postMessage({ type: 'map-embed-show', ...asked }, location.origin === 'null' ? '*' : location.origin);
  }

  function said(data: DOMStringMap): Record<string, string> {
    const asked: Record<string, string> = {};
    for (const name of SHOW_NAMES) if (data[name]) asked[name] = data[name];
    return asked;
  }

  function dressed(address: string): string {
    const theme = document.documentElement.dataset['theme'];
    // The chapter says its date; where there is little room, that is enough.
    const bare = `${address}&hide=title,open${matchMedia('(max-width: 899px)').matches ? ',date' : ''}`;
    return theme ? `${bare}&theme=${theme}` : bare;
  }

  /** The frame is of this very site: it wears what this page wears. In a frame without an origin it goes by the device alone. */
  function dress(): void {
    const theme = document.documentElement.dataset['theme'], root = frame.contentDocument?.documentElement;
    if (root && theme && root.dataset['theme'] !== theme) root.dataset['theme'] = theme;
  }
}

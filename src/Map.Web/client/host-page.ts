// For pages that hold embeds: gives each frame the height it asks for, and lets links and passages of the text move its map. A plain script without parts or globals, for any page; what it hears it believes of a frame's height alone.
//
//   <iframe data-map-embed id="saraqib" src="…/embed?…"></iframe>
//   <a data-date="2020-02-05" data-window="30d" data-map="saraqib" href="…">February 2020</a>
//   <section data-map-step data-date="2020-03-06">…</section>

import { heardByPage, SHOW_NAMES } from './embed-words.ts';

const FRAMES = 'iframe[data-map-embed]';
/** What in a page moves a map: links and buttons when they are followed, passages when they come to the middle of the screen. */
const LINKS = 'a[data-date], a[data-view], a[data-at], button[data-date], button[data-view], button[data-at]';
const STEPS = '[data-map-step]';

function start(): void {
  addEventListener('message', event => {
    const height = heardByPage(event.data);
    if (height === null) return;
    const frame = frames().find(it => it.contentWindow === event.source);
    // A frame that was moved on to another site's page is nobody we know; one that is sandboxed has no origin.
    if (!frame || (event.origin !== originOf(frame) && event.origin !== 'null')) return;
    frame.style.height = `${height}px`;
  });

  // The frame may have been there before this script, or come after it.
  for (const frame of frames()) greet(frame);
  document.addEventListener('load', event => { if (event.target instanceof HTMLIFrameElement && event.target.matches(FRAMES)) greet(event.target); }, true);

  document.addEventListener('click', event => {
    if (!(event.target instanceof Element) || event.ctrlKey || event.metaKey || event.shiftKey || event.altKey) return;
    const link = event.target.closest<HTMLElement>(LINKS), frame = link && frameOf(link);
    if (!link || !frame) return;
    event.preventDefault();
    move(frame, link);
  });

  const steps = [...document.querySelectorAll<HTMLElement>(STEPS)];
  if (steps.length === 0) return;
  // A line across the middle of the screen: what crosses it is being read.
  const reading = new IntersectionObserver(seen => {
    const step = seen.find(it => it.isIntersecting)?.target;
    const frame = step instanceof HTMLElement ? frameOf(step) : null;
    if (step instanceof HTMLElement && frame) move(frame, step);
  }, { rootMargin: '-50% 0px -50% 0px' });
  for (const step of steps) reading.observe(step);
}

const frames = () => [...document.querySelectorAll<HTMLIFrameElement>(FRAMES)];

/** The frame that is named, or else the last one before the link, or the first of the page. */
function frameOf(from: HTMLElement): HTMLIFrameElement | null {
  const named = from.dataset['map'];
  const all = frames();
  if (named !== undefined) return all.find(it => it.id === named) ?? null;
  return all.filter(it => (from.compareDocumentPosition(it) & Node.DOCUMENT_POSITION_PRECEDING) !== 0).at(-1) ?? all[0] ?? null;
}

function move(frame: HTMLIFrameElement, from: HTMLElement): void {
  const asked: Record<string, string> = {};
  for (const name of SHOW_NAMES) {
    const value = from.dataset[name];
    if (value !== undefined) asked[name] = value;
  }
  // A frame that waits until it is seen has to begin now.
  frame.loading = 'eager';
  frame.contentWindow?.postMessage({ type: 'map-embed-show', ...asked }, target(frame));
}

function greet(frame: HTMLIFrameElement): void {
  frame.contentWindow?.postMessage({ type: 'map-embed-hello' }, target(frame));
}

const originOf = (frame: HTMLIFrameElement) => new URL(frame.src, location.href).origin;

/** Only to the map's own site; a sandboxed frame has no origin that could be named, and nothing said to it is secret. */
const target = (frame: HTMLIFrameElement) => frame.sandbox.length > 0 && !frame.sandbox.contains('allow-same-origin') ? '*' : originOf(frame);

if (document.readyState === 'loading') document.addEventListener('DOMContentLoaded', start); else start();

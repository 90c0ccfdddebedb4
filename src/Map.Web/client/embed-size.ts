// How high an embed would like to be. A page that says it sizes frames is told so for every width; any other only where something has no room. A frame that fits says nothing.

import type { Height } from './embed-words.ts';

/** The map's height for the width of its frame: near 5 to 3, never too low to see a province, never higher than a laptop's screen. */
export function mapHeight(width: number): number {
  return Math.round(Math.max(280, Math.min(600, width * .6)));
}

export interface EmbedSize {
  /** The page has said that it sizes frames. */
  obeyed(): void;
}

/**
 * @param map What takes the room that is left.
 * @param around What lies above and below it.
 */
export function createEmbedSize(map: HTMLElement, around: readonly HTMLElement[], tell: (height: number) => void): EmbedSize {
  let isObeyed = false, told = 0;

  /** Of what lies around the map and of the width, not of the frame as it stands: an answer must not lead to another question. */
  const wanted = () => around.reduce((sum, part) => sum + part.getBoundingClientRect().height, 0) + mapHeight(innerWidth);

  function fit(): void {
    const page = document.documentElement;
    const height = Math.ceil(isObeyed ? wanted() : page.scrollHeight);
    if (isObeyed ? Math.abs(height - innerHeight) <= 1 : height <= innerHeight) { told = 0; return; }
    if (height === told) return;
    told = height;
    tell(height);
  }

  const seen = new ResizeObserver(fit);
  for (const part of [document.body, map, ...around]) seen.observe(part);
  addEventListener('resize', fit);
  return {
    obeyed() {
      isObeyed = true;
      told = 0;
      fit();
    },
  };
}

/** To whoever holds this frame: nothing in it is secret. Pages in AMP and on Medium know these words of their own. */
export function tellHeight(height: number): void {
  if (parent === window) return;
  parent.postMessage({ type: 'map-embed-height', height } satisfies Height, '*');
  parent.postMessage({ sentinel: 'amp', type: 'embed-size', height }, '*');
  parent.postMessage(JSON.stringify({ src: location.href, context: 'iframe.resize', height }), '*');
}

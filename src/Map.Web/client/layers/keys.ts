// The map as one stop of the Tab key: arrows move it, + and − zoom, Enter asks about its middle. Reached by a click, it leaves the arrows to time.

import type L from 'leaflet';

/** Pixels an arrow moves the map. */
const STRIDE = 90;

export function listenToMapKeys(map: L.Map, enter: () => void, escape: () => boolean): () => void {
  const container = map.getContainer();
  container.tabIndex = 0;
  let byKey = false;
  const keyed = () => { byKey = true; };
  const pointed = () => {
    byKey = false;
    container.classList.remove('is-keyed');
  };
  const focused = () => container.classList.toggle('is-keyed', byKey);
  const pressed = (event: KeyboardEvent) => {
    if (event.target !== container || event.altKey || event.ctrlKey || event.metaKey || !act(event.key)) return;
    event.preventDefault();
    event.stopPropagation();
  };

  function act(key: string): boolean {
    const walks = container.classList.contains('is-keyed');
    switch (key) {
      case 'ArrowLeft': if (walks) map.panBy([-STRIDE, 0]); return walks;
      case 'ArrowRight': if (walks) map.panBy([STRIDE, 0]); return walks;
      case 'ArrowUp': map.panBy([0, -STRIDE]); return true;
      case 'ArrowDown': map.panBy([0, STRIDE]); return true;
      case '+': case '=': map.zoomIn(); return true;
      case '-': case '_': map.zoomOut(); return true;
      case 'Enter': enter(); return true;
      case 'Escape': return escape();
      default: return false;
    }
  }

  document.addEventListener('keydown', keyed, true);
  document.addEventListener('pointerdown', pointed, true);
  container.addEventListener('focus', focused);
  container.addEventListener('keydown', pressed);
  return () => {
    document.removeEventListener('keydown', keyed, true);
    document.removeEventListener('pointerdown', pointed, true);
    container.removeEventListener('focus', focused);
    container.removeEventListener('keydown', pressed);
  };
}

// Which layer says who held what: the one derived from claims, or one series of zones. One at a time, for two readings laid over each other read as one.

import type { Model } from '../model.ts';
import type { ZoneSeries } from '../packs/index.ts';
import { say } from '../words.ts';
import { apart, element } from './dom.ts';
import type { Frame } from './layer.ts';
import { seriesTitle } from './zone-legend.ts';

export interface SeriesMenu {
  readonly element: HTMLElement;
  show(frame: Frame): void;
}

const NONE: readonly ZoneSeries[] = [];

let made = 0;

export function createSeriesMenu(model: Model): SeriesMenu {
  const box = element('div', 'map-series'), name = `map-series-${++made}`;
  box.setAttribute('role', 'radiogroup');
  box.setAttribute('aria-label', say('Who held what, by', 'من سيطر على ماذا، بحسب'));
  let listed: readonly ZoneSeries[] | null = null, boxes: { readonly key: string | null; readonly box: HTMLInputElement }[] = [];

  function choice(key: string | null, words: string): HTMLElement {
    const radio = element('input', '');
    radio.type = 'radio';
    radio.name = name;
    radio.addEventListener('change', () => {
      const { layers } = model.now;
      // Who chooses a layer wants to see it.
      model.change({ series: key, layers: layers.includes('control') ? layers : ['control', ...layers] }, 'series', true);
    });
    boxes.push({ key, box: radio });
    return element('label', 'map-layer map-series-row', radio, apart(words));
  }

  return {
    element: box,
    show({ data, shown }) {
      const series = data.zones?.series ?? NONE;
      if (series !== listed) {
        listed = series;
        boxes = [];
        box.hidden = series.length === 0;
        box.replaceChildren(element('p', 'map-layers-title', say('Who held what, by', 'من سيطر على ماذا، بحسب')),
          choice(null, say('Cited claims (derived)', 'الادعاءات الموثّقة (مستخلصة)')), ...series.map(one => choice(one.key, seriesTitle(one))));
      }
      for (const { key, box } of boxes) box.checked = shown.series === key;
    },
  };
}

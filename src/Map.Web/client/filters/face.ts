// The filters on the dashboard: the tab, the chips above the list, and their number on the tab.

import { write } from '../time/element.ts';
import { figure } from '../words.ts';
import type { FilterFace } from './apply.ts';
import { createChips } from './chips.ts';
import { keepIn } from './homes.ts';
import { createPanel } from './panel.ts';

/** `page`: the element below which the island stands. */
export function dashboardFilters(page: HTMLElement): FilterFace {
  return source => {
    const panel = createPanel(source), chips = createChips(source);
    const badges = () => page.querySelectorAll('[data-filter-badge]');
    const show = () => {
      const number = chips.show();
      for (const badge of badges()) write(badge, number === 0 ? '' : figure(number));
    };
    const stops = [
      keepIn(page, '[data-filters]', panel.element, show), keepIn(page, '[data-filter-chips]', chips.element, show), panel.dispose,
      source.model.listen(({ now, before }) => { if (now.filters !== before.filters || now.types !== before.types) show(); }),
      source.listen(show),
    ];
    return { dispose: () => { for (const stop of stops) stop(); } };
  };
}

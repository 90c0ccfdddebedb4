// What an embed is narrowed to, said in its heading: its readers have no panel that would show it.

import { element, write } from '../time/element.ts';
import { say } from '../words.ts';
import { filterLine } from './active.ts';
import type { FilterFace } from './apply.ts';

export function filterCaption(heading: HTMLElement): FilterFace {
  return source => {
    const line = element('p', { class: 'embed-filters', 'data-embed-filters': true });
    heading.append(line);
    const show = () => {
      const words = filterLine(source.model.now, source.facets);
      // A key says little: until the names have come the line waits.
      line.hidden = words === '' || (source.model.now.filters !== null && source.facets === null);
      write(line, say(`Showing only these events: ${words}`, `الأحداث المعروضة فقط: ${words}`));
    };
    show();
    const stops = [source.listen(show), source.model.listen(show)];
    return {
      dispose() {
        for (const stop of stops) stop();
        line.remove();
      },
    };
  };
}

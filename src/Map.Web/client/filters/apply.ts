// Keeps what is counted and drawn in step with the filters: fetches what they are judged by, and until that is here leaves the last picture as it is.

import type { MapBounds, MapOptions } from '../contract.ts';
import type { MapData } from '../layers/layer.ts';
import type { Loader } from '../layers/load.ts';
import type { Model } from '../model.ts';
import { FetchFailed, type FacetPack } from '../packs/index.ts';
import { say } from '../words.ts';
import { keptRows } from './mask.ts';
import { matchingIds, rowsOf } from './matching.ts';

/** right: the picture is what the filters ask for; fetching: it soon will be; failed: it is not, until somebody tries again. */
export type FilterState = 'right' | 'fetching' | 'failed';

/** What a face of the filters (a panel, a line of words) draws from. */
export interface FilterSource {
  readonly model: Model;
  /** Null before the first data are complete. */
  readonly data: MapData | null;
  /** Null until a filter or a face needs them. */
  readonly facets: FacetPack | null;
  /** 1 for each row whose text answers; null where no text is asked for, or its answer has not come. */
  readonly matching: Uint8Array | null;
  readonly state: FilterState;
  bounds(): MapBounds;
  /** Fetches the facets though no filter asks for them yet. */
  want(): void;
  again(): void;
  /** Hears when any of the above has changed; the model has hearers of its own. */
  listen(hear: () => void): () => void;
}

/** Draws the filters somewhere on the page, and goes when the map goes. */
export type FilterFace = (source: FilterSource) => { dispose(): void };

export interface Filtering extends FilterSource {
  /** Calls back when these data may be shown: at once where nothing is filtered, otherwise when what is left of them is known. */
  use(data: MapData, then: () => void): void;
  dispose(): void;
}

export interface FilterEars {
  readonly model: Model;
  readonly loader: Loader;
  readonly options: Pick<MapOptions, 'dataUrl'>;
  bounds(): MapBounds;
  repaint(): void;
  /** Says what failed and how to try again; null: it has not. */
  failure(words: string | null, again?: () => void): void;
}

export function createFiltering({ model, loader, options, bounds, repaint, failure }: FilterEars): Filtering {
  let data: MapData | null = null, then: (() => void) | null = null, shown = false;
  let facets: FacetPack | null = null, facetsOf: string | null = null, wanted = false;
  let matching: Uint8Array | null = null, matchingOf = '';
  let state: FilterState = 'right', question = new AbortController(), saidFailure = false;
  const hearers = new Set<() => void>();
  const tell = () => { for (const hear of [...hearers]) hear(); };

  /** Within the same task where everything needed is here already: then the next picture is the right one. */
  function answer(): void {
    question.abort();
    question = new AbortController();
    if (data === null) return;
    const { filters } = model.now, textOf = filters?.text == null ? null : `${data.index.version} ${filters.text}`;
    const lacksFacets = (filters !== null || wanted) && facetsOf !== nameOf(data), lacksText = textOf !== null && textOf !== matchingOf;
    // Facets that only a face asks for hold nothing up.
    if (filters === null || !(lacksFacets || lacksText)) settle();
    if (!lacksFacets && !lacksText) return;
    become('fetching');
    void fetchFor(data, lacksFacets, lacksText ? filters!.text : null, question.signal);
  }

  async function fetchFor(asked: MapData, needsFacets: boolean, text: string | null, signal: AbortSignal): Promise<void> {
    try {
      const [names, ids, matched] = await Promise.all([
        needsFacets ? loader.facets(asked) : facets,
        text === null ? null : loader.ids(asked),
        text === null ? null : matchingIds(options.dataUrl, text, signal),
      ]);
      if (signal.aborted) return;
      facets = names;
      facetsOf = nameOf(asked);
      if (text !== null) {
        matching = rowsOf(ids!, matched!);
        matchingOf = `${asked.index.version} ${text}`;
      }
      settle();
    } catch (error) {
      if (signal.aborted) return;
      if (!(error instanceof FetchFailed)) throw error;
      become('failed');
    }
  }

  function settle(): void {
    const { filters } = model.now, { events, happening, index } = data!;
    happening.setKept(filters === null ? null : keptRows(events, facets!, filters, matching, index.lineages));
    become('right');
    const ready = then;
    then = null;
    shown = true;
    if (ready) ready(); else repaint();
  }

  function become(next: FilterState): void {
    state = next;
    const failed = next === 'failed' && model.now.filters !== null;
    if (failed) failure(shown
      ? say('What the filters need could not be fetched. What you see is from before.', 'تعذّر جلب ما تحتاجه عوامل التصفية. ما تراه هو السابق.')
      : say('What the filters need could not be fetched, so no events are shown yet.', 'تعذّر جلب ما تحتاجه عوامل التصفية، فلا تُعرض أحداث بعد.'), answer);
    else if (saidFailure) failure(null);
    saidFailure = failed;
    tell();
  }

  const stop = model.listen(({ now, before }) => { if (now.filters !== before.filters) answer(); });

  return {
    model, bounds, again: answer,
    get data() { return shown ? data : null; },
    get facets() { return data !== null && facetsOf === nameOf(data) ? facets : null; },
    get matching() { return model.now.filters?.text == null || state !== 'right' ? null : matching; },
    get state() { return state; },
    use(next, ready) {
      data = next;
      then = ready;
      answer();
    },
    want() {
      if (wanted) return;
      wanted = true;
      answer();
    },
    listen(hear) {
      hearers.add(hear);
      return () => { hearers.delete(hear); };
    },
    dispose() {
      stop();
      question.abort();
      hearers.clear();
    },
  };
}

/** Names the facets of one state of the data. */
function nameOf({ index }: MapData): string {
  return `${index.facets} ${index.changes}`;
}

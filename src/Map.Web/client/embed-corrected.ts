// What an embed owes to those who read it years later: whether something of what it shows was corrected since, or an event it was made for was withdrawn. Asked when the map stands, when the view has come to rest, and when something was published.

import type { CorrectedFile, DateInWords, MapReport } from './contract.ts';
import { FetchFailed, fetchJson } from './packs/index.ts';
import { dayOfIso, isoOf } from './time/days.ts';
import { element } from './time/element.ts';
import { windowDays } from './model.ts';
import { language, say } from './words.ts';

export interface CorrectedLine {
  /** The view has come to rest. */
  rested(report: MapReport): void;
  /** Something may have been published. */
  renew(): void;
}

/** The parameters of the question that a view is; null where it has no day yet. */
export function correctedQuery({ state, bounds }: Pick<MapReport, 'state' | 'bounds'>): string | null {
  const day = dayOfIso(state.date ?? '');
  if (day === null) return null;
  const window = state.window ?? '30d', length = windowDays(window);
  const query = new URLSearchParams();
  if (window === 'from') query.set('from', isoOf(day));
  else {
    if (length !== null) query.set('from', isoOf(day - length + 1));
    query.set('to', isoOf(day));
  }
  for (const side of ['south', 'west', 'north', 'east'] as const) query.set(side, bounds[side].toFixed(3));
  if (state.event !== null) query.set('event', String(state.event));
  return query.toString();
}

/** The sentence, or null where nothing is to be said: of what is shown, and of an event that is gone. */
export function correctedWords(file: CorrectedFile): string | null {
  if (file.isGone && file.withdrawn) return say(`The event of this view was withdrawn, and is not shown any more. Last withdrawal: ${inWords(file.withdrawn)}.`, `سُحب حدث هذا العرض ولم يعد معروضاً. آخر سحب: ${inWords(file.withdrawn)}.`);
  if (file.corrected) return say(`Corrected on ${inWords(file.corrected)}.`, `صُحّح في ${inWords(file.corrected)}.`);
  return file.withdrawn ? say(`Records were last withdrawn on ${inWords(file.withdrawn)}.`, `آخر سحب للسجلات في ${inWords(file.withdrawn)}.`) : null;
}

const inWords = (date: DateInWords) => language() === 'ar' ? date.wordsAr : date.words;

export function createCorrectedLine(foot: HTMLElement, dataUrl: string): CorrectedLine {
  const line = element('p', { class: 'embed-corrected', role: 'status', 'data-corrected': true, hidden: true });
  foot.before(line);
  let view: string | null = null, isAny = true, question: AbortController | null = null;

  async function ask(): Promise<void> {
    if (view === null) return;
    question?.abort();
    const { signal } = question = new AbortController();
    try {
      const file = await fetchJson<CorrectedFile>(`${dataUrl}corrected.json?${view}`, signal);
      isAny = file.any;
      tell(correctedWords(file));
    } catch (error) {
      // Asked again when something is published; without an answer nothing is claimed either way.
      if (!(error instanceof FetchFailed) && !signal.aborted) throw error;
    }
  }

  function tell(words: string | null): void {
    if ((words ?? '') === (line.firstChild?.textContent ?? '')) return;
    line.hidden = words === null;
    const more = element('a', { class: 'embed-open', href: language() === 'ar' ? '/corrections?lang=ar' : '/corrections', target: '_blank', rel: 'noopener' }, say('What was corrected', 'ما الذي صُحّح'));
    line.replaceChildren(...(words === null ? [] : [element('span', {}, words), ' ', more]));
  }

  return {
    rested(report) {
      const asked = correctedQuery(report);
      if (asked === view) return;
      view = asked;
      // Most maps never had anything corrected: theirs ask once.
      if (isAny) void ask();
    },
    renew() { void ask(); },
  };
}

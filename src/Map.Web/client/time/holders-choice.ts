// Whether the chart of holders is there, and what it measures. It stands on the page's root before the first paint, because the map's height follows from it.

export type ChartChoice = 'area' | 'places' | 'off';

/** Name under which the choice is kept. */
export const CHART = 'chart';

export function chartChoice(word: string | null): ChartChoice | null {
  return word === 'area' || word === 'places' || word === 'off' ? word : null;
}

// Runs before the first paint: the colours the reader chose, or those the system asks for, and the room that the chart of holders takes.

import { keep, kept } from './kept.ts';
import { CHART, chartChoice } from './time/holders-choice.ts';

const root = document.documentElement;

const chosen = kept('theme');
if (chosen === 'light' || chosen === 'dark') root.dataset['theme'] = chosen;

const chart = chartChoice(kept(CHART));
if (chart !== null) root.dataset['chart'] = chart;

document.addEventListener('click', event => {
  if (!(event.target instanceof Element) || event.target.closest('[data-theme-toggle]') === null) return;
  const next = isDark() ? 'light' : 'dark';
  root.dataset['theme'] = next;
  keep('theme', next);
});

function isDark(): boolean {
  return root.dataset['theme'] === 'dark' || (root.dataset['theme'] !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
}

export {};

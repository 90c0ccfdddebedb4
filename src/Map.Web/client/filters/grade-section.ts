// How firmly an event must stand to be shown: one choice, from what is confirmed to everything that was claimed.

import { GRADES } from '../packs/index.ts';
import { element, write } from '../time/element.ts';
import { figure, say } from '../words.ts';
import { gradeWords } from './active.ts';

export interface GradeSection {
  readonly element: HTMLElement;
  /** `counts` by GRADES, of each grade alone; without them the choices stand alone. */
  show(weakest: string | null, counts: Uint32Array | null): void;
}

export function createGradeSection(choose: (weakest: string | null) => void): GradeSection {
  const rows = GRADES.map((grade, i) => {
    // The weakest grade leaves out nothing, and so asks nothing.
    const asked = i === GRADES.length - 1 ? null : grade;
    const button = element('input', { type: 'radio', name: 'grade', value: grade }), count = element('span', { class: 'filter-count' });
    button.addEventListener('change', () => { if (button.checked) choose(asked); });
    return { asked, button, count, row: element('label', { class: 'filter-row' }, button, element('span', { class: 'filter-name' }, gradeWords(asked)), count) };
  });
  const root = element('fieldset', { class: 'filter', 'data-facet': 'grade' }, element('legend', { class: 'filter-title' }, say('How firmly it stands', 'مدى ثبوته')), ...rows.map(({ row }) => row));

  return {
    element: root,
    show(weakest, counts) {
      let kept = 0;
      rows.forEach(({ asked, button, count }, i) => {
        kept += counts?.[i] ?? 0;
        button.checked = asked === weakest;
        write(count, counts === null ? '' : figure(kept));
      });
    },
  };
}

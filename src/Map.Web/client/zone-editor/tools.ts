// The tools of the editor of zones, and the line that says how things stand.

import { figure, say } from '../words.ts';
import { button, element } from '../layers/dom.ts';

export type Tool = 'corners' | 'area' | 'hole' | 'cut' | 'join' | 'remove';

/** Tools that take whole areas by a spot in them, and draw nothing. */
export const takesAreas = (tool: Tool): boolean => tool === 'join' || tool === 'remove';

export interface ToolHands {
  take(tool: Tool): void;
  undo(): void;
  redo(): void;
  remove(): void;
  showFault(): void;
}

export interface ToolState {
  readonly tool: Tool;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  readonly canRemove: boolean;
  readonly corners: number;
  readonly squareKilometres: number;
  /** What is wrong, or what to do next. */
  readonly words: string;
  readonly isWrong: boolean;
}

export interface Tools {
  show(state: ToolState): void;
  dispose(): void;
}

export function createTools(root: HTMLElement, hands: ToolHands): Tools {
  const names: readonly (readonly [Tool, string, string])[] = [
    ['corners', say('Corners', 'الزوايا'), say('Move, add and remove corners', 'تحريك الزوايا وإضافتها وحذفها')],
    ['area', say('Area', 'مساحة'), say('Draw an area', 'رسم مساحة')],
    ['hole', say('Hole', 'فتحة'), say('Draw a hole in an area', 'رسم فتحة في مساحة')],
    ['cut', say('Cut', 'قطع'), say('Cut an area in two along a line', 'قطع مساحة إلى اثنتين بخط')],
    ['join', say('Join', 'ضم'), say('Join two areas that share a border', 'ضم مساحتين متجاورتين')],
    ['remove', say('Remove', 'حذف'), say('Take a whole area away', 'حذف مساحة كاملة')],
  ];
  const tools = new Map(names.map(([tool, words, title]) => {
    const made = button('zone-tool', () => hands.take(tool), words);
    made.title = title;
    return [tool, made] as const;
  }));
  const undo = button('zone-tool', hands.undo, say('Undo', 'تراجع')), redo = button('zone-tool', hands.redo, say('Redo', 'إعادة')), remove = button('zone-tool', hands.remove, say('Remove corner', 'حذف الزاوية'));
  const words = element('span', 'zone-words'), size = element('span', 'zone-size'), showing = button('zone-show', hands.showFault, say('Show', 'أظهر'));
  const said = element('p', 'zone-said', words, showing, size);
  words.setAttribute('role', 'status');
  const bar = element('div', 'zone-tools', element('div', 'zone-tool-row', ...tools.values(), undo, redo, remove), said);
  bar.setAttribute('role', 'toolbar');
  bar.setAttribute('aria-label', say('Drawing tools', 'أدوات الرسم'));
  root.append(bar);

  return {
    show(state) {
      for (const [tool, made] of tools) made.setAttribute('aria-pressed', String(tool === state.tool));
      for (const [made, can] of [[undo, state.canUndo], [redo, state.canRedo], [remove, state.canRemove]] as const) made.disabled = !can;
      if (words.textContent !== state.words) words.textContent = state.words;
      said.classList.toggle('is-wrong', state.isWrong);
      showing.hidden = !state.isWrong;
      const area = state.squareKilometres;
      size.textContent = state.corners === 0 ? '' : say(`${figure(state.corners)} corners, ${figure(area < 10 ? Math.round(area * 10) / 10 : Math.round(area))} km²`, `${figure(state.corners)} زاوية، ${figure(area < 10 ? Math.round(area * 10) / 10 : Math.round(area))} كم²`);
    },
    dispose: () => bar.remove(),
  };
}

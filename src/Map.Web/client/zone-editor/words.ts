// What the editor of zones says.

import { say } from '../words.ts';
import type { FaultKind } from './faults.ts';
import type { NoSplit } from './split.ts';

const FAULTS: Record<FaultKind, () => string> = {
  'too-few': () => say('A border needs three corners', 'تحتاج الحدود إلى ثلاث زوايا'),
  repeated: () => say('Two corners stand on one spot', 'زاويتان في نقطة واحدة'),
  crossing: () => say('The border crosses itself', 'الحدود تتقاطع مع نفسها'),
  'no-area': () => say('The border encloses no ground', 'الحدود لا تحيط بأرض'),
  'hole-outside': () => say('A hole reaches beyond the border', 'فتحة تتجاوز الحدود'),
  'holes-overlap': () => say('Two holes lie over each other', 'فتحتان متداخلتان'),
  'parts-side-by-side': () => say('Two areas share a border: remove one, or join them', 'مساحتان تشتركان في حدود: احذف إحداهما أو ضمّهما'),
  'parts-overlap': () => say('Two parts lie over each other', 'جزءان متداخلان'),
};

export const faultWords = (kind: FaultKind): string => FAULTS[kind]();

const NO_SPLIT: Record<NoSplit, () => string> = {
  'not-across': () => say('Not cut: the line must enter and leave one part exactly once.', 'لم يُقطع: يجب أن يدخل الخط جزءاً واحداً ويخرج منه مرة واحدة.'),
  'through-a-hole': () => say('Not cut: the line runs through a hole.', 'لم يُقطع: الخط يمر عبر فتحة.'),
};

export const noSplitWords = (why: NoSplit): string => NO_SPLIT[why]();

// On the page of one's account: whether this device keeps what is typed. The choice is the device's, for whoever works on it.

import { forgetDrafts, KEEPS_NOTHING } from './drafts.ts';
import { keep, kept, letGo } from './kept.ts';

export function followDraftChoice(): void {
  for (const box of document.querySelectorAll<HTMLInputElement>('[data-keeps-nothing]')) {
    box.checked = kept(KEEPS_NOTHING) !== null;
    // Without scripts nothing is kept and nothing is to be chosen.
    box.closest('section')!.hidden = false;
    box.addEventListener('change', () => {
      if (!box.checked) {
        letGo(KEEPS_NOTHING);
        return;
      }
      keep(KEEPS_NOTHING, '1');
      forgetDrafts();
    });
  }
}

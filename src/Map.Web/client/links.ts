// Links that carry the address with them. The map writes the address bar while the page stands, so what the server wrote into them grows old.

import { asKnownOn } from './known.ts';
import { say } from './words.ts';

/** The present address in another language; English is the silent default. */
export function inLanguage(address: string, language: string): string {
  const url = new URL(address);
  if (language === 'en') url.searchParams.delete('lang'); else url.searchParams.set('lang', language);
  return url.pathname + url.search.replaceAll('%2C', ',') + url.hash;
}

/** Brings links up to date when they are about to be used, and lets the link to an event be copied by a click. */
export function followLinks(page: Document = document): void {
  const renew = (event: Event) => {
    const link = (event.target as Element).closest?.('a');
    if (!link) return;
    const language = link.dataset['languageLink'];
    if (language !== undefined) link.setAttribute('href', inLanguage(page.location.href, language));
    if (link.dataset['nowLink'] !== undefined) link.setAttribute('href', asKnownOn(page.location.href, null));
    if (link.dataset['signIn'] !== undefined) {
      const url = new URL(link.href);
      url.searchParams.set('returnUrl', page.location.pathname + page.location.search);
      link.setAttribute('href', url.pathname + url.search);
    }
  };
  for (const name of ['pointerdown', 'focusin', 'click']) page.addEventListener(name, renew, true);

  page.addEventListener('click', event => {
    const link = (event.target as Element).closest?.<HTMLAnchorElement>('a[data-copy-address]');
    if (!link || event.ctrlKey || event.metaKey || event.shiftKey || !navigator.clipboard) return;
    event.preventDefault();
    void navigator.clipboard.writeText(link.href).then(() => {
      link.dataset['copied'] = say('Link copied', 'نُسخ الرابط');
      link.addEventListener('pointerleave', () => { delete link.dataset['copied']; }, { once: true });
    });
  });

  // One menu at a time, and none that stays open behind a click elsewhere.
  page.addEventListener('click', event => {
    for (const menu of page.querySelectorAll<HTMLDetailsElement>('details.account[open]')) {
      if (!menu.contains(event.target as Node)) menu.open = false;
    }
  });
}

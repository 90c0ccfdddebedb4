// A strip over the page that says what has changed for whoever looks at it: signed out, read-only, closed. The words are the server's.

const ID = 'access-notice';

export function tell(words: string, link: string | null, linkWords: string | null): void {
  const strip = document.getElementById(ID) ?? document.createElement('div');
  strip.id = ID;
  strip.className = 'access-notice';
  strip.setAttribute('role', 'alert');
  strip.replaceChildren(words);
  if (link !== null && linkWords !== null) {
    const way = document.createElement('a');
    way.href = link;
    way.textContent = linkWords;
    strip.append(' ', way);
  }
  document.getElementById('main')?.before(strip);
}

export function clear(): void {
  document.getElementById(ID)?.remove();
}

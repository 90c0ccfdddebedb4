// Runs before the first paint: the colours the reader chose, or those the system asks for.

const root = document.documentElement;

const chosen = read();
if (chosen !== null) root.dataset['theme'] = chosen;

document.addEventListener('click', event => {
  if (!(event.target instanceof Element) || event.target.closest('[data-theme-toggle]') === null) return;
  const next = isDark() ? 'light' : 'dark';
  root.dataset['theme'] = next;
  keep(next);
});

function isDark(): boolean {
  return root.dataset['theme'] === 'dark' || (root.dataset['theme'] !== 'light' && matchMedia('(prefers-color-scheme: dark)').matches);
}

function read(): 'light' | 'dark' | null {
  try {
    const kept = localStorage.getItem('theme');
    return kept === 'light' || kept === 'dark' ? kept : null;
  } catch (error) {
    // A page of an opaque origin, or a reader who blocks storage, has no place to keep it.
    if (error instanceof DOMException && error.name === 'SecurityError') return null;
    throw error;
  }
}

function keep(theme: string): void {
  try {
    localStorage.setItem('theme', theme);
  } catch (error) {
    // As above, or the storage is full: the choice lasts as long as the page.
    if (error instanceof DOMException && (error.name === 'SecurityError' || error.name === 'QuotaExceededError')) return;
    throw error;
  }
}

export {};

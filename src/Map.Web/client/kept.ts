// What a reader chose for all visits from this browser: small words, each under its name.

export function kept(name: string): string | null {
  try {
    return localStorage.getItem(name);
  } catch (error) {
    // A page of an opaque origin, or a reader who blocks storage, has no place to keep it.
    if (error instanceof DOMException && error.name === 'SecurityError') return null;
    throw error;
  }
}

export function keep(name: string, word: string): void {
  try {
    localStorage.setItem(name, word);
  } catch (error) {
    // As above, or the storage is full: the choice lasts as long as the page.
    if (error instanceof DOMException && (error.name === 'SecurityError' || error.name === 'QuotaExceededError')) return;
    throw error;
  }
}

export function letGo(name: string): void {
  try {
    localStorage.removeItem(name);
  } catch (error) {
    // As above: there is nothing to let go.
    if (error instanceof DOMException && error.name === 'SecurityError') return;
    throw error;
  }
}

// Elements of ours inside an island. The island is drawn anew when its circuit comes; what is ours moves over, with all that was typed into it.

/** Keeps `own` as the only child of the page's element of that selector, whichever that is, and tells when it has moved in. Returns what ends it. */
export function keepIn(page: HTMLElement, selector: string, own: HTMLElement, moved: () => void): () => void {
  const settle = () => {
    const home = page.querySelector(selector);
    if (home === null || own.parentElement === home) return;
    home.replaceChildren(own);
    moved();
  };
  settle();
  // Islands stand right below the page's element, and are exchanged whole.
  const watch = new MutationObserver(settle);
  watch.observe(page, { childList: true });
  return () => {
    watch.disconnect();
    own.remove();
  };
}

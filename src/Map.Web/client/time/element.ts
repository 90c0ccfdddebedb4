type Attributes = Record<string, string | number | boolean | null | undefined>;

/** An element with attributes and children; text becomes text nodes. True is an empty attribute; false, null and undefined are none. */
export function element<K extends keyof HTMLElementTagNameMap>(tag: K, attributes: Attributes = {}, ...children: (Node | string)[]): HTMLElementTagNameMap[K] {
  const made = document.createElement(tag);
  for (const [name, value] of Object.entries(attributes)) set(made, name, value);
  made.append(...children);
  return made;
}

/** Writes an attribute only where it differs: screen readers speak again what is written again. */
export function set(target: Element, name: string, value: string | number | boolean | null | undefined): void {
  if (value === false || value === null || value === undefined) target.removeAttribute(name);
  else if (target.getAttribute(name) !== (value === true ? '' : String(value))) target.setAttribute(name, value === true ? '' : String(value));
}

/** Writes text only where it differs, and into the text that is there: a new one would have what stands round it styled and laid out anew. */
export function write(target: Element, text: string): void {
  const { firstChild } = target;
  if (firstChild instanceof Text && firstChild.nextSibling === null && text !== '') {
    if (firstChild.data !== text) firstChild.data = text;
  } else if (target.textContent !== text) target.textContent = text;
}

/** An icon of lines in a 20 by 20 box. */
export function icon(...paths: string[]): SVGSVGElement {
  const space = 'http://www.w3.org/2000/svg';
  const svg = document.createElementNS(space, 'svg');
  for (const [name, value] of [['class', 'icon'], ['viewBox', '0 0 20 20'], ['aria-hidden', 'true'], ['focusable', 'false']] as const) svg.setAttribute(name, value);
  for (const d of paths) {
    const path = document.createElementNS(space, 'path');
    path.setAttribute('d', d);
    svg.append(path);
  }
  return svg;
}

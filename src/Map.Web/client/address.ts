// The address bar and the state: read once, written when the finger lifts, applied again when the reader goes back.

import { knownIn } from './known.ts';
import { asked, EVENT_TYPES, isWindow, LAYERS, sameList, typesOf, type Filters, type Model, type Part, type Shown, type Start } from './model.ts';
import { GRADES } from './packs/facet-pack.ts';
import { dayOfIso, isoOf } from './time/days.ts';
import { say } from './words.ts';

export interface Address {
  readonly part: Part;
  readonly language: 'en' | 'ar' | null;
  readonly theme: 'light' | 'dark' | 'auto' | null;
  readonly title: string | null;
  /** One sentence per value that was not understood, naming it. */
  readonly notices: readonly string[];
}

/** Reads the query of an address. What is missing stays missing; what is not understood is named and left out. */
export function readAddress(search: string): Address {
  const query = new URLSearchParams(search);
  const part: Part = {};
  const notices: string[] = [];
  let language: Address['language'] = null, theme: Address['theme'] = null;

  const date = query.get('date');
  if (date !== null) {
    const day = dayOfIso(date);
    if (day !== null) part.day = day; else unknown('date', date);
  }

  const window = query.get('window');
  if (window !== null) {
    if (isWindow(window)) part.window = window; else unknown('window', window);
  }

  const at = query.get('at');
  if (at !== null) {
    const view = viewOf(at);
    if (view !== null) part.view = view; else unknown('at', at);
  }

  const layers = query.get('layers');
  if (layers !== null) {
    const names = listed(layers);
    for (const name of names) if (!(LAYERS as readonly string[]).includes(name)) unknown('layers', name);
    const known = LAYERS.filter(layer => names.includes(layer));
    if (known.length > 0 || names.length === 0) part.layers = known;
  }

  // Which series there are is known only to the data: the legend says it of one that is not there.
  const series = query.get('series');
  if (series !== null && series !== '') {
    if (/^[a-z0-9-]{1,80}$/.test(series)) part.series = series; else unknown('series', series);
  }

  const types = query.get('types');
  if (types !== null) {
    const names = listed(types);
    for (const name of names) if (!(EVENT_TYPES as readonly string[]).includes(name)) unknown('types', name);
    const known = typesOf(names);
    if (known === null || known.length > 0 || names.length === 0) part.types = known;
  }

  const filters = filtersOf(query);
  if (filters !== null) part.filters = filters;
  const disputed = query.get('disputed');
  if (disputed !== null && disputed !== '1') unknown('disputed', disputed);

  const lineage = query.get('lineage');
  if (lineage !== null && lineage !== '1') unknown('lineage', lineage);

  const grade = query.get('grade');
  if (grade !== null && !isThreshold(grade) && grade !== GRADES.at(-1)) unknown('grade', grade);

  const event = query.get('event');
  if (event !== null && event !== '') {
    if (/^[1-9]\d{0,14}$/.test(event)) part.event = Number(event); else unknown('event', event);
  }

  const known = query.get('known');
  if (known !== null && knownIn(search) === null) unknown('known', known);

  const lang = query.get('lang');
  if (lang === 'en' || lang === 'ar') language = lang; else if (lang !== null) unknown('lang', lang);

  const colours = query.get('theme');
  if (colours === 'light' || colours === 'dark' || colours === 'auto') theme = colours; else if (colours !== null) unknown('theme', colours);

  return { part, language, theme, title: query.get('title'), notices };

  function unknown(name: string, value: string): void {
    const shown = value.length > 40 ? `${value.slice(0, 40)}…` : value;
    notices.push(say(`The address says ${name}=${shown}, which is not known here and was left out.`,
      `في العنوان ${name}=${shown}، وهي قيمة غير معروفة هنا وقد أُهملت.`));
  }
}

const listed = (text: string) => text.split(',').map(item => item.trim()).filter(item => item !== '');

/** Which keys there are is known only to the data: what it does not know matches nothing and is shown as such. */
function filtersOf(query: URLSearchParams): Filters | null {
  const keys = (name: string) => query.has(name) ? listed(query.get(name)!) : null;
  return asked({
    actors: keys('actors'), sources: keys('sources'), governorates: keys('governorates'), disputed: query.get('disputed') === '1', text: query.get('text')?.slice(0, LONGEST_TEXT) ?? null,
    grade: isThreshold(query.get('grade')) ? query.get('grade') : null, lineage: query.get('lineage') === '1',
  });
}

/** The weakest grade of all keeps everything: it asks nothing. */
const isThreshold = (grade: string | null) => grade !== null && (GRADES.slice(0, -1) as readonly string[]).includes(grade);

/** Longer than any phrase somebody looks for. */
export const LONGEST_TEXT = 200;

function viewOf(text: string): Part['view'] | null {
  const numbers = text.split(',').map(item => item.trim() === '' ? NaN : Number(item));
  const [latitude, longitude, zoom] = numbers;
  if (numbers.length !== 3 || numbers.some(n => !Number.isFinite(n))) return null;
  if (Math.abs(latitude!) > 85 || Math.abs(longitude!) > 180 || zoom! < 1 || zoom! > 19) return null;
  return { latitude: latitude!, longitude: longitude!, zoom: zoom! };
}

/**
 * The query that shows this state again, "" or beginning with "?". Parameters that are no part of the state (lang, title…) are kept
 * from the present query; layers and types are left out while they are as they were at first.
 */
export function writeAddress(shown: Start, first: Pick<Shown, 'layers' | 'types'>, present = ''): string {
  const query: [string, string][] = [['date', isoOf(shown.day)], ['window', shown.window], ['at', viewText(shown.view)]];
  if (!sameList(shown.layers, first.layers)) query.push(['layers', shown.layers.join(',')]);
  if (shown.series) query.push(['series', shown.series]);
  if (!sameList(shown.types, first.types)) query.push(['types', (shown.types ?? EVENT_TYPES).join(',')]);
  const filters = shown.filters ?? null;
  if (filters?.actors) query.push(['actors', filters.actors.join(',')]);
  if (filters?.lineage) query.push(['lineage', '1']);
  if (filters?.sources) query.push(['sources', filters.sources.join(',')]);
  if (filters?.governorates) query.push(['governorates', filters.governorates.join(',')]);
  if (filters?.disputed) query.push(['disputed', '1']);
  if (filters?.grade) query.push(['grade', filters.grade]);
  if (filters?.text) query.push(['text', filters.text]);
  if (shown.event !== null) query.push(['event', String(shown.event)]);
  const own = new Set(['date', 'window', 'at', 'layers', 'series', 'types', 'actors', 'lineage', 'sources', 'governorates', 'disputed', 'grade', 'text', 'event']);
  for (const [name, value] of new URLSearchParams(present)) if (!own.has(name)) query.push([name, value]);
  // A comma needs no escape in a query, and an address with commas can be read by people.
  return `?${query.map(([name, value]) => `${encodeURIComponent(name)}=${encodeURIComponent(value).replaceAll('%2C', ',')}`).join('&')}`;
}

function viewText(view: Shown['view']): string {
  const short = (n: number, digits: number) => String(Number(n.toFixed(digits)));
  return `${short(view.latitude, 4)},${short(view.longitude, 4)},${short(view.zoom, 2)}`;
}

/**
 * Keeps the address bar and the model together: replaces the entry when something settles, adds one when an event is opened, and applies
 * what the reader goes back to. `first` is what stands where the address says nothing.
 */
export function followAddress(model: Model, first: Start, bar: Window = window): () => void {
  const stop = model.listen(({ now, before, cause, settled }) => {
    if (!settled || cause === 'history' || cause === 'start') return;
    const { pathname, search, hash } = bar.location;
    const address = pathname + writeAddress(now, first, search) + hash;
    if (cause === 'event' && now.event !== null && now.event !== before.event) bar.history.pushState(null, '', address);
    else bar.history.replaceState(null, '', address);
  });
  const back = () => model.change({ filters: null, series: null, ...first, ...readAddress(bar.location.search).part }, 'history');
  bar.addEventListener('popstate', back);
  return () => {
    stop();
    bar.removeEventListener('popstate', back);
  };
}

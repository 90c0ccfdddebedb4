// What an embed and the page that holds it say to each other. Everything else that either hears is none of its business.

/** Page to frame: I size frames. The frame answers with the height it wants, now and whenever its width changes. */
export interface Hello { readonly type: 'map-embed-hello' }

/**
 * Page to frame: show this. Members are parameters of the map's address, as text; `view` is the short name of a saved view, `ring` the numbers of events to ring, joined by commas,
 * and where `whole` is "1", what is not named is as every map begins.
 */
export interface Show {
  readonly type: 'map-embed-show';
  readonly asked: Readonly<Partial<Record<ShowName, string>>>;
}

/** Frame to page: so many CSS pixels high it would like to be. */
export interface Height { readonly type: 'map-embed-height'; readonly height: number }

/** Frame to page, once for each `map-embed-show`: what was not understood, a sentence each; empty where all was. */
export interface Shown { readonly type: 'map-embed-shown'; readonly date: string; readonly window: string; readonly problems: readonly string[] }

export const SHOW_NAMES = [
  'date', 'window', 'at', 'layers', 'series', 'types', 'actors', 'lineage', 'sources', 'governorates', 'disputed', 'grade', 'text', 'event', 'view', 'ring', 'whole',
] as const;
export type ShowName = typeof SHOW_NAMES[number];

/** Longer than any value that an address of the map holds. */
const LONGEST = 300;

/** Heights that a frame may ask for; what lies beyond is somebody's mistake. */
export const LEAST_HEIGHT = 120, MOST_HEIGHT = 4000;

/** What a message says to a frame, or null where it is no word of these. Read once, member by member: what crosses is a stranger's. */
export function heardByFrame(data: unknown): Hello | Show | null {
  if (!isRecord(data)) return null;
  if (data['type'] === 'map-embed-hello') return { type: 'map-embed-hello' };
  if (data['type'] !== 'map-embed-show') return null;
  const asked: Partial<Record<ShowName, string>> = {};
  for (const name of SHOW_NAMES) {
    const value = data[name];
    if (typeof value === 'string' && value.length <= LONGEST) asked[name] = value;
  }
  return Object.keys(asked).length === 0 ? null : { type: 'map-embed-show', asked };
}

/** The height a frame asks of its page, in whole pixels, or null. */
export function heardByPage(data: unknown): number | null {
  if (!isRecord(data) || data['type'] !== 'map-embed-height') return null;
  const height = data['height'];
  return typeof height === 'number' && Number.isFinite(height) ? Math.round(Math.max(LEAST_HEIGHT, Math.min(MOST_HEIGHT, height))) : null;
}

const isRecord = (data: unknown): data is Record<string, unknown> => typeof data === 'object' && data !== null;

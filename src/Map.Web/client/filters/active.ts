// The filters in force, in words: one by one for those who take them away, as a line for those who only read.

import { asked, EVENT_TYPES, type Cause, type Filters, type Part, type Shown } from '../model.ts';
import type { FacetName, FacetPack } from '../packs/index.ts';
import { typeWords } from '../layers/symbols.ts';
import { say } from '../words.ts';
import { nameOf } from './options.ts';

export interface ActiveFilter {
  /** Tells it from the others. */
  readonly id: string;
  readonly words: string;
  /** What the state becomes without it. */
  readonly without: Part;
  readonly cause: Cause;
}

export const NOTHING: Filters = { actors: null, sources: null, governorates: null, disputed: false, text: null, grade: null, lineage: false };

type Lists = 'actors' | 'sources' | 'governorates';
export const LISTS: readonly Lists[] = ['actors', 'sources', 'governorates'];

type Asked = Pick<Shown, 'types' | 'filters'>;

/** One for the types together, one for each other thing that was chosen. Without facets a key stands for its name. */
export function activeFilters({ types, filters }: Asked, facets: FacetPack | null): ActiveFilter[] {
  const active: ActiveFilter[] = [];
  if (types !== null) active.push({ id: 'types', words: typesInWords(types), without: { types: null }, cause: 'types' });
  if (filters === null) return active;
  const add = (id: string, words: string, change: Partial<Filters>) => active.push({ id, words, without: { filters: changed(filters, change) }, cause: 'filters' });
  if (filters.disputed) add('disputed', disputedWords(), { disputed: false });
  if (filters.grade !== null) add('grade', gradeWords(filters.grade), { grade: null });
  for (const list of LISTS)
    for (const key of filters[list] ?? []) add(`${list} ${key}`, named(facets?.[list], key), { [list]: filters[list]!.filter(other => other !== key) });
  if (filters.lineage) add('lineage', lineageWords(), { lineage: false });
  if (filters.text !== null) add('text', quoted(filters.text), { text: null });
  return active;
}

/** The filters with one of them changed; null where nothing is asked any more. */
export function changed(filters: Filters | null, change: Partial<Filters>): Filters | null {
  return asked({ ...(filters ?? NOTHING), ...change });
}

/** "Protest · SDF or HTS · disputed only": what is shown, for readers who cannot change it. Empty where all is. */
export function filterLine({ types, filters }: Asked, facets: FacetPack | null): string {
  const parts: string[] = [];
  if (types !== null) parts.push(typesInWords(types));
  for (const list of LISTS) if (filters?.[list]) parts.push(filters[list].map(key => named(facets?.[list], key)).join(say(' or ', ' أو ')));
  if (filters?.lineage) parts.push(lineageWords());
  if (filters?.disputed) parts.push(disputedWords());
  if (filters?.grade != null) parts.push(gradeWords(filters.grade));
  if (filters?.text != null) parts.push(quoted(filters.text));
  return parts.join(' · ');
}

export function disputedWords(): string {
  return say('Disputed only', 'المختلف عليها فقط');
}

/** Of the actors asked for also what those did that they came of. */
export function lineageWords(): string {
  return say('Including predecessors', 'مع الأسلاف');
}

/** What is kept from a grade on. */
export function gradeWords(grade: string | null): string {
  switch (grade) {
    case 'confirmed': return say('Confirmed only', 'المؤكد فقط');
    case 'fair': return say('Confirmed or fair', 'المؤكد والمعقول');
    case 'weak': return say('All but contested and discounted', 'الكل إلا المتنازع فيه والمستبعد');
    case 'contested': return say('All but discounted', 'الكل إلا المستبعد');
    default: return say('Everything claimed', 'كل ما ادُّعي');
  }
}

function typesInWords(types: readonly string[]): string {
  if (types.length === 0) return say('No types', 'بلا أنواع');
  return types.length <= 2 ? types.map(typeWords).join(say(' or ', ' أو '))
    : say(`${types.length} of ${EVENT_TYPES.length} types`, `${types.length} من ${EVENT_TYPES.length} أنواع`);
}

function named(names: readonly FacetName[] | undefined, key: string): string {
  const found = names?.find(name => name.key === key);
  return found ? nameOf(found) : key;
}

const quoted = (text: string) => say(`“${text}”`, `«${text}»`);

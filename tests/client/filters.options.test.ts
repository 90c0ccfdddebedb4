import { deepEqual, equal, ok } from 'node:assert/strict';
import { afterEach, test } from 'node:test';
import { activeFilters, changed, filterLine } from '../../src/Map.Web/client/filters/active.ts';
import { answers, fold } from '../../src/Map.Web/client/filters/fold.ts';
import { arrange, FIRST, MOST, optionsOf, spellingsOf } from '../../src/Map.Web/client/filters/options.ts';
import type { Filters } from '../../src/Map.Web/client/model.ts';
import type { FacetPack } from '../../src/Map.Web/client/packs/index.ts';
import { speak } from '../../src/Map.Web/client/words.ts';

const none: Filters = { actors: null, sources: null, governorates: null, disputed: false, text: null, grade: null, lineage: false };
const actors = [
  { key: 'sdf', name: 'Syrian Democratic Forces', nameAr: 'قوات سوريا الديمقراطية' },
  { key: 'ahrar', name: 'Aḥrār al-Shām', nameAr: 'أحرار الشام' },
  { key: 'is', name: 'Islamic State', nameAr: '' },
];
const facets = { actors, sources: [], governorates: [{ key: 'SY02', name: 'Aleppo', nameAr: 'حلب' }] } as unknown as FacetPack;

afterEach(() => speak('en'));

test('A name is found by either script and by any of its spellings', () => {
  for (const typed of ['ahrar', 'AHRAR AL SHAM', 'al-Sham', 'احرار', 'أَحْرَار الشام', 'إحرار']) ok(answers(fold('Aḥrār al-Shām أحرار الشام'), typed), typed);
  for (const typed of ['ahrar x', 'احرار حلب']) ok(!answers(fold('Aḥrār al-Shām أحرار الشام'), typed), typed);
  equal(fold('مدرسة'), fold('مدرسه'));
  equal(fold('مصطفى'), fold('مصطفي'));
  equal(fold('Şırnak'), 'sirnak');
});

test('What is chosen comes first, then what has most events, then by name', () => {
  const options = optionsOf(actors, Uint32Array.of(5, 9, 5), ['sdf']);
  deepEqual(arrange(options, '', false, spellingsOf(actors)).shown.map(option => option.key), ['sdf', 'ahrar', 'is']);
  deepEqual(arrange(optionsOf(actors, Uint32Array.of(5, 9, 5), null), '', false, spellingsOf(actors)).shown.map(option => option.key), ['ahrar', 'is', 'sdf']);
});

test('A chosen key that the data do not know stands under its own name and can be taken away', () => {
  const options = optionsOf(actors, Uint32Array.of(5, 9, 5), ['nobody']);
  deepEqual(arrange(options, '', false, spellingsOf(actors)).shown[0], { key: 'nobody', name: 'nobody', count: 0, chosen: true });
});

test('A long list is cut, and says by how many', () => {
  const many = Array.from({ length: 500 }, (_, i) => ({ key: `k${i}`, name: `Name ${i}`, nameAr: '' }));
  const options = optionsOf(many, new Uint32Array(500), ['k400']), spellings = spellingsOf(many);
  const first = arrange(options, '', false, spellings);
  deepEqual([first.shown.length, first.more, first.shown[0]!.key], [FIRST + 1, 499 - FIRST, 'k400']);
  deepEqual([arrange(options, '', true, spellings).shown.length, arrange(options, '', true, spellings).more], [MOST, 500 - MOST]);
  deepEqual(arrange(options, 'name 499', false, spellings), { shown: [{ key: 'k499', name: 'Name 499', count: 0, chosen: false }], more: 0 });
});

test('Each filter in force has its words and its way out', () => {
  const filters = { ...none, actors: ['sdf', 'nobody'], governorates: ['SY02'], disputed: true, text: 'tunnel', grade: 'fair' };
  const active = activeFilters({ types: ['clash', 'strike', 'killing'], filters }, facets);
  deepEqual(active.map(filter => filter.words), ['3 of 10 types', 'Disputed only', 'Confirmed or fair', 'Syrian Democratic Forces', 'nobody', 'Aleppo', '“tunnel”']);
  deepEqual(active[0]!.without, { types: null });
  deepEqual(active[2]!.without, { filters: { ...filters, grade: null } });
  deepEqual(active[3]!.without, { filters: { ...filters, actors: ['nobody'] } });
  deepEqual(activeFilters({ types: null, filters: null }, facets), []);
  const lineage = { ...none, actors: ['sdf'], lineage: true };
  deepEqual(activeFilters({ types: null, filters: lineage }, facets).map(filter => filter.words), ['Syrian Democratic Forces', 'Including predecessors']);
  deepEqual(activeFilters({ types: null, filters: lineage }, facets)[1]!.without, { filters: { ...lineage, lineage: false } });
  // With the last actor its predecessors go.
  deepEqual(activeFilters({ types: null, filters: lineage }, facets)[0]!.without, { filters: null });
});

test('The last filter taken away leaves none', () => {
  const active = activeFilters({ types: null, filters: { ...none, actors: ['sdf'] } }, facets);
  equal(active[0]!.without.filters, null);
  equal(changed(null, { disputed: false }), null);
  deepEqual(changed(null, { text: ' tunnel ' }), { ...none, text: 'tunnel' });
});

test('One line says what is shown, in either language', () => {
  const asked = { types: ['protest'], filters: { ...none, actors: ['sdf', 'ahrar'], governorates: ['SY02'], text: 'tunnel' } };
  equal(filterLine(asked, facets), 'Protest · Syrian Democratic Forces or Aḥrār al-Shām · Aleppo · “tunnel”');
  equal(filterLine({ types: null, filters: { ...none, actors: ['sdf'], lineage: true } }, facets), 'Syrian Democratic Forces · Including predecessors');
  speak('ar');
  equal(filterLine(asked, facets), 'احتجاج · قوات سوريا الديمقراطية أو أحرار الشام · حلب · «tunnel»');
  equal(filterLine({ types: null, filters: null }, facets), '');
});

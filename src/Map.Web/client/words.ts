// The reader's language in the client. Words stand in place, in pairs, as they do on the server.

export type LanguageCode = 'en' | 'ar';

let spoken: LanguageCode = 'en';

/** Anything but "ar" is English. Set once, when the map starts. */
export function speak(code: string): void {
  spoken = code === 'ar' ? 'ar' : 'en';
}

export function language(): LanguageCode {
  return spoken;
}

export function say(english: string, arabic: string): string {
  return spoken === 'ar' ? arabic : english;
}

const grouped = new Intl.NumberFormat('en-GB');

/** European digits in both languages, grouped by thousands. */
export function figure(value: number): string {
  return grouped.format(value);
}

/** Forms of one counted word: Arabic has six, "#" stands for the number. */
export interface Forms {
  readonly zero?: string;
  readonly one: string;
  readonly two?: string;
  readonly few?: string;
  readonly many?: string;
  readonly other: string;
}

const rules = { en: new Intl.PluralRules('en'), ar: new Intl.PluralRules('ar') };

/** A count in words by the rules of the reader's language. */
export function count(value: number, english: Forms, arabic: Forms): string {
  const forms = spoken === 'ar' ? arabic : english;
  const kind = rules[spoken].select(value);
  return ((value === 0 ? forms.zero : forms[kind]) ?? forms.other).replace('#', figure(value));
}

export function events(value: number): string {
  return count(value,
    { zero: 'no events', one: '1 event', other: '# events' },
    { zero: 'لا أحداث', one: 'حدث واحد', two: 'حدثان', few: '# أحداث', many: '# حدثاً', other: '# حدث' });
}

/** "131 events, 1 possible": all that may have happened in the window, then how many of them only may have. */
export function eventCount(certain: number, possible: number): string {
  const all = events(certain + possible);
  if (possible === 0) return all;
  return spoken === 'ar' ? `${all}، منها ${figure(possible)} ${possible === 1 ? 'محتمل' : 'محتملة'}` : `${all}, ${figure(possible)} possible`;
}

export function days(value: number): string {
  return count(value,
    { one: '1 day', other: '# days' },
    { one: 'يوم واحد', two: 'يومان', few: '# أيام', many: '# يوماً', other: '# يوم' });
}

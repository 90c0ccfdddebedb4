// Names without what readers write now so and now so: case, accents, Arabic vowel signs and the letters that stand for one another.

const SIGNS = /[\u0300-\u036f\u0610-\u061a\u064b-\u065f\u0670\u0640\u200c-\u200f'’ʼʿʾ`-]/g;
const SAME: Record<string, string> = { 'ٱ': 'ا', 'ى': 'ي', 'ی': 'ي', 'ة': 'ه', 'ک': 'ك', 'ı': 'i', 'ø': 'o', 'đ': 'd' };

/** Decomposed, so that a hamza or an accent is a sign of its own and falls away: أ إ آ are ا. */
export function fold(text: string): string {
  return text.normalize('NFKD').replace(SIGNS, '').toLowerCase().replace(/[ٱىیةکıøđ]/g, letter => SAME[letter]!).trim();
}

/** Does a folded name hold every word that was typed? */
export function answers(folded: string, typed: string): boolean {
  return fold(typed).split(/\s+/).every(word => folded.includes(word));
}

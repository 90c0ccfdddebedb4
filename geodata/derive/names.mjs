// Spellings: a key that is blind to transliteration, the press spelling, and the choice among Arabic names.

export const isArabic = text => /^[\u0621-\u064A\s]+$/.test(text);

/** Latin letters only, without marks. */
export function plain(text) {
  return text.replaceAll("ı", "i").replaceAll("İ", "I").normalize("NFKD").replace(/[\u0300-\u036f\u0327]/g, "")
    .replace(/[‘’`ʻʿʾ´ʼ]/g, "'").replace(/\s+/g, " ").trim();
}

const directions = [[/\b(east(ern)?|sharqi(yah|yeh)?|sherqi)\b/, "1"], [/\b(west(ern)?|gharbi(yah|yeh)?)\b/, "2"],
  [/\b(north(ern)?|sh[ai]mali(yah)?)\b/, "3"], [/\b(south(ern)?|janubi(yah)?)\b/, "4"],
  [/\b(upper|fawqani|foqani)\b/, "5"], [/\b(lower|tahtani)\b/, "6"],
  [/\b(little|small|saghir(ah)?|sughra(h)?|sagheer)\b/, "7"], [/\b(great|big|kabir(ah)?|kubra(h)?|kbeer)\b/, "8"]];

/** Consonants of a Latin spelling, letters that transliterations confuse made one; vowels, h, w and y left out. */
export function skeleton(text) {
  let t = plain(text).toLowerCase().replace(/[-_./()]/g, " ").replace(/'/g, "");
  for (const [words, digit] of directions) t = t.replace(words, digit);
  t = t.replace(/\b(al|el|ul|an|ar|as|ash|at|ath|ad|adh|ed|es|et|ez|az|er|en|esh)\b/g, " ").replace(/\b(al|el|l)-/g, " ");
  return t.replace(/ch|sh|c|ş|ç|x(?=[aeiou])/g, "s").replace(/kh|gh|q|g|j|x/g, "k").replace(/th|dh|t|z/g, "d")
    .replace(/[pv]/g, "b").replace(/[^a-z0-9]|[aeiouwyh]/g, "").replace(/(.)\1+/g, "$1");
}

const letters = { ب: "b", ت: "d", ث: "d", ج: "k", خ: "k", د: "d", ذ: "d", ر: "r", ز: "d", س: "s", ش: "s", ص: "s", ض: "d", ط: "d",
  ظ: "d", غ: "k", ف: "f", ق: "k", ك: "k", ل: "l", م: "m", ن: "n" };

export function arabicSkeleton(text) {
  const words = text.replace(/(^|\s)ال/g, "$1").split(/\s+/)
    .map(w => /^شرقي/.test(w) ? "1" : /^غربي/.test(w) ? "2" : /^شمالي/.test(w) ? "3" : /^جنوبي/.test(w) ? "4" : /^فوقاني/.test(w) ? "5"
      : /^تحتاني/.test(w) ? "6" : /^صغ(ير|رى)/.test(w) ? "7" : /^كب(ير|رى)/.test(w) ? "8" : [...w].map(c => letters[c] ?? "").join(""));
  return words.join("").replace(/(.)\1+/g, "$1");
}

export const keyOf = name => isArabic(name) ? arabicSkeleton(name) : skeleton(name);

/** "Aş Şanamayn" as newspapers write it: "al-Sanamayn". */
export function pressSpelling(name) {
  return plain(name).replace(/'/g, "").replace(/\b(Al|El|An|Ar|As|Ash|At|Ath|Ad|Adh|Az|al|an|ar|as|ash|at|ath|ad|adh|az)[ -](?=[A-Z])/g, "al-").trim();
}

export const slug = name => plain(name).toLowerCase().replace(/'/g, "").replace(/[^a-z0-9]+/g, "-").replace(/^-|-$/g, "");

/** An Arabic name without the words for sub-district, centre or town that lists put before it. */
export function bareArabic(name) {
  return name.replace(/[\u200e\u200f\u064b-\u0652\u0640]/g, "").replace(/^(مركز ?|(ناحية|مدينة|بلدة|قرية|منطقة|محافظة|شهر) )(?=\S)/, "").replace(/\s+/g, " ").trim();
}

const looseArabic = text => text.replace(/^ال/, "").replace(/[أإآ]/g, "ا").replace(/[ؤئء]/g, "").replace(/[ةه]$/g, "").replace(/[ىي]/g, "ي").replace(/\s/g, "");
const marks = text => (text.match(/[أإآؤئءةى]/g) ?? []).length;
const isUyghur = text => /(^|\s)ئ[اوى]|ې/.test(text);

function distance(a, b) {
  let row = Array.from({ length: b.length + 1 }, (_, i) => i);
  for (let i = 1; i <= a.length; i++) {
    const next = [i];
    for (let j = 1; j <= b.length; j++) next[j] = Math.min(row[j] + 1, next[j - 1] + 1, row[j - 1] + (a[i - 1] === b[j - 1] ? 0 : 1));
    row = next;
  }
  return row[b.length];
}

/** The official name if there is one, in its most fully written form; else the name nearest to the Latin spelling. */
export function chooseArabic(latin, official, others, withArticle) {
  const all = [...new Set([official, ...others].filter(Boolean).map(bareArabic).filter(n => isArabic(n) && !isUyghur(n) && !/(^|\s).(\s|$)/.test(n)))];
  if (all.length === 0) return "";
  const pool = official ? all.filter(n => looseArabic(n) === looseArabic(bareArabic(official))) : all;
  const want = skeleton(latin);
  const far = n => distance(arabicSkeleton(n), want) * 2 + (withArticle && !n.startsWith("ال") ? 1 : 0);
  return pool.sort((a, b) => far(a) - far(b) || marks(b) - marks(a) || (a.length - b.length) * (official ? 1 : -1) || (a < b ? -1 : 1))[0];
}

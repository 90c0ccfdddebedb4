// Writes control-facts-60.csv: sixty dated facts of who held a town, chosen by a fixed rule and not by what the product answers.
//   node choose.mjs <control_facts.csv> > control-facts-60.csv
// The rule: facts in the order of their first day, then place, then holder. Every year from 2011 to 2024 gives four, or all it has; what then lacks to sixty is
// taken one by one from the years with most left. Inside a year they stand at even distances.
// The day asked is the last of a day, month or year, and the middle one of "some time from a to b"; where another fact about the place begins inside the date, the
// day before that one. "exactly" says whether nobody else may be named: not where the note says that sources disagree, nor where the date of another fact that
// names others, or its own range, holds the day.
// What a written rule of the map puts aside stays in the file, with the rule: then the map must not follow the fact, and must show it.
import { readFileSync } from 'node:fs';

const WANTED = 60, EACH = 4, FIRST = 2011, LAST = 2024;
const ASIDE = JSON.parse(readFileSync(new URL('set-aside.json', import.meta.url), 'utf8'));

const rows = parse(readFileSync(process.argv[2], 'utf8'));
const facts = rows.map(row => ({ ...row, span: span(row.date_edtf) }))
  .sort((a, b) => compare(a.span[0], b.span[0]) || compare(a.place, b.place) || compare(a.holder, b.holder));

const years = new Map();
for (let year = FIRST; year <= LAST; year++) {
  const all = facts.filter(fact => fact.date_edtf.startsWith(String(year)));
  years.set(year, { all, take: Math.min(EACH, all.length) });
}
for (let more = WANTED - [...years.values()].reduce((sum, { take }) => sum + take, 0); more > 0; more--)
  [...years.values()].reduce((most, year) => year.all.length - year.take > most.all.length - most.take ? year : most).take++;

const chosen = [...years.values()].flatMap(({ all, take }) => Array.from({ length: take }, (_, i) => all[Math.floor((i + 0.5) * all.length / take)]));
const header = ['place', 'latitude', 'longitude', 'date_edtf', 'day', 'holders', 'posture', 'exactly', 'set_aside', 'reason'];
process.stdout.write([header, ...chosen.map(fact => {
  const isSpan = fact.date_edtf.includes('/'), aside = ASIDE[`${fact.place} ${fact.date_edtf} ${fact.holder}`];
  const others = facts.filter(other => other.place === fact.place && other.holder !== fact.holder);
  const next = others.map(other => other.span[0]).find(begins => begins > fact.span[0] && begins <= fact.span[1]);
  const day = isSpan ? iso((Date.parse(fact.span[0]) + Date.parse(fact.span[1])) / 2) : next ? iso(Date.parse(next) - 86_400_000) : fact.span[1];
  const open = isSpan || next || fact.note.includes('sources disagree') || others.some(other => other.span[0] <= day && day <= other.span[1]);
  return [fact.place, fact.latitude, fact.longitude, fact.date_edtf, day, fact.holder, fact.posture, open ? 'no' : 'yes', aside?.rule ?? '', aside?.reason ?? ''];
})].map(row => row.map(cell => /[",]/.test(cell) ? `"${String(cell).replaceAll('"', '""')}"` : cell).join(',')).join('\n') + '\n');

/** First and last day of a date of the file, as ISO days. */
function span(edtf) {
  const [from, to] = edtf.split('/');
  return [bounds(from)[0], bounds(to ?? from)[1]];
}

function bounds(date) {
  const [year, month, day] = date.split('-').map(Number);
  if (day) return [date, date];
  if (month) return [`${date}-01`, iso(Date.UTC(year, month, 0))];
  return [`${date}-01-01`, `${date}-12-31`];
}

function iso(time) { return new Date(Math.floor(time / 86_400_000) * 86_400_000).toISOString().slice(0, 10); }

function compare(a, b) { return a < b ? -1 : a > b ? 1 : 0; }

function parse(text) {
  const [header, ...lines] = text.replaceAll('\r', '').split('\n').filter(line => line).map(line => [...line.matchAll(/("((?:[^"]|"")*)"|[^,]*)(,|$)/g)].slice(0, -1).map(m => m[2] !== undefined ? m[2].replaceAll('""', '"') : m[1]));
  return lines.map(line => Object.fromEntries(header.map((name, i) => [name, line[i] ?? ''])));
}

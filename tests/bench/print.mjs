// How long a print takes: node print.mjs ADDRESS [form]. Each is asked once, so that none is answered from what is kept.
const [address = 'http://localhost:5080', form = 'svg'] = process.argv.slice(2);
const papers = ['a4', 'a4-portrait', 'slide', 'square'];
const days = Array.from({ length: 40 }, (_, i) => new Date(Date.UTC(2017, 0, 5 + i * 60)).toISOString().slice(0, 10));
const times = [], sizes = [];
for (const [i, day] of days.entries()) {
  const begun = performance.now();
  const answer = await fetch(`${address}/print.${form}?date=${day}&paper=${papers[i % papers.length]}${i % 2 ? '&lang=ar' : ''}`);
  const body = await answer.arrayBuffer();
  if (!answer.ok) throw new Error(`${answer.status} ${new TextDecoder().decode(body)}`);
  times.push(performance.now() - begun);
  sizes.push(body.byteLength);
}
const at = (list, share) => Math.round([...list].sort((a, b) => a - b)[Math.floor((list.length - 1) * share)]);
console.log(`${days.length} prints as ${form}: p50 ${at(times, 0.5)} ms, p95 ${at(times, 0.95)} ms, slowest ${at(times, 1)} ms, the first ${Math.round(times[0])} ms; ${Math.round(at(sizes, 0.5) / 1024)} KB`);

// What the legend says of the layer shown: what it is, from whom, as of when; and of a series, whose zones stand in view.

import { CONTESTED, JOINT, postures, type ControlPack, type ZonePack, type ZoneSeries } from '../packs/index.ts';
import { OPEN_END, OPEN_START } from '../time/days.ts';
import { shortDay } from '../time/words.ts';
import { figure, language, say } from '../words.ts';
import { boxOf, meets } from '../zones/boxes.ts';
import { brokenLines } from '../zones/breaks.ts';
import { holdersOf, reachOf, seriesOf, zonesOn } from '../zones/standing.ts';
import { inOrder } from './kinds.ts';
import type { Frame } from './layer.ts';
import { REACH } from './reach.ts';

/** Whose zones stand on the day. */
export interface ZonesShown {
  readonly holders: [string, number][];
  readonly shared: { posture: string; holders: string[]; places: number }[];
  readonly uncertain: boolean;
  readonly broken: boolean;
}

export function zonesShown(pack: ZonePack, series: number, day: number): ZonesShown {
  const alone = new Map<string, number>(), shared = new Map<string, { posture: string; holders: string[]; places: number }>();
  let uncertain = false, broken = false;
  const all = zonesOn(pack, series, day), standingZones = all.map(({ zone }) => zone);
  for (const { zone, standing } of all) {
    const ids = holdersOf(pack, zone), posture = pack.posture[zone]!;
    uncertain ||= standing !== 'surely';
    broken ||= brokenLines(pack, zone, standingZones).length > 0;
    if (ids.length > 1 && (posture === CONTESTED || posture === JOINT)) {
      const key = `${posture} ${[...ids].sort().join()}`, entry = shared.get(key) ?? { posture: postures[posture]!, holders: ids, places: 0 };
      entry.places++;
      shared.set(key, entry);
    } else if (ids[0] !== undefined) alone.set(ids[0], (alone.get(ids[0]) ?? 0) + 1);
  }
  return { holders: [...alone].sort(([a], [b]) => inOrder(a, b)), shared: [...shared.values()].sort((a, b) => b.places - a.places), uncertain, broken };
}

/** Ids of every holder of a zone on the day, in the fixed order. */
export function zoneHolders({ data, shown }: Frame): string[] {
  const pack = data.zones;
  return pack ? [...new Set(zonesOn(pack, seriesOf(pack, shown.series), shown.day).flatMap(({ zone }) => holdersOf(pack, zone)))].sort(inOrder) : [];
}

export function seriesTitle(series: ZoneSeries): string {
  return language() === 'ar' ? series.titleAr || series.title : series.title;
}

/** One line: what the layer is, from whom, as of when. */
export function layerWords({ data, shown }: Frame): string {
  if (shown.series === null) return derivedWords(data.control);
  const at = seriesOf(data.zones, shown.series), series = data.zones?.series[at];
  if (!data.zones || !series) return say('This series of zones is not published.', 'سلسلة المناطق هذه غير منشورة.');
  const reach = reachOf(data.zones, at), standing = zonesOn(data.zones, at, shown.day);
  // On another date the same series may rest on another source, or on another method.
  const sources = (standing.length > 0 ? [...new Set(standing.map(({ zone }) => data.zones!.source[zone]!))] : [series.source]).map(source => data.zones!.sources[source]!);
  const from = sources.map(({ title, outlet, published }) => (outlet && !title.includes(outlet) ? `${title}, ${outlet}` : title)
    + (published ? say(`, as of ${shortDay(published.to, true)}`, `، بتاريخ ${shortDay(published.to, true)}`) : '')).join(say('; ', '؛ '));
  const methods = standing.length > 0 ? [...new Set(standing.map(({ zone }) => data.zones!.methods[data.zones!.method[zone]!]!))].join(say('; ', '؛ ')) : series.method;
  const beyond = standing.length > 0 && !standing.some(({ zone }) => meets(boxOf(data.zones!, zone), REACH)) ? say(' · lies beyond this map', ' · تقع خارج هذه الخريطة') : '';
  const valid = reach ? ` · ${validWords(reach)}` : '';
  const licence = series.licence ? ` · ${series.licence}` : '';
  return series.imported
    ? say(`Imported: ${from}${valid}${licence}${beyond}`, `مستوردة: ${from}${valid}${licence}${beyond}`)
    : say(`Drawn: ${methods} · ${from}${valid}${licence}`, `مرسومة: ${methods} · ${from}${valid}${licence}`);
}

function validWords({ from, to }: { readonly from: number; readonly to: number }): string {
  const begins = from === OPEN_START ? '…' : shortDay(from, true);
  return to === OPEN_END ? say(`valid from ${begins}`, `سارية منذ ${begins}`) : say(`valid ${begins} to ${shortDay(to, true)}`, `سارية من ${begins} إلى ${shortDay(to, true)}`);
}

function derivedWords(control: ControlPack): string {
  const claims = control.claims.reduce((sum, some) => sum + some, 0);
  if (claims === 0) return say('Derived from cited claims', 'مستخلصة من ادعاءات موثّقة');
  return say(`Derived from ${figure(claims)} cited claims, last of ${shortDay(control.to, true)}`, `مستخلصة من ${figure(claims)} من الادعاءات الموثّقة، آخرها ${shortDay(control.to, true)}`);
}

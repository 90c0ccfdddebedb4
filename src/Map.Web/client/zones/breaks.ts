// Where what a series says begins to rest on another way of knowing: another source, or another method. Nothing moved on the ground for that.
//
// A line on the map is read as a front, and a line that is elsewhere than yesterday as a front that moved. Cartographers set apart the lines that are there
// only because sheets were compiled differently, and leave whole those on which the sheets agree. So here: of a zone that follows one known in another way,
// those stretches of its outline are a break that no outline ran along the day before; where an old line and the new one are the same, both ways of knowing
// agree, and it stays a line. What comes onto the ground of a neighbour of its own way of knowing has moved. And where two zones of one holder, known in
// different ways, lie side by side, the border between them is a break and no front.

import type { ZonePack } from '../packs/index.ts';
import { OPEN_END, OPEN_START } from '../time/days.ts';
import { boxOf, meets } from './boxes.ts';
import { alongside, ringsOf, spotAt, together, without, type Stretch } from './outlines.ts';
import { holds, holdersOf, reachOf } from './standing.ts';

interface Known {
  readonly days: Map<number, readonly number[]>;
  readonly before: Map<number, readonly number[]>;
  readonly lines: Map<number, Lines>;
  readonly seams: Map<string, readonly Stretch[]>;
}

/** How a zone follows what stood before it. */
interface Lines { readonly isBroken: boolean; readonly stretches: readonly Stretch[] }

const WHOLE: Lines = { isBroken: false, stretches: [] };

/** Asked in every picture while time moves. */
const known = new WeakMap<ZonePack, Known>();

function knownOf(pack: ZonePack): Known {
  let found = known.get(pack);
  if (!found) known.set(pack, found = { days: new Map(), before: new Map(), lines: new Map(), seams: new Map() });
  return found;
}

/** Days for a notch on the time axis: where a series begins, where it ends, and where it goes on in another way of knowing. */
export function breaksOf(pack: ZonePack, series: number): readonly number[] {
  const { days } = knownOf(pack);
  let found = days.get(series);
  if (!found) days.set(series, found = findBreaks(pack, series));
  return found;
}

/** Of a zone's outline what is a break and no front, beside the others of its series that stand with it. */
export function brokenLines(pack: ZonePack, zone: number, standing: readonly number[]): readonly Stretch[] {
  const { stretches } = linesOf(pack, zone), seams = standing.flatMap(other => other === zone ? [] : seamOf(pack, zone, other));
  return seams.length === 0 ? stretches : together([...stretches, ...seams]);
}

/** Source and method together. */
function wayOf({ source, method, methods }: ZonePack, zone: number): number {
  return source[zone]! * methods.length + method[zone]!;
}

function findBreaks(pack: ZonePack, series: number): readonly number[] {
  const reach = reachOf(pack, series);
  if (!reach) return [];
  const days = new Set<number>();
  if (reach.from !== OPEN_START) days.add(reach.from);
  if (reach.to !== OPEN_END) days.add(reach.to + 1);
  for (let zone = 0; zone < pack.count; zone++) if (pack.of[zone] === series && linesOf(pack, zone).isBroken) days.add(pack.may[zone]!);
  return [...days].sort((a, b) => a - b);
}

function linesOf(pack: ZonePack, zone: number): Lines {
  const { lines } = knownOf(pack);
  let found = lines.get(zone);
  if (!found) lines.set(zone, found = findLines(pack, zone));
  return found;
}

function findLines(pack: ZonePack, zone: number): Lines {
  const way = wayOf(pack, zone), all = beforeOf(pack, zone);
  if (all.every(other => wayOf(pack, other) === way)) return WHOLE;
  const before = all.filter(other => mayTouch(pack, zone, other));
  // No outline is crossed between two stretches that run along none: each lies on the ground of one zone, or of none.
  const own = without(pack, zone, alongside(pack, zone, before)).map(stretch => ({ stretch, on: uppermostAt(pack, before, spotAt(pack, stretch.ring, (stretch.from + stretch.to) / 2)) }));
  const onGround = before.filter(other => own.some(({ on }) => on === other) || overlaps(pack, zone, other)), ofItsOwn = onGround.filter(other => sameHolders(pack, zone, other));
  const follows = ofItsOwn.length > 0 ? ofItsOwn : onGround.length > 0 ? onGround : all, isOther = (other: number) => wayOf(pack, other) !== way;
  if (!(onGround.length > 0 ? follows.some(isOther) : follows.every(isOther))) return WHOLE;
  return { isBroken: true, stretches: own.filter(({ on }) => on === null || isOther(on)).map(({ stretch }) => stretch) };
}

/** What stood on the day before a zone may have begun; where nothing did, what stood last. One list for all zones of a day. */
function beforeOf(pack: ZonePack, zone: number): readonly number[] {
  const { before } = knownOf(pack), day = pack.may[zone]!, key = [...before.keys()].find(other => pack.of[other] === pack.of[zone] && pack.may[other] === day) ?? zone;
  let found = before.get(key);
  if (!found) {
    const earlier = Array.from({ length: pack.count }, (_, other) => other).filter(other => pack.of[other] === pack.of[zone] && pack.may[other]! < day);
    const last = Math.min(day - 1, earlier.reduce((latest, other) => Math.max(latest, pack.mayTo[other]!), OPEN_START));
    before.set(key, found = earlier.filter(other => pack.mayTo[other]! >= last));
  }
  return found;
}

function uppermostAt(pack: ZonePack, zones: readonly number[], [lng, lat]: readonly [number, number]): number | null {
  return zones.filter(zone => holds(pack, zone, lng, lat)).at(-1) ?? null;
}

function sameHolders(pack: ZonePack, one: number, other: number): boolean {
  return pack.posture[one] === pack.posture[other] && holdersOf(pack, one).join() === holdersOf(pack, other).join();
}

/** One of two that share ground holds a spot within the other, or their outlines cross; the latter is seen by the stretches. */
function overlaps(pack: ZonePack, one: number, other: number): boolean {
  return holds(pack, other, ...spotWithin(pack, one)) || holds(pack, one, ...spotWithin(pack, other));
}

/** A spot well within a zone: the middle of the longest way through it, halfway between its lowest and its highest corner. */
function spotWithin(pack: ZonePack, zone: number): readonly [number, number] {
  const { south, north } = boxOf(pack, zone), crossings: number[] = [];
  // Not through a corner, or nearly never: no one rounds to such a share.
  const lat = south + (north - south) * 0.5003171;
  for (const ring of ringsOf(pack, zone))
    for (let from = pack.pointStart[ring]!, to = pack.pointStart[ring + 1]!, i = from, j = to - 1; i < to; j = i++)
      if (pack.y[i]! > lat !== pack.y[j]! > lat) crossings.push((pack.x[j]! - pack.x[i]!) * (lat - pack.y[i]!) / (pack.y[j]! - pack.y[i]!) + pack.x[i]!);
  crossings.sort((a, b) => a - b);
  let best: readonly [number, number] = [crossings[0] ?? NaN, lat], longest = -1;
  for (let i = 0; i + 1 < crossings.length; i += 2)
    if (crossings[i + 1]! - crossings[i]! > longest) [longest, best] = [crossings[i + 1]! - crossings[i]!, [(crossings[i]! + crossings[i + 1]!) / 2, lat]];
  return best;
}

/** The border between two zones of the same holders that are known in different ways. */
function seamOf(pack: ZonePack, zone: number, other: number): readonly Stretch[] {
  if (wayOf(pack, zone) === wayOf(pack, other) || !sameHolders(pack, zone, other) || !mayTouch(pack, zone, other)) return [];
  const { seams } = knownOf(pack), key = `${zone} ${other}`;
  let found = seams.get(key);
  if (!found) seams.set(key, found = alongside(pack, zone, [other]));
  return found;
}

/** Degrees by which two boxes may miss each other and still hold one line: more than the width of a pen, up to 70° of latitude. */
const NEAR = 0.001;

function mayTouch(pack: ZonePack, one: number, other: number): boolean {
  return meets(boxOf(pack, one), boxOf(pack, other), NEAR);
}

// Zones of one series, in the place of what is derived: fills under rivers and borders, lines over them.

import { CONTESTED, JOINT, type ZonePack } from '../packs/index.ts';
import { brokenLines } from '../zones/breaks.ts';
import { spotAt, without, type Stretch } from '../zones/outlines.ts';
import { holdersOf, seriesOf, zonesOn, type Standing } from '../zones/standing.ts';
import { createFills, type Fills, type Paint } from './fills.ts';
import type { Frame } from './layer.ts';
import { offsetOf, pixelX, pixelY, worldSize, type View } from './view.ts';

export interface Zones {
  /** Takes a frame in; true where the picture of its zones is another one. */
  show(frame: Frame): boolean;
  fills(context: CanvasRenderingContext2D, frame: Frame): void;
  lines(context: CanvasRenderingContext2D, frame: Frame): void;
}

/** Does a series of zones stand in the place of what is derived from claims? */
export function isZoned({ shown }: Pick<Frame, 'shown'>): boolean {
  return shown.series !== null && shown.layers.includes('control');
}

/** Width of the bands in which what ends and what begins stand side by side while nobody knows the day. */
const BAND = 24;

const DIMMED = 0.25;

/** One zone as it is drawn: its ground, and its outline in what is a line and what is a break of the way of knowing. */
interface Drawn { readonly standing: Standing; readonly path: Path2D; readonly line: Path2D; readonly broken: Path2D | null; readonly paint: Paint; readonly dim: boolean }

export function createZones(): Zones {
  let last: Frame | null = null, state = '', drawn: Drawn[] = [], fills: Fills | null = null;
  let paths: { readonly pack: ZonePack; readonly zoom: number; readonly known: Map<number, Path2D> } | null = null;

  function pathOf(pack: ZonePack, zone: number, zoom: number): Path2D {
    if (paths?.pack !== pack || paths.zoom !== zoom) paths = { pack, zoom, known: new Map() };
    let path = paths.known.get(zone);
    if (!path) paths.known.set(zone, path = project(pack, zone, zoom));
    return path;
  }

  return {
    show(frame) {
      const before = last, pack = frame.data.zones;
      last = frame;
      if (!isZoned(frame) || !pack) {
        const was = drawn.length > 0 || state !== '';
        drawn = [];
        state = '';
        return was;
      }
      const standing = zonesOn(pack, seriesOf(pack, frame.shown.series), frame.shown.day);
      const now = `${frame.shown.series} ${standing.map(({ zone, standing }) => `${zone}${standing[0]}`).join()} ${frame.only ?? ''}`;
      const restyled = before?.palette !== frame.palette || before.view.density !== frame.view.density || !fills;
      if (restyled) fills = createFills(frame.palette, frame.view.density);
      if (now === state && !restyled && before?.data.zones === pack && before.view === frame.view) return false;
      state = now;
      const all = standing.map(({ zone }) => zone);
      drawn = standing.map(({ zone, standing }) => {
        const ids = holdersOf(pack, zone), posture = pack.posture[zone]!;
        const paint = ids.length > 1 && posture === CONTESTED ? fills!.contested(ids) : ids.length > 1 && posture === JOINT ? fills!.joint(ids) : fills!.plain(ids[0] ?? '');
        const path = pathOf(pack, zone, frame.view.zoom), breaks = brokenLines(pack, zone, all);
        const [line, broken] = breaks.length === 0 ? [path, null] : [along(pack, without(pack, zone, breaks), frame.view.zoom), along(pack, breaks, frame.view.zoom)];
        return { standing, path, line, broken, paint, dim: frame.only !== null && !ids.includes(frame.only) };
      });
      return true;
    },
    fills(context, { view }) {
      const shift = shiftOf(view);
      for (const { standing, path, paint, dim } of drawn) {
        const whole = new Path2D();
        whole.addPath(path, shift);
        context.save();
        if (standing !== 'surely') context.clip(bands(view, standing));
        context.globalAlpha = dim ? DIMMED : 1;
        paint(context, view);
        context.fill(whole, 'evenodd');
        context.restore();
      }
    },
    lines(context, { view, palette }) {
      const shift = shiftOf(view);
      context.save();
      context.lineJoin = context.lineCap = 'round';
      const stroke = (path: Path2D) => {
        const shifted = new Path2D();
        shifted.addPath(path, shift);
        context.stroke(shifted);
      };
      // All cases before all lines: a border that two zones share is told by both.
      context.globalAlpha = 0.75;
      context.strokeStyle = palette.frontCase;
      context.lineWidth = 4.6;
      for (const { path } of drawn) stroke(path);
      context.globalAlpha = 1;
      context.lineWidth = 1.9;
      for (const { standing, line, broken } of drawn) {
        context.strokeStyle = standing === 'surely' ? palette.front : palette.time;
        // A break is dotted: no front moved there. What may not stand on the day is dashed.
        context.setLineDash(standing === 'surely' ? [] : [4, 3]);
        stroke(line);
        context.setLineDash([0, 4]);
        if (broken) stroke(broken);
      }
      context.restore();
    },
  };
}

function shiftOf(view: View): DOMMatrix {
  const { x, y } = offsetOf(view);
  return new DOMMatrix().translate(x, y);
}

function project(pack: ZonePack, zone: number, zoom: number): Path2D {
  const path = new Path2D(), size = worldSize(zoom);
  for (let ring = pack.ringStart[pack.polygonStart[zone]!]!; ring < pack.ringStart[pack.polygonStart[zone + 1]!]!; ring++) {
    const from = pack.pointStart[ring]!, to = pack.pointStart[ring + 1]!;
    for (let point = from; point < to; point++) {
      const x = pixelX(pack.x[point]!, size), y = pixelY(pack.y[point]!, size);
      if (point === from) path.moveTo(x, y);
      else path.lineTo(x, y);
    }
    path.closePath();
  }
  return path;
}

/** Stretches of outlines, each a line of its own. */
function along(pack: ZonePack, stretches: readonly Stretch[], zoom: number): Path2D {
  const path = new Path2D(), size = worldSize(zoom);
  for (const { ring, from, to } of stretches) {
    const corners = [from];
    for (let corner = Math.floor(from) + 1; corner < to; corner++) corners.push(corner);
    [...corners, to].forEach((at, i) => {
      const [lng, lat] = spotAt(pack, ring, at), x = pixelX(lng, size), y = pixelY(lat, size);
      if (i === 0) path.moveTo(x, y);
      else path.lineTo(x, y);
    });
  }
  return path;
}

/** Every other band of the ground: what ends has the one half, what begins the other, so that neither hides the other. */
function bands(view: View, standing: Standing): Path2D {
  const path = new Path2D(), first = -(view.left % (2 * BAND)) - 2 * BAND + (standing === 'beginning' ? BAND : 0);
  for (let x = first; x < view.width; x += 2 * BAND) path.rect(x, 0, BAND, view.height);
  return path;
}

import { Bytes, Growing } from './bytes.ts';
import { OPEN_END, OPEN_START } from './days.ts';

export interface ZoneSource {
  readonly title: string;
  readonly outlet: string;
  readonly url: string;
  /** First and last day on which it may have come out; null where that is not known. */
  readonly published: { readonly from: number; readonly to: number } | null;
}

export interface ZoneSeries {
  /** What an address names it by. */
  readonly key: string;
  readonly title: string;
  readonly titleAr: string;
  readonly imported: boolean;
  readonly method: string;
  readonly licence: string;
  /** Index among the sources. */
  readonly source: number;
}

/**
 * Zones drawn or imported, by series, in each the lowest first. Lists in lists are flat: the polygons of zone z are polygonStart[z] …
 * polygonStart[z + 1] − 1, their rings ringStart[p] …, a ring's points pointStart[r] …; its closing point is not repeated.
 */
export interface ZonePack {
  readonly holders: string[];
  readonly sources: readonly ZoneSource[];
  /** How lines were found, each in a sentence. */
  readonly methods: readonly string[];
  readonly series: readonly ZoneSeries[];
  readonly count: number;
  readonly id: Float64Array;
  /** Index of the zone's series. */
  readonly of: Uint16Array;
  readonly source: Uint16Array;
  /** Index among the methods: the series' own, or another. */
  readonly method: Uint16Array;
  readonly posture: Uint8Array;
  /** Holders of zone z: holder[holderStart[z]] …, the larger share first. */
  readonly holderStart: Uint32Array;
  readonly holder: Uint8Array;
  /** From may on it may hold, from sure to sureTo it certainly does, until mayTo it may. OPEN_START and OPEN_END where open. */
  readonly may: Int32Array;
  readonly sure: Int32Array;
  readonly sureTo: Int32Array;
  readonly mayTo: Int32Array;
  readonly polygonStart: Uint32Array;
  readonly ringStart: Uint32Array;
  readonly pointStart: Uint32Array;
  /** Degrees. */
  readonly x: Float64Array;
  readonly y: Float64Array;
}

/** How an open start is written. */
const DISTANT = -25567;

export function readZonePack(file: ArrayBuffer): ZonePack {
  const bytes = new Bytes(file, 'MZN2');
  const text = () => bytes.take(bytes.varint());
  const list = <T>(read: () => T) => Array.from({ length: bytes.count() }, read);
  const holders = list(() => bytes.take(bytes.byte()));
  const sources = list((): ZoneSource => {
    const title = text(), outlet = text(), url = text();
    if (bytes.byte() === 0) return { title, outlet, url, published: null };
    const from = bytes.zigzag();
    return { title, outlet, url, published: { from, to: from + bytes.varint() } };
  });
  const methods = list(text);
  const series = list((): ZoneSeries => ({ key: text(), title: text(), titleAr: text(), imported: bytes.byte() === 1, method: methods[bytes.varint()]!, licence: text(), source: bytes.varint() }));

  const count = bytes.count();
  const id = new Float64Array(count), of = new Uint16Array(count), source = new Uint16Array(count), method = new Uint16Array(count), posture = new Uint8Array(count);
  const may = new Int32Array(count), sure = new Int32Array(count), sureTo = new Int32Array(count), mayTo = new Int32Array(count), polygonStart = new Uint32Array(count + 1);
  const holderStart = [0], holder: number[] = [], ringStart = [0], pointStart = [0], x = new Growing(), y = new Growing();
  for (let zone = 0; zone < count; zone++) {
    id[zone] = bytes.varint();
    of[zone] = bytes.varint();
    source[zone] = bytes.varint();
    method[zone] = bytes.varint();
    posture[zone] = bytes.byte();
    for (let left = bytes.byte(); left > 0; left--) holder.push(bytes.byte());
    holderStart.push(holder.length);
    const first = bytes.zigzag();
    may[zone] = first <= DISTANT ? OPEN_START : first;
    sure[zone] = first + bytes.varint();
    const ends = bytes.byte() === 1;
    sureTo[zone] = ends ? first + bytes.zigzag() : OPEN_END;
    mayTo[zone] = ends ? sureTo[zone]! + bytes.varint() : OPEN_END;
    let px = 0, py = 0;
    for (let polygons = bytes.count(); polygons > 0; polygons--) {
      for (let rings = bytes.count(); rings > 0; rings--) {
        for (let points = bytes.count(); points > 0; points--) {
          x.push((px += bytes.zigzag()) / 1e5);
          y.push((py += bytes.zigzag()) / 1e5);
        }
        pointStart.push(x.length);
      }
      ringStart.push(pointStart.length - 1);
    }
    polygonStart[zone + 1] = ringStart.length - 1;
  }
  bytes.end();
  return {
    holders, sources, methods, series, count, id, of, source, method, posture, holderStart: Uint32Array.from(holderStart), holder: Uint8Array.from(holder), may, sure, sureTo, mayTo,
    polygonStart, ringStart: Uint32Array.from(ringStart), pointStart: Uint32Array.from(pointStart), x: x.done(), y: y.done(),
  };
}

import type { Shown } from '../model.ts';
import type { ControlPack, BasePack, EventPack, LabelPack, ZonePack } from '../packs/index.ts';
import type { Happening } from '../time/happening.ts';
import type { PackIndexFile } from '../contract.ts';
import type { Palette } from './palette.ts';
import type { Box, View } from './view.ts';

/** All that the map draws from, as one consistent set. */
export interface MapData {
  readonly index: PackIndexFile;
  readonly base: BasePack;
  readonly control: ControlPack;
  readonly events: EventPack;
  readonly labels: LabelPack;
  /** Null where no zones are published. */
  readonly zones: ZonePack | null;
  readonly happening: Happening;
  /** False while only the ground has come. */
  readonly complete: boolean;
}

/** One picture to draw. A layer keeps what it derived from a part for as long as that part is the same object. */
export interface Frame {
  readonly data: MapData;
  readonly shown: Shown;
  readonly view: View;
  readonly palette: Palette;
  /** The holder the legend singles out, or null. */
  readonly only: string | null;
  /** Boxes on the canvas that belong to the legend, buttons and the like. */
  readonly reserved: readonly Box[];
  /** False while time or the map moves, and in the first picture after. */
  readonly settled: boolean;
  /** What the events layer has drawn, for labels to keep away from. */
  readonly marks: { boxes(): Box[] };
}

/** What is drawn over the ground. */
export interface Layer {
  /** Takes a frame in; true where what it draws has changed. */
  show(frame: Frame): boolean;
  /** In CSS pixels of the view. */
  draw(context: CanvasRenderingContext2D): void;
}

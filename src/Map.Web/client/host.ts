import type { MapBounds, MapReport, MapSpot, MapState } from './contract.ts';
import type { FilterFace } from './filters/apply.ts';
import type { MapData } from './layers/layer.ts';
import type { Stage } from './layers/stage.ts';
import type { ZoneEditor } from './zone-editor/editor.ts';
import type { Trial } from './layers/preview.ts';

/** Who put the map on a page: the Blazor island, the event form, or nobody on an embed. */
export interface MapHost {
  /** What the reader did, when the finger lifts. */
  report?(report: MapReport): void;
  /** The reader asked for an event's card. Without this the map chooses the event itself. */
  openEvent?(id: number): void;
  /** A click chose this point, where the options allow it. */
  pick?(latitude: number, longitude: number): void;
  /** Newer data than that of the start stands. */
  renewed?(): void;
  /** One sentence for the reader. */
  notice?(text: string): void;
}

export interface MapHandle {
  show(state: MapState): void;
  /** Fetches the index again and takes over what is new, in place; nothing where it has the version that is told of, or a newer one. */
  dataChanged(version: number | null): Promise<void>;
  bounds(): MapBounds;
  /** Says who held a place, as a click on it would; the point is for places that no claim names. */
  openPlace(id: number, latitude: number, longitude: number): void;
  /** Rings an event without opening it; null takes the ring away. */
  highlight(id: number | null): void;
  /** Rings these events beside whatever is opened, and no others. */
  ring(ids: readonly number[]): void;
  /** Rings a point with the circle its precision means: what an event form has chosen. Null takes the ring away. */
  mark(latitude: number | null, longitude: number | null, precision: string): void;
  /** Puts the zone that this part of the page's form holds under the hand, or reads it again; null ends it. */
  editZone(field: HTMLElement | null): void;
  /** Draws control as it would be, with rings at the points where it differs; null goes back to what is published. */
  previewControl(trial: Trial | null, touched: readonly MapSpot[]): void;
  dispose(): void;
}

/** Where a map stands on its page. Without a time element the date is the host's to move. */
export interface MapMount {
  readonly map: HTMLElement;
  readonly time: HTMLElement | null;
  /** Shows the filters on the page; without it they are what the address says. */
  readonly filters?: FilterFace;
  /** Puts a zone under the hand; an embed has no use for it, and does without its code. */
  readonly editZone?: (root: HTMLElement, stage: Stage, data: MapData, field: HTMLElement) => ZoneEditor;
}

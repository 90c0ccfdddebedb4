// Control as it would be with claims that are being typed: over the data of the map for as long as they are, and in nothing that is kept.

import type { ControlPack } from '../packs/index.ts';
import type { MapData } from './layer.ts';

/** A control change pack, and the name of the control pack it is meant for. */
export interface Trial {
  readonly pack: string;
  readonly changes: ArrayBuffer;
}

export interface Preview {
  /** Null goes back to what is published. */
  put(trial: Trial | null): void;
  /** The data with what is tried in it. */
  over(data: MapData): MapData;
  /** True while something is tried and drawn. */
  readonly stands: boolean;
}

export interface PreviewEars {
  /** The layer with the changes in it, or null where it is no longer the pack they are meant for. */
  tried(changes: ArrayBuffer, pack: string): ControlPack | null;
  /** The data is to be taken over anew. */
  changed(): void;
  /** Something was published meanwhile: the files must be asked for again. */
  stale(): void;
}

export function createPreview(ears: PreviewEars): Preview {
  let trial: Trial | null = null, control: ControlPack | null = null;
  const merge = () => { control = trial && ears.tried(trial.changes, trial.pack); };
  return {
    put(next) {
      if (!next && !trial) return;
      trial = next;
      merge();
      if (trial && !control) ears.stale();
      else ears.changed();
    },
    over(data) {
      if (!trial || !data.complete) return data;
      if (!control) merge();
      return control ? { ...data, control } : data;
    },
    get stands() { return control !== null; },
  };
}

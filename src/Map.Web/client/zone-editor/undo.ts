// Undo and redo. Shapes are never changed in place, so what was is simply kept.

export interface Steps<T> {
  readonly now: T;
  readonly canUndo: boolean;
  readonly canRedo: boolean;
  /** Takes the next state. While `act` stays the same word, as in a drag, all of it is one step back. */
  take(next: T, act?: string): void;
  /** Ends a drag: the next state is a step of its own. */
  rest(): void;
  undo(): T;
  redo(): T;
}

/** So many steps are kept; a shape shares with the one before it all rings that were not touched. */
const MOST_STEPS = 500;

export function stepsOf<T>(first: T): Steps<T> {
  let past: T[] = [], now = first, future: T[] = [], running: string | null = null;
  return {
    get now() { return now; },
    get canUndo() { return past.length > 0; },
    get canRedo() { return future.length > 0; },
    take(next, act) {
      if (next === now) return;
      if (act === undefined || act !== running) past = [...past.slice(-(MOST_STEPS - 1)), now];
      running = act ?? null;
      now = next;
      future = [];
    },
    rest() { running = null; },
    undo() {
      running = null;
      const before = past.at(-1);
      if (past.length === 0) return now;
      past = past.slice(0, -1);
      future = [now, ...future];
      return now = before!;
    },
    redo() {
      running = null;
      if (future.length === 0) return now;
      past = [...past, now];
      now = future[0]!;
      future = future.slice(1);
      return now;
    },
  };
}

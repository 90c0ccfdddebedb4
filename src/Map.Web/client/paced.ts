// Writing down while somebody types: after a short pause, and where none comes, all the same every second.

export interface Paced {
  /** Something is to be written. */
  soon(): void;
  /** Nothing is any longer, or it was just done. */
  stop(): void;
}

/**
 * @param quiet Milliseconds without another call before it is done.
 * @param longest Milliseconds it waits at most, however fast the calls come: what a crash can cost.
 */
export function paced(act: () => void, quiet: number, longest: number): Paced {
  let timer: ReturnType<typeof setTimeout> | undefined, since: number | undefined;
  const stop = (): void => {
    clearTimeout(timer);
    since = undefined;
  };
  return {
    soon() {
      clearTimeout(timer);
      since ??= Date.now();
      timer = setTimeout(() => { stop(); act(); }, Math.max(0, Math.min(quiet, since + longest - Date.now())));
    },
    stop,
  };
}

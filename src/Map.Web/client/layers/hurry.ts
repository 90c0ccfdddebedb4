// How long a picture may take while time moves: what a page and its machine leave of a frame is only known from the frames that came late.

/** Milliseconds from the beginning of a picture on in which squares of the ground are drawn: what a machine with time to spare takes, and what one without gets at least. */
export const MOST = 5, LEAST = 1;

/** Milliseconds between two pictures above which the one between was not shown in time, for screens of 60 frames a second and more. */
const LATE = 21;

/** Above this nothing was drawn between: a finger rested, and the frame before says nothing of this one. */
const APART = 120;

export interface Hurry {
  /** Milliseconds for the picture of the frame that began at this moment: half of the last one's after a frame that came late, a little more after one in time. */
  of(began: number): number;
}

export function createHurry(): Hurry {
  let last = -Infinity, milliseconds = MOST / 2;
  return {
    of(began) {
      const since = began - last;
      last = began;
      if (since < APART) milliseconds = since > LATE ? Math.max(LEAST, milliseconds / 2) : Math.min(MOST, milliseconds + 0.1);
      return milliseconds;
    },
  };
}

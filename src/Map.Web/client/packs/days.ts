/** An event's earliest day that is open or unknown. Days are days since 1970-01-01. */
export const OPEN_START = -2147483648;

/** An event's latest day that is open. */
export const OPEN_END = 2147483647;

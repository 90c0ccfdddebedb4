// Numbers of the rules by which the control layer is derived, for packs whose header does not say them.

/** Days since the last claim after which a fill is shaded a step further. */
export const AGE_DAYS: readonly number[] = [365, 730, 1826];

/** Part of the stated distance within which a fill is at its full strength. */
export const FULL_SHARE = 0.76;

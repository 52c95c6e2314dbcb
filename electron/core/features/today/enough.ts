/** Enough of each kind that two of one person, and what was put off meanwhile, still leave five. */
export const ENOUGH = 60

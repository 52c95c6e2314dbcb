/**
 * How the memory of the core grows. Left to itself the engine lets rubbish pile up to three times what is in use, and
 * keeps room for new things that it never gives back, wherever the machine has memory: a practice's computer has other
 * programs to run. Measured by `npm run bench -- --imports`.
 */
export const HEAP_FLAGS = {
  /** How much it may grow over what is in use before it is gone through again, in per cent. Can be set while running. */
  growth: '--heap-growing-percent=100',
  /** Room for new things, in megabytes. Has to be known when the process starts. */
  young: '--max-semi-space-size=16',
  /** As much of it from the first moment: growing up to it in steps took a fifth of the time that the core starts in. */
  youngAtFirst: '--min-semi-space-size=16',
} as const

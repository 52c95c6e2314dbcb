/** Runs work that stops after each step to its end, for callers whom nobody waits for meanwhile. */
export const allSteps = <T>(steps: Generator<unknown, T, void>): T => {
  for (;;) {
    const step = steps.next()
    if (step.done === true) return step.value
  }
}

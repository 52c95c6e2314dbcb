const STEPS = 5

/** Round numbers from at or below `lowest` to at or above `highest`, about five steps apart, for an axis. */
export const roundSteps = (lowest: number, highest: number): number[] => {
  const span = highest - lowest || Math.abs(highest) || 1
  const rough = span / STEPS
  const power = 10 ** Math.floor(Math.log10(rough))
  const step = ([1, 2, 2.5, 5].find((one) => one * power >= rough * 0.999) ?? 10) * power
  const first = Math.floor(lowest / step + 1e-9)
  const last = Math.max(first + 1, Math.ceil(highest / step - 1e-9))
  // Rounded, so that a step of 0.1 does not come out as 0.30000000000000004.
  return Array.from({ length: last - first + 1 }, (_, index) => Number(((first + index) * step).toPrecision(12)))
}

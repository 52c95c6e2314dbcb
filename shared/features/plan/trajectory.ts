interface At {
  /** `YYYY-MM`. */
  readonly month: string
  readonly value: number
}

const number = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5)) - 1
const text = (month: number): string =>
  `${String(Math.floor(month / 12)).padStart(4, '0')}-${String((month % 12) + 1).padStart(2, '0')}`

/**
 * The straight way from a baseline to a target, month by month, both ends among them. A target that is not after the
 * baseline is a way of one month.
 */
export const trajectory = (baseline: At, target: At): At[] => {
  const first = number(baseline.month)
  const months = number(target.month) - first
  if (months <= 0) return [target]
  const step = (target.value - baseline.value) / months
  return Array.from({ length: months + 1 }, (_, at) =>
    at === months ? target : { month: text(first + at), value: baseline.value + step * at },
  )
}

/** Where the way to a target stands in a month; `null` before it begins. From its end on it is the target. */
export const expectedIn = (way: readonly At[], month: string): number | null => {
  const last = way.at(-1)
  if (last !== undefined && month >= last.month) return last.value
  return way.find((one) => one.month === month)?.value ?? null
}

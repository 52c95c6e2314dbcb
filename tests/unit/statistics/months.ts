import type { SpcValue } from '#shared/statistics/spc-types.ts'

/** Months from April 2024 on. */
export const monthsFrom = (count: number): string[] =>
  Array.from({ length: count }, (_, index) => {
    const month = index + 3
    return `${2024 + Math.floor(month / 12)}-${String((month % 12) + 1).padStart(2, '0')}`
  })

/** The values as the months of a series. */
export const valuesFrom = (values: readonly (number | null)[]): SpcValue[] =>
  monthsFrom(values.length).map((month, index) => ({ month, value: values[index] ?? null }))

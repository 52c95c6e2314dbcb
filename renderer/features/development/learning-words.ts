import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import type { Goal } from '#shared/features/development/schema.ts'

/** How a goal stands, such as "By 1 Mar 2027" or "Reached 2 Nov 2026". */
export const goalStanding = ({ byWhen, doneOn }: Pick<Goal, 'byWhen' | 'doneOn'>, today: IsoDate): string => {
  if (doneOn !== null) return `Reached ${formatIsoDate(doneOn)}`
  if (byWhen === null) return 'No day set'
  return byWhen < today ? `Late: was wanted by ${formatIsoDate(byWhen)}` : `By ${formatIsoDate(byWhen)}`
}

import { AppError } from '#shared/contract/errors.ts'
import type { ColumnChoice } from '#shared/features/imports/schema.ts'
import type { DatesSeen } from './dates-in-columns.ts'

/**
 * Nothing in such a column tells day from month, so it is read one way or the other only when somebody has said which.
 * Columns are named by where they stand: a heading may hold whatever a file holds.
 * @throws AppError `validation`.
 */
export const refuseUnanswered = (
  columns: readonly ColumnChoice[],
  dates: ReadonlyMap<number, Pick<DatesSeen, 'asks'>>,
): void => {
  const open = columns
    .filter((choice) => choice.dates === null && dates.get(choice.index)?.asks === 'either-way')
    .map(({ index }) => index + 1)
    .toSorted((a, b) => a - b)
  const [first] = open
  if (first === undefined) return
  const which = open.length === 1 ? `column ${first}` : `columns ${open.slice(0, -1).join(', ')} and ${open.at(-1)}`
  const words = `The dates in ${which} could be read day first or month first. Say which it is, then check again.`
  throw new AppError('validation', words, { fieldErrors: { dates: words } })
}

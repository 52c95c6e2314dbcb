import { AppError } from '#shared/contract/errors.ts'
import { orderHolds } from '#shared/features/imports/matching.ts'
import type { ColumnChoice, ImportDraft } from '#shared/features/imports/schema.ts'
import { isDateField } from './column-plan.ts'
import type { DatesSeen } from './dates-in-columns.ts'

/** @param open columns, from 0. */
const columnWords = (open: readonly number[]): string => {
  const named = open.map((index) => index + 1).toSorted((a, b) => a - b)
  return named.length === 1 ? `column ${named[0]}` : `columns ${named.slice(0, -1).join(', ')} and ${named.at(-1)}`
}

const refuse = (words: string): never => {
  throw new AppError('validation', words, { fieldErrors: { dates: words } })
}

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
    .map(({ index }) => index)
  if (open.length > 0)
    refuse(
      `The dates in ${columnWords(open)} could be read day first or month first. Say which it is, then check again.`,
    )
}

/**
 * The chosen columns, with the order of dates that the draft knows where nobody said one now. What a saved profile knows
 * was said of an earlier file: it does not hold of one in which a date is written otherwise, and is asked for again.
 * @throws AppError `validation`.
 */
export const withKnownOrders = (
  { columns: known, remember }: Pick<ImportDraft, 'columns' | 'remember'>,
  columns: readonly ColumnChoice[],
  dates: ReadonlyMap<number, Pick<DatesSeen, 'counted'>>,
): ColumnChoice[] => {
  // Once a draft was checked, its orders are those somebody said of this very file.
  const isOfThisFile = remember !== null
  const orders = new Map(known.map(({ index, dates: order }) => [index, order]))
  const open: number[] = []
  const chosen = columns.map((choice) => {
    const order = orders.get(choice.index) ?? null
    const found = dates.get(choice.index)?.counted(choice.index)
    if (choice.dates !== null || order === null || !isDateField(choice.field)) return choice
    if (!isOfThisFile && found !== undefined && !orderHolds(order, found)) open.push(choice.index)
    return { ...choice, dates: order }
  })
  if (open.length > 0)
    refuse(
      `The dates in ${columnWords(open)} are not written as in the file that was remembered. Say which comes first, day or month, then check again.`,
    )
  return chosen
}

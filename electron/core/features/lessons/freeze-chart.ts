import { AppError } from '#shared/contract/errors.ts'
import { addMonths, type IsoDate } from '#shared/domain/partial-date.ts'
import { cardValue, isOffCard } from '#shared/features/lessons/chart.ts'
import type { LessonChart } from '#shared/features/lessons/schema.ts'
import type { ReadDb } from '../../db/database.ts'
import { figuresOver, measureWords } from '../measures/public.ts'

interface Wanted {
  readonly measureCode: string
  readonly months: number
}

const refuse = (words: string): never => {
  throw new AppError('validation', words, { fieldErrors: { chart: words } })
}

/**
 * The months of a measure up to the last that has ended, as a card keeps them. Months that count 1 to 5 people, or all
 * but 1 to 5, are blank.
 * @throws AppError `validation` for a measure that is not counted here, and where no month is left.
 */
export const freezeChart = async (
  db: ReadDb,
  { measureCode, months }: Wanted,
  today: IsoDate,
): Promise<{ chart: LessonChart; blanked: number }> => {
  const measure = measureWords(measureCode)
  if (measure === null) return refuse('This measure is not in the library')
  const first: IsoDate = `${today.slice(0, 7)}-01`
  const stretches = Array.from({ length: months }, (_, at) => addMonths(first, at - months).slice(0, 7))
  const figures = await figuresOver(
    db,
    [measureCode],
    stretches.map((month) => ({ from: month, to: month })),
    today,
  )
  const counted = stretches.map((month, at) => ({ month, figure: figures[at]?.[0]?.figure ?? null }))
  if (counted.every(({ figure }) => figure === null)) return refuse('This measure is not counted in this practice')
  const shown = counted.map(({ month, figure }) => ({
    month,
    value: figure === null ? null : cardValue(measure.kind, figure),
  }))
  if (shown.every(({ value }) => value === null))
    return refuse('Every month of this measure counts nobody or fewer than 6 people: it cannot go on a card')
  const blanked = counted.filter(
    ({ figure }) => figure !== null && figure.value !== null && isOffCard(measure.kind, figure),
  ).length
  return { chart: { title: measure.title, unit: measure.unit, months: shown }, blanked }
}

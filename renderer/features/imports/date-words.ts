import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { DateOrder, DatesFound } from '#shared/features/imports/matching.ts'
import { counted } from './import-words.ts'
import { contradicts, type MatchedColumn } from './use-matching.ts'

const WORDS: Readonly<Record<DateOrder, string>> = { 'day-first': 'day first', 'month-first': 'month first' }

const only = (count: number, order: DateOrder): string => `${counted(count, 'date')} can only be ${WORDS[order]}`

/** What shows in the column: "Day first: 34 dates can only be so". */
export const foundWords = ({ asks, dayFirst, monthFirst, eitherWay }: DatesFound): string => {
  switch (asks) {
    case 'either-way':
      return `${eitherWay === 1 ? 'Its one date' : `All ${eitherWay.toLocaleString('en-GB')} dates`} could be read either way round`
    case 'mixed':
      return `${only(dayFirst, 'day-first')}, ${monthFirst.toLocaleString('en-GB')} only month first`
    case 'month-first':
      return `Month first: ${counted(monthFirst, 'date')} can only be so`
    case null:
      return dayFirst === 0
        ? 'The same day whichever way they are read'
        : `Day first: ${counted(dayFirst, 'date')} can only be so`
  }
}

/** What the chosen order does with dates that can only be read the other way. null: nothing. */
export const lostWords = ({ dates, order }: MatchedColumn): string | null => {
  if (dates === null || order === null) return null
  const lost = order === 'day-first' ? dates.monthFirst : dates.dayFirst
  if (lost === 0) return null
  const other = order === 'day-first' ? 'month-first' : 'day-first'
  return `${only(lost, other)}: ${lost === 1 ? 'its row' : 'their rows'} will be rejected`
}

/** "Read day first, as you said": how the dates of a column are going to be read, for its row in the table. */
export const readingWords = (row: MatchedColumn): string | null => {
  const { dates, order } = row
  if (dates === null) return null
  if (row.asks) return foundWords(dates)
  if (order === null || contradicts(dates, order)) return order === null ? foundWords(dates) : lostWords(row)
  return dates.asks === null && order === 'day-first' ? foundWords(dates) : `Read ${WORDS[order]}, as chosen`
}

const EITHER = /^(\d{1,2})[/.-](\d{1,2})[/.-](\d{4})\b/

const asDate = (year: string, month: number, day: number): string =>
  formatIsoDate(`${year}-${String(month).padStart(2, '0')}-${String(day).padStart(2, '0')}`)

/** One of the column's own dates, read in an order: "03/04/2025 is 3 Apr 2025". null where no example has two readings. */
export const exampleWords = ({ column }: MatchedColumn, order: DateOrder): string | null => {
  for (const sample of column.samples) {
    const parts = EITHER.exec(sample)
    const [written, first, second, year] = parts ?? []
    const [one, two] = [Number(first), Number(second)]
    if (written === undefined || year === undefined || one > 12 || two > 12 || one < 1 || two < 1 || one === two)
      continue
    const [day, month] = order === 'day-first' ? [one, two] : [two, one]
    return `${written} is ${asDate(year, month, day)}`
  }
  return null
}

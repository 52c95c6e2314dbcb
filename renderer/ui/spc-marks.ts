import type { SpcChart } from '#shared/statistics/spc-types.ts'
import { spcMonth } from '#shared/statistics/spc-words.ts'

/** Something that happened and may explain a change: an action begun, a clinic moved. Of a day, or of a month. */
export type SpcAnnotation = { readonly date: string; readonly words: string }

/** A mark along the months: an annotation or a rebase, by its number in the list below. */
export type SpcMark = {
  readonly month: string
  readonly number: number
  /** For the list: when and what. */
  readonly words: string
  /** For a month that is named already: what. */
  readonly said: string
  readonly isRebase: boolean
}

const asSentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`)

/** Rebases and annotations of the months shown in the order of their days, numbered. A rebase goes first on its month. */
export const marksOf = ({ phases, points }: SpcChart, annotations: readonly SpcAnnotation[]): readonly SpcMark[] => {
  const shown = new Set(points.map(({ month }) => month))
  const rebases = phases.flatMap(({ from, reason }) =>
    reason === null
      ? []
      : [
          {
            day: from,
            month: from,
            words: `${spcMonth(from)}: limits begin anew. ${reason}`,
            said: `Limits begin anew: ${asSentence(reason)}`,
            isRebase: true,
          },
        ],
  )
  const notes = annotations.map(({ date, words }) => {
    const month = date.slice(0, 7)
    const day = Number(date.slice(8))
    const when = day > 0 ? `${day} ${spcMonth(month)}` : spcMonth(month)
    return { day: date, month, words: `${when}: ${words}`, said: `Note: ${asSentence(words)}`, isRebase: false }
  })
  return [...rebases, ...notes]
    .filter(({ month }) => shown.has(month))
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map(({ month, words, said, isRebase }, index) => ({ month, words, said, isRebase, number: index + 1 }))
}

/** What is marked on each month, in sentences. */
export const saidByMonth = (marks: readonly SpcMark[]): ReadonlyMap<string, string> =>
  new Map(
    [...Map.groupBy(marks, ({ month }) => month)].map(([month, own]) => [month, own.map(({ said }) => said).join(' ')]),
  )

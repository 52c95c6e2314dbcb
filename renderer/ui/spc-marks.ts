import type { ReactNode } from 'react'
import { formatShortDate } from '#shared/domain/partial-date.ts'
import type { SpcChart } from '#shared/statistics/spc-types.ts'
import { spcMonth } from '#shared/statistics/spc-words.ts'

/** Something that happened and may explain a change: an action begun, a clinic moved. Of a day, or of a month. */
export type SpcAnnotation = {
  readonly date: string
  readonly words: string
  /** What it is; a note where nothing is said. */
  readonly name?: string
  /** The number it has elsewhere on the page; the others are numbered after the highest of these. */
  readonly number?: number
  /** Still to come: drawn as planned. */
  readonly isPlanned?: boolean
  /** What leads to more about it. */
  readonly link?: ReactNode
}

/** A mark along the months: an annotation or a rebase, by its number in the list below. */
export type SpcMark = {
  readonly month: string
  readonly number: number
  /** For the list: when and what. */
  readonly words: string
  /** For a month that is named already: what. */
  readonly said: string
  readonly isRebase: boolean
  /** In a few words, for a flag on the chart. */
  readonly flag: string
  readonly isPlanned: boolean
  readonly link: ReactNode
}

const asSentence = (words: string): string => (/[.!?]$/.test(words) ? words : `${words}.`)

const FLAG_LENGTH = 30

const flagOf = (words: string, day: string): string => {
  const short = words.length > FLAG_LENGTH ? `${words.slice(0, FLAG_LENGTH - 1).trimEnd()}…` : words
  return day.length > 7 ? `${short}, ${formatShortDate(day)}` : short
}

type Unnumbered = Omit<SpcMark, 'number'> & { readonly day: string; readonly number: number | null }

const rebaseMarks = ({ phases }: SpcChart): readonly Unnumbered[] =>
  phases.flatMap(({ from, reason }) =>
    reason === null
      ? []
      : [
          {
            day: from,
            month: from,
            words: `${spcMonth(from)}: limits begin anew. ${reason}`,
            said: `Limits begin anew: ${asSentence(reason)}`,
            flag: flagOf('Limits begin anew', from),
            isRebase: true,
            isPlanned: false,
            number: null,
            link: null,
          },
        ],
  )

const annotationMark = (annotation: SpcAnnotation): Unnumbered => {
  const { date, words, name = 'Note', number = 0, isPlanned = false, link = null } = annotation
  const month = date.slice(0, 7)
  const day = Number(date.slice(8))
  const when = day > 0 ? `${day} ${spcMonth(month)}` : spcMonth(month)
  return {
    day: date,
    month,
    words: `${when}: ${words}`,
    said: `${name}: ${asSentence(words)}`,
    flag: flagOf(words, date),
    isRebase: false,
    isPlanned,
    number: number > 0 ? number : null,
    link,
  }
}

const monthNumber = (month: string): number => Number(month.slice(0, 4)) * 12 + Number(month.slice(5, 7))

/**
 * The month that it is, where a run ends with the one before it and something is marked in this one: a month of which
 * nothing is measured before it is over. A run that ends earlier is one of the past, and shows nothing of today.
 */
export const monthOfMarks = (
  { points }: SpcChart,
  annotations: readonly SpcAnnotation[],
  thisMonth: string | undefined,
): readonly string[] => {
  const last = points.at(-1)?.month
  if (last === undefined || thisMonth === undefined || monthNumber(thisMonth) !== monthNumber(last) + 1) return []
  return annotations.some(({ date }) => date.startsWith(thisMonth)) ? [thisMonth] : []
}

/**
 * Rebases and annotations of the months shown in the order of their days, numbered. A rebase goes first on its month.
 * @param ahead months that are shown after the last one of the run.
 */
export const marksOf = (
  chart: SpcChart,
  annotations: readonly SpcAnnotation[],
  ahead: readonly string[] = [],
): readonly SpcMark[] => {
  const shown = new Set([...chart.points.map(({ month }) => month), ...ahead])
  let next = Math.max(0, ...annotations.map(({ number = 0 }) => number))
  return [...rebaseMarks(chart), ...annotations.map(annotationMark)]
    .filter(({ month }) => shown.has(month))
    .toSorted((a, b) => a.day.localeCompare(b.day))
    .map(({ month, words, said, flag, isRebase, isPlanned, link, number }) => ({
      month,
      words,
      said,
      flag,
      isRebase,
      isPlanned,
      link,
      number: number ?? (next += 1),
    }))
}

/** What is marked on each month, in sentences. */
export const saidByMonth = (marks: readonly SpcMark[]): ReadonlyMap<string, string> =>
  new Map(
    [...Map.groupBy(marks, ({ month }) => month)].map(([month, own]) => [month, own.map(({ said }) => said).join(' ')]),
  )

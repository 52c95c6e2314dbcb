import { changedParams, urlChoice, urlText, type UrlField } from '#renderer/app/url-state.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import { yearLabel, yearOf } from '#shared/features/measures/financial-year.ts'
import { monthNumber, monthText } from '#shared/features/measures/library/months.ts'
import { monthSchema } from '#shared/domain/schemas.ts'
import { SPLITS } from '#shared/features/measures/library/schema.ts'
import { spcMonth } from '#shared/statistics/spc-words.ts'

type Split = (typeof SPLITS)[number]

const urlMonth: UrlField<string | null> = {
  usual: null,
  read: (text) => monthSchema.safeParse(text).data,
  write: (month) => month ?? '',
}

const urlSplit: UrlField<Split | null> = {
  usual: null,
  read: (text) => SPLITS.find((split) => split === text),
  write: (split) => split ?? '',
}

export const PERIODS = ['last-12', 'last-year', 'own'] as const

/** What the library keeps in its address. Words that are looked for are not kept: somebody may type a name. */
export const libraryAddress = {
  period: urlChoice(PERIODS, 'last-12'),
  /** Of own months. `null`: where the last 12 begin and end. */
  from: urlMonth,
  to: urlMonth,
  /** The measure that one comes back from, to go on from there. */
  at: urlText(''),
}

/** What the page of one measure keeps in its address: the period too, so that the way back leads to the same figures. */
export const measurePageAddress = {
  ...libraryAddress,
  split: urlSplit,
  ranges: urlChoice(['screened', 'all'], 'screened'),
}

type ValueOf<Field> = Field extends UrlField<infer Value> ? Value : never
export type LibraryAddress = { readonly [Name in keyof typeof libraryAddress]: ValueOf<(typeof libraryAddress)[Name]> }
export type ChangeLibrary = (change: Partial<LibraryAddress>, options?: { readonly replace?: boolean }) => void

const withParams = (path: string, params: URLSearchParams): string =>
  params.size === 0 ? path : `${path}?${params.toString()}`

const periodParams = ({ period, from, to }: LibraryAddress): URLSearchParams =>
  changedParams(libraryAddress, new URLSearchParams(), { period, from, to })

/** Where the page of a measure is, about the same period. */
export const measurePath = (code: string, address: LibraryAddress): string =>
  withParams(`/measures/library/${encodeURIComponent(code)}`, periodParams(address))

/** The way back to the library, to the measure that one has looked at. */
export const libraryPath = (code: string, address: LibraryAddress): string => {
  const params = changedParams(libraryAddress, periodParams(address), { at: code })
  params.set('view', 'library')
  return withParams('/measures', params)
}

/** The month so many months later, or earlier when negative. */
const movedMonth = (month: string, by: number): string => monthText(monthNumber(month) + by)

/** The months that may be chosen, the newest first: ten years back from the last one that has ended. */
export const monthChoices = (today: IsoDate): readonly string[] =>
  Array.from({ length: 120 }, (_, back) => movedMonth(today.slice(0, 7), -1 - back))

export type ChosenMonths = { readonly from: string; readonly to: string }

export type LibraryPeriod = {
  /** As the core is asked: `null` for the last 12 months. */
  readonly months: ChosenMonths | null
  readonly shown: ChosenMonths
  /** Why own months are none; then nothing is asked. */
  readonly error: string | undefined
}

/** The months that an address asks for. */
export const periodOf = ({ period, from, to }: LibraryAddress, today: IsoDate): LibraryPeriod => {
  const lastEnded = movedMonth(today.slice(0, 7), -1)
  const last12 = { from: movedMonth(lastEnded, -11), to: lastEnded }
  if (period === 'last-12') return { months: null, shown: last12, error: undefined }
  if (period === 'last-year') {
    const year = yearOf(today) - 1
    const shown = { from: `${year}-04`, to: `${year + 1}-03` }
    return { months: shown, shown, error: undefined }
  }
  const shown = { from: from ?? last12.from, to: to ?? last12.to }
  const error = shown.from > shown.to ? 'The last month is before the first. Choose a later one.' : undefined
  return { months: shown, shown, error }
}

/** `2025/26`: the financial year before the one that today lies in. */
export const lastYearLabel = (today: IsoDate): string => yearLabel(yearOf(today) - 1)

/** `December 2025 to November 2026`. */
export const monthsText = ({ from, to }: ChosenMonths): string =>
  from === to ? spcMonth(from) : `${spcMonth(from)} to ${spcMonth(to)}`

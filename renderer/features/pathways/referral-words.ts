import type { IsoDate, PartialDate } from '#shared/domain/partial-date.ts'
import { daysWaited, isVagueWait, type LateReason, lateReasons } from '#shared/features/pathways/harm.ts'
import type { SafetyNetRow } from '#shared/features/pathways/schema.ts'
import { isHitch } from '#shared/features/pathways/steps.ts'
import { dateWords, decisionWords, pastWords, placeWords } from '#shared/features/pathways/words.ts'
import type { StatusKind } from '#renderer/ui/status-shape.tsx'

const LATE_WORDS: Readonly<Record<LateReason, string>> = {
  needs_sign_off: 'Needs sign-off',
  over: 'Past its days',
  no_date: 'No date booked',
}
const LATE_SHAPES: Readonly<Record<LateReason, StatusKind>> = {
  needs_sign_off: 'off-track',
  over: 'off-track',
  no_date: 'at-risk',
}

const sentence = (text: string): string => text.slice(0, 1).toUpperCase() + text.slice(1)

const placeDate = ({ placeDate: date, placePrecision: precision }: SafetyNetRow): PartialDate | null =>
  date === null || precision === null ? null : { date, precision }

/** `Did not attend`, and since when. */
export const placeOf = (row: SafetyNetRow): { readonly main: string; readonly sub: string } => {
  const date = placeDate(row)
  const then = row.decision !== null && isHitch(row.place) ? `, ${decisionWords(row.decision)}` : ''
  return { main: `${placeWords(row.place)}${then}`, sub: date === null ? '' : dateWords(date) }
}

type Waiting = Pick<SafetyNetRow, 'startDate' | 'startPrecision' | 'daysAdjusted' | 'daysAllowed'>

interface Wait {
  readonly main: string
  readonly sub: string
}

/** `13 days`, and of how many or how far past: `of 28`, `42 days past 28`. */
export const waitOf = (row: Waiting, today: IsoDate, howFarPast = pastWords): Wait => {
  const days = daysWaited(row, today)
  if (days === null) return { main: 'Not known', sub: 'No date in the record' }
  const vague = isVagueWait(row)
  const main = `${vague ? 'Up to ' : ''}${days} ${days === 1 ? 'day' : 'days'}`
  if (row.daysAllowed === null) return { main, sub: 'No clock counts' }
  const past = howFarPast({ least: days, most: days }, row.daysAllowed)
  if (past === null) return { main, sub: `of ${row.daysAllowed}` }
  return { main, sub: vague ? `up to ${past}` : past }
}

/** The same where there is little room: `42 past 28`, below `70 days`. */
export const waitInColumn = (row: Waiting, today: IsoDate): Wait =>
  waitOf(row, today, ({ least }, allowed) => (least > allowed ? `${least - allowed} past ${allowed}` : null))

/** What wants doing, in words and with the shape of the worst of it. */
export const attentionOf = (
  row: SafetyNetRow,
  today: IsoDate,
): { readonly kind: StatusKind; readonly main: string; readonly sub: string } => {
  const [worst, ...rest] = lateReasons(row, today)
  const flags = row.outOfOrder === 0 ? [] : ['Out of order']
  if (worst === undefined) return { kind: 'not-due', main: 'Not late', sub: flags.join(', ') }
  return {
    kind: LATE_SHAPES[worst],
    main: LATE_WORDS[worst],
    sub: sentence([...rest.map((reason) => LATE_WORDS[reason].toLowerCase()), ...flags].join(', ')),
  }
}

/** `3 pathways, 2 people`. */
export const bothWords = ({ pathways, people }: { readonly pathways: number; readonly people: number }): string =>
  `${pathways === 1 ? '1 pathway' : `${pathways.toLocaleString('en-GB')} pathways`}, ${people === 1 ? '1 person' : `${people.toLocaleString('en-GB')} people`}`

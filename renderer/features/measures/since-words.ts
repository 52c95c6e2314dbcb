import { instantWords } from '#shared/features/reports/labels.ts'
import { type SinceFigure, type SinceGroup, type SinceSent } from '#shared/features/reports/public.ts'

type Report = NonNullable<SinceSent['report']>

const number = (value: number): string => value.toLocaleString('en-GB')

export const SINCE_WORDS: Readonly<Record<SinceGroup, string>> = {
  'came-in': 'Came in',
  'went-out': 'Went out',
  changed: 'Changed',
}

const WHY_NOT: Readonly<Record<'rule' | 'letter-days' | 'not-kept' | 'no-history', string>> = {
  rule: 'Not compared: it is counted by another rule today',
  'letter-days': 'Not compared: letters may take other days today',
  'not-kept': 'Not compared: an earlier version did not keep the counts',
  'no-history': 'Not compared: it was frozen in the register that this one was made from',
}

/** What a figure is today, or why nothing is said of it. */
export const todayText = ({ today }: SinceFigure): string =>
  today.state === 'compared' ? number(today.count) : WHY_NOT[today.why]

/** How far it is from what it was when the report was frozen: `2 more`, `as it was`; `null` where that is not known. */
export const movedText = ({ before, today }: SinceFigure): string | null => {
  if (before === null || today.state !== 'compared') return null
  const moved = today.count - before
  if (moved === 0) return 'as it was'
  return `${number(Math.abs(moved))} ${moved > 0 ? 'more' : 'fewer'}`
}

/** What its readers saw, and the true count beside it where that is another thing. */
export const sentText = ({ sent, before }: SinceFigure): { readonly main: string; readonly sub: string | null } => {
  const was = before === null ? null : `it was ${number(before)}`
  if (sent === null) return { main: 'Not printed', sub: was }
  if (sent.state === 'hidden') return { main: 'Hidden', sub: was }
  return { main: number(sent.value), sub: before === null || before === sent.value ? null : was }
}

/** `Network report, 1 Apr 2025 to 31 Mar 2026, sent on 3 Nov 2026 to Cancer Alliance`. */
export const reportText = ({ title, sentAt, recipient, isExact }: Report): string =>
  `${title}, ${isExact ? 'sent with exact counts' : 'sent'} on ${instantWords(sentAt)} to ${recipient}`

const shareText = (numerator: number, denominator: number): string =>
  `${number(numerator)} of ${number(denominator)}${denominator < FEW ? '' : ` (${((numerator / denominator) * 100).toFixed(1)}%)`}`

/** A denominator this small is given as a fraction: a percentage would say more than is known. */
const FEW = 10

const valueOf = (figures: readonly SinceFigure[], of: (figure: SinceFigure) => number | null): string | null => {
  const [first, second] = figures
  const numerator = first === undefined ? null : of(first)
  if (numerator === null) return null
  if (second === undefined) return number(numerator)
  const denominator = of(second)
  return denominator === null ? null : shareText(numerator, denominator)
}

/** The figure as it was sent and as it is today, in one sentence. */
export const sinceSentence = (report: Report, figures: readonly SinceFigure[]): string => {
  const sent = valueOf(figures, (figure) => (figure.sent?.state === 'shown' ? figure.sent.value : null))
  const today = valueOf(figures, ({ today: now }) => (now.state === 'compared' ? now.count : null))
  const said = sent === null ? 'It did not show this number in full.' : `It said ${sent}.`
  const now =
    today === null
      ? figures[0] && `${todayText(figures[0])}.`
      : `Counted again today for the same period it is ${today}.`
  return `${reportText(report)}. ${said} ${now ?? ''}`.trim()
}

/** How often somebody is counted. */
export const timesText = (times: number): string => {
  if (times === 0) return 'Not counted'
  return times === 1 ? 'Counted' : `Counted ${times} times`
}

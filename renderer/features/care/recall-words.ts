import {
  daysBetween,
  formatIsoDate,
  formatPartialDate,
  formatShortDate,
  type IsoDate,
} from '#shared/domain/partial-date.ts'
import { tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import type { RecallRow } from '#shared/features/care/schema.ts'
import { STANDING_RULES } from '#shared/features/care/standing.ts'
import type { StatusKind } from '#renderer/ui/status-shape.tsx'

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

const nearDate = (date: IsoDate, today: IsoDate): string =>
  date.slice(0, 4) === today.slice(0, 4) ? formatShortDate(date) : formatIsoDate(date)

/** "Sigmoid colon" or the group. */
export const cancerWords = ({ site, tumourGroup }: RecallRow): string =>
  site ?? (tumourGroup === null ? 'Not known' : tumourGroupLabel(tumourGroup))

/** "Diagnosed 4 Sep 2026". */
export const diagnosedWords = ({ diagnosisDate }: RecallRow): string =>
  diagnosisDate === null ? 'Date not known' : `Diagnosed ${formatPartialDate(diagnosisDate)}`

interface DueMark {
  readonly kind: StatusKind
  readonly words: string
}

/** How late or how soon, with its shape. */
export const dueMark = ({ dueDate }: RecallRow, today: IsoDate): DueMark => {
  const late = daysBetween(dueDate, today)
  if (late > 0) return { kind: 'off-track', words: `${days(late)} overdue` }
  if (late === 0) return { kind: 'at-risk', words: 'Due today' }
  return -late <= STANDING_RULES.soonDays
    ? { kind: 'at-risk', words: `${days(-late)} left` }
    : { kind: 'not-due', words: `${days(-late)} left` }
}

/** What was tried: "Invited once", "Said no 3 Oct". */
export const triedWords = (row: RecallRow, today: IsoDate): { readonly main: string; readonly sub: string } => {
  const { invitations, invitedOn, saidNo, saidNoOn } = row
  const on =
    invitedOn === null
      ? ''
      : invitedOn.precision === 'day'
        ? nearDate(invitedOn.date, today)
        : formatPartialDate(invitedOn)
  if (invitations > 0) {
    const main = invitations === 1 ? 'Invited once' : `Invited ${invitations} times`
    return { main, sub: invitations === 1 ? on : `Last ${on}` }
  }
  if (saidNo !== null && saidNoOn !== null)
    return { main: saidNo === 'declined' ? 'Said no' : 'Not suitable', sub: formatPartialDate(saidNoOn) }
  return { main: 'Not invited', sub: '' }
}

/** "12 people. Longest wait first." */
export const countWords = (total: number): string =>
  `${total === 1 ? '1 person' : `${total.toLocaleString('en-GB')} people`}. Earliest due first.`

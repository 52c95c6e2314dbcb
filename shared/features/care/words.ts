import {
  daysBetween,
  formatIsoDate,
  formatPartialDate,
  type IsoDate,
  type PartialDate,
} from '#shared/domain/partial-date.ts'
import { METHODS } from '#shared/features/journey/schema.ts'
import { type CareEvent, secondInvitationFrom, type Standing, type StandingState } from './standing.ts'

const STATE_LABELS: Readonly<Record<StandingState, string>> = {
  done: 'Done',
  declined: 'Said no',
  unsuitable: 'Not suitable',
  'no-answer': 'Invited, no answer',
  overdue: 'Overdue',
  due: 'Due',
  later: 'Not due yet',
  lapsed: 'Past asking',
}

export const standingLabel = (state: StandingState): string => STATE_LABELS[state]

const days = (count: number): string => (count === 1 ? '1 day' : `${count} days`)

const METHOD_WORDS = new Map<string, string>(METHODS.map(({ code, label }) => [code, label.toLowerCase()]))

/** "by phone", or nothing. */
const methodWords = (method: string | null | undefined): string =>
  method == null ? '' : (METHOD_WORDS.get(method) ?? '')

/** "29 Oct 2026 by phone, Beth Tranter": when, how and who, as far as it is known. */
const happened = (event: CareEvent): string => {
  const how = methodWords(event.method)
  const who = event.doneBy ?? ''
  const when = [formatPartialDate(event), how].filter((part) => part !== '').join(' ')
  return who === '' ? when : `${when}, ${who}`
}

const listedDates = (dates: readonly PartialDate[]): string =>
  dates.map(formatPartialDate).join(dates.length === 2 ? ' and ' : ', ')

const invitedWords = (standing: Standing, today: IsoDate): string => {
  const { invitations, state } = standing
  if (invitations.length === 0) return ''
  const times = invitations.length === 1 ? 'Invited once' : `Invited ${invitations.length} times`
  const sent = ` ${times}: ${listedDates(invitations)}.`
  if (state === 'no-answer') return `${sent} No answer.`
  const again = secondInvitationFrom(standing)
  if (again === null) return sent
  return again <= today
    ? `${sent} Another invitation now would count as the second.`
    : `${sent} An invitation from ${formatIsoDate(again)} would count as the second.`
}

/** From which day it is counted. The last day of a month is not given out as the day of the diagnosis. */
const fromWords = ({ diagnosed, startDate }: Standing): string =>
  diagnosed.precision === 'day'
    ? `from the diagnosis on ${formatIsoDate(startDate)}`
    : `from ${formatIsoDate(startDate)}, the last day that the diagnosis in ${formatPartialDate(diagnosed)} can have been`

const dueWords = (standing: Standing, today: IsoDate): string => {
  const { dueDate } = standing
  const late = daysBetween(dueDate, today)
  const from = fromWords(standing)
  if (late > 0) return `Was due by ${formatIsoDate(dueDate)}, counted ${from}: ${days(late)} ago.`
  if (late === 0) return `Due today, counted ${from}.`
  return `Due by ${formatIsoDate(dueDate)}, counted ${from}: ${days(-late)} left.`
}

const againWords = (standing: Standing): string =>
  standing.dueAgain === null
    ? ' Not asked again: it would no longer be looked for by then.'
    : ` Due again on ${formatIsoDate(standing.dueAgain)}, since a "no" holds for a year.`

const settledWords = (standing: Standing): string => {
  const event = standing.settledBy
  if (event === null) return ''
  if (standing.state !== 'done') return `${standingLabel(standing.state)} on ${happened(event)}.${againWords(standing)}`
  if (event.eventType === 'support_information_given') return `Support information given ${happened(event)}.`
  const template = event.template == null ? '' : ` Template: ${event.template}.`
  return `Done ${happened(event)}.${template}`
}

/** Why somebody stands where they stand, in a sentence or two. */
export const standingReason = (standing: Standing, today: IsoDate): string => {
  switch (standing.state) {
    case 'done':
    case 'declined':
    case 'unsuitable':
      return settledWords(standing)
    case 'lapsed':
      return `Not recorded as done, and not looked for since ${formatIsoDate(standing.lapsesDate)}.`
    default:
      return `${dueWords(standing, today)}${invitedWords(standing, today)}`
  }
}

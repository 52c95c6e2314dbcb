import {
  addDays,
  daysBetween,
  formatShortDate,
  type IsoDate,
  MONTH_NAMES,
  type PartialDate,
  weekdayName,
} from '#shared/domain/partial-date.ts'
import type { PersonLine } from '#shared/domain/person-line.ts'
import { tumourGroupLabel } from '#shared/domain/tumour-groups.ts'
import { sentence, waitedSince } from '#shared/features/journey/public.ts'
import { wantedName } from '#shared/features/letters/public.ts'
import { countWord, days } from './counted.ts'
import type { Candidate, Facts, TodayItem } from './schema.ts'

/** `Monday 23 November`. */
export const dayHeading = (today: IsoDate): string =>
  `${weekdayName(today)} ${Number(today.slice(8))} ${MONTH_NAMES[Number(today.slice(5, 7)) - 1] ?? ''}`

/** `Five things to do first. About eight minutes in all.` */
export const summaryWords = (items: readonly TodayItem[]): string => {
  const minutes = items.reduce((sum, item) => sum + item.minutes, 0)
  const things = items.length === 1 ? 'One thing' : `${countWord(items.length)} things`
  return `${things} to do first. About ${countWord(minutes).toLowerCase()} minutes in all.`
}

const nameOf = (person: PersonLine | null): string =>
  person === null ? '' : `${person.givenName} ${person.surname}`.trim()

const possessive = (person: PersonLine | null): string => {
  const name = nameOf(person)
  return name === '' ? 'the' : name.endsWith('s') ? `${name}’` : `${name}’s`
}

const lowerFirst = (text: string): string =>
  /^[A-Z][A-Z]/.test(text) ? text : text.slice(0, 1).toLowerCase() + text.slice(1)

const wantedWords = ({ row }: Facts & { kind: 'letter' | 'query' }): string =>
  wantedName({ ...row, sourceType: row.source?.eventType })

/** "on Thursday" within a week, else "on 4 Dec". */
const comingDay = (date: IsoDate, today: IsoDate): string => {
  const ahead = daysBetween(today, date)
  if (ahead === 0) return 'today'
  if (ahead === 1) return 'tomorrow'
  return ahead > 0 && ahead < 7 ? `on ${weekdayName(date)}` : `on ${formatShortDate(date)}`
}

const dueWords = (dueDate: IsoDate, today: IsoDate): string => {
  const late = daysBetween(dueDate, today)
  return late > 0 ? `was due ${days(late)} ago` : `is due ${comingDay(dueDate, today)}`
}

const referralTitle = (facts: Facts & { kind: 'referral' }, person: PersonLine | null): string => {
  const what = `${possessive(person)} ${lowerFirst(tumourGroupLabel(facts.tumourGroup as never))} referral`
  if (facts.reason === 'needs_sign_off') return `Look at what became of ${what}`
  return facts.reason === 'over' ? `Chase ${what}` : `Check ${what}`
}

/** What to do, in one line. */
export const itemTitle = ({ facts, person }: Candidate): string => {
  switch (facts.kind) {
    case 'letter':
      return `Ring ${facts.row.hospital ?? 'the hospital'} for ${possessive(person)} ${wantedWords(facts)}`
    case 'query':
      return `Ring ${facts.row.hospital ?? 'the hospital'} again for ${possessive(person)} ${wantedWords(facts)}`
    case 'support_contact':
      return `Ring ${nameOf(person)} about support`
    case 'care_review':
      return `Invite ${nameOf(person)} to a care review`
    case 'referral':
      return referralTitle(facts, person)
    case 'task':
      return facts.title
    case 'check':
      return `Put ${possessive(person)} record right`
  }
}

const invitedWords = (invitations: number): string =>
  invitations === 0 ? 'No invitation yet.' : invitations === 1 ? 'Invited once.' : `Invited ${invitations} times.`

const contactWords = ({ dueDate, putAside }: Facts & { kind: 'support_contact' | 'care_review' }, today: IsoDate) => {
  const due = dueWords(dueDate, today)
  if (putAside) return `It was put aside a year ago: asking again ${due}`
  return `Three months since diagnosis ${due.replace('was due', 'were up').replace('is due', 'are up')}`
}

const PLACE_WORDS: Readonly<Record<string, string>> = {
  rejected: 'The hospital rejected it',
  did_not_attend: 'The appointment was missed',
  cancelled_by_hospital: 'The hospital cancelled',
  cancelled_by_patient: 'The patient cancelled',
  downgraded: 'It was downgraded',
}

const referralDetail = (facts: Facts & { kind: 'referral' }): string => {
  if (facts.reason === 'needs_sign_off') {
    const when = facts.placeDate === null ? '' : ` on ${formatShortDate(facts.placeDate)}`
    const what = PLACE_WORDS[facts.place]
    if (what === undefined) return 'It went wrong before it went on, and no clinician has signed that off.'
    return `${what}${when}, and no clinician has signed it off.`
  }
  const { daysWaited, daysAllowed } = facts
  if (daysAllowed !== null && daysWaited > daysAllowed)
    return `Day ${daysWaited}, ${days(daysWaited - daysAllowed)} past the ${daysAllowed}-day mark.`
  return `Day ${daysWaited}${daysAllowed === null ? '' : ` of ${daysAllowed}`} and no clinic date has reached us.`
}

/** "47 days since surgery. ", or nothing where the question is not about an event. */
const sinceEvent = (since: (PartialDate & { readonly eventType: string }) | null, today: IsoDate): string =>
  since === null ? '' : `${sentence(waitedSince(since, today))}. `

/** "Asked on 2 Nov and 16 Nov", "Asked 3 times, last on 16 Nov". */
const askedWords = (askedOn: readonly IsoDate[]): string => {
  const dates = askedOn.map(formatShortDate)
  if (dates.length > 2) return `Asked ${dates.length} times, last on ${dates.at(-1) ?? ''}`
  return dates.length === 0 ? 'Asked' : `Asked on ${dates.join(' and ')}`
}

/** Why it waits, in a sentence. */
export const itemDetail = ({ facts }: Candidate, today: IsoDate): string => {
  switch (facts.kind) {
    case 'letter':
      return `${sinceEvent(facts.row.since ?? facts.row.source, today)}Not asked yet.`
    case 'query':
      return `${sinceEvent(facts.row.since ?? facts.row.source, today)}${askedWords(facts.askedOn)}, no answer.`
    case 'support_contact':
      return `${contactWords(facts, today)}. ${invitedWords(facts.invitations)}`
    case 'care_review':
      return `The yearly review ${dueWords(facts.dueDate, today)}. ${invitedWords(facts.invitations)}`
    case 'referral':
      return referralDetail(facts)
    case 'task':
      return `${facts.died ? 'This person has died: see whether it is still needed. ' : ''}The task ${dueWords(facts.dueDate, today)}${facts.repeats ? ' and repeats' : ''}.`
    case 'check':
      return 'An entry cannot be right. Correct it or say what is so.'
  }
}

/** `Patient` or `Practice`: whom a thing is about. */
export const aboutWords = ({ person }: Candidate): string => (person === null ? 'Practice' : 'Patient')

/** How far ahead a thing may be put off. */
export const PUT_OFF_AT_MOST_DAYS = 90

/** A clinician has to look at it, which "Not today" would only hide. */
export const mayBePutOff = ({ facts }: Pick<Candidate, 'facts'>): boolean =>
  facts.kind !== 'referral' || facts.reason !== 'needs_sign_off'

/** The days that "Not today" offers. */
export const putOffDays = (today: IsoDate): readonly { readonly label: string; readonly until: IsoDate }[] => {
  const toMonday = 8 - (((daysBetween('2024-01-01', today) % 7) + 7) % 7) - 1 || 7
  return [
    { label: 'Tomorrow', until: addDays(today, 1) },
    { label: 'Next Monday', until: addDays(today, toMonday) },
    { label: 'In two weeks', until: addDays(today, 14) },
  ]
}

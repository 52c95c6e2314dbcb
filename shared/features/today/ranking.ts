import { daysBetween, type IsoDate } from '#shared/domain/partial-date.ts'
import { DATE_WANTED_AFTER } from '#shared/features/pathways/public.ts'
import { days } from './counted.ts'
import type { Candidate, Facts, Reason, TodayItem } from './schema.ts'

/** Points a day of waiting adds, and the most that waiting can add. */
interface Waiting {
  readonly perDay: number
  readonly most: number
}

interface KindRule {
  readonly words: string
  readonly points: number
  readonly waiting: Waiting
  readonly minutes: number
}

const rule = (words: string, points: number, perDay: number, most: number, minutes: number): KindRule => ({
  words,
  points,
  waiting: { perDay, most },
  minutes,
})

/**
 * The order of Today: by the harm that another day of waiting may do, in points. Our own rule, made with what the
 * evidence on delays says of each step; nobody has measured it, so it is printed in full under "Why this order?".
 */
export const HARM_RULES = {
  version: 'harm-1 (Throughline defaults, November 2026)',
  /** At most so many things, so that the list can be finished. */
  most: 5,
  /** One person does not fill the list. */
  mostOfOnePerson: 2,
  kinds: {
    needs_sign_off: rule('A referral went wrong and no clinician has looked at it', 75, 1, 15, 3),
    over: rule('A referral is past the days its clock allows', 65, 1, 15, 2),
    no_date: rule('A referral has no date that we know of', 60, 1, 14, 2),
    letter: rule('A letter is missing', 0, 1, 30, 2),
    query: rule('The hospital was asked, and it is time to ring again', 10, 1, 30, 2),
    support_contact: rule('A support contact is owed three months after a diagnosis', 50, 0.2, 10, 4),
    task: rule('A task is due', 40, 1, 20, 2),
    care_review: rule('A care review is owed within a year of a diagnosis', 30, 0.2, 10, 2),
    check: rule('Something in the record cannot be right', 25, 0, 0, 2),
  },
  /** What a missing letter is worth, by what the practice cannot do without it. */
  documents: {
    discharge: 50,
    treatment_plan: 40,
    diagnosis: 40,
    treatment_summary: 35,
    mdt_outcome: 30,
    clinic: 30,
  } as Readonly<Record<string, number>>,
  otherDocument: 25,
  /** A letter this late is left to the list of letters: after so long another week changes little. */
  lettersLateAtMostDays: 90,
  /** Contacts are shown so many days before they are due. */
  contactAheadDays: 7,
  /** Whoever was invited so lately has time to answer. */
  invitedPatienceDays: 7,
} as const

/** The rule in plain words, for "Why this order?". */
export const HARM_SENTENCES: readonly string[] = [
  'Each thing gets points for what another day of waiting may do. The most points come first.',
  'Most for a referral that went wrong and that no clinician has looked at, then one past the days its clock allows, then one without a date.',
  'Next a missing letter: a discharge letter most, then a treatment plan or diagnosis, then the rest. Ten more when the hospital was asked and it is time to ring again.',
  'Then a support contact, a task that is due, a care review, and an entry that cannot be right.',
  'Waiting adds a point a day, a contact a point every five days, up to the limit of each kind.',
  'At most five things, and at most two about one person.',
  'Whoever was invited in the last seven days is left in peace.',
  'Letters more than 90 days late are left to Letters to chase: after so long another week changes little.',
]

/** Which rule a thing falls under. */
const ruleOf = (facts: Facts): KindRule => HARM_RULES.kinds[facts.kind === 'referral' ? facts.reason : facts.kind]

/** The days after which a referral is late: of its clock, or without a date as the list of referrals has it. */
const patienceFor = ({ reason, daysAllowed }: Facts & { kind: 'referral' }): number => {
  if (reason !== 'no_date') return daysAllowed ?? 0
  return daysAllowed === null ? DATE_WANTED_AFTER.other : DATE_WANTED_AFTER.urgent
}

/** How long a thing has waited beyond its day; negative while that has not come. */
const waitedDays = (facts: Facts, today: IsoDate): number => {
  switch (facts.kind) {
    case 'support_contact':
    case 'care_review':
    case 'task':
      return daysBetween(facts.dueDate, today)
    case 'letter':
      return facts.row.dueDate === null ? 0 : daysBetween(facts.row.dueDate, today)
    case 'query':
      return daysBetween(facts.row.dueDate ?? facts.ringAgainOn, today)
    case 'referral':
      if (facts.reason === 'needs_sign_off') return facts.placeDate === null ? 0 : daysBetween(facts.placeDate, today)
      return facts.daysWaited - patienceFor(facts)
    case 'check':
      return 0
  }
}

const documentPoints = (facts: Facts): number => {
  if (facts.kind !== 'letter' && facts.kind !== 'query') return 0
  return HARM_RULES.documents[facts.row.document ?? ''] ?? HARM_RULES.otherDocument
}

const waitingWords = (waited: number): string =>
  waited >= 0 ? `${days(waited)} of waiting` : `Not due for ${days(-waited)}`

/** The points of one thing, with where each comes from. */
export const scoreOf = (facts: Facts, today: IsoDate): { score: number; reasons: Reason[] } => {
  const { words, points, waiting } = ruleOf(facts)
  const waited = waitedDays(facts, today)
  const letterPoints = documentPoints(facts)
  const waitingPoints =
    waited >= 0
      ? Math.min(waiting.most, Math.floor(waited * waiting.perDay))
      : Math.max(waited, -HARM_RULES.contactAheadDays)
  const reasons = [
    { words, points },
    ...(letterPoints === 0 ? [] : [{ words: 'What this letter is needed for', points: letterPoints }]),
    ...(waiting.most === 0 ? [] : [{ words: waitingWords(waited), points: waitingPoints }]),
  ].filter((reason) => reason.points !== 0)
  return { score: reasons.reduce((sum, reason) => sum + reason.points, 0), reasons }
}

const byScore = (one: TodayItem, other: TodayItem): number =>
  other.score - one.score || (one.subject < other.subject ? -1 : one.subject > other.subject ? 1 : 0)

/**
 * The things to do first: the most points first, at most five, at most two about one person. The same candidates come
 * in the same order, whatever order they were found in.
 */
export const rankToday = (candidates: readonly Candidate[], today: IsoDate): TodayItem[] => {
  const scored = candidates.map((candidate) => ({
    ...candidate,
    ...scoreOf(candidate.facts, today),
    minutes: ruleOf(candidate.facts).minutes,
  }))
  const perPerson = new Map<string, number>()
  const chosen: TodayItem[] = []
  for (const item of scored.toSorted(byScore)) {
    if (chosen.length === HARM_RULES.most) break
    const personId = item.person?.id
    const already = personId === undefined ? 0 : (perPerson.get(personId) ?? 0)
    if (already >= HARM_RULES.mostOfOnePerson) continue
    if (personId !== undefined) perPerson.set(personId, already + 1)
    chosen.push(item)
  }
  return chosen
}

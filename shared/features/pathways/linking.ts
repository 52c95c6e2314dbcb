import { recogniseCancerTerm, type TumourGroup } from '#shared/domain/tumour-groups.ts'
import { eventTypeOf } from '#shared/features/journey/public.ts'
import type { Priority } from './schema.ts'
import { mayFollow, type PathwayEvent, type PathwayFacts, type PathwayState } from './state-machine.ts'
import { stepOf } from './steps.ts'

const REFERRALS: ReadonlyMap<string, Priority> = new Map([
  ['urgent_referral', 'urgent_suspected_cancer'],
  ['routine_referral', 'routine'],
])

/** The priority of the pathway that an event of this type starts, or null when it starts none. */
export const priorityStartedBy = (eventType: string): Priority | null => REFERRALS.get(eventType) ?? null

/**
 * What a pathway begins with when only its date is typed. The practice refers some urgently and some routinely; a
 * screening service refers by itself, so that its referral is received is the first that is known; an upgrade is made
 * at the hospital. An emergency begins with no referral, and whether it was an attendance or an admission is not asked.
 */
const BEGINS_WITH = {
  urgent_suspected_cancer: 'urgent_referral',
  breast_symptomatic: 'urgent_referral',
  urgent: 'urgent_referral',
  routine: 'routine_referral',
  screening: 'referral_received',
  consultant_upgrade: 'consultant_upgrade',
  emergency: null,
} as const satisfies Readonly<Record<Priority, string | null>>

/** The event that a pathway of this priority begins with, or null when none can be told from the priority. */
export const eventThatStarts = (priority: Priority): (typeof BEGINS_WITH)[Priority] => BEGINS_WITH[priority]

const GROUPS_ON_PATHWAYS = new Set(['referral', 'hospital', 'treatment', 'letter'])
const NEVER_ON_PATHWAYS = new Set(['palliative_referral', 'died', 'ae_attendance', 'hospice_admission'])

/** Whether events of this type belong to a pathway as a rule: what the hospital does, and its letters. */
export const belongsOnPathway = (eventType: string): boolean => {
  if (NEVER_ON_PATHWAYS.has(eventType)) return false
  const { group, lane } = eventTypeOf(eventType)
  return stepOf(eventType) !== null || GROUPS_ON_PATHWAYS.has(group) || (group === 'test' && lane === 'hospital')
}

export interface LinkCandidate {
  readonly id: string
  readonly facts: PathwayFacts
  readonly state: PathwayState
}

/** A pathway that something may still happen on. */
export const isLive = ({ place }: PathwayState): boolean => place !== 'care_complete' && place !== 'told_no_cancer'

/** Nothing happens on it until somebody refers again. */
const waitsForReferral = ({ place, signOff }: PathwayState): boolean =>
  place === 'rejected' || signOff?.decision === 'refer_again'

/**
 * one: it goes there by itself. ask: somebody has to say which, or whether it starts one of its own. starts: it starts a
 * pathway. none: it belongs to none.
 */
export type LinkChoice =
  | { readonly kind: 'one'; readonly id: string }
  | { readonly kind: 'ask'; readonly ids: readonly string[]; readonly starts: Priority | null }
  | { readonly kind: 'starts'; readonly priority: Priority }
  | { readonly kind: 'none' }

/**
 * Where a new event goes when nobody said. A referral starts a pathway, unless one waits to be referred again. A hospital
 * step goes to the only live pathway that it can follow on; where it fits two or none, nobody guesses.
 */
export const usualPathway = (candidates: readonly LinkCandidate[], event: PathwayEvent): LinkChoice => {
  const priority = priorityStartedBy(event.eventType)
  if (priority !== null) {
    const waiting = candidates.filter(
      ({ state, facts }) => isLive(state) && waitsForReferral(state) && mayFollow(state, event, facts),
    )
    return waiting.length === 0
      ? { kind: 'starts', priority }
      : { kind: 'ask', ids: waiting.map(({ id }) => id), starts: priority }
  }
  if (!belongsOnPathway(event.eventType)) return { kind: 'none' }
  const live = candidates.filter(({ state }) => isLive(state))
  if (live.length === 0) return { kind: 'none' }
  const [only, another] = live.filter(({ state, facts }) => mayFollow(state, event, facts))
  if (only !== undefined && another === undefined) return { kind: 'one', id: only.id }
  return { kind: 'ask', ids: live.map(({ id }) => id), starts: null }
}

const BEFORE_THE_SITE = /^(?:suspected|query|possible|for|to|re)\b:?\s*/i

/** Where cancer is suspected, from the words of a referral: "Suspected: skin". `not_known` when they do not say. */
export const suspectedGroup = (note: string | null): TumourGroup => {
  const words = (note ?? '').replaceAll('?', ' ').trim().replace(BEFORE_THE_SITE, '')
  if (words === '') return 'not_known'
  return (recogniseCancerTerm(words) ?? recogniseCancerTerm(`${words} cancer`))?.tumourGroup ?? 'not_known'
}

import { dateSpan } from '#shared/domain/partial-date.ts'
import { INFORMATION_GIVEN } from './kinds.ts'
import type { CarePerson, Standing } from './standing.ts'

/** What the indicator of a contact would make of the record. */
export interface IndicatorView {
  /** `CAN005, NICE IND222` */
  readonly name: string
  /** counts, does not count yet, or is left out because the person said no or did not answer. */
  readonly verdict: 'counts' | 'not-yet' | 'left-out'
  readonly words: string
}

const NAMES = {
  support_contact: 'CAN005, NICE IND222',
  care_review: 'CAN004, NICE IND223',
} as const

const supportView = (person: CarePerson, { startDate }: Standing): IndicatorView => {
  const given = person.events.some((event) => event.eventType === INFORMATION_GIVEN && dateSpan(event).to >= startDate)
  const name = NAMES.support_contact
  return given
    ? { name, verdict: 'counts', words: 'Support information is recorded as given, so it counts.' }
    : { name, verdict: 'not-yet', words: 'It counts once support information is recorded as given.' }
}

const reviewView = (person: CarePerson, { startDate }: Standing): IndicatorView => {
  const held = person.events.filter((event) => event.eventType === 'care_review' && dateSpan(event).to >= startDate)
  const name = NAMES.care_review
  if (held.some((event) => (event.template ?? '') !== ''))
    return { name, verdict: 'counts', words: 'Held with a structured template, so it counts.' }
  return held.length === 0
    ? { name, verdict: 'not-yet', words: 'It counts once a review is held with a structured template.' }
    : { name, verdict: 'not-yet', words: 'Held, but no structured template is recorded, so it would not count.' }
}

/**
 * What QOF's CAN005 and CAN004 (England to 2024/25; since then good practice by NICE, not paid) would make of the
 * record: support information given, a review held with a structured template; declined, unsuitable and no response
 * to two invitations leave somebody out, unless the thing was done.
 */
export const indicatorView = (person: CarePerson, standing: Standing): IndicatorView => {
  const view = standing.kind === 'support_contact' ? supportView(person, standing) : reviewView(person, standing)
  if (view.verdict === 'counts') return view
  if (['declined', 'unsuitable', 'no-answer'].includes(standing.state))
    return { ...view, verdict: 'left-out', words: 'Left out of the figure for now: not counted against the practice.' }
  return view
}

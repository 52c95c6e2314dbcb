import type { EventTypeCode } from '#shared/features/journey/public.ts'

/** The steps that a practice hears of most, each with its key. */
export const REFERRAL_STEPS: readonly {
  readonly key: string
  readonly label: string
  readonly title: string
  readonly eventType: EventTypeCode
}[] = [
  { key: 'B', label: 'Booked', title: 'Log that an appointment is booked', eventType: 'appointment_booked' },
  { key: 'S', label: 'Seen', title: 'Log that they were seen', eventType: 'first_seen' },
  { key: 'R', label: 'Received', title: 'Log that the referral was received', eventType: 'referral_received' },
  { key: 'D', label: 'Did not attend', title: 'Log that they did not attend', eventType: 'did_not_attend' },
]

/** What somebody is about to do with the line in focus. */
export type RowTask = { readonly kind: 'step'; readonly eventType: EventTypeCode } | { readonly kind: 'sign' }

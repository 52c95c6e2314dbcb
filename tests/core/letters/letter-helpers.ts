import type { z } from 'zod'
import type { askSchema } from '#shared/features/letters/schema.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import type { TestCore } from '#tests/support/test-core.ts'

/** Maureen as the pictures show her on 23 November 2026: surgery, home five days later, and no letter. */
export interface Waiting {
  readonly personId: string
  readonly surgeryId: string
  readonly dischargeId: string
  readonly clinicId: string
}

export const somebodyWaiting = async ({ client }: TestCore, surname = 'Ashworth'): Promise<Waiting> => {
  const { id: personId } = await client.register.addPerson({
    person: aPerson({ surname }),
    episode: anEpisode({ hospital: 'Wexcombe General' }),
  })
  const log = async (eventType: 'surgery' | 'discharged' | 'oncology_clinic', date: string): Promise<string> =>
    (await client.journey.logEvent(anEvent(personId, { eventType, date, hospital: 'Wexcombe General' }))).id
  return {
    personId,
    surgeryId: await log('surgery', '2026-10-07'),
    dischargeId: await log('discharged', '2026-10-12'),
    clinicId: await log('oncology_clinic', '2026-11-03'),
  }
}

type AskInput = z.input<typeof askSchema>

/** A letter sent today about what a person waits for. */
export const aLetterTo = (personId: string, eventIds: readonly string[], change: Partial<AskInput> = {}): AskInput => ({
  personId,
  wanted: eventIds.map((eventId) => ({ eventId })),
  kind: 'letter',
  happenedOn: '2026-11-23',
  hospital: 'Wexcombe General',
  department: 'Ward clerk, Larch Ward',
  phone: '01632 960 208',
  note: 'The letter as it was sent.',
  ...change,
})

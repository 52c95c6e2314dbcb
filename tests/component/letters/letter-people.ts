import type { CoreClient } from '#shared/contract/index.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'

/** Two people who wait: Maureen for a discharge letter, 35 days late, and Alan for an MDT outcome, 29 days late. */
export const peopleWaiting = async (
  client: CoreClient,
): Promise<{ readonly maureen: string; readonly alan: string }> => {
  const add = async (surname: string, givenName: string): Promise<string> =>
    (
      await client.register.addPerson({
        person: aPerson({ surname, givenName }),
        episode: anEpisode({ hospital: 'Wexcombe General', diagnosisDate: null }),
      })
    ).id
  const maureen = await add('Ashworth', 'Maureen')
  const alan = await add('Fenwicke', 'Alan')
  const hospital = 'Wexcombe General'
  await client.journey.logEvent(anEvent(maureen, { eventType: 'surgery', date: '2026-10-07', hospital }))
  await client.journey.logEvent(anEvent(maureen, { eventType: 'discharged', date: '2026-10-12', hospital }))
  await client.journey.logEvent(anEvent(alan, { eventType: 'mdt', date: '2026-10-04', hospital }))
  return { maureen, alan }
}

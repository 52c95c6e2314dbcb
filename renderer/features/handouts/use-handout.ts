import type { HandoutFacts } from '#shared/features/handouts/contract.ts'
import type { DueItem, JourneyEvent } from '#shared/features/journey/schema.ts'
import type { Episode, Person } from '#shared/features/register/schema.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import { today } from '#renderer/app/clock.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'

export interface HandoutSource {
  readonly person: Person
  readonly episodes: readonly Episode[]
  readonly events: readonly JourneyEvent[]
  readonly due: readonly DueItem[]
  readonly today: IsoDate
  readonly handout: HandoutFacts
}

/** Everything that paper about one person is made of, or why it cannot be read. Both undefined: still coming. */
export const useHandout = (personId: string): { readonly source?: HandoutSource; readonly failure?: string } => {
  const person = useCoreQuery('register', 'person', { id: personId })
  const journey = useCoreQuery('journey', 'ofPerson', { personId })
  const facts = useCoreQuery('handouts', 'facts', { personId })
  const error = person.error ?? journey.error ?? facts.error
  if (person.data !== undefined && journey.data !== undefined && facts.data !== undefined) {
    const { events, due } = journey.data
    return {
      source: {
        person: person.data.person,
        episodes: person.data.episodes,
        events,
        due,
        today: today(),
        handout: facts.data,
      },
    }
  }
  return error === null ? {} : { failure: error.message }
}

import type { IsoDate } from '#shared/domain/partial-date.ts'
import { type CarePerson, careStandings, type Standing } from '#shared/features/care/standing.ts'
import { inJourneyOrder } from '#shared/features/journey/public.ts'
import type { JourneyEvent } from '#shared/features/journey/schema.ts'
import type { Episode, Person } from '#shared/features/register/schema.ts'

/** A person's record as the rules of care contacts read it. */
export const carePersonOf = (
  { person, episodes }: { readonly person: Pick<Person, 'deathDate'>; readonly episodes: readonly Episode[] },
  events: readonly JourneyEvent[],
): CarePerson => ({
  episodes,
  events: inJourneyOrder(events),
  deathDate: person.deathDate,
})

/** Where they stand for each contact. Nothing is owed after a death. */
export const standingsOf = (person: CarePerson, today: IsoDate): readonly Standing[] => careStandings(person, today)

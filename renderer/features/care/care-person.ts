import { formatPartialDate, type IsoDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { type CarePerson, careStandings, type Standing } from '#shared/features/care/standing.ts'
import { inJourneyOrder } from '#shared/features/journey/public.ts'
import type { JourneyEvent } from '#shared/features/journey/schema.ts'
import type { Episode, Person } from '#shared/features/register/schema.ts'

/** A person's record as the rules of care contacts read it. */
export const carePersonOf = (
  {
    person,
    episodes,
    leftOn,
  }: {
    readonly person: Pick<Person, 'deathDate'>
    readonly episodes: readonly Episode[]
    readonly leftOn: PartialDate | null
  },
  events: readonly JourneyEvent[],
): CarePerson => ({
  episodes,
  events: inJourneyOrder(events),
  deathDate: person.deathDate,
  leftOn,
})

/** Where they stand for each contact. Nothing is owed after a death, or once they have left. */
export const standingsOf = (person: CarePerson, today: IsoDate): readonly Standing[] => careStandings(person, today)

/** Why somebody is asked for no contact. */
export const nothingOwedWords = ({ leftOn }: CarePerson): string =>
  leftOn == null
    ? 'Nothing is owed: no diagnosis that counts for the register has a month, or the person has died.'
    : `Not asked any more: the registration with this practice ended, ${formatPartialDate(leftOn)}.`

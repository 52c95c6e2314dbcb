import { NOT_LOGGED_YET, usualPathway } from '#shared/features/pathways/public.ts'
import type { EventTypeCode } from '#shared/features/journey/event-types.ts'
import type { PartialDate } from '#shared/domain/partial-date.ts'
import { usePathways } from '#renderer/features/pathways/public.ts'

export interface PathwayChoices {
  readonly choices: readonly { readonly id: string; readonly label: string }[]
  /** The pathway that an event goes to unless somebody says otherwise; null where nobody should guess. */
  readonly usualFor: (event: PartialDate & { readonly eventType: EventTypeCode }) => string | null
}

/** The pathways of a person, for an event to be on one of them. */
export const usePathwayChoices = (personId: string): PathwayChoices => {
  const pathways = usePathways(personId)?.pathways ?? []
  const candidates = pathways.map((pathway) => ({ id: pathway.id, facts: pathway, state: pathway.state }))
  return {
    choices: pathways.map(({ id, name, words }) => ({ id, label: `${name}: ${words}` })),
    usualFor: (event) => {
      const choice = usualPathway(candidates, { id: NOT_LOGGED_YET, ...event })
      return choice.kind === 'one' ? choice.id : null
    },
  }
}

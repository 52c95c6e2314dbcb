import { type LinkChoice, NOT_LOGGED_YET, usualPathway } from '#shared/features/pathways/public.ts'
import type { EventTypeCode } from '#shared/features/journey/event-types.ts'
import type { PartialDate } from '#shared/domain/partial-date.ts'
import { usePathways } from '#renderer/features/pathways/public.ts'

export interface PathwayChoices {
  readonly choices: readonly { readonly id: string; readonly label: string }[]
  /** Where an event goes unless somebody says otherwise, or that they have to say. */
  readonly usualFor: (event: PartialDate & { readonly eventType: EventTypeCode }) => LinkChoice
}

/** The pathways of a person, for an event to be on one of them. */
export const usePathwayChoices = (personId: string): PathwayChoices => {
  const pathways = usePathways(personId)?.pathways ?? []
  const candidates = pathways.map((pathway) => ({ id: pathway.id, facts: pathway, state: pathway.state }))
  return {
    choices: pathways.map(({ id, name, words }) => ({ id, label: `${name}: ${words}` })),
    usualFor: (event) => usualPathway(candidates, { id: NOT_LOGGED_YET, ...event }),
  }
}

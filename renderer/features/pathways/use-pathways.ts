import { useMemo } from 'react'
import { daysBetween, type IsoDate } from '#shared/domain/partial-date.ts'
import type { Person } from '#shared/features/register/schema.ts'
import type { JourneyEvent } from '#shared/features/journey/schema.ts'
import { clockRulesFor, type ClockRules } from '#shared/features/pathways/clock-rules.ts'
import { pathwayClocks, type PathwayClock } from '#shared/features/pathways/clocks.ts'
import { belongsOnPathway, isLive } from '#shared/features/pathways/linking.ts'
import { PATHWAY_STAGES, type Pathway } from '#shared/features/pathways/schema.ts'
import { pathwayState, type PathwayState } from '#shared/features/pathways/state-machine.ts'
import { pathwayName, standingWords } from '#shared/features/pathways/words.ts'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { urlText, useUrlState } from '#renderer/app/url-state.ts'

/** A pathway with what its events make of it. */
export interface ShownPathway extends Pathway {
  readonly name: string
  /** Where it stands, after the name. */
  readonly words: string
  readonly state: PathwayState<JourneyEvent>
  readonly clocks: readonly PathwayClock<JourneyEvent>[]
}

export interface PathwaysOfPerson {
  readonly pathways: readonly ShownPathway[]
  /** Events that a pathway would usually hold, on none. */
  readonly unlinked: readonly JourneyEvent[]
  readonly rules: ClockRules
}

const shownFrom = (
  pathway: Pathway,
  events: readonly JourneyEvent[],
  rules: ClockRules,
  today: IsoDate,
  died: Person['deathDate'],
): ShownPathway => {
  const state = pathwayState(
    pathway,
    events.filter((event) => event.pathwayId === pathway.id),
  )
  const clocks = pathwayClocks({ ...pathway, state, rules, today, died })
  return { ...pathway, name: pathwayName(pathway.tumourGroup), words: standingWords(state, clocks), state, clocks }
}

/** The pathways of a person, worked out from their journey; undefined until both are here. */
export const usePathways = (personId: string): PathwaysOfPerson | undefined => {
  const today = dayNow()
  const pathways = useCoreQuery('pathways', 'ofPerson', { personId }).data
  const journey = useCoreQuery('journey', 'ofPerson', { personId }).data
  const deathDate = useCoreQuery('register', 'person', { id: personId }).data?.person.deathDate ?? null
  return useMemo(() => {
    if (pathways === undefined || journey === undefined) return undefined
    const rules = clockRulesFor(pathways.clocks.nation, pathways.clocks.periods)
    const { events } = journey
    const died = deathDate ?? events.find(({ eventType }) => eventType === 'died') ?? null
    return {
      pathways: pathways.pathways.map((pathway) => shownFrom(pathway, events, rules, today, died)),
      unlinked: events.filter(({ pathwayId, eventType }) => pathwayId === null && belongsOnPathway(eventType)),
      rules,
    }
  }, [pathways, journey, deathDate, today])
}

const RECENT_DAYS = 365

/** The pathway whose clocks are shown while none is chosen: one that still goes on, the furthest of those. */
export const mainPathway = (pathways: readonly ShownPathway[], today: IsoDate): ShownPathway | undefined => {
  const weight = ({ state }: ShownPathway): number => {
    const last = state.trail.at(-1)?.event.date
    const recent = last !== undefined && daysBetween(last, today) <= RECENT_DAYS && isLive(state)
    return (recent ? 100 : 0) + PATHWAY_STAGES.indexOf(state.stage)
  }
  return pathways.toSorted((a, b) => weight(b) - weight(a))[0]
}

const ADDRESS = { pathway: urlText() }

/** In the address: every pathway together. */
const ALL = 'all'

export interface PathwayChoice {
  /** The pathway that the page shows, null for all of them together. */
  readonly shownId: string | null
  /** The pathway that the clocks and the keys are about. */
  readonly shown: ShownPathway | undefined
  readonly choose: (id: string | null) => void
}

/**
 * Which pathway a person's page shows. With two or more it is one of them until the address says otherwise, so that
 * two journeys are never read as one; a single one needs no choosing.
 */
export const usePathwayChoice = (personId: string): PathwayChoice => {
  const [{ pathway }, change] = useUrlState(ADDRESS)
  const all = usePathways(personId)?.pathways ?? []
  const main = mainPathway(all, dayNow())
  const named = all.find(({ id }) => id === pathway)
  const together = pathway === ALL || all.length < 2
  return {
    shownId: together ? null : ((named ?? main)?.id ?? null),
    shown: named ?? main,
    choose: (id) => change({ pathway: id ?? ALL }, { replace: true }),
  }
}

/** What a journey shows of its events while a pathway is chosen: its own and those of no other. */
export const eventsOfPathway = <E extends Pick<JourneyEvent, 'pathwayId'>>(
  events: readonly E[],
  pathwayId: string | null,
): readonly E[] =>
  pathwayId === null ? events : events.filter((event) => event.pathwayId === pathwayId || event.pathwayId === null)

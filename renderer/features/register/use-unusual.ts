import { useState } from 'react'
import { today } from '#renderer/app/clock.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import type { CheckEpisode, CheckFacts, CheckPerson } from '#shared/features/checks/public.ts'
import type { Kept } from '#shared/features/checks/schema.ts'
import type { EpisodeFields, PersonFields } from '#shared/features/register/schema.ts'
import { formFindings, keptWith, NEW_EPISODE, NEW_PERSON, typedEpisode, typedPerson, type Unusual } from './unusual.ts'

/** What is unusual and has not been kept yet, and how to keep it. */
export interface UnusualToKeep {
  readonly open: readonly Unusual[]
  /** Counts the tries to save that were stopped by it. */
  readonly asked: number
  readonly ask: () => void
  readonly keep: (reason: string) => void
  /** Why each thing was kept, by its id. */
  readonly reasons: ReadonlyMap<string, string>
}

/** Remembers what was looked at and kept, for as long as what was typed stays the same. */
export const useUnusual = (things: readonly Unusual[]): UnusualToKeep => {
  const [reasons, setReasons] = useState<ReadonlyMap<string, string>>(new Map())
  const [asked, setAsked] = useState(0)
  const open = things.filter(({ id }) => !reasons.has(id))
  return {
    open,
    asked,
    reasons,
    ask: () => setAsked((before) => before + 1),
    keep: (reason) => setReasons(new Map([...reasons, ...open.map(({ id }) => [id, reason] as const)])),
  }
}

interface Typed {
  /** null: somebody new. */
  readonly personId: string | null
  /** What is typed of the person; null where the form leaves the person as they are. */
  readonly person: PersonFields | null
  /** What is typed of a diagnosis, with its id where it is stored already. */
  readonly episode: { readonly id: string | null; readonly fields: EpisodeFields } | null
}

export interface FormChecks extends UnusualToKeep {
  /** What cannot be so. */
  readonly wrong: readonly Unusual[]
  /** True while something has to be looked at before saving. */
  readonly stops: boolean
  /** The reasons to send along with what is saved. */
  readonly kept: Kept[]
}

const NOBODY: CheckFacts['events'] = []

/** The same diagnoses with the typed one in its place, or at the end. */
const withTyped = (episodes: readonly CheckEpisode[], typed: CheckEpisode | null): readonly CheckEpisode[] => {
  if (typed === null) return episodes
  return episodes.some(({ id }) => id === typed.id)
    ? episodes.map((episode) => (episode.id === typed.id ? typed : episode))
    : [...episodes, typed]
}

/** Asks the checks about what is being typed, together with everything that is stored about the person. */
export const useFormChecks = ({ personId, person, episode }: Typed): FormChecks => {
  const stored = personId !== null
  const whole = useCoreQuery('register', 'person', { id: personId ?? '' }, { enabled: stored }).data
  const events = useCoreQuery('journey', 'ofPerson', { personId: personId ?? '' }, { enabled: stored }).data?.events
  const demo = useCoreQuery('access', 'state', {}).data?.madeUp ?? false
  const switchedOff = useCoreQuery('checks', 'standing', {}).data?.switchedOff
  const around = { events: events ?? NOBODY, demo, today: today() }
  const facts = (who: CheckPerson, episodes: readonly CheckEpisode[]): CheckFacts => ({
    person: who,
    episodes,
    ...around,
  })
  const id = personId ?? NEW_PERSON
  const storedPerson = whole === undefined ? null : typedPerson(id, whole.person)
  // In the order in which they came in, as the core looks at them.
  const storedEpisodes = (whole?.episodes ?? [])
    .toSorted((a, b) => (a.id < b.id ? -1 : 1))
    .map((one) => typedEpisode(one.id, one))
  const who = person === null ? storedPerson : typedPerson(id, person)
  const typed = episode === null ? null : typedEpisode(episode.id ?? NEW_EPISODE, episode.fields)
  const before = storedPerson === null ? null : facts(storedPerson, storedEpisodes)
  const { unusual, wrong } =
    who === null || (stored && before === null)
      ? { unusual: [], wrong: [] }
      : formFindings(facts(who, withTyped(storedEpisodes, typed)), before, new Set(switchedOff))
  const toKeep = useUnusual(unusual)
  return {
    ...toKeep,
    wrong,
    stops: wrong.length > 0 || toKeep.open.length > 0,
    kept: keptWith(unusual, toKeep.reasons),
  }
}

import { normaliseName } from '#shared/domain/text-match.ts'
import { recogniseCancerTerm, recogniseListedCancer, type RecognisedCancer } from '#shared/domain/tumour-groups.ts'
import type { EventType } from '#shared/features/journey/public.ts'
import { wordKey } from '#shared/features/imports/matching.ts'
import { recogniseEvent } from './recognise-event.ts'

/** What a coded term or a list entry means: a cancer, an event of ours, or neither. Never both. */
export interface TermReading {
  readonly cancer: RecognisedCancer | null
  readonly event: EventType | null
  /** The words say no more than the name of the event, so they need not be noted beside it. */
  readonly saysItsLabel: boolean
  /** Somebody said that these words are to be left out. */
  readonly leftOut: boolean
}

const withoutCancer = (words: string): string => normaliseName(words).replace(/^cancer /, '')

/** Where terms stand: in a column of all that happened, or in one that holds nothing but cancers. */
type Column = 'event_term' | 'cancer'

const readTerm = (term: string, column: Column): TermReading => {
  const cancer = column === 'cancer' ? recogniseListedCancer(term) : recogniseCancerTerm(term)
  const event = cancer === null ? recogniseEvent(term) : null
  return {
    cancer,
    event,
    saysItsLabel: event !== null && withoutCancer(term) === withoutCancer(event.label),
    leftOut: false,
  }
}

/**
 * A reader of terms for one file. Terms repeat by the thousand in it, so each is read once; what is remembered goes
 * with the reader, for a list may hold free text about people.
 * @param meanings what somebody said that terms mean, by their key.
 */
export const termReader = (
  column: Column,
  meanings: ReadonlyMap<string, TermReading> = new Map(),
): ((term: string) => TermReading) => {
  const known = new Map<string, TermReading>()
  return (term) => {
    const before = known.get(term)
    if (before !== undefined) return before
    const now = meanings.get(wordKey(term)) ?? readTerm(term, column)
    known.set(term, now)
    return now
  }
}

import type { RecognisedCancer } from '#shared/domain/tumour-groups.ts'
import { eventTypeOf } from '#shared/features/journey/public.ts'
import { type WordChoice, wordKey } from '#shared/features/imports/matching.ts'
import type { ImportField } from '#shared/features/imports/schema.ts'
import type { TermReading } from './read-term.ts'

/** What is read in place of the words of a cell, by their key. */
export type Rewording = ReadonlyMap<string, string>

const NOTHING: TermReading = { cancer: null, event: null, saysItsLabel: false, leftOut: false }

/** Stage, route and sex are written as our own codes, which their readers know; blank is an empty cell. */
const rewordingOf = ({ ours }: WordChoice): string | null => {
  switch (ours.is) {
    case 'stage':
      return ours.stage
    case 'route':
      return ours.route
    case 'sex':
      return ours.sex
    case 'blank':
      return ''
    case 'cancer':
    case 'event':
    case 'as-written':
      return null
  }
}

/** What stands in place of words that somebody gave a meaning, by field. Terms of events are read, never replaced. */
export const rewordingsOf = (words: readonly WordChoice[]): ReadonlyMap<ImportField, Rewording> => {
  const found = new Map<ImportField, Map<string, string>>()
  for (const choice of words) {
    const text = choice.field === 'event_term' ? null : rewordingOf(choice)
    if (text === null) continue
    const ofField = found.get(choice.field) ?? new Map<string, string>()
    found.set(choice.field, ofField.set(wordKey(choice.theirs), text))
  }
  return found
}

const meaningOf = ({ theirs, ours }: WordChoice): TermReading | null => {
  switch (ours.is) {
    case 'cancer': {
      const { tumourGroup, site } = ours
      const cancer: RecognisedCancer = { tumourGroup, kind: 'new_primary', site: site ?? theirs, icd10: null }
      return { ...NOTHING, cancer }
    }
    // The words of the file are noted beside the event: what somebody took them to mean can then be seen.
    case 'event':
      return { ...NOTHING, event: eventTypeOf(ours.eventType) }
    case 'as-written':
      return NOTHING
    case 'blank':
      return { ...NOTHING, leftOut: true }
    case 'stage':
    case 'route':
    case 'sex':
      return null
  }
}

/** What somebody said that terms of a field mean, by their key. */
export const meaningsOf = (
  field: 'cancer' | 'event_term',
  words: readonly WordChoice[],
): ReadonlyMap<string, TermReading> =>
  new Map(
    words.flatMap((choice) => {
      const meaning = choice.field === field ? meaningOf(choice) : null
      return meaning === null ? [] : [[wordKey(choice.theirs), meaning] as const]
    }),
  )

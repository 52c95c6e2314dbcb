import type { ReactNode } from 'react'
import { DataList } from '#renderer/ui/data-list.tsx'
import { valueText } from '#shared/features/measures/library/figure-words.ts'
import type { MeasureDefinition } from '#shared/features/measures/library/schema.ts'
import { spcMonth } from '#shared/statistics/spc-words.ts'
import { BETTER_WORDS } from './library-words.ts'
import { listOf } from './rule-facts.tsx'

const targetText = (kind: MeasureDefinition['kind'], target: NonNullable<MeasureDefinition['target']>): string => {
  const since = target.from === null ? '' : `, from ${spcMonth(target.from)}, set here`
  return `${valueText(kind, target.value)}${since}. ${target.source}`
}

/** All that must be known of a measure to read it: what is counted, out of what, by whom, how surely, and from where. */
export const MeasureFacts = ({ measure }: { readonly measure: MeasureDefinition }): ReactNode => (
  <DataList
    facts={[
      { term: 'Counts', value: measure.definition },
      { term: 'Out of', value: measure.denominatorRule },
      { term: 'Unit', value: measure.unit },
      { term: 'Direction', value: `${BETTER_WORDS[measure.better]}.` },
      ...(measure.target === null ? [] : [{ term: 'Target', value: targetText(measure.kind, measure.target) }]),
      { term: 'Held by', value: measure.heldBy },
      { term: 'Likely range', value: measure.intervalMethod },
      { term: 'Take care', value: measure.caveat },
      { term: 'Source', value: measure.source },
      ...(measure.unverified.length === 0 ? [] : [{ term: 'Not verified', value: listOf(measure.unverified) }]),
      { term: 'Rule', value: `${measure.code}, version ${measure.version}` },
    ]}
  />
)

import type { ReactNode } from 'react'
import { DataList } from '#renderer/ui/data-list.tsx'
import type { IndicatorFigures } from '#shared/features/measures/schema.ts'
import classes from './measures.module.css'

type Rule = Pick<
  IndicatorFigures,
  'code' | 'version' | 'text' | 'source' | 'statusWords' | 'worth' | 'unverified' | 'readings'
>

/** A few remarks, one below the other. */
export const listOf = (items: readonly ReactNode[]): ReactNode => (
  <ul className={classes.plainList}>
    {items.map((item, at) => (
      <li key={at}>{item}</li>
    ))}
  </ul>
)

/** A rule in full: what it counts, its version, where it comes from, how it is read, and what nobody has verified. */
export const RuleFacts = ({ rule }: { readonly rule: Rule }): ReactNode => (
  <DataList
    facts={[
      { term: 'Counts', value: rule.text },
      {
        term: 'Rule',
        value: `${rule.code}, version ${rule.version}. ${rule.statusWords}${rule.worth === null ? '' : `: ${rule.worth}`}.`,
      },
      { term: 'Source', value: `${rule.source}.` },
      ...(rule.readings.length === 0
        ? []
        : [
            {
              term: 'Read as',
              value: listOf(rule.readings.map(({ label, shown, note }) => `${label}: ${shown}. ${note}`)),
            },
          ]),
      ...(rule.unverified.length === 0
        ? []
        : [{ term: 'Not verified', value: listOf(rule.unverified.map((item) => `${item}.`)) }]),
      {
        term: 'Vague dates',
        value:
          'Where a date is known to the month or year, every day it may mean is tried. If they do not all give the same answer, the person stands apart and in none of the figures.',
      },
    ]}
  />
)

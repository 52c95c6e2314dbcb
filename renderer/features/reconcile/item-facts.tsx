import type { ReactNode } from 'react'
import { formatIsoDate, formatPartialDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { labelOf } from '#shared/domain/people.ts'
import { ITEM_KINDS, type ReconciliationItem } from '#shared/features/reconcile/schema.ts'
import { apartWords, decidedWords } from '#shared/features/reconcile/words.ts'
import classes from './reconcile.module.css'

const dateWords = (date: PartialDate | null): string => (date === null ? 'No date' : formatPartialDate(date))

type Fact = readonly [term: string, words: string | null]

const factsOf = ({ kind, line, rows, cancer, theirs, oursDate, days, note }: ReconciliationItem): readonly Fact[] => {
  const withDates = kind === 'both' || kind === 'other_date'
  return [
    ['Found', labelOf(ITEM_KINDS, kind)],
    ['Cancer', kind === 'set_aside' ? null : cancer],
    ['Their date', theirs === null ? null : dateWords(theirs.date)],
    ['Our date', withDates || kind === 'ours_only' ? dateWords(oursDate) : null],
    ['Theirs is', kind !== 'other_date' ? null : days === null ? 'not known to the day' : apartWords(days)],
    ['Stage they give', theirs?.stage ?? null],
    ['Hospital they give', theirs?.hospital ?? null],
    ['Line of the list', line === null ? null : `${line}${rows > 1 ? `, ${rows} rows` : ''}`],
    ['To know', note],
  ]
}

const decidedLine = ({ decision, decidedBy, decidedOn, reason }: ReconciliationItem): string | null =>
  decision === null || decidedOn === null
    ? null
    : `${decidedWords(decision)}. ${decidedBy ?? ''}, ${formatIsoDate(decidedOn)}${reason === null ? '' : `: “${reason}”`}`

/** What each side says of one cancer, and what was decided. */
export const ItemFacts = ({ item }: { readonly item: ReconciliationItem }): ReactNode => {
  const decided = decidedLine(item)
  return (
    <>
      <dl className={classes.facts}>
        {factsOf(item).flatMap(([term, words]) =>
          words === null
            ? []
            : [
                <div key={term}>
                  <dt>{term}</dt>
                  <dd>{words}</dd>
                </div>,
              ],
        )}
      </dl>
      {decided !== null && <p className={classes.decided}>{decided}</p>}
    </>
  )
}

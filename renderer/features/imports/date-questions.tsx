import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { DATE_ORDERS, type DateOrder } from '#shared/features/imports/matching.ts'
import { exampleWords, foundWords, lostWords } from './date-words.ts'
import { columnName, counted } from './import-words.ts'
import classes from './imports.module.css'
import type { MatchedColumn } from './use-matching.ts'

/** The first choice of a column's question: where focus goes when it was left open. */
export const dateQuestionId = (index: number): string => `dates-of-${index}`

const optionsFor = (row: MatchedColumn) =>
  DATE_ORDERS.map(({ code, label, example }) => ({ value: code, label, hint: exampleWords(row, code) ?? example }))

const hintFor = (row: MatchedColumn, isUsual: boolean): string => {
  const { dates } = row
  if (dates === null) return ''
  const found = foundWords(dates)
  const advice =
    dates.asks === 'either-way' ? (isUsual ? '. Day first is usual here' : '. Look at the list itself') : ''
  return [`${found}${advice}`, lostWords(row)].filter((part) => part !== null).join('. ')
}

const shownOrder = ({ dates, order, asks }: MatchedColumn): DateOrder | null => {
  if (asks) return null
  return order ?? (dates?.asks === null ? 'day-first' : null)
}

interface DateQuestionsProps {
  readonly columns: readonly MatchedColumn[]
  /** Somebody wanted to go on and a question is open. */
  readonly tried: boolean
  readonly onChoose: (indexes: readonly number[], order: DateOrder) => void
}

/** How the dates of each column are read, asked once a column where it does not show. */
export const DateQuestions = ({ columns, tried, onChoose }: DateQuestionsProps): ReactNode => {
  const dated = columns.filter(({ dates }) => dates !== null)
  if (dated.length === 0) return null
  const open = dated.filter(({ asks }) => asks)
  const isUsual = dated.every(({ dates }) => dates === null || dates.monthFirst === 0)
  const all = open.filter(({ dates }) => dates?.asks === 'either-way').map(({ column }) => column.index)
  return (
    <Panel
      title={
        open.length === 0 ? 'How dates are read' : `Which comes first, day or month? ${counted(open.length, 'column')}`
      }
      tone={open.length === 0 ? 'plain' : 'warn'}
      actions={
        all.length > 1 && (
          <Button size="small" onClick={() => onChoose(all, isUsual ? 'day-first' : 'month-first')}>
            {`${isUsual ? 'Day' : 'Month'} first for all ${all.length}`}
          </Button>
        )
      }
    >
      <div className={classes.dateQuestions}>
        {dated.map((row) => (
          <RadioField
            key={row.column.index}
            id={dateQuestionId(row.column.index)}
            label={`Dates of “${columnName(row.column)}”`}
            hint={hintFor(row, isUsual)}
            options={optionsFor(row)}
            value={shownOrder(row)}
            onChange={(order) => onChoose([row.column.index], order)}
            error={tried && row.asks ? 'Say which comes first: nothing is guessed' : undefined}
          />
        ))}
      </div>
    </Panel>
  )
}

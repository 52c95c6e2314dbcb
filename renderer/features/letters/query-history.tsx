import { IconArrowBackUp, IconCheck, IconPhone, IconSend, IconX } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Icon, type IconGlyph } from '#renderer/ui/icon.tsx'
import { StatusShape } from '#renderer/ui/status-shape.tsx'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import { eventTypeOf } from '#shared/features/journey/public.ts'
import type { HospitalQuery, LetterRow, QueryStep } from '#shared/features/letters/schema.ts'
import { nearDay, stepWords } from '#shared/features/letters/words.ts'
import classes from './letters.module.css'

const GLYPHS: Readonly<Record<QueryStep['kind'], IconGlyph>> = {
  letter: IconSend,
  call: IconPhone,
  answer: IconCheck,
  not_needed: IconX,
  reopened: IconArrowBackUp,
}

interface Line {
  readonly id: string
  readonly date: IsoDate
  readonly mark: ReactNode
  readonly words: ReactNode
}

/** What was said is quoted; a letter is kept whole and only named here. */
const stepLine = (step: QueryStep): Line => {
  const said = step.kind === 'letter' || step.note === null ? '' : ` “${step.note}”`
  const to = step.spokeTo === null ? '' : `, spoke to ${step.spokeTo}`
  return {
    id: step.id,
    date: step.happenedOn,
    mark: <Icon of={GLYPHS[step.kind]} size={16} />,
    words: (
      <>
        {`${stepWords(step.kind)}${to}, ${step.byName}.`}
        {said !== '' && <q className={classes.said}>{step.note}</q>}
      </>
    ),
  }
}

const happenedLines = (row: Pick<LetterRow, 'source' | 'since' | 'dueDate' | 'slot'>, today: IsoDate): Line[] => {
  const { source, since, dueDate, slot } = row
  const events = [since, source].filter(
    (happening, at, all) =>
      happening !== null && all.findIndex((other) => other?.eventType === happening.eventType) === at,
  )
  const lines = events.flatMap((happening): Line[] =>
    happening === null
      ? []
      : [
          {
            id: happening.eventType,
            date: happening.date,
            mark: <span className={slot === null ? classes.hospitalMark : classes.practiceMark} />,
            words: eventTypeOf(happening.eventType).label,
          },
        ],
  )
  const past = dueDate !== null && dueDate < today && slot === null
  return past
    ? [
        ...lines,
        { id: 'due', date: dueDate, mark: <StatusShape kind="missing" size={16} />, words: 'Letter due, did not come' },
      ]
    : lines
}

type QueryHistoryProps = {
  readonly row: Pick<LetterRow, 'source' | 'since' | 'dueDate' | 'slot'>
  readonly query: HospitalQuery | null
  readonly today: IsoDate
}

/** What happened, when the letter was due, and what was done about it, from the top. */
export const QueryHistory = ({ row, query, today }: QueryHistoryProps): ReactNode => {
  const lines = [...happenedLines(row, today), ...(query?.steps ?? []).map(stepLine)].toSorted((a, b) =>
    a.date < b.date ? -1 : a.date > b.date ? 1 : 0,
  )
  return (
    <ol className={classes.history}>
      {lines.map(({ id, date, mark, words }) => (
        <li key={id}>
          <span className={classes.historyMark} aria-hidden="true">
            {mark}
          </span>
          <time dateTime={date}>{nearDay(date, today)}</time>
          <span>{words}</span>
        </li>
      ))}
    </ol>
  )
}

import type { ReactNode } from 'react'
import { comparePartialDates, daysBetween, type IsoDate } from '#shared/domain/partial-date.ts'
import { documentReceivedAs } from '#shared/features/journey/letter-rules.ts'
import { letterGapDays, matchLetters } from '#shared/features/journey/letter-matching.ts'
import type { DueItem, JourneyEvent } from '#shared/features/journey/schema.ts'
import { days, dueLabel, eventLabel, fullDate, laneLabel, toldByLabel } from '#shared/features/journey/words.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'

type StripTableProps = {
  readonly events: readonly JourneyEvent[]
  readonly due: readonly DueItem[]
  readonly today: IsoDate
}

type Row = {
  readonly id: string
  readonly sortDate: IsoDate
  readonly date: string
  readonly what: string
  readonly who: string
  readonly letter: ReactNode
  readonly toldBy: string
  readonly missing: boolean
}

/** What came of the letter that an event should bring: the gap, or how late it is. */
const letterOf = (
  event: JourneyEvent,
  letters: ReadonlyMap<string, JourneyEvent>,
  due: readonly DueItem[],
  today: IsoDate,
): ReactNode => {
  const letter = letters.get(event.id)
  if (letter !== undefined) {
    const gap = letterGapDays(event, letter)
    return gap === null ? `In, ${fullDate(letter)}` : `In after ${days(gap)}, ${fullDate(letter)}`
  }
  const item = due.find((one) => one.sourceEventId === event.id)
  if (item === undefined) return documentReceivedAs(event.eventType) === null ? 'None expected' : 'This is a letter'
  if (item.dueDate >= today)
    return <StatusMark kind="not-due">{`Due ${fullDate({ date: item.dueDate, precision: 'day' })}`}</StatusMark>
  return <StatusMark kind="missing">{`Missing, ${days(daysBetween(item.dueDate, today))} late`}</StatusMark>
}

const eventRow = (event: JourneyEvent, letter: ReactNode, missing: boolean): Row => ({
  id: event.id,
  sortDate: event.date,
  date: fullDate(event),
  what: eventLabel(event.eventType),
  who: laneLabel(event.lane),
  letter,
  toldBy: event.toldBy === null ? 'Not recorded' : toldByLabel(event.toldBy),
  missing,
})

const contactRow = (item: DueItem, today: IsoDate): Row => {
  const late = daysBetween(item.dueDate, today)
  return {
    id: `${item.kind} ${item.dueDate}`,
    sortDate: item.dueDate,
    date: fullDate({ date: item.dueDate, precision: 'day' }),
    what: `${dueLabel(item)} due`,
    who: laneLabel('primary'),
    letter: (
      <StatusMark kind={late > 0 ? 'at-risk' : 'not-due'}>
        {late > 0 ? `${days(late)} late` : 'Still to come'}
      </StatusMark>
    ),
    toldBy: '',
    missing: false,
  }
}

const rowsOf = ({ events, due, today }: StripTableProps): readonly Row[] => {
  const ordered = events.toSorted(comparePartialDates)
  const letters = matchLetters(ordered)
  const missing = new Set(
    due.filter((item) => item.kind === 'letter' && item.dueDate < today).map((item) => item.sourceEventId),
  )
  const rows = ordered.map((event) => eventRow(event, letterOf(event, letters, due, today), missing.has(event.id)))
  const contacts = due.filter((item) => item.kind !== 'letter').map((item) => contactRow(item, today))
  return [...rows, ...contacts].toSorted((a, b) => (a.sortDate < b.sortDate ? -1 : a.sortDate > b.sortDate ? 1 : 0))
}

/** The strip in words and numbers: the same facts, one a row, in order. */
export const StripTable = (props: StripTableProps): ReactNode => (
  <PlainTable
    caption="The journey, one event a row, oldest first"
    rows={rowsOf(props)}
    rowId={({ id }) => id}
    flagged={({ missing }) => missing}
    columns={[
      { id: 'date', header: 'Date', width: '13rem', cell: ({ date }) => date },
      { id: 'what', header: 'What happened', rowHeader: true, cell: ({ what }) => what },
      { id: 'who', header: 'Lane', width: '9rem', cell: ({ who }) => who },
      { id: 'letter', header: 'Letter about it', cell: ({ letter }) => letter },
      { id: 'told', header: 'Told by', width: '11rem', cell: ({ toldBy }) => toldBy },
    ]}
  />
)

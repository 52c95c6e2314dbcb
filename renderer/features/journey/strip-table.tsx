import { type ReactNode, useMemo } from 'react'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import { type JourneyRow, journeyRows } from '#shared/features/journey/journey-rows.ts'
import type { LetterStatus } from '#shared/features/journey/letter-status.ts'
import type { DueItem, JourneyEvent } from '#shared/features/journey/schema.ts'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'

type StripTableProps = {
  readonly events: readonly JourneyEvent[]
  readonly due: readonly DueItem[]
  readonly today: IsoDate
}

/** What became of the letter about an event, with its shape. */
export const LetterMark = ({ status }: { readonly status: LetterStatus }): ReactNode => {
  if (status.state === 'came') return <span>{status.words}</span>
  return <StatusMark kind={status.state === 'missing' ? 'missing' : 'not-due'}>{status.words}</StatusMark>
}

const whatHappened = ({ what, state }: JourneyRow): ReactNode =>
  state === 'happened' ? what : <StatusMark kind={state === 'late' ? 'off-track' : 'not-due'}>{what}</StatusMark>

const aboutLetter = ({ letter }: JourneyRow): ReactNode => letter !== null && <LetterMark status={letter} />

/** The strip in words and numbers: the same facts, one a row, in order. */
export const StripTable = ({ events, due, today }: StripTableProps): ReactNode => {
  const rows = useMemo(() => journeyRows(events, due, today), [events, due, today])
  return (
    <PlainTable
      caption="The journey, one event a row, oldest first"
      rows={rows}
      rowId={({ id }) => id}
      flagged={({ letter }) => letter?.state === 'missing'}
      columns={[
        { id: 'date', header: 'Date', width: '13rem', cell: ({ date }) => date },
        { id: 'what', header: 'What', rowHeader: true, cell: whatHappened },
        { id: 'who', header: 'Lane', width: '9rem', cell: ({ who }) => who },
        {
          id: 'letter',
          header: 'Letter about it',
          cell: aboutLetter,
        },
        { id: 'told', header: 'Told by', width: '10rem', cell: ({ toldBy }) => toldBy },
        { id: 'how', header: 'How and where', cell: ({ how }) => how },
        { id: 'note', header: 'Note', cell: ({ note }) => note },
      ]}
    />
  )
}

import { IconPhone } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { bannerOf } from '#renderer/features/register/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { PreviewPane } from '#renderer/ui/split-pane.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { useSettled } from '#renderer/ui/use-settled.ts'
import { daysBetween, formatPartialDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { sinceWords } from '#shared/features/journey/public.ts'
import type { LetterRow } from '#shared/features/letters/schema.ts'
import { dayCount, lateWords, nearHappening } from '#shared/features/letters/words.ts'
import type { LetterAction } from './letter-doing.ts'
import { letterTitle } from './letter-target.ts'
import { QueryHistory } from './query-history.tsx'
import classes from './letters.module.css'

const expectedSentence = ({ slot, source, since, dueDate }: LetterRow, today: IsoDate): string => {
  if (slot !== null) return source === null ? 'Asked for.' : `The summary came ${formatPartialDate(source)} without it.`
  if (source === null) return 'Asked for in words.'
  const from = since ?? source
  const waited =
    from.precision === 'day' ? `${dayCount(daysBetween(from.date, today))} since ${sinceWords(from.eventType)}.` : ''
  return dueDate === null
    ? waited
    : `${waited} ${lateWords(dueDate, today).replace(/^./, (first) => first.toUpperCase())}.`
}

const Missing = ({
  row,
  onEdit,
}: {
  readonly row: LetterRow
  readonly onEdit: (() => void) | undefined
}): ReactNode => {
  const today = dayNow()
  const about = useCoreQuery('letters', 'about', {
    personId: row.person.id,
    wanted: [{ eventId: row.eventId, slot: row.slot, askedFor: row.askedFor }],
    queryId: row.asked?.queryId ?? null,
  })
  if (about.error !== null) return <p className={classes.quiet}>{about.error.message}</p>
  if (about.data === undefined) return <SkeletonPanel lines={5} />
  const { query, draft } = about.data
  const to = [draft.department ?? 'The secretary', draft.hospital].filter((part) => part !== null).join(', ')
  return (
    <>
      <QueryHistory row={row} query={query} today={today} />
      <section className={classes.draft}>
        <header>
          <h3>Drafted letter</h3>
          {onEdit !== undefined && (
            <Button kind="quiet" size="small" keys="E" onClick={onEdit}>
              Edit
            </Button>
          )}
        </header>
        <p className={classes.quiet}>{`To: ${to}${draft.phone === null ? '' : `, ${draft.phone}`}`}</p>
        <p className={classes.draftText}>{draft.body}</p>
      </section>
    </>
  )
}

const Arrived = ({ row }: { readonly row: LetterRow }): ReactNode => {
  const today = dayNow()
  const { arrived, source } = row
  if (arrived === null) return null
  return (
    <p className={classes.quiet}>
      {source === null
        ? 'It is about no event that is logged. Log the event, or choose it in the journey.'
        : `${sinceWords(source.eventType).replace(/^./, (first) => first.toUpperCase())}, ${nearHappening(source, today)}. ${
            arrived.days === null ? 'The days are not both known.' : `The letter took ${dayCount(arrived.days)}.`
          }`}
    </p>
  )
}

type LetterPaneProps = {
  readonly row: LetterRow | undefined
  readonly mayWrite: boolean
  readonly onAct: (action: LetterAction, row: LetterRow) => void
  readonly onOpen: (row: LetterRow) => void
}

const PaneOf = ({ row, mayWrite, onAct, onOpen }: LetterPaneProps & { readonly row: LetterRow }): ReactNode => {
  const today = dayNow()
  const settled = useSettled(row.id)
  const acts = mayWrite && row.arrived === null
  return (
    <PreviewPane
      banner={<PatientBanner layout="preview" patient={bannerOf(row.person, today)} />}
      footer={
        acts ? (
          <>
            <Button kind="filled" icon={IconPhone} keys="C" onClick={() => onAct('call', row)}>
              Log the call
            </Button>
            <Button keys="R" onClick={() => onAct('came', row)}>
              {row.slot === null && row.document !== null ? 'It came' : 'Answered'}
            </Button>
          </>
        ) : (
          <Button kind="filled" keys="Enter" onClick={() => onOpen(row)}>
            Open
          </Button>
        )
      }
    >
      <section>
        <h2 className={classes.paneTitle}>{letterTitle(row)}</h2>
        {row.arrived === null && <p className={classes.quiet}>{expectedSentence(row, today)}</p>}
        {row.arrived !== null && <Arrived row={row} />}
      </section>
      {settled && row.arrived === null && <Missing row={row} onEdit={acts ? () => onAct('letter', row) : undefined} />}
    </PreviewPane>
  )
}

/** The letter in focus: whose it is, what was done about it so far, and what to send or say next. */
export const LetterPane = (props: LetterPaneProps): ReactNode =>
  props.row === undefined ? (
    <PreviewPane>
      <p className={classes.quiet}>
        Go to a letter in the list to see what was done about it. <KeyHint keys="J" /> <KeyHint keys="K" /> move,{' '}
        <KeyHint keys="Enter" /> opens the person.
      </p>
    </PreviewPane>
  ) : (
    <PaneOf key={`${props.row.id} ${props.row.asked?.version ?? 0}`} {...props} row={props.row} />
  )

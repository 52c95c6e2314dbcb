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
import { formatPartialDate } from '#shared/domain/partial-date.ts'
import { contactLabel, type Outcome } from '#shared/features/care/kinds.ts'
import type { RecallRow } from '#shared/features/care/schema.ts'
import { eventTypeOf } from '#shared/features/journey/public.ts'
import { standingReason } from '#shared/features/care/words.ts'
import { CareHistory } from './care-history.tsx'
import { carePersonOf, standingsOf } from './care-person.ts'
import classes from './care.module.css'

const EVENTS_SHOWN = 4

const Record = ({ row }: { readonly row: RecallRow }): ReactNode => {
  const { id } = row.person
  const person = useCoreQuery('register', 'person', { id })
  const journey = useCoreQuery('journey', 'ofPerson', { personId: id })
  const failure = person.error ?? journey.error
  if (failure !== null) return <p className={classes.quiet}>{failure.message}</p>
  if (person.data === undefined || journey.data === undefined) return <SkeletonPanel lines={5} />
  const { events } = journey.data
  const standing = standingsOf(carePersonOf(person.data, events), dayNow()).find(({ kind }) => kind === row.kind)
  const last = events.toReversed().slice(0, EVENTS_SHOWN)
  return (
    <>
      <section>
        <h2 className={classes.previewTitle}>{contactLabel(row.kind)}</h2>
        <p className={classes.reason}>
          {standing === undefined ? 'Nothing is owed any more.' : standingReason(standing, dayNow())}
        </p>
      </section>
      <section>
        <h2 className={classes.previewTitle}>Tried so far</h2>
        <CareHistory events={events} kind={row.kind} />
      </section>
      <section>
        <h2 className={classes.previewTitle}>Last in the journey</h2>
        {last.length === 0 ? (
          <p className={classes.quiet}>Nothing has been logged yet.</p>
        ) : (
          <ul className={classes.history}>
            {last.map((event) => (
              <li key={event.id}>
                <time dateTime={event.date}>{formatPartialDate(event)}</time>
                <span>{eventTypeOf(event.eventType).label}</span>
              </li>
            ))}
          </ul>
        )}
      </section>
    </>
  )
}

type RecallPreviewProps = {
  readonly row: RecallRow | undefined
  readonly mayWrite: boolean
  readonly onRecord: (row: RecallRow, outcome: Outcome) => void
  readonly onOpen: (row: RecallRow) => void
}

const PreviewOf = ({
  row,
  mayWrite,
  onRecord,
  onOpen,
}: RecallPreviewProps & { readonly row: RecallRow }): ReactNode => {
  const settled = useSettled(row.person.id)
  return (
    <PreviewPane
      banner={<PatientBanner layout="preview" patient={bannerOf(row.person, dayNow())} />}
      footer={
        <>
          {mayWrite && (
            <Button kind="filled" size="small" keys="D" onClick={() => onRecord(row, 'done')}>
              Done
            </Button>
          )}
          {mayWrite && (
            <Button size="small" keys="I" onClick={() => onRecord(row, 'invited')}>
              Invited
            </Button>
          )}
          <Button size="small" onClick={() => onOpen(row)}>
            Open
          </Button>
        </>
      }
    >
      {settled ? <Record row={row} /> : null}
    </PreviewPane>
  )
}

/** What the record says of the person in focus, one record at a time. */
export const RecallPreview = (props: RecallPreviewProps): ReactNode =>
  props.row === undefined ? (
    <PreviewPane>
      <p className={classes.quiet}>
        Go to somebody in the list to see what their record says. <KeyHint keys="J" /> <KeyHint keys="K" /> move.
      </p>
    </PreviewPane>
  ) : (
    <PreviewOf key={`${props.row.person.id} ${props.row.kind}`} {...props} row={props.row} />
  )

import { IconPencil } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { today } from '#renderer/app/clock.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { MiniStrip } from '#renderer/features/journey/public.ts'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { PreviewPane } from '#renderer/ui/split-pane.tsx'
import { StatusShape } from '#renderer/ui/status-shape.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { useSettled } from '#renderer/ui/use-settled.ts'
import { formatPartialDate } from '#shared/domain/partial-date.ts'
import { type RouteToDiagnosis } from '#shared/domain/routes.ts'
import { eventTypeOf, inJourneyOrder } from '#shared/features/journey/public.ts'
import type { DueItem, JourneyEvent } from '#shared/features/journey/schema.ts'
import type { Episode, RegisterRow } from '#shared/features/register/schema.ts'
import { comingDate, dueName, dueWords, needsNow } from './due-words.ts'
import { bannerOf, cancerWords, diagnosedWords } from './person-words.ts'
import classes from './register.module.css'

const EVENTS_SHOWN = 3

const ROUTE_ENDINGS: Readonly<Record<RouteToDiagnosis, string>> = {
  urgent_referral: ' after an urgent referral',
  routine_referral: ' after a routine referral',
  screening: ' through screening',
  emergency: ' after an emergency',
  other_outpatient: ' in another clinic',
  incidental: ' by chance',
  death_certificate: ', known from the death certificate',
  not_known: '',
}

/** "Stage 3, diagnosed 4 Sep 2026 after an urgent referral. Wexcombe." */
export const diagnosisSentence = ({
  stage,
  diagnosisDate,
  route,
  hospital,
}: Pick<Episode, 'stage' | 'diagnosisDate' | 'route' | 'hospital'>): string => {
  const start = stage === null ? 'Stage not recorded' : `Stage ${stage}`
  const when =
    diagnosisDate === null
      ? 'diagnosis date not recorded'
      : `diagnosed ${diagnosedWords(diagnosisDate)}${ROUTE_ENDINGS[route]}`
  return [`${start}, ${when}.`, ...(hospital === null || hospital === '' ? [] : [`${hospital}.`])].join(' ')
}

const Diagnoses = ({ episodes }: { readonly episodes: readonly Episode[] }): ReactNode => {
  if (episodes.length === 0) return <p className={classes.quiet}>No diagnosis has been recorded yet.</p>
  return episodes.map((episode) => (
    <section key={episode.id}>
      <h2 className={classes.previewTitle}>{cancerWords(episode)}</h2>
      <p className={classes.previewText}>{diagnosisSentence(episode)}</p>
    </section>
  ))
}

const NeedsYou = ({ due }: { readonly due: readonly DueItem[] }): ReactNode => {
  const day = today()
  const items = needsNow(due, day)
  return (
    <section>
      <h2 className={classes.previewTitle}>Needs you</h2>
      {items.length === 0 ? (
        <p className={classes.quiet}>Nothing in the next four weeks.</p>
      ) : (
        <ul className={classes.previewList}>
          {items.map((item) => (
            <li key={`${item.kind} ${item.document ?? ''} ${item.dueDate} ${item.sourceEventId ?? ''}`}>
              <StatusShape kind={dueWords(item, day).kind} size={15} />
              <span>
                <b>{dueName(item)}</b>
                <small>{dueWords(item, day).main}</small>
              </span>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const LastEvents = ({ events }: { readonly events: readonly JourneyEvent[] }): ReactNode => {
  const day = today()
  const last = inJourneyOrder(events).toReversed().slice(0, EVENTS_SHOWN)
  return (
    <section>
      <h2 className={classes.previewTitle}>{last.length > 1 ? `Last ${last.length} events` : 'Last event'}</h2>
      {last.length === 0 ? (
        <p className={classes.quiet}>Nothing has been logged yet.</p>
      ) : (
        <ul className={classes.eventList}>
          {last.map((event) => (
            <li key={event.id}>
              <span
                className={event.lane === 'hospital' ? classes.hospitalMark : classes.practiceMark}
                aria-hidden="true"
              />
              <span>{eventTypeOf(event.eventType).label}</span>
              <time dateTime={event.date}>
                {event.precision === 'day' ? comingDate(event.date, day) : formatPartialDate(event)}
              </time>
            </li>
          ))}
        </ul>
      )}
    </section>
  )
}

const STRIP = { width: 262, height: 58 } as const

const Record = ({ row }: { readonly row: RegisterRow }): ReactNode => {
  const { id } = row
  const person = useCoreQuery('register', 'person', { id })
  const journey = useCoreQuery('journey', 'ofPerson', { personId: id })
  const failure = person.error ?? journey.error
  if (failure !== null) return <p className={classes.quiet}>{failure.message}</p>
  if (person.data === undefined || journey.data === undefined) return <SkeletonPanel lines={5} />
  return (
    <>
      <Diagnoses episodes={person.data.episodes} />
      <figure className={classes.previewStrip}>
        <MiniStrip marks={row.marks} letters={row.died ? [] : row.letters} today={today()} {...STRIP} />
        <figcaption>
          <span>12 months ago</span>
          <span>Today</span>
        </figcaption>
      </figure>
      <NeedsYou due={journey.data.due} />
      <LastEvents events={journey.data.events} />
    </>
  )
}

type PersonPreviewProps = {
  /** The row that has the focus; undefined until one has had it. */
  readonly row: RegisterRow | undefined
  readonly onOpen: (row: RegisterRow) => void
  readonly onEdit: ((row: RegisterRow) => void) | undefined
}

/** The person in focus: one record at a time, the next replaces it. */
export const PersonPreview = ({ row, onOpen, onEdit }: PersonPreviewProps): ReactNode =>
  row === undefined ? (
    <PreviewPane>
      <p className={classes.previewHint}>
        Go to somebody in the list to see them here. <KeyHint keys="J" /> <KeyHint keys="K" /> move,{' '}
        <KeyHint keys="Enter" /> opens.
      </p>
    </PreviewPane>
  ) : (
    <PreviewOf key={row.id} row={row} onOpen={onOpen} onEdit={onEdit} />
  )

const PreviewOf = ({ row, onOpen, onEdit }: PersonPreviewProps & { readonly row: RegisterRow }): ReactNode => {
  const settled = useSettled(row.id)
  return (
    <PreviewPane
      banner={<PatientBanner layout="preview" patient={bannerOf(row, today())} />}
      footer={
        <>
          <Button kind="filled" keys="Enter" onClick={() => onOpen(row)}>
            Open
          </Button>
          {onEdit !== undefined && (
            <Button icon={IconPencil} keys="E" onClick={() => onEdit(row)}>
              Edit
            </Button>
          )}
        </>
      }
    >
      {settled ? <Record row={row} /> : null}
    </PreviewPane>
  )
}

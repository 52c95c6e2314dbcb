import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { bannerOf } from '#renderer/features/register/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { StatusKind } from '#renderer/ui/status-shape.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { indicatorView } from '#shared/features/care/indicator.ts'
import { CONTACT_KINDS } from '#shared/features/care/kinds.ts'
import { type CarePerson, type Standing, STANDING_VERSION, type StandingState } from '#shared/features/care/standing.ts'
import { standingLabel, standingReason } from '#shared/features/care/words.ts'
import type { ContactKind } from '#shared/features/journey/public.ts'
import type { JourneyEvent } from '#shared/features/journey/schema.ts'
import { CareHistory } from './care-history.tsx'
import { carePersonOf, nothingOwedWords, standingsOf } from './care-person.ts'
import { RecordDialog } from './record-dialog.tsx'
import classes from './care.module.css'

const SHAPES: Readonly<Record<StandingState, StatusKind>> = {
  done: 'done',
  declined: 'not-measured',
  unsuitable: 'not-measured',
  'no-answer': 'at-risk',
  overdue: 'off-track',
  due: 'at-risk',
  later: 'not-due',
  lapsed: 'not-measured',
}

type StandingPanelProps = {
  readonly kind: ContactKind
  readonly label: string
  readonly person: CarePerson
  readonly standing: Standing | undefined
  readonly events: readonly JourneyEvent[]
  readonly onRecord: (() => void) | undefined
  readonly keys: string
}

const StandingPanel = (props: StandingPanelProps): ReactNode => {
  const { kind, label, person, standing, events, onRecord, keys } = props
  const today = dayNow()
  const indicator = standing === undefined ? null : indicatorView(person, standing)
  return (
    <Panel
      title={label}
      {...(onRecord === undefined
        ? {}
        : {
            actions: (
              <Button size="small" keys={keys} onClick={onRecord}>
                Record
              </Button>
            ),
          })}
    >
      <div className={classes.standing}>
        {standing === undefined ? (
          <p className={classes.quiet}>{nothingOwedWords(person)}</p>
        ) : (
          <>
            <StatusMark kind={SHAPES[standing.state]}>{standingLabel(standing.state)}</StatusMark>
            <p className={classes.reason}>{standingReason(standing, today)}</p>
          </>
        )}
        {indicator !== null && (
          <p className={classes.indicator}>
            <b>{indicator.name}</b> {indicator.words}
          </p>
        )}
        <CareHistory events={events} kind={kind} />
      </div>
    </Panel>
  )
}

const RECORD_KEYS: Readonly<Record<ContactKind, string>> = { support_contact: 'S', care_review: 'R' }

/** A person's support contact and care review: where they stand, why, and everything that was tried. */
export const ReviewsTab = ({ personId }: { readonly personId: string }): ReactNode => {
  const mayWrite = useMay('journey.write')
  const person = useCoreQuery('register', 'person', { id: personId })
  const journey = useCoreQuery('journey', 'ofPerson', { personId })
  const [recording, setRecording] = useState<ContactKind | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  useCommands(
    mayWrite
      ? CONTACT_KINDS.map(({ code, label }) => ({
          id: `care.record.${code}`,
          title: `Record a ${label.toLowerCase()}`,
          group: 'On this page' as const,
          keys: [RECORD_KEYS[code]],
          run: () => setRecording(code),
        }))
      : [],
  )
  const failed = person.error ?? journey.error
  if (failed !== null && (person.data === undefined || journey.data === undefined))
    return (
      <div className={classes.tab}>
        <InlineAlert tone="bad" spoken title="The reviews could not be read">
          {failed.message}
        </InlineAlert>
      </div>
    )
  if (person.data === undefined || journey.data === undefined)
    return <SkeletonPanel label="Loading the reviews" lines={6} />
  const { events } = journey.data
  const record = carePersonOf(person.data, events)
  const standings = standingsOf(record, dayNow())
  return (
    <div className={classes.tab}>
      {failure !== null && (
        <InlineAlert tone="bad" spoken title="That could not be done">
          {failure}
        </InlineAlert>
      )}
      <div className={classes.standings}>
        {CONTACT_KINDS.map(({ code, label }) => (
          <StandingPanel
            key={code}
            kind={code}
            label={label}
            person={record}
            standing={standings.find(({ kind }) => kind === code)}
            events={events}
            keys={RECORD_KEYS[code]}
            onRecord={mayWrite ? () => setRecording(code) : undefined}
          />
        ))}
      </div>
      <p className={classes.rule}>{`Rule: ${STANDING_VERSION}.`}</p>
      {recording !== null && (
        <RecordDialog
          personId={personId}
          patient={bannerOf(person.data.person, dayNow())}
          kind={recording}
          onClose={() => setRecording(null)}
          onSaved={() => setRecording(null)}
          onFailedUndo={setFailure}
        />
      )}
    </div>
  )
}

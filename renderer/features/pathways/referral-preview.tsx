import type { ReactNode } from 'react'
import { eventTypeOf } from '#shared/features/journey/public.ts'
import type { SafetyNetRow } from '#shared/features/pathways/schema.ts'
import { dateWords, decisionLabel, outOfOrderWords, pathwayName } from '#shared/features/pathways/words.ts'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { today } from '#renderer/app/clock.ts'
import { bannerOf } from '#renderer/features/register/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { PreviewPane } from '#renderer/ui/split-pane.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { useSettled } from '#renderer/ui/use-settled.ts'
import { REFERRAL_STEPS, type RowTask } from './referral-steps.ts'
import classes from './referrals.module.css'
import { usePathways } from './use-pathways.ts'

const Trail = ({ row }: { readonly row: SafetyNetRow }): ReactNode => {
  const all = usePathways(row.person.id)
  const pathway = all?.pathways.find(({ id }) => id === row.pathwayId)
  if (all === undefined || pathway === undefined) return <SkeletonPanel label="Loading the pathway" lines={5} />
  const others = all.pathways.filter(({ id }) => id !== row.pathwayId)
  return (
    <>
      <section>
        <h2 className={classes.previewTitle}>{`${pathway.name}: ${pathway.words}`}</h2>
        <ol className={classes.trail}>
          {pathway.state.trail.map(({ event, outOfOrder }) => (
            <li key={event.id} data-flagged={outOfOrder !== null || undefined}>
              <time dateTime={event.date}>{dateWords(event)}</time>
              <span>
                {eventTypeOf(event.eventType).label}
                {event.note !== null && <small>{event.note}</small>}
                {pathway.signOffs
                  .filter(({ eventId }) => eventId === event.id)
                  .map((signOff) => (
                    <small key={signOff.id}>
                      {`${decisionLabel(signOff.decision)}: ${signOff.signedBy}, ${formatIsoDate(signOff.signedOn)}. ${signOff.note ?? ''}`}
                    </small>
                  ))}
              </span>
            </li>
          ))}
        </ol>
      </section>
      {pathway.state.trail.flatMap(({ event, step, outOfOrder }) =>
        outOfOrder === null
          ? []
          : [
              <InlineAlert key={event.id} tone="warn" title="Out of order">
                {outOfOrderWords(step, outOfOrder.after)}
              </InlineAlert>,
            ],
      )}
      {others.length > 0 && (
        <section>
          <h2 className={classes.previewTitle}>Also</h2>
          {others.map(({ id, name, words }) => (
            <p key={id} className={classes.previewText}>{`${name}: ${words}`}</p>
          ))}
          <p className={classes.quiet}>Closing one pathway never closes the other.</p>
        </section>
      )}
    </>
  )
}

type ReferralPreviewProps = {
  /** The row that has the focus; undefined until one has had it. */
  readonly row: SafetyNetRow | undefined
  readonly mayWrite: boolean
  readonly maySign: boolean
  readonly onTask: (task: RowTask) => void
  readonly onOpen: (row: SafetyNetRow) => void
}

const PreviewOf = (props: ReferralPreviewProps & { readonly row: SafetyNetRow }): ReactNode => {
  const { row, mayWrite, maySign, onTask, onOpen } = props
  const settled = useSettled(row.pathwayId)
  const first = row.needsSignOff && maySign
  return (
    <PreviewPane
      banner={<PatientBanner layout="preview" patient={bannerOf(row.person, today())} />}
      footer={
        <div className={classes.actions}>
          {maySign && (
            <Button kind={first ? 'filled' : 'default'} keys="O" onClick={() => onTask({ kind: 'sign' })}>
              Sign off
            </Button>
          )}
          {mayWrite &&
            REFERRAL_STEPS.map(({ key, label, eventType }, at) => (
              <Button
                key={key}
                kind={!first && at === 0 ? 'filled' : 'default'}
                keys={key}
                onClick={() => onTask({ kind: 'step', eventType })}
              >
                {label}
              </Button>
            ))}
          <Button keys="Enter" onClick={() => onOpen(row)}>
            Open
          </Button>
        </div>
      }
    >
      {settled ? <Trail row={row} /> : <p className={classes.previewText}>{pathwayName(row.tumourGroup)}</p>}
    </PreviewPane>
  )
}

/** The pathway in focus: what has happened on it, and the keys that say what happened next. */
export const ReferralPreview = (props: ReferralPreviewProps): ReactNode =>
  props.row === undefined ? (
    <PreviewPane>
      <p className={classes.quiet}>
        Go to a line of the list to see it here. <KeyHint keys="J" /> <KeyHint keys="K" /> move,{' '}
        <KeyHint keys="Enter" /> opens.
      </p>
    </PreviewPane>
  ) : (
    <PreviewOf key={props.row.pathwayId} {...props} row={props.row} />
  )

import { type ReactNode, useState } from 'react'
import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import { type ClockState, type ContactClock, contactClocks } from '#shared/features/journey/contact-clocks.ts'
import { CONTACT_RULES, type RuleEpisode } from '#shared/features/journey/due-rules.ts'
import type { JourneyEvent } from '#shared/features/journey/schema.ts'
import { days, eventLabel, fullDate, nearDate } from '#shared/features/journey/words.ts'
import { Button } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { DataList } from '#renderer/ui/data-list.tsx'
import { Popover } from '#renderer/ui/popover.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import type { StatusKind } from '#renderer/ui/status-shape.tsx'
import classes from './clocks.module.css'

type ClockCardsProps = {
  readonly episodes: readonly RuleEpisode[]
  /** In journey order. */
  readonly events: readonly JourneyEvent[]
  readonly today: IsoDate
}

const NAMES = { support_contact: 'Support contact, 3 months', care_review: 'Care review, 12 months' } as const
const SHAPES: Readonly<Record<ClockState, StatusKind>> = {
  done: 'on-track',
  'not-due': 'not-due',
  soon: 'at-risk',
  late: 'off-track',
  lapsed: 'not-measured',
}
/** How far along the track "due" stands, so that a late clock can be seen to run past it. */
const DUE_AT = 0.91

const figure = ({ state, daysRun, daysAllowed }: ContactClock): readonly [string, string] => {
  const left = daysAllowed - daysRun
  if (state === 'done') return [String(daysRun), daysRun === 1 ? 'day taken' : 'days taken']
  if (state === 'late') return [String(-left), left === -1 ? 'day late' : 'days late']
  if (state === 'lapsed') return [String(daysRun), 'days on']
  return [String(left), left === 1 ? 'day left' : 'days left']
}

const statusWords = ({ state, dueDate, daysRun, daysAllowed }: ContactClock, today: IsoDate): string => {
  const due = nearDate({ date: dueDate, precision: 'day' }, today)
  if (state === 'done') return daysRun <= daysAllowed ? 'Within' : 'Done, late'
  if (state === 'late') return `Was due ${due}`
  if (state === 'lapsed') return 'No longer asked for'
  return state === 'soon' ? `Due ${due}` : 'Not due'
}

const underline = (
  { diagnosed, state, dueDate, daysRun, daysAllowed, doneBy }: ContactClock,
  today: IsoDate,
): string => {
  const from = `Diagnosed ${nearDate(diagnosed, today)}`
  if (doneBy !== null) return `${from}, done ${nearDate(doneBy, today)}`
  if (state === 'soon' || state === 'late') return `${from}, day ${daysRun} of ${daysAllowed}`
  return `${from}, due ${nearDate({ date: dueDate, precision: 'day' }, today)}`
}

const working = (clock: ContactClock): { term: string; value: ReactNode }[] => [
  { term: 'Starts', value: `Diagnosis, ${fullDate(clock.diagnosed)} (day 0)` },
  ...(clock.diagnosed.precision === 'day'
    ? []
    : [{ term: 'Counted from', value: `${formatIsoDate(clock.startDate)}, the last day it can have been` }]),
  { term: 'Due', value: `${formatIsoDate(clock.dueDate)}, ${days(clock.daysAllowed)} later` },
  {
    term: 'Stopped by',
    value: clock.doneBy === null ? 'Nothing yet' : `${eventLabel(clock.doneBy.eventType)}, ${fullDate(clock.doneBy)}`,
  },
  ...(clock.lapsesDate === null ? [] : [{ term: 'Asked for until', value: formatIsoDate(clock.lapsesDate) }]),
  { term: 'Rule', value: CONTACT_RULES.version },
]

const Track = ({ clock }: { readonly clock: ContactClock }): ReactNode => {
  const share = Math.min(1, (clock.daysRun / Math.max(1, clock.daysAllowed)) * DUE_AT)
  const tone = clock.state === 'soon' ? classes.soon : clock.state === 'late' ? classes.late : undefined
  return (
    <div className={classes.track} aria-hidden="true">
      <span className={classNames(classes.run, tone)} style={{ width: `${Math.max(0, share) * 100}%` }} />
      <span className={classes.due} style={{ left: `${DUE_AT * 100}%` }} />
    </div>
  )
}

const ClockCard = ({ clock, today }: { readonly clock: ContactClock; readonly today: IsoDate }): ReactNode => {
  const [open, setOpen] = useState(false)
  const [number, unit] = figure(clock)
  const kind = clock.state === 'done' && clock.daysRun > clock.daysAllowed ? 'done' : SHAPES[clock.state]
  return (
    <div className={classes.clock}>
      <div className={classes.top}>
        <h2>{NAMES[clock.kind]}</h2>
        <Popover
          label={`How ${NAMES[clock.kind].toLowerCase()} was worked out`}
          side="bottom-end"
          width={400}
          open={open}
          onOpenChange={setOpen}
          anchor={
            <Button kind="quiet" size="small" aria-expanded={open} onClick={() => setOpen(!open)}>
              Working
            </Button>
          }
        >
          <div className={classes.working} tabIndex={-1} data-autofocus>
            <DataList facts={working(clock)} />
            <p>Counted by this practice, from what is logged here.</p>
          </div>
        </Popover>
      </div>
      <div className={classes.figure}>
        <b>{number}</b>
        <span>{unit}</span>
        <StatusMark kind={kind}>{statusWords(clock, today)}</StatusMark>
      </div>
      <Track clock={clock} />
      <p className={classes.underline}>{underline(clock, today)}</p>
    </div>
  )
}

/** The clocks of the newest diagnosis, each with its working a press away. */
export const ClockCards = ({ episodes, events, today }: ClockCardsProps): ReactNode => {
  const clocks = contactClocks({ episodes, events, deathDate: null }, today)
  return (
    <section className={classes.clocks} aria-label="Clocks">
      {clocks.length === 0 ? (
        <p className={classes.none}>
          No clock runs: no diagnosis here has a month and a year. Add the date under Details.
        </p>
      ) : (
        clocks.map((clock) => <ClockCard key={clock.kind} clock={clock} today={today} />)
      )}
    </section>
  )
}

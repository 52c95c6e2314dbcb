import { type ReactNode, useState } from 'react'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import { fullDate } from '#shared/features/journey/words.ts'
import { aarhusIntervals, INTERVALS_VERSION, type Interval, pathwayWords } from '#shared/features/pathways/public.ts'
import type { ClockCode } from '#shared/features/pathways/schema.ts'
import { today as dayNow } from '#renderer/app/clock.ts'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { eventsOfPathway, type ShownPathway, written } from '#renderer/features/pathways/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { type ClockFacts, pathwayClockFacts } from './clock-facts.ts'
import { PersonStrip } from './person-strip.tsx'
import classes from './clocks.module.css'

type ClockTableProps = {
  readonly personId: string
  readonly pathway: ShownPathway | undefined
  readonly cards: readonly ClockFacts[]
  /** Takes days off the clock whose working was open. */
  readonly onAdjust: (() => void) | undefined
  readonly onClose: () => void
}

const clockColumns = [
  { id: 'name', header: 'Clock', rowHeader: true, cell: (facts: ClockFacts) => facts.name },
  { id: 'from', header: 'From', cell: ({ start }: ClockFacts) => `${start.what}, ${start.when}` },
  { id: 'to', header: 'To', cell: ({ stop }: ClockFacts) => [stop.what, stop.when].filter(Boolean).join(', ') },
  { id: 'days', header: 'Days', align: 'end' as const, cell: (facts: ClockFacts) => facts.result },
  { id: 'status', header: 'Stands', cell: (facts: ClockFacts) => facts.status },
  { id: 'notes', header: 'Notes', cell: (facts: ClockFacts) => facts.notes.join(' ') },
  { id: 'rule', header: 'Rule', cell: (facts: ClockFacts) => facts.rule },
]

const endWords = (interval: Interval, end: 'from' | 'to'): string => {
  const date = interval[end]
  const name = pathwayWords.milestoneWords(end === 'from' ? interval.fromCode : interval.toCode)
  return date === null ? `${name}: not recorded` : `${name}, ${fullDate(date)}`
}

const intervalColumns = [
  { id: 'name', header: 'Interval', rowHeader: true, cell: ({ label }: Interval) => label },
  { id: 'from', header: 'From', cell: (interval: Interval) => endWords(interval, 'from') },
  { id: 'to', header: 'To', cell: (interval: Interval) => endWords(interval, 'to') },
  {
    id: 'days',
    header: 'Days',
    align: 'end' as const,
    cell: ({ days }: Interval) => (days === null ? 'Not known' : pathwayWords.daysWords(days)),
  },
  {
    id: 'notes',
    header: 'Notes',
    cell: ({ days, exact }: Interval) => (days === null || exact ? '' : 'A range: it stays out of medians'),
  },
]

/** The clock as the pathway counts it; without days where the pathway does not count it any more. */
const clockNameOn = ({ clocks }: ShownPathway, code: ClockCode): string => {
  const clock = clocks.find((one) => one.code === code)
  return clock === undefined ? 'A clock that is not counted' : pathwayWords.clockName(code, clock.allowed.days)
}

/** Days that were taken off, each with the way to put them back. */
const TakenOff = ({ pathway }: { readonly pathway: ShownPathway }): ReactNode => {
  const [failure, setFailure] = useState<string | null>(null)
  const mayPutBack = useMay('pathways.sign_off')
  if (pathway.adjustments.length === 0) return null
  const putBack = async (id: string, version: number): Promise<void> => {
    const refused = await written(core.pathways.removeAdjustment({ id, version }), 'The days are back on the clock.')
    setFailure(refused?.message ?? null)
  }
  return (
    <>
      <h3>Days taken off</h3>
      {failure !== null && (
        <InlineAlert tone="bad" spoken>
          {failure}
        </InlineAlert>
      )}
      <ul className={classes.takenOff}>
        {pathway.adjustments.map((one) => (
          <li key={one.id}>
            <span>
              {`${clockNameOn(pathway, one.clock)}: ${one.days}. ${pathwayWords.adjustmentLabel(one.reasonCode)}${one.fallsOn === null ? '' : `, ${formatIsoDate(one.fallsOn)}`}. ${one.reason}`}
            </span>
            {mayPutBack && (
              <Button size="small" onClick={() => void putBack(one.id, one.version)}>
                Put them back
              </Button>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}

/** Every clock and interval in words and figures: what the cards draw, as tables. */
export const ClockTable = ({ personId, pathway, cards, onAdjust, onClose }: ClockTableProps): ReactNode => {
  const today = dayNow()
  const events = useCoreQuery('journey', 'ofPerson', { personId }).data?.events ?? []
  const episodes = useCoreQuery('register', 'person', { id: personId }).data?.episodes ?? []
  const contacts = cards.filter(({ key }) => pathway?.clocks.every((clock) => !key.startsWith(clock.code)) ?? true)
  const own = pathway === undefined ? [] : pathway.clocks.map((clock) => pathwayClockFacts(clock, today))
  const episode =
    episodes.find(({ id }) => id === pathway?.episodeId) ?? (pathway === undefined ? episodes[0] : undefined)
  const intervals = aarhusIntervals(eventsOfPathway(events, pathway?.id ?? null), episode?.diagnosisDate ?? null)
  return (
    <Dialog
      open
      onClose={onClose}
      title="Clocks and intervals"
      width={1080}
      footer={
        <>
          {onAdjust !== undefined && <Button onClick={onAdjust}>Take days off this clock</Button>}
          <Button onClick={onClose}>Close</Button>
        </>
      }
    >
      <PersonStrip personId={personId} />
      <div className={classes.tables}>
        <h3>{pathway === undefined ? 'Clocks' : `Clocks, ${pathway.name.toLowerCase()}`}</h3>
        <p>
          Practice-observed: the trust holds the official clock. Day 0 is the day it starts; the last day is within.
        </p>
        <PlainTable caption="Clocks" columns={clockColumns} rows={[...own, ...contacts]} rowId={({ key }) => key} />
        {pathway !== undefined && <TakenOff pathway={pathway} />}
        <h3>Intervals</h3>
        <p>{INTERVALS_VERSION}.</p>
        <PlainTable caption="Intervals" columns={intervalColumns} rows={intervals} rowId={({ code }) => code} />
      </div>
    </Dialog>
  )
}

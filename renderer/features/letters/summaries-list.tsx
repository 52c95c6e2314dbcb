import { IconBook, IconSend } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { formatPartialDate } from '#shared/domain/partial-date.ts'
import { labelOf } from '#shared/domain/people.ts'
import type { JourneyEvent } from '#shared/features/journey/schema.ts'
import type { HospitalQuery } from '#shared/features/letters/schema.ts'
import {
  AIMS,
  missingSlots,
  saysOf,
  SUMMARY_SLOTS,
  type SummarySlot,
  type TreatmentSummary,
} from '#shared/features/letters/summary-slots.ts'
import type { AboutPerson } from './letters-list.tsx'
import classes from './letters-tab.module.css'

const saidIn = (summary: TreatmentSummary, slot: SummarySlot): string => {
  switch (slot) {
    case 'aim':
      return labelOf(AIMS, summary.aim)
    case 'treatment_given':
      return summary.treatmentGiven ?? ''
    case 'effects':
      return summary.effects ?? ''
    case 'alert_symptoms':
      return summary.alertSymptoms ?? ''
    case 'follow_up':
      return summary.followUp ?? ''
    case 'contact':
      return summary.contact ?? ''
    case 'gp_actions':
      return summary.actionsAsked === true ? 'Asked for: see the tasks' : 'Nothing'
  }
}

const isAskedFor = (queries: readonly HospitalQuery[], eventId: string, slot: SummarySlot): boolean =>
  queries.some(({ items }) =>
    items.some((item) => item.state === 'open' && item.eventId === eventId && item.slot === slot),
  )

type SummariesListProps = AboutPerson & {
  readonly events: readonly JourneyEvent[]
  readonly summaries: readonly TreatmentSummary[]
  readonly queries: readonly HospitalQuery[]
}

/** What each treatment summary says, with a hole for each part that it leaves out. */
export const SummariesList = ({ events, summaries, queries, ...about }: SummariesListProps): ReactNode => {
  const { personId, patient, mayWrite, onDo } = about
  const received = events.filter(({ eventType }) => eventType === 'treatment_summary').toReversed()
  if (received.length === 0) return null
  return received.map((event) => {
    const summary = summaries.find(({ eventId }) => eventId === event.id)
    const holes =
      summary === undefined ? [] : missingSlots(summary).filter((slot) => !isAskedFor(queries, event.id, slot))
    const read = (): void => onDo({ action: 'summary', target: { personId, patient }, eventId: event.id })
    const ask = (): void =>
      onDo({
        action: 'letter',
        target: {
          personId,
          patient,
          title: holes.length === 1 ? 'A missing part of the summary' : `${holes.length} missing parts of the summary`,
          wanted: holes.map((slot) => ({ eventId: event.id, slot, askedFor: null })),
          query: null,
          letterAbout: null,
          document: 'treatment_summary',
        },
      })
    return (
      <Panel
        key={event.id}
        title="Treatment summary"
        aside={`Came ${formatPartialDate(event)}`}
        actions={
          mayWrite ? (
            <span className={classes.rowActions}>
              <Button size="small" icon={IconBook} onClick={read}>
                {summary === undefined ? 'Read it in' : 'Change'}
              </Button>
              {holes.length > 0 && (
                <Button size="small" icon={IconSend} onClick={ask}>
                  Ask for what is missing
                </Button>
              )}
            </span>
          ) : undefined
        }
      >
        {summary === undefined ? (
          <p className={classes.quiet}>Nobody has written down what it says yet.</p>
        ) : (
          <DataList
            facts={SUMMARY_SLOTS.map(({ code, label }) => ({
              term: label,
              value: saysOf(summary, code) ? (
                <span className={classes.said}>{saidIn(summary, code)}</span>
              ) : (
                <StatusMark kind="missing">
                  {isAskedFor(queries, event.id, code) ? 'Missing, asked for' : 'Not in the summary'}
                </StatusMark>
              ),
            }))}
          />
        )}
      </Panel>
    )
  })
}

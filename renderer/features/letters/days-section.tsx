import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreJob, useCoreQuery } from '#renderer/app/core-query.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { JobProgress } from '#renderer/ui/job-progress.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { showToast } from '#renderer/ui/toasts.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { dayPartsOf, formatIsoDate } from '#shared/domain/partial-date.ts'
import { documentLabel, eventTypeOf, LETTER_RULES, midSentence } from '#shared/features/journey/public.ts'
import type { LetterDays } from '#shared/features/letters/days.ts'
import { daysFormOf, readDaysForm } from './days-form.ts'
import classes from './days.module.css'

const labelFor = (eventType: string): string => {
  const document = LETTER_RULES.rules.find((rule) => rule.eventType === eventType)?.document
  return `${documentLabel(document ?? '')} after: ${midSentence(eventTypeOf(eventType).label)}`
}

interface Days {
  readonly days: LetterDays
  readonly periods: readonly { readonly from: string; readonly setOn: string; readonly setBy: string }[]
  readonly version: string
}

const wordsOf = (days: number | null | undefined): string =>
  days === null || days === undefined ? 'Not expected' : days === 1 ? '1 day' : `${days} days`

/** The days as they are, for those who may not change them. */
const ReadOnly = ({ days }: { readonly days: LetterDays }): ReactNode => (
  <Panel padding="flush">
    <PlainTable
      caption="Days until a letter counts as missing"
      rows={LETTER_RULES.rules}
      rowId={({ eventType }) => eventType}
      columns={[
        { id: 'event', header: 'After', rowHeader: true, cell: ({ eventType }) => eventTypeOf(eventType).label },
        { id: 'letter', header: 'Letter', cell: ({ document }) => documentLabel(document) },
        { id: 'days', header: 'Within', cell: ({ eventType }) => wordsOf(days[eventType]) },
      ]}
    />
  </Panel>
)

const Working = ({ job }: { readonly job: ReturnType<typeof useCoreJob<'letters', 'saveDays'>> }): ReactNode => (
  <JobProgress progress={job.progress} title="Working out what is due" onCancel={job.stop}>
    If you cancel, nothing changes.
  </JobProgress>
)

const DaysForm = ({ days }: { readonly days: LetterDays }): ReactNode => {
  const [form, setForm] = useState(() => daysFormOf(days))
  const [from, setFrom] = useState(dayPartsOf(dayNow()))
  const [faults, setFaults] = useState<Readonly<Record<string, string>>>({})
  const [attempt, setAttempt] = useState(0)
  const job = useCoreJob('letters', 'saveDays')
  const idOf = (field: string): string => `letter-days-${field}`
  const save = async (): Promise<void> => {
    if (job.running) return
    const read = readDaysForm(form, from)
    if ('faults' in read) {
      setFaults(read.faults)
      setAttempt((before) => before + 1)
      return
    }
    setFaults({})
    const done = await job.start(read)
    if (done !== null)
      showToast({
        message: `Days saved. What is due was worked out again for ${done.people === 1 ? '1 person' : `${done.people.toLocaleString('en-GB')} people`}.`,
      })
  }
  useCommands([
    {
      id: 'letterDays.save',
      title: 'Save the days for letters',
      group: 'On this page',
      keys: ['Ctrl+S'],
      run: () => void save(),
    },
  ])
  if (job.running) return <Working job={job} />
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      <ErrorSummary
        attempt={attempt}
        faults={Object.entries(faults).map(([field, words]) => ({
          fieldId: idOf(field),
          message: `${field === 'from' ? 'For events from' : labelFor(field)}: ${words}`,
        }))}
      />
      {job.error !== null && (
        <InlineAlert tone={job.error.code === 'cancelled' ? 'info' : 'bad'} spoken title="Not saved">
          {job.error.message}
        </InlineAlert>
      )}
      <Panel title="Days until a letter counts as missing" aside="Empty: no letter is expected">
        <div className={classes.grid}>
          {LETTER_RULES.rules.map(({ eventType, withinDays }) => (
            <TextField
              key={eventType}
              id={idOf(eventType)}
              label={labelFor(eventType)}
              hint={`Our default: ${wordsOf(withinDays)}`}
              error={faults[eventType]}
              inputMode="numeric"
              characters={4}
              value={form[eventType] ?? ''}
              onChange={(typed) => setForm((before) => ({ ...before, [eventType]: typed }))}
            />
          ))}
        </div>
      </Panel>
      <Panel title="From when">
        <DateField
          id={idOf('from')}
          label="For events from"
          exact
          hint="Events before this day keep the days that held then"
          error={faults['from']}
          value={from}
          onChange={setFrom}
          calendarFrom={dayNow()}
        />
      </Panel>
      <div>
        <Button type="submit" kind="filled" keys="Ctrl+S">
          Save the days
        </Button>
      </div>
    </form>
  )
}

const History = ({ periods }: Pick<Days, 'periods'>): ReactNode =>
  periods.length === 0 ? null : (
    <Panel title="Chosen before">
      <ul className={classes.history}>
        {periods.toReversed().map(({ from, setOn, setBy }) => (
          <li key={from}>{`For events from ${formatIsoDate(from)}: chosen by ${setBy} on ${formatIsoDate(setOn)}`}</li>
        ))}
      </ul>
    </Panel>
  )

/** How many days each letter may take at this practice. */
export const LetterDaysSection = (): ReactNode => {
  const days = useCoreQuery('letters', 'days', {})
  const mayChange = useMay('settings.write')
  return (
    <>
      <PageHeader title="Letters expected">
        No national rule sets these days for every hospital, so they are yours to choose. Lists, holes and the gap meter
        go by them.
      </PageHeader>
      {days.error !== null && <InlineAlert tone="bad">{days.error.message}</InlineAlert>}
      {days.data === undefined ? (
        <SkeletonPanel lines={8} />
      ) : (
        <>
          {mayChange ? (
            <DaysForm key={JSON.stringify(days.data.periods)} days={days.data.days} />
          ) : (
            <ReadOnly days={days.data.days} />
          )}
          {!mayChange && <p className={classes.quiet}>Only the cancer lead can change these.</p>}
          <History periods={days.data.periods} />
          <p
            className={classes.quiet}
          >{`Rules in force: ${days.data.version}. A letter is late from the day after, and is no longer waited for after ${LETTER_RULES.lapseAfterDays} days or once the person has died.`}</p>
        </>
      )}
    </>
  )
}

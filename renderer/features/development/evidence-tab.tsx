import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { AddEntry, LogLine, LogList } from '#renderer/features/plan-logs/public.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { dayPartsOf, formatIsoDate } from '#shared/domain/partial-date.ts'
import { labelOf } from '#shared/domain/people.ts'
import { type Evidence, EVIDENCE_KINDS, type Goal } from '#shared/features/development/schema.ts'
import { hoursWords, readHours } from '#shared/features/plan-logs/public.ts'
import { EntryDrawer } from './entry-drawer.tsx'
import { HoursPanel } from './hours-panel.tsx'
import type { OwnTabProps } from './own-tab.ts'
import { typedDay } from './typed-day.ts'
import { useOpened } from './use-opened.ts'
import frame from '#renderer/ui/page-frame.module.css'
import classes from './development.module.css'

const LABELS = {
  words: 'What it was',
  form: 'What sort of learning',
  learntOn: 'On which day',
  hours: 'How long, in hours',
  reflection: 'What I make of it',
  goalId: 'Goal it is for',
} as const

const NONE = 'none'

const formOf = (row: Evidence | null) => ({
  words: row?.words ?? '',
  form: row?.form ?? null,
  learntOn: dayPartsOf(row?.learntOn ?? dayNow()),
  hours: row === null ? '' : String(row.hours),
  reflection: row?.reflection ?? '',
  goalId: row?.goalId ?? null,
})

type EvidenceDrawerProps = {
  readonly row: Evidence | null
  readonly goals: readonly Goal[]
  readonly onClose: () => void
  readonly onRemove: () => void
  readonly onFailure: (words: string) => void
}

const EvidenceDrawer = ({ row, goals, ...rest }: EvidenceDrawerProps): ReactNode => {
  const [form, setForm] = useState(() => formOf(row))
  const change = (part: Partial<typeof form>): void => setForm((before) => ({ ...before, ...part }))
  const read = () => {
    const day = typedDay('learntOn', form.learntOn)
    const time = readHours(form.hours)
    return {
      entry: { kind: 'evidence', ...form, learntOn: day.day, hours: 'fault' in time ? 1 : time.hours },
      faults: { ...day.faults, ...('fault' in time ? { hours: time.fault } : {}) },
    }
  }
  return (
    <EntryDrawer what="evidence" labels={LABELS} firstField="words" row={row} read={read} {...rest}>
      {(field) => (
        <>
          <TextField
            {...field('words')}
            maxLength={300}
            spellCheck
            value={form.words}
            onChange={(words) => change({ words })}
          />
          <SelectField
            {...field('form')}
            options={EVIDENCE_KINDS.map(({ code, label }) => ({ value: code, label }))}
            value={form.form}
            onChange={(next) => change({ form: next })}
          />
          <TextField
            {...field('hours')}
            hint="1.5, 1:30 or 45 min"
            inputMode="decimal"
            characters={10}
            value={form.hours}
            onChange={(hours) => change({ hours })}
          />
          <DateField
            {...field('learntOn')}
            exact
            value={form.learntOn}
            onChange={(learntOn) => change({ learntOn })}
            calendarFrom={dayNow()}
          />
          <TextAreaField
            {...field('reflection')}
            optional
            hint="No patients in it"
            maxLength={4000}
            value={form.reflection}
            onChange={(reflection) => change({ reflection })}
          />
          <SelectField
            {...field('goalId')}
            options={[
              { value: NONE, label: 'No one goal' },
              ...goals.map(({ id, title }) => ({ value: id, label: title })),
            ]}
            value={form.goalId ?? NONE}
            onChange={(next) => change({ goalId: next === NONE ? null : next })}
          />
        </>
      )}
    </EntryDrawer>
  )
}

/** The log of learning, the newest first, with the hours of each year. */
export const EvidenceTab = ({ own, mayWrite, onFailure }: OwnTabProps): ReactNode => {
  const opened = useOpened(own.evidence, 'evidence', onFailure)
  return (
    <div className={frame.columns}>
      <Panel
        className={frame.wide}
        title="Evidence log"
        aside={`${own.evidence.length} written down`}
        padding="flush"
        actions={mayWrite && <AddEntry title="Add evidence" onAdd={opened.add} />}
      >
        {own.evidence.length === 0 ? (
          <EmptyState title="Nothing in the log yet">
            What you read, heard or learnt at work, how long it took, and what you make of it: ready for your appraisal.
          </EmptyState>
        ) : (
          <LogList label="Evidence">
            {own.evidence.map((one) => (
              <LogLine
                key={one.id}
                before={<span className={classes.day}>{formatIsoDate(one.learntOn)}</span>}
                title={one.words}
                onOpen={mayWrite ? () => opened.edit(one) : undefined}
                mark={hoursWords(one.hours)}
              >
                {one.reflection !== '' && <small>{one.reflection}</small>}
                <small className={classes.facts}>
                  <span>{labelOf(EVIDENCE_KINDS, one.form)}</span>
                  {one.goalId !== null && <span>{own.goals.find(({ id }) => id === one.goalId)?.title}</span>}
                </small>
              </LogLine>
            ))}
          </LogList>
        )}
        {opened.isOpen && (
          <EvidenceDrawer
            key={opened.key}
            row={opened.row}
            goals={own.goals}
            onClose={opened.close}
            onRemove={opened.remove}
            onFailure={onFailure}
          />
        )}
      </Panel>
      <HoursPanel own={own} className={frame.beside} />
    </div>
  )
}

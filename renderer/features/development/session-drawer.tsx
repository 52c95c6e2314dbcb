import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { textOrNull } from '#renderer/app/typed.ts'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { dayPartsOf } from '#shared/domain/partial-date.ts'
import {
  type LearningSession,
  MARKS,
  SESSION_QUESTIONS,
  SESSION_ROLES,
  type SessionQuestion,
} from '#shared/features/development/schema.ts'
import { readHours } from '#shared/features/plan-logs/public.ts'
import { EntryDrawer } from './entry-drawer.tsx'
import { typedDay } from './typed-day.ts'

const questionLabel = (field: SessionQuestion): string =>
  SESSION_QUESTIONS.find((question) => question.field === field)?.label ?? field

const LABELS = {
  title: 'What the session was',
  role: 'What I did there',
  heldOn: 'On which day',
  hours: 'How long, in hours',
  audience: 'Whom it was for',
  people: 'How many came',
  metNeed: questionLabel('metNeed'),
  rightLevel: questionLabel('rightLevel'),
  willChange: questionLabel('willChange'),
  wellRun: questionLabel('wellRun'),
  toChange: 'What to change next time',
} as const

const NONE = 'none'
const CHOICES = [
  { value: NONE, label: 'Not answered' },
  ...MARKS.map((label, at) => ({ value: String(at + 1), label: `${at + 1} ${label}` })),
]

const formOf = (row: LearningSession | null) => ({
  title: row?.title ?? '',
  role: row?.role ?? null,
  heldOn: dayPartsOf(row?.heldOn ?? dayNow()),
  hours: row === null ? '' : String(row.hours),
  audience: row?.audience ?? '',
  people: row?.people == null ? '' : String(row.people),
  toChange: row?.toChange ?? '',
  metNeed: row?.metNeed ?? null,
  rightLevel: row?.rightLevel ?? null,
  willChange: row?.willChange ?? null,
  wellRun: row?.wellRun ?? null,
})

const peopleOf = (typed: string): number | null | undefined => {
  const text = typed.trim()
  if (text === '') return null
  return /^\d{1,6}$/.test(text) ? Number(text) : undefined
}

type SessionDrawerProps = {
  readonly row: LearningSession | null
  readonly onClose: () => void
  readonly onRemove: () => void
  readonly onFailure: (words: string) => void
}

/** A session that was attended or run, with our own four questions about it. */
export const SessionDrawer = ({ row, ...rest }: SessionDrawerProps): ReactNode => {
  const [form, setForm] = useState(() => formOf(row))
  const change = (part: Partial<typeof form>): void => setForm((before) => ({ ...before, ...part }))
  const read = () => {
    const day = typedDay('heldOn', form.heldOn)
    const time = readHours(form.hours)
    const people = peopleOf(form.people)
    return {
      entry: {
        kind: 'session',
        ...form,
        heldOn: day.day,
        hours: 'fault' in time ? 1 : time.hours,
        audience: textOrNull(form.audience),
        people: people ?? null,
      },
      faults: {
        ...day.faults,
        ...('fault' in time ? { hours: time.fault } : {}),
        ...(people === undefined ? { people: 'Enter how many, as a number' } : {}),
      },
    }
  }
  return (
    <EntryDrawer what="a session" labels={LABELS} firstField="title" row={row} read={read} {...rest}>
      {(field) => (
        <>
          <TextField
            {...field('title')}
            maxLength={160}
            spellCheck
            value={form.title}
            onChange={(title) => change({ title })}
          />
          <RadioField
            {...field('role')}
            options={SESSION_ROLES.map(({ code, label }) => ({ value: code, label }))}
            value={form.role}
            onChange={(role) => change({ role })}
          />
          <DateField
            {...field('heldOn')}
            exact
            value={form.heldOn}
            onChange={(heldOn) => change({ heldOn })}
            calendarFrom={dayNow()}
          />
          <TextField
            {...field('hours')}
            hint="1.5, 1:30 or 45 min"
            inputMode="decimal"
            characters={10}
            value={form.hours}
            onChange={(hours) => change({ hours })}
          />
          <TextField
            {...field('audience')}
            optional
            maxLength={160}
            value={form.audience}
            onChange={(audience) => change({ audience })}
          />
          <TextField
            {...field('people')}
            optional
            inputMode="numeric"
            characters={6}
            value={form.people}
            onChange={(people) => change({ people })}
          />
          {SESSION_QUESTIONS.map(({ field: name }) => (
            <SelectField
              key={name}
              {...field(name)}
              options={CHOICES}
              value={form[name] === null ? NONE : String(form[name])}
              onChange={(next) => change({ [name]: next === null || next === NONE ? null : Number(next) })}
            />
          ))}
          <TextAreaField
            {...field('toChange')}
            optional
            maxLength={2000}
            value={form.toChange}
            onChange={(toChange) => change({ toChange })}
          />
        </>
      )}
    </EntryDrawer>
  )
}

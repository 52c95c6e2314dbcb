import { type ReactNode, useState } from 'react'
import { today as dayNow } from '#renderer/app/clock.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { AddEntry, LogLine, LogList } from '#renderer/features/plan-logs/public.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { DateField } from '#renderer/ui/fields/date-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { dayPartsOf, formatIsoDate } from '#shared/domain/partial-date.ts'
import type { Contact } from '#shared/features/contacts/schema.ts'
import type { PeerQuestion } from '#shared/features/development/schema.ts'
import { EntryDrawer } from './entry-drawer.tsx'
import type { OwnTabProps } from './own-tab.ts'
import { typedDay } from './typed-day.ts'
import { useOpened } from './use-opened.ts'
import classes from './development.module.css'

const LABELS = {
  question: 'The question',
  contactId: 'Asked of',
  askedOn: 'Asked on',
  answer: 'The answer',
  answeredOn: 'Answered on',
  useful: 'Was it useful?',
} as const

const NONE = 'none'
const USEFUL = [
  { value: NONE, label: 'Not said' },
  { value: 'yes', label: 'Yes' },
  { value: 'no', label: 'No' },
] as const

const usefulOf = (useful: boolean | null): (typeof USEFUL)[number]['value'] =>
  useful === null ? NONE : useful ? 'yes' : 'no'

const formOf = (row: PeerQuestion | null) => ({
  question: row?.question ?? '',
  contactId: row?.contactId ?? null,
  askedOn: dayPartsOf(row?.askedOn ?? dayNow()),
  answer: row?.answer ?? '',
  answeredOn: dayPartsOf(row?.answeredOn ?? null),
  useful: usefulOf(row?.useful ?? null),
})

type QuestionDrawerProps = {
  readonly row: PeerQuestion | null
  readonly contacts: readonly Contact[]
  readonly onClose: () => void
  readonly onRemove: () => void
  readonly onFailure: (words: string) => void
}

const QuestionDrawer = ({ row, contacts, ...rest }: QuestionDrawerProps): ReactNode => {
  const [form, setForm] = useState(() => formOf(row))
  const change = (part: Partial<typeof form>): void => setForm((before) => ({ ...before, ...part }))
  const peers = contacts.filter(({ id, kind }) => kind === 'peer' || id === row?.contactId)
  const read = () => {
    const [asked, answered] = [typedDay('askedOn', form.askedOn), typedDay('answeredOn', form.answeredOn)]
    const useful = form.useful === NONE ? null : form.useful === 'yes'
    return {
      entry: { kind: 'question', ...form, askedOn: asked.day, answeredOn: answered.day, useful },
      faults: { ...asked.faults, ...answered.faults },
    }
  }
  return (
    <EntryDrawer what="a question" labels={LABELS} firstField="question" row={row} read={read} {...rest}>
      {(field) => (
        <>
          <TextAreaField
            {...field('question')}
            hint="No patients in it"
            maxLength={2000}
            value={form.question}
            onChange={(question) => change({ question })}
          />
          <SelectField
            {...field('contactId')}
            hint="Contacts of the kind Peer"
            options={[
              { value: NONE, label: 'Nobody named' },
              ...peers.map(({ id, name, organisation }) => ({
                value: id,
                label: organisation === null ? name : `${name}, ${organisation}`,
              })),
            ]}
            value={form.contactId ?? NONE}
            onChange={(next) => change({ contactId: next === NONE ? null : next })}
          />
          <DateField
            {...field('askedOn')}
            exact
            value={form.askedOn}
            onChange={(askedOn) => change({ askedOn })}
            calendarFrom={dayNow()}
          />
          <TextAreaField
            {...field('answer')}
            optional
            maxLength={4000}
            value={form.answer}
            onChange={(answer) => change({ answer })}
          />
          <DateField
            {...field('answeredOn')}
            optional
            exact
            value={form.answeredOn}
            onChange={(answeredOn) => change({ answeredOn })}
            calendarFrom={dayNow()}
          />
          <SelectField
            {...field('useful')}
            options={USEFUL}
            value={form.useful}
            onChange={(next) => change({ useful: next ?? NONE })}
          />
        </>
      )}
    </EntryDrawer>
  )
}

const standing = ({ answeredOn, useful }: PeerQuestion): string => {
  if (answeredOn === null) return 'Waiting for an answer'
  const said = useful === null ? '' : useful ? ', useful' : ', not useful'
  return `Answered ${formatIsoDate(answeredOn)}${said}`
}

/** Questions asked among peers, with what was answered. */
export const QuestionsTab = ({ own, mayWrite, onFailure }: OwnTabProps): ReactNode => {
  const contacts = useCoreQuery('contacts', 'list', {}).data ?? []
  const opened = useOpened(own.questions, 'question', onFailure)
  const waiting = own.questions.filter(({ answeredOn }) => answeredOn === null).length
  return (
    <Panel
      title="Questions to peers"
      aside={`${waiting} waiting for an answer`}
      padding="flush"
      actions={mayWrite && <AddEntry title="Add a question" onAdd={opened.add} />}
    >
      {own.questions.length === 0 ? (
        <EmptyState title="No question yet">
          What you asked another lead, and what they said, so that a good answer is found again.
        </EmptyState>
      ) : (
        <LogList label="Questions">
          {own.questions.map((one) => (
            <LogLine
              key={one.id}
              before={<span className={classes.day}>{formatIsoDate(one.askedOn)}</span>}
              title={one.question}
              onOpen={mayWrite ? () => opened.edit(one) : undefined}
              mark={standing(one)}
            >
              {one.answer !== '' && <small>{one.answer}</small>}
              <small>{contacts.find(({ id }) => id === one.contactId)?.name ?? 'Nobody named'}</small>
            </LogLine>
          ))}
        </LogList>
      )}
      {opened.isOpen && (
        <QuestionDrawer
          key={opened.key}
          row={opened.row}
          contacts={contacts}
          onClose={opened.close}
          onRemove={opened.remove}
          onFailure={onFailure}
        />
      )}
    </Panel>
  )
}

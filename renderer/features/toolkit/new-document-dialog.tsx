import { type ReactNode, useEffect, useRef, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { findPeople } from '#renderer/app/find-people.ts'
import { type PersonHit, usePeople } from '#renderer/app/palette-search.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { doUndoable } from '#renderer/app/undoable.ts'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { Button } from '#renderer/ui/button.tsx'
import { RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { AUDIENCE_LABELS, TOPIC_LABELS } from '#shared/features/toolkit/labels.ts'
import type { TemplateLine } from '#shared/features/toolkit/schema.ts'
import {
  TEMPLATE_AUDIENCES,
  TEMPLATE_TOPICS,
  type TemplateAudience,
  type TemplateTopic,
} from '#shared/features/toolkit/template.ts'
import { ChoiceList } from './choice-list.tsx'
import classes from './toolkit.module.css'

const LABELS = { title: 'Title', topic: 'Topic', audience: 'Who it is for', personId: 'The person' } as const

type PersonChoiceProps = {
  readonly person: PersonHit | null
  readonly onChoose: (person: PersonHit | null) => void
}

/** Whom the document is about, found as in the finder. */
const PersonChoice = ({ person, onChoose }: PersonChoiceProps): ReactNode => {
  const [text, setText] = useState('')
  const people = usePeople(text, findPeople)
  const chosen = useRef<HTMLParagraphElement>(null)
  const before = useRef(person)
  useEffect(() => {
    // The box that was typed in has gone with the choice; who was chosen is read out instead.
    if (person !== null && before.current === null) chosen.current?.focus()
    before.current = person
  }, [person])
  if (person !== null) {
    return (
      <p ref={chosen} tabIndex={-1} className={classes.chosenPerson}>
        <span>
          <b>{person.name}</b>, {person.detail}
        </span>
        <Button size="small" onClick={() => onChoose(null)}>
          Somebody else
        </Button>
      </p>
    )
  }
  return (
    <ChoiceList
      label="The person it is about"
      showLabel
      placeholder="Name or NHS number"
      text={text}
      onText={setText}
      lines={people.hits.map(({ id, name, detail }) => ({ id, group: 'People', title: name, detail }))}
      nothing={
        people.failed
          ? 'People could not be searched'
          : text === ''
            ? 'Type the name or NHS number of the person it is about'
            : 'Nobody on the register matches'
      }
      onChoose={(id) => onChoose(people.hits.find((hit) => hit.id === id) ?? null)}
    />
  )
}

type NewDocumentDialogProps = {
  /** null: from a blank page. */
  readonly template: TemplateLine | null
  readonly onMade: (id: string) => void
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

/** Begins a document: from a template, or from a blank page with what has to be known of it. */
export const NewDocumentDialog = ({ template, onMade, onClose, onFailedUndo }: NewDocumentDialogProps): ReactNode => {
  const [title, setTitle] = useState(template?.title ?? '')
  const [topic, setTopic] = useState<TemplateTopic>(template?.topic ?? 'work')
  const [audience, setAudience] = useState<TemplateAudience>(template?.audience ?? 'inside')
  const [person, setPerson] = useState<PersonHit | null>(null)
  const { saving, labels, idOf, field } = useQuickForm(LABELS)
  const aboutPerson = template?.aboutPerson ?? audience === 'person'
  const save = async (): Promise<void> => {
    if (title.trim() === '') return saving.refuse({ title: 'Give the document a title' })
    if (aboutPerson && person === null) return saving.refuse({ personId: 'Choose the person it is about' })
    const work = (): Promise<{ id: string; undo: number }> =>
      core.toolkit.create({
        templateCode: template?.code ?? null,
        personId: aboutPerson ? (person?.id ?? null) : null,
        title: title.trim(),
        ...(template === null ? { topic, audience } : {}),
      })
    await saving.send(async () => {
      const done = await doUndoable(work(), 'The document is begun.', onFailedUndo)
      if (done.refused === null) onMade(done.answer.id)
      return done
    })
  }
  return (
    <QuickForm
      title={template === null ? 'New from blank' : `New: ${template.title}`}
      saving={saving}
      labels={labels}
      idOf={idOf}
      save="Begin it"
      onSave={() => void save()}
      // What is known already is not asked first.
      firstField={template?.aboutPerson === true ? undefined : 'title'}
      onClose={onClose}
    >
      <TextField
        {...field('title')}
        hint="Leave names and numbers of people out: a title is seen in lists"
        maxLength={120}
        spellCheck
        value={title}
        onChange={setTitle}
      />
      {template === null && (
        <>
          <RadioField
            {...field('audience')}
            layout="column"
            options={TEMPLATE_AUDIENCES.map((code) => ({ value: code, label: AUDIENCE_LABELS[code] }))}
            value={audience}
            onChange={setAudience}
          />
          <SelectField
            {...field('topic')}
            options={TEMPLATE_TOPICS.map((code) => ({ value: code, label: TOPIC_LABELS[code] }))}
            value={topic}
            onChange={(next) => next !== null && setTopic(next)}
          />
        </>
      )}
      {aboutPerson && (
        <div id={idOf('personId')} tabIndex={-1}>
          <PersonChoice person={person} onChoose={setPerson} />
          {saving.faults['personId'] !== undefined && <p role="alert">{saving.faults['personId']}</p>}
        </div>
      )}
    </QuickForm>
  )
}

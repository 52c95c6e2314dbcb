import { type ReactNode, useEffect, useState } from 'react'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { labelOf } from '#shared/domain/people.ts'
import { TOOLKIT_FIELDS, type ToolkitField } from '#shared/features/toolkit/fields.ts'
import { FIELD_CLASSES } from '#shared/features/toolkit/labels.ts'
import type { TemplateAudience } from '#shared/features/toolkit/template.ts'
import { ChoiceList, type ChoiceLine } from './choice-list.tsx'
import classes from './toolkit.module.css'

/** What is put into the text. */
export interface ChosenFact {
  readonly code: string
  readonly label: string | null
  readonly isTable: boolean
}

type FactPaletteProps = {
  readonly audience: TemplateAudience
  readonly aboutPerson: boolean
  /** What a field says today, where it is known. */
  readonly wordsOf: (code: string) => string | null
  /** Says which fields are looked at first, so that their values can be asked for. */
  readonly onShown: (codes: readonly string[]) => void
  readonly onChoose: (fact: ChosenFact) => void
  readonly onClose: () => void
}

/** Why a field has no place in a document for these readers. */
const refusal = (field: ToolkitField, audience: TemplateAudience, aboutPerson: boolean): string | undefined => {
  if (field.class !== 'identifiable') return undefined
  if (audience === 'outside') return 'Not in a document that leaves the practice'
  return aboutPerson ? undefined : 'Only in a document about one person'
}

const matches = (field: ToolkitField, text: string): boolean => {
  const words = `${field.group} ${field.label} ${field.code}`.toLowerCase()
  return text
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.includes(part))
}

const blankCode = (label: string): string => {
  const plain = label
    .toLowerCase()
    .replaceAll(/[^a-z0-9]+/g, '-')
    .replaceAll(/^-|-$/g, '')
    .slice(0, 40)
  return `ask.${plain || 'blank'}`
}

const MOST_SHOWN = 120

/** So many of the lines show what they say today: the others are asked for when the list is narrowed to them. */
const VALUED = 20

/** Every fact that fills itself in, with whom it tells of and what it says today; or a blank of one's own. */
export const FactPalette = (props: FactPaletteProps): ReactNode => {
  const { audience, aboutPerson, wordsOf, onShown, onChoose, onClose } = props
  const [text, setText] = useState('')
  const [blank, setBlank] = useState('')
  const found = TOOLKIT_FIELDS.filter((field) => matches(field, text))
  const first = found
    .slice(0, VALUED)
    .map(({ code }) => code)
    .join(' ')
  useEffect(() => onShown(first === '' ? [] : first.split(' ')), [first, onShown])
  const lines = found.slice(0, MOST_SHOWN).map((field): ChoiceLine => ({
    id: field.code,
    group: field.group,
    title: field.label,
    detail: wordsOf(field.code) ?? (field.kind === 'table' ? 'A table that fills itself' : field.code),
    note: labelOf(FIELD_CLASSES, field.class),
    whyNot: refusal(field, audience, aboutPerson),
  }))
  const choose = (code: string): void => {
    const field = found.find((one) => one.code === code)
    if (field !== undefined) onChoose({ code, label: null, isTable: field.kind === 'table' })
  }
  const addBlank = (): void => {
    const label = blank.trim()
    if (label !== '') onChoose({ code: blankCode(label), label, isTable: false })
  }
  return (
    <Dialog open onClose={onClose} title="Insert a fact" width={640}>
      <ChoiceList
        label="Find a fact"
        placeholder="Find a fact, such as late letters"
        text={text}
        onText={setText}
        lines={lines}
        nothing="No fact matches. Try fewer letters, or put in a blank below."
        onChoose={choose}
      />
      <form
        className={classes.blankForm}
        onSubmit={(event) => {
          event.preventDefault()
          addBlank()
        }}
      >
        <TextField
          label="Or a blank to fill in once"
          hint="Its words are then the same everywhere in this document. Such as: Where it is held"
          maxLength={100}
          spellCheck
          value={blank}
          onChange={setBlank}
        />
        <Button type="submit">Put in the blank</Button>
      </form>
    </Dialog>
  )
}

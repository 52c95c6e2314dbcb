import { IconBraces, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { TextField as LineField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import {
  LONGEST_HEADING,
  LONGEST_TEXT,
  type OwnText,
  ownTextWarning,
  TEXT_PLACES,
  TEXT_SECTIONS,
} from '#shared/features/reports/own-text.ts'
import type { SectionCode } from '#shared/features/reports/sections.ts'
import { TEXT_FIELDS } from '#shared/features/reports/text-fields.ts'
import { FieldList } from './field-list.tsx'
import { type TextBox, textBoxId } from './own-text-drafts.ts'
import classes from './own-text.module.css'
import { useFieldList } from './use-field-list.ts'

/** What is wrong with a text, and in which of its boxes. */
export interface OwnTextFault {
  readonly of: TextBox
  readonly words: string
}

interface OwnTextFieldProps {
  readonly at: number
  readonly text: OwnText
  readonly chosen: readonly SectionCode[]
  readonly fault: OwnTextFault | null
  readonly onChange: (change: Partial<OwnText>) => void
  readonly onRemove: () => void
}

/** One text of the author's: what it says, where it stands, and figures put into it by name. */
export const OwnTextField = ({ at, text, chosen, fault, onChange, onRemove }: OwnTextFieldProps): ReactNode => {
  const fields = TEXT_FIELDS.filter(({ of }) => of === null || chosen.includes(of))
  const list = useFieldList({ text: text.text, fields, onChange: (words) => onChange({ text: words }) })
  const { isOpen } = list
  const warning = ownTextWarning(text)
  const name = `Text ${at + 1}`
  return (
    <div className={classes.text} role="group" aria-label={name}>
      <div className={classes.bar}>
        <strong>{name}</strong>
        <Button size="small" kind="quiet" icon={IconTrash} aria-label={`Remove text ${at + 1}`} onClick={onRemove}>
          Remove
        </Button>
      </div>
      <LineField
        id={textBoxId(at, 'heading')}
        label="Heading"
        error={fault?.of === 'heading' ? fault.words : undefined}
        optional
        maxLength={LONGEST_HEADING}
        spellCheck
        value={text.heading}
        onChange={(heading) => onChange({ heading })}
      />
      <div className={classes.words}>
        <TextAreaField
          id={textBoxId(at, 'text')}
          label="Words"
          hint="Type { or / to put in a figure of the report."
          rows={5}
          maxLength={LONGEST_TEXT}
          value={text.text}
          onChange={list.onType}
          error={fault?.of === 'text' ? fault.words : undefined}
          inputRef={list.box}
          onKeyDown={list.onKeyDown}
          onSelect={list.onSelect}
          onLeave={list.onLeave}
          list={
            isOpen
              ? { id: list.listId, active: list.found.length === 0 ? undefined : list.idOf(list.active) }
              : undefined
          }
        />
        {isOpen && <FieldList list={list} />}
      </div>
      <div>
        <Button
          size="small"
          icon={IconBraces}
          aria-expanded={isOpen}
          onMouseDown={(event) => event.preventDefault()}
          onClick={list.openHere}
        >
          Insert field
        </Button>
      </div>
      {warning !== null && (
        <InlineAlert tone="warn" title="This may tell of a person">
          {warning}.
        </InlineAlert>
      )}
      <div className={classes.where}>
        <SelectField
          label="Where"
          options={TEXT_PLACES.map(({ code, label }) => ({ value: code, label }))}
          value={text.place}
          onChange={(wanted) => wanted !== null && onChange({ place: wanted })}
        />
        <SelectField
          id={textBoxId(at, 'section')}
          label="Section"
          options={TEXT_SECTIONS.filter(
            ({ code }) => code === 'summary' || code === 'method' || code === text.section || chosen.includes(code),
          ).map(({ code, label }) => ({ value: code, label }))}
          value={text.section}
          onChange={(section) => section !== null && onChange({ section })}
          error={fault?.of === 'section' ? fault.words : undefined}
        />
      </div>
    </div>
  )
}

import { IconPlus } from '@tabler/icons-react'
import { type ReactNode, useRef } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import { showToast } from '#renderer/ui/toasts.tsx'
import { MOST_TEXTS, type OwnText, ownTextFault, ownTextWarning } from '#shared/features/reports/own-text.ts'
import type { SectionCode } from '#shared/features/reports/sections.ts'
import { type DraftText, newText, NOBODY_ID } from './own-text-drafts.ts'
import { KeptTextsBar } from './kept-texts-bar.tsx'
import { OwnTextField, type OwnTextFault } from './own-text-field.tsx'
import classes from './own-text.module.css'
import type { KeptTexts } from './use-kept-texts.ts'

interface OwnTextFieldsProps {
  readonly kept: KeptTexts
  readonly chosen: readonly SectionCode[]
  /** Whether faults are shown: once somebody has tried to freeze the report. */
  readonly tried: boolean
  readonly tellOfNobody: boolean
  /** By `texts.<place>.<box>`, and `textsTellOfNobody`. */
  readonly faults: Readonly<Record<string, string>>
  readonly onTellOfNobody: (sure: boolean) => void
}

/** The author's own texts, in their order. */
export const OwnTextFields = (props: OwnTextFieldsProps): ReactNode => {
  const { chosen, tried, kept } = props
  const { texts, change: onChange } = kept
  const add = useRef<HTMLButtonElement>(null)
  // What only the core sees, such as a hidden character.
  const refusedFor = (at: number): OwnTextFault | null => {
    const of = (['heading', 'text', 'section'] as const).find((box) => `texts.${at}.${box}` in props.faults)
    const words = of === undefined ? undefined : props.faults[`texts.${at}.${of}`]
    return of === undefined || words === undefined ? null : { of, words }
  }
  const change = (key: string, made: Partial<OwnText>): void =>
    onChange((before) => before.map((text) => (text.key === key ? { ...text, ...made } : text)))
  const remove = (removed: DraftText, at: number): void => {
    onChange((before) => before.filter(({ key }) => key !== removed.key))
    showToast({
      message: `Text ${at + 1} removed.`,
      undo: () => onChange((before) => before.toSpliced(at, 0, removed)),
    })
  }
  return (
    <fieldset className={classes.texts}>
      <legend>Own text</legend>
      <p>
        Your words, printed with the report. Fields such as {'{New diagnoses}'} become the figure as it is published,
        and the next report starts from these texts.
      </p>
      <div className={classes.all} onBlur={kept.flush}>
        {texts.map((text, at) => (
          <OwnTextField
            key={text.key}
            at={at}
            text={text}
            chosen={chosen}
            fault={tried ? (ownTextFault(text, chosen) ?? refusedFor(at)) : null}
            onChange={(made) => change(text.key, made)}
            onRemove={() => remove(text, at)}
          />
        ))}
      </div>
      {texts.some((text) => ownTextWarning(text) !== null) && (
        <CheckboxField
          id={NOBODY_ID}
          label="None of these texts tells of a person"
          hint="A report leaves the practice."
          checked={props.tellOfNobody}
          onChange={props.onTellOfNobody}
          error={props.faults['textsTellOfNobody']}
        />
      )}
      <div>
        <Button
          ref={add}
          size="small"
          icon={IconPlus}
          busy={kept.isLoading}
          whyNot={texts.length >= MOST_TEXTS ? `A report takes ${MOST_TEXTS} texts at most` : undefined}
          onClick={() => onChange((before) => [...before, newText(before)])}
        >
          Add a text
        </Button>
      </div>
      <KeptTextsBar kept={kept} onDiscarded={() => add.current?.focus()} />
    </fieldset>
  )
}

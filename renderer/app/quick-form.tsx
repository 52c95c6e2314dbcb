import { type ReactNode, useId } from 'react'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { Drawer } from '#renderer/ui/drawer.tsx'
import { ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { useTypedGuard } from '#renderer/ui/typed-guard.tsx'
import { useCommands } from './commands.tsx'
import classes from './quick-form.module.css'
import type { Saving } from './undoable.ts'

interface QuickFormProps {
  readonly title: string
  /** Beside the page instead of over it: for a long form, and for what is written while looking at the page. */
  readonly beside?: 'narrow' | 'wide'
  /** Who this is about; left out only where it is about nobody. */
  readonly banner?: ReactNode
  readonly saving: Saving
  /** Name of each field, for the summary. */
  readonly labels: Readonly<Record<string, string>>
  readonly idOf: (field: string) => string
  readonly save: string
  readonly onSave: () => void
  /** Ctrl+Enter: saves and goes on to the next person. */
  readonly onSaveAndNext?: (() => void) | undefined
  /** The field that is wanted first; without one the form is filled in already, and Enter saves it. */
  readonly firstField?: string | undefined
  readonly onClose: () => void
  readonly children: ReactNode
}

/** In px; beside the page two dates stand next to each other with their calendars. */
const WIDTHS = { over: 600, narrow: 480, wide: 660 } as const

/** A short form over the page: whose it is, what to put right, the fields, and the way out. */
export const QuickForm = (props: QuickFormProps): ReactNode => {
  const { saving, labels, idOf, onSave, onSaveAndNext, firstField, beside } = props
  const Frame = beside === undefined ? Dialog : Drawer
  const formId = useId()
  const guard = useTypedGuard(props.onClose)
  useCommands([
    {
      id: 'quick-form.save',
      title: onSaveAndNext === undefined ? props.save : 'Save and next',
      group: 'On this page',
      keys: ['Ctrl+Enter'],
      keysOnly: true,
      always: true,
      run: onSaveAndNext ?? onSave,
    },
  ])
  return (
    <Frame
      open
      onClose={guard.onClose}
      title={props.title}
      width={WIDTHS[beside ?? 'over']}
      footer={
        <>
          <Button
            kind="filled"
            type="submit"
            form={formId}
            busy={saving.busy}
            {...(firstField === undefined ? { 'data-autofocus': true } : {})}
          >
            {props.save}
          </Button>
          {onSaveAndNext !== undefined && (
            <Button keys="Ctrl+Enter" onClick={onSaveAndNext}>
              Save and next
            </Button>
          )}
          <Button kind="quiet" onClick={props.onClose}>
            Cancel
          </Button>
        </>
      }
    >
      {props.banner}
      <form
        id={formId}
        ref={(form) => {
          // The kit looks for this mark once the dialog is there; its fields do not pass it on.
          if (firstField !== undefined)
            form?.querySelector(`[id="${idOf(firstField)}"]`)?.setAttribute('data-autofocus', 'true')
        }}
        className={classes.form}
        noValidate
        onFocusCapture={guard.onFocusCapture}
        onSubmit={(event) => {
          event.preventDefault()
          onSave()
        }}
      >
        <ErrorSummary
          attempt={saving.attempt}
          faults={Object.entries(saving.faults).map(([field, words]) => ({
            fieldId: idOf(field),
            // A label that asks something would end in two marks.
            message: `${(labels[field] ?? field).replace(/\?$/, '')}: ${words}`,
          }))}
        />
        {saving.failure !== null && (
          <InlineAlert tone="bad" spoken title="This was not saved">
            {saving.failure}
          </InlineAlert>
        )}
        {props.children}
      </form>
      {guard.question}
    </Frame>
  )
}

/** Two fields side by side. */
export const TwoFields = ({ children }: { readonly children: ReactNode }): ReactNode => (
  <div className={classes.two}>{children}</div>
)

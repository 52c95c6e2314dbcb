import type { ReactNode } from 'react'
import { ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import type { TypedGuard } from '#renderer/ui/typed-guard.tsx'
import classes from './quick-form.module.css'
import type { Saving } from './undoable.ts'

/** What a short form is made of, wherever it stands. */
export interface ShortForm {
  readonly title: string
  readonly saving: Saving
  /** Name of each field, for the summary. */
  readonly labels: Readonly<Record<string, string>>
  readonly idOf: (field: string) => string
  readonly save: string
  readonly onSave: () => void
  /** The field that is wanted first; without one the form is filled in already. */
  readonly firstField?: string | undefined
  readonly onClose: () => void
  readonly children: ReactNode
}

type FormBodyProps = Pick<ShortForm, 'saving' | 'labels' | 'idOf' | 'onSave' | 'firstField' | 'children'> & {
  readonly formId?: string
  /** Hears which box is being typed in, where a slip could lose the words. */
  readonly guard?: Pick<TypedGuard, 'onFocusCapture'>
}

/** The form itself: what to put right, why it was refused, the fields. */
export const FormBody = ({
  formId,
  guard,
  saving,
  labels,
  idOf,
  onSave,
  firstField,
  children,
}: FormBodyProps): ReactNode => (
  <form
    {...(formId === undefined ? {} : { id: formId })}
    ref={(form) => {
      // The kit looks for this mark once the dialog is there; its fields do not pass it on.
      if (firstField !== undefined)
        form?.querySelector(`[id="${idOf(firstField)}"]`)?.setAttribute('data-autofocus', 'true')
    }}
    className={classes.form}
    noValidate
    {...(guard === undefined ? {} : { onFocusCapture: guard.onFocusCapture })}
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
    {children}
  </form>
)

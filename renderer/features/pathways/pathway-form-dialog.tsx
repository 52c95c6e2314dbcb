import { type ReactNode, useId, useState } from 'react'
import type { AppError } from '#shared/contract/errors.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { useTypedGuard } from '#renderer/ui/typed-guard.tsx'
import classes from './pathways.module.css'

export type Faults = Readonly<Record<string, string>>

type FormHelp = { readonly idOf: (field: string) => string; readonly faults: Faults }

type PathwayFormDialogProps = {
  readonly title: string
  /** Who it is about: no dialog is without it. */
  readonly banner: ReactNode
  readonly confirm: string
  readonly width?: number
  /** The names of the fields above their boxes, by their name in the contract. */
  readonly labels: Readonly<Record<string, string>>
  readonly onClose: () => void
  /** What is wrong before anything is sent; empty: nothing. */
  readonly check?: () => Faults
  /** Resolves to the refusal, and the form stays as it is. */
  readonly onSave: () => Promise<AppError | null>
  /** The usual answer is filled in, so Enter confirms it. */
  readonly ready?: boolean
  /** Further buttons at the far side. */
  readonly extra?: ReactNode
  readonly children: (help: FormHelp) => ReactNode
}

/** `pathway.hospital` and `hospital` are the same field of a form. */
const ownFields = (faults: Faults): Faults =>
  Object.fromEntries(Object.entries(faults).map(([field, words]) => [field.split('.').at(-1) ?? field, words]))

/** A form of few fields over a person's name: faults above it, what was typed kept, Enter saves. */
export const PathwayFormDialog = (props: PathwayFormDialogProps): ReactNode => {
  const { title, banner, confirm, labels, onClose, ready = false } = props
  const [faults, setFaults] = useState<Faults>({})
  const [failure, setFailure] = useState<string | null>(null)
  const [attempt, setAttempt] = useState(0)
  const [busy, setBusy] = useState(false)
  const formId = useId()
  const guard = useTypedGuard(onClose)
  const idOf = (field: string): string => `${formId}-${field}`
  const save = async (): Promise<void> => {
    if (busy) return
    setAttempt((before) => before + 1)
    const found = props.check?.() ?? {}
    setFaults(found)
    setFailure(null)
    if (Object.keys(found).length > 0) return
    setBusy(true)
    const refused = await props.onSave()
    setBusy(false)
    if (refused === null) {
      onClose()
      return
    }
    const known = Object.entries(ownFields(refused.details.fieldErrors ?? {})).filter(([field]) => field in labels)
    setFaults(Object.fromEntries(known))
    setFailure(known.length === 0 ? refused.message : null)
  }
  return (
    <Dialog
      open
      onClose={guard.onClose}
      title={title}
      width={props.width ?? 560}
      footer={
        <>
          {props.extra}
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="filled" type="submit" form={formId} busy={busy} {...(ready ? { 'data-autofocus': true } : {})}>
            {confirm}
          </Button>
        </>
      }
    >
      {banner}
      <form
        id={formId}
        className={classes.form}
        tabIndex={-1}
        {...(ready ? {} : { 'data-autofocus': true })}
        noValidate
        onFocusCapture={guard.onFocusCapture}
        onSubmit={(submitted) => {
          submitted.preventDefault()
          void save()
        }}
      >
        <ErrorSummary
          attempt={attempt}
          faults={Object.entries(faults).map(([field, message]) => ({
            fieldId: idOf(field),
            message: `${labels[field] ?? field}: ${message}`,
          }))}
        />
        {failure !== null && (
          <InlineAlert tone="bad" spoken title="This was not saved">
            {failure}
          </InlineAlert>
        )}
        {props.children({ idOf, faults })}
      </form>
      {guard.question}
    </Dialog>
  )
}

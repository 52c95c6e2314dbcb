import { type ReactNode, useId, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { doUndoable, useSaving } from '#renderer/app/undoable.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { StatusShape } from '#renderer/ui/status-shape.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { AUDIENCE_LABELS } from '#shared/features/toolkit/labels.ts'
import type { IssueFinding, OpenDocument } from '#shared/features/toolkit/schema.ts'
import { Findings } from './findings.tsx'
import classes from './toolkit.module.css'

/** What stands in the way, in one line: what is listed below the boxes may be long. */
const Verdict = ({ refusals, warnings }: { readonly refusals: number; readonly warnings: number }): ReactNode => {
  const below = `${warnings} ${warnings === 1 ? 'thing is' : 'things are'} good to know, listed below.`
  return (
    <p className={classes.allWell} role="status">
      <StatusShape kind={refusals > 0 ? 'off-track' : 'on-track'} size={15} />
      {refusals > 0
        ? `${refusals} ${refusals === 1 ? 'thing stands' : 'things stand'} in the way, listed below.`
        : `Nothing stands in the way.${warnings === 0 ? '' : ` ${below}`}`}
    </p>
  )
}

type IssueDialogProps = {
  readonly document: OpenDocument
  /** Keeps what is typed first; null where it could not be kept. */
  readonly flush: () => Promise<number | null>
  readonly onGo: (finding: IssueFinding) => void
  /** Goes to where its readers are changed. */
  readonly onReaders: () => void
  readonly onIssued: (version: number) => void
  readonly onClose: () => void
  readonly onFailedUndo: (words: string) => void
}

const LABELS: Readonly<Record<string, string>> = { purpose: 'What it is issued for', recipient: 'To whom' }

/** Freezes the document with a number and a date, once nothing stands in the way. */
export const IssueDialog = (props: IssueDialogProps): ReactNode => {
  const { document, flush, onGo, onReaders, onIssued, onClose, onFailedUndo } = props
  const [purpose, setPurpose] = useState('')
  const [recipient, setRecipient] = useState('')
  const saving = useSaving()
  const formId = useId()
  const check = useCoreQuery('toolkit', 'checkIssue', { id: document.id })
  const findings = check.data?.findings ?? []
  const refusals = findings.filter(({ kind }) => kind === 'refuses').length
  const issue = async (): Promise<void> => {
    if (purpose.trim() === '') return saving.refuse({ purpose: 'Say what it is issued for' })
    const version = await flush()
    if (version === null) return saving.refuse({ purpose: 'What you typed is not saved yet: close this and see why' })
    const work = core.toolkit.issue({
      id: document.id,
      version,
      purpose: purpose.trim(),
      recipient: recipient.trim() === '' ? null : recipient.trim(),
    })
    const isDone = await saving.send(async () => {
      const done = await doUndoable(work, ({ issue: made }) => `Issue ${made.number} is frozen.`, onFailedUndo)
      if (done.refused === null) onIssued(done.answer.version)
      return done
    })
    if (isDone) onClose()
    else void check.refetch()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title={`Issue ${document.issues + 1} of ${document.title}`}
      width={620}
      footer={
        <>
          <Button
            kind="filled"
            type="submit"
            form={formId}
            busy={saving.busy}
            {...(refusals > 0 ? { whyNot: 'Put right what stands in the way first' } : {})}
          >
            Issue it
          </Button>
          <Button kind="quiet" onClick={onClose}>
            Not now
          </Button>
        </>
      }
    >
      <form
        id={formId}
        noValidate
        className={classes.issueForm}
        onSubmit={(event) => {
          event.preventDefault()
          if (refusals === 0) void issue()
        }}
      >
        <ErrorSummary
          attempt={saving.attempt}
          faults={Object.entries(saving.faults).map(([field, words]) => ({
            fieldId: `${formId}-${field}`,
            message: `${LABELS[field] ?? field}: ${words}`,
          }))}
        />
        {(saving.failure ?? check.error) !== null && (
          <InlineAlert tone="bad" spoken title="It was not issued">
            {saving.failure ?? check.error?.message}
          </InlineAlert>
        )}
        <p>{`${AUDIENCE_LABELS[document.audience]}. What it says now is frozen with this number and today’s date; the draft goes on.`}</p>
        {check.data === undefined && check.error === null && <SkeletonPanel label="Reading it through" lines={1} />}
        {check.data !== undefined && <Verdict refusals={refusals} warnings={findings.length - refusals} />}
        <TextField
          id={`${formId}-purpose`}
          label="What it is issued for"
          hint="Such as: for the practice meeting in December"
          error={saving.faults['purpose']}
          maxLength={200}
          first
          spellCheck
          value={purpose}
          onChange={setPurpose}
        />
        <TextField
          id={`${formId}-recipient`}
          label="To whom"
          optional
          error={saving.faults['recipient']}
          maxLength={120}
          value={recipient}
          onChange={setRecipient}
        />
        <Findings title="This stands in the way" kind="refuses" findings={findings} onGo={onGo} />
        {refusals > 0 && document.audience === 'outside' && (
          <p>
            Freezing does not make a fact safe. Take it out, or{' '}
            <Button kind="quiet" size="small" onClick={onReaders}>
              keep this document in the practice
            </Button>
          </p>
        )}
        <Findings title="Good to know before" kind="warns" findings={findings} onGo={onGo} />
      </form>
    </Dialog>
  )
}

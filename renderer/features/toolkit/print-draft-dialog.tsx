import type { ReactNode } from 'react'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { SkeletonPanel } from '#renderer/ui/waiting.tsx'
import { isBlank } from '#shared/features/toolkit/fields.ts'
import type { IssueFinding, OpenDocument } from '#shared/features/toolkit/schema.ts'
import { Findings } from './findings.tsx'

type PrintDraftDialogProps = {
  readonly document: OpenDocument
  readonly onGo: (finding: IssueFinding) => void
  readonly onBlanks: () => void
  readonly onPrint: () => void
  readonly onClose: () => void
}

const blanksWords = (blanks: number): string =>
  blanks === 0
    ? 'Every blank is filled in.'
    : `${blanks} ${blanks === 1 ? 'blank is' : 'blanks are'} not filled in and would be printed as ${blanks === 1 ? 'it is' : 'they are'}.`

/** Before a draft is printed that a patient or somebody outside may come to hold: what is still open in it. */
export const PrintDraftDialog = (props: PrintDraftDialogProps): ReactNode => {
  const { document, onGo, onBlanks, onPrint, onClose } = props
  const mayWrite = useMay('documents.write')
  const check = useCoreQuery('toolkit', 'checkIssue', { id: document.id })
  const findings = check.data?.findings ?? []
  const blanks = new Set(findings.flatMap(({ code }) => (code !== null && isBlank(code) ? [code] : []))).size
  const goTo = mayWrite ? onGo : null
  return (
    <Dialog
      open
      onClose={onClose}
      title="Print this draft?"
      width={620}
      footer={
        <>
          <Button
            kind={blanks === 0 ? 'filled' : 'default'}
            onClick={onPrint}
            busy={check.data === undefined && check.error === null}
          >
            Print the draft
          </Button>
          {mayWrite && blanks > 0 && (
            <Button kind="filled" onClick={onBlanks}>
              Fill in the blanks
            </Button>
          )}
          <Button kind="quiet" onClick={onClose} data-autofocus>
            Not now
          </Button>
        </>
      }
    >
      <p>
        {document.person === null
          ? 'It is meant to leave the practice. The paper says “Draft” at its top until the document is issued.'
          : 'It is about one person. The paper says “Draft” at its top until the document is issued.'}
      </p>
      {check.error !== null && (
        <InlineAlert tone="bad" spoken title="It could not be read through">
          {check.error.message}
        </InlineAlert>
      )}
      {check.data === undefined && check.error === null && <SkeletonPanel label="Reading it through" lines={2} />}
      {check.data !== undefined && <p role="status">{blanksWords(blanks)}</p>}
      <Findings title="This stands in the way of an issue" kind="refuses" findings={findings} onGo={goTo} />
      <Findings title="Good to know before" kind="warns" findings={findings} onGo={goTo} />
    </Dialog>
  )
}

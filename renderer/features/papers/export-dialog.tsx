import { type ReactNode, useState } from 'react'
import { SameNameHint, type WriteOutcome, WrittenFiles } from '#renderer/app/written-files.tsx'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PAPER_FORMATS, type PaperFormat } from '#shared/features/papers/formats.ts'
import type { PaperCode } from '#shared/features/papers/paper.ts'
import classes from './export-dialog.module.css'
import { usePaperExport } from './use-paper-export.ts'

interface ExportDialogProps {
  readonly onClose: () => void
  readonly code: PaperCode
  /** Of the plan, or of the review. */
  readonly id: string
  /** Names the document: "Export the action plan". */
  readonly title: string
}

const STAGES = { drawing: 'Drawing the pages', printing: 'Printing to PDF', writing: 'Writing the PDF' } as const

/** Chooses what a document is written as, and says what was written where. */
export const ExportDialog = ({ onClose, code, id, title }: ExportDialogProps): ReactNode => {
  const [chosen, setChosen] = useState<readonly PaperFormat[]>(['docx'])
  const [missing, setMissing] = useState(false)
  const [outcome, setOutcome] = useState<WriteOutcome | null>(null)
  const work = usePaperExport({ code, id })
  const offered = PAPER_FORMATS.filter((format) => format.papers.some((one) => one === code))
  const toggle = (format: PaperFormat, on: boolean): void => {
    setMissing(false)
    setChosen(on ? [...chosen, format] : chosen.filter((one) => one !== format))
  }
  const run = async (): Promise<void> => {
    setMissing(chosen.length === 0)
    setOutcome(null)
    if (chosen.length > 0) setOutcome(await work.run(chosen))
  }
  const close = (): void => {
    if (work.busy) return
    setOutcome(null)
    onClose()
  }
  return (
    <Dialog
      open
      onClose={close}
      title={title}
      footer={
        <>
          <Button onClick={work.busy ? work.stop : close}>{work.busy ? 'Stop' : 'Close'}</Button>
          <Button kind="filled" disabled={work.busy} onClick={() => void run()}>
            Choose a folder and write
          </Button>
        </>
      }
    >
      <div className={classes.body}>
        {work.trouble !== null && (
          <InlineAlert tone="bad" spoken>
            {work.trouble}
          </InlineAlert>
        )}
        {missing && (
          <InlineAlert tone="bad" spoken>
            Choose at least one kind of file.
          </InlineAlert>
        )}
        {outcome !== null && <WrittenFiles outcome={outcome} />}
        {offered.map(({ code: format, label, hint }) => (
          <CheckboxField
            key={format}
            label={label}
            hint={hint}
            checked={chosen.includes(format)}
            onChange={(on) => toggle(format, on)}
          />
        ))}
        <SameNameHint />
        <p className={classes.note} aria-live="polite">
          {work.busy
            ? work.stage === null
              ? 'Making the files.'
              : STAGES[work.stage]
            : 'It says what is recorded now. An NHS number in it stops it.'}
        </p>
      </div>
    </Dialog>
  )
}

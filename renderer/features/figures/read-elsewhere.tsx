import { type ReactNode, useState } from 'react'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import type { FigureDraft } from '#shared/features/figures/schema.ts'
import classes from './figures.module.css'

interface ReadElsewhereProps {
  readonly draft: FigureDraft
  readonly onClose: () => void
  /** The file has been read again; its columns are new. */
  readonly onRead: () => void
}

const lineNumber = (text: string): number | null =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= 200 ? Number(text) : null

/** Another sheet of the workbook, or another line for the headings. */
export const ReadElsewhere = ({ draft, onClose, onRead }: ReadElsewhereProps): ReactNode => {
  const [sheet, setSheet] = useState(draft.sheet)
  const [line, setLine] = useState(String(draft.headerLine))
  const [tried, setTried] = useState(false)
  const job = useCoreJob('figures', 'readAgain')
  const headerLine = lineNumber(line)
  const read = async (): Promise<void> => {
    setTried(true)
    if (headerLine === null) return
    // The line was found on the sheet before; on another one it is looked for again.
    const isOfOtherSheet = sheet !== draft.sheet && headerLine === draft.headerLine
    const again = await job.start({
      draftId: draft.draftId,
      sheet,
      headerLine: isOfOtherSheet ? null : headerLine,
    })
    if (again !== null) onRead()
  }
  return (
    <Dialog
      open
      onClose={onClose}
      title="Read it another way"
      footer={
        <>
          <Button onClick={onClose}>Cancel</Button>
          <Button kind="filled" busy={job.running} onClick={() => void read()}>
            Read it this way
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        {job.error !== null && (
          <InlineAlert tone="bad" title="It could not be read this way" spoken>
            {job.error.message}
          </InlineAlert>
        )}
        {sheet !== null && (
          <SelectField
            label="Sheet"
            options={draft.sheets.map((name) => ({ value: name, label: name }))}
            value={sheet}
            onChange={(next) => next !== null && setSheet(next)}
          />
        )}
        <TextField
          label="Line with the headings"
          inputMode="numeric"
          characters={4}
          value={line}
          onChange={setLine}
          error={tried && headerLine === null ? 'Type the number of a line, such as 4' : undefined}
        />
      </div>
    </Dialog>
  )
}

import { type ReactNode, useState } from 'react'
import type { RunningWork } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { JobProgress } from '#renderer/ui/job-progress.tsx'
import {
  type ImportDraft,
  LAST_HEADER_LINE,
  type Reading,
  SEPARATORS,
  TEXT_ENCODINGS,
} from '#shared/features/imports/schema.ts'
import classes from './imports.module.css'

interface Choice<Code extends string> {
  readonly code: Code
  readonly label: string
}

/** A list of codes as a field offers it. */
export const optionsOf = <Code extends string>(list: readonly Choice<Code>[]): { value: Code; label: string }[] =>
  list.map(({ code, label }) => ({ value: code, label }))

type ReadFile = Pick<ImportDraft, 'sheets' | 'sheet' | 'headerLine' | 'encoding' | 'separator'>

/** How a file is to be read, but for what only lists of people have. */
export type FileReading = Omit<Reading, 'layout'>

interface ReadAgainDialogProps {
  /** How it was read. */
  readonly file: ReadFile
  readonly job: Pick<RunningWork<never, unknown>, 'running' | 'progress' | 'error' | 'stop'>
  readonly onClose: () => void
  readonly onRead: (reading: FileReading) => void
  /** Fields of one's own. */
  readonly children?: ReactNode
}

/** A whole number of a line, or undefined for anything else. */
const lineNumber = (text: string): number | undefined =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 && Number(text) <= LAST_HEADER_LINE ? Number(text) : undefined

/** Puts right what was found out about any file: sheet or encoding and separator, and the line of the headings. */
export const ReadAgainDialog = ({ file, job, onClose, onRead, children }: ReadAgainDialogProps): ReactNode => {
  const [encoding, setEncoding] = useState(file.encoding)
  const [separator, setSeparator] = useState(file.separator)
  const [sheet, setSheet] = useState(file.sheet)
  const [line, setLine] = useState(String(file.headerLine))
  const [tried, setTried] = useState(false)
  const headerLine = lineNumber(line)
  const lineError =
    tried && headerLine === undefined ? `Type the number of a line from 1 to ${LAST_HEADER_LINE}, such as 4` : undefined
  const read = (): void => {
    setTried(true)
    if (headerLine === undefined) return
    // The line of the headings was found on the sheet before; on another one it is looked for again.
    const isOfOtherSheet = sheet !== file.sheet && headerLine === file.headerLine
    onRead({ encoding, separator, sheet, headerLine: isOfOtherSheet ? null : headerLine })
  }
  const close = (): void => {
    if (job.running) job.stop()
    onClose()
  }
  return (
    <Dialog
      open
      onClose={close}
      title="Read it another way"
      footer={
        <>
          <Button onClick={job.running ? job.stop : onClose}>Cancel</Button>
          <Button kind="filled" busy={job.running} onClick={read}>
            Read it this way
          </Button>
        </>
      }
    >
      <div className={classes.form}>
        {job.running && (
          <JobProgress progress={job.progress} title="Reading the file">
            If you cancel, it stays as it was read before.
          </JobProgress>
        )}
        {job.error !== null && job.error.code !== 'cancelled' && (
          <InlineAlert tone="bad" title="It could not be read this way" spoken>
            {job.error.message}
          </InlineAlert>
        )}
        {sheet !== null && (
          <SelectField
            label="Sheet"
            options={file.sheets.map((name) => ({ value: name, label: name }))}
            value={sheet}
            onChange={(next) => next !== null && setSheet(next)}
          />
        )}
        {children}
        <TextField
          label="Line with the headings"
          inputMode="numeric"
          characters={4}
          value={line}
          onChange={setLine}
          error={lineError}
        />
        {separator !== null && (
          <SelectField
            label="Values are separated by"
            options={optionsOf(SEPARATORS)}
            value={separator}
            onChange={(next) => next !== null && setSeparator(next)}
          />
        )}
        {encoding !== null && (
          <SelectField
            label="Text"
            hint="If accents look wrong, try another"
            options={optionsOf(TEXT_ENCODINGS)}
            value={encoding}
            onChange={(next) => next !== null && setEncoding(next)}
          />
        )}
      </div>
    </Dialog>
  )
}

import { type ReactNode, useState } from 'react'
import type { RunningWork } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import {
  IMPORT_LAYOUTS,
  type ImportDraft,
  type Reading,
  SEPARATORS,
  TEXT_ENCODINGS,
} from '#shared/features/imports/schema.ts'
import classes from './imports.module.css'

interface Choice<Code extends string> {
  readonly code: Code
  readonly label: string
}

const options = <Code extends string>(list: readonly Choice<Code>[]): { value: Code; label: string }[] =>
  list.map(({ code, label }) => ({ value: code, label }))

interface ReadAnotherWayProps {
  readonly draft: ImportDraft
  readonly job: RunningWork<{ draftId: string; reading: Reading }, ImportDraft>
  readonly onClose: () => void
  /** The file has been read again; its columns are new. */
  readonly onRead: () => void
}

/** A whole number of a line, or undefined for anything else. */
const lineNumber = (text: string): number | undefined =>
  /^\d{1,3}$/.test(text.trim()) && Number(text) >= 1 ? Number(text) : undefined

/** Puts right what was found out about the file: sheet or encoding and separator, line of the headings, layout. */
export const ReadAnotherWay = ({ draft, job, onClose, onRead }: ReadAnotherWayProps): ReactNode => {
  const [layout, setLayout] = useState(draft.layout)
  const [encoding, setEncoding] = useState(draft.encoding)
  const [separator, setSeparator] = useState(draft.separator)
  const [sheet, setSheet] = useState(draft.sheet)
  const [line, setLine] = useState(String(draft.headerLine))
  const [tried, setTried] = useState(false)
  const headerLine = lineNumber(line)
  const lineError = tried && headerLine === undefined ? 'Type the number of a line, such as 4' : undefined
  const read = async (): Promise<void> => {
    setTried(true)
    if (headerLine === undefined) return
    // The line of the headings was found on the sheet before; on another one it is looked for again.
    const isOfOtherSheet = sheet !== draft.sheet && headerLine === draft.headerLine
    const again = await job.start({
      draftId: draft.draftId,
      reading: { layout, encoding, separator, sheet, headerLine: isOfOtherSheet ? null : headerLine },
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
        <SelectField
          label="Layout"
          options={options(IMPORT_LAYOUTS)}
          value={layout}
          onChange={(next) => next !== null && setLayout(next)}
        />
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
            options={options(SEPARATORS)}
            value={separator}
            onChange={(next) => next !== null && setSeparator(next)}
          />
        )}
        {encoding !== null && (
          <SelectField
            label="Text"
            hint="If accents look wrong, try another"
            options={options(TEXT_ENCODINGS)}
            value={encoding}
            onChange={(next) => next !== null && setEncoding(next)}
          />
        )}
      </div>
    </Dialog>
  )
}

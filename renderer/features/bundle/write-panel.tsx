import { IconPackageExport } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { today } from '#renderer/app/clock.ts'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { useKeepFocus } from '#renderer/ui/keep-focus.ts'
import { announce } from '#renderer/ui/live-region.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import type { BundleFormat, WrittenBundle } from '#shared/features/bundle/schema.ts'
import classes from './bundle.module.css'
import { holdsWords } from './bundle-words.ts'
import { ContentHash } from './content-hash.tsx'
import { JobProgress } from './job-progress.tsx'

const FORMATS = [
  { value: 'zip', label: 'Zip of CSV files, with a description of every column' },
  { value: 'xlsx', label: 'Excel workbook, up to 100,000 rows' },
] as const

const REASON = 'Why is it needed?'
const REASON_ID = 'bundle-reason'

type Written = { readonly bundle: WrittenBundle; readonly name: string; readonly handle: string }

const WrittenWords = ({ written }: { readonly written: Written }): ReactNode => (
  <>
    <InlineAlert tone="ok" title={`Written and read back: ${holdsWords(written.bundle)}`}>
      {`${written.name} holds the register as it was when you asked. Keep it as safe as a medical record, and delete it when it has arrived.`}
    </InlineAlert>
    <ContentHash contentHash={written.bundle.contentHash} />
    <div>
      <Button onClick={() => void window.throughline.showInFolder(written.handle)}>Show it in its folder</Button>
    </div>
  </>
)

/** The whole register to one file. It names everybody and is not encrypted, so it says so first and asks why. */
export const WritePanel = (): ReactNode => {
  const job = useCoreJob('bundle', 'write')
  const [reason, setReason] = useState('')
  const [format, setFormat] = useState<BundleFormat>('zip')
  const [fault, setFault] = useState<string>()
  const [attempt, setAttempt] = useState(0)
  const [refused, setRefused] = useState<string>()
  const [written, setWritten] = useState<Written>()
  const part = useKeepFocus<HTMLDivElement>(job.running)
  const write = async (): Promise<void> => {
    if (job.running) return
    setAttempt((before) => before + 1)
    const isSaid = reason.trim().length >= 3
    setFault(isSaid ? undefined : 'Say why in a few words')
    if (!isSaid) return
    const choice = await window.throughline.chooseFileToSave({
      title: 'Write the whole register to a file',
      suggestedName: `throughline-bundle-${today()}.${format}`,
      kind: format === 'zip' ? 'bundle' : 'spreadsheet',
    })
    setRefused(choice.status === 'refused' ? choice.message : undefined)
    if (choice.status !== 'chosen') return
    setWritten(undefined)
    const { handle, name } = choice.file
    const bundle = await job.start({ fileHandle: handle, format, reason })
    if (bundle === null) return
    setWritten({ bundle, name, handle })
    announce('The bundle was written and read back.')
  }
  const failure = refused ?? (job.error?.code === 'cancelled' ? undefined : job.error?.message)
  return (
    <Panel title="Write a bundle" aside="Everything that was entered, in one file">
      <form
        className={classes.form}
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          void write()
        }}
      >
        <InlineAlert tone="warn" title="This file will name everybody on the register, and it is not encrypted">
          Write it only to move the register or to hand it over, and keep it where a medical record may be kept. To keep
          your data safe, backups are enough: they are encrypted. Documents that people keep to themselves are in it
          too.
        </InlineAlert>
        <ErrorSummary
          attempt={attempt}
          faults={fault === undefined ? [] : [{ fieldId: REASON_ID, message: `Why is it needed: ${fault}` }]}
        />
        {failure !== undefined && (
          <InlineAlert tone="bad" spoken title="Nothing was written">
            {failure}
          </InlineAlert>
        )}
        <TextAreaField
          id={REASON_ID}
          label={REASON}
          hint="Kept in the audit trail with your name."
          error={fault}
          maxLength={200}
          value={reason}
          onChange={setReason}
        />
        <RadioField label="Kind of file" layout="column" options={FORMATS} value={format} onChange={setFormat} />
        <div ref={part} tabIndex={-1}>
          {job.running ? (
            <JobProgress progress={job.progress} onStop={job.stop} stopped="If you stop, no file is left." />
          ) : (
            <Button type="submit" kind="filled" icon={IconPackageExport}>
              Choose where to write it
            </Button>
          )}
        </div>
        {written !== undefined && !job.running && <WrittenWords written={written} />}
      </form>
    </Panel>
  )
}

import { type ReactNode, useState } from 'react'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { JobProgress } from '#renderer/ui/job-progress.tsx'
import { showToast } from '#renderer/ui/toasts.tsx'
import { EXPORT_COLUMNS, type ExportColumn, type ListFormat } from '#shared/features/register/list-schema.ts'
import { peopleWords } from './person-words.ts'
import type { ListQuery } from './register-rows.ts'

const FORMATS: readonly { readonly value: ListFormat; readonly label: string }[] = [
  { value: 'xlsx', label: 'Excel workbook' },
  { value: 'csv', label: 'CSV text' },
]
const LABELS = { reason: 'Why is it needed?', format: 'Kind of file' }

const inFile = (id: string): id is ExportColumn => EXPORT_COLUMNS.some((column) => column.id === id)

interface ExportDialogProps {
  readonly list: ListQuery
  /** Only these people of the view; null: all of it. */
  readonly personIds: readonly string[] | null
  readonly count: number
  /** Ids of the columns that are shown, in order. */
  readonly columns: readonly string[]
  readonly onClose: () => void
}

/** Writes the view, or who is chosen in it, to a file that names people. The audit trail keeps who did it and why. */
export const ExportDialog = ({ list, personIds, count, columns, onClose }: ExportDialogProps): ReactNode => {
  const [format, setFormat] = useState<ListFormat>('xlsx')
  const [reason, setReason] = useState('')
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const job = useCoreJob('register', 'exportList')
  const written = columns.filter(inFile)
  // In the order of the list, as the file has them.
  const headings = written.flatMap((shown) => EXPORT_COLUMNS.find((column) => column.id === shown)?.headings ?? [])
  const save = async (): Promise<void> => {
    if (reason.trim().length < 3) return saving.refuse({ reason: 'Say why in a few words' })
    const choice = await window.throughline.chooseFileToSave({
      title: 'Write the view to a file',
      suggestedName: `register-view.${format}`,
      kind: format === 'xlsx' ? 'spreadsheet' : 'csv',
    })
    if (choice.status === 'refused') return saving.refuse({ format: choice.message })
    if (choice.status !== 'chosen') return
    const answer = await job.start({
      list,
      personIds: personIds === null ? null : [...personIds],
      columns: written,
      format,
      reason,
      fileHandle: choice.file.handle,
    })
    if (answer === null) return
    showToast({ message: `${peopleWords(answer.people)} written to ${choice.file.name}.` })
    onClose()
  }
  return (
    <QuickForm
      title={`Write ${peopleWords(count)} to a file`}
      saving={job.running ? { ...saving, busy: true } : saving}
      labels={labels}
      idOf={idOf}
      save="Choose where"
      onSave={() => void save()}
      firstField="reason"
      onClose={() => {
        job.stop()
        onClose()
      }}
    >
      <InlineAlert tone="warn" title="This file will name people with cancer">
        It is not encrypted. Keep it where only those who need it can open it, and no longer than it is needed.
      </InlineAlert>
      {job.error !== null && job.error.code !== 'cancelled' && (
        <InlineAlert tone="bad" spoken title="Nothing was written">
          {job.error.message}
        </InlineAlert>
      )}
      <TextAreaField
        {...field('reason')}
        hint="Kept in the audit trail with your name."
        value={reason}
        onChange={setReason}
      />
      <RadioField {...field('format')} options={FORMATS} value={format} onChange={setFormat} />
      <p>{`Columns: ${headings.join(', ')}. Show other columns in the list to write those.`}</p>
      {job.running && (
        <JobProgress progress={job.progress} title="Writing the file" onCancel={job.stop}>
          If you cancel, nothing is written.
        </JobProgress>
      )}
    </QuickForm>
  )
}

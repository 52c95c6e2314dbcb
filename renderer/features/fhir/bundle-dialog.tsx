import { type ReactNode, useState } from 'react'
import type { z } from 'zod'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { QuickForm } from '#renderer/app/quick-form.tsx'
import { useQuickForm } from '#renderer/app/use-quick-form.ts'
import { Button } from '#renderer/ui/button.tsx'
import { CheckboxField, RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { TextAreaField } from '#renderer/ui/fields/text-area-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { type BannerPatient, PatientBanner } from '#renderer/ui/patient-banner.tsx'
import { ProgressBar } from '#renderer/ui/progress-panel.tsx'
import { showToast } from '#renderer/ui/toasts.tsx'
import type { Progress } from '#shared/contract/define.ts'
import { type bundleExportSchema, IDENTITIES, type Identity } from '#shared/features/fhir/schema.ts'
import { bundleWritten, peopleWords } from './bundle-words.ts'

const LABELS = {
  identity: 'What it says of who people are',
  namesAgreed: 'This file is meant to name people',
  reason: 'Why is it needed?',
}

const CHOICES = IDENTITIES.map(({ code, label, hint }) => ({ value: code, label, hint }))

interface BundleDialogProps {
  /** The view of the register; left out: everybody. */
  readonly list?: z.input<typeof bundleExportSchema>['list']
  /** Only these people of the view; null: all of it. */
  readonly personIds: readonly string[] | null
  readonly count: number
  /** Who it is about, where it is about one person. */
  readonly patient?: BannerPatient
  readonly onClose: () => void
}

const wordsOf = ({ step, done, total }: Progress): string =>
  `${step}: ${done.toLocaleString('en-GB')} of ${peopleWords(total ?? 0)}`

const HowFar = ({ progress }: { readonly progress: Progress | null }): ReactNode => (
  <div>
    <p>{progress === null ? 'Starting' : wordsOf(progress)}</p>
    <ProgressBar
      label="How much is written"
      value={progress?.total ? (progress.done / progress.total) * 100 : undefined}
    />
  </div>
)

/** Writes people of the register to a FHIR bundle. Without names, unless somebody says that names are meant. */
export const BundleDialog = ({ list, personIds, count, patient, onClose }: BundleDialogProps): ReactNode => {
  const [identity, setIdentity] = useState<Identity>('pseudonymised')
  const [namesAgreed, setNamesAgreed] = useState(false)
  const [reason, setReason] = useState('')
  const { saving, idOf, field, labels } = useQuickForm(LABELS)
  const job = useCoreJob('fhir', 'exportBundle')
  const named = identity === 'identifiable'
  const faults = (): Record<string, string> => ({
    ...(named && !namesAgreed ? { namesAgreed: 'Tick this if names are meant' } : {}),
    ...(reason.trim().length < 3 ? { reason: 'Say why in a few words' } : {}),
  })
  const choose = (next: Identity): void => {
    setIdentity(next)
    setNamesAgreed(false)
  }
  const save = async (): Promise<void> => {
    const found = faults()
    // What was refused last time is no longer said once it is put right.
    saving.refuse(found)
    if (Object.keys(found).length > 0) return
    const choice = await window.throughline.chooseFileToSave({
      title: 'Write a FHIR bundle',
      suggestedName: 'fhir-bundle.json',
      kind: 'json',
    })
    if (choice.status === 'refused') return saving.refuse({ identity: choice.message })
    if (choice.status !== 'chosen') return
    const written = await job.start({
      ...(list === undefined ? {} : { list }),
      personIds: personIds === null ? null : [...personIds],
      identity,
      namesAgreed: named && namesAgreed,
      reason,
      fileHandle: choice.file.handle,
    })
    if (written === null) return
    showToast({ message: bundleWritten(written, choice.file.name) })
    onClose()
  }
  return (
    <QuickForm
      title={patient === undefined ? `Write ${peopleWords(count)} as a FHIR bundle` : 'Write a FHIR bundle'}
      banner={patient === undefined ? undefined : <PatientBanner layout="strip" patient={patient} />}
      saving={job.running ? { ...saving, busy: true } : saving}
      labels={labels}
      idOf={idOf}
      save="Choose where"
      onSave={() => void save()}
      firstField="identity"
      onClose={() => {
        job.stop()
        onClose()
      }}
    >
      {job.error !== null && job.error.code !== 'cancelled' && (
        <InlineAlert tone="bad" spoken title="Nothing was written">
          {job.error.message}
        </InlineAlert>
      )}
      <p>
        FHIR R4 with UK Core profiles: one JSON file that other systems can read. People who are left out of onward
        sharing are not in it.
      </p>
      <RadioField {...field('identity')} layout="column" options={CHOICES} value={identity} onChange={choose} />
      {named ? (
        <>
          <InlineAlert tone="warn" spoken title="This file will name people with cancer">
            It is not encrypted. Keep it where only those who need it can open it, and no longer than it is needed.
          </InlineAlert>
          <CheckboxField {...field('namesAgreed')} checked={namesAgreed} onChange={setNamesAgreed} />
        </>
      ) : (
        <InlineAlert title="Still about real people">
          Somebody who knows a person well may recognise them by their cancer and its months. Share it under an
          agreement, never openly.
        </InlineAlert>
      )}
      <TextAreaField
        {...field('reason')}
        hint="Kept in the audit trail with your name."
        maxLength={300}
        value={reason}
        onChange={setReason}
      />
      {job.running && (
        <>
          <HowFar progress={job.progress} />
          <Button onClick={job.stop}>Stop</Button>
        </>
      )}
    </QuickForm>
  )
}

import { IconPackageImport } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { dayOf } from '#renderer/app/clock.ts'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import { ErrorSummary } from '#renderer/ui/error-summary.tsx'
import { PassphraseField } from '#renderer/ui/fields/passphrase-field.tsx'
import { RadioField } from '#renderer/ui/fields/choice-fields.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import { formatIsoDate } from '#shared/domain/partial-date.ts'
import type { CheckedBundle, Fingerprint } from '#shared/features/bundle/schema.ts'
import { type Chosen, holdsWords } from './bundle-words.ts'
import classes from './bundle.module.css'
import { ContentHash } from './content-hash.tsx'
import { JobProgress } from './job-progress.tsx'

const PASSPHRASE_ID = 'bundle-passphrase'
const LEAD_ID = 'bundle-lead'

type Faults = { readonly lead?: string; readonly passphrase?: string }

const Facts = ({ checked, name }: { readonly checked: CheckedBundle; readonly name: string }): ReactNode => (
  <DataList
    facts={[
      { term: 'File', value: name },
      {
        term: 'Practice',
        value: checked.odsCode === '' ? checked.practiceName : `${checked.practiceName}, ${checked.odsCode}`,
      },
      { term: 'Holds', value: holdsWords(checked) },
      {
        term: 'Written',
        value: `${formatIsoDate(dayOf(checked.createdAt))}, by Throughline ${checked.appVersion}`,
      },
    ]}
  />
)

/** What a checked bundle holds, who of its leads the person is, and their passphrase before the register becomes it. */
export const BringInForm = ({
  chosen: { checked, name, handle },
  onMade,
  onAnother,
}: {
  readonly chosen: Chosen
  readonly onMade: (made: Fingerprint) => void
  readonly onAnother: () => void
}): ReactNode => {
  const job = useCoreJob('bundle', 'bringIn')
  const [leadId, setLeadId] = useState(checked.leads.length === 1 ? (checked.leads[0]?.id ?? '') : '')
  const [passphrase, setPassphrase] = useState('')
  const [faults, setFaults] = useState<Faults>({})
  const [attempt, setAttempt] = useState(0)
  const bringIn = async (): Promise<void> => {
    if (job.running) return
    setAttempt((before) => before + 1)
    const found: Faults = {
      ...(leadId === '' ? { lead: 'Say who you are' } : {}),
      ...(passphrase === '' ? { passphrase: 'Type your passphrase' } : {}),
    }
    setFaults(found)
    if (Object.keys(found).length > 0) return
    const made = await job.start({ fileHandle: handle, contentHash: checked.contentHash, leadId, passphrase })
    if (made === null) return setPassphrase('')
    onMade(made)
    announce('The bundle was brought in. The register is identical.')
  }
  const failure = job.error === null || job.error.code === 'cancelled' ? undefined : job.error.message
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void bringIn()
      }}
    >
      {checked.isDemo && (
        <InlineAlert tone="warn" title="Everybody in this bundle is made up">
          It was written from the demo practice.
        </InlineAlert>
      )}
      <Facts checked={checked} name={name} />
      <ContentHash contentHash={checked.contentHash} />
      <ErrorSummary
        attempt={attempt}
        faults={[
          ...(faults.lead === undefined ? [] : [{ fieldId: LEAD_ID, message: `Who you are: ${faults.lead}` }]),
          ...(faults.passphrase === undefined
            ? []
            : [{ fieldId: PASSPHRASE_ID, message: `Your passphrase: ${faults.passphrase}` }]),
        ]}
      />
      {failure !== undefined && (
        <InlineAlert tone="bad" spoken title="The register is as it was">
          {failure}
        </InlineAlert>
      )}
      <RadioField
        id={LEAD_ID}
        label="Which of its cancer leads are you?"
        hint="What you do from now on is under this name. The others on the staff stay as names; a bundle gives nobody else a way in."
        layout="column"
        options={checked.leads.map(({ id, name: lead, jobTitle }) => ({ value: id, label: `${lead}, ${jobTitle}` }))}
        value={leadId}
        error={faults.lead}
        onChange={setLeadId}
      />
      <PassphraseField
        id={PASSPHRASE_ID}
        label="Your passphrase"
        hint="The one you opened this register with. It stays the same, and so does the recovery sheet."
        error={faults.passphrase}
        value={passphrase}
        onChange={setPassphrase}
      />
      {job.running ? (
        <JobProgress progress={job.progress} onStop={job.stop} stopped="If you stop, the register stays empty." />
      ) : (
        <div className={classes.actions}>
          <Button type="submit" kind="filled" icon={IconPackageImport}>
            Make this register identical
          </Button>
          <Button onClick={onAnother}>Choose another file</Button>
        </div>
      )}
    </form>
  )
}

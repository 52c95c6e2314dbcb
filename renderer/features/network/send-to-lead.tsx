import { IconLock } from '@tabler/icons-react'
import { type ReactNode, useState } from 'react'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { SameNameHint } from '#renderer/app/written-files.tsx'
import { KeyWords } from '#renderer/features/packs/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { Dialog } from '#renderer/ui/dialog.tsx'
import { CheckboxField } from '#renderer/ui/fields/choice-fields.tsx'
import { PassphraseField } from '#renderer/ui/fields/passphrase-field.tsx'
import { SuggestField } from '#renderer/ui/fields/suggest-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { PASSPHRASE_MIN_LENGTH } from '#shared/features/access/schema.ts'
import { PURPOSES } from '#shared/features/reports/labels.ts'
import { exportPurposeSchema, recipientSchema } from '#shared/features/reports/public.ts'
import classes from './network.module.css'

interface Draft {
  readonly purpose: string
  readonly recipient: string
  readonly passphrase: string
  readonly again: string
  readonly leadOnly: boolean
}

type Faults = Partial<Record<keyof Draft, string>>

const EMPTY: Draft = { purpose: '', recipient: '', passphrase: '', again: '', leadOnly: false }

const wordsFault = (schema: typeof recipientSchema, text: string): string | undefined =>
  schema.safeParse(text).error?.issues[0]?.message

const faultsOf = ({ purpose, recipient, passphrase, again, leadOnly }: Draft): Faults => {
  const found: Record<keyof Draft, string | undefined> = {
    purpose: wordsFault(exportPurposeSchema, purpose),
    recipient: wordsFault(recipientSchema, recipient),
    passphrase:
      passphrase.length < PASSPHRASE_MIN_LENGTH
        ? `Use at least ${PASSPHRASE_MIN_LENGTH} characters, such as four words`
        : undefined,
    again: passphrase === again ? undefined : 'The two are not the same',
    leadOnly: leadOnly ? undefined : 'Confirm that it goes to the lead of the network only',
  }
  return Object.fromEntries(Object.entries(found).filter(([, fault]) => fault !== undefined))
}

const idOf = (name: keyof Draft): string => `lead-${name}`

/** The exact counts of a report, sealed, for the lead of the network: asked for, and then written. */
export const SendToLead = ({ reportId }: { readonly reportId: string }): ReactNode => {
  const job = useCoreJob('network', 'send')
  const [open, setOpen] = useState(false)
  const [draft, setDraft] = useState(EMPTY)
  const [faults, setFaults] = useState<Faults>({})
  const [refused, setRefused] = useState<string | null>(null)
  const [written, setWritten] = useState<{ readonly name: string; readonly folder: string; readonly key: string }>()
  const change = (part: Partial<Draft>): void => setDraft((before) => ({ ...before, ...part }))
  const send = async (): Promise<void> => {
    const found = faultsOf(draft)
    setFaults(found)
    const [first] = Object.keys(found)
    if (first !== undefined) return document.getElementById(idOf(first as keyof Draft))?.focus()
    const choice = await window.throughline.chooseFolder({ title: 'Choose a folder for the pack' })
    setRefused(choice.status === 'refused' ? choice.message : null)
    if (choice.status !== 'chosen') return
    const { purpose, recipient, passphrase } = draft
    const wanted = { reportId, folderHandle: choice.file.handle, purpose, recipient, passphrase }
    const made = await job.start({ ...wanted, leadOnly: true })
    if (made === null) return
    setWritten({ name: made.file.name, folder: choice.file.name, key: made.key })
    setDraft(EMPTY)
    setOpen(false)
  }
  const failure = refused ?? (job.error?.code === 'cancelled' ? null : (job.error?.message ?? null))
  return (
    <>
      <p>The lead who adds up the practices needs exact counts. They are sealed, and nobody is in them.</p>
      {written !== undefined && (
        <InlineAlert tone="ok" spoken title={`Sealed pack in ${written.folder}`}>
          <span className={classes.files}>{written.name}</span>. Tell the lead the passphrase by telephone, and read out
          this key: <KeyWords fingerprint={written.key} />
        </InlineAlert>
      )}
      <div>
        <Button icon={IconLock} onClick={() => setOpen(true)}>
          Write a pack for the lead
        </Button>
      </div>
      <Dialog
        open={open}
        onClose={() => setOpen(false)}
        title="A pack for the lead of the network"
        footer={
          <>
            <Button onClick={() => setOpen(false)}>Cancel</Button>
            <Button kind="filled" busy={job.running} onClick={() => void send()}>
              Choose a folder and write
            </Button>
          </>
        }
      >
        <div className={classes.form}>
          {failure !== null && (
            <InlineAlert tone="bad" title="The pack was not written" spoken>
              {failure}
            </InlineAlert>
          )}
          <SuggestField
            id={idOf('purpose')}
            label="What it is for"
            suggestions={PURPOSES}
            value={draft.purpose}
            onChange={(purpose) => change({ purpose })}
            error={faults.purpose}
          />
          <SuggestField
            id={idOf('recipient')}
            label="Whom it is for"
            hint="Both go into the audit trail."
            suggestions={['Lead of the network']}
            value={draft.recipient}
            onChange={(recipient) => change({ recipient })}
            error={faults.recipient}
          />
          <PassphraseField
            id={idOf('passphrase')}
            label="Passphrase of the pack"
            hint="A new one, such as four words. Tell it by telephone, never in the same message."
            purpose="new"
            value={draft.passphrase}
            onChange={(passphrase) => change({ passphrase })}
            error={faults.passphrase}
          />
          <PassphraseField
            id={idOf('again')}
            label="The same again"
            purpose="new"
            value={draft.again}
            onChange={(again) => change({ again })}
            error={faults.again}
          />
          <CheckboxField
            id={idOf('leadOnly')}
            label="It goes to the lead of the network only"
            hint="Small numbers are not hidden in it."
            checked={draft.leadOnly}
            onChange={(leadOnly) => change({ leadOnly })}
            error={faults.leadOnly}
          />
          <SameNameHint />
        </div>
      </Dialog>
    </>
  )
}

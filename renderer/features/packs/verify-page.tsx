import { type ReactNode, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreJob } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { ReportDocument } from '#renderer/features/reports/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import { DropZone } from '#renderer/ui/drop-zone.tsx'
import { PassphraseField } from '#renderer/ui/fields/passphrase-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { announce } from '#renderer/ui/live-region.tsx'
import { Page, PageHeader } from '#renderer/ui/page-header.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import type { FileChoice } from '#shared/contract/shell-api.ts'
import { PACK_STATES } from '#shared/features/packs/labels.ts'
import type { CheckedPack, PackState } from '#shared/features/packs/schema.ts'
import { instantWords, periodWords } from '#shared/features/reports/labels.ts'
import { KeyWords } from './key-words.tsx'
import classes from './packs.module.css'

const TONES: Partial<Record<PackState, 'ok' | 'warn' | 'info'>> = {
  genuine: 'ok',
  'new-key': 'warn',
  'other-key': 'warn',
  sealed: 'info',
}

const HOW = { changed: 'is not as it was signed', missing: 'is missing', added: 'was added' } as const

const Facts = ({ pack }: { readonly pack: CheckedPack }): ReactNode => {
  const { manifest, signer } = pack
  if (manifest === null || signer === null) return null
  const rows = manifest.tables.reduce((sum, table) => sum + table.rows, 0)
  return (
    <DataList
      facts={[
        { term: 'From', value: [manifest.practiceName, manifest.odsCode].filter((part) => part !== '').join(', ') },
        { term: 'Period', value: periodWords(manifest) },
        { term: 'Frozen', value: `${instantWords(manifest.frozenAt)}, ${manifest.producedBy}` },
        {
          term: 'Small numbers',
          value: manifest.smallNumbers === 'exact' ? 'Shown: for the lead of the network only' : 'As the report says',
        },
        { term: 'Tables', value: `${manifest.tables.length} with ${rows} rows` },
        { term: 'Fingerprint', value: <code className={classes.key}>{manifest.dataset.sha256}</code> },
        { term: 'Signed with', value: <KeyWords fingerprint={signer.fingerprint} /> },
        ...(signer.trustedAt === null
          ? []
          : [{ term: 'Key known since', value: `${instantWords(signer.trustedAt)}, by ${signer.trustedBy ?? ''}` }]),
      ]}
    />
  )
}

const Outcome = ({
  name,
  pack,
  onTrust,
}: {
  readonly name: string
  readonly pack: CheckedPack
  readonly onTrust: (() => void) | null
}): ReactNode => (
  <Panel title={name}>
    <div className={classes.form}>
      <InlineAlert
        tone={TONES[pack.state] ?? 'bad'}
        title={PACK_STATES[pack.state]}
        actions={
          onTrust !== null && (pack.state === 'new-key' || pack.state === 'other-key') ? (
            <Button size="small" onClick={onTrust}>
              The key is theirs: remember it
            </Button>
          ) : undefined
        }
      >
        {pack.sentence}
        {pack.changes.length > 1 && (
          <ul className={classes.list}>
            {pack.changes.map(({ member, how }) => (
              <li key={member}>
                {member} {HOW[how]}
              </li>
            ))}
          </ul>
        )}
      </InlineAlert>
      <Facts pack={pack} />
    </div>
  </Panel>
)

const PASSPHRASE_ID = 'pack-passphrase'

/** Checks a pack that somebody sent, and shows the report inside. Nothing of it is kept. */
export const VerifyPage = (): ReactNode => {
  usePageTitle('reports')
  useBreadcrumbs([{ label: 'Reports', path: '/reports' }, { label: 'Check a pack' }])
  const job = useCoreJob('packs', 'verify')
  const trust = useCoreJob('packs', 'trust')
  const mayTrust = useMay('reports.export')
  const [chosen, setChosen] = useState<{ readonly handle: string; readonly name: string } | null>(null)
  const [refused, setRefused] = useState<string | null>(null)
  const [checked, setChecked] = useState<CheckedPack | null>(null)
  const [passphrase, setPassphrase] = useState('')
  const look = async (handle: string, secret: string): Promise<void> => {
    const found = await job.start({ fileHandle: handle, passphrase: secret })
    setChecked(found)
    if (found !== null) announce(`${PACK_STATES[found.state]}. ${found.sentence}`)
  }
  const take = async (choice: FileChoice): Promise<void> => {
    setRefused(choice.status === 'refused' ? choice.message : null)
    if (choice.status !== 'chosen' || job.running) return
    setChosen(choice.file)
    setPassphrase('')
    await look(choice.file.handle, '')
  }
  const choose = async (): Promise<void> =>
    take(await window.throughline.chooseFileToOpen({ title: 'Choose a pack', kinds: ['pack', 'any'] }))
  const remember = async (): Promise<void> => {
    if (chosen === null || checked?.signer == null || trust.running) return
    const { fingerprint } = checked.signer
    const found = await trust.start({ fileHandle: chosen.handle, passphrase, fingerprint })
    if (found !== null) setChecked(found)
  }
  useCommands([
    {
      id: 'packs.choose',
      title: 'Choose a pack to check',
      group: 'On this page',
      keys: ['N'],
      run: () => void choose(),
    },
  ])
  const failure = refused ?? job.error?.message ?? trust.error?.message ?? null
  const asksPassphrase = checked?.state === 'sealed' || checked?.state === 'wrong-passphrase'
  return (
    <Page>
      <PageHeader title="Check a pack">
        Whether a report is as its practice signed it. Nothing of it is kept here.
      </PageHeader>
      <div className={classes.page}>
        <DropZone
          label="Choose a pack"
          running={job.running}
          progress={job.progress}
          trouble={failure}
          onChoose={() => void choose()}
          onDrop={([file]) => {
            if (file !== undefined) void window.throughline.fileFromDrop(file).then(take)
          }}
          onStop={job.stop}
        >
          A file that ends in .throughline-pack.
        </DropZone>
        {checked !== null && chosen !== null && (
          <Outcome name={chosen.name} pack={checked} onTrust={mayTrust ? () => void remember() : null} />
        )}
        {asksPassphrase && chosen !== null && (
          <Panel title="Open the sealed pack">
            <form
              className={classes.form}
              noValidate
              onSubmit={(event) => {
                event.preventDefault()
                if (!job.running && passphrase !== '') void look(chosen.handle, passphrase)
              }}
            >
              <PassphraseField
                id={PASSPHRASE_ID}
                label="Passphrase of the pack"
                hint="The practice tells it to you by telephone, never in the same message as the file."
                value={passphrase}
                onChange={setPassphrase}
              />
              <div>
                <Button type="submit" kind="filled">
                  Open and check
                </Button>
              </div>
            </form>
          </Panel>
        )}
        {checked?.dataset != null && checked.manifest !== null && (
          <ReportDocument
            dataset={checked.dataset}
            receipt={{ sha256: checked.manifest.dataset.sha256, key: checked.manifest.key.fingerprint }}
            level={2}
          />
        )}
      </div>
    </Page>
  )
}

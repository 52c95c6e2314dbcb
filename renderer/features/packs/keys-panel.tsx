import type { ReactNode } from 'react'
import { useCoreCommand, useCoreQuery } from '#renderer/app/core-query.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { Button } from '#renderer/ui/button.tsx'
import { DataList } from '#renderer/ui/data-list.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import type { KnownSigner } from '#shared/features/packs/schema.ts'
import { instantWords } from '#shared/features/reports/labels.ts'
import { KeyWords } from './key-words.tsx'
import classes from './packs.module.css'

const keyCell = ({ fingerprint }: KnownSigner): ReactNode => <KeyWords fingerprint={fingerprint} />

const forgetButton = (
  { id, version, practiceName }: KnownSigner,
  forget: (wanted: { readonly id: string; readonly version: number }) => void,
): ReactNode => (
  <Button size="small" onClick={() => forget({ id, version })}>
    Forget
    <VisuallyHidden> the key of {practiceName}</VisuallyHidden>
  </Button>
)

const Signers = ({ signers }: { readonly signers: readonly KnownSigner[] }): ReactNode => {
  const forget = useCoreCommand('packs', 'forget')
  const mayForget = useMay('reports.export')
  return (
    <>
      {forget.error !== null && (
        <InlineAlert tone="bad" spoken>
          {forget.error.message}
        </InlineAlert>
      )}
      <PlainTable
        caption="Keys of other practices"
        rows={signers}
        rowId={({ id }) => id}
        columns={[
          { id: 'practice', header: 'Practice', rowHeader: true, cell: ({ practiceName }) => practiceName },
          { id: 'ods', header: 'ODS code', cell: ({ odsCode }) => odsCode },
          { id: 'key', header: 'Key', cell: keyCell },
          {
            id: 'since',
            header: 'Taken for theirs',
            cell: ({ trustedAt, trustedBy }) => `${instantWords(trustedAt)} by ${trustedBy}`,
          },
          ...(mayForget
            ? [
                {
                  id: 'forget',
                  header: <VisuallyHidden>Forget</VisuallyHidden>,
                  cell: (signer: KnownSigner) => forgetButton(signer, forget.mutate),
                },
              ]
            : []),
        ]}
      />
    </>
  )
}

/** The key that this register signs its packs with, and those it remembers of others. */
export const KeysPanel = (): ReactNode => {
  const keys = useCoreQuery('packs', 'identity', {})
  if (keys.error !== null) return <InlineAlert tone="bad">{keys.error.message}</InlineAlert>
  if (keys.data === undefined) return null
  const { own, signers } = keys.data
  return (
    <Panel title="Signing key">
      <div className={classes.form}>
        {own === null ? (
          <p>This register gets its key with its first report. Packs are signed with it.</p>
        ) : (
          <>
            <p>
              Packs from here are signed with this key. Read it out when somebody rings to compare it. It says nothing
              about anybody.
            </p>
            <DataList
              facts={[
                { term: 'Key', value: <KeyWords fingerprint={own.fingerprint} /> },
                { term: 'Made', value: instantWords(own.madeAt) },
              ]}
            />
          </>
        )}
        {signers.length > 0 && <Signers signers={signers} />}
      </div>
    </Panel>
  )
}

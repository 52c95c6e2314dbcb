import { type ReactNode, useState } from 'react'
import { core } from '#renderer/app/core-client.ts'
import { useCoreCommand } from '#renderer/app/core-query.ts'
import { doUndoable } from '#renderer/app/undoable.ts'
import { KeyWords } from '#renderer/features/packs/public.ts'
import { Button } from '#renderer/ui/button.tsx'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { TextField } from '#renderer/ui/fields/text-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { Panel } from '#renderer/ui/panel.tsx'
import { StatusMark } from '#renderer/ui/status-mark.tsx'
import { PlainTable } from '#renderer/ui/table/plain-table.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import type { ListedPractice } from '#shared/features/network/schema.ts'
import { instantWords } from '#shared/features/reports/labels.ts'
import classes from './network.module.css'

const sentWords = ({ pack }: ListedPractice): ReactNode =>
  pack === null ? (
    <StatusMark kind="not-due">Not yet</StatusMark>
  ) : (
    <StatusMark kind="on-track">
      Frozen {instantWords(pack.frozenAt)}
      {pack.replaced === 0 ? '' : `, in place of ${pack.replaced} older`}
    </StatusMark>
  )

const sentCell = (practice: ListedPractice): ReactNode => (
  <div className={classes.sent}>
    {sentWords(practice)}
    {practice.pack !== null && <KeyWords fingerprint={practice.pack.key} />}
  </div>
)

const removeButton = (practice: ListedPractice, remove: (practice: ListedPractice) => void): ReactNode => (
  <Button size="small" onClick={() => remove(practice)}>
    Take off
    <VisuallyHidden> {practice.name}</VisuallyHidden>
  </Button>
)

const AddPractice = ({ onFailure }: { readonly onFailure: (words: string | null) => void }): ReactNode => {
  const add = useCoreCommand('network', 'addPractice')
  const [odsCode, setOdsCode] = useState('')
  const [name, setName] = useState('')
  const [listSize, setListSize] = useState('')
  const faults = add.error?.details.fieldErrors ?? {}
  const save = async (): Promise<void> => {
    const size = listSize.trim() === '' ? null : Number(listSize.replaceAll(/[\s,]/g, ''))
    const { refused } = await doUndoable(
      add.mutateAsync({ odsCode, name, listSize: size }),
      `${name.trim()} added to the list.`,
      onFailure,
    )
    onFailure(null)
    if (refused !== null) return
    setOdsCode('')
    setName('')
    setListSize('')
  }
  return (
    <form
      className={classes.form}
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        void save()
      }}
    >
      {add.error !== null && Object.keys(faults).length === 0 && (
        <InlineAlert tone="bad" spoken>
          {add.error.message}
        </InlineAlert>
      )}
      <div className={classes.row}>
        <TextField
          id="network-ods"
          label="ODS code"
          characters={10}
          value={odsCode}
          onChange={setOdsCode}
          error={faults['odsCode']}
        />
        <TextField id="network-name" label="Practice" value={name} onChange={setName} error={faults['name']} />
        <TextField
          id="network-size"
          label="List size"
          optional
          inputMode="numeric"
          characters={10}
          value={listSize}
          onChange={setListSize}
          error={faults['listSize']}
        />
        <Button type="submit" busy={add.isPending}>
          Add to the list
        </Button>
      </div>
    </form>
  )
}

/** The practices of the network: who has sent their counts for the period, and who has not. */
export const PracticeList = ({ practices }: { readonly practices: readonly ListedPractice[] }): ReactNode => {
  const [failure, setFailure] = useState<string | null>(null)
  const remove = async ({ id, name, version }: ListedPractice): Promise<void> => {
    setFailure(null)
    const { refused } = await doUndoable(
      core.network.removePractice({ id, version }),
      `${name} taken off the list.`,
      setFailure,
    )
    if (refused !== null) setFailure(refused.message)
  }
  const sent = practices.filter(({ pack }) => pack !== null).length
  return (
    <Panel title="Practices" aside={practices.length === 0 ? undefined : `${sent} of ${practices.length} have sent`}>
      <div className={classes.form}>
        {failure !== null && (
          <InlineAlert tone="bad" spoken>
            {failure}
          </InlineAlert>
        )}
        {practices.length === 0 ? (
          <EmptyState scale="panel" title="No practice on the list yet">
            Add the practices of the network. A pack is taken only from a practice on the list.
          </EmptyState>
        ) : (
          <PlainTable
            caption="Practices of the network"
            rows={practices}
            rowId={({ id }) => id}
            columns={[
              { id: 'name', header: 'Practice', rowHeader: true, cell: ({ name }) => name },
              { id: 'ods', header: 'ODS code', cell: ({ odsCode }) => odsCode },
              {
                id: 'size',
                header: 'List size',
                align: 'end',
                cell: ({ listSize }) => listSize?.toLocaleString('en-GB') ?? '',
              },
              { id: 'sent', header: 'Sent, and signed with', cell: sentCell },
              {
                id: 'remove',
                header: <VisuallyHidden>Take off the list</VisuallyHidden>,
                cell: (practice) => removeButton(practice, (wanted) => void remove(wanted)),
              },
            ]}
          />
        )}
        <AddPractice onFailure={setFailure} />
      </div>
    </Panel>
  )
}

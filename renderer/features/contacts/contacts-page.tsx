import { IconPlus, IconPrinter } from '@tabler/icons-react'
import { type ReactNode, useMemo, useRef, useState } from 'react'
import { useBreadcrumbs } from '#renderer/app/breadcrumbs.tsx'
import { today as dayNow } from '#renderer/app/clock.ts'
import type { Command } from '#renderer/app/command-registry.ts'
import { useCommands } from '#renderer/app/commands.tsx'
import { useCoreQuery } from '#renderer/app/core-query.ts'
import { usePageTitle } from '#renderer/app/page-title.ts'
import { useUrlState } from '#renderer/app/url-state.ts'
import { useMay } from '#renderer/app/use-may.ts'
import { printPaper } from '#renderer/app/print-page.ts'
import { usePagePrinting } from '#renderer/app/use-page-printing.ts'
import { Link } from '#renderer/app/router.tsx'
import { useRowKeys } from '#renderer/app/use-row-keys.ts'
import { Button, ButtonLink } from '#renderer/ui/button.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import { EmptyState } from '#renderer/ui/empty-state.tsx'
import { SegmentedField } from '#renderer/ui/fields/segmented-field.tsx'
import { SelectField } from '#renderer/ui/fields/select-field.tsx'
import { InlineAlert } from '#renderer/ui/inline-alert.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { SearchField } from '#renderer/ui/search-field.tsx'
import { SplitPane } from '#renderer/ui/split-pane.tsx'
import { DataTable } from '#renderer/ui/table/data-table.tsx'
import type { RowSource } from '#renderer/ui/table/use-row-pages.ts'
import { useRoomFor } from '#renderer/ui/use-media.ts'
import { foundContacts } from '#shared/features/contacts/rules.ts'
import { CONTACT_KINDS, type Contact } from '#shared/features/contacts/schema.ts'
import { CONTACT_ADDRESS, kindOf } from './contact-address.ts'
import { contactColumns } from './contact-columns.tsx'
import { ContactDrawer } from './contact-drawer.tsx'
import { ContactMapGrid, ContactMapTable } from './contact-map.tsx'
import { ContactPreview } from './contact-preview.tsx'
import { contactsWords } from './contact-words.ts'
import { contactWrites } from './contact-writes.ts'
import { PrintedContacts } from './printed-contacts.tsx'
import frame from '#renderer/ui/page-frame.module.css'
import classes from './contacts.module.css'

const HERE = { group: 'On this page' } as const
const ROOM_FOR_PREVIEW = 75

const KINDS = [
  { value: 'any', label: 'Everybody' },
  ...CONTACT_KINDS.map(({ code, label }) => ({ value: code, label })),
]

const VIEWS = [
  { value: 'list', label: 'List' },
  { value: 'map', label: 'Map' },
  { value: 'table', label: 'Table' },
] as const

const rowElement = (index: number): HTMLElement | null => document.querySelector(`[data-row="${index}"]`)

type NobodyProps = {
  readonly narrowed: boolean
  readonly onClear: () => void
  readonly onAdd: (() => void) | undefined
}

const Nobody = ({ narrowed, onClear, onAdd }: NobodyProps): ReactNode =>
  narrowed ? (
    <EmptyState title="No contact matches" actions={<Button onClick={onClear}>Show everybody</Button>}>
      Choose another kind, or look for fewer letters.
    </EmptyState>
  ) : (
    <EmptyState
      title="No contacts yet"
      actions={
        onAdd && (
          <Button icon={IconPlus} keys="N" onClick={onAdd}>
            Add a contact
          </Button>
        )
      }
      steps={[
        'Begin with who answers when you ring: the office of the hospital’s team, the network, the charity.',
        'Say how much each can move the plan and how much they want to: the map shows whom to work with.',
        'Note when you last spoke, and those you work with closely are not forgotten.',
      ]}
    >
      The people that you work with. Patients are never kept here.
    </EmptyState>
  )

const useRows = (rows: readonly Contact[] | undefined, failed: boolean, retry: () => void): RowSource<Contact> =>
  useMemo(
    () => ({ total: rows?.length, rowAt: (index) => rows?.[index], need: () => undefined, failed, retry }),
    [rows, failed, retry],
  )

type Asked = { readonly id: string | null }

/** `/contacts`: the people that the lead works with, as a list and as a map of influence and interest. */
export const ContactsPage = (): ReactNode => {
  usePageTitle('contacts')
  useBreadcrumbs([{ label: 'Contacts' }])
  const today = dayNow()
  const [{ view, ...address }, change] = useUrlState(CONTACT_ADDRESS)
  const kind = kindOf(address.kind)
  const [find, setFind] = useState('')
  const asked = useCoreQuery('contacts', 'list', {})
  const mayWrite = useMay('journey.write')
  const previewFits = useRoomFor(ROOM_FOR_PREVIEW)
  const searchBox = useRef<HTMLInputElement>(null)
  const [heldId, setHeldId] = useState<string | null>(null)
  const [open, setOpen] = useState<Asked | null>(null)
  const [failure, setFailure] = useState<string | null>(null)
  const [printing, print] = usePagePrinting(() => printPaper('contacts'))
  const all = asked.data
  const rows = useMemo(() => (all === undefined ? undefined : foundContacts(all, { find, kind })), [all, find, kind])
  const columns = useMemo(() => contactColumns(today), [today])
  const { refetch } = asked
  const retry = useMemo(() => () => void refetch(), [refetch])
  const source = useRows(rows, asked.error !== null && all === undefined, retry)
  const held = rows?.find(({ id }) => id === heldId)
  const writes = contactWrites(setFailure)
  const add = (): void => setOpen({ id: null })
  const edit = ({ id }: Contact): void => {
    if (mayWrite) setOpen({ id })
  }
  const clear = (): void => {
    setFind('')
    change({ kind: 'any' })
  }
  const removeOpen = async (contact: Contact | null): Promise<void> => {
    if (contact !== null && (await writes.remove(contact))) setOpen(null)
  }
  const commands: Command[] = [
    { ...HERE, id: 'contacts.find', title: 'Find in the contacts', keys: ['/'], run: () => searchBox.current?.focus() },
    { ...HERE, id: 'contacts.print', title: 'Print the contacts', keys: ['P'], icon: IconPrinter, run: print },
    {
      ...HERE,
      id: 'contacts.view',
      title: view === 'map' ? 'Show the map as a table' : 'Show the map of influence and interest',
      keys: ['T'],
      run: () => change({ view: view === 'map' ? 'table' : 'map' }),
    },
    ...(mayWrite
      ? [
          { ...HERE, id: 'contacts.add', title: 'Add a contact', keys: ['N', 'A'], icon: IconPlus, run: add },
          {
            ...HERE,
            id: 'contacts.spoke',
            title: 'Note that you spoke today',
            keys: ['S'],
            keysOnly: true,
            run: () => (held === undefined ? false : void writes.spokeToday(held)),
          },
        ]
      : []),
  ]
  useRowKeys()
  useCommands(commands)
  const opened = open === null ? null : (all?.find(({ id }) => id === open.id) ?? null)
  const narrowed = find.trim() !== '' || kind !== null
  const nobody = <Nobody narrowed={narrowed && all?.length !== 0} onClear={clear} onAdd={mayWrite ? add : undefined} />
  const list = (
    <div className={frame.list}>
      <DataTable
        label="Contacts by name"
        columns={columns}
        rows={source}
        rowId={({ id }) => id}
        onOpen={edit}
        onActive={({ id }) => setHeldId(id)}
        empty={nobody}
      />
    </div>
  )
  const drawn = (
    <div className={classes.drawn} data-print={printing ? 'hide' : undefined}>
      {rows?.length === 0 && nobody}
      {rows !== undefined &&
        rows.length > 0 &&
        (view === 'map' ? <ContactMapGrid contacts={rows} onOpen={edit} /> : <ContactMapTable contacts={rows} />)}
    </div>
  )
  const main = (
    <div className={frame.page} data-print="hide">
      <header className={frame.plainHead}>
        <h1>Contacts</h1>
        <span className={frame.push} />
        <Link href="/development?tab=questions" asChild>
          <ButtonLink>Learning and peers</ButtonLink>
        </Link>
        <Button icon={IconPrinter} keys="P" onClick={print}>
          Print
        </Button>
        {mayWrite && (
          <Button kind="filled" icon={IconPlus} keys="N" onClick={add}>
            Add a contact
          </Button>
        )}
      </header>
      <div className={classNames(frame.tools, classes.tools)}>
        <SearchField
          label="Find in the contacts"
          placeholder="Find"
          keys="/"
          value={find}
          onChange={setFind}
          inputRef={searchBox}
          onArrowDown={() => rowElement(0)?.focus()}
        />
        <SelectField
          label="Kind of place"
          options={KINDS}
          value={kind ?? 'any'}
          onChange={(next) => change({ kind: next ?? 'any' })}
        />
        <span className={frame.push} />
        <span className={classes.views}>
          <SegmentedField label="Show as" options={VIEWS} value={view} onChange={(next) => change({ view: next })} />
          <KeyHint keys="T" />
        </span>
      </div>
      {failure !== null && (
        <div className={frame.notice}>
          <InlineAlert tone="bad" spoken title="That could not be done">
            {failure}
          </InlineAlert>
        </div>
      )}
      {view === 'list' ? list : drawn}
      <footer className={frame.status}>
        <span role="status">{rows === undefined ? ' ' : contactsWords(rows.length)}</span>
        <span className={frame.push} />
        {view === 'list' && mayWrite && (
          <span>
            <KeyHint keys="S" /> spoke today
          </span>
        )}
        {view === 'list' && mayWrite && (
          <span>
            <KeyHint keys="Enter" /> change
          </span>
        )}
      </footer>
    </div>
  )
  const preview =
    view === 'list' && previewFits ? (
      <ContactPreview
        contact={held}
        mayWrite={mayWrite}
        onEdit={edit}
        onSpoke={(contact) => void writes.spokeToday(contact)}
      />
    ) : undefined
  return (
    <>
      <SplitPane previewLabel="Contact" preview={preview} main={main} />
      {printing && <PrintedContacts contacts={rows ?? []} today={today} />}
      {open !== null && (
        <ContactDrawer
          key={open.id ?? 'new'}
          contact={opened}
          kind={kind}
          organisations={[...new Set((all ?? []).flatMap(({ organisation }) => organisation ?? []))].toSorted()}
          onClose={() => setOpen(null)}
          onRemove={() => void removeOpen(opened)}
          onFailedUndo={setFailure}
        />
      )}
    </>
  )
}

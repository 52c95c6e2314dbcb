import { Modal } from '@mantine/core'
import { IconArrowRight, IconBolt, IconSearch } from '@tabler/icons-react'
import { type KeyboardEvent, type ReactNode, useId, useState } from 'react'
import { classNames } from '#renderer/ui/class-names.ts'
import { DialogFocus } from '#renderer/ui/dialog-focus.tsx'
import { Icon } from '#renderer/ui/icon.tsx'
import { KeyHint } from '#renderer/ui/key-hint.tsx'
import { useOverlay } from '#renderer/ui/overlay-stack.ts'
import { StatusShape } from '#renderer/ui/status-shape.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { useCommandList } from './commands.tsx'
import classes from './palette.module.css'
import { type FindPeople, groupEntries, type PaletteEntry, paletteEntries, usePeople } from './palette-search.ts'

type PaletteProps = {
  readonly open: boolean
  readonly onClose: () => void
  readonly findPeople: FindPeople
  /** Opens a person's page, closing whoever was open before. */
  readonly onOpenPerson: (id: string) => void
}

const Marked = ({ text, query }: { readonly text: string; readonly query: string }): ReactNode => {
  const at = query === '' ? -1 : text.toLowerCase().indexOf(query.toLowerCase())
  if (at < 0) return text
  return (
    <>
      {text.slice(0, at)}
      <mark className={classes.hit}>{text.slice(at, at + query.length)}</mark>
      {text.slice(at + query.length)}
    </>
  )
}

const EntryIcon = ({ entry }: { readonly entry: PaletteEntry }): ReactNode => {
  if (entry.group === 'People') {
    return (
      <svg width="0.9375rem" height="0.9375rem" viewBox="0 0 16 16" aria-hidden="true" data-mark>
        <circle cx="8" cy="8" r="6" fill="var(--primary-lane)" />
      </svg>
    )
  }
  return <Icon of={entry.icon ?? (entry.group === 'Elsewhere' ? IconArrowRight : IconBolt)} />
}

type OptionProps = {
  readonly entry: PaletteEntry
  readonly id: string
  readonly query: string
  readonly active: boolean
  readonly onPoint: () => void
  readonly onChoose: () => void
}

const Option = ({ entry, id, query, active, onPoint, onChoose }: OptionProps): ReactNode => (
  <button
    type="button"
    id={id}
    role="option"
    aria-selected={active}
    tabIndex={-1}
    className={classNames(classes.option, active && classes.active)}
    onPointerMove={onPoint}
    onMouseDown={(event) => event.preventDefault()}
    onClick={onChoose}
  >
    <span className={classes.icon}>
      <EntryIcon entry={entry} />
    </span>
    <span className={classes.title}>
      <Marked text={entry.title} query={query} />
    </span>
    {entry.detail !== undefined && <span className={classes.detail}>{entry.detail}</span>}
    <span className={classes.keys}>
      {active ? <KeyHint keys="Enter" /> : entry.keys !== undefined && <KeyHint keys={entry.keys} />}
    </span>
  </button>
)

/** The finder's inside. Made anew each time it opens, so nothing typed or found outlives it. */
const Finder = ({ onClose, findPeople, onOpenPerson }: Omit<PaletteProps, 'open'>): ReactNode => {
  const [text, setText] = useState('')
  const [at, setAt] = useState(0)
  const listId = useId()
  const commands = useCommandList()
  const people = usePeople(text, findPeople)
  const entries = paletteEntries({ text, people: people.hits, commands, onOpenPerson })
  const active = Math.min(at, entries.length - 1)
  const query = text.startsWith('>') ? text.slice(1).trim() : text.trim()

  const choose = (entry: PaletteEntry | undefined): void => {
    if (entry === undefined) return
    onClose()
    entry.run()
  }
  const onKeyDown = (event: KeyboardEvent): void => {
    const steps: Readonly<Record<string, number>> = { ArrowDown: 1, ArrowUp: -1 }
    const step = steps[event.key]
    if (event.key === 'Enter') choose(entries[active])
    else if (step !== undefined) setAt((active + step + entries.length) % Math.max(1, entries.length))
    else return
    event.preventDefault()
  }
  const results = entries.length === 1 ? '1 result' : `${entries.length} results`

  return (
    <>
      <div className={classes.query}>
        <Icon of={IconSearch} size={20} />
        <input
          className={classes.input}
          role="combobox"
          aria-label="Find a person, page or action"
          aria-expanded
          aria-controls={listId}
          aria-autocomplete="list"
          aria-activedescendant={entries.length === 0 ? undefined : `${listId}-${active}`}
          value={text}
          placeholder="Find a person, page or action"
          onChange={(event) => {
            setText(event.currentTarget.value)
            setAt(0)
          }}
          onKeyDown={onKeyDown}
          autoComplete="off"
          spellCheck={false}
          data-autofocus
        />
        <span className={classes.count} role="status">
          {people.failed ? 'People could not be searched' : text === '' ? '' : results}
        </span>
        <KeyHint keys="Esc" />
      </div>
      <div id={listId} role="listbox" aria-label="Results" className={classes.list}>
        {groupEntries(entries).map(({ group, items }) => (
          <div key={group} role="group" aria-label={group}>
            <p className={classes.group} aria-hidden="true">
              {group}
            </p>
            {items.map(({ entry, position }) => (
              <Option
                key={entry.id}
                id={`${listId}-${position}`}
                entry={entry}
                query={query}
                active={position === active}
                onPoint={() => setAt(position)}
                onChoose={() => choose(entry)}
              />
            ))}
          </div>
        ))}
      </div>
      {entries.length === 0 && (
        <p className={classes.nothing}>Nothing matches. Try part of a surname, or an NHS number.</p>
      )}
      <footer className={classes.foot}>
        <span>
          <KeyHint keys="Up" /> <KeyHint keys="Down" /> move
        </span>
        <span>
          <KeyHint keys=">" /> actions only
        </span>
        <span className={classes.promise}>
          <StatusShape kind="on-track" size={14} /> Names show only while unlocked
        </span>
      </footer>
      <DialogFocus byKey />
    </>
  )
}

/** Ctrl+K: people, things to do, and places, in one box. The page behind it is blurred while names show. */
export const Palette = ({ open, onClose, ...rest }: PaletteProps): ReactNode => {
  useOverlay(open)
  return (
    <Modal
      opened={open}
      onClose={onClose}
      title={<VisuallyHidden>Find</VisuallyHidden>}
      withCloseButton={false}
      // It is there with the key that opens it: a letter typed while it slides in would be lost.
      transitionProps={{ duration: 0 }}
      size="45rem"
      yOffset="7rem"
      zIndex="var(--z-palette)"
      attributes={{ header: { role: 'presentation' } }}
      overlayProps={{ color: 'var(--scrim)', backgroundOpacity: 1 }}
      classNames={{
        content: classNames(classes.content),
        header: classNames(classes.header),
        body: classNames(classes.body),
        inner: classNames(classes.inner),
      }}
    >
      {open && <Finder onClose={onClose} {...rest} />}
    </Modal>
  )
}

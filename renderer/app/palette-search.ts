import { keepPreviousData, useQuery } from '@tanstack/react-query'
import type { IconGlyph } from '#renderer/ui/icon.tsx'
import type { Command } from './command-registry.ts'

/** A person as the finder shows them. */
export type PersonHit = {
  readonly id: string
  /** "ASHWORTH, Maureen" */
  readonly name: string
  /** "999 000 0018, 14 Mar 1958": what tells two people of one name apart. */
  readonly detail: string
}

export type FindPeople = (text: string, signal: AbortSignal) => Promise<readonly PersonHit[]>

export type PaletteGroup = 'People' | 'Do something' | 'Elsewhere'

export type PaletteEntry = {
  readonly id: string
  readonly group: PaletteGroup
  readonly title: string
  readonly detail?: string
  readonly icon?: IconGlyph | undefined
  readonly keys?: string | undefined
  readonly run: () => void
}

type FoundPeople = { readonly hits: readonly PersonHit[]; readonly failed: boolean }

/** Whether somebody found by fewer letters may still be meant: Enter must never open a person whom the words do not name. */
const isStillMeant = ({ name, detail }: PersonHit, wanted: string): boolean => {
  const words = `${name} ${detail}`.toLowerCase()
  return wanted
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.includes(part))
}

/** People who match what is typed. A newer letter cancels the search for the older ones; nothing found is kept. */
export const usePeople = (text: string, findPeople: FindPeople): FoundPeople => {
  const wanted = text.startsWith('>') ? '' : text.trim()
  const found = useQuery({
    queryKey: ['finder', wanted],
    queryFn: ({ signal }) => findPeople(wanted, signal),
    enabled: wanted !== '',
    placeholderData: keepPreviousData,
    staleTime: 0,
    gcTime: 0,
  })
  const hits = wanted === '' ? [] : (found.data ?? [])
  return {
    hits: found.isPlaceholderData ? hits.filter((hit) => isStillMeant(hit, wanted)) : hits,
    failed: found.isError,
  }
}

const COMMANDS_SHOWN = 8
const RECORDS_SHOWN = 8

const matches = ({ title, alsoCalled = [] }: Command, query: string): boolean => {
  const words = [title, ...alsoCalled].join(' ').toLowerCase()
  return query
    .toLowerCase()
    .split(/\s+/)
    .every((part) => words.includes(part))
}

type PaletteInput = {
  readonly text: string
  readonly people: readonly PersonHit[]
  readonly commands: readonly Command[]
  readonly onOpenPerson: (id: string) => void
}

/** What the finder lists, in order: people, things to do, places. A leading `>` asks for things to do alone. */
export const paletteEntries = ({ text, people, commands, onOpenPerson }: PaletteInput): readonly PaletteEntry[] => {
  const actionsOnly = text.startsWith('>')
  const query = (actionsOnly ? text.slice(1) : text).trim()
  const offered = commands.filter((command) => command.keysOnly !== true && matches(command, query))
  const entry = (command: Command, group: PaletteGroup): PaletteEntry => ({
    id: command.id,
    group,
    title: command.title,
    icon: command.icon,
    keys: command.keys?.[0],
    run: () => void command.run(),
  })
  const persons: readonly PaletteEntry[] = people.map(({ id, name, detail }) => ({
    id: `person ${id}`,
    group: 'People',
    title: name,
    detail,
    run: () => onOpenPerson(id),
  }))
  const actions = offered.filter(({ group }) => group !== 'Go to').slice(0, COMMANDS_SHOWN)
  const places = actionsOnly ? [] : offered.filter(({ group, whenTyped }) => group === 'Go to' && whenTyped !== true)
  const records =
    actionsOnly || query === '' ? [] : offered.filter(({ whenTyped }) => whenTyped === true).slice(0, RECORDS_SHOWN)
  return [
    ...(actionsOnly ? [] : persons),
    ...actions.map((command) => entry(command, 'Do something')),
    ...[...places, ...records].map((command) => entry(command, 'Elsewhere')),
  ]
}

type PlacedEntry = { readonly entry: PaletteEntry; readonly position: number }

/** The same entries under their headings, each with its place in the whole list. */
export const groupEntries = (
  entries: readonly PaletteEntry[],
): readonly { readonly group: PaletteGroup; readonly items: readonly PlacedEntry[] }[] => {
  const groups: PaletteGroup[] = ['People', 'Do something', 'Elsewhere']
  const placed = entries.map((entry, position) => ({ entry, position }))
  return groups
    .map((group) => ({ group, items: placed.filter(({ entry }) => entry.group === group) }))
    .filter(({ items }) => items.length > 0)
}

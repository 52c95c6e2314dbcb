import { idAt, type Measure, type Sent, type Table, tablesIn } from './sent.ts'
import type { Sum } from './system.ts'

const plus = (total: string, parts: readonly string[]): Sum => ({
  terms: [[total, -1], ...parts.map((part) => [part, 1] as const)],
  equals: 0,
})

/** Rows above a last one that totals them, column by column. */
const columnSums = ({ rows, totalRow }: Table): Sum[] => {
  if (!totalRow) return []
  const total = rows.at(-1)
  return (total ?? []).flatMap((_, column) => {
    const id = idAt(total, column)
    const parts = rows.slice(0, -1).flatMap((row) => idAt(row, column) ?? [])
    return id === null || parts.includes(id) ? [] : [plus(id, parts)]
  })
}

/** Counts of a row of which the last is the total. */
const rowSums = ({ rows }: Table): Sum[] =>
  rows.flatMap((row) => {
    const ids = row.flatMap(({ figure }) => figure?.id ?? [])
    const total = ids.at(-1)
    return ids.length < 3 || total === undefined ? [] : [plus(total, ids.slice(0, -1))]
  })

/** Lists: what differs is decided or open, and another date has known days or none. */
const listSums = ({ rows }: Table): Sum[] =>
  rows.flatMap((row, at): Sum[] => {
    const [theirs, ours, other, decided, open] = [2, 3, 4, 6, 7].map((column) => idAt(row, column) ?? '')
    if (!theirs || !ours || !other || !decided || !open) return []
    const differ = `list-${at}.differ`
    return [
      plus(differ, [theirs, ours, other]),
      plus(differ, [decided, open]),
      plus(other, [`list-${at}.days`, `list-${at}.days-left`]),
    ]
  })

/** How the counts of a table add up. */
const sumsOfTable = (table: Table): Sum[] => {
  switch (table.id) {
    case 'new-by-group':
    case 'letters-late':
    case 'clock-28':
    case 'clock-31':
    case 'clock-62':
      return [...columnSums(table), ...rowSums(table)]
    case 'completeness':
      return rowSums(table)
    case 'lists':
      return listSums(table)
    case 'learning-themes':
      return table.rows.flatMap((row) => {
        const id = idAt(row, 1)
        return id === null ? [] : [plus('learning', [id, id.replace('theme', 'no-theme')])]
      })
    default:
      return columnSums(table)
  }
}

const RESTS: Readonly<Record<string, string>> = {
  'stage-known': 'stage.rest',
  'stage-early': 'stage.late',
  'emergency-route': 'route.not-emergency',
  'route-known': 'route.not_known',
  'support-contact': 'support-contact.not-done',
  'care-review': 'care-review.not-done',
  'clock-28': 'clock-28.not-met',
  'clock-31': 'clock-31.not-met',
  'clock-62': 'clock-62.not-met',
}

/**
 * The count of those in a denominator and not in its numerator, which most measures print nowhere.
 * @throws Error for a measure that nobody has said it of.
 */
export const restOf = ({ id, denominator }: Measure): string | null => {
  if (denominator === null) return null
  const rest = RESTS[id]
  if (rest === undefined) throw new Error(`What is left of the denominator of ${id}?`)
  return rest
}

/** What the words and the rules of a report say of counts in different tables, whether or not it prints them all. */
const ALWAYS: readonly Sum[] = [
  plus('stage.early', ['stage.1', 'stage.2']),
  plus('stage.late', ['stage.3', 'stage.4']),
  plus('stage.known', ['stage.early', 'stage.late']),
  plus('stage.rest', ['stage.0', 'stage.not-known']),
  plus('new', ['stage.known', 'stage.rest']),
  plus('new', ['route.known', 'route.not_known']),
  plus('route.known', ['route.emergency', 'route.not-emergency']),
  plus('support-contact.out-of', ['support-contact.done', 'support-contact.not-done']),
  plus('care-review.out-of', ['care-review.done', 'care-review.not-done']),
  plus('new', ['new-date.day', 'new-date.vague']),
  plus('new', ['new-group.named', 'new.not_known']),
]

const NAMED_SITES = ['breast', 'prostate', 'lung', 'lower_gi']
const SITE_ROWS = [...NAMED_SITES, 'others']
const siteOf = (row: string): string => (row === 'others' ? 'sites.others' : `new.${row}`)

/** The days of a report are known or not, of every cancer and of all together. */
const intervalSums = (groups: Table | undefined): Sum[] => {
  const listed = groups?.rows.slice(0, -1).flatMap((row) => row.flatMap(({ figure }) => figure?.id ?? []).at(-1) ?? [])
  const named = NAMED_SITES.map(siteOf)
  return [
    plus('new', SITE_ROWS.map(siteOf)),
    ...(listed === undefined
      ? []
      : [
          plus(
            'sites.others',
            listed.filter((id) => !named.includes(id)),
          ),
        ]),
    // A group that the table of all groups does not list has nobody in it.
    ...(listed === undefined ? [] : named.filter((id) => !listed.includes(id)).map((id) => plus(id, []))),
    ...['to-referral', 'to-diagnosis'].flatMap((id) => [
      plus('new', [id, `${id}-none`]),
      plus(
        `${id}-none`,
        SITE_ROWS.map((row) => `${id}-none.${row}`),
      ),
      ...SITE_ROWS.map((row) => plus(siteOf(row), [`${id}.${row}`, `${id}-none.${row}`])),
    ]),
  ]
}

/** Every sum that somebody knows of a report who reads it whole. */
export const sumsOf = (sent: Sent): Sum[] => {
  const tables = tablesIn(sent)
  const named = (id: string): Table | undefined => tables.find((table) => table.id === id)
  const routes = (named('route')?.rows.slice(0, -1) ?? []).flatMap((row) => idAt(row, 1) ?? [])
  const others = routes.filter((id) => id !== 'route.emergency' && id !== 'route.not_known')
  return [
    ...tables.flatMap(sumsOfTable),
    ...ALWAYS,
    ...(routes.length === 0 ? [] : [plus('route.not-emergency', others)]),
    ...intervalSums(named('new-by-group')),
  ]
}

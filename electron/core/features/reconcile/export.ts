import { csvLine, type CsvValue } from '#shared/domain/csv-safe.ts'
import { type FigureOutcome, protectFigures } from '#shared/domain/disclosure.ts'
import { formatNhsNumber } from '#shared/domain/nhs-number.ts'
import { formatPartialDate, type PartialDate } from '#shared/domain/partial-date.ts'
import { labelOf } from '#shared/domain/people.ts'
import { ITEM_KINDS, type ItemKind, type ReconciliationItem } from '#shared/features/reconcile/schema.ts'
import { aboutWords, TO_DECIDE } from '#shared/features/reconcile/words.ts'
import type { JobContext } from '../../context.ts'
import { enterThenPlace } from '../../leaving.ts'
import { writeWhole } from '../../vault/atomic-file.ts'
import { countedLists, type CountedList } from './counted-lists.ts'
import { getReconciliation, itemPage } from './queries.ts'

/** Excel takes a file for UTF-8 only when it starts with this. */
const BYTE_ORDER_MARK = '\uFEFF'
const ITEMS_AT_ONCE = 500

const asFile = (lines: readonly (readonly CsvValue[])[]): string => BYTE_ORDER_MARK + lines.map(csvLine).join('')

const HIDDEN = { small: 'hidden: 1 to 5', protect: 'hidden to protect another number' } as const

const shown = (outcome: FigureOutcome | undefined): CsvValue => {
  if (outcome === undefined) throw new Error('a count was not looked at')
  return 'hidden' in outcome ? HIDDEN[outcome.hidden] : outcome.shown
}

const COUNTED = [
  ['both', 'In both'],
  ['theirs_only', 'Theirs only'],
  ['ours_only', 'Ours only'],
  ['other_date', 'Another date'],
  ['dated', 'Another date, days known on both sides'],
  ['resolved', 'Decided'],
  ['open', 'Still to be decided'],
] as const

/** The counts of a list by the rule for networks, 1 to 5 hidden and protected: whoever gets the file knows the sums. */
const countLines = (list: CountedList): CsvValue[][] => {
  const outcomes = protectFigures(
    [
      ...COUNTED.map(([id]) => ({ id, value: list[id] })),
      { id: 'undated', value: list.other_date - list.dated },
      { id: 'differ', value: list.resolved + list.open },
    ],
    [
      { total: 'other_date', parts: ['dated', 'undated'] },
      { total: 'differ', parts: ['resolved', 'open'] },
      { total: 'differ', parts: ['theirs_only', 'ours_only', 'other_date'] },
    ],
    'hide-1-to-5',
  )
  const dated = outcomes.get('dated')
  const { spread } = list.apart
  const median = dated !== undefined && 'hidden' in dated ? HIDDEN[dated.hidden] : (spread?.median ?? null)
  return [
    ...COUNTED.map(([id, label]): CsvValue[] => [label, shown(outcomes.get(id))]),
    ['Median days from our date to theirs', median],
  ]
}

/**
 * Writes the counts of a compared list, small numbers hidden. People who asked to be left out of sharing are in none.
 * @returns how many lines of counts there are.
 * @throws AppError `not-found`, `io`.
 */
export const saveCounts = async (
  job: JobContext,
  { id, fileHandle }: { id: string; fileHandle: string },
): Promise<{ rows: number }> => {
  const path = job.env.files.path(fileHandle, 'write')
  const about = await getReconciliation(job.read, id)
  const [counted] = await countedLists(job.read, [id])
  if (counted === undefined) throw new Error('a list that was read has no counts')
  const lines = countLines(counted)
  job.note({ format: 'csv', rows: lines.length, smallNumbers: 'hide-1-to-5' })
  const content = asFile([['List', aboutWords(about)], ['What', 'Number'], ...lines])
  await enterThenPlace(job, () => writeWhole(path, content))
  return { rows: lines.length }
}

const dateWords = (date: PartialDate | null | undefined): string | null =>
  date === null || date === undefined ? null : formatPartialDate(date)

const workLine = (item: ReconciliationItem): CsvValue[] => [
  labelOf(ITEM_KINDS, item.kind),
  item.line,
  item.person.surname,
  item.person.givenName,
  item.person.nhsNumber === null ? null : formatNhsNumber(item.person.nhsNumber),
  item.person.birthDate,
  item.cancer,
  dateWords(item.theirs?.date),
  dateWords(item.oursDate),
  item.days,
  item.note,
]

const WORK_HEADINGS = [
  'What differs',
  'Line of the list',
  'Surname',
  'First name',
  'NHS number',
  'Date of birth',
  'Cancer',
  'Their date',
  'Our date',
  'Days from ours to theirs',
  'Note',
]

const openItems = async (job: JobContext, id: string, kind: ItemKind): Promise<ReconciliationItem[]> => {
  const items: ReconciliationItem[] = []
  for (;;) {
    const page = await itemPage(job.read, { id, kind, show: 'open', offset: items.length, limit: ITEMS_AT_ONCE })
    items.push(...page.rows)
    if (items.length >= page.total || page.rows.length === 0) return items
    await job.report({ step: 'Reading the list', done: items.length, total: page.total, unit: 'cancers' })
  }
}

/**
 * Writes what is still to be decided to a file that names people: for use inside the practice.
 * @returns how many lines name somebody.
 * @throws AppError `not-found`, `cancelled`, `io`.
 */
export const saveWorkList = async (
  job: JobContext,
  { id, fileHandle }: { id: string; fileHandle: string },
): Promise<{ rows: number }> => {
  const path = job.env.files.path(fileHandle, 'write')
  const items: ReconciliationItem[] = []
  for (const kind of TO_DECIDE) items.push(...(await openItems(job, id, kind)))
  job.note({ format: 'csv', rows: items.length })
  const content = asFile([WORK_HEADINGS, ...items.map(workLine)])
  await enterThenPlace(job, () => writeWhole(path, content))
  return { rows: items.length }
}

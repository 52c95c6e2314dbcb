import { isDeepStrictEqual } from 'node:util'
import type { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import type { ReportDataset, ShownFigure } from '#shared/features/reports/schema.ts'
import {
  reportFiguresOf,
  SINCE_GROUPS,
  type SinceFigure,
  type SinceGroup,
  type sincePeopleInputSchema,
  type sincePeopleSchema,
  type SinceSent,
} from '#shared/features/reports/since.ts'
import type { ReadDb } from '../../db/database.ts'
import { idsByName, linesOf } from '../../db/people-by-name.ts'
import { letOthersWork } from '../../turn.ts'
import { currentLetterBook } from '../letters/public.ts'
import { addsOf, type Counting, otherwiseCounted } from './count-person.ts'
import { figuresIn } from './dataset.ts'
import { countedUnder, lastSent } from './last-sent.ts'
import { type Kept, readMeasured } from './measured-text.ts'
import { type FrozenReport, openReport } from './queries.ts'
import { rowsBefore, sourceRowsBefore, writersOf } from './rows-before.ts'
import { peopleOfRows, readSourceRows } from './source-people.ts'

const PEOPLE_A_TURN = 50

/** How much one person adds to a figure, then and now. */
interface Part {
  readonly before: number
  readonly now: number
}

/** Everybody of whom something that counts was written since, by what they add to each figure. */
interface Since {
  readonly parts: ReadonlyMap<string, ReadonlyMap<string, Part>>
  readonly writtenUnder: ReadonlyMap<string, number>
}

/**
 * Counts everybody of whom something was written since, as they were and as they are. All others add to each figure what
 * they did, so that a figure of today is that of then and what these people changed: nobody else need be looked at.
 */
const countSince = async (db: ReadDb, auditSeq: number, counting: Counting): Promise<Since> => {
  const before = await rowsBefore(db, auditSeq)
  const ids = [...before.people.keys()]
  const parts = new Map<string, Map<string, Part>>(counting.figures.map((id) => [id, new Map()]))
  for (let start = 0; start < ids.length; start += PEOPLE_A_TURN) {
    const some = ids.slice(start, start + PEOPLE_A_TURN)
    const rows = await readSourceRows(db, some, counting.period.to)
    const now = peopleOfRows(rows)
    const then = peopleOfRows(sourceRowsBefore(before, rows, new Set(some), counting.period.to))
    for (const id of some) {
      // Something was written that no report looks at.
      if (isDeepStrictEqual(then.get(id), now.get(id))) continue
      const addedThen = addsOf(then.get(id), counting)
      const addsNow = addsOf(now.get(id), counting)
      for (const [at, figure] of counting.figures.entries())
        parts.get(figure)?.set(id, { before: addedThen[at] ?? 0, now: addsNow[at] ?? 0 })
    }
    await letOthersWork()
  }
  return { parts, writtenUnder: before.people }
}

const groupOf = ({ before, now }: Part): SinceGroup | null => {
  if (before === 0 && now === 0) return null
  if (before === 0) return 'came-in'
  return now === 0 ? 'went-out' : 'changed'
}

/** The people of a group, in no order. */
const groupIn = (parts: ReadonlyMap<string, Part>, group: SinceGroup): string[] =>
  [...parts].flatMap(([id, part]) => (groupOf(part) === group ? [id] : []))

const keptOf = ({ measured }: FrozenReport): Kept | null => (measured === null ? null : readMeasured(measured))

interface Found {
  readonly kept: Kept | null
  readonly counting: Counting | null
  readonly since: Since | null
}

const find = async (db: ReadDb, report: FrozenReport, code: string): Promise<Found> => {
  const kept = keptOf(report)
  const figures = reportFiguresOf(code).map(({ id }) => id)
  if (kept === null || figures.length === 0) return { kept, counting: null, since: null }
  const { from, to, rules } = report.dataset
  const counting = { kept, period: { from, to }, letterBook: await currentLetterBook(db), figures, rules }
  const auditSeq = await countedUnder(db, report.dataset.id)
  return { kept, counting, since: auditSeq === null ? null : await countSince(db, auditSeq, counting) }
}

const todayOf = (id: string, { kept, counting, since }: Found): SinceFigure['today'] => {
  if (kept === null || counting === null) return { state: 'not-compared', why: 'not-kept' }
  if (since === null) return { state: 'not-compared', why: 'no-history' }
  const why = otherwiseCounted(id, kept.measured, counting)
  if (why !== null) return { state: 'not-compared', why }
  const parts = since.parts.get(id) ?? new Map<string, Part>()
  const change = [...parts.values()].reduce((sum, part) => sum + part.now - part.before, 0)
  const people = SINCE_GROUPS.map((group) => [group, groupIn(parts, group).length] as const)
  return {
    state: 'compared',
    count: Math.max(0, kept.measured.sheet.valueOf(id) + change),
    people: Object.fromEntries(people) as Record<SinceGroup, number>,
  }
}

const shownIn = ({ sections }: ReportDataset, id: string): ShownFigure | null => figuresIn(sections).get(id) ?? null

/** What changed of the figures of a measure since the newest report of this practice was sent. */
export const sinceSent = async (db: ReadDb, { code }: { readonly code: string }): Promise<SinceSent> => {
  const sent = await lastSent(db)
  if (sent === null) return { report: null, figures: [] }
  const report = await openReport(db, sent.reportId)
  const { id, title, from, to, frozenAt } = report.dataset
  const found = await find(db, report, code)
  const figures = reportFiguresOf(code).map((figure): SinceFigure => {
    const before = found.kept?.measured.sheet.valueOf(figure.id) ?? null
    return {
      ...figure,
      sent:
        sent.isExact && before !== null
          ? { id: figure.id, state: 'shown', value: before }
          : shownIn(report.dataset, figure.id),
      before,
      today: todayOf(figure.id, found),
    }
  })
  const { sentAt, recipient, isExact } = sent
  return { report: { id, title, from, to, frozenAt, sentAt, recipient, isExact }, figures }
}

/**
 * The people who came into a figure, went out of it or were written about since its report was sent, by name.
 * @throws AppError `not-found` where nothing of it can be compared.
 */
export const peopleSinceSent = async (
  db: ReadDb,
  { code, reportId, figure, group, offset, limit }: z.output<typeof sincePeopleInputSchema>,
): Promise<z.input<typeof sincePeopleSchema>> => {
  const { since } = await find(db, await openReport(db, reportId), code)
  const parts = since?.parts.get(figure)
  if (since === null || parts === undefined)
    throw new AppError('not-found', 'The people behind this cannot be told any more. Look at the measure again.')
  const inOrder = await idsByName(db, groupIn(parts, group))
  const page = inOrder.slice(offset, offset + limit)
  const lines = await linesOf(db, page)
  const writers = await writersOf(db, [...new Set(page.flatMap((id) => since.writtenUnder.get(id) ?? []))])
  return {
    rows: page.flatMap((id) => {
      const person = lines.get(id)
      const part = parts.get(id)
      const writer = writers.get(since.writtenUnder.get(id) ?? -1)
      if (person === undefined || part === undefined || writer === undefined) return []
      return [{ person, ...part, writtenAt: writer.at, writtenBy: writer.by }]
    }),
    total: inOrder.length,
  }
}

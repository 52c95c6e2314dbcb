import type { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import { countedNewOf } from '#shared/features/reports/diagnosis-measure.ts'
import { HOSPITAL_FIGURE, hospitalFigureOf } from '#shared/features/reports/hospital-measure.ts'
import {
  countsPeople,
  type PeopleCaveat,
  type reportPeopleInputSchema,
  type reportPeopleSchema,
} from '#shared/features/reports/people-behind.ts'
import type { SourcePerson } from '#shared/features/reports/source.ts'
import type { AskedContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import { idsByName, linesOf } from '../../db/people-by-name.ts'
import { currentLetterBook } from '../letters/public.ts'
import { addedBy, type Counting, otherwiseCounted } from './count-person.ts'
import { figuresIn } from './dataset.ts'
import { countedUnder } from './last-sent.ts'
import { type Kept, readMeasured } from './measured-text.ts'
import { type FrozenReport, openReport, readReportPractice } from './queries.ts'
import { type RowsBefore, rowsBefore, sourceRowsBefore } from './rows-before.ts'
import { detailedPeople, peopleOfRows, readPersonIds, readSourceRows } from './source-people.ts'

const PEOPLE_A_READ = 200

/** Most figures count few of the register: where several people together add nothing, none of them does. */
const PEOPLE_A_COUNT = 8

/** Figures that rest on what only `detailedPeople` tells. */
const DETAILED = /^(by-|deaths\.|to-|clock-|hospital-)/

/** Those of them that rest on pathways and referrals, which have no past here. */
const OF_WAYS = /^(to-|clock-|hospital-)/

interface Asked extends Counting {
  readonly figure: string
  /** The hospitals that the report names. */
  readonly hospitals: readonly string[]
  readonly today: IsoDate
}

const nothingToShow = (): AppError =>
  new AppError(
    'not-found',
    'This number counts entries of a list that was compared with the register, not people on it. There is nobody to show.',
  )

const keptOf = ({ summary, measured }: FrozenReport): Kept | null => {
  if (summary.kind === 'network')
    throw new AppError(
      'forbidden',
      'A combined report counts people of several practices. Open a report of this practice to see the people behind a number.',
    )
  return measured === null ? null : readMeasured(measured)
}

/** How often some people are counted in the figure, by the report's own measures. */
const timesOf = (people: readonly SourcePerson[], asked: Asked): number => {
  if (!HOSPITAL_FIGURE.test(asked.figure)) return addedBy(people, asked)[0] ?? 0
  const shared = people.filter(({ leftOutOfSharing }) => !leftOutOfSharing)
  return countedNewOf(shared, asked.period).filter(
    ({ episode }) => hospitalFigureOf(episode.referredTo ?? '', asked.hospitals) === asked.figure,
  ).length
}

/** Some people as they were when the report was counted, by id; as they are without a past. */
const peopleThen = async (
  db: ReadDb,
  ids: readonly string[],
  before: RowsBefore | null,
  { figure, period, today }: Asked,
): Promise<Map<string, SourcePerson>> => {
  const now = await readSourceRows(db, ids, period.to)
  const rows = before === null ? now : sourceRowsBefore(before, now, new Set(ids), period.to)
  return DETAILED.test(figure) ? detailedPeople(db, rows, today) : peopleOfRows(rows)
}

/** Everybody who adds to the figure, with how often. */
const addingTo = async (
  { db, pause }: AskedContext,
  before: RowsBefore | null,
  asked: Asked,
): Promise<Map<string, number>> => {
  const ids = [...new Set([...(await readPersonIds(db)), ...(before?.people.keys() ?? [])])]
  const found = new Map<string, number>()
  for (let start = 0; start < ids.length; start += PEOPLE_A_READ) {
    const people = [...(await peopleThen(db, ids.slice(start, start + PEOPLE_A_READ), before, asked))]
    await pause()
    for (let at = 0; at < people.length; at += PEOPLE_A_COUNT) {
      const some = people.slice(at, at + PEOPLE_A_COUNT)
      const together = some.map(([, person]) => person)
      if (timesOf(together, asked) === 0) continue
      for (const [id, person] of some) {
        const times = timesOf([person], asked)
        if (times > 0) found.set(id, times)
      }
      await pause()
    }
  }
  return found
}

type Adding = ReadonlyMap<string, number>

/** Who adds to the figure that was asked about last, of each open register: every page of a list asks for all of them. */
const lastAdding = new WeakMap<ReadDb, { readonly of: string; readonly adding: Adding }>()

/** What was asked, and how far the register has been written: nobody adds otherwise until something more is. */
const askedAt = async (db: ReadDb, reportId: string, { figure, today }: Asked): Promise<string> => {
  const newest = await db.selectFrom('change').select('seq').orderBy('seq', 'desc').limit(1).executeTakeFirst()
  return [reportId, figure, today, newest?.seq ?? 0].join(' ')
}

const addingToOnce = async (
  context: AskedContext,
  reportId: string,
  auditSeq: number | null,
  asked: Asked,
): Promise<Adding> => {
  const { db } = context
  const of = await askedAt(db, reportId, asked)
  const last = lastAdding.get(db)
  if (last?.of === of) return last.adding
  const before = auditSeq === null ? null : await rowsBefore(db, auditSeq)
  const adding = await addingTo(context, before, asked)
  lastAdding.set(db, { of, adding })
  return adding
}

const caveatsOf = (kept: Kept | null, hasHistory: boolean, asked: Asked): PeopleCaveat[] => {
  const caveats: PeopleCaveat[] = []
  if (!hasHistory) caveats.push('no-history')
  else if (OF_WAYS.test(asked.figure)) caveats.push('ways')
  if (kept === null) caveats.push('not-kept')
  const why = kept === null ? null : otherwiseCounted(asked.figure, kept.measured, asked)
  if (why === 'rule' || why === 'letter-days') caveats.push(why)
  return caveats
}

/** The true count that was frozen; `null` where it was not kept. @throws AppError `not-found` for no figure of the report. */
const frozenCount = ({ dataset }: FrozenReport, kept: Kept | null, figure: string): number | null => {
  if (!countsPeople(figure)) throw nothingToShow()
  // Without what was kept nobody knows which hospital has which place.
  if (kept === null && !HOSPITAL_FIGURE.test(figure) && figuresIn(dataset.sections).has(figure)) return null
  const value = kept?.measured.sheet.figures().find(({ id }) => id === figure)?.value
  if (value === undefined)
    throw new AppError('not-found', 'The people behind this number cannot be told. Open the report again.')
  return value
}

/**
 * The people behind a figure of a frozen report of this practice, by name: as they were recorded when it was counted,
 * so that they add up to it, or as they are where the history does not reach back.
 * @throws AppError `forbidden` for a report of several practices, `not-found` for a figure that counts no people.
 */
export const peopleOfFigure = async (
  context: AskedContext,
  { id, figure, offset, limit }: z.output<typeof reportPeopleInputSchema>,
): Promise<z.input<typeof reportPeopleSchema>> => {
  const { db, env } = context
  const report = await openReport(db, id)
  const kept = keptOf(report)
  const frozen = frozenCount(report, kept, figure)
  const { from, to, rules } = report.dataset
  const asked: Asked = {
    rules,
    kept: kept ?? { practice: await readReportPractice(db) },
    period: { from, to },
    letterBook: await currentLetterBook(db),
    figures: [figure],
    figure,
    hospitals: kept?.measured.hospitals ?? [],
    today: env.clock.today(),
  }
  const auditSeq = await countedUnder(db, id)
  const times = await addingToOnce(context, id, auditSeq, asked)
  const inOrder = await idsByName(db, [...times.keys()])
  const page = inOrder.slice(offset, offset + limit)
  const lines = await linesOf(db, page)
  context.lists([...lines.keys()])
  const people = auditSeq === null ? new Map<string, SourcePerson>() : await peopleThen(db, page, null, asked)
  return {
    asOf: auditSeq === null ? 'today' : 'freeze',
    caveats: caveatsOf(kept, auditSeq !== null, asked),
    frozen,
    counted: [...times.values()].reduce((sum, each) => sum + each, 0),
    removed: times.size - inOrder.length,
    rows: page.flatMap((personId) => {
      const person = lines.get(personId)
      const counted = times.get(personId)
      if (person === undefined || counted === undefined) return []
      const today = people.get(personId)
      return [{ person, times: counted, now: today === undefined ? counted : timesOf([today], asked) }]
    }),
    total: inOrder.length,
  }
}

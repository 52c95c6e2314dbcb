import { openForReading } from '#core/db/sqlite/connection.ts'
import { loadFacts } from '#core/features/measures/load-facts.ts'
import { dayNumber } from '#shared/domain/calendar.ts'
import { DEFAULT_BOOK } from '#shared/features/journey/public.ts'
import type { Facts } from '#shared/features/measures/facts.ts'
import { observeAll } from '#shared/features/measures/library/count.ts'
import { SERIES_MONTHS, seriesOf } from '#shared/features/measures/library/figure.ts'
import { LIBRARY } from '#shared/features/measures/library/library.ts'
import type { LibraryMeasure, MeasureContext } from '#shared/features/measures/library/measure.ts'
import { monthNumber, type Months, monthText } from '#shared/features/measures/library/months.ts'
import { clockRulesFor } from '#shared/features/pathways/public.ts'
import { daysSql, LIBRARY_SQL, monthsSql } from '../core/measures/library-text.sql.ts'
import { type BenchRegister, benchRegister } from './bench-register.ts'
import { type Figure, median, timed } from './measure.ts'

const PEOPLE = 50_000
const ROUNDS = 7
const MOST_MS = 1000
const MOST_TIMES = 2

type Text = (typeof LIBRARY_SQL)[number]

/** Numerators and undecided of three years by month, as one text to compare by. */
type ByMonth = ReadonlyMap<string, string>

const inMemory = (
  measures: readonly LibraryMeasure[],
  facts: Facts,
  context: MeasureContext,
  months: Months,
): ByMonth =>
  new Map(
    observeAll(measures, facts, context, months).map((counted) => [
      counted.measure.definition.code,
      seriesOf(counted, months, context)
        .flatMap(({ month, figure: { numerator, undecided } }) =>
          numerator + undecided === 0 ? [] : `${month} ${numerator} ${undecided}`,
        )
        .join(),
    ]),
  )

/** The same from bare statements on an open connection. */
const bySql = ({ core }: BenchRegister, months: Months, today: string) => {
  const { database, key } = core.vault.openRegister()
  const connection = openForReading(database.path, key)
  const asked = { first: monthText(months.first), last: monthText(months.last), today }
  const rowsOf = (text: string): Record<string, unknown>[] => {
    const values: string[] = []
    const numbered = text.replaceAll(/:(first|last|today)\b/g, (_, name: keyof typeof asked) => {
      values.push(asked[name])
      return '?'
    })
    return connection.prepare(numbered).all(...values) as Record<string, unknown>[]
  }
  return {
    close: () => connection.close(),
    months: (text: Text): string => {
      if (text.code.endsWith('-days') || text.code.endsWith('-interval') || text.code === 'letter-gap')
        rowsOf(daysSql(text))
      return rowsOf(monthsSql(text))
        .filter((row) => Number(row['met']) + Number(row['undecided']) > 0)
        .map((row) => `${String(row['month'])} ${String(row['met'])} ${String(row['undecided'])}`)
        .toSorted()
        .join()
    },
  }
}

const detail = (times: readonly number[], more: string): string =>
  `median of ${times.length}, ${PEOPLE.toLocaleString('en-GB')} people; ${more}`

/** Every measure of the library for each of 36 months, and the same figures by SQL over the register's own tables. */
export const measuresFigures = async (say: (step: string) => void): Promise<Figure[]> => {
  say(`making a register of ${PEOPLE.toLocaleString('en-GB')} people`)
  const register = await benchRegister(PEOPLE)
  const { core } = register
  const today = core.env.clock.today()
  const last = monthNumber(today.slice(0, 7)) - 1
  const months = { first: last - SERIES_MONTHS + 1, last }
  const sql = bySql(register, months, today)
  try {
    const { read } = core.vault.openRegister().database
    say('reading facts')
    let facts = await loadFacts(read)
    const readIn: number[] = []
    for (let round = 0; round < 3; round += 1)
      readIn.push(
        await timed(async () => {
          facts = await loadFacts(read)
        }),
      )
    const context: MeasureContext = {
      today,
      todayNumber: dayNumber(today),
      clockRules: clockRulesFor('england'),
      letterBook: DEFAULT_BOOK,
      listSize: null,
    }
    say('all measures in memory')
    const all: number[] = []
    for (let round = 0; round < ROUNDS; round += 1)
      all.push(await timed(() => inMemory(LIBRARY, facts, context, months)))
    const library: number[] = []
    await core.call('measures.library', {})
    for (let round = 0; round < ROUNDS; round += 1) library.push(await timed(() => core.call('measures.library', {})))
    say('the same figures by SQL')
    const ours = inMemory(LIBRARY, facts, context, months)
    let bare = 0
    const same = new Set<string>()
    for (const text of LIBRARY_SQL) {
      let theirs = ''
      const took = await timed(() => {
        theirs = sql.months(text)
      })
      if (ours.get(text.code) === theirs) {
        same.add(text.code)
        bare += took
      } else if (text.vague) throw new Error(`${text.code} differs from its SQL`)
    }
    const measures = LIBRARY.filter(({ definition }) => same.has(definition.code))
    const some: number[] = []
    for (let round = 0; round < ROUNDS; round += 1)
      some.push(await timed(() => inMemory(measures, facts, context, months)))
    const events = `${facts.events.type.length.toLocaleString('en-GB')} events`
    return [
      {
        name: 'all measures, three years by month',
        value: median(all),
        unit: 'ms',
        limit: { most: MOST_MS },
        detail: detail(all, `${LIBRARY.length} measures, ${events} in memory`),
      },
      {
        name: 'page of the measure library, core',
        value: median(library),
        unit: 'ms',
        limit: { most: MOST_MS },
        detail: detail(library, 'with the period before, three years by month and what they say'),
      },
      {
        name: 'measures against SQL, three years by month',
        value: median(some) / bare,
        unit: '×',
        limit: { most: MOST_TIMES },
        detail: `${median(some).toFixed(0)} ms against ${bare.toFixed(0)} ms for ${same.size} measures with the same figures`,
      },
      {
        name: 'facts read anew, after a change',
        value: median(readIn),
        unit: 'ms',
        limit: null,
        detail: detail(readIn, events),
      },
    ]
  } finally {
    sql.close()
    await register.remove()
  }
}

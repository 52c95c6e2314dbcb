import { addMonths } from '#shared/domain/partial-date.ts'
import { openForReading, type Statement } from '#core/db/sqlite/connection.ts'
import type { BenchRegister } from './bench-register.ts'
import { type Figure, inTurns, median, ratioFigure, timed } from './measure.ts'

const REPEATS = 8
const ROUNDS = { warmUp: 5, rounds: 21 }
const PAGE = 100

const ROWS = (where: string): string => `
  SELECT person.id, person.title, person.surname, person.given_name, person.nhs_number, person.local_id, person.birth_date, person.sex,
    summary.died, summary.tumour_group, summary.diagnosis_date, user_account.name AS named_lead_name
  FROM person_summary AS summary JOIN person ON person.id = summary.person_id
  LEFT JOIN user_account ON user_account.id = person.named_lead_id
  ${where} ORDER BY summary.sort_name, summary.number LIMIT ? OFFSET ?`
const COUNT = (where: string): string => `SELECT count(*) AS total FROM person_summary AS summary ${where}`
const PLACES = Array.from({ length: PAGE }, () => '?').join(', ')
const MARKS = `SELECT person_id, id, event_type, event_date, event_date_precision, answers_event_id FROM journey_event
  WHERE person_id IN (${PLACES}) AND event_date >= ? ORDER BY event_date`
const DIAGNOSES = `SELECT person_id, site, stage, diagnosis_date, diagnosis_date_precision FROM cancer_episode
  WHERE person_id IN (${PLACES})`
const SEARCH = `WHERE summary.number IN (SELECT rowid FROM person_search WHERE person_search MATCH ?)`

/**
 * What a page costs with nothing around it: prepared statements that read its people, diagnoses and events from their
 * tables, run one after another on an open connection.
 */
const barePage = (
  prepare: (sql: string) => Statement,
  since: string,
  where: string,
  terms: readonly string[],
): (() => void) => {
  const [rows, count, marks, diagnoses] = [ROWS(where), COUNT(where), MARKS, DIAGNOSES].map(prepare) as [
    Statement,
    Statement,
    Statement,
    Statement,
  ]
  return () => {
    const found = rows.all(...terms, PAGE, 0)
    count.get(...terms)
    const ids = found.map((row) => row['id'])
    const padded = [...ids, ...Array.from({ length: PAGE - ids.length }, () => null)]
    marks.all(...padded, since)
    diagnoses.all(...padded)
  }
}

const repeated = (work: () => unknown) => async (): Promise<number> => {
  const total = await timed(async () => {
    for (let repeat = 0; repeat < REPEATS; repeat += 1) await work()
  })
  return total / REPEATS
}

/** Register page and search through the five gates, against their bare prepared statements. */
export const registerFigures = async ({ core }: BenchRegister, people: number): Promise<Figure[]> => {
  const { database, key } = core.vault.openRegister()
  const connection = openForReading(database.path, key)
  const prepare = (sql: string): Statement => connection.prepare(sql) as Statement
  const since = addMonths(core.env.clock.today(), -12)
  const figures: Figure[] = []
  try {
    for (const [name, search] of [
      ['register page', ''],
      ['register search', 'ash'],
    ] as const) {
      const bare = search === '' ? barePage(prepare, since, '', []) : barePage(prepare, since, SEARCH, [`"${search}"`])
      const ours = (): Promise<unknown> => core.call('register.page', { search, limit: PAGE })
      const comparison = await inTurns({ ours: repeated(ours), bare: repeated(bare) }, ROUNDS)
      figures.push(
        ratioFigure(
          `${name}, ${people.toLocaleString('en-GB')} people`,
          2,
          comparison,
          'bare prepared statements over its tables',
        ),
      )
    }
  } finally {
    connection.close()
  }
  return figures
}

/** From the derived key to the first page of the register, in the core. */
export const unlockFigure = async ({ core }: BenchRegister): Promise<Figure> => {
  const { register, user } = core.vault.openRegister()
  const key = Buffer.from(core.vault.openRegister().key)
  const times: number[] = []
  for (let round = 0; round < 7; round += 1) {
    await core.vault.close('request')
    times.push(
      await timed(async () => {
        await core.vault.openWith(register, Buffer.from(key), user)
        await core.call('register.page', { limit: PAGE })
      }),
    )
  }
  return {
    name: 'key derived to register page, core',
    value: median(times),
    unit: 'ms',
    limit: { most: 400 },
    detail: `median of ${times.length}, 10,000 people`,
  }
}

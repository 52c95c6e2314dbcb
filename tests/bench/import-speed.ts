import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { parse } from 'csv-parse/sync'
import { inProcessClient, finish } from '#core/in-process.ts'
import { migrate } from '#core/db/migrate.ts'
import { openForWriting } from '#core/db/sqlite/connection.ts'
import { systemClock } from '#core/clock.ts'
import { demoPeople } from '#core/features/demo/people.ts'
import { systemIds } from '#core/ids.ts'
import { csvLine } from '#shared/domain/csv-safe.ts'
import { benchRegister } from './bench-register.ts'
import { type Figure, inTurns, ratioFigure, timed } from './measure.ts'

const ROWS = 10_000
const HEADINGS = [
  'NHS number',
  'Surname',
  'First name',
  'Date of birth',
  'Sex',
  'Cancer',
  'ICD-10 code',
  'Diagnosis date',
  'Stage',
  'Hospital',
]

const british = (date: string | null): string => (date === null ? '' : date.split('-').toReversed().join('/'))
const iso = (date: string | undefined): string | null =>
  date === undefined || date === '' ? null : date.split('/').toReversed().join('-')

/** More than enough: the demo enters some people a second time, and those would not come in as new. */
const MADE_UP = ROWS + 1000

const writeCsv = (path: string): void => {
  const lines = [csvLine(HEADINGS)]
  const names = new Set<string>()
  for (const { person, episodes } of demoPeople({
    patients: MADE_UP,
    seed: 1,
    today: systemClock.today(),
    leadIds: [],
  })) {
    if (lines.length > ROWS) break
    const [episode] = episodes
    const name = `${person.surname} ${person.birth_date}`
    if (person.nhs_number === null || names.has(name)) continue
    names.add(name)
    lines.push(
      csvLine([
        person.nhs_number,
        person.surname,
        person.given_name,
        british(person.birth_date),
        person.sex === '2' ? 'F' : 'M',
        episode?.site,
        episode?.icd10_code,
        british(episode?.diagnosis_date ?? null),
        episode?.stage,
        episode?.hospital,
      ]),
    )
  }
  writeFileSync(path, lines.join(''))
}

/** Read, match, preview, back up and bring in, as the screen does it, into a register that is new. */
const ours = (file: string) => async (): Promise<number> => {
  const register = await benchRegister(0)
  try {
    const client = inProcessClient(register.core)
    register.core.env.files.grant('file', file, 'read')
    return await timed(async () => {
      const draft = await finish(client.imports.read({ fileHandle: 'file', reading: {} }))
      const columns = draft.columns.map(({ index, field }) => ({ index, field, dates: null }))
      await finish(client.imports.preview({ draftId: draft.draftId, columns }))
      const batch = await finish(client.imports.commit({ draftId: draft.draftId, name: 'bench' }))
      if (batch.counts.rows.new !== ROWS) throw new Error(`only ${batch.counts.rows.new} of ${ROWS} rows came in`)
    })
  } finally {
    await register.remove()
  }
}

/** The least any import could do: parse the file, insert a person and a diagnosis for each row, commit. */
const bare = (file: string, folder: string) => async (): Promise<number> => {
  const path = join(folder, 'bare.db')
  const connection = openForWriting(path, systemIds.bytes(32))
  try {
    migrate(connection)
    return await timed(() => {
      const person = connection.prepare(
        `INSERT INTO person (id, nhs_number, surname, given_name, birth_date, sex, leave_out_of_sharing, version) VALUES (?, ?, ?, ?, ?, ?, 0, 1)`,
      )
      const episode = connection.prepare(
        `INSERT INTO cancer_episode (id, person_id, kind, tumour_group, site, icd10_code, diagnosis_date, diagnosis_date_precision, stage, route, hospital, version)
         VALUES (?, ?, 'new_primary', 'not_known', ?, ?, ?, 'day', ?, 'not_known', ?, 1)`,
      )
      const rows: string[][] = parse(readFileSync(file), { fromLine: 2 })
      connection.transaction(() => {
        for (const [nhsNumber, surname, givenName, born, sex, site, code, diagnosed, stage, hospital] of rows) {
          const id = systemIds.next()
          person.run(id, nhsNumber, surname, givenName, iso(born), sex === 'F' ? '2' : '1')
          episode.run(systemIds.next(), id, site, code, iso(diagnosed), stage, hospital)
        }
      })()
    })
  } finally {
    connection.close()
    for (const suffix of ['', '-wal', '-shm']) rmSync(path + suffix, { force: true })
  }
}

/** Importing 10,000 rows with everything that makes it safe, against parsing plus bare inserts. */
export const importFigure = async (): Promise<Figure> => {
  const folder = mkdtempSync(join(tmpdir(), 'throughline-bench-'))
  const file = join(folder, 'people.csv')
  try {
    writeCsv(file)
    const comparison = await inTurns({ ours: ours(file), bare: bare(file, folder) }, { warmUp: 1, rounds: 5 })
    return ratioFigure('import of 10,000 rows', 4, comparison, 'parsing plus bare inserts')
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

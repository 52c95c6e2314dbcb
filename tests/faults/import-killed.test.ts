import { execFile } from 'node:child_process'
import { join } from 'node:path'
import { fileURLToPath } from 'node:url'
import { promisify } from 'node:util'
import { describe, expect, it } from 'vitest'
import { integrityProblems } from '#core/db/sqlite/maintenance.ts'
import { createTestCore, TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'
import { fileOf, importing, temporaryFolder } from '#tests/core/imports/import-helpers.ts'

const PEOPLE = 600
const HEADINGS = 'Local number,Surname,First name,Date of birth,Cancer,Diagnosis date,Care review date'
const lines = [
  HEADINGS,
  ...Array.from(
    { length: PEOPLE },
    (_, at) => `L${at},Person${at},Given,01/02/${1930 + (at % 60)},Ca prostate,03/04/2024,05/06/2025`,
  ),
]

const run = promisify(execFile)

/** Runs the import in a process of its own that dies at a step, and says how it ended. */
const importUntil = async (dataFolder: string, file: string, step: string): Promise<string | null> => {
  const child = fileURLToPath(new URL('import-child.ts', import.meta.url))
  const ended: unknown = await run(process.execPath, [child, dataFolder, file, step]).catch((cause: unknown) => cause)
  return (ended as { signal?: string }).signal ?? null
}

const openAgain = async (dataFolder: string): Promise<TestCore> => {
  const test = await createTestCore({ dataFolder, setUp: false })
  const user = (await test.client.access.state({})).users[0]
  await test.client.access.unlock({ userId: user?.id ?? '', passphrase: TEST_PASSPHRASE })
  return test
}

const counts = async ({ session }: TestCore): Promise<Record<string, number>> => {
  const { read } = session().database
  const count = async (
    table: 'person' | 'cancer_episode' | 'journey_event' | 'person_summary' | 'import_batch',
  ): Promise<number> =>
    (
      await read
        .selectFrom(table)
        .select((all) => all.fn.countAll<number>().as('n'))
        .executeTakeFirstOrThrow()
    ).n
  return {
    people: await count('person'),
    episodes: await count('cancer_episode'),
    events: await count('journey_event'),
    summaries: await count('person_summary'),
    batches: await count('import_batch'),
  }
}

const absent = { people: 0, episodes: 0, events: 0, summaries: 0, batches: 0 }
const whole = { people: PEOPLE, episodes: PEOPLE, events: PEOPLE, summaries: PEOPLE, batches: 1 }

describe('an import in a process that is killed', () => {
  it.each([
    ['in the middle of storing', 'Bringing in people', absent],
    ['while it waits for its backup', 'Verifying the backup', absent],
    ['while it counts again', 'Counting again', absent],
    ['straight after it ended', 'none', whole],
  ])('leaves a valid register and is whole or absent: %s', async (_when, step, expected) => {
    const folder = temporaryFolder()
    try {
      const file = fileOf(folder.path, 'list.csv', lines)
      const dataFolder = join(folder.path, 'data')
      expect(await importUntil(dataFolder, file, step)).toBe('SIGKILL')
      const test = await openAgain(dataFolder)
      try {
        expect(await test.session().database.alone(integrityProblems)).toEqual([])
        expect(await counts(test)).toEqual(expected)
        const wizard = importing(test)
        const again = await wizard.preview(await wizard.read(file))
        expect(again.counts.rows).toMatchObject(expected === whole ? { same: PEOPLE } : { new: PEOPLE })
      } finally {
        await test.close()
      }
    } finally {
      folder.remove()
    }
  })
})

import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { temporaryFolder } from '#tests/core/imports/import-helpers.ts'
import { refusal } from '#tests/support/answers.ts'
import { aPerson } from '#tests/support/builders.ts'
import { deprivationFile, searchCountFile } from '#tests/support/figure-files.ts'
import { createTestCore, TEST_NOW, TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'
import { bringingIn, SEARCH_COUNTS, writeFigures } from './figure-helpers.ts'

let test: TestCore
let folder: ReturnType<typeof temporaryFolder>
let figures: ReturnType<typeof bringingIn>

beforeEach(async () => {
  test = await createTestCore()
  folder = temporaryFolder()
  figures = bringingIn(test)
})

afterEach(async () => {
  await test.close()
  folder.remove()
})

const file = (name: string, content: string | Buffer): string => writeFigures(folder.path, name, content)
const countFile = (): string => file('counts.csv', searchCountFile())
const storedRows = async (): Promise<number> => {
  const { rows } = await test
    .session()
    .database.read.selectFrom('figure_row')
    .select(({ fn }) => fn.countAll<number>().as('rows'))
    .executeTakeFirstOrThrow()
  return rows
}
const lastAudit = async () => (await test.client.audit.page({ before: null, limit: 1 }))[0]

describe('a search-count report', () => {
  it('is recognised with its search, its day and its columns', async () => {
    const draft = await figures.read(countFile())
    expect(draft).toMatchObject({
      rowCount: 4,
      hasTotal: true,
      headerLine: 5,
      fileKind: 'UTF-16 (little-endian) text, separated by comma',
      about: {
        kind: 'search-counts',
        title: 'CAN005 support information',
        edition: 'Last run 04-Nov-2026',
        asAt: '2026-10-31',
      },
    })
    expect(draft.columns.map(({ heading }) => heading)).toEqual([
      'Organisation',
      'CDB',
      'Population Count',
      'Parent',
      '%',
      'Males',
      'Females',
      'Excluded',
      'Status',
    ])
  })

  it('is checked against its total, saved whole and listed with its source', async () => {
    const { preview, saved, set } = await figures.bringIn(countFile(), SEARCH_COUNTS)
    expect(preview).toMatchObject({
      accepted: 4,
      sameAs: null,
      supersedes: null,
      checks: { rowsIn: 4, rejected: [], warnings: [], total: { state: 'agrees', words: [] } },
    })
    expect(saved).toBe(true)
    expect(await test.client.figures.list({})).toEqual([set])
    expect(set).toMatchObject({
      ...SEARCH_COUNTS,
      rowCount: 4,
      state: 'current',
      importedAt: TEST_NOW,
      userName: 'Dr Anjali Rao',
    })
    const { rows, total } = await test.client.figures.rows({ setId: set.id })
    expect(total).toBe(4)
    expect(rows[2]).toEqual({
      line: 8,
      key: '20008',
      part: '',
      values: {
        organisation: 'Ostley Road, The Surgery',
        cdb: '20008',
        population: 22,
        parent: 39,
        percent: 56,
        males: 12,
        females: 10,
        excluded: 0,
        status: 'Completed',
      },
    })
    expect(await lastAudit()).toMatchObject({
      method: 'figures.save',
      verb: 'import',
      sentence: 'Brought in practice figures',
      personId: null,
    })
  })

  it('saves nothing before it is saved', async () => {
    await figures.check(await figures.read(countFile()), SEARCH_COUNTS)
    expect(await test.client.figures.list({})).toEqual([])
    expect(await storedRows()).toBe(0)
  })

  it('leaves out what cannot be and questions what is odd, with line and reason', async () => {
    const lines = [
      'Brackenfold Surgery,20006,41,57,72%,30,22,0,Completed,',
      'Harrowmere Practice,20007,-3,48,62%,14,16,0,Completed,',
      'Ostley Road,20008,50,39,56%,12,10,0,Completed,',
      'Pennywell Health Centre,20009,50,62,41%,27,23,0,Completed,',
      'Tolland Green Practice,20011,55,71,77%,24,30,0,Running,',
      'Tolland Green Practice,20011,55,71,77%,24,30,0,Completed,',
      'Total,,253,310,64%,97,101,0,,',
    ]
    const { preview, set } = await figures.bringIn(file('odd.csv', searchCountFile(lines)), SEARCH_COUNTS)
    expect(preview.checks.rejected).toEqual([
      { reason: 'Males and females are more than the count', rows: 1, lines: [6] },
      { reason: '“Population count” is below zero', rows: 1, lines: [7] },
      { reason: 'The count is larger than its parent', rows: 1, lines: [8] },
      { reason: 'It stands on an earlier line already', rows: 1, lines: [11] },
    ])
    expect(preview.checks.warnings).toEqual([
      { reason: 'The percentage is not the count over its parent', rows: 1, lines: [9] },
      {
        reason: 'Males and females are fewer than the count: sex may not be recorded for everybody',
        rows: 1,
        lines: [10],
      },
      { reason: 'The search had not completed here', rows: 1, lines: [10] },
    ])
    expect(preview.checks.total.state).toBe('differs')
    expect(preview.checks.total.words[0]).toBe('Population count: the total says 253, the rows add up to 251')
    expect(set.rowCount).toBe(2)
    expect(await storedRows()).toBe(2)
  })
})

describe('sets beside each other', () => {
  it('change nothing when the same figures come again, whatever they are called', async () => {
    const first = await figures.bringIn(countFile(), SEARCH_COUNTS)
    const again = await figures.bringIn(countFile(), { ...SEARCH_COUNTS, title: 'Support, October' })
    expect(again.preview.sameAs).toEqual(first.set)
    expect(again).toMatchObject({ saved: false, set: first.set })
    expect(await test.client.figures.list({})).toHaveLength(1)
    expect(await storedRows()).toBe(4)
  })

  it('follow each other: the newer is current, the older stays with its rows', async () => {
    const first = await figures.bringIn(countFile(), SEARCH_COUNTS)
    const mended = searchCountFile(['Brackenfold Surgery,20006,42,57,74%,20,22,0,Completed,'])
    const second = await figures.bringIn(file('mended.csv', mended), {
      ...SEARCH_COUNTS,
      title: 'can005 Support Information',
    })
    expect(second.preview.supersedes?.id).toBe(first.set.id)
    expect((await test.client.figures.list({})).map(({ id, state }) => [id, state])).toEqual([
      [second.set.id, 'current'],
      [first.set.id, 'superseded'],
    ])
    expect((await test.client.figures.rows({ setId: first.set.id })).total).toBe(4)
    const nextMonth = await figures.bringIn(countFile(), { ...SEARCH_COUNTS, asAt: '2026-11-30' })
    expect(nextMonth.preview.supersedes).toBeNull()
    await test.client.figures.remove({ setId: second.set.id, version: second.set.version })
    expect((await test.client.figures.set({ setId: first.set.id })).state).toBe('current')
  })

  it('are removed whole, once, and can come again from their file', async () => {
    const { set } = await figures.bringIn(countFile(), SEARCH_COUNTS)
    const removed = await test.client.figures.remove({ setId: set.id, version: set.version })
    expect(removed).toMatchObject({ state: 'removed', removedBy: 'Dr Anjali Rao', removedAt: TEST_NOW, rowCount: 4 })
    expect(await storedRows()).toBe(0)
    const entry = await lastAudit()
    expect(entry).toMatchObject({ method: 'figures.remove', verb: 'remove' })
    await expect(test.client.audit.undo({ seq: entry?.seq ?? 0 })).rejects.toMatchObject({ code: 'conflict' })
    await expect(test.client.figures.remove({ setId: set.id, version: removed.version })).rejects.toMatchObject({
      code: 'conflict',
    })
    expect(await figures.bringIn(countFile(), SEARCH_COUNTS)).toMatchObject({ saved: true })
    expect(await storedRows()).toBe(4)
  })

  it('say how a removal is refused when somebody was there before', async () => {
    const { set } = await figures.bringIn(countFile(), SEARCH_COUNTS)
    await expect(test.client.figures.remove({ setId: set.id, version: set.version + 1 })).rejects.toMatchObject({
      code: 'stale',
    })
    expect(await storedRows()).toBe(4)
  })
})

describe('a file that was read wrongly', () => {
  it('is read again with another separator, text and line of headings', async () => {
    const draft = await figures.read(file('odd.csv', 'Postcode;Rank, of all;Decile\nQA1 1AA;1;1\nQA1 1AB;2;1\n'))
    const again = (change: object) =>
      finish(test.client.figures.readAgain({ draftId: draft.draftId, sheet: null, headerLine: null, ...change }))
    expect(draft).toMatchObject({ encoding: 'utf-8', separator: ';', sheet: null })
    expect((await again({ separator: ',' })).columns.map(({ heading }) => heading)).toEqual([
      'Postcode;Rank',
      'of all;Decile',
    ])
    expect(await again({ encoding: 'windows-1252', separator: ';' })).toMatchObject({
      encoding: 'windows-1252',
      separator: ';',
      rowCount: 2,
    })
  })
})

describe('a long table', () => {
  it('answers a postcode of 100,000 at once, and goes whole', { timeout: 120_000 }, async () => {
    const path = file('postcodes.csv', deprivationFile(100_000))
    const about = { ...SEARCH_COUNTS, kind: 'deprivation', title: 'Postcodes', source: 'MHCLG' } as const
    const { set, preview } = await figures.bringIn(path, about)
    expect(preview).toMatchObject({ accepted: 100_000, checks: { rejected: [], remarks: [] } })
    const wanted = (await test.client.figures.rows({ setId: set.id, offset: 99_990, limit: 1 })).rows[0]
    const before = performance.now()
    const found = await test.client.figures.lookUp({ kind: 'deprivation', key: (wanted?.key ?? '').toLowerCase() })
    expect(performance.now() - before).toBeLessThan(250)
    expect(found?.rows).toMatchObject([{ values: { rank: 99_991, decile: 10 } }])
    await test.session().database.alone((connection) => {
      const plan = connection
        .prepare('EXPLAIN QUERY PLAN SELECT line FROM figure_row WHERE set_number = 1 AND key = ?')
        .all('AB12CD') as { detail: string }[]
      expect(plan.map(({ detail }) => detail)).toEqual([expect.stringContaining('SEARCH figure_row USING PRIMARY KEY')])
    })
    await test.client.figures.remove({ setId: set.id, version: set.version })
    expect(await storedRows()).toBe(0)
  })

  it('longer than fits is read as it comes, and the districts of the register are kept of it', async () => {
    const path = file('country.csv', deprivationFile(1_050_000))
    expect(await refusal(figures.read(path))).toMatchObject({
      code: 'validation',
      message: expect.stringContaining('Nobody on it has a postcode yet'),
    })
    await test.client.register.addPerson({ person: aPerson({ postcode: 'QB7 9ZZ' }), episode: null })
    await test.client.register.addPerson({
      person: aPerson({ postcode: 'qn99 1zz', nhsNumber: '9990000026' }),
      episode: null,
    })
    const draft = await figures.read(path)
    expect(draft).toMatchObject({ rowCount: 2_000, leftOut: { rows: 1_048_000, districts: 2 } })
    const about = { ...SEARCH_COUNTS, kind: 'deprivation', title: 'Postcodes', source: 'MHCLG' } as const
    const preview = await figures.check(draft, about)
    expect(preview.checks.remarks).toEqual([
      'Of 1,050,000 rows the 2,000 of the 2 postcode districts on your register are kept. Bring the table in again when people come from other districts',
    ])
    await figures.save(draft)
    const found = await test.client.figures.lookUp({ kind: 'deprivation', key: 'QB7 9NN' })
    expect(found?.rows).toHaveLength(1)
    expect(await test.client.figures.lookUp({ kind: 'deprivation', key: 'QB8 9NN' })).toBeNull()
  }, 120_000)

  it('of something else than postcodes is refused where it is longer than fits', async () => {
    const lines = Array.from({ length: 1_000_100 }, (_, at) => `E${String(at).padStart(8, '0')},1`)
    const path = file('areas.csv', ['LSOA code,Decile', ...lines, ''].join('\n'))
    expect(await refusal(figures.read(path))).toMatchObject({
      message: expect.stringContaining('more than a million rows'),
    })
  }, 120_000)

  it('can be stopped while it is saved, and then nothing is there', async () => {
    const draft = await figures.read(file('postcodes.csv', deprivationFile(9_000)))
    await figures.check(draft, { ...SEARCH_COUNTS, kind: 'deprivation', title: 'Postcodes' })
    const stopping = new AbortController()
    const stream = await test.client.figures.save({ draftId: draft.draftId }, { signal: stopping.signal })
    await stream.next()
    stopping.abort()
    const rest = async (): Promise<void> => {
      while ((await stream.next()).done !== true);
    }
    await expect(rest()).rejects.toMatchObject({ code: 'cancelled' })
    expect(await storedRows()).toBe(0)
    expect(await test.client.figures.list({})).toEqual([])
  })
})

describe('who may', () => {
  it('forgets the file when the register locks', async () => {
    const draft = await figures.read(countFile())
    await test.client.access.lock({})
    await test.client.access.unlock({ userId: test.userId, passphrase: TEST_PASSPHRASE })
    await expect(test.client.figures.draft({ draftId: draft.draftId })).rejects.toMatchObject({ code: 'not-found' })
  })
})

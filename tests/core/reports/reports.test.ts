import { existsSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { sha256 } from '#core/canonical-json.ts'
import { finish } from '#core/in-process.ts'
import { REPORT_FORMATS } from '#shared/features/reports/schema.ts'
import { anEpisode, anEvent, aPerson } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

/** Every export says what it is for and whom it is for. */
const SENT_TO = { purpose: 'Network meeting', recipient: 'Primary care network' }

const YEAR = { from: '2025-04-01', to: '2026-03-31' }

let test: TestCore
let folder: string

beforeEach(async () => {
  test = await createTestCore()
  folder = mkdtempSync(join(tmpdir(), 'throughline-report-'))
  test.core.env.files.grant('folder', folder, 'folder')
})

afterEach(async () => {
  await test.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Twelve people diagnosed in the period, eight of them contacted in time. */
const addPeople = async (): Promise<void> => {
  for (let index = 0; index < 12; index += 1) {
    const { id } = await test.client.register.addPerson({
      person: aPerson(),
      episode: anEpisode({ diagnosisDate: { date: '2025-06-15', precision: 'day' }, stage: '2', route: 'screening' }),
    })
    if (index < 8)
      await test.client.journey.logEvent(
        anEvent(id, { eventType: 'support_contact', lane: 'primary', date: '2025-08-01' }),
      )
  }
}

const build = (input: Parameters<typeof test.client.reports.build>[0] = YEAR) =>
  finish(test.client.reports.build(input))

const contactOf = async (id: string) => {
  const { dataset } = await test.client.reports.get({ id })
  const block = dataset.sections.find((section) => section.id === 'care')?.blocks[0]
  return block?.type === 'indicators' ? block.indicators[0] : undefined
}

describe('freezing', () => {
  it('counts the register as it stands, hides the four not contacted and protects the eight', async () => {
    await addPeople()
    const report = await build()
    expect(report.title).toBe('Network report, 1 Apr 2025 to 31 Mar 2026')
    expect(await contactOf(report.id)).toMatchObject({
      numerator: { state: 'hidden', why: 'protect' },
      denominator: { state: 'shown', value: 12 },
      estimate: { state: 'hidden' },
    })
    const open = await build({ ...YEAR, smallNumbers: 'none' })
    expect(await contactOf(open.id)).toMatchObject({
      numerator: { state: 'shown', value: 8 },
      denominator: { state: 'shown', value: 12 },
      estimate: { state: 'shown', value: expect.closeTo(66.667, 3) },
    })
  })

  it('asks about nobody whose tumour is recorded as in situ', async () => {
    await addPeople()
    const inSitu = anEpisode({ tumourGroup: 'breast', site: 'Breast', icd10Code: null, behaviour: 'in_situ' })
    const diagnosisDate = { date: '2025-06-01', precision: 'day' } as const
    await test.client.register.addPerson({ person: aPerson(), episode: { ...inSitu, stage: null, diagnosisDate } })
    const report = await build({ ...YEAR, smallNumbers: 'none' })
    expect(await contactOf(report.id)).toMatchObject({ denominator: { state: 'shown', value: 12 } })
  })

  it('does not count the days to a second cancer from the visit that led to the first', async () => {
    const anotherOf = (date: string) => anEpisode({ diagnosisDate: { date, precision: 'day' }, stage: null })
    const { id } = await test.client.register.addPerson({ person: aPerson(), episode: anotherOf('2015-02-01') })
    const second = await test.client.register.addEpisode({ personId: id, episode: anotherOf('2025-06-20') })
    for (const [eventType, date] of [
      ['seen_by_gp', '2015-01-05'],
      ['seen_by_gp', '2025-06-01'],
      ['routine_referral', '2025-06-03'],
    ] as const)
      await test.client.journey.logEvent(
        anEvent(id, { eventType, lane: 'primary', date, episodeId: eventType === 'seen_by_gp' ? null : second.id }),
      )
    const { dataset } = await test.client.reports.get({ id: (await build({ ...YEAR, smallNumbers: 'none' })).id })
    const blocks = dataset.sections.find((section) => section.id === 'intervals')?.blocks ?? []
    const table = blocks.find((block) => block.type === 'table' && block.id === 'interval-to-referral')
    expect(table?.type === 'table' && table.rows.at(-1)?.[2]).toMatchObject({ estimate: { state: 'shown', value: 2 } })
  })

  it('stays as it was when the register changes', async () => {
    await addPeople()
    const before = await build()
    const frozen = await test.client.reports.get({ id: before.id })
    await addPeople()
    expect(await test.client.reports.get({ id: before.id })).toEqual(frozen)
    expect((await build()).sha256).not.toBe(before.sha256)
    expect((await test.client.reports.list({})).map(({ id }) => id)).toHaveLength(2)
  })

  it('knows no name, number, postcode or day of birth', async () => {
    const person = aPerson({
      surname: 'Zzyzxcanary',
      givenName: 'Quillon',
      postcode: 'ZZ99 9ZZ',
      birthDate: '1931-07-23',
    })
    await test.client.register.addPerson({ person, episode: anEpisode() })
    const { id } = await build()
    const text = JSON.stringify(await test.client.reports.get({ id }))
    for (const canary of ['Zzyzxcanary', 'Quillon', 'ZZ99', '1931-07-23', person.nhsNumber])
      expect(text).not.toContain(canary)
  })

  it('tells how far it is, in order', async () => {
    await addPeople()
    const stream = await test.client.reports.build(YEAR)
    const steps: string[] = []
    for await (const { step } of stream) if (steps.at(-1) !== step) steps.push(step)
    expect(steps).toEqual(['freeze', 'measure', 'hide', 'save'])
  })

  it('saves nothing when it is stopped', async () => {
    await addPeople()
    const stopper = new AbortController()
    const stream = await test.client.reports.build(YEAR, { signal: stopper.signal })
    await stream.next()
    stopper.abort()
    await expect(finish(Promise.resolve(stream))).rejects.toMatchObject({ code: 'cancelled' })
    expect(await test.client.reports.list({})).toEqual([])
  })

  it.each([
    [{ from: '2025-04-01', to: '2026-12-31' }, 'to', 'in the future'],
    [{ from: '2026-03-31', to: '2025-04-01' }, 'to', 'before the first day'],
    [{ from: '2010-01-01', to: '2026-01-01' }, 'from', '10 years'],
    [{ from: '2025-02-30', to: '2026-01-01' }, 'from', 'not a date that exists'],
  ])('refuses %j in words beside its field', async (period, field, words) => {
    await expect(build(period)).rejects.toMatchObject({
      code: 'validation',
      details: { fieldErrors: { [field]: expect.stringContaining(words) } },
    })
  })
})

describe('exporting', () => {
  it('writes the chosen files under a name that says practice and period', async () => {
    await addPeople()
    const { id, sha256: fingerprint } = await build()
    const result = await finish(
      test.client.reports.export({ id, ...SENT_TO, folderHandle: 'folder', formats: [...REPORT_FORMATS] }),
    )
    expect(result.baseName).toBe('network-report-A99901-2025-04-01-to-2026-03-31')
    expect(readdirSync(folder).toSorted()).toEqual(result.files.map(({ name }) => name).toSorted())
    for (const { name, bytes, sha256: hash } of result.files) {
      const content = readFileSync(join(folder, name))
      expect(content).toHaveLength(bytes)
      expect(sha256(content)).toBe(hash)
    }
    expect(sha256(readFileSync(join(folder, `${result.baseName}.json`)))).toBe(fingerprint)
  })

  it('refuses a report that is no longer what was frozen', async () => {
    const { id } = await build()
    await test.session().database.write(async ({ statements }) => {
      statements.prepare('UPDATE report SET dataset = replace(dataset, ?, ?) WHERE id = ?').run('10240', '10241', id)
    })
    await expect(test.client.reports.get({ id })).rejects.toMatchObject({ code: 'conflict' })
    await expect(
      finish(test.client.reports.export({ id, ...SENT_TO, folderHandle: 'folder', formats: ['json'] })),
    ).rejects.toMatchObject({ code: 'conflict' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('says in words that a folder has gone, and leaves nothing behind', async () => {
    const { id } = await build()
    rmSync(folder, { recursive: true })
    await expect(
      finish(test.client.reports.export({ id, ...SENT_TO, folderHandle: 'folder', formats: ['csv'] })),
    ).rejects.toMatchObject({
      code: 'io',
      message: expect.stringContaining('no longer there'),
    })
    expect(existsSync(folder)).toBe(false)
  })

  it('writes nothing when it is stopped', async () => {
    const { id } = await build()
    const stopper = new AbortController()
    const stream = await test.client.reports.export(
      { id, ...SENT_TO, folderHandle: 'folder', formats: ['csv', 'xlsx'] },
      { signal: stopper.signal },
    )
    await stream.next()
    stopper.abort()
    await expect(finish(Promise.resolve(stream))).rejects.toMatchObject({ code: 'cancelled' })
    expect(readdirSync(folder)).toEqual([])
  })

  it('is in the audit trail, with its formats and fingerprint, the PDF too', async () => {
    const { id, sha256: fingerprint } = await build()
    await finish(test.client.reports.export({ id, ...SENT_TO, folderHandle: 'folder', formats: [], pdf: true }))
    const row = await test
      .session()
      .database.read.selectFrom('audit_entry')
      .select(['verb', 'detail'])
      .where('method', '=', 'reports.export')
      .executeTakeFirstOrThrow()
    expect(row.verb).toBe('export')
    expect(JSON.parse(row.detail)).toMatchObject({ reportId: id, sha256: fingerprint, formats: ['pdf'] })
  })

  it('tells in the audit trail what was for whom, and what was refused', async () => {
    const { id } = await build()
    const wanted = { id, ...SENT_TO, folderHandle: 'folder', formats: ['csv' as const] }
    await finish(test.client.reports.export(wanted))
    const open = await build({ ...YEAR, smallNumbers: 'none' })
    await expect(finish(test.client.reports.export({ ...wanted, id: open.id }))).rejects.toMatchObject({
      code: 'validation',
    })
    const entries = await test.client.audit.page({})
    const why = `${SENT_TO.purpose}. For ${SENT_TO.recipient}`
    const left = 'Wrote a network report to files, 1 Apr 2025 to 31 Mar 2026'
    expect(
      entries.filter(({ method }) => method === 'reports.export').map(({ sentence, reason }) => [sentence, reason]),
    ).toEqual([
      [`${left} (refused)`, why],
      [left, why],
    ])
  })

  it('wants at least one file, and a report that is there', async () => {
    const { id } = await build()
    await expect(
      finish(test.client.reports.export({ id, ...SENT_TO, folderHandle: 'folder', formats: [] })),
    ).rejects.toMatchObject({ code: 'validation' })
    const gone = '01900000-0000-7000-8000-0000000fffff'
    await expect(
      finish(test.client.reports.export({ id: gone, ...SENT_TO, folderHandle: 'folder', formats: ['csv'] })),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

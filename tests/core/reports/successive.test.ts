import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { anEpisode, aPerson } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

const SENT_TO = { purpose: 'Network meeting', recipient: 'Primary care network' }
const HALF = { from: '2025-04-01', to: '2025-09-30' }
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

const diagnose = async (count: number, date: string): Promise<void> => {
  for (let index = 0; index < count; index += 1)
    await test.client.register.addPerson({
      person: aPerson(),
      episode: anEpisode({ diagnosisDate: { date, precision: 'day' }, stage: null, route: 'screening' }),
    })
}

const build = (input: Parameters<typeof test.client.reports.build>[0]) => finish(test.client.reports.build(input))
type More = Partial<Omit<Parameters<typeof test.client.reports.export>[0], 'id'>>
const send = (id: string, more: More = {}) =>
  finish(test.client.reports.export({ id, folderHandle: 'folder', formats: ['json'], ...SENT_TO, ...more }))
const reportFile = ({ from, to }: { from: string; to: string }) => ({
  baseName: `network-report-A99901-${from}-to-${to}`,
})
const audited = async (): Promise<Record<string, unknown>[]> =>
  (
    await test
      .session()
      .database.read.selectFrom('audit_entry')
      .select(['detail', 'user_name'])
      .where('method', '=', 'reports.export')
      .orderBy('seq')
      .execute()
  ).map(({ detail, user_name }) => ({ ...(JSON.parse(detail) as Record<string, unknown>), by: user_name }))

describe('a report beside those that were sent before', () => {
  it('is safe where nothing was sent, however many are frozen', async () => {
    await diagnose(20, '2025-06-15')
    await build(HALF)
    await diagnose(3, '2025-12-15')
    const year = await build(YEAR)
    expect(await test.client.reports.check({ id: year.id })).toMatchObject({ state: 'safe', compared: 0, findings: [] })
  })

  it('cannot leave where the difference from an earlier period is a small number, and says where', async () => {
    await diagnose(20, '2025-06-15')
    const half = await build(HALF)
    await send(half.id)
    await diagnose(3, '2025-12-15')
    const year = await build(YEAR)
    const check = await test.client.reports.check({ id: year.id })
    expect(check).toMatchObject({ state: 'blocked', compared: 1, canHideMore: true })
    expect(check.findings[0]).toMatchObject({
      how: 'difference',
      earlier: { id: half.id, recipient: 'Primary care network' },
      sentence: expect.stringMatching(
        /: the difference from the report for 1 Apr 2025 to 30 Sep 2025 sent on 23 Nov 2026, \d\d:\d\d is a small number\.$/,
      ),
    })
    const figures = check.findings.map(({ figure }) => figure)
    expect(figures).toContainEqual(expect.stringMatching(/^New diagnoses/))
    expect(figures).not.toContainEqual(expect.stringMatching(/^People on the register/))
    const files = readdirSync(folder)
    await expect(send(year.id)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('This report cannot leave yet.'),
    })
    expect(readdirSync(folder)).toEqual(files)
  })

  it('cannot leave where the difference is a small number of a kind that is not counted', async () => {
    const skin = async (count: number, date: string): Promise<void> => {
      for (let index = 0; index < count; index += 1)
        await test.client.register.addPerson({
          person: aPerson(),
          episode: anEpisode({ diagnosisDate: { date, precision: 'day' }, tumourGroup: 'skin_other', stage: null }),
        })
    }
    await skin(8, '2025-06-15')
    await send((await build(HALF)).id)
    await skin(2, '2025-12-15')
    const check = await test.client.reports.check({ id: (await build(YEAR)).id })
    expect(check).toMatchObject({ state: 'blocked', canHideMore: true })
    expect(check.findings.map(({ figure, how }) => [figure, how])).toEqual([
      ['Who and what was left out: New primaries of a kind that is not counted, Number', 'difference'],
    ])
  })

  it('can leave month after month, though the register moves by a few', async () => {
    await diagnose(20, '2025-06-15')
    await diagnose(7, '2025-10-15')
    await send((await build({ from: '2025-10-01', to: '2025-10-31' })).id)
    await diagnose(2, '2025-11-15')
    const november = await build({ from: '2025-11-01', to: '2025-11-30' })
    expect(await test.client.reports.check({ id: november.id })).toMatchObject({ state: 'safe', compared: 1 })
    await send(november.id)
    await diagnose(9, '2025-12-15')
    const december = await build({ from: '2025-12-01', to: '2025-12-31' })
    expect(await test.client.reports.check({ id: december.id })).toMatchObject({ state: 'safe', compared: 2 })
  })

  it('can leave once more is hidden, in a new report from the same figures', async () => {
    await diagnose(20, '2025-06-15')
    await send((await build(HALF)).id)
    await diagnose(3, '2025-12-15')
    const year = await build(YEAR)
    await diagnose(9, '2025-12-16')
    const safer = await finish(test.client.reports.remake({ id: year.id, as: 'hide-more' }))
    expect(await test.client.reports.check({ id: safer.id })).toMatchObject({ state: 'safe', compared: 1 })
    const { dataset } = await test.client.reports.get({ id: safer.id })
    expect(JSON.stringify(dataset.sections)).toContain('{"id":"new","state":"hidden","why":"protect"}')
    expect((await send(safer.id)).files.map(({ name }) => name)).toContain(
      'network-report-A99901-2025-04-01-to-2026-03-31.json',
    )
    expect((await test.client.reports.list({})).map(({ id }) => id)).toContain(year.id)
  })

  it('gives no leave to print what cannot leave, and one for each PDF that may', async () => {
    await diagnose(20, '2025-06-15')
    const half = await build(HALF)
    const { prints } = test.core.env
    const { printLeave, baseName } = await send(half.id, { pdf: true })
    expect((await send(half.id)).printLeave).toBeNull()
    expect(prints.take(printLeave ?? '')).toEqual({
      page: 'report',
      documentId: half.id,
      folderHandle: 'folder',
      fileName: `${baseName}.pdf`,
    })
    expect(prints.take(printLeave ?? '')).toBeNull()
    await diagnose(3, '2025-12-15')
    const year = await build(YEAR)
    await expect(send(year.id, { pdf: true, formats: [] })).rejects.toMatchObject({ code: 'conflict' })
    const unused = (await send(half.id, { pdf: true })).printLeave ?? ''
    await test.core.vault.close('request')
    expect(prints.take(unused)).toBeNull()
  })

  it('lets only one of two leave that are asked for at once and not safe together', async () => {
    await diagnose(20, '2025-06-15')
    const half = await build(HALF)
    await diagnose(3, '2025-12-15')
    const year = await build(YEAR)
    const outcomes = await Promise.allSettled([send(half.id), send(year.id)])
    expect(outcomes.map(({ status }) => status).toSorted()).toEqual(['fulfilled', 'rejected'])
    expect(readdirSync(folder)).toHaveLength(2)
  })

  it('stays noted as sent where a file was written before the folder failed, and not where none was', async () => {
    await diagnose(20, '2025-06-15')
    const half = await build(HALF)
    await diagnose(3, '2025-12-15')
    const year = await build(YEAR)
    test.core.env.files.grant('nowhere', '/proc', 'folder')
    await expect(send(half.id, { folderHandle: 'nowhere' })).rejects.toMatchObject({ code: 'io' })
    expect(await test.client.reports.check({ id: year.id })).toMatchObject({ state: 'safe', compared: 0 })
    const { baseName } = reportFile(half)
    mkdirSync(join(folder, `${baseName}.schema.json`))
    await expect(send(half.id)).rejects.toMatchObject({ code: 'io' })
    expect(readdirSync(folder)).toContain(`${baseName}.json`)
    expect(await test.client.reports.check({ id: year.id })).toMatchObject({ state: 'blocked', compared: 1 })
    expect((await audited()).map((entry) => [entry['files'], entry['failed']])).toEqual([
      [2, undefined],
      [0, 'io'],
      [2, undefined],
      [1, 'io'],
    ])
  })

  it('stays noted as sent: neither its export nor its making can be taken back', async () => {
    await diagnose(20, '2025-06-15')
    const half = await build(HALF)
    await send(half.id)
    const [sent, made] = await test.client.audit.page({})
    await expect(test.client.audit.undo({ seq: sent?.seq ?? 0 })).rejects.toMatchObject({ code: 'conflict' })
    expect(await test.client.audit.undo({ seq: made?.seq ?? 0 })).toEqual({ restored: 0, kept: 1 })
    await diagnose(3, '2025-12-15')
    expect(await test.client.reports.check({ id: (await build(YEAR)).id })).toMatchObject({ state: 'blocked' })
  })

  it('can be sent again, and beside itself', async () => {
    await diagnose(20, '2025-06-15')
    const half = await build(HALF)
    await send(half.id)
    await send(half.id)
    const again = await build(HALF)
    expect(await test.client.reports.check({ id: again.id })).toMatchObject({ state: 'safe', compared: 1 })
  })

  it('is not held beside what stayed inside', async () => {
    await diagnose(20, '2025-06-15')
    await send((await build({ ...HALF, smallNumbers: 'none' })).id, { staysInside: true })
    await diagnose(3, '2025-12-15')
    expect(await test.client.reports.check({ id: (await build(YEAR)).id })).toMatchObject({
      state: 'safe',
      compared: 0,
    })
  })

  it('says plainly where it was frozen before its figures were kept', async () => {
    await diagnose(20, '2025-06-15')
    const half = await build(HALF)
    await send(half.id)
    const year = await build(YEAR)
    await test.session().database.write(async ({ statements }) => {
      statements.prepare('UPDATE report SET measured = NULL WHERE id = ?').run(year.id)
    })
    await expect(send(year.id)).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('Make a new'),
    })
  })
})

describe('a report in which nothing is hidden', () => {
  it('leaves only on a word that it stays inside, under a name and with words that say so', async () => {
    await diagnose(2, '2025-06-15')
    const half = await build({ ...HALF, smallNumbers: 'none' })
    await expect(send(half.id)).rejects.toMatchObject({
      code: 'validation',
      details: { fieldErrors: { staysInside: expect.stringContaining('stays inside') } },
    })
    expect(readdirSync(folder)).toEqual([])
    const { baseName } = await send(half.id, { staysInside: true })
    expect(baseName).toMatch(/-inside-this-practice-only$/)
    expect(JSON.parse(readFileSync(join(folder, `${baseName}.json`), 'utf8'))).toMatchObject({
      watermark: 'For use inside this practice only',
    })
  })

  it('is made of any other by the same figures', async () => {
    await diagnose(2, '2025-06-15')
    const half = await build(HALF)
    await diagnose(7, '2025-06-15')
    const inside = await finish(test.client.reports.remake({ id: half.id, as: 'internal' }))
    const { dataset } = await test.client.reports.get({ id: inside.id })
    expect(dataset).toMatchObject({ smallNumbers: 'none', hiddenCounts: { small: 0, protect: 0 } })
    expect(JSON.stringify(dataset)).toContain('{"id":"new","state":"shown","value":2}')
  })
})

describe('the audit trail of an export', () => {
  it('says who wrote what, for what and to whom', async () => {
    const half = await build(HALF)
    await send(half.id)
    expect(await audited()).toEqual([
      expect.objectContaining({ by: expect.any(String), reportId: half.id, formats: ['json'], files: 2, ...SENT_TO }),
    ])
  })

  it.each([
    [{ purpose: ' ', recipient: 'Network' }, 'purpose'],
    [{ purpose: 'Meeting', recipient: '' }, 'recipient'],
    [{ purpose: 'Meeting', recipient: 'x'.repeat(121) }, 'recipient'],
  ])('wants both in a few words: %j', async (sending, field) => {
    const { id } = await build(HALF)
    await expect(
      finish(test.client.reports.export({ id, folderHandle: 'folder', formats: ['json'], ...sending })),
    ).rejects.toMatchObject({ code: 'validation', details: { fieldErrors: { [field]: expect.any(String) } } })
  })
})

import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import type { ReportDataset, ReportTable } from '#shared/features/reports/schema.ts'
import { cellText } from '#shared/features/reports/words.ts'
import { anEpisode, aPerson } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

const BEFORE = { from: '2024-04-01', to: '2025-03-31' }
const YEAR = { from: '2025-04-01', to: '2026-03-31' }
const SENT_TO = { purpose: 'Network meeting', recipient: 'Primary care network' }

let test: TestCore
let folder: string

beforeEach(async () => {
  test = await createTestCore()
  folder = mkdtempSync(join(tmpdir(), 'throughline-compared-'))
  test.core.env.files.grant('folder', folder, 'folder')
})

afterEach(async () => {
  await test.close()
  rmSync(folder, { recursive: true, force: true })
})

/** @param early how many of them were found at stage 1. */
const diagnose = async (number: number, date: string, early: number): Promise<void> => {
  for (let index = 0; index < number; index += 1)
    await test.client.register.addPerson({
      person: aPerson(),
      episode: anEpisode({
        tumourGroup: 'breast',
        site: null,
        icd10Code: null,
        diagnosisDate: { date, precision: 'day' },
        stage: index < early ? '1' : '4',
        route: 'screening',
      }),
    })
}

type Input = Parameters<typeof test.client.reports.build>[0]

const build = (input: Input) => finish(test.client.reports.build(input))

const send = (id: string, more: { readonly staysInside?: boolean } = {}) =>
  finish(test.client.reports.export({ id, folderHandle: 'folder', formats: ['json', 'csv'], ...SENT_TO, ...more }))

const datasetOf = async (id: string): Promise<ReportDataset> => (await test.client.reports.get({ id })).dataset

const besideIn = ({ sections }: ReportDataset, id: string, section = 'summary'): ReportTable | undefined =>
  sections
    .find((each) => each.id === section)
    ?.blocks.flatMap((block) => (block.type === 'table' && block.id === id ? [block] : []))[0]

const rowsOf = (table: ReportTable | undefined): string[][] =>
  (table?.rows ?? []).map((row) =>
    row.map((cell, at) => cellText(cell, table?.columns[at] ?? { heading: '', shows: 'text' })),
  )

const rowOf = (table: ReportTable | undefined, name: string): string[] =>
  rowsOf(table).find(([first]) => first?.startsWith(name)) ?? []

describe('beside the report before', () => {
  it('stands what that one published, and higher only where the ranges have nothing in common', async () => {
    await diagnose(40, '2024-06-15', 10)
    const before = await build(BEFORE)
    await send(before.id)
    await diagnose(40, '2025-06-15', 30)
    const { id } = await build(YEAR)
    const table = besideIn(await datasetOf(id), 'beside-earlier')
    expect(table?.title).toMatch(
      /^Headline measures beside the report of 1 Apr 2024 to 31 Mar 2025 \(sent \d+ \w{3} \d{4}\)$/,
    )
    expect(table?.note).toContain('nothing in common')
    expect(rowOf(table, 'Early stage')).toEqual([
      'Early stage (1 or 2), of those known',
      '75%',
      '60% to 86%',
      '25%',
      '14% to 40%',
      'Up 50 points: higher',
    ])
    expect(rowOf(table, 'Stage known').at(-1)).toBe('No difference: ranges overlap')
    const early = (await datasetOf(before.id)).sections.flatMap(({ blocks }) =>
      blocks.flatMap((block) => (block.type === 'indicators' ? block.indicators : [])),
    )
    const kept = (await datasetOf(id)).comparators?.reports[0]
    expect(kept?.results.find(({ measure }) => measure === 'stage-early')?.estimate).toEqual(
      early.find((indicator) => indicator.id === 'stage-early')?.estimate,
    )
  })

  it('is what was published, whatever the register says of that time today', async () => {
    await diagnose(40, '2024-06-15', 10)
    await send((await build(BEFORE)).id)
    await diagnose(40, '2024-07-15', 40)
    const { id } = await build(YEAR)
    expect(rowOf(besideIn(await datasetOf(id), 'beside-earlier'), 'Early stage')[3]).toBe('25%')
  })

  it('stays hidden what it hid, and no difference is given', async () => {
    await diagnose(40, '2024-06-15', 3)
    await send((await build(BEFORE)).id)
    await diagnose(40, '2025-06-15', 20)
    const { id } = await build(YEAR)
    const row = rowOf(besideIn(await datasetOf(id), 'beside-earlier'), 'Early stage')
    expect(row.slice(1, 2)).toEqual(['50%'])
    expect(row.slice(3)).toEqual([expect.stringMatching(/^[*†]$/), expect.stringMatching(/^[*†]$/), 'Not both shown'])
    const { files } = await send(id)
    for (const { name } of files.filter(({ name: each }) => !each.endsWith('.schema.json')))
      expect(readFileSync(join(folder, name), 'utf8')).not.toMatch(/7\.5(?!\d)|"value":7\.5/)
  })

  it('is none that was not sent, or stays inside, or ended later', async () => {
    await diagnose(40, '2024-06-15', 10)
    const before = await build(BEFORE)
    const inside = await build({ ...BEFORE, smallNumbers: 'none' })
    await send(inside.id, { staysInside: true })
    const later = await build({ from: '2025-10-01', to: '2026-09-30' })
    await send(later.id)
    expect((await test.client.reports.comparators(YEAR)).reports).toEqual([])
    expect((await datasetOf((await build(YEAR)).id)).comparators?.reports).toEqual([])
    for (const comparedWith of [before.id, inside.id, later.id])
      await expect(build({ ...YEAR, comparedWith })).rejects.toMatchObject({
        code: 'validation',
        details: { fieldErrors: { comparedWith: expect.stringContaining('not sent, or is not of a time before') } },
      })
  })

  it('is the one that ended last, another that was chosen, or none', async () => {
    await diagnose(40, '2023-06-15', 20)
    await diagnose(40, '2024-06-15', 10)
    const last = await build(BEFORE)
    await send(last.id)
    const older = await build({ from: '2023-04-01', to: '2024-03-31' })
    await send(older.id)
    expect((await test.client.reports.comparators(YEAR)).reports.map(({ id }) => id)).toEqual([last.id, older.id])
    const comparedIn = async (more: Partial<Input>) =>
      (await datasetOf((await build({ ...YEAR, ...more })).id)).comparators?.reports.map(({ id }) => id)
    expect(await comparedIn({})).toEqual([last.id])
    expect(await comparedIn({ comparedWith: older.id })).toEqual([older.id])
    expect(await comparedIn({ comparedWith: 'none' })).toEqual([])
  })

  it('claims nothing where the two periods share days', async () => {
    await diagnose(40, '2025-02-15', 10)
    await send((await build({ from: '2025-01-01', to: '2025-12-31' })).id)
    await diagnose(400, '2026-02-15', 400)
    const table = besideIn(await datasetOf((await build(YEAR)).id), 'beside-earlier')
    expect(rowOf(table, 'Early stage').at(-1)).toBe('Up 75 points')
    expect(table?.note).toContain('share days')
  }, 60_000)

  it('comes along when the report is made again', async () => {
    await diagnose(40, '2024-06-15', 10)
    await send((await build(BEFORE)).id)
    const { id } = await build({ ...YEAR, benchmarks: ['england-new-diagnoses-2022-23'] })
    const again = await finish(test.client.reports.remake({ id, as: 'internal' }))
    expect((await datasetOf(again.id)).comparators).toEqual((await datasetOf(id)).comparators)
  })
})

describe('beside published figures', () => {
  const typed = {
    name: 'Ferrin Vale Alliance',
    measure: 'emergency-route' as const,
    value: 18,
    low: 15,
    high: 20,
    period: '2024/25',
    source: 'Alliance dashboard',
    published: '2 Jun 2025',
    edition: 'June 2025',
  }

  it('stands each with its source and date, and no difference', async () => {
    await diagnose(40, '2025-06-15', 10)
    const { id: own } = await test.client.reports.addBenchmark(typed)
    const { id } = await build({ ...YEAR, benchmarks: ['england-new-diagnoses-2022-23', own] })
    const table = besideIn(await datasetOf(id), 'beside-published')
    expect(rowsOf(table)).toEqual([
      [
        'New diagnoses, per 100,000 people a year: England, 2022/23',
        '391',
        expect.any(String),
        '548',
        '',
        expect.stringMatching(/^Cancer Services Profiles, 2024\. Published 2024\./),
      ],
      [
        'Emergency route (practice-recorded): Ferrin Vale Alliance, 2024/25',
        '0%',
        expect.any(String),
        '18%',
        '15% to 20%',
        'Alliance dashboard, June 2025. Published 2 Jun 2025.',
      ],
    ])
    expect(table?.columns.map(({ heading }) => heading)).not.toContain('Difference')
  })

  it('are remembered for the next report, and stay in a frozen one when they are removed', async () => {
    await diagnose(40, '2025-06-15', 10)
    const first = await test.client.reports.comparators(YEAR)
    expect(first.chosen).toEqual(['england-new-diagnoses-2022-23', 'ncda-primary-care-interval-2014'])
    const { id: own } = await test.client.reports.addBenchmark(typed)
    const { id } = await build({ ...YEAR, benchmarks: [own] })
    expect((await test.client.reports.comparators(YEAR)).chosen).toEqual([own])
    const { undo } = await test.client.reports.removeBenchmark({ id: own })
    expect((await test.client.reports.comparators(YEAR)).chosen).toEqual([])
    await expect(build({ ...YEAR, benchmarks: [own] })).rejects.toMatchObject({ code: 'validation' })
    expect((await datasetOf(id)).comparators?.benchmarks).toMatchObject([{ id: own, own: true }])
    await test.client.audit.undo({ seq: undo })
    expect((await test.client.reports.comparators(YEAR)).chosen).toEqual([own])
  })

  it('are removed only where they were typed in here', async () => {
    await expect(
      test.client.reports.removeBenchmark({ id: '01900000-0000-7000-8000-0000000fffff' }),
    ).rejects.toMatchObject({ code: 'not-found' })
  })
})

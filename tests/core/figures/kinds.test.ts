import { writeXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { temporaryFolder } from '#tests/core/imports/import-helpers.ts'
import { searchCountFile } from '#tests/support/figure-files.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
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
describe('other kinds', () => {
  it('list sizes are found by the practice’s code in the latest set that has it', async () => {
    const about = { ...SEARCH_COUNTS, kind: 'list-sizes', title: 'List sizes', source: 'NHS England' } as const
    const listOf = (size: number): string =>
      `Practice code,Practice name,List size\nA99901,Brackenfold Surgery,"${size.toLocaleString('en-GB')}"\n`
    await figures.bringIn(file('new.csv', listOf(10_312)), { ...about, asAt: '2026-10-01' })
    await figures.bringIn(file('old.csv', listOf(10_100)), { ...about, asAt: '2026-07-01' })
    const found = await test.client.figures.lookUp({ kind: 'list-sizes', key: 'a99901' })
    expect(found?.set.asAt).toBe('2026-10-01')
    expect(found?.rows).toMatchObject([{ key: 'A99901', part: '', values: { size: 10_312 } }])
    expect(await test.client.figures.lookUp({ kind: 'list-sizes', key: 'A99902' })).toBeNull()
  })

  it('screening uptake from a workbook: fractions become percentages, hidden figures stay hidden', async () => {
    const bytes = await writeXlsx({
      sheets: [
        {
          name: 'Uptake',
          rows: [
            ['Programme', 'Practice code', 'Eligible', 'Screened', 'Uptake %'],
            ['Bowel', 'A99901', 200, 144, 0.72],
            ['Cervical', 'A99901', 400, 300, 0.75],
            ['Bowel', 'A99902', 40, '*', '*'],
            ['Bowel', 'A99903', 40, 41, 1],
          ],
        },
      ],
    })
    const { preview, set } = await figures.bringIn(file('uptake.xlsx', Buffer.from(bytes)), {
      ...SEARCH_COUNTS,
      kind: 'screening',
      title: 'Screening',
      asAt: null,
      periodFrom: '2025-04-01',
      periodTo: '2026-03-31',
    })
    expect(set).toMatchObject({ kind: 'screening', fileKind: 'Excel workbook, sheet “Uptake”', rowCount: 2 })
    expect(
      (await test.client.figures.rows({ setId: set.id })).rows.map(({ part, values }) => [part, values['uptake']]),
    ).toEqual([
      ['Bowel', 72],
      ['Cervical', 75],
    ])
    expect(preview.checks.rejected.map(({ reason }) => reason).toSorted()).toEqual([
      'More were screened than were eligible',
      '“Screened” is not given',
    ])
    expect(preview.checks.remarks).toEqual(['“Uptake” is written as a fraction of 1 and is kept as a percentage'])
  })

  it('a deprivation table that runs the wrong way is pointed out', async () => {
    const about = { ...SEARCH_COUNTS, kind: 'deprivation', title: 'IMD', source: 'MHCLG', edition: 'IoD 2025' } as const
    const turned = 'LSOA code (2021),IMD rank,IMD decile\nE01000001,900,1\nE01000002,100,10\nnowhere,5,3\n'
    const { preview } = await figures.bringIn(file('imd.csv', turned), about)
    expect(preview.checks.remarks[0]).toContain('opposite ways')
    expect(preview.checks.rejected).toEqual([
      { reason: '“Postcode or small area” is neither a postcode nor the code of a small area', rows: 1, lines: [4] },
    ])
  })

  it('asks for the columns and dates that a kind needs', async () => {
    const draft = await figures.read(file('list.csv', 'Practice code,How many\nA99901,10312\n'))
    expect(draft.about.kind).toBeNull()
    const about = { ...SEARCH_COUNTS, kind: 'list-sizes', title: 'List sizes' } as const
    await expect(figures.check(draft, about)).rejects.toMatchObject({
      code: 'validation',
      message: 'Choose which column holds: List size',
    })
    await expect(figures.check(draft, { ...about, asAt: null })).rejects.toMatchObject({
      details: { fieldErrors: { 'about.asAt': 'Enter the day on which the figures hold' } },
    })
    const chosen = [
      { index: 0, column: 'practice' },
      { index: 1, column: 'size' },
    ]
    expect(await figures.check(draft, about, chosen)).toMatchObject({ accepted: 1 })
  })
})

describe('people', () => {
  const refused = { code: 'validation', message: expect.stringMatching(/list of people.*Imports instead/) }

  it.each([
    ['by its headings', 'NHS number,Surname,Date of birth\n9990000026,Hollis,01/02/1950\n'],
    ['by its numbers, whatever they are called', 'Practice code,List size\nA99901,999 000 0026\n'],
    ['by numbers inside words', 'Practice code,List size,Note\nA99901,400,"seen, 9990000026"\n'],
    ['by names', 'Code,Name\nA1000,"HOLLIS, Ada"\nA1001,Mrs Edna Marsh\n'],
    [
      'by dates that people are born on',
      'Ref,When\nA,01/02/1950\nB,03/04/1961\nC,05/06/1972\nD,07/08/1983\nE,09/10/1944\n',
    ],
  ])('are refused %s', async (_how, content) => {
    await expect(figures.read(file('people.csv', content))).rejects.toMatchObject(refused)
  })

  it('are kept out of the words about a set', async () => {
    const draft = await figures.read(countFile())
    await expect(figures.check(draft, { ...SEARCH_COUNTS, title: 'For 999 000 0026' })).rejects.toMatchObject({
      code: 'validation',
      details: { fieldErrors: { 'about.title': expect.stringContaining('never hold people') } },
    })
  })

  it('are not seen in old dates of organisations or long decimals', async () => {
    const dates =
      'Code,Name,Open date,Close date\nA99901,Brackenfold,19740401,\nA99902,Harrowmere,19990401,20200331\nA99903,Ostley,20200401,20190331\n'
    const { preview } = await figures.bringIn(file('orgs.csv', dates), {
      ...SEARCH_COUNTS,
      kind: 'organisations',
      title: 'Practices',
    })
    expect(preview.sample[0]?.values).toMatchObject({ openedOn: '1974-04-01' })
    expect(preview.checks.rejected).toEqual([{ reason: 'It closed before it opened', rows: 1, lines: [4] }])
    await figures.read(file('rates.csv', 'Area code,Value\nA99901,72.9990000026\n'))
  })
})

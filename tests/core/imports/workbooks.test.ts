import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { deflateRawSync } from 'node:zlib'
import { writeOds } from 'hucre/ods'
import { readXlsx, writeXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { asItIs, importing, temporaryFolder } from './import-helpers.ts'

let test: TestCore
let folder: ReturnType<typeof temporaryFolder>

beforeEach(async () => {
  test = await createTestCore()
  folder = temporaryFolder()
})

afterEach(async () => {
  folder.remove()
  await test.close()
})

const HEADINGS = ['NHS number', 'Surname', 'First name', 'Date of birth', 'Cancer', 'Diagnosis date']
const ADA = [9_990_000_026, 'Hollis', 'Ada', new Date(Date.UTC(1950, 1, 1)), 'Breast', new Date(Date.UTC(2026, 4, 6))]
const LEN = [
  '999 000 0018',
  'Marsh',
  'Len',
  new Date(Date.UTC(1944, 10, 30)),
  'Prostate',
  new Date(Date.UTC(2026, 0, 31)),
]
const SHEETS = [
  { name: 'About', rows: [['Made on Monday']] },
  { name: 'Patients', rows: [['Cancer list'], [], HEADINGS, ADA, LEN, [], ['Total', 2]] },
  { name: 'Last year', rows: [HEADINGS, LEN] },
]

const stored = (name: string, bytes: Uint8Array): string => {
  const path = join(folder.path, name)
  writeFileSync(path, bytes)
  return path
}

const peopleNow = () =>
  test
    .session()
    .database.read.selectFrom('person')
    .select(['nhs_number', 'surname', 'birth_date'])
    .orderBy('surname')
    .execute()

const BOTH = [
  { nhs_number: '9990000026', surname: 'Hollis', birth_date: '1950-02-01' },
  { nhs_number: '9990000018', surname: 'Marsh', birth_date: '1944-11-30' },
]

describe('a workbook', () => {
  it.each([
    ['an Excel workbook', 'list.xlsx', () => writeXlsx({ sheets: SHEETS }), 'Excel workbook, sheet “Patients”'],
    ['an OpenDocument one', 'list.ods', () => writeOds({ sheets: SHEETS }), 'OpenDocument workbook, sheet “Patients”'],
    ['whatever it is called', 'list.csv', () => writeXlsx({ sheets: SHEETS }), 'Excel workbook, sheet “Patients”'],
  ] as const)('is read from the first sheet that holds a table: %s', async (_what, name, make, fact) => {
    const { draft, batch } = await importing(test).bringIn(stored(name, await make()))
    expect(draft).toMatchObject({
      encoding: null,
      separator: null,
      sheets: ['About', 'Patients', 'Last year'],
      sheet: 'Patients',
      headerLine: 3,
      rowCount: 2,
    })
    expect(draft.facts).toContainEqual({ what: fact, detail: '2 other sheets not read' })
    expect(batch.counts).toMatchObject({ rowsIn: 2, diagnosesAdded: 2 })
    expect(await peopleNow()).toEqual(BOTH)
  })

  it('is read from another sheet where somebody says so', async () => {
    const wizard = importing(test)
    const path = stored('list.xlsx', await writeXlsx({ sheets: SHEETS }))
    expect(await wizard.read(path, { ...asItIs, sheet: 'Last year' })).toMatchObject({ rowCount: 1, headerLine: 1 })
    await expect(wizard.read(path, { ...asItIs, sheet: 'Next year' })).rejects.toThrow('no such sheet')
  })

  it('gives what a formula last showed, and works nothing out', async () => {
    const text = (words: string): string => `<c t="inlineStr"><is><t>${words}</t></is></c>`
    const row = (cells: readonly string[]): string => `<row>${cells.join('')}</row>`
    const formula = '<c t="str"><f>HYPERLINK("http://example.org","Eve")</f><v>Ada</v></c>'
    const sheet = [
      row(['NHS number', 'Surname', 'First name'].map(text)),
      row([text('999 000 0026'), text('Hollis'), formula]),
    ]
    const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main'
    const relations = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships'
    const rels = 'http://schemas.openxmlformats.org/package/2006/relationships'
    const parts = {
      '[Content_Types].xml': '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>',
      '_rels/.rels': `<Relationships xmlns="${rels}"><Relationship Id="a" Type="${relations}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
      'xl/workbook.xml': `<workbook xmlns="${main}" xmlns:r="${relations}"><sheets><sheet name="List" sheetId="1" r:id="b"/></sheets></workbook>`,
      'xl/_rels/workbook.xml.rels': `<Relationships xmlns="${rels}"><Relationship Id="b" Type="${relations}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
      'xl/worksheets/sheet1.xml': `<worksheet xmlns="${main}"><sheetData>${sheet.join('')}</sheetData></worksheet>`,
    }
    const path = stored(
      'list.xlsx',
      zipOf(Object.entries(parts).map(([part, xml]) => ({ name: part, data: Buffer.from(xml) }))),
    )
    const draft = await importing(test).read(path)
    expect(draft.columns.find(({ heading }) => heading === 'First name')?.samples).toEqual(['Ada'])
  })

  it('with columns without end is refused', async () => {
    const wide = Array.from({ length: 600 }, (_, at) => `Column ${at}`)
    const path = stored('wide.xlsx', await writeXlsx({ sheets: [{ name: 'Wide', rows: [wide, wide, wide] }] }))
    await expect(importing(test).read(path)).rejects.toThrow('more than 500 columns')
  })

  it('that is protected, empty, damaged or none at all is refused in words', async () => {
    const wizard = importing(test)
    const locked = await writeXlsx({ sheets: SHEETS, encryption: { password: 'harbour', spinCount: 10 } })
    await expect(wizard.read(stored('a.xlsx', locked))).rejects.toThrow('protected by a password')
    const old = Buffer.concat([Buffer.from('d0cf11e0a1b11ae1', 'hex'), Buffer.alloc(600)])
    await expect(wizard.read(stored('old.xls', old))).rejects.toThrow('an old Office file')
    const bare = await writeXlsx({ sheets: [{ name: 'One', rows: [['Only a title']] }] })
    await expect(wizard.read(stored('b.xlsx', bare))).rejects.toThrow('No sheet of this workbook holds a table')
    const whole = await writeXlsx({ sheets: SHEETS })
    await expect(wizard.read(stored('c.xlsx', whole.subarray(0, 900)))).rejects.toThrow('damaged')
    const other = zipOf([{ name: 'letter.txt', data: Buffer.from('Dear colleague') }])
    await expect(wizard.read(stored('d.zip', other))).rejects.toThrow('a zip file without a workbook')
  })
})

describe('the empty list', () => {
  const save = async (name: string): Promise<string> => {
    const path = join(folder.path, name)
    await finish(test.client.imports.saveTemplate({ fileHandle: importing(test).grant(path, 'write') }))
    return path
  }

  it('explains each of its columns, and each is known again when the list comes back', async () => {
    const [list, explained] = (await readXlsx(readFileSync(await save('empty.xlsx')))).sheets
    const headings = (list?.rows[0] ?? []).map(String)
    expect(headings.length).toBeGreaterThan(15)
    expect(explained?.rows.slice(1).map(([heading]) => heading)).toEqual(headings)
    expect(explained?.rows.slice(1).every(([, words]) => typeof words === 'string' && words.length > 10)).toBe(true)
    // A spreadsheet makes 1 Sep 2026 of Sep 2026, which would then be known to the day.
    expect(explained?.rows.flat().filter((words) => String(words).includes("'Sep 2026"))).toHaveLength(1)
    const filledIn = explained?.rows.slice(1).map(([, , example]) => example ?? null) ?? []
    const path = stored('filled.xlsx', await writeXlsx({ sheets: [{ name: 'List', rows: [headings, filledIn] }] }))
    const { draft, batch } = await importing(test).bringIn(path)
    expect(draft.columns.map(({ heading, field }) => [heading, field === 'leave_out'])).toEqual(
      headings.map((heading) => [heading, false]),
    )
    expect(new Set(draft.columns.map(({ field }) => field)).size).toBe(headings.length)
    expect(batch.counts).toMatchObject({ rowsIn: 1, rows: { new: 1, rejected: 0 }, diagnosesAdded: 1 })
  })
})

interface Part {
  readonly name: string
  readonly data: Buffer
  /** What the directory says it unpacks to; the truth unless given. */
  readonly says?: number
}

/** A zip file as PKWARE APPNOTE 6.3 lays it out, which may lie about its sizes. */
const zipOf = (parts: readonly Part[]): Buffer => {
  const files: Buffer[] = []
  const directory: Buffer[] = []
  let at = 0
  for (const { name, data, says = data.length } of parts) {
    const packed = deflateRawSync(data, { level: 9 })
    const local = Buffer.alloc(30)
    local.writeUInt32LE(0x04034b50, 0)
    local.writeUInt16LE(8, 8)
    local.writeUInt32LE(packed.length, 18)
    local.writeUInt32LE(says, 22)
    local.writeUInt16LE(name.length, 26)
    const entry = Buffer.alloc(46)
    entry.writeUInt32LE(0x02014b50, 0)
    entry.writeUInt16LE(8, 10)
    entry.writeUInt32LE(packed.length, 20)
    entry.writeUInt32LE(says, 24)
    entry.writeUInt16LE(name.length, 28)
    entry.writeUInt32LE(at, 42)
    files.push(local, Buffer.from(name), packed)
    directory.push(entry, Buffer.from(name))
    at += local.length + name.length + packed.length
  }
  const end = Buffer.alloc(22)
  const listed = Buffer.concat(directory)
  end.writeUInt32LE(0x06054b50, 0)
  end.writeUInt16LE(parts.length, 8)
  end.writeUInt16LE(parts.length, 10)
  end.writeUInt32LE(listed.length, 12)
  end.writeUInt32LE(at, 16)
  return Buffer.concat([...files, listed, end])
}

describe('a file that unpacks to far more than it is', () => {
  const HUGE = Buffer.alloc(60_000_000, ' ')

  it.each([
    ['says so', undefined],
    ['does not say so', 4000],
  ])('is refused before it fills the memory, when it %s', async (_when, says) => {
    const bomb = zipOf([
      { name: 'xl/workbook.xml', data: Buffer.from('<workbook/>') },
      { name: 'xl/worksheets/sheet1.xml', data: HUGE, ...(says === undefined ? {} : { says }) },
    ])
    expect(bomb.length).toBeLessThan(200_000)
    await expect(importing(test).read(stored('bomb.xlsx', bomb))).rejects.toThrow(
      'far more than a list of people needs',
    )
  })
})

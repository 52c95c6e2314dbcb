import { parse } from 'csv-parse/sync'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { z } from 'zod'
import { canonicalJson, sha256 } from '#core/canonical-json.ts'
import { reportCsv } from '#core/features/reports/write-csv.ts'
import { reportHtml } from '#core/features/reports/write-html.ts'
import { reportJsonSchema } from '#core/features/reports/write-json.ts'
import { reportXlsx } from '#core/features/reports/write-xlsx.ts'
import { plainTable, tablesOf } from '#shared/features/reports/tables.ts'
import { diagnosed, happened, somebody } from '#tests/support/report-source.ts'
import { smallRegister } from '#tests/support/small-register.ts'
import { aPractice } from '#tests/support/test-core.ts'
import { makeReport } from './make-report.ts'

const FINGERPRINT = 'f'.repeat(64)
const RECEIPT = { sha256: FINGERPRINT, key: '0123456789abcdef0123456789abcdef' }

const busyPractice = () =>
  Array.from({ length: 90 }, (_, index) =>
    somebody(
      [
        diagnosed(`2025-0${4 + (index % 6)}-1${index % 10}`, {
          tumourGroup:
            (['breast', 'lung', 'prostate', 'lower_gi', 'thyroid_endocrine'] as const)[
              index % 29 === 0 ? 4 : index % 4
            ] ?? 'breast',
          stage: index % 5 === 0 ? null : String(1 + (index % 4)),
          route: index % 4 === 0 ? 'emergency' : 'urgent_referral',
        }),
      ],
      {
        events: [
          ...(index % 3 === 0 ? [] : [happened('support_contact', '2025-10-10')]),
          happened('oncology_clinic', '2026-01-10'),
          ...(index % 2 === 0 ? [] : [happened('clinic_letter', `2026-01-${12 + (index % 17)}`)]),
        ],
      },
    ),
  )

const dataset = makeReport({ people: busyPractice() }).dataset

/** A practice whose name tries to be a formula, a script and a separator at once. */
const hostile = makeReport({
  people: smallRegister(),
  practice: aPractice({ name: '=HYPERLINK("http://x","<script>alert(1)</script>"),', networkName: '+cmd|calc' }),
}).dataset

describe('the workbook', () => {
  it('reads back to the same values, cell by cell', async () => {
    const book = await readXlsx(await reportXlsx(dataset, RECEIPT))
    const tables = dataset.sections.flatMap(tablesOf)
    expect(book.sheets).toHaveLength(tables.length + 1)
    for (const [index, table] of tables.entries()) {
      const sheet = book.sheets[index + 1]
      const { headings, rows } = plainTable(table)
      expect(sheet?.rows[0]?.[0]).toBe(table.title)
      expect(sheet?.rows[1]).toEqual(headings)
      for (const [at, row] of rows.entries()) {
        const expected = row.map((cell) => {
          if (cell.kind === 'number') return cell.unit === 'per cent' ? cell.value / 100 : cell.value
          if (cell.kind === 'hidden') return cell.why === 'small' ? '*' : '†'
          return cell.text === '' ? null : cell.text
        })
        const read = sheet?.rows[at + 2]?.slice(0, row.length).map((value) => (value === '' ? null : value)) ?? []
        while (read.length < expected.length) read.push(null)
        expect(read).toEqual(expected)
      }
    }
  })

  it('keeps title and headings in view, and types its numbers', async () => {
    const book = await readXlsx(await reportXlsx(dataset, RECEIPT), { readStyles: true })
    for (const sheet of book.sheets) expect(sheet.freezePane?.rows).toBe(2)
    const groups = book.sheets.find(({ name }) => name === 'new-by-group')
    expect(groups?.rows.at(2)?.[1]).toBeTypeOf('number')
    expect(book.sheets[0]?.rows.flat()).toContain(FINGERPRINT)
  })

  it('holds no formula, whatever the practice is called', async () => {
    const bytes = await reportXlsx(hostile, RECEIPT)
    const book = await readXlsx(bytes)
    for (const sheet of book.sheets) {
      for (const cell of sheet.cells?.values() ?? []) expect(cell.formula).toBeUndefined()
      for (const value of sheet.rows.flat()) expect(String(value ?? '')).not.toMatch(/^[=+@-](?!\d)/)
    }
  })
})

describe('the CSV', () => {
  const records = (text: string) => parse<Record<string, string>>(text, { bom: true, columns: true })

  it('is one long table that holds every cell once', () => {
    const rows = records(reportCsv(dataset, RECEIPT))
    const cells = dataset.sections
      .flatMap(tablesOf)
      .map(plainTable)
      .flatMap(({ rows: own }) => own.map((row) => row.length - 1))
    const about = rows.filter(({ section }) => section === 'Report')
    expect(rows.length - about.length).toBe(cells.reduce((sum, count) => sum + count, 0))
    const contact = rows.find(
      ({ section, row, column }) =>
        section === 'Support contact and care review' &&
        row === 'Done in time' &&
        column === 'Support contact within 3 months',
    )
    expect(contact).toMatchObject({ value: '30', unit: 'count', state: 'shown' })
  })

  it('says everything that is said about its figures, like the workbook', async () => {
    const said = records(reportCsv(dataset, RECEIPT)).map(({ value }) => value)
    const inWorkbook = (await readXlsx(await reportXlsx(dataset, RECEIPT))).sheets.flatMap(({ rows }) => rows.flat())
    const notes = dataset.sections.flatMap(tablesOf).flatMap(({ note }) => note ?? [])
    const paragraphs = dataset.sections
      .flatMap(({ blocks }) => blocks)
      .flatMap((block) => (block.type === 'paragraph' ? [block.text] : []))
    expect(notes.join()).toContain('the range lies between the quartiles')
    for (const words of [...notes, ...paragraphs]) {
      expect(said).toContain(words)
      expect(inWorkbook).toContain(words)
    }
  })

  it('leaves hidden values empty and says why', () => {
    const hidden = records(reportCsv(dataset, RECEIPT)).filter(({ state }) => state?.startsWith('hidden'))
    expect(hidden.length).toBeGreaterThan(0)
    expect(hidden.every(({ value }) => value === '')).toBe(true)
  })

  it('is safe to open in a spreadsheet', () => {
    for (const record of records(reportCsv(hostile, RECEIPT))) {
      for (const value of Object.values(record)) expect(value).not.toMatch(/^[=+@\t](?!\d)/)
    }
  })
})

describe('the web page', () => {
  it('has no script, no handler and nothing from elsewhere', () => {
    for (const page of [reportHtml(dataset, RECEIPT), reportHtml(hostile, RECEIPT)]) {
      expect(page).not.toMatch(/<script|javascript:|\son\w+\s*=|<iframe|<img|<link|url\(/i)
      expect(page).toContain("default-src 'none'")
    }
  })

  it('names every table, row and column', () => {
    const page = reportHtml(dataset, RECEIPT)
    const count = (pattern: RegExp): number => page.match(pattern)?.length ?? 0
    const tables = dataset.sections.flatMap(tablesOf)
    expect(count(/<caption>/g)).toBe(tables.length)
    expect(count(/<th scope="col"/g)).toBe(tables.reduce((sum, { columns }) => sum + columns.length, 0))
    expect(count(/<th scope="row"/g)).toBe(tables.reduce((sum, { rows }) => sum + rows.length, 0))
    expect(page).toContain('<html lang="en-GB">')
    expect(count(/<h1>/g)).toBe(1)
  })

  it('says on its face that people are made up, or that it must stay inside', () => {
    const page = reportHtml(makeReport({ people: [], demo: true, smallNumbers: 'none' }).dataset, RECEIPT)
    expect(page).toContain('every person in this report is made up')
    expect(page).toContain('For use inside this practice only')
  })
})

describe('the JSON', () => {
  const schema = z.fromJSONSchema(JSON.parse(reportJsonSchema()) as Parameters<typeof z.fromJSONSchema>[0])

  it('is what its schema says', () => {
    expect(schema.safeParse(JSON.parse(canonicalJson(dataset))).success).toBe(true)
  })

  it('has a schema that refuses a hidden figure with a value', () => {
    const spoilt = JSON.parse(
      canonicalJson(dataset).replace('"state": "hidden",', '"state": "hidden", "value": 3,'),
    ) as unknown
    expect(schema.safeParse(spoilt).success).toBe(false)
  })

  it('has one spelling: the order of keys does not matter, anything else does', () => {
    expect(canonicalJson({ b: [1, { d: 1, c: 2 }], a: null })).toBe(canonicalJson({ a: null, b: [1, { c: 2, d: 1 }] }))
    const again = makeReport({ people: busyPractice() }).dataset
    expect(sha256(canonicalJson(again))).toBe(sha256(canonicalJson(dataset)))
    expect(sha256(canonicalJson({ ...again, listSize: 1 }))).not.toBe(sha256(canonicalJson(dataset)))
  })
})

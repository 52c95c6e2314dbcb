import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#core/canonical-json.ts'
import { reportCsv } from '#core/features/reports/write-csv.ts'
import { reportDocx } from '#core/features/reports/write-docx.ts'
import { reportHtml } from '#core/features/reports/write-html.ts'
import { reportXlsx } from '#core/features/reports/write-xlsx.ts'
import { ALL_SECTIONS, REPORT_SECTIONS, type SectionCode } from '#shared/features/reports/sections.ts'
import { tablesOf } from '#shared/features/reports/tables.ts'
import { countsIn } from '#tests/support/report-attack/sent.ts'
import { smallRegister } from '#tests/support/small-register.ts'
import { readWordFile } from '#tests/support/word-file.ts'
import { makeReport } from './make-report.ts'

const RECEIPT = { sha256: 'f'.repeat(64), key: '0123456789abcdef0123456789abcdef' }

const whole = makeReport({ people: smallRegister() }).dataset

/** The figures and the titles of the tables that stand in one section of a whole report and nowhere else. */
const onlyOf = (code: SectionCode) => {
  const summary = new Set(['summary', 'ten-things', 'completeness'])
  const own = whole.sections.filter(({ id }) => id === code)
  const others = whole.sections.filter(({ id }) => id !== code && !summary.has(id))
  const elsewhere = new Set(countsIn(others).map(({ id }) => id))
  return {
    ids: countsIn(own).flatMap(({ id }) => (elsewhere.has(id) ? [] : [id])),
    titles: own.flatMap(tablesOf).map(({ title }) => title),
  }
}

const REPORTED = ALL_SECTIONS.filter((code) => whole.sections.some(({ id }) => id === code))
const OTHER = REPORTED.filter((code) => code !== 'ten-things' && code !== 'completeness')

describe('a section that was left out', () => {
  it.each(OTHER)('has no figure and no table of %s in any format', async (code) => {
    const { ids, titles } = onlyOf(code)
    expect(ids.length + titles.length).toBeGreaterThan(0)
    const { dataset } = makeReport({ people: smallRegister(), sections: ALL_SECTIONS.filter((each) => each !== code) })
    const there = new Set(countsIn(dataset).map(({ id }) => id))
    expect(ids.filter((id) => there.has(id))).toEqual([])

    const book = await readXlsx(await reportXlsx(dataset, RECEIPT))
    const texts = {
      json: canonicalJson(dataset),
      csv: reportCsv(dataset, RECEIPT),
      html: reportHtml(dataset, RECEIPT),
      xlsx: JSON.stringify(book.sheets.map(({ name, rows }) => [name, rows])),
      docx: JSON.stringify(readWordFile(await reportDocx(dataset, RECEIPT)).styledAs('Caption')),
    }
    for (const [format, text] of Object.entries(texts))
      for (const title of titles) expect(`${format}: ${text.includes(title)}`).toBe(`${format}: false`)
    const label = REPORT_SECTIONS.find((section) => section.code === code)?.label ?? ''
    expect(dataset.sections.some(({ id, title }) => id === code || title === label)).toBe(false)
  })
})

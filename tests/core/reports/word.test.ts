import { strFromU8, unzipSync } from 'fflate'
import { readXlsx } from 'hucre/xlsx'
import { describe, expect, it } from 'vitest'
import { reportDocx } from '#core/features/reports/write-docx.ts'
import { FIRST_BENCHMARKS, SEEDED_BENCHMARKS } from '#shared/features/reports/benchmarks.ts'
import { coverLines } from '#shared/features/reports/cover.ts'
import { tablesOf } from '#shared/features/reports/tables.ts'
import { cellText, smallNumberWords } from '#shared/features/reports/words.ts'
import { diagnosed, happened, somebody } from '#tests/support/report-source.ts'
import { smallRegister } from '#tests/support/small-register.ts'
import { aPractice } from '#tests/support/test-core.ts'
import { makeReport } from './make-report.ts'
import { elementsOf, readWordFile, textOf } from '#tests/support/word-file.ts'

const FINGERPRINT = 'f'.repeat(64)
const RECEIPT = { sha256: FINGERPRINT, key: '0123456789abcdef0123456789abcdef' }

const busyPractice = () =>
  Array.from({ length: 90 }, (_, index) =>
    somebody(
      [
        diagnosed(`2025-0${4 + (index % 6)}-1${index % 10}`, {
          tumourGroup: index % 29 === 0 ? 'thyroid_endocrine' : index % 2 === 0 ? 'breast' : 'lung',
          stage: index % 5 === 0 ? null : String(1 + (index % 4)),
        }),
      ],
      { events: [happened('oncology_clinic', '2026-01-10')] },
    ),
  )

const { dataset } = makeReport({ people: busyPractice() })
const tables = dataset.sections.flatMap(tablesOf)

describe('the Word document', async () => {
  const file = readWordFile(await reportDocx(dataset, RECEIPT))

  it('has one title, a first-level heading a section and a caption a table, which make the contents', () => {
    expect(file.styledAs('Title')).toEqual([dataset.title])
    expect(file.styledAs('Heading1')).toEqual(dataset.sections.map(({ title }) => title))
    expect(file.styledAs('Caption')).toEqual(tables.map(({ title }) => title))
    const entries = dataset.sections.flatMap((section) => [
      { style: 'TOC1', text: section.title },
      ...tablesOf(section).map(({ title }) => ({ style: 'TOC2', text: title })),
    ])
    expect(file.paragraphs.filter(({ style }) => style?.startsWith('TOC') && style !== 'TOCHeading')).toEqual(entries)
    const anchors = [...file.document.matchAll(/<w:hyperlink [^>]*w:anchor="([^"]+)"/g)].map(([, anchor]) => anchor)
    const places = [...file.document.matchAll(/<w:bookmarkStart w:name="([^"]+)"/g)].map(([, name]) => name)
    expect(anchors).toEqual(places)
    expect(places).toHaveLength(entries.length)
    for (const caption of elementsOf(file.document, 'w:p').filter((xml) => xml.includes('w:val="Caption"')))
      expect(caption).toContain('<w:outlineLvl w:val="1"/>')
  })

  it('knows every style it uses, in the names that Word gives them', () => {
    const known = new Map(
      [...file.part('word/styles.xml').matchAll(/<w:style [^>]*w:styleId="([^"]+)"[^>]*><w:name w:val="([^"]+)"/g)].map(
        ([, id = '', name = '']) => [id, name],
      ),
    )
    const used = [...file.document.matchAll(/<w:(?:pStyle|rStyle|tblStyle) w:val="([^"]+)"/g)].map(([, id = '']) => id)
    expect(used.filter((id) => !known.has(id))).toEqual([])
    expect(known.get('Heading1')?.toLowerCase()).toBe('heading 1')
    expect(known.get('Heading3')?.toLowerCase()).toBe('heading 3')
    expect(known.get('Caption')?.toLowerCase()).toBe('caption')
    expect(known.get('Title')).toBe('Title')
  })

  it('holds every table cell by cell, with a head that is repeated and figures on the right', () => {
    expect(file.tables).toHaveLength(tables.length)
    for (const [index, table] of tables.entries()) {
      const { xml, rows } = file.tables[index] ?? { xml: '', rows: [] }
      expect(xml).toContain('<w:tblStyle w:val="ReportTable"/>')
      expect(rows.map(({ isHead }) => isHead)).toEqual([true, ...table.rows.map(() => false)])
      expect(rows.map(({ cells }) => cells.map(({ text }) => text))).toEqual([
        table.columns.map(({ heading }) => heading),
        ...table.rows.map((row) =>
          row.map((cell, at) => cellText(cell, table.columns[at] ?? { heading: '', shows: 'text' })),
        ),
      ])
      const styles = table.columns.map(({ shows }) => (shows === 'text' ? 'ReportTableText' : 'ReportTableFigure'))
      for (const { cells } of rows) expect(cells.map(({ style }) => style)).toEqual(styles)
    }
    expect(file.part('word/styles.xml')).toMatch(/w:styleId="ReportTableFigure">.*?<w:jc w:val="right"\/>/)
  })

  it('leaves no head of a table alone at the foot of a page, where a reader may lose its rows', () => {
    for (const drawn of elementsOf(file.document, 'w:tbl')) {
      const [head = ''] = elementsOf(drawn, 'w:tr')
      expect(elementsOf(head, 'w:p').every((paragraph) => paragraph.includes('<w:keepNext/>'))).toBe(true)
    }
  })

  it('leaves every column room for its longest word, also beside a long source', async () => {
    const benchmarks = SEEDED_BENCHMARKS.filter(({ id }) => FIRST_BENCHMARKS.includes(id))
    const beside = makeReport({ people: busyPractice(), comparators: { reports: [], benchmarks } }).dataset
    const written = readWordFile(await reportDocx(beside, RECEIPT))
    const printed = beside.sections.flatMap(tablesOf)
    const at = printed.findIndex(({ id }) => id === 'beside-published')
    const widths = [...(elementsOf(written.document, 'w:tbl')[at] ?? '').matchAll(/<w:gridCol w:w="(\d+)"/g)].map(
      ([, width]) => Number(width),
    )
    const letters = printed[at]?.columns.map(({ heading }) =>
      Math.max(...heading.split(' ').map(({ length }) => length)),
    )
    expect(widths).toHaveLength(6)
    // A broad letter of nine points takes some 110 twentieths, and the cell has its margins.
    for (const [column, most] of (letters ?? []).entries()) expect(widths[column]).toBeGreaterThan(most * 110)
  })

  it('draws each chart from its table, described for those who do not see it', () => {
    const drawn = dataset.sections.flatMap((section) =>
      tablesOf(section).flatMap(({ chart }) => (chart === null ? [] : [{ chart, finding: section.finding }])),
    )
    const words = elementsOf(file.document, 'wp:docPr').map((xml) => /descr="([^"]*)"/.exec(xml)?.[1])
    expect(words).toEqual(
      drawn.map(({ chart, finding }) => `${chart.title}. ${finding} The table below holds the same figures.`),
    )
    const groups = file.part('word/charts/chart1.xml')
    const table = tables.find(({ chart }) => chart !== null)
    const figures = table?.rows.slice(0, -1).flatMap(([, cell]) => (cell?.kind === 'count' ? [cell.figure] : [])) ?? []
    const values = /<c:numCache>(.*?)<\/c:numCache>/s.exec(groups)?.[1] ?? ''
    expect(
      [...values.matchAll(/<c:pt idx="(\d+)"><c:v>(\d+)</g)].map(([, at, value]) => [Number(at), Number(value)]),
    ).toEqual(figures.flatMap((figure, at) => (figure.state === 'shown' ? [[at, figure.value]] : [])))
    expect(figures.some(({ state }) => state === 'hidden')).toBe(true)
  })

  it('gives a chart a sheet of data without a hidden number or a formula', async () => {
    const sheets = file.names.filter((name) => name.endsWith('.xlsx'))
    expect(sheets.length).toBeGreaterThan(0)
    for (const name of sheets) {
      const book = await readXlsx(file.bytes(name))
      const rows = book.sheets[0]?.rows.slice(1) ?? []
      for (const [label, value] of rows)
        expect({ label, isEmpty: value === null || value === undefined || value === '' }).toEqual({
          label,
          isEmpty: /[*†]$/.test(String(label)),
        })
      expect(strFromU8(unzipSync(file.bytes(name))['xl/worksheets/sheet1.xml'] ?? new Uint8Array())).not.toContain(
        '<f>',
      )
    }
  })

  it('says whose it is, which rule hides, and the page, on every page', () => {
    const header = textOf(file.part('word/header1.xml'))
    expect(header).toContain(dataset.practiceName)
    expect(header).toContain(dataset.title)
    const footer = file.part('word/footer1.xml')
    expect(textOf(footer)).toMatch(/^Small numbers: Hide 1 to 5, and protect them.*Page .*of/)
    const fields = [file.document, footer, file.part('word/header1.xml')].flatMap((xml) =>
      elementsOf(xml, 'w:instrText').map((field) => textOf(field, 'w:instrText').split(' ')[0]),
    )
    expect(fields).toEqual(['TOC', 'PAGE', 'NUMPAGES'])
    expect(file.document + footer).not.toMatch(/w:fldSimple|w:dirty="true"/)
    expect(file.part('word/settings.xml')).not.toContain('w:updateFields')
  })

  it('carries the cover and what the marks mean', () => {
    const texts = file.paragraphs.map(({ text }) => text)
    for (const { name, value } of coverLines(dataset, RECEIPT)) expect(texts).toContain(`${name}\t${value}`)
    expect(texts).toContain(smallNumberWords(dataset.smallNumbers))
    expect(texts).toContain('* hidden: too few to show. † hidden to protect another number.')
    expect(texts).toContain('No bar is drawn for the 2 hidden numbers.')
  })

  it('says in its properties what it is, in British English, and nothing of the computer or the program', () => {
    const core = file.part('docProps/core.xml')
    expect(core).toContain(`<dc:title>${dataset.title}</dc:title>`)
    expect(core).toContain('<dc:creator>Brackenfold Surgery</dc:creator>')
    expect([...core.matchAll(/>([\d:.TZ-]{20,})<\/dcterms/g)].map(([, at]) => at)).toEqual([
      dataset.frozenAt,
      dataset.frozenAt,
    ])
    expect(file.part('docProps/app.xml')).not.toMatch(/<(Application|AppVersion|Company|Manager|Template)/)
    expect(file.part('word/styles.xml')).toContain('w:lang w:val="en-GB"')
    for (const name of file.names.filter((part) => /\.(xml|rels)$/.test(part))) {
      expect(file.part(name)).not.toMatch(/en-US|Un-named|TargetMode="External"/)
      expect(file.part(name)).not.toMatch(/Electron|Chrome\/|docx\.js/)
    }
  })

  it('is the same, byte for byte, whenever it is written', async () => {
    const [first, second] = [await reportDocx(dataset, RECEIPT), await reportDocx(dataset, RECEIPT)]
    expect(Buffer.compare(first, second)).toBe(0)
    const other = await reportDocx({ ...dataset, title: 'Another' }, RECEIPT)
    expect(Buffer.compare(first, other)).not.toBe(0)
  })
})

describe('the Word document of a small practice', async () => {
  const small = makeReport({ people: smallRegister() }).dataset
  const file = readWordFile(await reportDocx(small, RECEIPT))

  it('draws no chart of hidden numbers alone', () => {
    const texts = file.paragraphs.map(({ text }) => text)
    expect(texts).toContain('No chart is drawn: every number in it is hidden or 0.')
    const charts = elementsOf(file.document, 'wp:docPr').map((xml) => /title="([^"]*)"/.exec(xml)?.[1])
    expect(charts).not.toContain('New diagnoses by tumour group')
  })
})

describe('the Word document of a report that stays inside', async () => {
  const inside = makeReport({ people: busyPractice(), smallNumbers: 'none', demo: true }).dataset
  const file = readWordFile(await reportDocx(inside, RECEIPT))

  it('says so at the head of every page and on the cover', () => {
    const header = textOf(file.part('word/header1.xml'))
    expect(header).toContain('Small numbers are not hidden. For use inside this practice only.')
    expect(header).toContain('every person in this report is made up')
    expect(file.styledAs('ReportWarning')).toHaveLength(2)
    expect(elementsOf(file.document, 'w:sectPr')).toHaveLength(1)
    expect(file.document).not.toContain('<w:titlePg')
  })
})

describe('the Word document of a practice with a hostile name', async () => {
  const name = '=HYPERLINK("http://x","<w:p/>"),]]>&amp;'
  const hostile = makeReport({ people: smallRegister(), practice: aPractice({ name, networkName: '{TOC}' }) }).dataset
  const file = readWordFile(await reportDocx(hostile, RECEIPT))

  it('shows it as text, with no link and no field of it', () => {
    expect(file.styledAs('Subtitle')).toEqual([name])
    expect(file.part('word/_rels/document.xml.rels')).not.toContain('hyperlink')
    expect(elementsOf(file.document, 'w:instrText')).toHaveLength(1)
  })
})

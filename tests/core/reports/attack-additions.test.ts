import * as fc from 'fast-check'
import { describe, expect, it } from 'vitest'
import { canonicalJson } from '#core/canonical-json.ts'
import type { Comparators } from '#shared/features/reports/comparators.ts'
import { resultsOf } from '#shared/features/reports/results.ts'
import type { ReportDataset, TableCell } from '#shared/features/reports/schema.ts'
import { tablesOf } from '#shared/features/reports/tables.ts'
import { TEXT_FIELDS } from '#shared/features/reports/text-fields.ts'
import { readReport, readWarily } from '#tests/support/report-attack/reader.ts'
import { anyList, anyRegister, anySections, hidingRules } from '#tests/support/report-attack/registers.ts'
import { hiddenAs, type Sent } from '#tests/support/report-attack/sent.ts'
import { makeReport } from './make-report.ts'

const YEAR = { from: '2025-04-01', to: '2026-03-31' }
const BEFORE = { from: '2024-04-01', to: '2025-03-31' }

/** What an earlier report published, as a later one is printed beside it. */
const besideOf = (earlier: ReportDataset): Comparators => ({
  reports: [
    {
      kind: 'earlier',
      id: earlier.id,
      title: earlier.title,
      from: earlier.from,
      to: earlier.to,
      sentOn: '2026-01-01',
      smallNumbers: earlier.smallNumbers,
      practices: null,
      results: resultsOf(earlier).map(({ measure, unit, estimate, rule }) => ({ measure, unit, estimate, rule })),
    },
  ],
  benchmarks: [],
})

const bare = (cell: TableCell): string => JSON.stringify(cell.kind === 'count' ? cell.figure : cell)

const fieldCells = ({ sections }: ReportDataset): TableCell[] =>
  sections.flatMap(({ blocks }) =>
    blocks.flatMap((block) =>
      block.type === 'own-text'
        ? block.paragraphs.flat().flatMap((part) => (part.kind === 'field' ? [part.value] : []))
        : [],
    ),
  )

const NOUGHT = /"state":"shown","value":0}/

describe('60 made-up reports with every field in a text and an earlier report beside them', () => {
  it('give no hidden count away, and say nothing in a text that no table prints', () => {
    let hidden = 0
    const leaks: string[] = []
    fc.assert(
      fc.property(anyRegister, fc.option(anyList), hidingRules, anySections, (people, list, smallNumbers, sections) => {
        const fields = TEXT_FIELDS.filter(({ of }) => of === null || sections.includes(of))
        const text = fields.map(({ label }) => `{${label}}`).join(' ')
        const earlier = makeReport({ people, period: BEFORE, smallNumbers }).dataset
        const made = makeReport({
          people,
          period: YEAR,
          smallNumbers,
          sections,
          lists: list === null ? [] : [list],
          texts: [{ heading: '', text, place: 'end', section: 'summary' }],
          comparators: besideOf(earlier),
        })
        const { dataset } = made
        const printed = new Set(dataset.sections.flatMap(tablesOf).flatMap(({ rows }) => rows.flat().map(bare)))
        for (const cell of fieldCells(dataset)) {
          const isFigure = cell.kind === 'count' || cell.kind === 'estimate'
          if (isFigure && !printed.has(bare(cell)) && !NOUGHT.test(bare(cell))) leaks.push(`Only a text: ${bare(cell)}`)
        }
        const sent = JSON.parse(canonicalJson(dataset)) as Sent
        const truths = new Map(made.sheet.figures().map(({ id, value }) => [id, value]))
        const highest = smallNumbers === 'hide-1-to-5' ? 5 : 7
        const isBlurred = [...hiddenAs(sent)].some(([id, why]) => why === 'protect' && (truths.get(id) ?? 0) <= highest)
        for (const reading of [...(isBlurred ? [] : [readReport(sent)]), readWarily(sent)]) {
          hidden += reading.hidden
          for (const { id, least, most, how } of reading.told) {
            const truth = truths.get(id) ?? -1
            if (truth >= least && truth <= most) leaks.push(`${smallNumbers}: ${id} is ${truth}, told as ${how}`)
          }
        }
      }),
      { numRuns: 60 },
    )
    expect(leaks).toEqual([])
    expect(hidden).toBeGreaterThan(1_000)
  }, 600_000)
})

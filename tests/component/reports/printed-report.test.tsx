import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { PrintedReport } from '#renderer/features/reports/printed-report.tsx'
import { tablesOf } from '#shared/features/reports/tables.ts'
import { makeReport } from '#tests/core/reports/make-report.ts'
import { diagnosed, somebody } from '#tests/support/report-source.ts'
import { smallRegister } from '#tests/support/small-register.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const FINGERPRINT = 'f'.repeat(64)

// The whole report is a long page: a busy computer takes a while.
vi.setConfig({ testTimeout: 60_000 })

afterEach(cleanup)

const fontsReady = async (): Promise<void> => undefined

describe('the printed report', () => {
  const { dataset } = makeReport({ people: smallRegister(), demo: true })
  const show = (onDrawn: () => void = () => undefined) =>
    render(
      <PrintedReport
        dataset={dataset}
        receipt={{ sha256: FINGERPRINT, key: null }}
        fontsReady={fontsReady}
        onDrawn={onDrawn}
      />,
    )

  it('says once that it is drawn', async () => {
    let times = 0
    show(() => {
      times += 1
    })
    expect(times).toBe(0)
    await waitFor(() => expect(times).toBe(1))
  })

  it('has one title, a heading a section, and the fingerprint on its cover', () => {
    show()
    expect(screen.getAllByRole('heading', { level: 1 }).map(({ textContent }) => textContent)).toEqual([
      'Brackenfold Surgery',
    ])
    expect(screen.getAllByRole('heading', { level: 2 }).map(({ textContent }) => textContent)).toEqual(
      dataset.sections.map(({ title }) => title),
    )
    expect(screen.getByText(FINGERPRINT)).toBeTruthy()
    expect(screen.getAllByText(/every person in this report is made up/)).toHaveLength(dataset.sections.length + 1)
  })

  it('prints every table with its caption and headers, and says where there is no chart beside one', async () => {
    show()
    const tables = dataset.sections.flatMap(tablesOf)
    expect(screen.getAllByRole('table')).toHaveLength(tables.length)
    for (const table of tables) {
      for (const found of screen.getAllByRole('table', { name: table.title })) {
        expect(within(found).getAllByRole('columnheader')).toHaveLength(table.columns.length)
        expect(within(found).getAllByRole('rowheader')).toHaveLength(table.rows.length)
      }
    }
    const charts = tables.filter(({ chart }) => chart !== null)
    // Every number that a chart could draw is hidden in a report of so few.
    expect(screen.queryAllByRole('img')).toEqual([])
    expect(screen.getAllByText('No chart is drawn: every number in it is hidden or 0.')).toHaveLength(charts.length)
    expect(await accessibilityFaults()).toEqual([])
  })

  it('can be read only: nothing on it can be pressed', () => {
    show()
    expect(screen.queryAllByRole('button')).toEqual([])
    expect(screen.queryAllByRole('link')).toEqual([])
  })

  it('gives hidden numbers a mark, and words for those who do not see it', () => {
    show()
    const row = within(screen.getByRole('table', { name: /New diagnoses by tumour group/ })).getByRole('row', {
      name: /^Prostate/,
    })
    expect(within(row).getByRole('cell').textContent).toBe('*hidden: too few to show')
  })

  it('draws no bar for a hidden count, only its mark', () => {
    const of = (tumourGroup: 'breast' | 'lung' | 'prostate', number: number) =>
      Array.from({ length: number }, () => somebody([diagnosed('2025-05-05', { tumourGroup })]))
    const people = [...of('breast', 20), ...of('lung', 3), ...of('prostate', 4)]
    const busy = makeReport({ people }).dataset
    render(
      <PrintedReport
        dataset={busy}
        receipt={{ sha256: FINGERPRINT, key: null }}
        fontsReady={fontsReady}
        onDrawn={() => undefined}
      />,
    )
    const chart = screen.getByRole('img', { name: /^New diagnoses by tumour group/ })
    const labels = [...chart.querySelectorAll('.recharts-label-list text')].map(({ textContent }) => textContent)
    expect(labels).toEqual(['20', '*', '*'])
    expect(chart.querySelectorAll('.recharts-bar-rectangle path')).toHaveLength(1)
  })
})

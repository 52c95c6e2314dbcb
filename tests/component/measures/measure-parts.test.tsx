import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { MeasureRun } from '#renderer/features/measures/measure-run.tsx'
import { MeasureSplit } from '#renderer/features/measures/measure-split.tsx'
import type { LibraryFigure, Measure } from '#shared/features/measures/library/schema.ts'
import { monthsFrom } from '#tests/unit/statistics/months.ts'
import { accessibilityFaults, renderUi } from '../ui/render-ui.tsx'

const figure = (change: Partial<LibraryFigure>): LibraryFigure => ({
  value: null,
  lower: null,
  upper: null,
  numerator: 0,
  denominator: 0,
  undecided: 0,
  ...change,
})

const days = (value: number, count = 20): LibraryFigure =>
  figure({ value, lower: value - 2, upper: value + 9, numerator: count, denominator: count })

const RUN = [20, 21, 20, 21, 20, 21, 20, 21, 60, 20, 21, 20, 21]

const aMeasure = (change: Partial<Measure> = {}): Measure => ({
  code: 'letter-gap',
  version: '1',
  topic: 'letters',
  kind: 'median',
  outOf: 'observed',
  title: 'Gap meter',
  definition: 'Days from an event to its letter.',
  unit: 'days',
  better: 'lower',
  heldBy: 'The practice',
  denominatorRule: 'Letters that came',
  intervalMethod: 'None',
  caveat: 'None',
  source: 'Throughline',
  unverified: [],
  target: { value: 14, source: 'Agreed by the practice', from: null },
  figure: days(21),
  before: days(24),
  beside: null,
  variation: 'common cause',
  assurance: 'misses',
  from: '2024-05',
  to: '2025-04',
  series: monthsFrom(RUN.length).map((month, at) => ({ month, figure: days(RUN[at] ?? 0) })),
  splits: ['sex', 'age'],
  split: null,
  marks: [],
  ...change,
})

const run = (change: Partial<Parameters<typeof MeasureRun>[0]> = {}) => (
  <main>
    <h1>Gap meter</h1>
    <MeasureRun
      measure={aMeasure()}
      ranges="screened"
      onRanges={() => undefined}
      today="2026-11-23"
      printing={false}
      {...change}
    />
  </main>
)

describe('the months of a measure', () => {
  it('say by which ranges the limits were set, and can be asked to keep all', async () => {
    const chosen = vi.fn<(ranges: 'screened' | 'all') => void>()
    const user = userEvent.setup()
    const { rerender } = renderUi(run({ onRanges: chosen }))
    expect(screen.getByText(/Moving ranges beyond 3.267 times their mean were left out: 2\.$/)).toBeTruthy()
    expect(screen.getByText('target 14')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByRole('radio', { name: 'Keep all ranges' }))
    expect(chosen).toHaveBeenCalledWith('all')
    rerender(run({ ranges: 'all' }))
    expect(screen.getByText(/No moving range was left out/)).toBeTruthy()
  })

  it('stand on paper as a picture of a fixed size and as a table', () => {
    renderUi(run({ printing: true }))
    expect(screen.getByRole('group').style.width).toBe('660px')
    expect(screen.getAllByRole('row')).toHaveLength(RUN.length + 1)
    expect(screen.queryByRole('button', { name: 'Table' })).toBeNull()
  })

  it('keep the focus on a month while the same months come again', async () => {
    const user = userEvent.setup()
    const measure = aMeasure()
    const { rerender } = renderUi(run({ measure, printing: true }))
    await user.tab()
    await user.keyboard('{ArrowLeft}')
    const here = document.activeElement
    expect(here?.getAttribute('aria-label')).toMatch(/^March 2025: 20\. /)
    rerender(run({ measure: { ...measure }, printing: true }))
    expect(document.activeElement).toBe(here)
  })

  it('offer no ranges to leave out where the chart has none', () => {
    const share = figure({ value: 0.5, numerator: 5, denominator: 10 })
    const series = monthsFrom(3).map((month) => ({ month, figure: share }))
    renderUi(run({ measure: aMeasure({ kind: 'proportion', unit: '%', target: null, series }) }))
    expect(screen.getByText(/^P chart: limits are three sigma/)).toBeTruthy()
    expect(screen.queryByRole('radio')).toBeNull()
  })
})

type Part = NonNullable<Measure['split']>[number]

const split = (measure: Measure, onOpen: (part: Part) => void = () => undefined) => (
  <main>
    <h1>Gap meter</h1>
    <MeasureSplit
      measure={measure}
      by={measure.split === null ? null : 'sex'}
      onChange={() => undefined}
      onOpen={onOpen}
    />
  </main>
)

const cellsOf = (name: RegExp): (string | null)[] =>
  within(screen.getByRole('row', { name }))
    .getAllByRole('cell')
    .map(({ textContent }) => textContent)

const barOf = (name: RegExp): Element | null => screen.getByRole('row', { name }).querySelector('svg')

describe('a measure told apart', () => {
  it('draws each part with its range, and says which rest on few', async () => {
    const opened = vi.fn<(part: Part) => void>()
    const user = userEvent.setup()
    const women = { code: '2', label: 'Female', figure: days(21) }
    const men = { code: '1', label: 'Male', figure: days(18, 4) }
    const nobody = { code: 'X', label: 'Not known', figure: figure({}) }
    renderUi(split(aMeasure({ split: [women, men, nobody] }), opened))
    expect(cellsOf(/^Female/)).toEqual(['21 days', '', '19 to 30', '20 values'])
    expect(cellsOf(/^Male/)).toEqual(['18 days', '', 'too few', '4 values'])
    expect(barOf(/^Female/)?.querySelectorAll('line')).toHaveLength(3)
    expect(
      barOf(/^Female/)
        ?.querySelector('rect')
        ?.getAttribute('width'),
    ).toBe('70%')
    expect(barOf(/^Male/)?.querySelectorAll('line')).toHaveLength(0)
    expect(barOf(/^Not known/)).toBeNull()
    expect(screen.getByText(/^Fewer than ten counted, so a middle of so few says little: Male/)).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Gap meter, Female: 21 days, open the people' }))
    await waitFor(() => expect(opened).toHaveBeenCalledWith(women))
  })

  it('gives counts alone where the list is not told apart', () => {
    const part = (code: string, label: string, numerator: number) => ({
      code,
      label,
      figure: figure({ numerator, denominator: null }),
    })
    renderUi(
      split(
        aMeasure({
          kind: 'rate',
          outOf: 'person-years',
          unit: 'per 100,000 a year',
          split: [part('2', 'Female', 40), part('1', 'Male', 20)],
        }),
      ),
    )
    expect(cellsOf(/^Female/)).toEqual(['40', ''])
    expect(barOf(/^Male/)?.querySelector('rect')?.getAttribute('width')).toBe('50%')
    expect(screen.getByText('Only counts are given: what the figure is out of is not told apart.')).toBeTruthy()
  })

  it('asks by what, until something is chosen', () => {
    renderUi(split(aMeasure()))
    expect(screen.getByText('Choose by what the figure is told apart.')).toBeTruthy()
    expect(screen.queryByRole('table')).toBeNull()
  })
})

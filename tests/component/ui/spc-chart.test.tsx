import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { SpcChart } from '#renderer/ui/spc-chart.tsx'
import { attributeChart, xmrChart } from '#shared/statistics/spc.ts'
import { monthsFrom, valuesFrom } from '#tests/unit/statistics/months.ts'
import { accessibilityFaults, renderUi } from './render-ui.tsx'

const days = (value: number): string => `${value.toFixed(1)} days`

const chart = xmrChart(valuesFrom([30, 34, 29, 33, 31, 35, null, 32, 18, 16, 17, 19, 15, 18, 17, 4]), {
  better: 'lower',
  screening: 'screened',
  target: 25,
  rebases: [{ month: '2024-12', reason: 'The hospital writes on the same day' }],
})

/** There is no window to fit here, so the points are looked at in the size of a printed chart. */
const inPrint = { width: 640, height: 300 }

const shown = (size?: typeof inPrint) => (
  <main>
    <h1>Measures</h1>
    <h2>Letters</h2>
    <SpcChart
      title="Letters come sooner since December"
      unit="Days from clinic to letter"
      source="register, 1 August 2025"
      chart={chart}
      format={days}
      {...(size === undefined ? {} : { size })}
      annotations={[{ date: '2025-02-14', words: 'We asked for all letters at once' }]}
    />
  </main>
)

const points = (): HTMLElement[] => within(screen.getByRole('group')).getAllByRole('img')

describe('an SPC chart', () => {
  it('says what it found, how its limits came about and what happened when', async () => {
    renderUi(shown())
    expect(screen.getByRole('heading', { name: 'Letters come sooner since December' })).toBeDefined()
    const judged = screen.getByRole('list', { name: 'What it says' })
    expect(judged.textContent).toContain('Improving, low')
    expect(judged.textContent).toContain('Hits the target')
    expect(judged.textContent).toContain('By July 2025')
    expect(within(judged).getAllByRole('img')[0]?.getAttribute('aria-label')).toBe(
      'Improving: lower than it used to be, and not by chance. Trial limits',
    )
    const happened = within(screen.getByRole('list', { name: 'What happened when' })).getAllByRole('listitem')
    expect(happened.map(({ textContent }) => textContent)).toEqual([
      'December 2024: limits begin anew. The hospital writes on the same day',
      '14 February 2025: We asked for all letters at once',
    ])
    expect(screen.getByText(/^Trial limits: they rest on 8 months/)).toBeDefined()
    expect(screen.getByText('1 month was not measured and left as a gap.')).toBeDefined()
    expect(screen.getByText(/Moving ranges beyond 3.267 times their mean were left out/)).toBeDefined()
    const key = screen.getByRole('list', { name: 'Key' })
    expect(within(key).getByText('limits begin anew')).toBeDefined()
    expect(within(key).getByText('note')).toBeDefined()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('reads what is marked on a month with the month, and leaves out what lies beyond its months', () => {
    renderUi(
      <SpcChart
        title="Letters come sooner since December"
        unit="Days from clinic to letter"
        source="register"
        chart={chart}
        format={days}
        size={inPrint}
        annotations={[
          { date: '2024-12', words: 'The Monday clinic began' },
          { date: '2020-01', words: 'Long ago' },
        ]}
      />,
    )
    const december = points().find((point) => point.dataset['month'] === '2024-12')
    expect(december?.getAttribute('aria-label')).toMatch(
      / Limits begin anew: The hospital writes on the same day\. Note: The Monday clinic began\.$/,
    )
    expect(screen.getByRole('row', { name: /^December 2024/ }).textContent).toMatch(
      /Limits begin anew: The hospital writes on the same day\. Note: The Monday clinic began\.$/,
    )
    expect(screen.getAllByRole('columnheader').at(-1)?.textContent).toBe('What happened')
    expect(screen.queryByText(/Long ago/)).toBeNull()
  })

  it('draws a target from the month that it holds from', () => {
    const from = (targetFrom: string) =>
      xmrChart(valuesFrom([20, 21, 20, 22, 21, 20]), { better: 'lower', screening: 'screened', target: 15, targetFrom })
    const drawn = (targetFrom: string): { readonly x1: number; readonly x2: number } => {
      const { unmount, container } = renderUi(
        <SpcChart title="Days" unit="Days" source="register" chart={from(targetFrom)} format={days} size={inPrint} />,
      )
      const line = container.querySelector('line[stroke="var(--spc-target)"]')
      const place = (name: string): number => Number(line?.getAttribute(name))
      const found = { x1: place('x1'), x2: place('x2') }
      unmount()
      return found
    }
    const whole = drawn('2020-01')
    const half = drawn('2024-07')
    expect(half.x2).toBe(whole.x2)
    expect(half.x1).toBeCloseTo((whole.x1 + whole.x2) * 0.5 + (whole.x2 - whole.x1) * 0.1, 0)
  })

  it('is one stop of the Tab key, goes from month to month by arrows, and reads each out', async () => {
    const user = userEvent.setup()
    renderUi(shown(inPrint))
    expect(points()).toHaveLength(15)
    await user.tab()
    const last = points().at(-1)
    expect(document.activeElement).toBe(last)
    expect(last?.getAttribute('aria-label')).toMatch(
      /^July 2025: 4\.0 days\. Mean 15\.5 days, limits 9\.7 days to 21\.3 days\. Improving, low: outside the limits\.$/,
    )
    await user.keyboard('{ArrowLeft}')
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^June 2025: 17\.0 days/)
    await user.keyboard('{Home}{ArrowLeft}')
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^April 2024: 30\.0 days/)
    await user.keyboard('{End}{ArrowRight}')
    expect(document.activeElement).toBe(last)
    expect(points().filter((point) => point.getAttribute('tabindex') === '0')).toEqual([last])
  })

  it('gives way to a table with the same months, gaps and all', async () => {
    const user = userEvent.setup()
    renderUi(shown())
    await user.click(screen.getByRole('button', { name: 'Table' }))
    expect(screen.queryByRole('group')).toBeNull()
    const rows = within(screen.getByRole('table')).getAllByRole('row')
    expect(rows).toHaveLength(17)
    expect(rows[7]?.textContent).toBe('October 2024–32.0 days21.9 days42.1 daysnot measured')
    expect(rows[16]?.textContent).toContain('Improving, low: outside the limits')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('shows what is marked in the month that is not over, at its place and without a point', async () => {
    const user = userEvent.setup()
    const today = (thisMonth: string, size?: typeof inPrint) => (
      <main>
        <h1>Letters</h1>
        <SpcChart
          title="Letters come sooner"
          unit="Days"
          source="register"
          chart={chart}
          format={days}
          headingLevel={2}
          annotations={[{ date: '2025-08-12', words: '4.2 Ask by telephone', name: 'Milestone met' }]}
          thisMonth={thisMonth}
          {...(size === undefined ? {} : { size })}
        />
      </main>
    )
    const { rerender } = renderUi(today('2025-08', inPrint))
    expect(screen.getByRole('list', { name: 'What happened when' }).textContent).toContain(
      '12 August 2025: 4.2 Ask by telephone',
    )
    expect(points()).toHaveLength(15)
    const last = screen.getAllByRole('row').at(-1)
    expect(last?.textContent).toBe('August 2025––––not measured yetMilestone met: 4.2 Ask by telephone.')
    // A run that ended earlier is one of the past.
    rerender(today('2025-09'))
    expect(screen.queryByRole('list', { name: 'What happened when' })?.textContent ?? '').not.toContain('4.2')
    await user.click(screen.getByRole('button', { name: 'Table' }))
    expect(screen.getAllByRole('row').at(-1)?.textContent).toContain('July 2025')
  })

  it('says that it is too early where nothing was measured', () => {
    renderUi(
      <SpcChart
        title="Nothing is known yet"
        unit="Days from clinic to letter"
        source="register"
        chart={xmrChart([{ month: '2026-04', value: null }], { better: 'lower', screening: 'screened' })}
        format={days}
        size={inPrint}
      />,
    )
    expect(screen.getByText('Too early to say')).toBeDefined()
    expect(screen.getByText('1 month was not measured and left as a gap.')).toBeDefined()
    expect(within(screen.getByRole('group')).queryAllByRole('img')).toEqual([])
  })

  it('prints with its table, at its own size, and draws a P chart with what was counted', async () => {
    const counts = monthsFrom(13).map((month, index) => ({
      month,
      numerator: 20 + (index % 4),
      denominator: 40 + index,
    }))
    renderUi(
      <main>
        <h1>Measures</h1>
        <h2>Reviews</h2>
        <SpcChart
          title="Reviews go on as before"
          unit="% in time"
          source="register"
          chart={attributeChart('P', counts, { better: 'higher' })}
          format={(value) => `${Math.round(value * 100)}%`}
          size={{ width: 600, height: 260 }}
        />
      </main>,
    )
    expect(screen.queryByRole('button')).toBeNull()
    expect(screen.getByText('20 of 40')).toBeDefined()
    expect(screen.getByText(/^P chart: limits are three sigma/)).toBeDefined()
    expect(screen.queryByText(/^Trial limits/)).toBeNull()
    expect(screen.getByText('No target')).toBeDefined()
    expect(points()).toHaveLength(13)
    expect(await accessibilityFaults()).toEqual([])
  })
})

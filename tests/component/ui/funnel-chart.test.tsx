import { screen, within } from '@testing-library/react'
import { userEvent } from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { FunnelChart } from '#renderer/ui/funnel-chart.tsx'
import { funnel } from '#shared/statistics/funnel.ts'
import { letterOf } from '#shared/statistics/funnel-words.ts'
import { accessibilityFaults, renderUi } from './render-ui.tsx'

const entries = [
  { key: 'Hill Road', numerator: 30, denominator: 60 },
  { key: 'Dale View', numerator: 20, denominator: 80 },
  { key: 'The Mount', numerator: 55, denominator: 100 },
  { key: 'New Surgery', numerator: 0, denominator: 0 },
]
const found = funnel('proportion', 'exact', entries)
if (found === null) throw new Error('There are practices with people')

/** There is no window to fit here, so the points are looked at in the size of a printed chart. */
const inPrint = { width: 600, height: 300 }

const chart = (names?: ReadonlyMap<string, string>, size?: typeof inPrint) => (
  <main>
    <h1>Measures</h1>
    <h2>Reviews</h2>
    <FunnelChart
      title="One practice differs more than chance explains"
      unit="% of people with a review in time"
      axis="People with a review due"
      source="three practices"
      funnel={found}
      format={(value) => `${Math.round(value * 100)}%`}
      own="The Mount"
      {...(names === undefined ? {} : { names })}
      {...(size === undefined ? {} : { size })}
    />
  </main>
)

const read = (): (string | null)[] =>
  within(screen.getByRole('group'))
    .getAllByRole('img')
    .map((point) => point.getAttribute('aria-label'))

describe('a funnel chart', () => {
  it('names nobody, marks the own practice and says what it does not correct', async () => {
    renderUi(chart(undefined, inPrint))
    expect(document.body.textContent).not.toMatch(/Hill Road|Dale View|The Mount|New Surgery/)
    expect(read().map((name) => name?.split(':')[0])).toEqual(['A', 'B', 'Yours'])
    expect(read()[1]).toMatch(/^B: 25%, 20 of 80\. 95% limits .* It is below the 99\.8% limit\.$/)
    expect(screen.getByText('1 practice had nobody to count and is left out.')).toBeDefined()
    expect(screen.getByText(/exact binomial limits.*Overdispersion is not corrected/)).toBeDefined()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('starts at the own practice and goes by arrows', async () => {
    const user = userEvent.setup()
    renderUi(chart(undefined, inPrint))
    await user.tab()
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Yours: 55%/)
    await user.keyboard('{ArrowLeft}')
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^B:/)
  })

  it('shows names where they are given, and the same as a table in print', async () => {
    renderUi(chart(new Map([['Hill Road', 'Hill Road Surgery']]), inPrint))
    const rows = within(screen.getByRole('table')).getAllByRole('row')
    expect(rows.map((row) => row.textContent).slice(1)).toEqual([
      expect.stringMatching(/^Hill Road Surgery50%30 of 60.*within what chance explains$/),
      expect.stringMatching(/^B25%20 of 80.*below the 99\.8% limit$/),
      expect.stringMatching(
        /^Yours55%55 of 100.*above the 95% limit$|^Yours55%55 of 100.*within what chance explains$/,
      ),
    ])
    expect(screen.queryByRole('button')).toBeNull()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('has a letter for any number of practices', () => {
    expect([0, 25, 26, 51, 52, 701, 702].map(letterOf)).toEqual(['A', 'Z', 'AA', 'AZ', 'BA', 'ZZ', 'AAA'])
  })
})

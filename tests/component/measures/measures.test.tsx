import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { measureRoutes } from '#renderer/features/measures/measure-routes.tsx'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const real = componentCoreForEachTest()

const diagnosed = async (
  surname: string,
  date: string,
  told: Parameters<typeof anEvent>[1][] = [],
): Promise<string> => {
  const { client } = real.current()
  const { id } = await client.register.addPerson({
    person: aPerson({ surname }),
    episode: anEpisode({ diagnosisDate: { date, precision: 'day' } }),
  })
  for (const change of told) await client.journey.logEvent(anEvent(id, { lane: 'primary', ...change }))
  return id
}

beforeEach(() => setToday(TEST_TODAY))

const open = (path = '/measures'): ReturnType<typeof userEvent.setup> => {
  openScreen(path, measureRoutes)
  return userEvent.setup()
}

describe('the indicators', () => {
  it('lead from a figure to a person in two keys', async () => {
    const id = await diagnosed('Dallimore', '2023-06-01')
    await diagnosed('Informed', '2023-06-01', [{ eventType: 'support_information_given', date: '2023-07-01' }])
    const user = open('/measures?year=2023')
    const figure = await screen.findByRole('button', { name: /^Informed of support within 3 months, not done: 1/ })
    expect(screen.getByText('1 of 2')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    figure.focus()
    await user.keyboard('{Enter}')
    const drawer = await screen.findByRole('dialog', { name: /^CAN005, 2023\/24. Not done: 1 person/ })
    await within(drawer).findByText(/In time until 1 Sep 2023/)
    await waitFor(() => expect(document.activeElement?.getAttribute('data-row')).toBe('0'))
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect(location.pathname).toBe(`/people/${id}/reviews`)
  })

  it('say the rule, its source and what nobody has verified, and can be read another way', async () => {
    await diagnosed('Talked', '2026-06-01', [{ eventType: 'support_contact', date: '2026-07-01' }])
    const user = open()
    const panel = await screen.findByRole('region', { name: 'Informed of support within 3 months' })
    expect(within(panel).getByText(/IND222. Good practice, not paid/)).toBeTruthy()
    await user.click(within(panel).getByText('The rule, its version and source'))
    expect(within(panel).getByText(/NICE menu indicator IND222, which no contract pays for/)).toBeTruthy()
    expect(within(panel).getByText('That IND222 counts as CAN005 did.')).toBeTruthy()
    expect(within(panel).getByText('0 of 1')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'How the rules are read' }))
    const box = await screen.findByRole('combobox', { name: 'Informed of support' })
    await user.click(box)
    await user.click(
      await screen.findByRole('option', { name: 'Information given, or a support contact', hidden: true }),
    )
    await within(panel).findByText('1 of 1')
    expect(location.search).toContain('support=information-or-contact')
  })

  it('are none where no rule is known', async () => {
    const { client } = real.current()
    expect((await client.measures.indicators({ year: 2003 })).indicators).toEqual([])
    open('/measures?year=2003')
    await screen.findByRole('heading', { name: 'No cancer indicator is known for England in 2003/04' })
  })
})

describe('what if today were', () => {
  it('lists who can still be put right, and lets a day go by', async () => {
    const id = await diagnosed('Soon', '2026-09-01')
    const user = open('/measures?view=what-if')
    const list = await screen.findByRole('grid', { name: 'Worklist' })
    await within(list).findAllByText('8 days left')
    expect(await accessibilityFaults()).toEqual([])
    const slider = screen.getByRole('slider', { name: /^What if today were/ })
    expect(slider.getAttribute('aria-valuetext')).toBe('23 Nov 2026')
    await user.click(screen.getByRole('button', { name: 'Year end 2026/27' }))
    await screen.findByText('Nobody')
    await user.click(screen.getByRole('button', { name: /^Informed of support within 3 months, too late: 1/ }))
    const row = await within(await screen.findByRole('grid', { name: 'Worklist' })).findByText('120 days too late')
    await user.dblClick(row)
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect(location.pathname).toBe(`/people/${id}/reviews`)
  })
})

import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { measureRoutes } from '#renderer/features/measures/measure-routes.tsx'
import type { EpisodeFields } from '#shared/features/register/schema.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const real = componentCoreForEachTest()
beforeEach(() => setToday(TEST_TODAY))

const diagnosed = async (
  surname: string,
  told: readonly (readonly [eventType: 'urgent_referral' | 'emergency_admission' | 'surgery', date: string])[],
  change: Partial<EpisodeFields> = {},
): Promise<string> => {
  const { client } = real.current()
  const { id } = await client.register.addPerson({
    person: aPerson({ surname }),
    episode: anEpisode({ diagnosisDate: { date: '2025-06-10', precision: 'day' }, ...change }),
  })
  for (const [eventType, date] of told)
    await client.journey.logEvent(anEvent(id, { eventType, date, precision: 'day' }))
  return id
}

/** Six referred, of whom one had no operation, and one by the emergency route. */
const sevenHistories = async (): Promise<void> => {
  for (const [at, surname] of ['Ash', 'Birch', 'Cedar', 'Elm', 'Fir'].entries())
    await diagnosed(surname, [
      ['urgent_referral', `2025-06-0${at + 1}`],
      ['surgery', '2025-07-10'],
    ])
  await diagnosed('Hazel', [['urgent_referral', '2025-06-01']])
  await diagnosed('Oak', [['emergency_admission', '2025-06-09']], { route: 'emergency', stage: null })
}

const open = (search = ''): ReturnType<typeof userEvent.setup> => {
  openScreen(`/measures?view=patterns${search}`, measureRoutes)
  return userEvent.setup()
}

describe('the patterns', () => {
  it('say what they are, show the commonest first, and lead to a person in two keys', async () => {
    await sevenHistories()
    const user = open()
    await screen.findByRole('heading', { name: 'These 3 patterns cover 7 of 7 histories whose order is known' })
    expect(screen.getByText(/groups of past patients of this practice.*says nothing of any one person/)).toBeTruthy()
    expect(screen.getByText('Very few histories')).toBeTruthy()
    const first = screen.getByRole('heading', { name: 'Pattern 1' }).closest('li')
    if (first === null) throw new Error('the first pattern is a list item')
    const milestones = within(first)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
    expect(milestones).toEqual([
      'Urgent referral',
      '7 days6 to 8 (5 known)Diagnosis',
      '30 days30 to 30 (5 known)Surgery',
    ])
    expect(within(first).getByText('5 of 7')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    screen.getByRole('button', { name: /^Pattern 1: 5, open the people/ }).focus()
    await user.keyboard('{Enter}')
    const drawer = await screen.findByRole('dialog', { name: 'Pattern 1: 5 histories' })
    await within(drawer).findByText('Urgent referral 1 Jun 2025, Diagnosis 10 Jun 2025, Surgery 10 Jul 2025')
    await waitFor(() => expect(document.activeElement?.getAttribute('data-row')).toBe('0'))
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect(location.pathname).toMatch(/^\/people\/[^/]+\/journey$/)
  })

  it('stand in a table too, with the same figures', async () => {
    await sevenHistories()
    const user = open()
    await user.click(await screen.findByRole('button', { name: 'Table' }))
    const table = screen.getByRole('table', { name: 'The commonest patterns' })
    const row = within(table).getByRole('row', { name: /^1\. Urgent referral, Diagnosis, Surgery/ })
    expect(row.textContent).toContain('7 days, 6 to 8 (5 known)')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('say what came next, and give no median of fewer than five', async () => {
    await sevenHistories()
    const user = open('&step=diagnosis')
    const table = await screen.findByRole('table', { name: 'What came after Diagnosis' })
    expect(
      within(table)
        .getAllByRole('row')
        .slice(1)
        .map((row) => row.querySelector('th')?.textContent),
    ).toEqual(['Surgery', 'Nothing more recorded'])
    await user.click(within(table).getByRole('button', { name: /^Diagnosis, then nothing more recorded: 2/ }))
    const drawer = await screen.findByRole('dialog', { name: 'Diagnosis, then nothing more recorded: 2 histories' })
    await within(drawer).findByText(/HAZEL/)
    expect(within(drawer).getByText(/OAK/)).toBeTruthy()
  })

  it('hold two groups beside each other, and say when too few are known', async () => {
    await sevenHistories()
    const user = open('&beside=emergency')
    const table = await screen.findByRole('table', { name: 'Emergency route and referred, side by side' })
    expect(within(table).getByRole('columnheader', { name: 'Emergency route (1 history)' })).toBeTruthy()
    expect(within(table).getAllByText('Too few are known to hold them beside each other.').length).toBeGreaterThan(3)
    expect(await accessibilityFaults()).toEqual([])
    within(table)
      .getByRole('button', { name: /^Pattern 1, referred by the practice: 5, open the people/ })
      .focus()
    await user.keyboard('{Enter}')
    const drawer = await screen.findByRole('dialog', { name: 'Pattern 1, referred by the practice: 5 histories' })
    await waitFor(() => expect(document.activeElement?.getAttribute('data-row')).toBe('0'))
    expect(within(drawer).queryByText(/HAZEL/)).toBeNull()
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect(location.pathname).toMatch(/^\/people\/[^/]+\/journey$/)
  })

  it('keep their filters in the address, and say where nobody is', async () => {
    await sevenHistories()
    const user = open()
    await user.click(await screen.findByRole('combobox', { name: 'Route' }))
    await user.click(await screen.findByRole('option', { name: 'Screening', hidden: true }))
    await screen.findByRole('heading', { name: 'No history here has a known order' })
    expect(location.search).toContain('route=screening')
    expect(screen.getByText(/No new diagnosis is recorded for this choice/)).toBeTruthy()
  })

  it('count a vague date apart, and open whose it is', async () => {
    await diagnosed('Vague', [['surgery', '2025-06-20']], { diagnosisDate: { date: '2025-06-01', precision: 'month' } })
    const user = open()
    await user.click(await screen.findByRole('button', { name: /^Order not known: 1/ }))
    const drawer = await screen.findByRole('dialog', { name: 'Order not known: 1 history' })
    expect(await within(drawer).findByText('Diagnosis Jun 2025, Surgery 20 Jun 2025')).toBeTruthy()
  })
})

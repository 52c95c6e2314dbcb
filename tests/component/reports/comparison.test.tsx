import { screen, within } from '@testing-library/react'
import type userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { finish } from '#core/in-process.ts'
import { anEpisode, aPerson } from '#tests/support/builders.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'
import { CTRL_ENTER, openReports, PATIENCE, said, setUpReports } from './reports-screen.tsx'

const screens = setUpReports()

const diagnose = async (number: number, date: string): Promise<void> => {
  for (let index = 0; index < number; index += 1)
    await screens.test.client.register.addPerson({
      person: aPerson(),
      episode: anEpisode({ diagnosisDate: { date, precision: 'day' }, stage: '2', route: 'screening' }),
    })
}

const open = async (): Promise<ReturnType<typeof userEvent.setup>> => {
  const user = openReports(screens, '/reports')
  await screen.findByRole('button', { name: 'Add a published figure' }, PATIENCE)
  return user
}

describe('what a report is printed beside', () => {
  it('is the report that was sent before, until none is chosen', async () => {
    await diagnose(12, '2024-12-15')
    await diagnose(14, '2025-12-15')
    const before = await finish(screens.test.client.reports.build({ from: '2024-11-01', to: '2025-10-31' }))
    await finish(
      screens.test.client.reports.export({
        id: before.id,
        folderHandle: 'folder',
        formats: ['json'],
        purpose: 'Network meeting',
        recipient: 'Primary care network',
      }),
    )
    const user = await open()
    const choice = await screen.findByRole('combobox', { name: 'Report before' })
    expect(choice).toHaveProperty('value', expect.stringMatching(/^Last: 1 Nov 2024 to 31 Oct 2025, sent /))
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard(CTRL_ENTER)
    await said(/^1 Nov 2025 to 31 Oct 2026\. Figures frozen/)
    expect(
      screen.getAllByRole('table', {
        name: /^Headline measures beside the report of 1 Nov 2024 to 31 Oct 2025 \(sent /,
      }),
    ).not.toHaveLength(0)
    expect(await accessibilityFaults()).toEqual([])
  })

  it('takes a published figure typed in, says what is missing, and prints it with its source', async () => {
    await diagnose(12, '2025-12-15')
    const user = await open()
    await user.click(screen.getByRole('button', { name: 'Add a published figure' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add a published figure' })
    await user.click(within(dialog).getByRole('button', { name: 'Add the figure' }))
    expect(within(dialog).getByText('Enter a number')).toBeTruthy()
    expect(within(dialog).getByText('Say where it is published')).toBeTruthy()
    expect(await accessibilityFaults(dialog)).toEqual([])
    await user.click(within(dialog).getByRole('combobox', { name: 'What it measures' }))
    await user.click(await screen.findByRole('option', { name: 'Stage known' }))
    const type = async (name: RegExp, text: string): Promise<void> =>
      user.type(within(dialog).getByRole('textbox', { name }), text)
    await type(/^Whose figure/, 'Ferrin Vale Alliance')
    await type(/^Figure/, '81.5')
    await type(/^Period/, '2024/25')
    await type(/^Where it is/, 'Alliance dashboard')
    await type(/^When it was/, '2 Jun 2025{Enter}')
    const box = await screen.findByRole('checkbox', {
      name: 'Stage known: 81.5%, Ferrin Vale Alliance, 2024/25',
    })
    expect(box).toHaveProperty('checked', true)
    // Enter in the dialog did not freeze the report behind it.
    expect(await screens.test.client.reports.list({})).toEqual([])
    await user.keyboard(CTRL_ENTER)
    await said(/^1 Nov 2025 to 31 Oct 2026\. Figures frozen/)
    const table = screen.getByRole('table', { name: 'Headline measures beside published figures' })
    const row = within(table).getByRole('row', { name: /^Stage known: Ferrin Vale Alliance, 2024\/25/ })
    expect(row.textContent).toContain('81.5%')
    expect(row.textContent).toContain('Alliance dashboard. Published 2 Jun 2025.')
  })

  it('gives a figure that was typed in back when its removal is undone', async () => {
    await screens.test.client.reports.addBenchmark({
      name: 'Ferrin Vale Alliance',
      measure: 'stage-known',
      value: 81.5,
      low: null,
      high: null,
      period: '2024/25',
      source: 'Alliance dashboard',
      published: '2 Jun 2025',
      edition: null,
    })
    const user = await open()
    const name = 'Stage known: 81.5%, Ferrin Vale Alliance, 2024/25'
    await user.click(screen.getByRole('button', { name: 'Remove Stage known, Ferrin Vale Alliance, 2024/25' }))
    await screen.findByText('Published figure removed.')
    await vi.waitFor(() => expect(screen.queryByRole('checkbox', { name })).toBeNull())
    await user.click(screen.getByRole('button', { name: /Undo/ }))
    await screen.findByRole('checkbox', { name })
  })
})

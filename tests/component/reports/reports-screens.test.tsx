import { screen, waitFor, within } from '@testing-library/react'
import { describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'
import { addPeople, CTRL_ENTER, openFrozen, openReports, PATIENCE, said, setUpReports } from './reports-screen.tsx'

const screens = setUpReports()

describe('making a report', () => {
  it('goes from an empty list to the frozen report by keyboard alone', async () => {
    await addPeople(screens)
    const user = openReports(screens, '/reports')
    await screen.findByRole('heading', { name: 'No report yet' })
    expect(screen.getByText('1 Nov 2025 to 31 Oct 2026')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])

    await user.click(screen.getByRole('radio', { name: /Last financial year/ }))
    await user.keyboard(CTRL_ENTER)
    await said(/^1 Apr 2025 to 31 Mar 2026\. Figures frozen/)
    expect(document.querySelector('h1')?.textContent).toBe('Network report')
    expect(screen.getAllByText(/Support contact within 3 months: 20 of 30, 67%/)).not.toHaveLength(0)
    expect(location.pathname).toMatch(/^\/reports\/[0-9a-f-]{36}$/)
    expect(document.title).toBe('Network report - Throughline')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('lists what was frozen, newest first, each a link', async () => {
    await finish(screens.test.client.reports.build({ from: '2024-04-01', to: '2025-03-31' }))
    await finish(screens.test.client.reports.build({ from: '2025-04-01', to: '2026-03-31' }))
    openReports(screens, '/reports')
    const table = await screen.findByRole('table', { name: 'Reports frozen so far' })
    expect(
      within(table)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['1 Apr 2025 to 31 Mar 2026', '1 Apr 2024 to 31 Mar 2025'])
  })

  it('keeps what was typed and says what to put right', async () => {
    const user = openReports(screens, '/reports')
    await user.click(await screen.findByRole('radio', { name: /Other dates/ }))
    const first = screen.getByRole('group', { name: /First day/ })
    const last = screen.getByRole('group', { name: /Last day/ })
    for (const [label, text] of [
      ['Day', '1'],
      ['Month', '4'],
      ['Year', '2026'],
    ] as const) {
      await user.type(within(first).getByLabelText(label), text)
    }
    await user.keyboard(CTRL_ENTER)
    const fault = await said('Last day: Enter the day, month and year')
    expect(document.activeElement?.contains(fault)).toBe(true)
    expect(document.activeElement?.textContent).toContain('1 thing to put right')
    expect(within(first).getByLabelText('Year')).toHaveProperty('value', '2026')

    for (const [label, text] of [
      ['Day', '31'],
      ['Month', '3'],
      ['Year', '2027'],
    ] as const) {
      await user.type(within(last).getByLabelText(label), text)
    }
    await user.click(screen.getByRole('button', { name: /Freeze the figures/ }))
    await said('Last day: The last day is in the future')
    expect(await accessibilityFaults()).toEqual([])
    expect(await screens.test.client.reports.list({})).toEqual([])
  })
})

describe('choosing sections', () => {
  it('leaves out what is unticked, says so when nothing is ticked, and begins the next report with the same', async () => {
    await addPeople(screens)
    const user = openReports(screens, '/reports')
    await screen.findByRole('heading', { name: 'No report yet' })
    await user.click(screen.getByRole('radio', { name: /Last financial year/ }))
    const all = within(screen.getByRole('group', { name: 'Sections' }))
    for (const box of all.getAllByRole('checkbox')) await user.click(box)
    await user.keyboard(CTRL_ENTER)
    await said('Sections: Choose at least one section')
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByLabelText('Stage at diagnosis'))
    await user.click(screen.getByLabelText('Demographics'))
    await user.keyboard(CTRL_ENTER)
    await said(/^1 Apr 2025 to 31 Mar 2026\. Figures frozen/)
    const outline = screen.getByRole('navigation', { name: 'Sections of the report' })
    expect(
      within(outline)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['1 Cover', '2 Summary', '3 Demographics', '4 Stage at diagnosis', '5 Method'])
    expect(await screens.test.client.reports.lastSections({})).toEqual(['demographics', 'stage'])
  })
})

describe('asking about a figure', () => {
  it('opens counted, out of, left out and rule from the keyboard, and gives the focus back', async () => {
    const user = await openFrozen(screens)
    const care = document.querySelector<HTMLElement>('#report-care table')
    const figure = within(care ?? document.body).getByText('20')
    figure.focus()
    await user.keyboard('{Enter}')
    const answer = await screen.findByRole('dialog', { name: 'Explain this number' }, PATIENCE)
    expect(answer.textContent).toContain('20 of 30, 67% (likely range 49% to 81%)')
    expect(answer.textContent).toContain('whose 3 months ran out in it')
    expect(answer.textContent).toContain('NICE menu indicator IND222')
    expect(answer.textContent).toContain('Register as frozen 23 Nov 2026, 10:00')
    expect(figure.getAttribute('aria-expanded')).toBe('true')
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('{Escape}')
    await waitFor(() => expect(document.querySelector('[role=dialog]')).toBeNull())
    expect(document.activeElement).toBe(figure)
  })

  it('says of a hidden figure only that it is hidden', async () => {
    const user = await openFrozen(screens)
    const groups = document.querySelector<HTMLElement>('#report-new-diagnoses table')
    const lung = within(groups ?? document.body)
      .getByText('Lung', { selector: 'th' })
      .closest('tr')
    await user.click(within(lung ?? document.body).getByRole('button'))
    const answer = await screen.findByRole('dialog', { name: 'Explain this number' }, PATIENCE)
    expect(answer.textContent).toContain('This number is hidden: too few to show')
    expect(answer.textContent).not.toMatch(/\b3 of\b/)
  })
})

describe('a report that cannot be shown', () => {
  it('says so and leads back', async () => {
    openReports(screens, '/reports/01900000-0000-7000-8000-0000000fffff')
    await screen.findByRole('heading', { level: 1, name: 'This report cannot be shown' })
    expect(screen.getByText(/no longer there/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Go to the reports' }).getAttribute('href')).toBe('/reports')
  })
})

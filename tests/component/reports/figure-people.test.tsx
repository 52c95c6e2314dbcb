import { screen, waitFor, within } from '@testing-library/react'
import { beforeEach, describe, expect, it } from 'vitest'
import { anEpisode, aPerson } from '#tests/support/builders.ts'
import { giveSize } from '#tests/support/component-screen.tsx'
import { accessibilityFaults } from '../ui/render-ui.tsx'
import { openFrozen, PATIENCE, said, setUpReports } from './reports-screen.tsx'

const screens = setUpReports()
beforeEach(giveSize)

const figureIn = (section: string, name: string, at = 0): HTMLElement => {
  const row = within(document.querySelector<HTMLElement>(`#report-${section}`) ?? document.body)
    .getAllByText(name, { selector: 'th' })[0]
    ?.closest('tr')
  const button = within(row ?? document.body).getAllByRole('button')[at]
  if (button === undefined) throw new Error('there is a figure')
  return button
}

const people = async (name: RegExp): Promise<HTMLElement> => {
  const drawer = await screen.findByRole('dialog', { name }, PATIENCE)
  await within(drawer).findByRole('grid', { name: 'People behind the figure' }, PATIENCE)
  return drawer
}

describe('the people behind a figure of a frozen report', () => {
  it('are two keys away, and another Enter opens one of them', async () => {
    const user = await openFrozen(screens)
    figureIn('care', 'Support contact within 3 months').focus()
    await user.keyboard('{Enter}')
    await screen.findByRole('dialog', { name: 'Explain this number' }, PATIENCE)
    await waitFor(() => expect(document.activeElement?.textContent).toBe('Show the people'))
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('{Enter}')
    const drawer = await people(/^Support contact within 3 months: 20$/)
    await within(drawer).findByText(
      /^20 people, as they were recorded when the report was counted\.$/,
      undefined,
      PATIENCE,
    )
    await waitFor(() => expect(document.activeElement?.getAttribute('data-row')).toBe('0'))
    expect(screen.queryByRole('dialog', { name: 'Explain this number' })).toBeNull()
    expect(await accessibilityFaults(drawer)).toEqual([])
    await waitFor(() => expect(document.activeElement?.getAttribute('data-row')).toBe('0'), PATIENCE)
    // Who goes on to a row has looked at the list: a second Enter in haste would still mean the dialog before it.
    await user.keyboard('{ArrowDown}')
    await waitFor(() => expect(document.activeElement?.getAttribute('data-row')).toBe('1'), PATIENCE)
    await user.keyboard('{Enter}')
    await waitFor(() => expect(location.pathname).toMatch(/^\/people\/[0-9a-f-]{36}\/journey$/), PATIENCE)
  })

  it('may be seen where the number is hidden, with a warning, and Escape leads back to the figure', async () => {
    const user = await openFrozen(screens)
    const figure = figureIn('new-diagnoses', 'Lung')
    await user.click(figure)
    await user.click(await screen.findByRole('button', { name: 'Show the people' }, PATIENCE))
    const drawer = await people(/^Lung: a number that is hidden$/)
    await within(drawer).findByText(/^3 people, as they were recorded/, undefined, PATIENCE)
    expect(drawer.textContent).toContain('The report hides this number. Who and how many they are stays inside')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(document.querySelector('[role=dialog]')).toBeNull(), PATIENCE)
    await waitFor(() => expect(document.activeElement).toBe(figure))
  })

  it('are there for a denominator, for a figure without words of its own, and for those who were left out', async () => {
    await screens.test.client.register.addPerson({ person: aPerson({ leaveOutOfSharing: true }), episode: anEpisode() })
    const user = await openFrozen(screens)
    await user.click(figureIn('care', 'Support contact within 3 months', 1))
    await user.click(await screen.findByRole('button', { name: 'Show the people' }, PATIENCE))
    await people(/^Support contact within 3 months, out of: 30$/)
    await user.keyboard('{Escape}')
    await waitFor(() => expect(document.querySelector('[role=dialog]')).toBeNull(), PATIENCE)

    const deaths = document.querySelector<HTMLElement>('#report-deaths table') ?? document.body
    await user.click(within(deaths).getAllByRole('button').at(-1) ?? deaths)
    await user.click(await screen.findByRole('button', { name: 'Show the people' }, PATIENCE))
    await screen.findByRole('dialog', { name: /: 0$/ }, PATIENCE)
    await said('Nobody stands here.')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(document.querySelector('[role=dialog]')).toBeNull(), PATIENCE)

    const register = document.querySelector<HTMLElement>('#report-register table') ?? document.body
    await user.click(within(register).getAllByRole('button')[0] ?? register)
    await user.click(await screen.findByTitle('Show the people', undefined, PATIENCE))
    const drawer = await people(/^Asked to be left out of what is shared: a number that is hidden$/)
    await within(drawer).findByText(/^1 person, as they were recorded/, undefined, PATIENCE)
  })
})

import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { settingsRoutes } from '#renderer/features/settings/settings-routes.tsx'
import type { NationCode } from '#shared/domain/people.ts'
import { changeableClocks, clockRulesFor } from '#shared/features/pathways/clock-rules.ts'
import { accessibilityFaults } from '#tests/component/ui/render-ui.tsx'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { aPractice, TEST_TODAY } from '#tests/support/test-core.ts'

const core = componentCoreForEachTest()
beforeEach(() => setToday(TEST_TODAY))

const open = async (nation: NationCode, name: string): Promise<HTMLElement> => {
  await core.current().client.access.savePractice(aPractice({ nation }))
  openScreen('/settings/clocks', settingsRoutes)
  return screen.findByRole('table', { name: `Clocks counted in ${name}` })
}
const type = async (label: RegExp, text: string): Promise<void> => {
  const box = screen.getByLabelText(label)
  await userEvent.clear(box)
  if (text !== '') await userEvent.type(box, text)
}

describe('the clocks in Settings', () => {
  it('of another nation say what nobody has checked, and are changed from a day on with the reason', async () => {
    const table = await open('northern-ireland', 'Northern Ireland')
    const row = within(table).getByRole('row', { name: /Seen within 14 days/ })
    expect(row.textContent).toContain('Not known')
    expect(within(table).getAllByText('Unverified default')).toHaveLength(3)
    expect(await accessibilityFaults()).toEqual([])
    await type(/^Treated within 62 days: days/, '50')
    await type(/^Treated within 62 days: target/, '90')
    await type(/^Reason/, 'Letter of the Department, October 2026')
    await userEvent.click(screen.getByRole('button', { name: 'Save the clocks' }))
    const changed = await screen.findByRole('row', { name: /Treated within 50 days/ })
    expect(changed.textContent).toContain('Letter of the Department, October 2026')
    expect(changed.textContent).toContain('(our default: 62 days, target 95%)')
    expect(screen.getByText(/For clocks that start from 23 Nov 2026: 14, 31, 50 days/)).toBeTruthy()
    expect((await core.current().client.pathways.clocks({})).periods).toMatchObject([
      { nation: 'northern-ireland', from: TEST_TODAY, clocks: { treated_62: { days: 50, target: 90 } } },
    ])
    await userEvent.type(screen.getByLabelText(/^Reason/), 'Again')
    await userEvent.keyboard('{Control>}s{/Control}')
    expect(await screen.findByText('These are the days that hold already. Nothing was changed.')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('say what to put right and keep what was typed', async () => {
    await open('wales', 'Wales')
    await type(/^Treated within 62 days: days/, 'soon')
    await type(/^Treated within 62 days: target/, '101')
    await type(/^Year/, '')
    await userEvent.keyboard('{Control>}s{/Control}')
    const summary = await screen.findByRole('alert', { name: '4 things to put right' })
    expect(summary.textContent).toContain('Enter whole days from 1 to 365')
    expect(summary.textContent).toContain('Reason: Say why')
    expect(screen.getByDisplayValue('soon')).toBeTruthy()
    expect((await core.current().client.pathways.clocks({})).periods).toEqual([])
    expect(await accessibilityFaults()).toEqual([])
  })

  it('keep what was typed when another window chose meanwhile, and ask before it is put in its place', async () => {
    await open('wales', 'Wales')
    await type(/^Treated within 62 days: days/, '55')
    await type(/^Reason/, 'Letter of the health board')
    const rules = clockRulesFor('wales', [])
    const clocks = Object.fromEntries(changeableClocks(rules).map((code) => [code, { days: 40, target: null }]))
    await core.current().client.pathways.saveClocks({ from: TEST_TODAY, clocks, reason: 'Theirs' })
    await screen.findByText(/: Theirs$/)
    await userEvent.keyboard('{Control>}s{/Control}')
    await screen.findByText(/^Another window changed these meanwhile/)
    expect(screen.getByDisplayValue('Letter of the health board')).toBeTruthy()
    await userEvent.keyboard('{Control>}s{/Control}')
    await screen.findByRole('row', { name: /Treated within 55 days/ })
    expect(screen.queryByDisplayValue('Letter of the health board')).toBeNull()
  })

  it('of England were read in guidance and cannot be changed', async () => {
    const table = await open('england', 'England')
    expect(within(table).getAllByText('Read in guidance')).toHaveLength(3)
    await waitFor(() => expect(screen.getByText(/stand in the guidance/)).toBeTruthy())
    expect(screen.queryByRole('button', { name: 'Save the clocks' })).toBeNull()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('are only shown to those who may not change them', async () => {
    await core.current().client.access.savePractice(aPractice({ nation: 'scotland' }))
    const session = core.current().session()
    Object.assign(session, { user: { ...session.user, role: 'clinical' } })
    openScreen('/settings/clocks', settingsRoutes)
    expect(await screen.findByText('Only the cancer lead can change these.')).toBeTruthy()
    expect(screen.getByRole('table', { name: 'Clocks counted in Scotland' })).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Save the clocks' })).toBeNull()
  })
})

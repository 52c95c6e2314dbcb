import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { planActionRoutes } from '#renderer/features/plan-action/plan-action-routes.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { beginPlan, planNow, signNow } from '#tests/core/plan/plan-fields.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const core = componentCoreForEachTest()
let actionId = ''
beforeEach(async () => {
  setToday(TEST_TODAY)
  actionId = (await beginPlan(core.current().client))[0] ?? ''
})

const open = async (): Promise<ReturnType<typeof userEvent.setup>> => {
  openScreen(`/plan/actions/${actionId}`, planActionRoutes)
  await screen.findByRole('heading', { level: 1, name: 'Shorten the wait for letters' })
  return userEvent.setup()
}

const actionNow = () => core.current().client.plan.action({ id: actionId })

describe('what is written of an action', () => {
  it('has milestones that are added where they stand, met with one key, and undone', async () => {
    const user = await open()
    await user.keyboard('s')
    const form = await screen.findByRole('form', { name: 'A new milestone' })
    await user.keyboard('{Enter}')
    expect(await within(form).findByText('Say what is to be reached')).toBeTruthy()
    await user.type(within(form).getByLabelText('What is to be reached'), 'Template agreed')
    await user.type(within(form).getByLabelText('Day'), '30')
    await user.type(within(form).getByLabelText('Month'), '11')
    await user.type(within(form).getByLabelText('Year'), '2026{Enter}')
    const list = await screen.findByRole('list', { name: 'Milestones' })
    await waitFor(() => expect(list.textContent).toBe('1Template agreedDue 30 Nov 20267 days'))
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('m')
    await waitFor(() => expect(list.textContent).toBe('1Template agreed23 Nov 2026Met'))
    expect(undoLatestToast()).toBe(true)
    await waitFor(() => expect(list.textContent).toContain('7 days'))
    await user.click(screen.getByRole('button', { name: 'More: Template agreed' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Remove' }))
    await screen.findByText(/^None yet\. Each stands on the chart/)
  })

  it('asks before Escape throws words of a milestone away, and keeps the keyboard in the card', async () => {
    const user = await open()
    await user.keyboard('s')
    const form = await screen.findByRole('form', { name: 'A new milestone' })
    await user.type(within(form).getByLabelText('What is to be reached'), 'Template agreed{Escape}')
    const question = await screen.findByRole('dialog', { name: 'Close without saving?' })
    await user.click(within(question).getByRole('button', { name: 'Stay here' }))
    await user.click(within(form).getByRole('button', { name: 'Cancel' }))
    await waitFor(() => expect(screen.queryByRole('form', { name: 'A new milestone' })).toBeNull())
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Milestones')
  })

  it('is updated beside the page: what happened, how it stands, what is next and what is asked', async () => {
    const user = await open()
    await user.keyboard('e')
    const drawer = await screen.findByRole('dialog', { name: 'Update 4.1' })
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(drawer).getByRole('button', { name: 'Save' }))
    expect((await within(drawer).findByRole('alert')).textContent).toContain('Write what happened')
    await user.type(within(drawer).getByLabelText(/^What happened/), 'Office short of staff')
    await user.click(within(drawer).getByRole('combobox', { name: /^How it stands/ }))
    await user.click(await screen.findByRole('option', { name: 'At risk', hidden: true }))
    await user.type(within(drawer).getByLabelText(/^What is asked/), 'A second reader{Control>}{Enter}{/Control}')
    const diary = await screen.findByRole('list', { name: 'Diary' })
    expect(diary.textContent).toContain('23 NovOffice short of staffAt riskAsked: A second reader')
    await screen.findByRole('button', { name: 'How it stands: At risk' })
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('a')
    const note = await screen.findByRole('dialog', { name: 'Note in the diary' })
    await user.type(within(note).getByLabelText(/^What happened/), 'Asked to share{Control>}{Enter}{/Control}')
    await waitFor(async () => expect((await actionNow()).updates).toHaveLength(2))
    expect((await actionNow()).status).toBe('at_risk')
  })

  it('changes its status from the header, and back', async () => {
    const user = await open()
    await user.click(await screen.findByRole('button', { name: 'How it stands: Not started' }))
    await user.click(await screen.findByRole('menuitem', { name: 'On track' }))
    await screen.findByRole('button', { name: 'How it stands: On track' })
    expect(undoLatestToast()).toBe(true)
    await screen.findByRole('button', { name: 'How it stands: Not started' })
  })

  it('is changed in all fields, moved with a reason, and tells who did it', async () => {
    const user = await open()
    await user.click(await screen.findByRole('button', { name: 'More actions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Change all fields' }))
    const dialog = await screen.findByRole('dialog', { name: 'Change 4.1' })
    expect(await accessibilityFaults()).toEqual([])
    await user.type(within(dialog).getByLabelText(/^Owner/), 'Dr Anjali Rao')
    await user.type(within(dialog).getByLabelText(/^Cost in pounds/), 'much')
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Enter pounds, such as 250')
    await user.clear(within(dialog).getByLabelText(/^Cost in pounds/))
    await user.type(within(dialog).getByLabelText(/^Cost in pounds/), '250')
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    const about = screen.getByRole('region', { name: 'About this action' })
    await waitFor(() => expect(about.textContent).toContain('Dr Anjali Rao'))
    expect(about.textContent).toContain('£250.00')
    await user.click(await screen.findByRole('button', { name: 'More actions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Move to other dates' }))
    const move = await screen.findByRole('dialog', { name: 'Move 4.1 to other dates' })
    const due = within(move).getByRole('group', { name: /^Due/ })
    await user.clear(within(due).getByLabelText('Year'))
    await user.type(within(due).getByLabelText('Year'), '2028')
    await user.type(within(move).getByLabelText(/^Why it moves/), 'No staff{Control>}{Enter}{/Control}')
    await waitFor(() => expect(about.textContent).toContain('1 Apr 2026 to 31 Mar 2028'))
    await user.click(await screen.findByRole('button', { name: 'More actions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'History: who changed what' }))
    const changes = await screen.findByRole('list', { name: 'Changes' })
    expect(changes.textContent).toContain('Dr Anjali Rao')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('is not saved over what another window wrote meanwhile, and a note leaves the status that was set there', async () => {
    const { plan } = core.current().client
    const user = await open()
    await user.click(await screen.findByRole('button', { name: 'More actions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Change all fields' }))
    const dialog = await screen.findByRole('dialog', { name: 'Change 4.1' })
    const { version, objectiveId, startsOn } = await actionNow()
    // How it stands is not in the form, so it is no quarrel; a new due date is.
    const set = await plan.setStatus({ id: actionId, version, status: 'at_risk' })
    await screen.findByRole('button', { name: 'How it stands: At risk', hidden: true })
    await user.type(within(dialog).getByLabelText(/^Owner/), 'Dr Anjali Rao{Control>}{Enter}{/Control}')
    await waitFor(async () => expect((await actionNow()).ownerName).toBe('Dr Anjali Rao'))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect((await actionNow()).status).toBe('at_risk')
    expect(set.version).toBeGreaterThan(version)

    await user.click(await screen.findByRole('button', { name: 'More actions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Change all fields' }))
    const again = await screen.findByRole('dialog', { name: 'Change 4.1' })
    const now = await actionNow()
    await plan.moveAction({
      id: actionId,
      version: now.version,
      objectiveId,
      startsOn,
      dueOn: '2027-06-30',
      reason: null,
    })
    await screen.findByText('1 Apr 2026 to 30 Jun 2027')
    await user.type(within(again).getByLabelText(/^Owner/), ' and Bea{Control>}{Enter}{/Control}')
    await within(again).findByText(/Somebody|changed/)
    expect(await actionNow()).toMatchObject({ dueOn: '2027-06-30', ownerName: 'Dr Anjali Rao' })
    await user.click(within(again).getByRole('button', { name: 'Cancel' }))

    await user.keyboard('a')
    const note = await screen.findByRole('dialog', { name: 'Note in the diary' })
    const { version: last } = await actionNow()
    await plan.setStatus({ id: actionId, version: last, status: 'done' })
    await screen.findByRole('button', { name: 'How it stands: Done', hidden: true })
    await user.type(within(note).getByLabelText(/^What happened/), 'Asked to share{Control>}{Enter}{/Control}')
    await waitFor(async () => expect((await actionNow()).updates).toHaveLength(1))
    expect((await actionNow()).status).toBe('done')
  })

  it('is removed, and leads back to the plan', async () => {
    const user = await open()
    await user.click(await screen.findByRole('button', { name: 'More actions' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Remove this action' }))
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect(location.pathname).toBe('/plan')
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect((await planNow(core.current().client)).actions).toHaveLength(1))
  })

  it('is answered: did it work, by whom and when', async () => {
    const user = await open()
    await user.keyboard('w')
    await user.type(
      await screen.findByRole('textbox', { name: /^Did it work\?/ }),
      'The drop held{Control>}{Enter}{/Control}',
    )
    const panel = await screen.findByRole('region', { name: 'Did it work?' })
    await waitFor(() => expect(panel.textContent).toContain('The drop held'))
    expect(panel.textContent).toMatch(/Answered by .+, 23 Nov 2026/)
  })

  it('keeps what was tried in small, and what became of it', async () => {
    const user = await open()
    await user.keyboard('c')
    const dialog = await screen.findByRole('dialog', { name: 'Begin a cycle: plan, do, study, act' })
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Say what this try is to find out')
    await user.type(within(dialog).getByLabelText(/^What this try/), 'Does a call help?')
    const ended = within(dialog).getByRole('group', { name: /^Ended/ })
    await user.click(within(dialog).getByRole('combobox', { name: /^What becomes of it/ }))
    await user.click(await screen.findByRole('option', { name: /^Adapt/, hidden: true }))
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Enter the day on which it ended')
    await user.type(within(ended).getByLabelText('Day'), '23')
    await user.type(within(ended).getByLabelText('Month'), '11')
    await user.type(within(ended).getByLabelText('Year'), '2026')
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    const cycles = await screen.findByRole('list', { name: 'Cycles' })
    expect(cycles.textContent).toContain('Does a call help?')
    expect(cycles.textContent).toContain('Adapt: it is changed and tried again')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('is only read in a plan that is closed', async () => {
    const { client } = core.current()
    const { id, version } = await signNow(client)
    await client.plan.close({ id, version, reason: 'Three years are over' })
    await open()
    await screen.findByText('This plan is closed')
    expect(screen.queryByRole('button', { name: /^(Update|Add|Note|Cycle|Answer|Measures|How it stands)/ })).toBeNull()
    expect(await accessibilityFaults()).toEqual([])
  })
})

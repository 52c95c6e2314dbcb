import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { planRoutes } from '#renderer/features/plan/plan-routes.tsx'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { accessibilityFaults } from '../ui/render-ui.tsx'
import { beginPlan, currentPlan } from './plan-screen.ts'

const core = componentCoreForEachTest()

const open = (path: string): ReturnType<typeof userEvent.setup> => {
  openScreen(path, planRoutes)
  return userEvent.setup()
}

describe('a plan that is closed', () => {
  it('is read from the past plans and cannot be changed', async () => {
    const { client } = core.current()
    await beginPlan(client)
    const { id, version } = await currentPlan(client)
    const signed = await client.plan.sign({ id, version, signedBy: 'Dr Anjali Rao', on: '2026-06-30' })
    await client.plan.close({ id, version: signed.version, reason: 'A new plan begins' })
    open(`/plan?plan=${id}`)
    await screen.findByRole('link', { name: /^4\.1/ })
    expect(screen.queryByRole('button', { name: /^Add an action/ })).toBeNull()
    expect(screen.queryByRole('button', { name: /^Plan one/ })).toBeNull()
    expect(screen.queryByRole('button', { name: /^Move 4\.1/ })).toBeNull()
  })
})

describe('the history of the plan', () => {
  it('says who changed what in the plan, its logs and its contacts', async () => {
    const { client } = core.current()
    await beginPlan(client)
    const { id: planId } = await currentPlan(client)
    await client.planLogs.addDecision({
      planId,
      fields: { decidedOn: '2026-11-02', words: 'Keep the weekly call', decidedBy: 'Practice meeting' },
    })
    await client.contacts.add({ fields: { name: 'Carys Penhale', kind: 'hospital' } })
    const user = open('/plan')
    await user.click(await screen.findByRole('button', { name: 'More of the plan' }))
    await user.click(await screen.findByRole('menuitem', { name: 'History: who changed what' }))
    const drawer = await screen.findByRole('dialog', { name: 'What happened to the plan' })
    const changes = await within(drawer).findAllByRole('listitem')
    expect(changes[0]?.textContent).toMatch(
      /^Added a contactDr Anjali Rao, 23 Nov 2026 10:00Contact: Carys PenhaleAdded/,
    )
    expect(changes[1]?.textContent).toContain('Decision: Keep the weekly call')
    expect(await accessibilityFaults()).toEqual([])
    await client.contacts.add({ fields: { name: 'Nerys Oakhill', kind: 'hospital' } })
    await within(drawer).findByText('Contact: Nerys Oakhill')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })
})

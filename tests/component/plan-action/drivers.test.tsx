import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { planActionRoutes } from '#renderer/features/plan-action/plan-action-routes.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { beginPlan, planNow } from '#tests/core/plan/plan-fields.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const core = componentCoreForEachTest()
beforeEach(() => setToday(TEST_TODAY))

const open = (): ReturnType<typeof userEvent.setup> => {
  openScreen('/plan/drivers', planActionRoutes)
  return userEvent.setup()
}

const words = async (): Promise<string[]> => {
  const { client } = core.current()
  const drivers = await client.plan.drivers({ planId: (await planNow(client)).id })
  return drivers.map((driver) => driver.words)
}

const drawn = async (): Promise<void> => {
  const { client } = core.current()
  const [actionId = ''] = await beginPlan(client)
  const planId = (await planNow(client)).id
  const aim = await client.plan.addDriver({ planId, fields: { parentId: null, kind: 'aim', words: 'Letters in time' } })
  const under = (
    parentId: string,
    kind: 'primary' | 'secondary' | 'idea',
    said: string,
    action: string | null = null,
  ) => client.plan.addDriver({ planId, fields: { parentId, kind, words: said, actionId: action } })
  const post = await under(aim.id, 'primary', 'Post')
  await under(aim.id, 'primary', 'Office')
  const portal = await under(post.id, 'secondary', 'Portal')
  await under(portal.id, 'idea', 'Weekly call', actionId)
}

describe('the driver diagram', () => {
  it('says that it belongs to a plan', async () => {
    open()
    await screen.findByRole('heading', { name: 'There is no plan yet' })
    expect(await accessibilityFaults()).toEqual([])
  })

  it('begins with the aim, and grows from the keyboard', async () => {
    await beginPlan(core.current().client)
    const user = open()
    await user.click(await screen.findByRole('button', { name: 'Write the aim' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add: aim' })
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Write what this box says')
    await user.type(within(dialog).getByLabelText(/^What it says/), 'Letters in time{Control>}{Enter}{/Control}')
    const aim = await screen.findByRole('button', { name: 'Aim: Letters in time' })
    aim.focus()
    await user.keyboard('n')
    const next = await screen.findByRole('dialog', { name: 'Add: primary driver' })
    expect(await accessibilityFaults()).toEqual([])
    await user.type(within(next).getByLabelText(/^What it says/), 'Post{Control>}{Enter}{/Control}')
    await screen.findByRole('button', { name: 'Aim: Letters in time. 1 box leads to it' })
    expect(await words()).toEqual(['Letters in time', 'Post'])
  })

  it('is walked with the arrows, moved, removed and brought back', async () => {
    await drawn()
    const user = open()
    const aim = await screen.findByRole('button', { name: 'Aim: Letters in time. 2 boxes lead to it' })
    expect(await accessibilityFaults()).toEqual([])
    aim.focus()
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Primary driver: Post. 1 box leads to it')
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Primary driver: Office')
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await waitFor(async () => expect((await words()).indexOf('Office')).toBeLessThan((await words()).indexOf('Post')))
    await user.keyboard('{ArrowLeft}{ArrowRight}')
    await waitFor(() => expect(document.activeElement?.getAttribute('aria-label')).toBe('Primary driver: Office'))
    await user.keyboard('{ArrowDown}{Delete}')
    await waitFor(async () => expect(await words()).toEqual(['Letters in time', 'Office']))
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Aim: /)
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(await words()).toContain('Weekly call'))
  })

  it('is a list of the same boxes with the actions they lead to', async () => {
    await drawn()
    const user = open()
    await screen.findByRole('group', { name: 'Driver diagram' })
    await user.keyboard('t')
    const list = await screen.findByRole('list', { name: 'Driver diagram' })
    expect(list.textContent).toContain('Idea Weekly call Action 4.1')
    expect(within(list).getByRole('link', { name: 'Action 4.1' }).getAttribute('href')).toMatch(/^\/plan\/actions\//)
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(list).getByRole('button', { name: 'Move down: Post' }))
    await waitFor(async () => expect((await words()).indexOf('Office')).toBeLessThan((await words()).indexOf('Post')))
    await user.click(within(list).getByRole('button', { name: 'Change: Office' }))
    const dialog = await screen.findByRole('dialog', { name: 'Change: primary driver' })
    const said = within(dialog).getByLabelText(/^What it says/)
    await user.clear(said)
    await user.type(said, 'MDT office{Control>}{Enter}{/Control}')
    await waitFor(async () => expect(await words()).toContain('MDT office'))
  })
})

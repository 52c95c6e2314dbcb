import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { TasksPage, TasksTab } from '#renderer/features/tasks/public.ts'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { aPerson } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const core = componentCoreForEachTest()
const routes = [
  { path: '/today/tasks', render: () => <TasksPage /> },
  { path: '/people/:id/tasks', render: ({ id = '' }) => <TasksTab personId={id} /> },
]

let personId: string
beforeEach(async () => {
  setToday(TEST_TODAY)
  personId = (await core.current().client.register.addPerson({ person: aPerson(), episode: null })).id
})

const open = (path: string): ReturnType<typeof userEvent.setup> => {
  openScreen(path, routes)
  return userEvent.setup()
}

const stored = async (): Promise<string[]> =>
  (await core.current().client.tasks.ofPerson({ personId })).map(({ title, state, dueDate }) =>
    [title, state, dueDate].join(' '),
  )
const region = (name: string): Promise<HTMLElement> => screen.findByRole('region', { name })

describe('a person’s tasks', () => {
  it('are added with A from the keyboard alone, naming the person', async () => {
    const user = open(`/people/${personId}/tasks`)
    await region('To do')
    await user.keyboard('a')
    const dialog = await screen.findByRole('dialog', { name: 'Add a task' })
    expect(dialog.textContent).toContain('ASHWORTH')
    await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'))
    await user.keyboard('Check the bloods{Tab}4{Tab}12{Tab}2026')
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await waitFor(async () => expect((await region('To do')).textContent).toContain('Due 4 Dec'))
    expect(await stored()).toEqual(['Check the bloods open 2026-12-04'])
    expect(await accessibilityFaults()).toEqual([])
  })

  it('are ticked off, come back when they repeat, and one undo takes back both', async () => {
    await core.current().client.tasks.add({ title: 'PSA', personId, dueDate: '2026-11-23', repeats: 'monthly' })
    const user = open(`/people/${personId}/tasks`)
    await user.click(await screen.findByRole('checkbox', { name: 'PSA' }))
    await waitFor(async () => expect(await stored()).toEqual(['PSA open 2026-12-23', 'PSA done 2026-11-23']))
    await screen.findByText('Finished: PSA. It is due again on 23 Dec 2026.', { selector: '[data-toast] *' })
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(await stored()).toEqual(['PSA open 2026-11-23']))
  })

  it('are dropped with a reason, which is asked for, and opened again', async () => {
    await core.current().client.tasks.add({ title: 'Send the leaflet', personId })
    const user = open(`/people/${personId}/tasks`)
    await user.click(await screen.findByRole('button', { name: 'More about Send the leaflet' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Drop, with the reason' }))
    const dialog = await screen.findByRole('dialog', { name: /Drop/ })
    await user.click(within(dialog).getByRole('button', { name: 'Drop the task' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Say why in a few words')
    await user.type(within(dialog).getByLabelText('Why it need not be done'), 'Given at the hospital{Enter}')
    await waitFor(async () =>
      expect((await region('Finished and dropped')).textContent).toContain('Given at the hospital'),
    )
    await user.click(screen.getByRole('checkbox', { name: 'Send the leaflet' }))
    await waitFor(async () => expect(await stored()).toEqual(['Send the leaflet open ']))
  })

  it('keep what was typed when somebody else was quicker', async () => {
    const { id } = await core.current().client.tasks.add({ title: 'Ring the ward', personId })
    const user = open(`/people/${personId}/tasks`)
    await user.click(await screen.findByRole('button', { name: 'More about Ring the ward' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Change' }))
    const dialog = await screen.findByRole('dialog', { name: 'Change the task' })
    await core.current().client.tasks.save({ id, version: 1, task: { title: 'Ring the clinic' } })
    await screen.findByText('Ring the clinic')
    await user.type(within(dialog).getByLabelText('What is to be done'), ' today{Control>}{Enter}{/Control}')
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Somebody changed this')
    expect(within(dialog).getByLabelText<HTMLInputElement>('What is to be done').value).toBe('Ring the ward today')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(async () => expect(await stored()).toEqual(['Ring the ward today open ']))
  })
})

describe('everybody’s tasks', () => {
  it('stand by when they are due, with whom they are about, and keep the view in the address', async () => {
    const { tasks } = core.current().client
    await tasks.add({ title: 'Late', personId, dueDate: '2026-11-20' })
    await tasks.add({ title: 'Order leaflets' })
    const user = open('/today/tasks')
    const list = await screen.findByRole('list', { name: 'Tasks' })
    expect(list.textContent).toContain('ASHWORTH, Maureen')
    expect(list.textContent).toContain('3 days late')
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByRole('tab', { name: /No date/ }))
    await screen.findByText('About nobody')
    expect(location.search).toBe('?view=no_date')
    await user.click(screen.getByRole('tab', { name: /Finished/ }))
    await screen.findByText('No task has been finished yet')
  })
})

import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { planRoutes } from '#renderer/features/plan/plan-routes.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { accessibilityFaults } from '../ui/render-ui.tsx'
import { actionOf, beginPlan, currentPlan } from './plan-screen.ts'

const core = componentCoreForEachTest()
const printed: string[] = []
const printPage = async ({ title }: { title: string }): Promise<{ ok: true }> => {
  printed.push(title)
  return { ok: true }
}
beforeEach(() => {
  printed.length = 0
  vi.stubGlobal('throughline', { printPage, setTitleBarTheme: () => undefined, onPrintStage: () => () => undefined })
})
afterEach(() => vi.unstubAllGlobals())

const routes = [...planRoutes, { path: '/plan/actions/:id', render: () => <h1>An action</h1> }]

const open = (path: string): ReturnType<typeof userEvent.setup> => {
  openScreen(path, routes)
  return userEvent.setup()
}

const stored = async (code: string) => {
  const { startsOn, dueOn, objectiveId } = await actionOf(core.current().client, code)
  const { objectives } = await currentPlan(core.current().client)
  return [startsOn, dueOn, objectives.find(({ id }) => id === objectiveId)?.number]
}
const card = (name: RegExp): Promise<HTMLElement> => screen.findByRole('link', { name })

describe('before there is a plan', () => {
  it('the page offers to begin one', async () => {
    open('/plan')
    await screen.findByRole('heading', { name: /^No plan yet\. *Start with what worries you\./, level: 1 })
    await screen.findByRole('button', { name: 'Start from a blank plan' })
    expect(await accessibilityFaults()).toEqual([])
  })
})

describe('the board', () => {
  beforeEach(() => beginPlan(core.current().client))

  it('shows cards under objective and year, counts by status, and the squares with nothing in them', async () => {
    open('/plan')
    const table = await screen.findByRole('table', { name: 'Objectives by year' })
    await screen.findByRole('heading', { name: 'Action plan 2025 to 2028', level: 1 })
    const row = within(table).getByRole('row', { name: /Raise standards/ })
    expect(within(row).getAllByRole('cell')[1]?.textContent).toContain('4.1Shorten the wait for letters')
    expect(screen.getByText('4 actions').closest('p')?.textContent).toBe(
      '4 actions4 not started11 squares with nothing in them',
    )
    expect(within(row).getByRole('cell', { name: /Nothing in year 1/ }).textContent).toContain('Kept as a record')
    expect(screen.getAllByRole('button', { name: /^Plan one: / })).toHaveLength(6)
    expect(await accessibilityFaults()).toEqual([])
  })

  it('is gone through with the arrows, and Enter opens a card', async () => {
    const user = open('/plan')
    const first = await card(/^1\.1/)
    first.focus()
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(await card(/^1\.2/))
    await user.keyboard('{ArrowLeft}{ArrowDown}{ArrowDown}')
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Plan one: Shape service plans, year 2')
    await user.keyboard('{ArrowDown}')
    expect(document.activeElement).toBe(await card(/^4\.1/))
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { name: 'An action' })
  })

  it('moves a card with Alt and an arrow, keeps the focus on it, and takes each move back', async () => {
    const user = open('/plan')
    ;(await card(/^4\.1/)).focus()
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
    await waitFor(async () => expect(await stored('4.1')).toEqual(['2027-04-01', '2028-03-31', 4]))
    await waitFor(() => expect(document.activeElement?.textContent).toContain('4.1'))
    await user.keyboard('{Alt>}{ArrowUp}{/Alt}')
    await waitFor(async () => expect(await stored('4.1')).toEqual(['2027-04-01', '2028-03-31', 3]))
    await waitFor(() => expect(document.activeElement?.textContent).toContain('4.1'))
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(await stored('4.1')).toEqual(['2027-04-01', '2028-03-31', 4]))
    const row = await screen.findByRole('row', { name: /Raise standards/ })
    await waitFor(() => expect(within(row).getAllByRole('cell')[2]?.textContent).toContain('4.1'))
  })

  it('moves it on while the move before is still being written', async () => {
    const user = open('/plan')
    ;(await card(/^4\.1/)).focus()
    for (const key of ['ArrowLeft', 'ArrowUp', 'ArrowUp']) await user.keyboard(`{Alt>}{${key}}{/Alt}`)
    await waitFor(async () => expect(await stored('4.1')).toEqual(['2025-04-01', '2026-03-31', 2]))
    expect(screen.queryByText('That could not be done')).toBeNull()
  })

  it('moves a card by a dialog on M with a reason, and puts what does not fit into words', async () => {
    const user = open('/plan')
    ;(await card(/^5\.1/)).focus()
    await user.keyboard('m')
    const dialog = await screen.findByRole('dialog', { name: 'Move 5.1 Carers asked at each review' })
    expect(await accessibilityFaults(dialog)).toEqual([])
    const due = within(dialog).getByRole('group', { name: 'Due' })
    await user.clear(within(due).getByLabelText('Year'))
    await user.type(within(due).getByLabelText('Year'), '2025')
    await user.click(within(dialog).getByRole('button', { name: 'Move the action' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('It is due before it starts')
    await user.clear(within(due).getByLabelText('Year'))
    await user.type(within(due).getByLabelText('Year'), '2027')
    await user.type(within(dialog).getByLabelText(/^Why/), 'The template came late')
    await user.click(within(dialog).getByRole('button', { name: 'Move the action' }))
    await waitFor(async () => expect(await stored('5.1')).toEqual(['2026-04-01', '2027-12-31', 5]))
  })

  it('folds a square that is full, and remembers in the address that it was unfolded', async () => {
    const { client } = core.current()
    const plan = await currentPlan(client)
    const { objectiveId } = await actionOf(client, '5.1')
    await client.plan.addActions({
      planId: plan.id,
      actions: Array.from({ length: 12 }, (_, at) => ({
        fields: { objectiveId, title: `Small step ${at + 1}`, startsOn: '2026-04-01', dueOn: '2026-12-01' },
      })),
    })
    const user = open('/plan')
    await user.click(await screen.findByRole('button', { name: 'and 7 more' }))
    await card(/^5\.13/)
    expect(location.search).toBe('?unfolded=5.2')
    await user.click(screen.getByRole('button', { name: 'Show fewer' }))
    await waitFor(() => expect(screen.queryByRole('link', { name: /^5\.1Carers/ })).toBeNull())
    expect(await accessibilityFaults()).toEqual([])
  })

  it('is written to files with W, from the menu and from the palette', async () => {
    const user = open('/plan')
    await card(/^4\.1/)
    await user.keyboard('w')
    await screen.findByRole('dialog', { name: 'Write the action plan to files' })
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.click(screen.getByRole('button', { name: 'More of the plan' }))
    await screen.findByRole('menuitem', { name: /^Write to files/ })
  })

  it('is printed whole on paper', async () => {
    const user = open('/plan')
    await card(/^4\.1/)
    await user.keyboard('p')
    await screen.findByRole('button', { name: /^Back to the plan/ })
    await waitFor(() => expect(printed).toEqual(['Throughline action plan']))
    expect((await core.current().client.audit.page({}))[0]).toMatchObject({
      verb: 'print',
      sentence: 'Printed the board of the action plan',
    })
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('{Escape}')
    await screen.findByRole('button', { name: /^Add an action/ })
  })
})

describe('adding an action', () => {
  beforeEach(() => beginPlan(core.current().client))

  it('begins from an empty square, keeps what was typed when it does not fit, and is undone', async () => {
    const user = open('/plan')
    await user.click(await screen.findByRole('button', { name: 'Plan one: Be part of the network, year 3' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add an action' })
    expect(await accessibilityFaults(dialog)).toEqual([])
    await user.type(within(dialog).getByLabelText('Milestone 1 (optional)'), 'Dates agreed')
    await user.click(within(dialog).getByRole('button', { name: 'Add the action' }))
    const faults = (await within(dialog).findByRole('alert')).textContent
    expect(faults).toContain('What is to be done: Say what is to be done')
    expect(faults).toContain('Milestone 1, due: Enter the day it is due')
    expect(within(dialog).getByLabelText<HTMLInputElement>('Milestone 1 (optional)').value).toBe('Dates agreed')
    await user.type(within(dialog).getByLabelText('What is to be done'), 'Meet the other leads')
    const milestones = within(dialog).getByRole('group', { name: 'First milestones' })
    await user.type(within(milestones).getByLabelText('Day'), '1')
    await user.type(within(milestones).getByLabelText('Month'), '6')
    await user.type(within(milestones).getByLabelText('Year'), '2027')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await card(/^2\.1\s*Meet the other leads/)
    expect(await stored('2.1')).toEqual(['2027-04-01', '2028-03-31', 2])
    expect((await actionOf(core.current().client, '2.1')).milestones.map(({ title, dueOn }) => [title, dueOn])).toEqual(
      [['Dates agreed', '2027-06-01']],
    )
    expect(undoLatestToast()).toBe(true)
    await screen.findByRole('button', { name: 'Plan one: Be part of the network, year 3' })
  })
})

describe('the timeline', () => {
  beforeEach(() => beginPlan(core.current().client))
  const row = (name: RegExp): Promise<HTMLElement> => screen.findByRole('link', { name })

  it('tells each action in words, with milestones by shape and word', async () => {
    open('/plan?view=timeline')
    await row(
      /^4\.1 Shorten the wait for letters\. not started\. 1 Apr 2026 to 31 Mar 2027\. milestones: 1 met, 1 to come, 1 missed/,
    )
    screen.getByRole('button', { name: 'First month counted, due 31 Aug 2026, missed' })
    screen.getByRole('button', { name: 'Template agreed, due 31 May 2026, met 20 May 2026' })
    expect(await accessibilityFaults()).toEqual([])
  })

  it('moves an action by a month, its end, and a milestone with the keys, each with its undo', async () => {
    const user = open('/plan?view=timeline')
    ;(await row(/^4\.1/)).focus()
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
    await waitFor(async () => expect(await stored('4.1')).toEqual(['2026-05-01', '2027-04-30', 4]))
    await row(/^4\.1 .* 1 May 2026 to 30 Apr 2027/)
    expect(document.activeElement).toBe(await row(/^4\.1/))
    await user.keyboard('{Shift>}{Alt>}{ArrowLeft}{/Alt}{/Shift}')
    await waitFor(async () => expect(await stored('4.1')).toEqual(['2026-05-01', '2027-03-31', 4]))
    await user.keyboard('{ArrowRight}{ArrowRight}{ArrowRight}')
    expect(document.activeElement?.getAttribute('aria-label')).toMatch(/^Results shared/)
    const due = async () => (await actionOf(core.current().client, '4.1')).milestones[2]?.dueOn
    const before = await due()
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
    await waitFor(async () => expect(await due()).toBe('2027-02-28'))
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(await due()).toBe(before))
  })

  it('draws an action at once while the key is held down, and writes only where it is let go', async () => {
    const { client } = core.current()
    const user = open('/plan?view=timeline')
    const bar = await row(/^4\.1/)
    const { version } = await actionOf(client, '4.1')
    bar.focus()
    for (let times = 0; times < 6; times += 1)
      fireEvent.keyDown(bar, { key: 'ArrowRight', altKey: true, repeat: times > 0 })
    await row(/^4\.1 .* 1 Oct 2026 to 30 Sept? 2027/)
    expect(await stored('4.1')).toEqual(['2026-04-01', '2027-03-31', 4])
    fireEvent.keyUp(bar, { key: 'ArrowRight', altKey: true })
    await waitFor(async () => expect(await stored('4.1')).toEqual(['2026-10-01', '2027-09-30', 4]))
    expect((await actionOf(client, '4.1')).version).toBe(version + 1)
    await waitFor(() => expect(undoLatestToast()).toBe(true))
    await waitFor(async () => expect(await stored('4.1')).toEqual(['2026-04-01', '2027-03-31', 4]))
    fireEvent.keyDown(await row(/^4\.1 .* 1 Apr 2026 to/), { key: 'ArrowRight', altKey: true })
    // Nobody hears the key come up once the page is gone.
    await user.click(screen.getByRole('radio', { name: 'List' }))
    await waitFor(async () => expect(await stored('4.1')).toEqual(['2026-05-01', '2027-04-30', 4]))
  })

  it('goes from action to action, and keeps the filters in the address', async () => {
    const { client } = core.current()
    const { id, version } = await actionOf(client, '1.1')
    await client.plan.setStatus({ id, version, status: 'done' })
    const user = open('/plan?view=timeline')
    const first = await row(/^1\.2/)
    expect(screen.queryByRole('link', { name: /^1\.1/ })).toBeNull()
    first.focus()
    await user.keyboard('{ArrowDown}{ArrowDown}')
    expect(document.activeElement).toBe(await row(/^5\.1/))
    await user.click(screen.getByRole('button', { name: 'Remove filter: Open actions' }))
    await row(/^1\.1/)
    await user.keyboard('f')
    await user.click(await screen.findByRole('checkbox', { name: 'Done' }))
    await waitFor(() => expect(screen.queryByRole('link', { name: /^1\.2/ })).toBeNull())
    expect(location.search).toBe('?view=timeline&show=all&status=done')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('says when the filters leave nothing, and takes them off', async () => {
    const user = open('/plan?view=timeline&status=stopped')
    await user.click(await screen.findByRole('button', { name: 'Show every action' }))
    await row(/^4\.1/)
    expect(location.search).toBe('?view=timeline&show=all')
  })

  it('draws what must be done first and says so', async () => {
    const { client } = core.current()
    const [first, after] = [await actionOf(client, '4.1'), await actionOf(client, '5.1')]
    await client.plan.setNeeds({ id: after.id, version: after.version, needs: [first.id] })
    open('/plan?view=timeline')
    const waiting = await row(/^5\.1 /)
    expect(waiting.getAttribute('aria-label')).toContain('needs 4.1, which ends after this begins first')
  })
})

describe('the list', () => {
  beforeEach(() => beginPlan(core.current().client))

  it('sorts, shows late milestones, and opens an action with Enter', async () => {
    const user = open('/plan?view=list')
    const grid = await screen.findByRole('grid', { name: 'Actions of the plan' })
    await waitFor(() => expect(within(grid).getAllByRole('row')).toHaveLength(5))
    expect(within(grid).getByRole('row', { name: /Shorten the wait/ }).textContent).toContain('1 late')
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(grid).getByRole('button', { name: 'Due' }))
    await waitFor(() => expect(within(grid).getAllByRole('row')[1]?.textContent).toContain('5.1'))
    expect(location.search).toBe('?view=list&sort=due')
    ;(within(grid).getAllByRole('row')[1] as HTMLElement).focus()
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { name: 'An action' })
  })

  it('leaves out a column and is printed with those that are shown', async () => {
    const user = open('/plan?view=list')
    await user.click(await screen.findByRole('button', { name: 'Columns' }))
    await user.click(await screen.findByRole('checkbox', { name: 'Owner' }))
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('columnheader', { name: 'Owner' })).toBeNull())
    await user.keyboard('p')
    const table = await screen.findByRole('table', { name: 'Actions of the plan' })
    expect(within(table).queryByRole('columnheader', { name: 'Owner' })).toBeNull()
    expect(within(table).getAllByRole('row')).toHaveLength(5)
  })
})

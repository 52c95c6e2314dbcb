import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { measureRoutes } from '#renderer/features/measures/measure-routes.tsx'
import { planActionRoutes } from '#renderer/features/plan-action/plan-action-routes.tsx'
import { monthsFromTo } from '#shared/features/plan/public.ts'
import { beginPlan, signNow } from '#tests/core/plan/plan-fields.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const core = componentCoreForEachTest()
const printed: string[] = []
let paper = document.body
let actionId = ''
beforeEach(async () => {
  setToday(TEST_TODAY)
  printed.length = 0
  vi.stubGlobal('throughline', {
    printPage: async ({ title }: { title: string }) => {
      // The drawing stands once it has been laid out.
      await vi.waitUntil(() => document.querySelector('[data-flag]') !== null)
      printed.push(title)
      paper = document.body.cloneNode(true) as HTMLElement
      return { ok: true }
    },
    setTitleBarTheme: () => undefined,
  })
  actionId = (await beginPlan(core.current().client))[0] ?? ''
})
afterEach(() => vi.unstubAllGlobals())

/** A diagnosis in each month, with the stage in every other one until April 2026 and in all of them after. */
const diagnoses = async (from: string): Promise<void> => {
  const { register } = core.current().client
  for (const [at, month] of monthsFromTo(from, '2026-10').entries()) {
    await register.addPerson({
      person: aPerson(),
      episode: anEpisode({
        diagnosisDate: { date: `${month}-05`, precision: 'day' },
        stage: month >= '2026-04' || at % 2 === 0 ? '2' : null,
      }),
    })
  }
}

const linked = (): Promise<unknown> =>
  core.current().client.plan.linkMeasure({
    actionId,
    fields: { measureCode: 'stage-known', target: { value: 0.75, by: '2027-03' } },
  })

const milestone = (title: string, dueOn: string, metOn: string | null = null): Promise<unknown> =>
  core.current().client.plan.addMilestone({ actionId, fields: { title, dueOn, metOn } })

const open = async (): Promise<ReturnType<typeof userEvent.setup>> => {
  openScreen(`/plan/actions/${actionId}`, [...planActionRoutes, ...measureRoutes])
  await screen.findByRole('heading', { level: 1, name: 'Shorten the wait for letters' })
  return userEvent.setup()
}

const actionNow = () => core.current().client.plan.action({ id: actionId })

describe('an action with a measure', () => {
  beforeEach(async () => {
    await diagnoses('2025-04')
    await linked()
    await milestone('Template agreed', '2026-04-20', '2026-04-20')
    await milestone('Weekly call', '2027-01-15')
  })

  it('says by the rules of the chart whether the line moved, with its milestones on it', async () => {
    await open()
    await screen.findByRole('heading', { level: 2, name: 'Stage recorded: now 100.0%, up from 50.0%' })
    const said = screen.getByRole('list', { name: 'What it says' })
    expect(said.textContent).toContain('Getting better7 in a row above average. High is good.')
    expect(said.textContent).toContain('May hit or miss75.0% is inside the usual range.')
    expect(screen.getByText(/Limits are held from the 12 months before the action began/)).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('shows the months as a table with T, and remembers it', async () => {
    const user = await open()
    await screen.findByRole('group', { name: /^Stage recorded: now/ })
    await user.keyboard('t')
    const table = await screen.findByRole('table', { name: /^Stage recorded: now/ })
    expect(within(table).getByRole('row', { name: /^April 2026 100.0%/ }).textContent).toContain(
      'Milestone met: Template agreed.',
    )
    expect(location.search).toBe('?view=table')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('tells the way to the target once a figure is frozen', async () => {
    await signNow(core.current().client)
    await open()
    const said = await screen.findByRole('list', { name: 'What it says' })
    expect(said.textContent).toMatch(/The way there(At the target|On the path)/)
    const about = screen.getByRole('region', { name: 'About this action' })
    await waitFor(() => expect(about.textContent).toMatch(/Baseline\d+ ?(%|\.|of)/))
    expect(about.textContent).toContain('frozen 30 Jun 2026')
    expect(about.textContent).toContain('by Mar 2027')
  })

  it('leads to the people behind the figure', async () => {
    const user = await open()
    await user.click(await screen.findByRole('button', { name: /^\d+ counted/ }))
    await screen.findByRole('dialog', { name: /^Stage recorded, / })
    expect(await accessibilityFaults()).toEqual([])
  })

  it('stands with its milestones on the chart of the measure, which leads back to it', async () => {
    await signNow(core.current().client)
    openScreen('/measures/library/stage-known', [...planActionRoutes, ...measureRoutes])
    await screen.findByRole('region', { name: 'New limits, notes and targets' })
    const happened = await screen.findByRole('list', { name: 'What happened when' })
    await waitFor(() => expect(happened.textContent).toContain('20 April 2026: 4.1 Template agreed'))
    const user = userEvent.setup()
    await user.click(within(happened).getByRole('link', { name: 'Action 4.1' }))
    await screen.findByRole('heading', { level: 1, name: 'Shorten the wait for letters' })
  })

  it('has a tab for each measure that it is to move', async () => {
    await core.current().client.plan.linkMeasure({ actionId, fields: { measureCode: 'site-coded' } })
    const user = await open()
    await user.click(await screen.findByRole('tab', { name: 'Site or ICD-10 code recorded' }))
    await screen.findByRole('heading', { level: 2, name: /^Site or ICD-10 code recorded/ })
    expect(location.search).toBe('?measure=site-coded')
  })

  it('prints the chart with its milestones, the target and the table', async () => {
    const user = await open()
    await screen.findByRole('group', { name: /^Stage recorded: now/ })
    await user.keyboard('p')
    await waitFor(() => expect(printed).toEqual(['Action']))
    const flags = [...paper.querySelectorAll('[data-flag]')].map(({ textContent }) => textContent)
    expect(flags).toEqual(['1Template agreed, 20 Apr', '2Weekly call, 15 Jan'])
    const months = [...paper.querySelectorAll('[data-month]')].map((month) => month.getAttribute('aria-label'))
    expect(months.find((month) => month?.startsWith('April 2026'))).toMatch(/Milestone met: Template agreed\.$/)
    expect(paper.textContent).toContain('Target 75.0%')
    expect(paper.textContent).toContain('Baseline to here')
    expect(paper.querySelector('table')?.textContent).toContain('April 2026')
  })
})

describe('an action that cannot be judged yet', () => {
  it('says so for too few months', async () => {
    await diagnoses('2026-06')
    await linked()
    await open()
    await screen.findByRole('heading', { level: 2, name: 'Stage recorded: too early to say' })
    expect(screen.getByRole('list', { name: 'What it says' }).textContent).toContain(
      '5 months measured in all, 5 since it began. 12 are needed.',
    )
    expect(await accessibilityFaults()).toEqual([])
  })

  it('offers to choose a measure where it has none, with a target, and takes it off', async () => {
    const user = await open()
    await user.click(await screen.findByRole('button', { name: 'Choose a measure' }))
    const dialog = await screen.findByRole('dialog', { name: 'What it is to move' })
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(dialog).getByRole('combobox', { name: /^Measure/ }))
    await user.click(await screen.findByRole('option', { name: 'Stage recorded', hidden: true }))
    await user.type(within(dialog).getByLabelText(/^Target, in %/), '80')
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Choose the month')
    await user.click(within(dialog).getByRole('combobox', { name: /^By which month/ }))
    await user.click(await screen.findByRole('option', { name: 'March 2027', hidden: true }))
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(async () =>
      expect((await actionNow()).measures).toMatchObject([
        { measureCode: 'stage-known', target: { value: 0.8, by: '2027-03' } },
      ]),
    )
    await screen.findByRole('heading', { level: 2, name: 'Stage recorded: no month is measured yet' })
    await user.click(screen.getByRole('button', { name: 'Measures' }))
    await user.click(await screen.findByRole('button', { name: 'Take this measure off' }))
    await waitFor(async () => expect((await actionNow()).measures).toEqual([]))
  })

  it('says that it is gone', async () => {
    openScreen('/plan/actions/0190a1b2-c3d4-7e5f-8a9b-0c1d2e3f4a5b', planActionRoutes)
    const heading = await screen.findByRole('heading', { name: 'This action is not in the plan' })
    expect(heading.tagName).toBe('H1')
    expect(await accessibilityFaults()).toEqual([])
  })
})

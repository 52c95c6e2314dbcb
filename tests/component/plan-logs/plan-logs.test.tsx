import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { planLogRoutes } from '#renderer/features/plan-logs/plan-log-routes.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { beginPlan, planNow, signNow } from '#tests/core/plan/plan-fields.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const core = componentCoreForEachTest()
const papers: string[] = []
let planId: string
let actionId: string
beforeEach(async () => {
  setToday(TEST_TODAY)
  papers.length = 0
  vi.stubGlobal('throughline', {
    setTitleBarTheme: () => undefined,
    printPage: async ({ title }: { title: string }) => {
      papers.push(title)
      return { ok: true }
    },
  })
  actionId = (await beginPlan(core.current().client, [4]))[0] ?? ''
  planId = (await signNow(core.current().client)).id
})
afterEach(() => vi.unstubAllGlobals())

const open = (tab: string): ReturnType<typeof userEvent.setup> => {
  openScreen(`/plan/logs?tab=${tab}`, planLogRoutes)
  return userEvent.setup()
}
const logs = () => core.current().client.planLogs
const RISK = { words: 'The nurse leaves', likelihood: 3, impact: 4, raisedOn: '2026-11-02' }
const drawer = (name: string): Promise<HTMLElement> => screen.findByRole('dialog', { name })
const choose = async (user: ReturnType<typeof userEvent.setup>, form: HTMLElement, field: RegExp, option: RegExp) => {
  await user.click(within(form).getByRole('combobox', { name: field }))
  await user.click(await screen.findByRole('option', { name: option }))
}

describe('the risk log', () => {
  it('takes a risk from the keyboard, says what it weighs while it is chosen, and stands on the grid', async () => {
    const user = open('risks')
    await screen.findByRole('heading', { name: 'No risk is written down' })
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('n')
    const form = await drawer('Add a risk')
    await waitFor(() => expect(document.activeElement).toBe(within(form).getByLabelText('What might happen')))
    await user.keyboard('The nurse leaves{Control>}{Enter}{/Control}')
    expect((await within(form).findByRole('alert')).textContent).toContain('Choose how likely it is')
    await choose(user, form, /^How likely/, /^4 Likely/)
    await choose(user, form, /set the plan back/, /^4 Large/)
    await within(form).findByText('It weighs: Extreme, 16: likely, large impact.')
    expect(await accessibilityFaults(form)).toEqual([])
    within(form).getByLabelText('What might happen').focus()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const list = await screen.findByRole('list', { name: 'Risks' })
    expect(list.textContent).toContain('Extreme, 16: likely, large impact')
    const grid = screen.getByRole('table', { name: 'Risks by likelihood and impact' })
    expect(within(within(grid).getByRole('row', { name: /4 Likely/ })).getByRole('button').textContent).toBe('1')
    expect(await accessibilityFaults()).toEqual([])
    expect(undoLatestToast()).toBe(true)
    await screen.findByRole('heading', { name: 'No risk is written down' })
  })

  it('is walked through with J and K, opened with Enter, closed and removed, each with an undo', async () => {
    await logs().addRisk({ planId, fields: { ...RISK, actionId } })
    await logs().addRisk({ planId, fields: { ...RISK, words: 'Money ends', likelihood: 5 } })
    const user = open('risks')
    await screen.findByRole('button', { name: 'Money ends' })
    await user.keyboard('jj')
    expect(document.activeElement?.textContent).toBe('The nurse leaves')
    await user.keyboard('k')
    expect(document.activeElement?.textContent).toBe('Money ends')
    await user.keyboard('{Enter}')
    const form = await drawer('Change the risk')
    await user.click(within(form).getByRole('button', { name: 'Remove' }))
    await waitFor(() => expect(screen.queryByRole('button', { name: 'Money ends' })).toBeNull())
    expect(undoLatestToast()).toBe(true)
    await screen.findByRole('button', { name: 'Money ends' })
    const line = screen.getByRole('button', { name: 'The nurse leaves' }).closest('li')
    await user.click(within(line as HTMLElement).getByRole('button', { name: 'Close it' }))
    await waitFor(() => expect(screen.getByRole('list', { name: 'Risks' }).textContent).toContain('Closed 23 Nov 2026'))
    expect(screen.getByRole('link', { name: /^4\.1 / }).getAttribute('href')).toBe(`/plan/actions/${actionId}`)
    expect(undoLatestToast()).toBe(true)
    await waitFor(() => expect(screen.queryByText(/Closed 23 Nov/)).toBeNull())
  })

  it('takes back nothing that was written in another window while the form was open', async () => {
    const { id } = await logs().addRisk({ planId, fields: RISK })
    const user = open('risks')
    await user.click(await screen.findByRole('button', { name: 'The nurse leaves' }))
    const form = await drawer('Change the risk')
    await logs().saveRisk({ id, version: 1, fields: { ...RISK, impact: 5, response: 'Train a second nurse' } })
    await screen.findAllByText('Extreme, 15: possible, very large impact')
    await user.type(within(form).getByLabelText('What might happen'), ' soon{Control>}{Enter}{/Control}')
    await within(form).findByText(/Somebody|changed/)
    expect(await logs().risks({ planId })).toMatchObject([{ words: RISK.words, response: 'Train a second nurse' }])
    await logs().removeRisk({ id, version: 2 })
    await waitFor(() => expect(screen.queryByRole('list', { name: 'Risks' })).toBeNull())
    await user.keyboard('{Control>}{Enter}{/Control}')
    await within(form).findByText(/gone|no longer/)
    expect(await logs().risks({ planId })).toEqual([])
  })

  it('is printed with P', async () => {
    const user = open('risks')
    await screen.findByRole('heading', { name: 'No risk is written down' })
    await user.keyboard('p')
    await waitFor(() => expect(papers).toEqual(['Logs of the action plan']))
  })
})

describe('the decision log', () => {
  it('asks for what is missing, keeps what was typed, and lists the newest first', async () => {
    await logs().addDecision({ planId, fields: { decidedOn: '2026-01-05', words: 'Older', decidedBy: 'Partners' } })
    const user = open('decisions')
    await screen.findByRole('button', { name: 'Older' })
    await user.keyboard('n')
    const form = await drawer('Add a decision')
    await waitFor(() => expect(document.activeElement).toBe(within(form).getByLabelText('What was decided')))
    await user.keyboard('Ask for a portal{Control>}{Enter}{/Control}')
    expect((await within(form).findByRole('alert')).textContent).toContain('Say who decided it')
    expect(within(form).getByLabelText<HTMLInputElement>('What was decided').value).toBe('Ask for a portal')
    await user.type(within(form).getByLabelText(/^Who decided/), 'Practice meeting')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('button', { name: 'Ask for a portal' })
    const titles = within(screen.getByRole('list', { name: 'Decisions' })).getAllByRole('button')
    expect(titles.map(({ textContent }) => textContent)).toEqual(['Ask for a portal', 'Older'])
    expect(await accessibilityFaults()).toEqual([])
  })
})

describe('the sessions of the lead', () => {
  it('count against what the year is funded with, and warn when it is not enough', async () => {
    const user = open('sessions')
    await screen.findByRole('heading', { name: 'No session in this year' })
    const budget = screen.getByRole('region', { name: 'Hours of year 2' })
    expect(budget.textContent).toContain('Not known')
    await user.keyboard('e')
    const funding = await drawer('Funding of year 2')
    await user.type(within(funding).getByLabelText(/^Hours funded/), 'many')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect((await within(funding).findByRole('alert')).textContent).toContain('as a number')
    await user.clear(within(funding).getByLabelText(/^Hours funded/))
    await user.type(within(funding).getByLabelText(/^Hours funded/), '8')
    await user.type(within(funding).getByLabelText(/^Money/), '£1,200.50')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(budget.textContent).toContain('£1,200.50'))
    await user.keyboard('n')
    const form = await drawer('Add a session')
    await waitFor(() => expect(document.activeElement).toBe(within(form).getByLabelText('What it went on')))
    await user.keyboard('Visits{Tab}9:15')
    await choose(user, form, /^Action it was for/, /^4\.1/)
    within(form).getByLabelText('What it went on').focus()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await within(budget).findByText('More was used than is funded')
    expect(budget.textContent).toContain('1.25 hours over the 8 hours of this year.')
    expect(within(budget).getByRole('row', { name: /Quarter 3/ }).textContent).toContain('9.25')
    expect(within(budget).getByRole('row', { name: /^4\.1/ }).textContent).toContain('9.25')
    expect(await accessibilityFaults()).toEqual([])
    expect(undoLatestToast()).toBe(true)
    await within(budget).findByText('0 hours')
  })

  it('of another year are a press away, and the year is in the address', async () => {
    await logs().addSession({ planId, fields: { heldOn: '2025-06-02', hours: 2, words: 'First year' } })
    await logs().addSession({ planId, fields: { heldOn: '2024-06-02', hours: 2, words: 'Too early' } })
    const user = open('sessions')
    await screen.findByRole('heading', { name: 'No session in this year' })
    expect(screen.getByText(/Too early, 2 Jun 2024/)).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: 'Year 1' }))
    await screen.findByRole('button', { name: 'First year' })
    expect(location.search).toContain('year=1')
  })
})

describe('the logs', () => {
  it('of a closed plan are read and not written', async () => {
    await logs().addRisk({ planId, fields: RISK })
    const { id, version } = await planNow(core.current().client)
    await core.current().client.plan.close({ id, version, reason: 'Over' })
    openScreen(`/plan/logs?plan=${id}`, planLogRoutes)
    expect((await screen.findByRole('list', { name: 'Risks' })).textContent).toContain('The nurse leaves')
    expect(screen.queryByRole('button', { name: /Add a risk/ })).toBeNull()
    expect(screen.queryByRole('button', { name: 'Close it' })).toBeNull()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('say where to begin when there is no plan', async () => {
    const { id, version } = await planNow(core.current().client)
    await core.current().client.plan.close({ id, version, reason: 'Over' })
    open('risks')
    await screen.findByRole('heading', { name: 'There is no plan yet' })
    expect(screen.getByRole('link', { name: 'Go to the action plan' }).getAttribute('href')).toBe('/plan')
    expect(await accessibilityFaults()).toEqual([])
  })
})

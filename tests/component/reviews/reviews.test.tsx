import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { reviewRoutes } from '#renderer/features/reviews/review-routes.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { beginPlan, planNow, signNow } from '#tests/core/plan/plan-fields.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const core = componentCoreForEachTest()
const papers: string[] = []
let planId: string
let ids: string[]
beforeEach(async () => {
  setToday(TEST_TODAY)
  papers.length = 0
  vi.stubGlobal('throughline', {
    setTitleBarTheme: () => undefined,
    onPrintStage: () => () => undefined,
    printPage: async ({ title }: { title: string }) => {
      papers.push(title)
      return { ok: true }
    },
  })
  ids = await beginPlan(core.current().client, [1, 4, 5])
  planId = (await signNow(core.current().client)).id
})
afterEach(() => vi.unstubAllGlobals())

const reviews = () => core.current().client.reviews
const start = async (kind: 'quarter' | 'year_end' = 'quarter', quarter = '2026-07'): Promise<string> =>
  (await reviews().start({ planId, kind, quarter, ledBy: 'Dr Anjali Rao' })).id
const open = (path: string): ReturnType<typeof userEvent.setup> => {
  openScreen(path, reviewRoutes)
  return userEvent.setup()
}
const action = async (code: string): Promise<HTMLElement> =>
  screen.findByRole('region', { name: new RegExp(`^${code.replace('.', '\\.')} `) })
const box = (): HTMLTextAreaElement => screen.getByRole('textbox', { name: 'What happened' })
const steps = async (id: string) => (await reviews().get({ id })).steps

describe('the reviews of a plan', () => {
  it('are begun from the keyboard, and the review opens at its first action', async () => {
    const user = open('/plan/reviews')
    await screen.findByRole('heading', { name: 'No review has been held yet' })
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('n')
    const dialog = await screen.findByRole('dialog', { name: 'Begin a review' })
    await waitFor(() =>
      expect(within(dialog).getByLabelText<HTMLInputElement>('Who leads it').value).toBe('Dr Anjali Rao'),
    )
    expect(within(dialog).getByRole<HTMLInputElement>('combobox').value).toBe('Review of July to September 2026')
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('{Control>}{Enter}{/Control}')
    await action('1.1')
    // Pressed twice, the second press meets the first action: it asks, and refuses nothing.
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByText('Write what happened, or choose Nothing to say.', { ignore: '[aria-live]' })
    expect(within(await action('1.1')).queryByRole('alert')).toBeNull()
    expect(document.activeElement).toBe(box())
    expect(location.pathname).toMatch(/^\/plan\/reviews\/[0-9a-f-]{36}$/)
    await screen.findByText('0 of 3')
  })

  it('stand in a list with how far they are, and one that is open is removed with an undo', async () => {
    const id = await start()
    const user = open('/plan/reviews')
    const list = await screen.findByRole('list', { name: 'Reviews' })
    expect(list.textContent).toContain('Open, 0 of 3 gone through')
    expect(screen.getByRole('list', { name: 'Reviews to be held' }).textContent).not.toContain('July')
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(list).getByRole('button', { name: 'Remove' }))
    await screen.findByRole('heading', { name: 'No review has been held yet' })
    expect(undoLatestToast()).toBe(true)
    expect((await screen.findByRole('link', { name: 'Review of July to September 2026' })).getAttribute('href')).toBe(
      `/plan/reviews/${id}`,
    )
  })
})

describe('a review under way', () => {
  it('is gone through by keyboard alone: written, passed over, gone back to, and undone', async () => {
    const id = await start()
    const user = open(`/plan/reviews/${id}`)
    await action('1.1')
    await waitFor(() => expect(document.activeElement).toBe(box()))
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('{Control>}{Enter}{/Control}')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect((await within(await action('1.1')).findByRole('alert')).textContent).toContain(
      'Write what happened, or pass over the action',
    )
    box().focus()
    await user.keyboard('The template is agreed')
    await user.click(screen.getByRole('combobox', { name: 'How it stands' }))
    await user.click(await screen.findByRole('option', { name: 'At risk' }))
    await user.type(screen.getByRole('textbox', { name: /^What we ask/ }), 'A portal, please')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await action('4.1')
    await screen.findByText('1 of 3')
    expect((await steps(id))[0]).toMatchObject({
      words: 'The template is agreed',
      now: 'at_risk',
      ask: 'A portal, please',
    })
    ;(document.activeElement as HTMLElement).blur()
    await user.keyboard('x')
    await action('5.1')
    await screen.findByText('2 of 3')
    // After a single key the next single key works as well: nothing takes the focus to type in.
    expect(document.activeElement?.tagName).toBe('P')
    expect((await steps(id))[1]).toMatchObject({ passed: true })
    expect(undoLatestToast()).toBe(true)
    await screen.findByText('1 of 3')
    await user.keyboard('k')
    await action('4.1')
    await user.keyboard('k')
    await action('1.1')
    await waitFor(() => expect(box().value).toBe('The template is agreed'))
    await user.clear(box())
    await user.type(box(), 'The template is used{Control>}{Enter}{/Control}')
    await waitFor(async () => expect((await steps(id))[0]?.words).toBe('The template is used'))
    expect((await core.current().client.plan.action({ id: ids[0] ?? '' })).updates).toHaveLength(1)
  })

  it('keeps what is typed while one looks at another action, and says that it is not saved', async () => {
    const id = await start()
    const user = open(`/plan/reviews/${id}`)
    await action('1.1')
    await user.type(box(), 'Half a sentence')
    await user.click(screen.getByRole('button', { name: /^5\.1 / }))
    await action('5.1')
    const walk = screen.getByRole('navigation', { name: 'Actions of this review' })
    expect(within(walk).getByRole('button', { name: /^1\.1 / }).textContent).toContain('Not saved')
    await user.click(within(walk).getByRole('button', { name: 'In sum' }))
    await screen.findByText('Save or clear what you typed of 1.1 first')
    await user.click(within(walk).getByRole('button', { name: /^1\.1 / }))
    await waitFor(() => expect(box().value).toBe('Half a sentence'))
    ;(document.activeElement as HTMLElement).blur()
    await user.keyboard('x')
    expect((await within(await action('1.1')).findByRole('alert')).textContent).toContain('You typed something')
  })

  it('keeps what is typed when another window closes it, and saves it once it is open again', async () => {
    const id = await start()
    const user = open(`/plan/reviews/${id}`)
    await action('1.1')
    await user.type(box(), 'Half a sentence')
    await reviews().close({ id, version: 1 })
    await screen.findByText('This review was closed meanwhile')
    expect(box().value).toBe('Half a sentence')
    box().focus()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect((await within(await action('1.1')).findByRole('alert')).textContent).toContain('This review is closed')
    await user.click(screen.getByRole('button', { name: 'Open it again' }))
    await waitFor(() => expect(screen.queryByText('This review was closed meanwhile')).toBeNull())
    box().focus()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(async () => expect((await steps(id))[0]).toMatchObject({ words: 'Half a sentence' }))
  })

  it('is taken up again where it was left: at the address, or at what is yet to be said', async () => {
    const id = await start()
    await reviews().passOver({ id, actionId: ids[0] ?? '', passed: true })
    open(`/plan/reviews/${id}`)
    await action('4.1')
    expect(location.search).toBe(`?at=${ids[1] ?? ''}`)
  })

  it('shows what is known of an action, and meets a milestone on the way', async () => {
    const { plan } = core.current().client
    await plan.addMilestone({ actionId: ids[0] ?? '', fields: { title: 'Template agreed', dueOn: '2026-11-20' } })
    await plan.addUpdate({
      actionId: ids[0] ?? '',
      fields: { on: '2026-10-01', words: 'Wexcombe was asked', status: 'on_track', nextStep: 'Ring again' },
    })
    await plan.linkMeasure({ actionId: ids[0] ?? '', fields: { measureCode: 'letter-gap' } })
    const id = await start()
    const user = open(`/plan/reviews/${id}`)
    await action('1.1')
    expect((await screen.findByRole('region', { name: 'Last update' })).textContent).toContain('Wexcombe was asked')
    expect(within(await screen.findByRole('list', { name: 'Measures' })).getByText(/^Too early to say/)).toBeTruthy()
    const milestones = screen.getByRole('list', { name: 'Milestones' })
    expect(milestones.textContent).toContain('Missed')
    await user.click(within(milestones).getByRole('button', { name: 'Met today' }))
    await waitFor(() =>
      expect(screen.getByRole('list', { name: 'Milestones' }).textContent).toContain('Met 23 Nov 2026'),
    )
    expect(await accessibilityFaults()).toEqual([])
    expect(undoLatestToast()).toBe(true)
    await waitFor(() => expect(screen.getByRole('list', { name: 'Milestones' }).textContent).toContain('Missed'))
  })

  it('ends with what is said in sum, asked and decided, and its paper is printed', async () => {
    const id = await start()
    await core.current().client.plan.addUpdate({
      actionId: ids[0] ?? '',
      reviewId: id,
      fields: { on: TEST_TODAY, words: 'It is agreed', status: 'on_track', ask: 'A portal, please' },
    })
    const user = open(`/plan/reviews/${id}?at=summary`)
    expect((await screen.findByRole('list', { name: 'What we ask' })).textContent).toContain('A portal, please')
    const counts = screen.getByRole('table', { name: 'How the actions stood before and after' })
    expect(within(counts).getByRole('row', { name: /On track/ }).textContent).toBe('On track01')
    await user.keyboard('d')
    const drawer = await screen.findByRole('dialog', { name: 'Add a decision' })
    await waitFor(() => expect(document.activeElement).toBe(within(drawer).getByLabelText('What was decided')))
    await user.keyboard('Go on for a quarter')
    await user.type(within(drawer).getByLabelText(/^Who decided/), 'All of us{Control>}{Enter}{/Control}')
    expect((await screen.findByRole('list', { name: 'Decisions' })).textContent).toContain('Go on for a quarter')
    await user.type(screen.getByRole('textbox', { name: /^What is said in sum/ }), 'A good quarter.')
    expect(await accessibilityFaults()).toEqual([])
    ;(document.activeElement as HTMLElement).blur()
    await user.keyboard('c')
    const paper = await screen.findByRole('article', { name: /review/i })
    await waitFor(() => expect(paper.textContent).toContain('A good quarter.'))
    expect(paper.textContent).toContain('Go on for a quarter')
    expect(paper.textContent).not.toContain('Draft')
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('p')
    await waitFor(() => expect(papers).toEqual(['Board paper']))
    expect((await core.current().client.audit.page({}))[0]).toMatchObject({ sentence: 'Printed a board paper' })
    await user.keyboard('w')
    await screen.findByRole('dialog', { name: 'Write the board paper to files' })
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.keyboard('{Escape}')
    expect((await screen.findByRole('list', { name: 'What was said' })).textContent).toContain('It is agreed')
    expect((await screen.findByRole('list', { name: 'History of the review' })).textContent).toContain(
      'Closed a review of the plan',
    )
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Open again' }))
    await screen.findByRole('navigation', { name: 'Actions of this review' })
  })
})

describe('the review of the end of a year', () => {
  it('carries an action forward with a date and a reason, stops another, and only then closes', async () => {
    const client = core.current().client
    for (const id of ids) {
      const { version, startsOn, objectiveId } = await client.plan.action({ id })
      await client.plan.moveAction({
        id,
        version,
        startsOn: '2025-05-01',
        objectiveId,
        dueOn: '2026-03-15',
        reason: null,
      })
      expect(startsOn).toBeTruthy()
    }
    const third = await client.plan.action({ id: ids[2] ?? '' })
    await client.plan.setStatus({ id: third.id, version: third.version, status: 'done' })
    const id = await start('year_end', '2026-01')
    const user = open(`/plan/reviews/${id}`)
    await action('1.1')
    const ends = await screen.findByRole('region', { name: 'The year ends' })
    await user.click(within(ends).getByRole('button', { name: 'Carry it forward' }))
    expect((await within(ends).findByRole('alert')).textContent).toContain('Say why in a few words')
    expect(await accessibilityFaults()).toEqual([])
    await user.type(within(ends).getByLabelText('Why'), 'Staff were short')
    await user.click(within(ends).getByRole('button', { name: 'Carry it forward' }))
    await screen.findByText(/Staff were short/)
    expect((await client.plan.action({ id: ids[0] ?? '' })).dueOn).toBe('2026-09-30')
    await user.click(screen.getByRole('button', { name: 'In sum' }))
    await screen.findByText(/Action 4\.1 is still open and due by the end of the year/)
    await user.click(screen.getByRole('button', { name: /^4\.1 / }))
    await action('4.1')
    const second = await screen.findByRole('region', { name: 'The year ends' })
    await user.click(within(second).getByRole('radio', { name: 'Stop it' }))
    await user.type(within(second).getByLabelText('Why'), 'No money')
    await user.click(within(second).getByRole('button', { name: 'Stop the action' }))
    await waitFor(async () => expect((await client.plan.action({ id: ids[1] ?? '' })).status).toBe('stopped'))
    await user.click(screen.getByRole('button', { name: 'In sum' }))
    await screen.findByRole('button', { name: 'Freeze the figures of year 1' })
    await user.click(await screen.findByRole('button', { name: /^Close the review/ }))
    expect((await screen.findByRole('article', { name: /review/i })).textContent).toContain('No money')
  })
})

describe('a review that may only be read', () => {
  it('shows what was said once the plan is closed, and offers no writing', async () => {
    const id = await start()
    const { id: plan, version } = await planNow(core.current().client)
    await core.current().client.plan.close({ id: plan, version, reason: 'Over' })
    open(`/plan/reviews/${id}`)
    await screen.findByRole('list', { name: 'What was said' })
    expect(screen.queryByRole('textbox')).toBeNull()
    expect(screen.queryByRole('button', { name: 'Open again' })).toBeNull()
  })

  it('that is gone says so', async () => {
    open(`/plan/reviews/${planId}`)
    expect(await screen.findByRole('heading', { name: 'This review cannot be shown' })).toBeTruthy()
  })
})

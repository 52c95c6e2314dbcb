import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { NoPlanYet, PlanPulse } from '#renderer/features/plan-start/public.ts'
import { planStartRoutes } from '#renderer/features/plan-start/plan-start-routes.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const core = componentCoreForEachTest()
const FIELDS = {
  title: 'Action plan 2026 to 2029',
  organisation: 'Brackenfold Surgery',
  startsOn: '2026-12-01',
  strengths: '',
  gaps: '',
}

const routes = [
  ...planStartRoutes,
  { path: '/plan', render: () => <NoPlanYet /> },
  { path: '/pulse', render: () => <PlanPulse /> },
]

beforeEach(() => setToday(TEST_TODAY))

const open = (path: string): ReturnType<typeof userEvent.setup> => {
  openScreen(path, routes)
  return userEvent.setup()
}

const client = () => core.current().client
const plan = async () => {
  const current = await client().plan.current({})
  if (current === null) throw new Error('there is a plan')
  return current
}

/** A draft with two themes, of which one note is in none. */
const withNotes = async (startsOn = FIELDS.startsOn): Promise<string> => {
  const { id: planId } = await client().plan.start({ fields: { ...FIELDS, startsOn } })
  const { brainstorm } = client()
  const say = async (title: string, words: readonly string[]): Promise<void> => {
    const { id: themeId } = await brainstorm.addTheme({ planId, fields: { title } })
    await brainstorm.addNotes({ planId, themeId, notes: words.map((one) => ({ words: one })) })
  }
  await say('Hearing back', ['Letters take weeks', 'Treatment summary never comes'])
  await say('Being asked', ['Carers get forgotten'])
  await brainstorm.addNotes({ planId, notes: [{ words: 'Parking' }] })
  return planId
}

describe('without a plan', () => {
  it('begins a brainstorm by key, as a draft for three years from next month', async () => {
    const user = open('/plan')
    await screen.findByRole('heading', { level: 1, name: /No plan yet\. *Start with what worries you\./ })
    const begin = await screen.findByRole('button', { name: /Start the brainstorm/ })
    await waitFor(() => expect(begin).toBeDefined())
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('n')
    await waitFor(() => expect(location.pathname).toBe('/plan/brainstorm'))
    expect(await plan()).toMatchObject({ state: 'draft', startsOn: '2026-12-01', organisation: 'Brackenfold Surgery' })
  })

  it('begins a blank plan, keeps what was typed where it is refused, and undoes it', async () => {
    const user = open('/plan')
    await user.click(await screen.findByRole('button', { name: 'Start from a blank plan' }))
    const dialog = await screen.findByRole('dialog', { name: 'Start from a blank plan' })
    expect(await accessibilityFaults()).toEqual([])
    const title = within(dialog).getByRole<HTMLInputElement>('textbox', { name: /Name of the plan/ })
    expect(title.value).toBe('Action plan 2026 to 2029')
    const part = (label: string) => within(dialog).getByLabelText(label)
    for (const [label, typed] of Object.entries({ Month: '1', Year: '2025' })) {
      await user.clear(part(label))
      await user.type(part(label), typed)
    }
    expect(title.value).toBe('Action plan 2025 to 2027')
    await user.clear(title)
    await user.clear(within(dialog).getByLabelText('Day'))
    await user.type(within(dialog).getByLabelText('Day'), '15')
    await user.click(within(dialog).getByRole('button', { name: 'Start the plan' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Give the plan a name')
    await user.type(title, 'Our plan')
    await user.click(within(dialog).getByRole('button', { name: 'Start the plan' }))
    await waitFor(() => expect(within(dialog).getByRole('alert').textContent).toContain('first day of a month'))
    expect(title.value).toBe('Our plan')
    await user.clear(within(dialog).getByLabelText('Day'))
    await user.type(within(dialog).getByLabelText('Day'), '1')
    await user.click(within(dialog).getByRole('button', { name: 'Start the plan' }))
    await waitFor(async () => expect((await plan()).title).toBe('Our plan'))
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(await client().plan.current({})).toBeNull())
  })
})

describe('the way to a plan', () => {
  it('says how far each step has come and which is next', async () => {
    await withNotes()
    open('/plan/start')
    const list = await screen.findByRole('link', { name: 'Go to: Baseline' })
    expect(list.textContent).toContain('Go on')
    await screen.findByText('4 notes')
    await screen.findByText('2 themes')
    expect(await accessibilityFaults()).toEqual([])
  })
})

describe('the baseline', () => {
  it('keeps words as they are typed and takes the last back', async () => {
    await client().plan.start({ fields: FIELDS })
    const user = open('/plan/baseline')
    await user.type(await screen.findByRole('textbox', { name: /^What is strong here/ }), 'A nurse who rings')
    await user.tab()
    await waitFor(async () => expect((await plan()).strengths).toBe('A nurse who rings'))
    await screen.findByText('Everything is saved')
    await user.click(await screen.findByRole('button', { name: 'Take back what was saved last' }))
    await waitFor(async () => expect((await plan()).strengths).toBe(''))
  })

  it('saves beside a rename elsewhere, and asks where the same words were changed', async () => {
    const { id } = await client().plan.start({ fields: FIELDS })
    const user = open('/plan/baseline')
    const gaps = await screen.findByRole<HTMLTextAreaElement>('textbox', { name: /^What is missing/ })
    await client().plan.save({ id, version: 1, fields: { ...FIELDS, title: 'Renamed' } })
    await user.type(gaps, 'Letters')
    await user.tab()
    await waitFor(async () => expect(await plan()).toMatchObject({ gaps: 'Letters', title: 'Renamed' }))
    await screen.findByText('Everything is saved')
    await user.type(gaps, ' take weeks')
    const now = await plan()
    await client().plan.save({ id, version: now.version, fields: { ...FIELDS, gaps: 'Theirs' } })
    await user.tab()
    await user.click(await screen.findByRole('button', { name: 'Keep my words' }))
    await waitFor(async () => expect((await plan()).gaps).toBe('Letters take weeks'))
    expect(gaps.value).toBe('Letters take weeks')
  })

  it('chooses measures with today’s figure, says what is missing, and undoes a choice', async () => {
    await client().plan.start({ fields: FIELDS })
    const user = open('/plan/baseline')
    await user.type(await screen.findByRole('textbox', { name: 'Find a measure' }), 'summary')
    const pick = await screen.findByRole('list', { name: 'Measures of the library' })
    const [box] = within(pick).getAllByRole('checkbox')
    if (box === undefined) throw new Error('a measure speaks of summaries')
    await user.click(box)
    const chosen = await screen.findByRole('list', { name: 'Chosen measures' })
    expect(chosen.textContent).toContain('There is no figure yet')
    expect(await accessibilityFaults()).toEqual([])
    expect((await plan()).baselines).toHaveLength(1)
    expect(undoLatestToast()).toBe(true)
    await screen.findByText(/^None yet/)
  })
})

describe('the draft', () => {
  it('suggests actions from themes, moves one by keys, takes another out, and accepts all in one step', async () => {
    await withNotes()
    const user = open('/plan/draft')
    const card = await screen.findByRole('button', { name: /^Letters take weeks/ })
    expect(await accessibilityFaults()).toEqual([])
    card.focus()
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Letters take weeks'))
    const square = document.activeElement?.closest('td')
    expect([...(square?.parentElement?.children ?? [])].indexOf(square as Element)).toBe(2)
    screen.getByRole('button', { name: /^Treatment summary never comes/ }).focus()
    await user.keyboard('{Delete}')
    await screen.findByText('2 suggested actions')
    const left = screen.getByRole('list', { name: 'Notes not in the draft' })
    expect(left.textContent).toContain('Parking')
    expect(left.textContent).toContain('Treatment summary never comes')
    expect(undoLatestToast()).toBe(true)
    await screen.findByText('3 suggested actions')
    await user.click(screen.getByRole('button', { name: 'Add to the draft: Parking' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add to the draft' })
    await user.click(within(dialog).getByRole('button', { name: 'Add to the draft' }))
    await screen.findByText('4 suggested actions')
    await user.click(screen.getByRole('button', { name: /^Accept 4 actions/ }))
    await screen.findByText('0 suggested actions, 4 in the plan already')
    const { actions } = await plan()
    const letters = actions.find(({ title }) => title === 'Letters take weeks')
    expect(letters).toMatchObject({ startsOn: '2027-12-01', dueOn: '2028-11-30', status: 'not_started' })
    expect((await client().plan.action({ id: letters?.id ?? '' })).origin).toMatchObject({ kind: 'note' })
    expect(undoLatestToast()).toBe(true)
    await screen.findByText('3 suggested actions')
  })

  it('makes no second action of a note that became one in another window', async () => {
    const planId = await withNotes()
    const user = open('/plan/draft')
    ;(await screen.findByRole('button', { name: /^Letters take weeks/ })).focus()
    await user.keyboard('{Alt>}{ArrowRight}{/Alt}')
    await screen.findByRole('button', { name: 'Start again from the notes' })
    const { notes } = await client().brainstorm.board({ planId })
    const id = notes.find(({ words }) => words === 'Letters take weeks')?.id ?? ''
    const { objectives } = await plan()
    const fields = { objectiveId: objectives[3]?.id ?? '', title: 'Ring', startsOn: '2026-12-01', dueOn: '2027-11-30' }
    await client().plan.addActions({ planId, actions: [{ fields, origin: { kind: 'note', id, words: 'Letters' } }] })
    await screen.findByText('2 suggested actions, 1 in the plan already')
    await user.click(screen.getByRole('button', { name: /^Accept 2 actions/ }))
    await screen.findByText('0 suggested actions, 3 in the plan already')
    expect((await plan()).actions.filter(({ title }) => /Letters|Ring/.test(title))).toMatchObject([{ title: 'Ring' }])
  })

  it('takes an action by hand into an empty square', async () => {
    await client().plan.start({ fields: FIELDS })
    const user = open('/plan/draft')
    await screen.findByText('The notes suggest nothing yet')
    expect(screen.getAllByText('Nothing')).toHaveLength(15)
    await user.click(screen.getByRole('button', { name: 'Add to Be part of the network, year 3' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add to the draft' })
    await user.click(within(dialog).getByRole('button', { name: 'Add to the draft' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Say what is to be done')
    await user.type(within(dialog).getByRole('textbox', { name: 'What is to be done' }), 'Share themes')
    await user.click(within(dialog).getByRole('button', { name: 'Add to the draft' }))
    await screen.findByText('1 suggested action')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(async () => expect((await plan()).actions).toMatchObject([{ code: '2.1', dueOn: '2029-11-30' }]))
  })
})

describe('the signature', () => {
  it('lists what is frozen, refuses a day to come, and goes to the plan', async () => {
    await withNotes('2026-11-01')
    const { id: planId, objectives } = await plan()
    const fields = { objectiveId: objectives[0]?.id ?? '', title: 'Lead', startsOn: '2026-11-01', dueOn: '2027-10-31' }
    await client().plan.addActions({
      planId,
      actions: [{ fields, milestones: [], measureCodes: ['letter-gap'], origin: null }],
    })
    const user = open('/plan/draft?sign=1')
    const dialog = await screen.findByRole('dialog', { name: 'Sign the plan' })
    expect(within(dialog).getByRole('region', { name: 'What is frozen' }).textContent).toContain('1 Nov 2026')
    within(dialog).getByText('3 suggested actions are not in the plan')
    // What an action is to move freezes too, and as it stood on the day of the signature.
    const letters = await within(dialog).findByText(/^Gap meter: days to the letter: /)
    const day = within(dialog).getByLabelText('Day')
    await user.clear(day)
    await user.type(day, '2')
    expect(letters.textContent).toContain('as it stood on 2 Nov 2026')
    await user.clear(day)
    await user.type(day, '23')
    expect(await accessibilityFaults()).toEqual([])
    const year = within(dialog).getByLabelText('Year')
    await user.clear(year)
    await user.type(year, '2027')
    await user.click(within(dialog).getByRole('button', { name: 'Sign and freeze' }))
    expect((await within(dialog).findByRole('alert')).textContent).not.toBe('')
    await user.clear(year)
    await user.type(year, '2026')
    await user.click(within(dialog).getByRole('button', { name: 'Sign and freeze' }))
    await waitFor(() => expect(location.pathname).toBe('/plan'))
    expect(await plan()).toMatchObject({ state: 'signed', signedOn: TEST_TODAY, signedBy: 'Dr Anjali Rao' })
  })
})

describe('the coverage map and the pulse', () => {
  const underWay = async (): Promise<void> => {
    const planId = await withNotes('2025-04-01')
    const { objectives } = await plan()
    const fields = {
      objectiveId: objectives[3]?.id ?? '',
      title: 'Shorten the wait for letters',
      startsOn: '2026-04-01',
      dueOn: '2027-03-31',
    }
    const milestones = [
      { title: 'Template agreed', dueOn: '2026-10-15' },
      { title: 'Secure mailbox', dueOn: '2026-11-30' },
      { title: 'All hospitals', dueOn: '2027-03-01' },
    ]
    await client().plan.addActions({ planId, actions: [{ fields, milestones, measureCodes: [], origin: null }] })
  }

  it('shows which squares have something and which have nothing', async () => {
    await underWay()
    open('/plan/coverage')
    const table = await screen.findByRole('table', { name: 'What the plan covers: objectives by quarter' })
    const row = within(table).getByRole('row', { name: /^4 Raise standards of care/ })
    within(row).getByText('1 action under way, 1 milestone due, 1 milestone missed')
    expect(within(row).getAllByText('Nothing')).toHaveLength(8)
    await screen.findByText(/^28 squares from this quarter on have nothing in them\./)
    expect(await accessibilityFaults()).toEqual([])
  })

  it('name late and due milestones, and lead to their action', async () => {
    await underWay()
    open('/pulse')
    await screen.findByText('Draft, not signed yet')
    const late = await screen.findByRole('link', { name: 'Template agreed' })
    const [action] = (await plan()).actions
    expect(late.getAttribute('href')).toBe(`/plan/actions/${action?.id ?? ''}`)
    screen.getByText('Late since 15 Oct 2026')
    screen.getByText('Due 30 Nov 2026')
    expect(screen.queryByText('All hospitals')).toBeNull()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('show nothing of a plan while there is none', async () => {
    const spy = vi.fn()
    open('/pulse')
    await client().plan.current({}).then(spy)
    expect(spy).toHaveBeenCalledWith(null)
    expect(screen.queryByText('Plan pulse')).toBeNull()
  })
})

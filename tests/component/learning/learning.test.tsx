import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { learningRoutes } from '#renderer/features/learning/learning-routes.tsx'
import { LearningPanel } from '#renderer/features/learning/public.ts'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { beginPlan } from '#tests/core/plan/plan-fields.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const core = componentCoreForEachTest()
const printed: string[] = []
const printPage = async ({ title }: { title: string }): Promise<{ ok: true }> => {
  printed.push(title)
  return { ok: true }
}

let personId: string
let episodeId: string
beforeEach(async () => {
  setToday(TEST_TODAY)
  printed.length = 0
  vi.stubGlobal('throughline', { printPage, setTitleBarTheme: () => undefined })
  const { register, journey } = core.current().client
  personId = (await register.addPerson({ person: aPerson(), episode: anEpisode({ route: 'emergency' }) })).id
  episodeId = (await register.person({ id: personId })).episodes[0]?.id ?? ''
  await journey.logEvent(anEvent(personId, { eventType: 'seen_by_gp', lane: 'primary', date: '2026-07-02' }))
})
afterEach(() => vi.unstubAllGlobals())

const routes = [
  ...learningRoutes,
  {
    path: '/people/:id/journey',
    render: ({ id = '' }) => <LearningPanel personId={id} diagnoses={[{ id: episodeId, label: 'Sigmoid colon' }]} />,
  },
]

const open = (path: string): ReturnType<typeof userEvent.setup> => {
  openScreen(path, routes)
  return userEvent.setup()
}

const begun = async (): Promise<string> => (await core.current().client.learning.takeUp({ personId, episodeId })).id
const kept = async (id: string) => (await core.current().client.learning.get({ personId, id })).fields

describe('the lists of learning events', () => {
  it('begin an analysis of what is suggested from the keyboard', async () => {
    const user = open('/learning')
    const begin = await screen.findByRole('button', { name: /^Begin: Sigmoid colon, 4 Sep 2026, ASHWORTH, Maureen/ })
    expect((await screen.findByRole('list', { name: 'Learning events' })).textContent).toContain('Emergency route')
    await screen.findByRole('heading', { name: 'No theme was found in this time' })
    expect(await accessibilityFaults()).toEqual([])
    begin.focus()
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { name: 'Learning event analysis' })
    expect(location.pathname).toMatch(new RegExp(`^/learning/${personId}/`))
    await screen.findByText('Milestones')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('set aside with a reason, which is asked for, undo it, and bring it back', async () => {
    const user = open('/learning')
    await user.click(await screen.findByRole('button', { name: /^Set aside: / }))
    const dialog = await screen.findByRole('dialog', { name: 'Set aside' })
    expect(dialog.textContent).toContain('ASHWORTH')
    await user.click(within(dialog).getByRole('button', { name: 'Set aside' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Say why in a few words')
    await user.type(within(dialog).getByLabelText(/^Why there is nothing/), 'Joined us later{Enter}')
    await screen.findByText('Nothing is suggested')
    expect(await accessibilityFaults()).toEqual([])
    expect(undoLatestToast()).toBe(true)
    await screen.findByRole('button', { name: /^Begin: / })
    await core.current().client.learning.setAside({ personId, episodeId, reason: 'Again' })
    await user.click(screen.getByRole('tab', { name: /Set aside/ }))
    await user.click(await screen.findByRole('button', { name: /^Bring back: / }))
    await screen.findByText('Nothing was set aside')
  })

  it('count themes as bars and as a table, and narrow the closed ones by them', async () => {
    const { learning } = core.current().client
    const id = await begun()
    const fields = {
      ...(await kept(id)),
      meetingDate: '2026-10-02',
      themes: ['results' as const],
      learningPoints: 'Look',
    }
    const { version } = await learning.save({ personId, id, version: 1, fields })
    await learning.setState({ personId, id, version, state: 'closed' })
    const user = open('/learning?view=closed')
    await screen.findByRole('img', { name: 'Most often: handling of results, 1 of 1 analysis' })
    await user.click(screen.getByRole('button', { name: 'Table' }))
    expect((await screen.findByRole('row', { name: /Handling of results/ })).textContent).toContain('1')
    expect(screen.getByRole('row', { name: /Communication/ }).textContent).toContain('0')
    expect(await accessibilityFaults()).toEqual([])
    await screen.findByText('Sigmoid colon, 4 Sep 2026')
    history.replaceState(null, '', '/learning?view=closed&theme=other')
    open('/learning?view=closed&theme=other')
    await screen.findByText('No analysis is closed yet')
  })
})

describe('an analysis', () => {
  it('keeps what is typed by itself, with milestones put in, and takes the last back', async () => {
    const id = await begun()
    const user = open(`/learning/${personId}/${id}`)
    await user.click(await screen.findByRole('button', { name: 'Insert: 2 Jul 2026: Seen by GP' }))
    const happened = screen.getByRole<HTMLTextAreaElement>('textbox', { name: /^What happened/ })
    await waitFor(() => expect(happened.value).toBe('2 Jul 2026: Seen by GP\n'))
    await user.type(happened, 'Tired since May')
    await user.tab()
    await waitFor(async () => expect((await kept(id)).whatHappened).toBe('2 Jul 2026: Seen by GP\nTired since May'))
    await screen.findByText('Everything is saved')
    await user.click(screen.getByRole('checkbox', { name: 'Handling of results' }))
    await user.tab()
    await waitFor(async () => expect((await kept(id)).themes).toEqual(['results']))
    await user.click(await screen.findByRole('button', { name: 'Take back what was saved last' }))
    await waitFor(async () => expect((await kept(id)).themes).toEqual([]))
    await waitFor(() =>
      expect(screen.getByRole('checkbox', { name: 'Handling of results' })).toHaveProperty('checked', false),
    )
  })

  it('keeps what is typed after a pause, without anything being left', async () => {
    const id = await begun()
    const user = open(`/learning/${personId}/${id}`)
    await user.type(await screen.findByLabelText(/^What went well/), 'She was rung')
    await waitFor(async () => expect((await kept(id)).wentWell).toBe('She was rung'))
  })

  it('keeps one state after the other, however often it is asked to at once', async () => {
    const id = await begun()
    open(`/learning/${personId}/${id}`)
    const well = await screen.findByLabelText(/^What went well/)
    for (const words of ['She was rung', 'She was rung at once', 'She was rung at once by her GP']) {
      fireEvent.change(well, { target: { value: words } })
      fireEvent.keyDown(well, { key: 'Control', ctrlKey: true })
    }
    await waitFor(async () => expect((await kept(id)).wentWell).toBe('She was rung at once by her GP'))
    await screen.findByText('Everything is saved')
    fireEvent.change(well, { target: { value: 'She was rung' } })
    fireEvent.blur(well)
    await waitFor(async () => expect((await kept(id)).wentWell).toBe('She was rung'))
  })

  it('keeps the words when somebody else was quicker, and saves either', async () => {
    const id = await begun()
    const user = open(`/learning/${personId}/${id}`)
    const learnt = await screen.findByLabelText<HTMLTextAreaElement>(/^Learning points/)
    await user.type(learnt, 'Mine')
    await user.tab()
    await waitFor(async () => expect((await kept(id)).learningPoints).toBe('Mine'))
    await user.type(learnt, ' too')
    const { learning } = core.current().client
    const theirs = await learning.get({ personId, id })
    await learning.save({ personId, id, version: theirs.version, fields: { ...theirs.fields, wentWell: 'Theirs' } })
    await user.tab()
    await user.click(await screen.findByRole('button', { name: 'Save mine over it' }))
    await waitFor(async () => expect((await kept(id)).learningPoints).toBe('Mine too'))
  })

  it('says what is missing before it moves on', async () => {
    const id = await begun()
    const user = open(`/learning/${personId}/${id}`)
    await user.click(await screen.findByRole('button', { name: /It was discussed/ }))
    await screen.findByText('Enter the day of the meeting')
    const meeting = screen.getByRole('group', { name: /^Day of the meeting/ })
    await user.type(within(meeting).getByLabelText('Day'), '20')
    await user.type(within(meeting).getByLabelText('Month'), '10')
    await user.type(within(meeting).getByLabelText('Year'), '2026')
    await user.click(screen.getByRole('button', { name: /It was discussed/ }))
    await screen.findByRole('button', { name: /Close it/ })
    expect((await kept(id)).meetingDate).toBe('2026-10-20')
  })

  it('adds changes as tasks, and is closed', async () => {
    const { learning, tasks } = core.current().client
    const id = await begun()
    const fields = { ...(await kept(id)), meetingDate: '2026-10-02', themes: ['referral' as const] }
    const { version } = await learning.save({ personId, id, version: 1, fields })
    await learning.setState({ personId, id, version, state: 'discussed' })
    const user = open(`/learning/${personId}/${id}`)
    await user.click(await screen.findByRole('button', { name: /Add a change/ }))
    const dialog = await screen.findByRole('dialog', { name: 'Add an agreed change' })
    await within(dialog).findByText('ASHWORTH, Maureen', { exact: false })
    expect(await accessibilityFaults()).toEqual([])
    await user.type(within(dialog).getByLabelText('What changes'), 'Compare{Control>}{Enter}{/Control}')
    expect((await screen.findByRole('list', { name: 'Changes agreed' })).textContent).toContain('Compare')
    expect((await tasks.page({ view: 'no_date' })).rows).toMatchObject([{ title: 'Compare', person: null }])
    await user.type(screen.getByLabelText(/^Learning points/), 'Look back')
    await user.click(screen.getByRole('button', { name: /Close it/ }))
    await screen.findByRole('button', { name: /Open again/ })
    expect(screen.getByLabelText(/^Learning points/)).toHaveProperty('disabled', true)
    expect((await kept(id)).learningPoints).toBe('Look back')
  })

  it('takes a change into the plan without naming anybody, and says where it is there', async () => {
    const { learning, plan } = core.current().client
    const id = await begun()
    await beginPlan(core.current().client)
    const action = { title: 'Ring Ashworth back', dueDate: '2027-03-31' }
    await learning.addAction({ personId, id, action })
    const user = open(`/learning/${personId}/${id}`)
    await user.click(await screen.findByRole('button', { name: 'Take into the plan: Ring Ashworth back' }))
    const dialog = await screen.findByRole('dialog', { name: 'Take into the plan' })
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Take into the plan' }))
    const alert = await within(dialog).findByRole('alert')
    expect(alert.textContent).toContain('This names the patient')
    expect(alert.textContent).toContain('Choose the objective')
    const title = within(dialog).getByLabelText(/^What is to be done/)
    await user.clear(title)
    await user.type(title, 'Ring back within a week')
    await user.click(within(dialog).getByRole('combobox', { name: /^Objective/ }))
    await user.click(await screen.findByRole('option', { name: /^4\. /, hidden: true }))
    await user.click(within(dialog).getByRole('button', { name: 'Take into the plan' }))
    const there = await screen.findByRole('link', { name: 'In the plan: 4.2' })
    const taken = await plan.action({ id: there.getAttribute('href')?.split('/').at(-1) ?? '' })
    expect(taken).toMatchObject({
      title: 'Ring back within a week',
      dueOn: '2027-03-31',
      origin: { kind: 'learning', words: 'A learning event analysis' },
    })
    expect(JSON.stringify(taken)).not.toMatch(/ashworth|maureen/i)
    expect(await learning.ofChange({ id: taken.origin?.id ?? '' })).toEqual({ personId, id })
    expect(undoLatestToast()).toBe(true)
    await screen.findByRole('button', { name: 'Take into the plan: Ring Ashworth back' })
  })

  it('prints without the person’s name unless it is asked for, and enters which in the trail', async () => {
    const id = await begun()
    const user = open(`/learning/${personId}/${id}`)
    await user.click(await screen.findByRole('button', { name: /^Print/ }))
    const paper = await screen.findByRole('article')
    expect(paper.textContent).not.toContain('ASHWORTH')
    await user.click(screen.getByRole('radio', { name: 'With name' }))
    expect(paper.textContent).toContain('ASHWORTH')
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByRole('button', { name: /^Print/ }))
    await waitFor(() => expect(printed).toEqual(['Throughline learning event analysis']))
    const [entry] = await core.current().client.audit.page({})
    expect(entry).toMatchObject({ method: 'learning.printed', personId })
  })
})

describe('a person’s learning events', () => {
  it('stand beside the journey with the way to begin', async () => {
    const user = open(`/people/${personId}/journey`)
    const panel = await screen.findByRole('region', { name: 'Learning events' })
    expect(panel.textContent).toContain('Emergency route')
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(panel).getByRole('button', { name: /^Begin: / }))
    await screen.findByRole('heading', { name: 'Learning event analysis' })
  })
})

import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { LetterDaysSection, LettersCount, LettersTab } from '#renderer/features/letters/public.ts'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { anEvent } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'
import { peopleWaiting } from './letter-people.ts'

const core = componentCoreForEachTest()
let maureen: string
beforeEach(async () => {
  ;({ maureen } = await peopleWaiting(core.current().client))
})

const routes = [
  {
    path: '/people/:id/letters',
    render: ({ id = '' }) => (
      <>
        <h1>
          Letters <LettersCount personId={id} />
        </h1>
        <LettersTab personId={id} />
      </>
    ),
  },
  { path: '/settings/letters', render: () => <LetterDaysSection /> },
]
const open = (path: string): ReturnType<typeof userEvent.setup> => {
  setToday(TEST_TODAY)
  openScreen(path, routes)
  return userEvent.setup()
}
const openTab = (): ReturnType<typeof userEvent.setup> => open(`/people/${maureen}/letters`)
const lettersOf = () => core.current().client.letters.ofPerson({ personId: maureen })

describe('the letters of a person', () => {
  it('show every event that brings one, what is missing and what can be done, and are axe clean', async () => {
    await core.current().client.journey.logEvent(anEvent(maureen, { eventType: 'oncology_clinic', date: '2026-11-20' }))
    openTab()
    const table = within(await screen.findByRole('table', { name: 'Letters that this journey brings' }))
    expect(table.getByRole('row', { name: /Discharge letter/ }).textContent).toContain('Missing, 35 days late')
    expect(table.getByRole('row', { name: /Oncology letter/ }).textContent).toContain('Not here yet, due 4 Dec')
    expect(await screen.findByRole('heading', { name: 'Letters 0 of 1' })).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('log that one came, and take it back', async () => {
    const user = openTab()
    await user.click(await screen.findByRole('button', { name: 'It came: Discharge letter' }))
    await screen.findByRole('dialog', { name: /^It came/ })
    await user.keyboard('{Enter}')
    await screen.findByText('Came 23 Nov 2026, after 42 days')
    expect(undoLatestToast()).toBe(true)
    await screen.findByText('Missing, 35 days late')
  })

  it('show what was asked with every step, and ask again what was not needed', async () => {
    const { client } = core.current()
    const { rows } = await client.letters.page({ tab: 'late', search: 'ashworth' })
    await client.letters.notNeeded({
      personId: maureen,
      wanted: [{ eventId: rows[0]?.eventId ?? null }],
      reason: 'Told by phone',
    })
    const user = openTab()
    const panel = within(await screen.findByRole('region', { name: 'Asked of hospitals' }))
    expect(panel.getByText('Told by phone')).toBeTruthy()
    await user.click(panel.getByRole('button', { name: 'Ask again' }))
    await screen.findByText('Missing, 35 days late')
    expect((await lettersOf()).queries[0]?.state).toBe('open')
  })

  it('ask something that no event brings, and write down the answer', async () => {
    const user = openTab()
    await user.click(await screen.findByRole('button', { name: 'Ask something else' }))
    const question = await screen.findByRole('dialog', { name: 'Ask the hospital something else' })
    await user.click(within(question).getByRole('button', { name: 'Draft the letter' }))
    expect((await within(question).findByRole('alert')).textContent).toContain('Say what you would like to know')
    await user.type(within(question).getByLabelText(/^What you would like to know/), 'Histology of the polyp{Enter}')
    const letter = await screen.findByLabelText<HTMLTextAreaElement>('The letter')
    expect(letter.value).toContain('We would like to know: Histology of the polyp.')
    await user.click(screen.getByRole('button', { name: 'Log it as sent' }))
    const panel = within(await screen.findByRole('region', { name: 'Asked of hospitals' }))
    await user.click(panel.getByRole('button', { name: 'Write down the answer' }))
    await user.type(await screen.findByLabelText(/^The answer/), 'No cancer in it')
    await user.click(screen.getByRole('button', { name: 'Save the answer' }))
    await panel.findByText('Answered')
  })

  it('change where a question went, and refuse it when somebody else did meanwhile', async () => {
    const { client } = core.current()
    const { rows } = await client.letters.page({ tab: 'late', search: 'ashworth' })
    const asked = await client.letters.ask({
      personId: maureen,
      wanted: [{ eventId: rows[0]?.eventId ?? null }],
      kind: 'call',
      happenedOn: TEST_TODAY,
    })
    const user = openTab()
    await user.click(await screen.findByRole('button', { name: 'Change where and when' }))
    const dialog = await screen.findByRole('dialog', { name: 'Where it went: Discharge letter' })
    expect(await accessibilityFaults(dialog)).toEqual([])
    await user.type(within(dialog).getByLabelText(/^Department/), 'Ward clerk')
    const details = { department: 'Secretaries', ringAgainOn: '2026-11-30' }
    await client.letters.saveQuery({ queryId: asked.queryId, version: asked.version, details })
    await screen.findByText(/Ring again .*30 Nov/)
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    expect((await within(dialog).findByText(/Somebody changed this/)).textContent).toContain('Your words are kept')
    expect(within(dialog).getByLabelText<HTMLInputElement>(/^Department/).value).toBe('Ward clerk')
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    await waitFor(async () => expect((await lettersOf()).queries[0]?.department).toBe('Ward clerk'))
    await user.click(await screen.findByRole('button', { name: 'Log a call' }))
    const call = await screen.findByRole('dialog', { name: 'Log the call: Discharge letter' })
    await user.type(await within(call).findByLabelText(/^What was said/), 'It is typed')
    const later = { ...details, ringAgainOn: '2026-12-14' }
    await client.letters.saveQuery({ queryId: asked.queryId, version: asked.version + 2, details: later })
    await screen.findByText(/Ring again .*14 Dec/)
    await user.click(within(call).getByRole('button', { name: 'Log the call' }))
    await within(call).findByText(/Somebody changed this/)
    await user.click(within(call).getByRole('button', { name: 'Log the call' }))
    await waitFor(async () => expect((await lettersOf()).queries[0]?.steps.at(-1)?.note).toBe('It is typed'))
  })

  it('keep what is typed of a treatment summary when another window reads it in first', async () => {
    const { client } = core.current()
    const received = anEvent(maureen, { eventType: 'treatment_summary', lane: 'primary', date: '2026-11-20' })
    const { id } = await client.journey.logEvent(received)
    const user = openTab()
    await user.click(await screen.findByRole('button', { name: 'Read it in' }))
    const dialog = await screen.findByRole('dialog', { name: 'What the treatment summary says' })
    await user.type(within(dialog).getByLabelText(/^Effects to expect/), 'Tiredness')
    const nothing = { treatmentGiven: null, alertSymptoms: null, contact: null, followUp: null }
    const theirs = { ...nothing, aim: null, effects: 'Numb hands', actionsAsked: null }
    await client.letters.saveSummary({ eventId: id, version: null, fields: theirs, actions: [] })
    await screen.findByText('Numb hands')
    const box = (): HTMLTextAreaElement => screen.getByLabelText<HTMLTextAreaElement>(/^Effects to expect/)
    expect(box().value).toBe('Tiredness')
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await screen.findByText(/Your words are kept/)
    expect((await lettersOf()).summaries).toMatchObject([{ effects: 'Numb hands' }])
    await user.click(screen.getByRole('button', { name: 'Save' }))
    await waitFor(async () => expect((await lettersOf()).summaries).toMatchObject([{ effects: 'Tiredness' }]))
  })

  it('read a treatment summary in: holes for what it leaves out, tasks for what it asks', async () => {
    const { client } = core.current()
    await client.journey.logEvent(
      anEvent(maureen, { eventType: 'treatment_summary', lane: 'primary', date: '2026-11-20' }),
    )
    const user = openTab()
    await user.click(await screen.findByRole('button', { name: 'Read it in' }))
    const dialog = await screen.findByRole('dialog', { name: 'What the treatment summary says' })
    expect(dialog.textContent).toContain('ASHWORTH')
    await user.click(within(dialog).getByRole('radio', { name: 'To cure' }))
    await user.type(within(dialog).getByLabelText(/^Effects to expect/), 'Tiredness for a year')
    await user.click(within(dialog).getByRole('radio', { name: 'It asks us to do something' }))
    await user.type(within(dialog).getByLabelText('What to do'), 'Bone density scan')
    expect(await accessibilityFaults(dialog)).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    const panel = within(await screen.findByRole('region', { name: 'Treatment summary' }))
    await panel.findByText('Tiredness for a year')
    expect(panel.getAllByText('Not in the summary')).toHaveLength(4)
    expect((await client.tasks.ofPerson({ personId: maureen })).map(({ title }) => title)).toEqual([
      'Bone density scan',
    ])
    await user.click(panel.getByRole('button', { name: 'Ask for what is missing' }))
    const letter = await screen.findByLabelText<HTMLTextAreaElement>('The letter')
    expect(letter.value).toContain('does not say which symptoms need a call the same day')
  })
})

describe('the days that letters may take', () => {
  it('are changed from a day on, and what is due follows', async () => {
    const user = open('/settings/letters')
    const box = await screen.findByLabelText(/^Discharge letter after: discharged/)
    expect(await accessibilityFaults()).toEqual([])
    await user.clear(box)
    await user.type(box, '3')
    const [day, month] = [screen.getByLabelText('Day'), screen.getByLabelText('Month')]
    await user.clear(day)
    await user.type(day, '1')
    await user.clear(month)
    await user.type(month, '10')
    await user.click(screen.getByRole('button', { name: 'Save the days' }))
    await waitFor(async () =>
      expect((await core.current().client.letters.page({ tab: 'late', search: 'ashworth' })).rows[0]?.dueDate).toBe(
        '2026-10-15',
      ),
    )
    expect(await screen.findByText(/For events from 1 Oct 2026: chosen by Dr Anjali Rao/)).toBeTruthy()
  })

  it('say what to put right and keep what was typed', async () => {
    const user = open('/settings/letters')
    const box = await screen.findByLabelText<HTMLInputElement>(/^Discharge letter after: discharged/)
    await user.clear(box)
    await user.type(box, 'soon')
    await user.keyboard('{Control>}s{/Control}')
    expect((await screen.findByRole('alert', { name: '1 thing to put right' })).textContent).toContain(
      'Enter whole days from 1 to 365',
    )
    expect(box.value).toBe('soon')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('show what another window chose for the same day, so that saving does not take it back', async () => {
    const { letters } = core.current().client
    const { days } = await letters.days({})
    const choose = async (discharged: number): Promise<void> => {
      const stream = await letters.saveDays({ from: TEST_TODAY, days: { ...days, discharged } })
      while ((await stream.next()).done !== true);
    }
    await choose(5)
    open('/settings/letters')
    const box = (): HTMLInputElement => screen.getByLabelText<HTMLInputElement>(/^Discharge letter after: discharged/)
    await screen.findByLabelText(/^Discharge letter after: discharged/)
    expect(box().value).toBe('5')
    await choose(9)
    await waitFor(() => expect(box().value).toBe('9'))
  })

  it('are only shown to those who may not change them', async () => {
    const session = core.current().session()
    Object.assign(session, { user: { ...session.user, role: 'clinical' } })
    open('/settings/letters')
    const table = await screen.findByRole('table', { name: 'Days until a letter counts as missing' })
    expect(within(table).getByRole('row', { name: /Discharged/ }).textContent).toContain('7 days')
    expect(screen.getByText('Only the cancer lead can change these.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Save the days' })).toBeNull()
  })
})

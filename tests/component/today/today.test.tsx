import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { TodayPage } from '#renderer/features/today/today-page.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const core = componentCoreForEachTest()
const routes = [
  {
    path: '/today',
    render: () => (
      <main tabIndex={-1}>
        <TodayPage />
      </main>
    ),
  },
]

const open = async (): Promise<ReturnType<typeof userEvent.setup>> => {
  setToday(TEST_TODAY)
  openScreen('/today', routes)
  await screen.findByRole('heading', { level: 1, name: 'Monday 23 November' })
  return userEvent.setup()
}

const somebody = async (surname: string, diagnosed: string | null): Promise<string> =>
  (
    await core.current().client.register.addPerson({
      person: aPerson({ surname, givenName: 'Kenneth' }),
      episode: diagnosed === null ? null : anEpisode({ diagnosisDate: { date: diagnosed, precision: 'day' } }),
    })
  ).id

const aDay = async (): Promise<{ letter: string; contact: string; task: string }> => {
  const letter = await somebody('Ashworth', null)
  await core
    .current()
    .client.journey.logEvent(anEvent(letter, { eventType: 'discharged', date: '2026-10-12', hospital: 'Wexcombe' }))
  const contact = await somebody('Dallimore', '2026-08-26')
  const task = await core.current().client.tasks.add({ title: 'Order leaflets', dueDate: '2026-11-20' })
  return { letter, contact, task: task.id }
}

const titles = async (): Promise<string[]> => {
  const list = await screen.findByRole('list', { name: 'Things to do first' })
  return within(list)
    .getAllByRole('heading')
    .map(({ textContent }) => textContent)
}

describe('Today', () => {
  it('says what to do first, how long it takes, and why in that order', async () => {
    await aDay()
    const user = await open()
    expect(await titles()).toEqual([
      'Ring Wexcombe for Kenneth Ashworth’s discharge letter',
      'Ring Kenneth Dallimore about support',
      'Order leaflets',
    ])
    expect(screen.getByText('Three things to do first. About eight minutes in all.')).toBeTruthy()
    expect(screen.getByText('42 days since discharge. Not asked yet.')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Why this order?' }))
    const why = await screen.findByRole('group', { name: 'Why this order?' })
    expect(why.textContent).toContain('1. Ring Wexcombe for Kenneth Ashworth’s discharge letter: 80 points')
    expect(why.textContent).toContain('35 days of waiting+30')
    expect(why.textContent).toContain('harm-1')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('asks again once a clinician has signed off what became of a referral', async () => {
    const { client } = core.current()
    const personId = await somebody('Ashworth', null)
    const referral = anEvent(personId, { eventType: 'urgent_referral', date: '2026-11-16', note: 'skin' })
    const { pathwayId } = await client.journey.logEvent(referral)
    const missed = anEvent(personId, { eventType: 'did_not_attend', lane: 'hospital', date: '2026-11-20', pathwayId })
    const { id: eventId } = await client.journey.logEvent(missed)
    await open()
    const [title = ''] = await titles()
    expect(title).toMatch(/^Look at what became of Kenneth Ashworth’s .*referral$/)
    await client.pathways.signOff({ pathwayId: pathwayId ?? '', eventId, decision: 'care_complete' })
    await waitFor(() => expect(screen.queryByRole('heading', { name: title })).toBeNull())
  })

  it('finishes a task with its number and Enter, and takes it back', async () => {
    const { task } = await aDay()
    const user = await open()
    await titles()
    await user.keyboard('3')
    const finish = await screen.findByRole('button', { name: 'Finish the task' })
    await waitFor(() => expect(finish.closest('li')?.textContent).toContain('Order leaflets'))
    await user.keyboard('{Enter}')
    await waitFor(async () => expect(await titles()).toHaveLength(2))
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(await titles()).toHaveLength(3))
    expect((await core.current().client.tasks.page({ view: 'late' })).rows[0]?.id).toBe(task)
  })

  it('records a contact from there by keyboard alone, naming the person', async () => {
    const { contact } = await aDay()
    const user = await open()
    await titles()
    await user.keyboard('2{Enter}')
    const dialog = await screen.findByRole('dialog', { name: 'Support contact: record it' })
    expect(dialog.textContent).toContain('DALLIMORE')
    await waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe('radio'))
    await user.keyboard(' {Control>}{Enter}{/Control}')
    await waitFor(async () => expect(await titles()).toHaveLength(2))
    const { events } = await core.current().client.journey.ofPerson({ personId: contact })
    expect(events.map(({ eventType }) => eventType)).toEqual(['support_contact'])
  })

  it('logs a call to the hospital with Enter, and has the drafted letter at S', async () => {
    const { letter } = await aDay()
    const user = await open()
    await titles()
    await user.keyboard('s')
    const draft = await screen.findByRole('dialog')
    expect(draft.textContent).toContain('ASHWORTH')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.keyboard('1{Enter}')
    const call = await screen.findByRole('dialog')
    await within(call).findByLabelText(/What was said/)
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(async () => {
      const { queries } = await core.current().client.letters.ofPerson({ personId: letter })
      expect(queries.flatMap(({ steps }) => steps.map(({ kind }) => kind))).toEqual(['call'])
    })
  })

  it('puts the chosen thing off with Z, and brings it back', async () => {
    await aDay()
    const user = await open()
    await titles()
    await user.keyboard('3z')
    await waitFor(async () => expect(await titles()).toHaveLength(2))
    // What had the focus has gone.
    await waitFor(() => expect(document.activeElement).toBe(screen.getByRole('main')))
    await user.click(await screen.findByRole('button', { name: 'Bring back 1 put off' }))
    await waitFor(async () => expect(await titles()).toHaveLength(3))
  })

  it('counts what is due and leads to the lists, and lists the journeys looked at last', async () => {
    const { contact } = await aDay()
    await core.current().client.journey.ofPerson({ personId: contact })
    await open()
    const due = await screen.findByRole('region', { name: 'Due' })
    const cell = (name: string): HTMLElement => within(due).getByRole('link', { name })
    expect(cell('1 letters to chase late').getAttribute('href')).toBeTruthy()
    expect(cell('1 support contacts due this week').getAttribute('href')).toBe('/care-reviews?state=due')
    expect(cell('1 tasks late').getAttribute('href')).toBe('/today/tasks')
    const recent = await screen.findByRole('region', { name: 'Recent journeys' })
    const link = await within(recent).findByRole('link', { name: 'DALLIMORE, Kenneth' })
    expect(link.getAttribute('href')).toBe(`/people/${contact}/journey`)
  })

  it('says so when nothing waits', async () => {
    await open()
    await screen.findByRole('heading', { name: 'Nothing is waiting for you' })
    expect(screen.getByText(/There is nobody on the register yet/)).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })
})

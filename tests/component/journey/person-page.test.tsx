import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { onCoreEvent } from '#renderer/app/core-client.ts'
import { invalidateFor } from '#renderer/app/invalidation.ts'
import { Providers } from '#renderer/app/providers.tsx'
import { createQueryClient } from '#renderer/app/query-client.ts'
import { AppRoutes } from '#renderer/app/router.tsx'
import { PersonPage } from '#renderer/features/journey/person-page.tsx'
import { PERSON_TABS, personTabOf } from '#renderer/features/journey/person-tabs.tsx'
import { clearToasts, undoLatestToast } from '#renderer/ui/toasts.tsx'
import type { Neighbours } from '#shared/features/register/schema.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { createComponentCore } from '#tests/support/component-core.ts'
import { TEST_TODAY, type TestCore } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

let test: TestCore
let personId: string
let stopListening: () => void = () => undefined

beforeEach(async () => {
  test = await createComponentCore()
  setToday(TEST_TODAY)
  const added = await test.client.register.addPerson({
    person: aPerson({ nhsNumber: '9990000018' }),
    episode: anEpisode(),
  })
  personId = added.id
  await test.client.journey.logEvent(anEvent(personId, { eventType: 'surgery', date: '2026-10-07', toldBy: null }))
  await test.client.journey.logEvent(anEvent(personId, { eventType: 'discharged', date: '2026-10-12', toldBy: null }))
})

afterEach(async () => {
  stopListening()
  clearToasts()
  cleanup()
  await test.close()
})

const besideIn = (order: readonly string[], id: string): Neighbours => {
  const here = order.indexOf(id)
  return {
    previous: order[here - 1] ?? null,
    next: order[here + 1] ?? null,
    position: here + 1,
    total: order.length,
  }
}

const show = async (query = '', order: readonly string[] = []): Promise<ReturnType<typeof userEvent.setup>> => {
  history.replaceState(null, '', `/people/${personId}/journey${query}`)
  const queryClient = createQueryClient()
  stopListening = onCoreEvent((event) => event.type === 'changed' && invalidateFor(queryClient, event.entities))
  const routes = [
    { path: '/people/:id/edit', render: () => <p>The form</p> },
    {
      path: '/people/:id/:tab',
      render: ({ id = '', tab = '' }) => {
        const shown = personTabOf(tab)
        return shown && <PersonPage id={id} tab={shown} neighbours={besideIn(order, id)} />
      },
    },
  ]
  render(
    <Providers queryClient={queryClient} env="test">
      <AppRoutes routes={routes} notFound={<p>Elsewhere</p>} />
    </Providers>,
  )
  await screen.findByRole('heading', { level: 1, name: /ASHWORTH, Maureen/ })
  return userEvent.setup()
}

const panel = (name: string): HTMLElement => screen.getByRole('region', { name })
const events = async (): Promise<string[]> => {
  const { events: all } = await test.client.journey.ofPerson({ personId })
  return all.map(({ eventType }) => eventType)
}

describe('a person', () => {
  it('says who it is, what is missing and since when', async () => {
    await show()
    await screen.findByRole('heading', { name: '47 days since surgery and still no letter' })
    expect(panel('Patient').textContent).toContain('999 000 0018')
    expect(panel('Patient').textContent).toContain('Sigmoid colon, 4 Sep 2026')
    expect(panel('Letters').textContent).toContain('47 days since surgery')
    expect(panel('Letters').textContent).toContain('35 days late')
    expect(panel('Clocks').textContent).toContain('11days left')
    expect(within(panel('Events')).getAllByRole('listitem')).toHaveLength(2)
    expect(await accessibilityFaults()).toEqual([])
  })

  it('asks for no contact that was offered twice without an answer, as the recall list does not', async () => {
    const { register, journey } = test.client
    const added = await register.addPerson({
      person: aPerson({ nhsNumber: '9990000026' }),
      episode: anEpisode({ diagnosisDate: { date: '2026-06-01', precision: 'day' } }),
    })
    personId = added.id
    const offered = (date: string) =>
      journey.logEvent(anEvent(personId, { eventType: 'support_contact_invitation', date, toldBy: null }))
    await offered('2026-08-03')
    await show()
    await screen.findByRole('heading', { name: 'Support contact is 83 days late' })
    await offered('2026-08-31')
    await screen.findByRole('heading', { name: 'No letter is expected yet' })
    expect(panel('Clocks').textContent).toContain('175days onInvited, no answer')
    expect(panel('Clocks').textContent).not.toContain('late')
  })

  it('logs an event from the keyboard alone, and takes it back', async () => {
    const user = await show()
    await screen.findByRole('heading', { name: /still no letter/ })
    await user.keyboard('n')
    await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'))
    await user.keyboard('11/11 chemo started told by patient{Enter}')
    await waitFor(() => expect(panel('Events').textContent).toContain('Chemotherapy started'))
    expect(await events()).toEqual(['surgery', 'discharged', 'chemotherapy_started'])
    expect(undoLatestToast()).toBe(true)
    await waitFor(() => expect(panel('Events').textContent).not.toContain('Chemotherapy started'))
    expect(await events()).toEqual(['surgery', 'discharged'])
  })

  it('corrects an event beside the page, with the patient over it', async () => {
    const user = await show()
    await user.click(await screen.findByRole('button', { name: /^More about Surgery/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Correct' }))
    const drawer = await screen.findByRole('dialog', { name: 'Correct an event' })
    expect(drawer.textContent).toContain('ASHWORTH')
    const day = within(drawer).getByLabelText('Day')
    await user.clear(day)
    await user.type(day, '31')
    const month = within(drawer).getByLabelText('Month')
    await user.clear(month)
    await user.type(month, '2')
    await user.click(within(drawer).getByRole('button', { name: 'Save the event' }))
    expect((await within(drawer).findByRole('alert')).textContent).toContain('February 2026 has 28 days')
    await user.clear(day)
    await user.type(day, '8')
    await user.clear(month)
    await user.type(month, '10')
    await user.click(within(drawer).getByRole('button', { name: 'Save the event' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const { events: all } = await test.client.journey.ofPerson({ personId })
    expect(all[0]).toMatchObject({ eventType: 'surgery', date: '2026-10-08', version: 2 })
  })

  it('asks before a slip on Escape throws away a correction', async () => {
    const user = await show()
    await user.click(await screen.findByRole('button', { name: /^More about Surgery/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Correct' }))
    const drawer = await screen.findByRole('dialog', { name: 'Correct an event' })
    await user.type(within(drawer).getByLabelText(/^Note/), 'Right side{Escape}')
    const question = await screen.findByRole('dialog', { name: 'Close without saving?' })
    await user.click(within(question).getByRole('button', { name: 'Stay here' }))
    expect(within(drawer).getByLabelText<HTMLTextAreaElement>(/^Note/).value).toBe('Right side')
  })

  it('refuses a correction when somebody else was quicker, and keeps the form', async () => {
    const user = await show()
    await user.click(await screen.findByRole('button', { name: /^More about Surgery/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Correct' }))
    const drawer = await screen.findByRole('dialog', { name: 'Correct an event' })
    await user.type(within(drawer).getByLabelText(/^Note/), 'Right side')
    const { events: all } = await test.client.journey.ofPerson({ personId })
    const surgery = all[0]
    if (surgery === undefined) throw new Error('no surgery')
    const { id, version, ...fields } = surgery
    await test.client.journey.saveEvent({ id, version, event: { ...fields, note: 'Left side' } })
    await user.click(within(drawer).getByRole('button', { name: 'Save the event' }))
    expect((await within(drawer).findByRole('alert')).textContent).toContain('This was not saved')
    const both = await within(drawer).findByRole('table', { name: 'What differs' })
    expect(within(both).getByRole('row', { name: 'Note Left side Right side' })).toBeTruthy()
    expect(within(drawer).getByLabelText<HTMLTextAreaElement>(/^Note/).value).toBe('Right side')
    await user.click(within(drawer).getByRole('button', { name: 'Save mine over it' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const after = await test.client.journey.ofPerson({ personId })
    expect(after.events[0]).toMatchObject({ note: 'Right side', version: 3 })
  })

  it('takes what somebody else saved into the form, when that is chosen, and can remove it then', async () => {
    const user = await show()
    await user.click(await screen.findByRole('button', { name: /^More about Surgery/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Correct' }))
    const drawer = await screen.findByRole('dialog', { name: 'Correct an event' })
    await user.type(within(drawer).getByLabelText(/^Done by/), 'Mr Hale')
    const [surgery] = (await test.client.journey.ofPerson({ personId })).events
    if (surgery === undefined) throw new Error('no surgery')
    const { id, version, ...fields } = surgery
    await test.client.journey.saveEvent({ id, version, event: { ...fields, doneBy: 'Ms Ito', method: 'in_person' } })
    await user.click(within(drawer).getByRole('button', { name: 'Save the event' }))
    await user.click(await within(drawer).findByRole('button', { name: 'Load what is there now' }))
    expect(within(drawer).getByLabelText<HTMLInputElement>(/^Done by/).value).toBe('Ms Ito')
    expect(within(drawer).queryByRole('alert')).toBeNull()
    await user.click(within(drawer).getByRole('button', { name: 'Remove' }))
    await waitFor(async () => expect(await events()).toEqual(['discharged']))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('removes an event and takes that back', async () => {
    const user = await show()
    await user.click(await screen.findByRole('button', { name: /^More about Discharged/ }))
    await user.click(await screen.findByRole('menuitem', { name: 'Remove' }))
    await waitFor(async () => expect(await events()).toEqual(['surgery']))
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(await events()).toEqual(['surgery', 'discharged']))
  })

  it('shows the working of a clock with its rule', async () => {
    const user = await show()
    await user.click(await screen.findByRole('button', { name: 'Support contact, 3 months' }))
    expect(panel('Clocks').textContent).toContain('4 Dec 2026')
    expect(panel('Clocks').textContent).toContain('contacts-2')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('runs no clock of somebody whose record has a date of death', async () => {
    const { person } = await test.client.register.person({ id: personId })
    const { id, version, ...fields } = person
    const died = { ...fields, deathDate: { date: '2026-11-01', precision: 'month' as const } }
    await test.client.register.savePerson({ id, version, person: died })
    await show()
    expect((await screen.findByText(/^No clock runs/)).textContent).toBe(
      'No clock runs: nothing is owed after a death.',
    )
    expect(screen.queryByRole('button', { name: 'Support contact, 3 months' })).toBeNull()
  })

  it('says why no clock runs where no diagnosis counts', async () => {
    const { episodes } = await test.client.register.person({ id: personId })
    const [first] = episodes
    if (first === undefined) throw new Error('no diagnosis')
    const { id, version } = first
    await test.client.register.saveEpisode({ id, version, episode: anEpisode({ behaviour: 'benign' }) })
    await show()
    expect((await screen.findByText(/^No clock runs/)).textContent).toContain('counts for the register')
  })

  it('turns into a table with T, and keeps that in the address', async () => {
    const user = await show()
    await screen.findByRole('heading', { name: /still no letter/ })
    await user.keyboard('t')
    expect(await screen.findByRole('table', { name: /one event a row/ })).toBeTruthy()
    expect(location.search).toBe('?table=1')
  })

  it('shows the facts on their own tab', async () => {
    const user = await show()
    await user.click(screen.getByRole('tab', { name: 'Details' }))
    await screen.findByRole('heading', { level: 1, name: /details/ })
    await screen.findByText('C18.7', { exact: false })
    expect(location.pathname).toBe(`/people/${personId}/details`)
    expect(await accessibilityFaults()).toEqual([])
  })

  it('logs from every tab with N, and keeps the tab with J', async () => {
    const other = await test.client.register.addPerson({
      person: aPerson({ surname: 'Okonjo', givenName: 'Daniel' }),
      episode: null,
    })
    const user = await show('', [personId, other.id])
    await user.click(screen.getByRole('tab', { name: 'Details' }))
    await user.keyboard('j')
    await screen.findByRole('heading', { level: 1, name: /OKONJO.*: details/ })
    expect(location.pathname).toBe(`/people/${other.id}/details`)
    await user.keyboard('n')
    await waitFor(() => expect(document.activeElement?.tagName).toBe('INPUT'))
    expect(location.pathname).toBe(`/people/${other.id}/journey`)
  })

  it('goes to the next person of the list with J, and back to the list with Escape', async () => {
    const other = await test.client.register.addPerson({
      person: aPerson({ surname: 'Okonjo', givenName: 'Daniel' }),
      episode: null,
    })
    const user = await show('', [personId, other.id])
    await user.keyboard('j')
    await screen.findByRole('heading', { level: 1, name: /OKONJO/ })
    await screen.findByText('2 of 2 in the list.')
    expect(screen.queryByText(/ASHWORTH/)).toBeNull()
    await user.keyboard('j')
    expect(location.pathname).toBe(`/people/${other.id}/journey`)
    await user.keyboard('k')
    await screen.findByRole('heading', { level: 1, name: /ASHWORTH/ })
    await user.keyboard('{Escape}')
    await screen.findByText('Elsewhere')
    expect(location.pathname).toBe('/register')
  })

  it('says so when the person is gone', async () => {
    history.replaceState(null, '', '/people/01900000-0000-7000-8000-00000000ffff/journey')
    const [journeyTab] = PERSON_TABS
    if (journeyTab === undefined) throw new Error('a person has pages')
    render(
      <Providers queryClient={createQueryClient()} env="test">
        <PersonPage id="01900000-0000-7000-8000-00000000ffff" tab={journeyTab} neighbours={undefined} />
      </Providers>,
    )
    expect(await screen.findByRole('heading', { name: 'This person cannot be shown' })).toBeTruthy()
  })
})

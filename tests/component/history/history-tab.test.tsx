import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it } from 'vitest'
import { HistoryTab } from '#renderer/features/history/public.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const core = componentCoreForEachTest()

const open = async (): Promise<string> => {
  const { client } = core.current()
  const { id } = await client.register.addPerson({ person: aPerson(), episode: anEpisode() })
  const event = anEvent(id, { eventType: 'surgery', date: '2026-10-07' })
  const logged = await client.journey.logEvent(event)
  await client.journey.saveEvent({ id: logged.id, version: 1, event: { ...event, doneBy: 'Mr Hale' } })
  openScreen(`/people/${id}/history`, [
    { path: '/people/:id/history', render: ({ id: one = '' }) => <HistoryTab personId={one} /> },
  ])
  return id
}

describe('the history of a person', () => {
  it('says who changed what, with what was there before', async () => {
    await open()
    const day = await screen.findByRole('region', { name: '23 Nov 2026' })
    const [latest] = within(day).getAllByRole('listitem')
    expect(latest?.textContent).toContain('Corrected an event')
    expect(latest?.textContent).toContain('Dr Anjali Rao')
    expect(latest?.textContent).toContain('Changed: Surgery, 7 Oct 2026')
    expect(latest?.textContent).toContain('Done bywas blank, now Mr Hale')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('takes back a change from long ago', async () => {
    const id = await open()
    await screen.findByRole('region', { name: '23 Nov 2026' })
    const user = userEvent.setup()
    await user.click(screen.getAllByRole('button', { name: 'Take back' })[0] as HTMLElement)
    await waitFor(async () => {
      const { events } = await core.current().client.journey.ofPerson({ personId: id })
      expect(events[0]?.doneBy).toBeNull()
    })
    await screen.findByText('Taken back later')
  })

  it('says on the screen what was left as it is, because it was changed since', async () => {
    const id = await open()
    await screen.findByRole('region', { name: '23 Nov 2026' })
    const { client } = core.current()
    const [surgery] = (await client.journey.ofPerson({ personId: id })).events
    if (surgery === undefined) throw new Error('no surgery')
    const { id: eventId, version, ...event } = surgery
    await client.journey.saveEvent({ id: eventId, version, event: { ...event, doneBy: 'Ms Ito' } })
    await waitFor(() => expect(screen.getAllByText('Corrected an event')).toHaveLength(2))
    await userEvent.setup().click(screen.getAllByRole('button', { name: 'Take back' })[1] as HTMLElement)
    const toast = await waitFor(() => {
      const shown = document.querySelector('[data-toast]')
      if (shown === null) throw new Error('nothing is said on the screen')
      return shown
    })
    expect(toast.textContent).toContain('Nothing taken back. 1 changed since and left as it is.')
    expect((await client.journey.ofPerson({ personId: id })).events[0]?.doneBy).toBe('Ms Ito')
  })
})

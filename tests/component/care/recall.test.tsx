import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { RecallPage, ReviewsTab } from '#renderer/features/care/public.ts'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const core = componentCoreForEachTest()
afterEach(() => vi.unstubAllGlobals())
const routes = [
  { path: '/care-reviews', render: () => <RecallPage /> },
  { path: '/people/:id/reviews', render: ({ id = '' }) => <ReviewsTab personId={id} /> },
]

const diagnosed = async (surname: string, date: string): Promise<string> => {
  const { id } = await core.current().client.register.addPerson({
    person: aPerson({ surname, givenName: 'Kenneth' }),
    episode: anEpisode({ diagnosisDate: { date, precision: 'day' } }),
  })
  return id
}

const open = async (path = '/care-reviews'): Promise<ReturnType<typeof userEvent.setup>> => {
  setToday(TEST_TODAY)
  openScreen(path, routes)
  return userEvent.setup()
}

const grid = (): Promise<HTMLElement> => screen.findByRole('grid', { name: /People to ask/ })
const eventTypes = async (personId: string): Promise<string[]> =>
  (await core.current().client.journey.ofPerson({ personId })).events.map(({ eventType }) => eventType)

describe('the recall list', () => {
  it('lists who is overdue with what was tried, and is axe clean', async () => {
    await diagnosed('Dallimore', '2026-07-01')
    await diagnosed('Okonjo', '2026-08-01')
    await open()
    const rows = within(await grid())
    await rows.findByText('DALLIMORE, Kenneth')
    expect(rows.getAllByRole('row').map(({ textContent }) => textContent)[1]).toContain('53 days overdue')
    expect(rows.getAllByText('Not invited')).toHaveLength(2)
    expect(screen.getByRole('tab', { name: /Support contacts/ }).textContent).toContain('2')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('records an invitation with two keys, naming the person, and takes it back', async () => {
    const id = await diagnosed('Dallimore', '2026-07-01')
    const user = await open()
    const row = await within(await grid()).findByText('DALLIMORE, Kenneth')
    await waitFor(() => expect(document.activeElement?.contains(row)).toBe(true))
    await user.keyboard('i')
    const dialog = await screen.findByRole('dialog', { name: 'Support contact: record it' })
    expect(dialog.textContent).toContain('DALLIMORE')
    expect(within(dialog).getByRole<HTMLInputElement>('radio', { name: 'Invited' }).checked).toBe(true)
    expect(within(dialog).getByLabelText<HTMLInputElement>('By whom (optional)').value).toBe('Dr Anjali Rao')
    expect(await accessibilityFaults()).toEqual([])
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Save'))
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await within(await grid()).findByText('Invited once')
    expect(await eventTypes(id)).toEqual(['support_contact_invitation'])
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(await eventTypes(id)).toEqual([]))
  })

  it('goes on to the next person with Ctrl+Enter', async () => {
    const first = await diagnosed('Dallimore', '2026-07-01')
    const second = await diagnosed('Okonjo', '2026-08-01')
    const user = await open()
    await within(await grid()).findByText('OKONJO, Kenneth')
    await waitFor(() => expect(document.activeElement?.textContent).toContain('DALLIMORE'))
    await user.keyboard('d')
    await screen.findByRole('dialog')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(screen.getByRole('dialog').textContent).toContain('OKONJO'))
    expect(await eventTypes(first)).toEqual(['support_contact'])
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(async () => expect(await eventTypes(second)).toEqual(['support_contact']))
  })

  it('goes on past those who stay in the list, as whoever is invited does', async () => {
    const ids = [
      await diagnosed('Dallimore', '2026-07-01'),
      await diagnosed('Okonjo', '2026-07-15'),
      await diagnosed('Pryce', '2026-08-01'),
    ]
    const user = await open()
    await within(await grid()).findByText('PRYCE, Kenneth')
    await waitFor(() => expect(document.activeElement?.textContent).toContain('DALLIMORE'))
    await user.keyboard('i')
    for (const name of ['DALLIMORE', 'OKONJO', 'PRYCE']) {
      await waitFor(() => expect(screen.getByRole('dialog').textContent).toContain(name))
      await user.keyboard('{Control>}{Enter}{/Control}')
    }
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    for (const id of ids) expect(await eventTypes(id)).toEqual(['support_contact_invitation'])
  })

  it('says what to put right and keeps what was typed', async () => {
    await diagnosed('Dallimore', '2026-07-01')
    const user = await open()
    await within(await grid()).findByText('DALLIMORE, Kenneth')
    await waitFor(() => expect(document.activeElement?.textContent).toContain('DALLIMORE'))
    await user.keyboard('x')
    const dialog = await screen.findByRole('dialog')
    const day = within(dialog).getByLabelText('Day')
    await user.clear(day)
    await user.type(day, '30')
    await user.type(within(dialog).getByLabelText(/^Note/), 'Does not want one')
    await user.click(within(dialog).getByRole('button', { name: 'Save' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('has not come yet')
    expect(within(dialog).getByLabelText<HTMLTextAreaElement>(/^Note/).value).toBe('Does not want one')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('keeps kind, state and filter in the address, and says so when nobody is left', async () => {
    await diagnosed('Dallimore', '2026-07-01')
    const user = await open('/care-reviews?kind=care_review&state=later&lead=nobody')
    await within(await grid()).findByText('DALLIMORE, Kenneth')
    expect(screen.getByText('Lead: Nobody')).toBeTruthy()
    await user.click(screen.getByRole('radio', { name: /Overdue/ }))
    await screen.findByText('Nobody is overdue')
    expect(location.search).toBe('?kind=care_review&lead=nobody')
  })

  it('shows the list as it prints, and the print is in the trail', async () => {
    vi.stubGlobal('throughline', { printPage: async () => ({ ok: true }), setTitleBarTheme: () => undefined })
    await diagnosed('Dallimore', '2026-07-01')
    const user = await open('/care-reviews?lead=nobody&group=lower_gi')
    await within(await grid()).findByText('DALLIMORE, Kenneth')
    await user.keyboard('p')
    const table = await screen.findByRole('table', { name: 'People to ask' })
    expect(table.textContent).toContain('DALLIMORE, Kenneth')
    expect(screen.getByText('Only: no named lead; Lower gastrointestinal.')).toBeTruthy()
    expect((await core.current().client.audit.page({}))[0]).toMatchObject({ verb: 'print' })
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Back to the list' }))
    await grid()
  })
})

describe('a person’s reviews', () => {
  it('say where they stand, why, what counts and what was tried', async () => {
    const id = await diagnosed('Dallimore', '2026-07-01')
    const record = { personId: id, kind: 'support_contact', precision: 'day', method: 'phone' } as const
    await core.current().client.care.record({ ...record, outcome: 'done', date: '2026-11-02', doneBy: 'Beth Tranter' })
    await open(`/people/${id}/reviews`)
    const contact = await screen.findByRole('region', { name: 'Support contact' })
    expect(contact.textContent).toContain('Done 2 Nov 2026 by phone, Beth Tranter.')
    expect(contact.textContent).toContain('It counts once support information is recorded as given.')
    expect(screen.getByRole('region', { name: 'Care review' }).textContent).toContain('Not due yet')
    expect(screen.getByText(/Rule: standing-1; contacts-2/)).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('says why nobody is asked who is no longer registered here', async () => {
    const id = await diagnosed('Dallimore', '2026-07-01')
    await core.current().client.register.addRegistration({
      personId: id,
      registration: {
        practiceName: 'Brackenfold Surgery',
        odsCode: 'A99901',
        from: null,
        to: { date: '2026-10-30', precision: 'day' },
      },
    })
    await open(`/people/${id}/reviews`)
    const contact = await screen.findByRole('region', { name: 'Support contact' })
    expect(contact.textContent).toContain('Not asked any more: the registration with this practice ended, 30 Oct 2026.')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('records a review from the keyboard', async () => {
    const id = await diagnosed('Dallimore', '2025-12-01')
    const user = await open(`/people/${id}/reviews`)
    await screen.findByRole('region', { name: 'Care review' })
    await user.keyboard('r')
    const dialog = await screen.findByRole('dialog', { name: 'Care review: record it' })
    await waitFor(() => expect(document.activeElement?.getAttribute('type')).toBe('radio'))
    await user.keyboard(' ')
    expect(within(dialog).getByLabelText<HTMLInputElement>(/^Structured template/).value).toBe('Cancer care review')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const review = screen.getByRole('region', { name: 'Care review' })
    await waitFor(() => expect(review.textContent).toContain('Held with a structured template, so it counts.'))
  })
})

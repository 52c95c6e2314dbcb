import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { pathwayRoutes } from '#renderer/features/pathways/pathway-routes.tsx'
import { waitInColumn, waitOf } from '#renderer/features/pathways/referral-words.ts'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { accessibilityFaults } from '#tests/component/ui/render-ui.tsx'
import { aPerson, anEvent } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'

const core = componentCoreForEachTest()

const refer = async (surname: string, date: string, note: string): Promise<{ personId: string; pathwayId: string }> => {
  const { client } = core.current()
  const { id } = await client.register.addPerson({ person: aPerson({ surname, givenName: 'Alex' }), episode: null })
  const event = anEvent(id, { eventType: 'urgent_referral', lane: 'primary', date, note, toldBy: null })
  const { pathwayId } = await client.journey.logEvent(event)
  return { personId: id, pathwayId: pathwayId ?? '' }
}

let missed: { personId: string; pathwayId: string }

/** Three people: one without a date for 24 days, one who missed a clinic, one sent on Friday. */
beforeEach(async () => {
  setToday(TEST_TODAY)
  await refer('Nandakumar', '2026-10-30', 'skin')
  missed = await refer('Hargrave', '2026-11-10', 'lung')
  await core
    .current()
    .client.journey.logEvent(
      anEvent(missed.personId, { eventType: 'did_not_attend', date: '2026-11-18', toldBy: null }),
    )
  await refer('Quantrill', '2026-11-20', 'prostate')
})

const open = async (path = '/referrals'): Promise<ReturnType<typeof userEvent.setup>> => {
  openScreen(path, pathwayRoutes)
  await screen.findAllByRole('row', { name: /Alex/ })
  return userEvent.setup()
}

const names = (): string[] =>
  screen.getAllByRole('rowheader').map((cell) => /^[A-Z-]+/.exec(cell.textContent)?.[0] ?? '')
const focusRow = (name: RegExp): void => screen.getByRole('row', { name }).focus()

describe('how long a referral waits', () => {
  it('is said with the days it may take, and with how far past them it is', () => {
    const row = { startDate: '2026-09-14', startPrecision: 'day', daysAdjusted: 0, daysAllowed: 28 } as const
    expect(waitOf(row, '2026-10-12')).toEqual({ main: '28 days', sub: 'of 28' })
    expect(waitOf(row, '2026-10-13')).toEqual({ main: '29 days', sub: '1 day past 28' })
    expect(waitOf(row, '2026-11-23')).toEqual({ main: '70 days', sub: '42 days past 28' })
    expect(waitInColumn(row, '2026-11-23')).toEqual({ main: '70 days', sub: '42 past 28' })
    expect(waitOf({ ...row, startDate: '2026-09-01', startPrecision: 'month' }, '2026-11-23')).toEqual({
      main: 'Up to 83 days',
      sub: 'up to 55 days past 28',
    })
  })
})

describe('the safety net', () => {
  it('puts what needs a clinician first, then no date, and says people beside pathways', async () => {
    await open()
    expect(names()).toEqual(['HARGRAVE', 'NANDAKUMAR', 'QUANTRILL'])
    expect(screen.getByRole('row', { name: /HARGRAVE/ }).textContent).toContain('Needs sign-off')
    expect(screen.getByRole('row', { name: /NANDAKUMAR/ }).textContent).toContain('24 daysof 28')
    expect(screen.getByRole('row', { name: /NANDAKUMAR/ }).textContent).toContain('No date booked')
    expect(screen.getByText('3 pathways, 3 people')).toBeTruthy()
    expect(document.title).toBe('Referrals - Throughline')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('narrows by view, band and name, keeps it in the address and offers the way back', async () => {
    const user = await open()
    await user.click(screen.getByRole('tab', { name: /Late 2/ }))
    await waitFor(() => expect(names()).toEqual(['HARGRAVE', 'NANDAKUMAR']))
    expect(location.search).toBe('?view=late')
    await user.click(screen.getByRole('radio', { name: '15–28 (1)' }))
    await waitFor(() => expect(names()).toEqual(['NANDAKUMAR']))
    expect(Object.fromEntries(new URLSearchParams(location.search))).toEqual({ view: 'late', waiting: '15-28' })
    await user.keyboard('/')
    await user.type(screen.getByRole('textbox', { name: 'Find in the referrals' }), 'zzz')
    await user.click(await screen.findByRole('button', { name: 'Show all open referrals' }))
    await waitFor(() => expect(names()).toHaveLength(3))
    expect(location.search).toBe('')
  })

  it('logs that an appointment is booked with B and Enter, over the person’s name, and takes it back', async () => {
    const user = await open()
    focusRow(/NANDAKUMAR/)
    await user.keyboard('b')
    const dialog = await screen.findByRole('dialog', { name: 'Skin: what happened?' })
    expect(dialog.textContent).toContain('NANDAKUMAR')
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const row = async () =>
      (await core.current().client.pathways.open({})).rows.find(({ person }) => person.surname === 'Nandakumar')
    expect(await row()).toMatchObject({ place: 'booked', placeDate: TEST_TODAY })
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(await row()).toMatchObject({ place: 'sent' }))
  })

  it('signs off with O: says what is missing, keeps what was typed, and closes the pathway', async () => {
    const user = await open()
    focusRow(/HARGRAVE/)
    await user.keyboard('o')
    const dialog = await screen.findByRole('dialog', { name: 'Lung: sign off' })
    expect(dialog.textContent).toContain('HARGRAVE')
    expect(dialog.textContent).toContain('Did not attend, 18 Nov 2026')
    await user.type(within(dialog).getByLabelText(/^Why/), 'Moved abroad')
    await user.click(within(dialog).getByRole('button', { name: 'Sign off' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Choose what happens now')
    expect(within(dialog).getByLabelText<HTMLTextAreaElement>(/^Why/).value).toBe('Moved abroad')
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(dialog).getByRole('radio', { name: /Care complete/ }))
    await user.click(within(dialog).getByRole('button', { name: 'Sign off' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const { pathways } = await core.current().client.pathways.ofPerson({ personId: missed.personId })
    expect(pathways[0]?.signOffs).toMatchObject([{ decision: 'care_complete', note: 'Moved abroad' }])
  })

  it('does not sign off over what a colleague decided meanwhile', async () => {
    const { pathways } = core.current().client
    const user = await open()
    focusRow(/HARGRAVE/)
    await user.keyboard('o')
    const dialog = await screen.findByRole('dialog', { name: 'Lung: sign off' })
    await user.click(within(dialog).getByRole('radio', { name: /Care complete/ }))
    const { rows } = await pathways.open({})
    const eventId = rows.find(({ pathwayId }) => pathwayId === missed.pathwayId)?.placeEventId ?? ''
    await pathways.signOff({ pathwayId: missed.pathwayId, eventId, decision: 'book_again', note: 'Ring her' })
    await screen.findByText('3 pathways, 3 people')
    await waitFor(() =>
      expect(screen.getByRole('row', { name: /HARGRAVE/, hidden: true }).textContent).not.toContain('Needs sign-off'),
    )
    await user.click(within(dialog).getByRole('button', { name: 'Sign off' }))
    await within(dialog).findByText(/This pathway has moved on/)
    const signOffs = async () => (await pathways.ofPerson({ personId: missed.personId })).pathways[0]?.signOffs
    expect(await signOffs()).toMatchObject([{ decision: 'book_again', note: 'Ring her' }])
    await within(dialog).findByText(/^Book again, /)
    await user.click(within(dialog).getByRole('button', { name: 'Sign off' }))
    await waitFor(async () => expect(await signOffs()).toMatchObject([{ decision: 'care_complete' }]))
  })

  it('asks before it logs what cannot follow, and keeps it when told to', async () => {
    const user = await open()
    await core
      .current()
      .client.journey.logEvent(anEvent(missed.personId, { eventType: 'first_seen', date: '2026-11-20', toldBy: null }))
    focusRow(/HARGRAVE/)
    await user.keyboard('r')
    const dialog = await screen.findByRole('dialog', { name: 'Lung: what happened?' })
    await within(dialog).findByText('Is this right?')
    await user.click(within(dialog).getByRole('button', { name: 'Log it and flag it' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const { rows } = await core.current().client.pathways.open({})
    expect(rows.find(({ pathwayId }) => pathwayId === missed.pathwayId)).toMatchObject({ place: 'seen', outOfOrder: 1 })
  })

  it('shows in the preview what has happened and opens the journey on that pathway', async () => {
    const user = await open()
    focusRow(/HARGRAVE/)
    const preview = await screen.findByRole('complementary', { name: 'Preview' })
    await within(preview).findByText('Lung: did not attend, needs sign-off')
    expect(preview.textContent).toContain('Urgent referral sent')
    await user.keyboard('{Enter}')
    await screen.findByText('Elsewhere')
    expect(location.pathname + location.search).toBe(`/people/${missed.personId}/journey?pathway=${missed.pathwayId}`)
  })

  it('prints every line and notes that it did', async () => {
    const paper: string[] = []
    const printPage = vi.fn(async () => {
      paper.push(document.body.textContent)
      return { ok: true as const }
    })
    vi.stubGlobal('throughline', { printPage, setTitleBarTheme: () => undefined })
    const user = await open('/referrals?view=sign_off')
    await user.keyboard('p')
    await waitFor(() => expect(printPage).toHaveBeenCalledWith({ title: 'Open referrals' }))
    expect(paper[0]).toContain('Only: Needs sign-off.')
    const [entry] = await core.current().client.audit.page({})
    expect(entry).toMatchObject({ method: 'pathways.printOpen', verb: 'print' })
  })

  it('says so when nothing is open', async () => {
    const { client } = core.current()
    for (const { pathwayId, version } of (await client.pathways.open({})).rows)
      await client.pathways.remove({ id: pathwayId, version })
    openScreen('/referrals', pathwayRoutes)
    expect(await screen.findByRole('heading', { name: 'No referral is open' })).toBeTruthy()
  })
})

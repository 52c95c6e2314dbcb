import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { JourneyTab } from '#renderer/features/journey/journey-tab.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import type { NewJourneyEvent } from '#shared/features/journey/schema.ts'
import { accessibilityFaults } from '#tests/component/ui/render-ui.tsx'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'

const core = componentCoreForEachTest()
let personId: string

type Step = Pick<NewJourneyEvent, 'eventType' | 'date'> & Partial<NewJourneyEvent>
const log = (step: Step) =>
  core.current().client.journey.logEvent(anEvent(personId, { lane: 'hospital', toldBy: null, ...step }))

const BOWEL: readonly Step[] = [
  { eventType: 'urgent_referral', lane: 'primary', date: '2026-08-11', note: 'Suspected: bowel' },
  { eventType: 'referral_received', date: '2026-08-12' },
  { eventType: 'colonoscopy', date: '2026-08-26' },
  { eventType: 'told_diagnosis', date: '2026-09-04' },
  { eventType: 'decision_to_treat', date: '2026-09-17' },
  { eventType: 'surgery', date: '2026-10-07' },
]

beforeEach(async () => {
  setToday(TEST_TODAY)
  const person = aPerson({ nhsNumber: '9990000018' })
  personId = (await core.current().client.register.addPerson({ person, episode: anEpisode() })).id
})

const open = async (query = ''): Promise<ReturnType<typeof userEvent.setup>> => {
  openScreen(`/people/${personId}/journey${query}`, [
    { path: '/people/:id/journey', render: ({ id = '' }) => <JourneyTab personId={id} /> },
  ])
  await screen.findByRole('region', { name: 'Pathways' })
  return userEvent.setup()
}
const bar = (): HTMLElement => screen.getByRole('region', { name: 'Pathways' })
const clocks = (): HTMLElement => screen.getByRole('region', { name: /^Clocks/ })
const events = async () => (await core.current().client.journey.ofPerson({ personId })).events
const pathways = async () => (await core.current().client.pathways.ofPerson({ personId })).pathways

describe('the pathways over a journey', () => {
  it('show the clocks of the mock-up with their working, and no violation', async () => {
    for (const step of BOWEL) await log(step)
    const user = await open()
    expect(bar().textContent).toContain('Bowel: in treatment')
    await waitFor(() => expect(clocks().textContent).toContain('Told within 28 days23days'))
    expect(clocks().textContent).toContain('Treated within 31 days20days')
    expect(clocks().textContent).toContain('Treated within 62 days56days')
    expect(clocks().textContent).toContain('How 56 days was worked out')
    expect(clocks().textContent).toContain('Referral received 12 Aug 2026 (day 0)')
    expect(clocks().textContent).toContain('No days taken off.')
    expect(clocks().textContent).toContain('Practice-observed: the trust holds the official clock.')
    expect(clocks().textContent).not.toMatch(/breach/i)
    expect(await accessibilityFaults()).toEqual([])
    const told = within(clocks()).getByRole('button', { name: 'Told within 28 days' })
    told.focus()
    await user.keyboard('{Enter}')
    expect(told.getAttribute('aria-expanded')).toBe('true')
    expect(clocks().textContent).toContain('How 23 days was worked out')
    await user.keyboard('{Enter}')
    expect(told.getAttribute('aria-expanded')).toBe('false')
  })

  it('say how far past its days a clock is, on the card and in the bar', async () => {
    await log({ eventType: 'urgent_referral', lane: 'primary', date: '2026-09-13', note: 'skin' })
    await log({ eventType: 'referral_received', date: '2026-09-14' })
    await open()
    await waitFor(() => expect(clocks().textContent).toContain('Told within 28 days70days'))
    expect(clocks().textContent).toContain('From referral 14 Sep, day 70, 42 days past 28')
    expect(bar().textContent).toContain('day 70, 42 days past 28')
  })

  it('have a table twin with the rule in full and the Aarhus intervals', async () => {
    for (const step of BOWEL) await log(step)
    const user = await open()
    await user.click(await within(clocks()).findByRole('button', { name: 'Rule 62-day v12.1' }))
    const dialog = await screen.findByRole('dialog', { name: 'Clocks and intervals' })
    expect(dialog.textContent).toContain('ASHWORTH')
    expect(within(dialog).getByRole('table', { name: 'Clocks' }).textContent).toContain('CWT guidance v12.1, July 2025')
    expect(within(dialog).getByRole('table', { name: 'Intervals' }).textContent).toContain('Treatment interval')
    expect(await accessibilityFaults(dialog)).toEqual([])
  })

  it('are switched in the address: the strip follows, letters and events stay, and neither closes the other', async () => {
    for (const step of BOWEL) await log(step)
    const skin = await log({ eventType: 'urgent_referral', lane: 'primary', date: '2026-11-09', note: 'skin' })
    await log({ eventType: 'referral_received', date: '2026-11-10', pathwayId: skin.pathwayId })
    const user = await open()
    expect(bar().textContent).toContain('Closing one pathway never closes the other')
    await user.click(screen.getByRole('radio', { name: /^Skin/ }))
    expect(new URLSearchParams(location.search).get('pathway')).toBe(skin.pathwayId)
    await waitFor(() => expect(clocks().textContent).toContain('Told within 28 days13of 28 days'))
    expect(screen.getByRole('region', { name: 'Events' }).textContent).toContain('Surgery')
    await user.keyboard('t')
    const table = await screen.findByRole('table', { name: /one event a row/ })
    expect(table.textContent).not.toContain('Surgery')
    await log({ eventType: 'told_no_cancer', date: '2026-11-20', pathwayId: skin.pathwayId })
    expect((await core.current().client.pathways.open({})).rows).toEqual([])
    expect((await pathways()).map(({ id }) => id)).toContain(skin.pathwayId)
  })

  it('take the next step with W and Enter, and take it back', async () => {
    const { pathwayId } = await log({ eventType: 'urgent_referral', lane: 'primary', date: '2026-11-09', note: 'skin' })
    const user = await open()
    await user.keyboard('w')
    const dialog = await screen.findByRole('dialog', { name: 'Skin: what happened?' })
    expect(dialog.textContent).toContain('ASHWORTH')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect((await events()).at(-1)).toMatchObject({ eventType: 'referral_received', date: TEST_TODAY, pathwayId })
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(await events()).toHaveLength(1))
  })

  it('are asked about when an event may be on either, and nothing is saved before the answer', async () => {
    for (const step of BOWEL.slice(0, 3)) await log(step)
    await log({ eventType: 'urgent_referral', lane: 'primary', date: '2026-11-09', note: 'skin' })
    const user = await open()
    const stored = async () => (await core.current().client.journey.ofPerson({ personId })).events
    const line = screen.getByRole('textbox', { name: 'Log an event' })
    await user.type(line, '20/11 CT scan')
    await screen.findByText('Which pathway is this on?')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(line.getAttribute('aria-invalid')).toBe('true'))
    expect(screen.getByText(/^Say which pathway this is on/)).toBeTruthy()
    expect(await stored()).toHaveLength(4)
    expect(document.activeElement).toBe(line)
    const cell: HTMLSelectElement = screen.getByRole('combobox', { name: 'On which pathway' })
    expect(cell.selectedOptions[0]?.textContent).toBe('Choose one')
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('{Tab}{Tab}{Tab}')
    expect(document.activeElement?.textContent).toBe('On no pathway')
    await user.keyboard('{Enter}')
    expect(document.activeElement).toBe(line)
    expect(screen.queryByText(/^Say which pathway this is on/)).toBeNull()
    expect(cell.selectedOptions[0]?.textContent).toBe('On no pathway')
    await user.keyboard('{Enter}')
    await waitFor(async () => expect((await stored()).at(-1)).toMatchObject({ eventType: 'ct_scan', pathwayId: null }))
  })

  it('are answered for with one of them', async () => {
    for (const step of BOWEL.slice(0, 3)) await log(step)
    const skin = await log({ eventType: 'urgent_referral', lane: 'primary', date: '2026-11-09', note: 'skin' })
    const user = await open()
    await user.type(screen.getByRole('textbox', { name: 'Log an event' }), '20/11 CT scan')
    await user.click(await screen.findByRole('button', { name: 'Skin' }))
    await user.keyboard('{Enter}')
    await waitFor(async () =>
      expect((await core.current().client.journey.ofPerson({ personId })).events.at(-1)).toMatchObject({
        eventType: 'ct_scan',
        pathwayId: skin.pathwayId,
      }),
    )
  })

  it('are started with what has been logged already, and say what is missing first', async () => {
    await log({ eventType: 'first_seen', date: '2026-11-12' })
    const lung = anEpisode({
      tumourGroup: 'lung',
      site: null,
      icd10Code: null,
      diagnosisDate: { date: '2026-01-01', precision: 'year' },
    })
    const { id: episodeId } = await core.current().client.register.addEpisode({ personId, episode: lung })
    const user = await open()
    await user.click(screen.getByRole('button', { name: 'Start a pathway' }))
    const dialog = await screen.findByRole('dialog', { name: 'Start a pathway' })
    expect(await accessibilityFaults(dialog)).toEqual([])
    await user.type(within(dialog).getByLabelText(/^Hospital/), 'Wexcombe General')
    await user.click(within(dialog).getByRole('button', { name: 'Start the pathway' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Where cancer is suspected')
    expect(within(dialog).getByLabelText<HTMLInputElement>(/^Hospital/).value).toBe('Wexcombe General')
    await user.click(within(dialog).getByRole('combobox', { name: /^Where cancer is suspected/ }))
    await user.click(await screen.findByRole('option', { name: 'Lung' }))
    const ledTo = within(dialog).getByRole('combobox', { name: /^Diagnosis it led to/ })
    await user.click(ledTo)
    // The line behind the dialog offers the same diagnoses, so the option is looked for in this list.
    const list = await waitFor(() => document.getElementById(ledTo.getAttribute('aria-controls') ?? '') as HTMLElement)
    await user.click(within(list).getByRole('option', { name: 'Lung, 2026' }))
    await user.click(within(dialog).getByRole('checkbox', { name: /First seen in clinic/ }))
    await user.click(within(dialog).getByRole('button', { name: 'Start the pathway' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await pathways()).toMatchObject([{ tumourGroup: 'lung', hospital: 'Wexcombe General', episodeId }])
    const { events } = await core.current().client.journey.ofPerson({ personId })
    expect(events.every(({ pathwayId }) => pathwayId !== null)).toBe(true)
  })

  it('are not changed over what another window wrote, and are once it has been looked at', async () => {
    for (const step of BOWEL.slice(0, 2)) await log(step)
    const user = await open()
    await user.click(screen.getByRole('button', { name: 'More about this pathway' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Change this pathway' }))
    const dialog = await screen.findByRole('dialog', { name: 'Change this pathway' })
    const [pathway] = await pathways()
    if (pathway === undefined) throw new Error('There is no pathway')
    const { id, version, signOffs: _, adjustments: __, ...fields } = pathway
    await user.type(within(dialog).getByLabelText(/^Hospital/), 'Wexcombe')
    await core.current().client.pathways.save({ id, version, pathway: { ...fields, tumourGroup: 'lung' } })
    await waitFor(() =>
      expect(within(screen.getByRole('region', { name: 'Pathways', hidden: true })).getByText(/^Lung/)).toBeTruthy(),
    )
    await user.click(within(dialog).getByRole('button', { name: 'Save the pathway' }))
    await within(dialog).findByText(/Somebody changed this/)
    expect(await pathways()).toMatchObject([{ hospital: null, tumourGroup: 'lung' }])
    await user.click(within(dialog).getByRole('button', { name: 'Save the pathway' }))
    await waitFor(async () =>
      expect(await pathways()).toMatchObject([{ hospital: 'Wexcombe', tumourGroup: fields.tumourGroup }]),
    )
  })

  it.each([
    ['Screening', 'Referral received on', 'referral_received'],
    ['Urgent, cancer not suspected', 'Referral sent on', 'urgent_referral'],
    ['Upgraded by a consultant', 'Upgraded on', 'consultant_upgrade'],
    ['Routine', 'Referral sent on', 'routine_referral'],
    ['Emergency', null, null],
  ])('begin with what fits how they began: %s', async (priority, asked, eventType) => {
    const user = await open()
    await user.click(screen.getByRole('button', { name: 'Start a pathway' }))
    const dialog = await screen.findByRole('dialog', { name: 'Start a pathway' })
    await user.click(within(dialog).getByRole('combobox', { name: /^Where cancer is suspected/ }))
    await user.click(await screen.findByRole('option', { name: 'Lung' }))
    const howFast = within(dialog).getByRole('combobox', { name: /^How fast/ })
    await user.click(howFast)
    // The line behind the dialog offers words like these, so the option is looked for in this list.
    const list = await waitFor(
      () => document.getElementById(howFast.getAttribute('aria-controls') ?? '') as HTMLElement,
    )
    await user.click(within(list).getByRole('option', { name: priority }))
    const dates = within(dialog).queryAllByRole('group', { name: / on/ })
    const named = asked === null ? [] : within(dialog).getAllByRole('group', { name: new RegExp(`^${asked}`, 'u') })
    expect(dates).toEqual(named)
    for (const date of dates) {
      await user.type(within(date).getByLabelText('Day'), '2')
      await user.type(within(date).getByLabelText('Month'), '11')
      await user.type(within(date).getByLabelText('Year'), '2026')
    }
    await user.click(within(dialog).getByRole('button', { name: 'Start the pathway' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await pathways()).toHaveLength(1)
    expect((await events()).map((event) => event.eventType)).toEqual(eventType === null ? [] : [eventType])
  })

  it('say on the screen why one was not removed', async () => {
    const { pathwayId } = await log({ eventType: 'urgent_referral', lane: 'primary', date: '2026-11-02' })
    const missed = await log({ eventType: 'did_not_attend', date: '2026-11-16', pathwayId })
    const decision = { pathwayId: pathwayId ?? '', eventId: missed.id, decision: 'book_again' } as const
    await core.current().client.pathways.signOff(decision)
    Object.assign(core.current().session().user, { role: 'admin' })
    const user = await open()
    await user.click(await screen.findByRole('button', { name: 'More about this pathway' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Remove this pathway' }))
    const shown = await screen.findByText('The pathway was not removed')
    expect(shown.closest('main, body')?.textContent).toContain('A clinician has signed this off.')
    expect(await pathways()).toHaveLength(1)
  })

  it('say what is out of order in a plain sentence', async () => {
    const { pathwayId } = await log({ eventType: 'urgent_referral', lane: 'primary', date: '2026-11-09', note: 'skin' })
    await log({ eventType: 'surgery', date: '2026-11-12', pathwayId })
    await open()
    expect(await screen.findByText('One event is out of order')).toBeTruthy()
    expect(
      screen.getByText(
        'Skin: “Treatment” cannot come after “sent”. Check its date, and whether it belongs to another pathway.',
      ),
    ).toBeTruthy()
  })

  it.each([
    ['Skin', 1],
    ['A new pathway', 2],
  ] as const)('asks of a referral while one waits for it, and puts it on: %s', async (answer, count) => {
    const { pathwayId } = await log({ eventType: 'urgent_referral', lane: 'primary', date: '2026-11-09', note: 'skin' })
    await log({ eventType: 'referral_rejected', date: '2026-11-12', pathwayId })
    const user = await open()
    await user.type(screen.getByRole('textbox', { name: 'Log an event' }), '14/11 urgent referral')
    const question = (): HTMLElement | null => screen.queryByText('Which pathway is this on?')
    await waitFor(() => expect(question()).toBeTruthy())
    await user.click(screen.getByRole('button', { name: answer }))
    expect(question()).toBeNull()
    await user.keyboard('{Enter}')
    await waitFor(async () => expect((await events()).map(({ date }) => date)).toContain('2026-11-14'))
    expect(await pathways()).toHaveLength(count)
    const { rows } = await core.current().client.pathways.open({})
    expect(rows.find((row) => row.pathwayId === pathwayId)?.place).toBe(count === 1 ? 'sent' : 'rejected')
  })
})

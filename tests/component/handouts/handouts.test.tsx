import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { handoutRoutes } from '#renderer/features/handouts/handout-routes.tsx'
import type { ShellOutcome } from '#shared/contract/shell-api.ts'
import { aPerson, anEpisode, anEvent } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const core = componentCoreForEachTest()

let jobs: string[]
let outcome: ShellOutcome
beforeEach(() => {
  jobs = []
  outcome = { ok: true }
  const printPage = async ({ title }: { title: string }): Promise<ShellOutcome> => {
    jobs.push(title)
    return outcome
  }
  vi.stubGlobal('throughline', { printPage, setTitleBarTheme: () => undefined })
})
afterEach(() => vi.unstubAllGlobals())

const aJourney = async (): Promise<string> => {
  const { client } = core.current()
  const { id } = await client.register.addPerson({
    person: aPerson({ nhsNumber: '9990000018' }),
    episode: anEpisode({ nurseSpecialist: 'Imogen Clarke', nurseSpecialistPhone: '01632 960 114' }),
  })
  await client.journey.logEvent(anEvent(id, { eventType: 'surgery', date: '2026-10-07', note: 'Bed 4, slept badly' }))
  await client.journey.logEvent(anEvent(id, { eventType: 'discharged', date: '2026-10-12' }))
  return id
}

const open = async (page: string): Promise<string> => {
  const id = await aJourney()
  openScreen(`/people/${id}/${page}`, handoutRoutes)
  return id
}

const printsInTrail = async (): Promise<number> =>
  (await core.current().client.audit.page({})).filter(({ verb }) => verb === 'print').length

describe('the handover card', () => {
  it('shows what is known and says what is not, with the person over it', async () => {
    await open('handover')
    const card = await screen.findByRole('article', { name: 'Handover card' })
    expect(card.textContent).toContain('999 000 0018')
    expect(card.textContent).toContain('01632 960 114Imogen Clarke')
    expect(card.textContent).toContain('After surgery 7 Oct 2026')
    expect(card.textContent).toContain('Discharge letter, 47 days')
    for (const gap of ['Not in any letter yet', 'No number recorded', 'No treatment summary says'])
      expect(within(card).getByText(gap)).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('prints with P, in the trail first, and goes back with Escape', async () => {
    const id = await open('handover')
    await screen.findByRole('article')
    const user = userEvent.setup()
    await user.keyboard('p')
    await waitFor(() => expect(jobs).toEqual(['Throughline handover card']))
    expect(await printsInTrail()).toBe(1)
    await user.keyboard('{Escape}')
    await waitFor(() => expect(location.pathname).toBe(`/people/${id}/journey`))
  })

  it('prints at once when it was asked for by key, and only once', async () => {
    await open('handover?print=1')
    await waitFor(() => expect(jobs).toHaveLength(1))
    expect(location.search).toBe('')
    expect(await printsInTrail()).toBe(1)
  })

  it('says why it could not be printed', async () => {
    outcome = { ok: false, message: 'The page could not be printed.' }
    await open('handover')
    await userEvent.click(await screen.findByRole('button', { name: /^Print/ }))
    expect((await screen.findByText('It was not printed')).closest('[role="alert"]')?.textContent).toContain(
      'The page could not be printed.',
    )
  })
})

describe('the journey in plain words', () => {
  it('leaves out what is unticked, and our notes unless they are ticked', async () => {
    await open('story')
    const paper = await screen.findByRole('article', { name: 'Your care so far' })
    expect(paper.textContent).toContain('On 7 October 2026, you had an operation.')
    expect(paper.textContent).not.toContain('Bed 4')
    const user = userEvent.setup()
    await user.click(screen.getByRole('checkbox', { name: /With our note/ }))
    expect(paper.textContent).toContain('Bed 4')
    await user.click(screen.getByRole('checkbox', { name: /you went home from hospital/ }))
    expect(paper.textContent).not.toContain('went home')
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('p')
    await waitFor(() => expect(jobs).toEqual(['Throughline journey in plain words']))
    expect(await printsInTrail()).toBe(1)
  })

  it('does not tell of a diagnosis that the person may not know', async () => {
    const { client } = core.current()
    const { id } = await client.register.addPerson({ person: aPerson(), episode: anEpisode() })
    openScreen(`/people/${id}/story`, handoutRoutes)
    const paper = await screen.findByRole('article')
    expect(paper.textContent).not.toContain('cancer for')
    expect(paper.textContent).not.toContain('bowel')
    expect(screen.getByText('They may not have been told')).toBeTruthy()
    await userEvent.click(screen.getByRole('checkbox', { name: /bowel cancer/ }))
    expect(paper.textContent).toContain('bowel cancer')
  })

  it('is not printed for somebody who has died', async () => {
    const id = await aJourney()
    await core.current().client.journey.logEvent(anEvent(id, { eventType: 'died', lane: 'person', date: '2026-11-20' }))
    openScreen(`/people/${id}/story`, handoutRoutes)
    await screen.findByRole('article')
    await userEvent.keyboard('p')
    expect(jobs).toEqual([])
    expect(await printsInTrail()).toBe(0)
  })
})

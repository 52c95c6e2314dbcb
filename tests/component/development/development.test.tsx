import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { developmentRoutes } from '#renderer/features/development/development-routes.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const core = componentCoreForEachTest()
const papers: string[] = []
beforeEach(() => {
  setToday(TEST_TODAY)
  papers.length = 0
  vi.stubGlobal('throughline', {
    setTitleBarTheme: () => undefined,
    printPage: async ({ title }: { title: string }) => {
      papers.push(`${title}: ${document.querySelector('h2')?.textContent ?? ''}`)
      return { ok: true }
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

const open = (tab: string): ReturnType<typeof userEvent.setup> => {
  openScreen(`/development?tab=${tab}`, developmentRoutes)
  return userEvent.setup()
}
const own = () => core.current().client.development
const drawer = (name: string): Promise<HTMLElement> => screen.findByRole('dialog', { name })
const SAVE = '{Control>}{Enter}{/Control}'
const choose = async (user: ReturnType<typeof userEvent.setup>, form: HTMLElement, field: RegExp, option: RegExp) => {
  await user.click(within(form).getByRole('combobox', { name: field }))
  await user.click(await screen.findByRole('option', { name: option }))
}
const listOf = (name: string): Promise<HTMLElement> => screen.findByRole('list', { name })

describe('needs', () => {
  it('says whose they are, walks the areas with J and K, takes two levels and an undo', async () => {
    const user = open('needs')
    await screen.findByText(/Only you see this page/)
    const list = await listOf('Areas of the role')
    expect(within(list).getAllByText('Not looked at yet')).toHaveLength(10)
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('jj')
    expect(document.activeElement?.textContent).toBe('2. Be part of the network')
    await user.keyboard('{Enter}')
    const form = await drawer('Add a need')
    await user.click(within(form).getByRole('button', { name: 'Add' }))
    expect((await within(form).findByRole('alert')).textContent).toContain('Choose where you are now')
    await choose(user, form, /^Where I am$/, /^1, new to it/)
    await choose(user, form, /want to be/, /^3, can do it alone/)
    expect(await accessibilityFaults(form)).toEqual([])
    await user.click(within(form).getByRole('button', { name: 'Add' }))
    await within(await listOf('Areas of the role')).findByText(/^Now 1, new to it\. Wanted 3/)
    expect(undoLatestToast()).toBe(true)
    await waitFor(() => expect(screen.getAllByText('Not looked at yet')).toHaveLength(10))
  })
})

describe('a need whose first field is a list', () => {
  it('is saved from the closed list with Ctrl and Enter', async () => {
    const user = open('needs')
    await listOf('Areas of the role')
    await user.keyboard('n')
    const form = await drawer('Add a need')
    expect(document.activeElement).toBe(within(form).getByRole('combobox', { name: 'Area of the role' }))
    await user.keyboard(SAVE)
    expect((await within(form).findByRole('alert')).textContent).toContain('Choose where you are now')
  })
})

describe('the development plan', () => {
  it('is written from the keyboard, keeps what was typed, changed, removed and printed', async () => {
    const user = open('plan')
    await screen.findByRole('heading', { name: 'No goal yet' })
    await user.keyboard('n')
    const form = await drawer('Add a goal')
    const title = within(form).getByLabelText('What I want to be able to do')
    await waitFor(() => expect(document.activeElement).toBe(title))
    await user.keyboard(SAVE)
    expect((await within(form).findByRole('alert')).textContent).toContain('Say what you want to be able to do')
    title.focus()
    await user.keyboard(`Read a funnel plot${SAVE}`)
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    const list = await listOf('Goals')
    expect(list.textContent).toContain('No day set')
    expect(list.textContent).toContain('0 hours of learning')
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('p')
    await waitFor(() => expect(papers[0]).toContain('Personal development plan'))
    await user.click(screen.getByRole('button', { name: 'Read a funnel plot' }))
    await user.click(within(await drawer('Change the goal')).getByRole('button', { name: 'Remove' }))
    await screen.findByRole('heading', { name: 'No goal yet' })
    expect(undoLatestToast()).toBe(true)
    await listOf('Goals')
  })
})

describe('evidence, sessions and questions', () => {
  it('add hours up by year', async () => {
    await own().add({ entry: { kind: 'goal', title: 'Charts' } })
    const user = open('evidence')
    await screen.findByRole('heading', { name: 'Nothing in the log yet' })
    await user.keyboard('n')
    const form = await drawer('Add evidence')
    await waitFor(() => expect(document.activeElement).toBe(within(form).getByLabelText('What it was')))
    await user.keyboard('A course on run charts')
    await user.type(within(form).getByLabelText(/How long/), '1.3')
    await user.keyboard(SAVE)
    expect((await within(form).findByRole('alert')).textContent).toContain('quarters of an hour')
    await user.clear(within(form).getByLabelText(/How long/))
    await user.type(within(form).getByLabelText(/How long/), '1:30')
    await choose(user, form, /What sort/, /^Course/)
    await choose(user, form, /Goal it is for/, /^Charts/)
    expect(await accessibilityFaults(form)).toEqual([])
    await user.click(within(form).getByRole('button', { name: 'Add' }))
    expect((await listOf('Evidence')).textContent).toContain('1.5 hours')
    const table = screen.getByRole('table', { name: 'Hours by year, April to March' })
    expect(within(table).getByRole('row', { name: /2026\/27/ }).textContent).toBe('2026/271.500')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('take a session with its four questions', async () => {
    const user = open('sessions')
    await screen.findByRole('heading', { name: 'No session yet' })
    await user.keyboard('n')
    const form = await drawer('Add a session')
    await user.type(within(form).getByLabelText('What the session was'), 'Briefing of the network')
    await user.click(within(form).getByRole('radio', { name: 'Ran it' }))
    await user.type(within(form).getByLabelText(/How long/), '2')
    await user.type(within(form).getByLabelText(/How many came/), 'some')
    await choose(user, form, /will change/, /^4 Mostly/)
    await user.click(within(form).getByRole('button', { name: 'Add' }))
    expect((await within(form).findByRole('alert')).textContent).toContain('Enter how many, as a number')
    expect(within(form).getByLabelText<HTMLInputElement>(/How many came/).value).toBe('some')
    await user.clear(within(form).getByLabelText(/How many came/))
    await user.type(within(form).getByLabelText(/How many came/), '14')
    expect(await accessibilityFaults(form)).toEqual([])
    await user.click(within(form).getByRole('button', { name: 'Add' }))
    const list = await listOf('Sessions')
    expect(list.textContent).toContain('It will change what people do: mostly.')
    expect(list.textContent).toContain('14 people')
  })

  it('ask a peer of the contacts, and only a peer', async () => {
    const { contacts } = core.current().client
    await contacts.add({ fields: { name: 'Dr Carys Penhale', kind: 'peer' } })
    await contacts.add({ fields: { name: 'Lung office', kind: 'hospital' } })
    const user = open('questions')
    await screen.findByRole('heading', { name: 'No question yet' })
    await user.keyboard('n')
    const form = await drawer('Add a question')
    await user.type(within(form).getByLabelText('The question'), 'Who chases your letters?')
    await user.click(within(form).getByRole('combobox', { name: /Asked of/ }))
    await screen.findByRole('option', { name: /Carys/ })
    expect(screen.queryByRole('option', { name: /Lung office/ })).toBeNull()
    await user.click(screen.getByRole('option', { name: /Carys/ }))
    expect(await accessibilityFaults(form)).toEqual([])
    await user.click(within(form).getByRole('button', { name: 'Add' }))
    const list = await listOf('Questions')
    expect(list.textContent).toContain('Waiting for an answer')
    expect(list.textContent).toContain('Dr Carys Penhale')
    expect(await accessibilityFaults()).toEqual([])
  })
})

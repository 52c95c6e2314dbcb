import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { contactRoutes } from '#renderer/features/contacts/contact-routes.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const core = componentCoreForEachTest()
const copied: string[] = []
const papers: string[] = []
beforeEach(() => {
  setToday(TEST_TODAY)
  copied.length = 0
  papers.length = 0
  vi.stubGlobal('throughline', {
    setTitleBarTheme: () => undefined,
    copyText: async (text: string) => void copied.push(text),
    printPage: async () => {
      papers.push(document.body.textContent)
      return { ok: true }
    },
  })
})
afterEach(() => vi.unstubAllGlobals())

const open = (path = '/contacts'): ReturnType<typeof userEvent.setup> => {
  openScreen(path, contactRoutes)
  return userEvent.setup()
}
const contacts = () => core.current().client.contacts
const addSome = async (): Promise<void> => {
  await contacts().add({
    fields: {
      name: 'Carys Penhale',
      kind: 'hospital',
      role: 'Coordinator',
      phone: '01632 960 151',
      influence: 'high',
      interest: 'high',
    },
  })
  await contacts().add({ fields: { name: 'Lewis Marrable', kind: 'charity', email: 'l@harbour.example' } })
}
const stored = async (): Promise<string[]> => (await contacts().list({})).map(({ name }) => name)

describe('contacts', () => {
  it('begin with what to do first, and are added with N from the keyboard alone', async () => {
    const user = open()
    await screen.findByRole('heading', { name: 'No contacts yet' })
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('n')
    const drawer = await screen.findByRole('dialog', { name: 'Add a contact' })
    await waitFor(() => expect(document.activeElement).toBe(within(drawer).getByLabelText('Name')))
    await user.keyboard('Carys Penhale{Control>}{Enter}{/Control}')
    expect((await within(drawer).findByRole('alert')).textContent).toContain('Choose what kind of place it is')
    expect(within(drawer).getByLabelText<HTMLInputElement>('Name').value).toBe('Carys Penhale')
    await user.click(within(drawer).getByRole('combobox', { name: /Kind of place/ }))
    await user.click(await screen.findByRole('option', { name: 'Hospital' }))
    await user.type(within(drawer).getByLabelText(/^Telephone/), 'ask reception')
    expect(await accessibilityFaults(drawer)).toEqual([])
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(within(drawer).getByRole('alert').textContent).toContain('Use digits'))
    await user.clear(within(drawer).getByLabelText(/^Telephone/))
    await user.type(within(drawer).getByLabelText(/^Telephone/), '01632 960 151{Control>}{Enter}{/Control}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect((await screen.findByRole('row', { name: /Carys Penhale/ })).textContent).toContain('01632 960 151')
    expect(undoLatestToast()).toBe(true)
    await screen.findByRole('heading', { name: 'No contacts yet' })
  })

  it('are come to with J or K from anywhere on the page, and then from one to the next', async () => {
    await addSome()
    const user = open()
    const first = await screen.findByRole('row', { name: /Carys Penhale/ })
    await user.keyboard('j')
    expect(document.activeElement).toBe(first)
    await user.keyboard('j')
    expect(document.activeElement?.textContent).toContain('Lewis Marrable')
    ;(document.activeElement as HTMLElement).blur()
    await user.keyboard('k')
    expect(document.activeElement?.textContent).toContain('Lewis Marrable')
    await user.keyboard('k')
    expect(document.activeElement).toBe(first)
  })

  it('are walked through with the keyboard: how to reach them, copied only when asked, and spoken to today', async () => {
    await addSome()
    const user = open()
    const row = await screen.findByRole('row', { name: /Carys Penhale/ })
    expect(row.textContent).toContain('Wants a call')
    row.focus()
    const preview = await screen.findByRole('complementary', { name: 'Contact' })
    await within(preview).findByText('Not spoken to for 3 months or more.')
    expect(copied).toEqual([])
    await user.click(within(preview).getByRole('button', { name: 'Copy number' }))
    expect(copied).toEqual(['01632 960 151'])
    expect(await accessibilityFaults()).toEqual([])
    row.focus()
    await user.keyboard('s')
    await waitFor(() => expect(row.textContent).toContain('23 Nov 2026'))
    expect(undoLatestToast()).toBe(true)
    await waitFor(() => expect(row.textContent).toContain('Wants a call'))
    row.focus()
    await user.keyboard('{Enter}')
    const drawer = await screen.findByRole('dialog', { name: 'Change the contact' })
    await user.click(within(drawer).getByRole('button', { name: 'Remove' }))
    await waitFor(async () => expect(await stored()).toEqual(['Lewis Marrable']))
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(await stored()).toEqual(['Carys Penhale', 'Lewis Marrable']))
  })

  it('are narrowed by words and kind, and printed as they are narrowed', async () => {
    await addSome()
    const user = open()
    await screen.findByRole('row', { name: /Lewis Marrable/ })
    await user.keyboard('/')
    await user.keyboard('harbour')
    await waitFor(() => expect(screen.queryByRole('row', { name: /Carys Penhale/ })).toBeNull())
    await screen.findByText('1 contact')
    await user.keyboard('{Escape}')
    await user.keyboard('nobody at all')
    await screen.findByRole('heading', { name: 'No contact matches' })
    await user.click(screen.getByRole('button', { name: 'Show everybody' }))
    await screen.findByText('2 contacts')
    history.replaceState(null, '', '/contacts?kind=charity')
    await user.click(screen.getByRole('button', { name: /^Print/ }))
    await waitFor(() => expect(papers).toHaveLength(1))
    expect(papers[0]).toContain('Contacts on 23 Nov 2026')
    expect(papers[0]).toContain('l@harbour.example')
    await waitFor(() => expect(screen.queryByText('Contacts on 23 Nov 2026')).toBeNull())
    expect((await core.current().client.audit.page({}))[0]).toMatchObject({
      verb: 'print',
      sentence: 'Printed the contacts',
    })
  })

  it('stand on a map of influence and interest, with T as a table, and open from it', async () => {
    await addSome()
    const user = open('/contacts?view=map')
    const map = await screen.findByRole('table', { name: 'Contacts by influence on the plan and interest in it' })
    const closest = within(map).getByRole('row', { name: /High influence/ })
    expect(closest.textContent).toContain('Carys Penhale')
    expect(screen.getByRole('region', { name: 'Not placed yet: 1' }).textContent).toContain('Lewis Marrable')
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('t')
    const table = await screen.findByRole('table', { name: 'Contacts by influence and interest' })
    expect(within(table).getByRole('row', { name: /Carys Penhale/ }).textContent).toContain('Work with closely')
    expect(within(table).getByRole('row', { name: /Lewis/ }).textContent).toContain('Not placed yet')
    expect(location.search).toBe('?view=table')
    await user.keyboard('t')
    await user.click(await screen.findByRole('button', { name: /Lewis Marrable/ }))
    await screen.findByRole('dialog', { name: 'Change the contact' })
  })

  it('keep what was typed when somebody else changed the contact meanwhile, and save over it the second time', async () => {
    await addSome()
    const user = open('/contacts?view=map')
    await user.click(await screen.findByRole('button', { name: /Carys Penhale/ }))
    const drawer = await screen.findByRole('dialog', { name: 'Change the contact' })
    await user.type(within(drawer).getByLabelText(/^Notes/), 'Best before 10')
    const [carys] = await contacts().list({ kind: 'hospital' })
    await contacts().spoke({ id: carys?.id ?? '', version: 1, on: '2026-11-20' })
    // The first time it may still hold what was there before: then it says so and keeps the words.
    await waitFor(async () => {
      await user.keyboard('{Control>}{Enter}{/Control}')
      expect((await contacts().list({ kind: 'hospital' }))[0]?.notes).toBe('Best before 10')
    })
  })
})

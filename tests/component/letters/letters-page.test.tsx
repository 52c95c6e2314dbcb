import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { letterRoutes } from '#renderer/features/letters/letter-routes.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'
import { peopleWaiting } from './letter-people.ts'

const core = componentCoreForEachTest()
const printed = vi.fn<(options: { title: string }) => Promise<{ ok: true }>>()
const copied = vi.fn<(text: string) => Promise<void>>()
let maureen: string

beforeEach(async () => {
  printed.mockReset().mockResolvedValue({ ok: true })
  copied.mockReset().mockResolvedValue()
  vi.stubGlobal('throughline', { printPage: printed, copyText: copied, setTitleBarTheme: () => undefined })
  ;({ maureen } = await peopleWaiting(core.current().client))
})

const open = (path = '/letters'): ReturnType<typeof userEvent.setup> => {
  setToday(TEST_TODAY)
  openScreen(path, letterRoutes)
  return userEvent.setup()
}
const grid = (): Promise<HTMLElement> => screen.findByRole('grid', { name: /^Letters:/ })
const queries = async (personId = maureen) => (await core.current().client.letters.ofPerson({ personId })).queries

/** The list with the focus on its first row, which is Alan's: the longest late comes first. */
const atFirstRow = async (): Promise<void> => {
  await within(await grid()).findByText('ASHWORTH, Maureen')
  await waitFor(() => expect(document.activeElement?.textContent).toContain('ASHWORTH'))
}

describe('letters to chase', () => {
  it('lists what is late, the longest first, with counts on every list, and is axe clean', async () => {
    open()
    const rows = within(await grid())
    await rows.findByText('FENWICKE, Alan')
    const [, first, second] = rows.getAllByRole('row').map(({ textContent }) => textContent)
    expect(first).toContain('Discharge letter, Wexcombe General')
    expect(first).toContain('47days')
    expect(first).toContain('35 days')
    expect(first).toContain('Not asked')
    expect(second).toContain('MDT outcome')
    expect(screen.getByRole('tab', { name: 'Late 2' })).toBeTruthy()
    expect(screen.getByText('2 letters, 2 people')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('shows the letter in focus with what happened, whom to ask and a draft', async () => {
    open()
    await atFirstRow()
    const pane = within(screen.getByRole('complementary', { name: 'The letter in focus' }))
    expect(await pane.findByText(/We have not had the discharge letter, 47 days after surgery/)).toBeTruthy()
    expect(pane.getByText('Letter due, did not come')).toBeTruthy()
    expect(pane.getByText('47 days since surgery. 35 days late.')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('logs a call with C, keeps the row in focus, and takes it back', async () => {
    const user = open()
    await atFirstRow()
    await user.keyboard('c')
    const dialog = await screen.findByRole('dialog', { name: /^Log the call: Discharge letter/ })
    expect(dialog.textContent).toContain('ASHWORTH')
    expect(dialog.textContent).toContain('Say that you are ringing from Brackenfold Surgery')
    const said = within(dialog).getByLabelText(/^What was said/)
    await waitFor(() => expect(document.activeElement).toBe(said))
    expect(await accessibilityFaults(dialog)).toEqual([])
    await user.keyboard('Being typed.')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await within(await grid()).findByText('Asked 23 Nov')
    expect((await queries())[0]?.steps[0]).toMatchObject({ kind: 'call', note: 'Being typed.' })
    expect((await queries())[0]).toMatchObject({ ringAgainOn: '2026-11-30', state: 'open' })
    await waitFor(() => expect(document.activeElement?.textContent).toContain('ASHWORTH'))
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect(await queries()).toEqual([]))
    await within(await grid()).findAllByText('Not asked')
  })

  it('sends the drafted letter with S: changed, copied only on asking, and kept as it was sent', async () => {
    const user = open()
    await atFirstRow()
    await user.keyboard('s')
    const dialog = await screen.findByRole('dialog', { name: /^Send a letter/ })
    const letter = within(dialog).getByLabelText<HTMLTextAreaElement>('The letter')
    expect(letter.value).toContain('NHS number')
    await user.type(letter, ' Thank you.')
    expect(copied).not.toHaveBeenCalled()
    await user.click(within(dialog).getByRole('button', { name: 'Copy the letter' }))
    expect(copied).toHaveBeenCalledWith(letter.value)
    const sent = letter.value
    await user.click(within(dialog).getByRole('button', { name: 'Log it as sent' }))
    await waitFor(async () => expect((await queries())[0]?.steps[0]?.note).toBe(sent))
  })

  it('logs with R that it came: the row goes and the next one has the focus', async () => {
    const user = open()
    await atFirstRow()
    await user.keyboard('r')
    const dialog = await screen.findByRole('dialog', { name: /^It came/ })
    await waitFor(() => expect(document.activeElement?.textContent).toContain('Log that it came'))
    expect(await accessibilityFaults(dialog)).toEqual([])
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByText('ASHWORTH, Maureen')).toBeNull())
    await waitFor(() => expect(document.activeElement?.textContent).toContain('FENWICKE'))
    expect(undoLatestToast()).toBe(true)
    await within(await grid()).findByText('ASHWORTH, Maureen')
  })

  it('wants a reason for D, says so, and keeps the dialog', async () => {
    const user = open()
    await atFirstRow()
    await user.keyboard('d')
    const dialog = await screen.findByRole('dialog', { name: /^Not needed/ })
    await user.click(within(dialog).getByRole('button', { name: 'Stop waiting for it' }))
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Say why')
    await user.type(within(dialog).getByLabelText(/^Why it is not needed/), 'Told by telephone')
    await user.keyboard('{Enter}')
    await waitFor(() => expect(screen.queryByText('ASHWORTH, Maureen')).toBeNull())
    expect((await queries())[0]).toMatchObject({ state: 'not_needed' })
  })

  it('asks before Escape throws away what was typed of a call, and Cancel does not', async () => {
    const user = open()
    await atFirstRow()
    await user.keyboard('c')
    const dialog = await screen.findByRole('dialog', { name: /^Log the call/ })
    const note = within(dialog).getByLabelText<HTMLTextAreaElement>(/^What was said/)
    await user.type(note, 'The letter was never written')
    await user.keyboard('{Escape}')
    await screen.findByRole('dialog', { name: 'Close without saving?' })
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog', { name: 'Close without saving?' })).toBeNull())
    expect(note.value).toBe('The letter was never written')
    await user.keyboard('{Escape}')
    await user.click(await screen.findByRole('button', { name: 'Discard what I typed' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    await user.keyboard('c')
    await user.keyboard('{Escape}')
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
  })

  it('asks for several at once, and prints them each on a sheet', async () => {
    const user = open()
    await atFirstRow()
    await user.keyboard('xjx')
    expect(await screen.findByRole('group', { name: 'Actions for 2 chosen' })).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Ask for several at once' }))
    const dialog = await screen.findByRole('dialog', { name: 'Ask for 2 letters at once' })
    expect(await accessibilityFaults(dialog)).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Log them as sent' }))
    await screen.findByRole('heading', { name: '2 letters to print' })
    expect(screen.getAllByRole('article')).toHaveLength(2)
    await waitFor(() => expect(printed).toHaveBeenCalledWith({ title: 'Throughline letters' }))
    expect((await core.current().client.audit.page({}))[0]).toMatchObject({ verb: 'print' })
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('{Escape}')
    await waitFor(async () => expect((await within(await grid()).findAllByText('Asked 23 Nov')).length).toBe(2))
  })

  it('keeps list, filter and search in the address, and says when nothing fits', async () => {
    const user = open('/letters?letter=mdt_outcome&hospital=Wexcombe%20General')
    const rows = within(await grid())
    await rows.findByText('FENWICKE, Alan')
    expect(rows.queryByText('ASHWORTH, Maureen')).toBeNull()
    await user.keyboard('/')
    await user.keyboard('ashworth')
    await screen.findByText('Nothing found')
    await user.click(screen.getByRole('button', { name: 'Show every letter' }))
    await rows.findByText('ASHWORTH, Maureen')
    expect(location.search).toBe('')
    await user.click(screen.getByRole('tab', { name: /^Expected/ }))
    await screen.findByText('No letter is expected later')
    expect(location.search).toBe('?tab=expected')
  })

  it('opens the person with Enter', async () => {
    const user = open()
    await atFirstRow()
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect(location.pathname).toBe(`/people/${maureen}/letters`)
  })

  it('prints the list, and offers nothing to write to those who may only read', async () => {
    const session = core.current().session()
    Object.assign(session, { user: { ...session.user, role: 'read-only' } })
    const user = open('/letters?letter=mdt_outcome')
    await within(await grid()).findByText('FENWICKE, Alan')
    await user.keyboard('p')
    const table = await screen.findByRole('table', { name: 'Letters to chase: late' })
    expect(table.textContent).toContain('FENWICKE, Alan')
    expect(screen.getByText('Only: MDT outcome.')).toBeTruthy()
    await waitFor(() => expect(printed).toHaveBeenCalled())
  })
})

describe('the gap meter', () => {
  const letterCame = async (): Promise<void> => {
    const { client } = core.current()
    const { rows } = await client.letters.page({ tab: 'late' })
    for (const { person, eventId } of rows)
      if (eventId !== null) await client.letters.itCame({ personId: person.id, eventId, date: '2026-11-20' })
  }

  it('says what is too few to show and who is still waiting, and is axe clean', async () => {
    open('/letters/gap')
    await screen.findByRole('heading', { name: 'Gap meter' })
    expect(
      await screen.findByRole('heading', { name: /No letter with two known days came.*2 still waiting/ }),
    ).toBeTruthy()
    expect(screen.getByRole('table', { name: 'By hospital' })).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('opens the letters behind a figure, and from there the person, with two keys', async () => {
    await letterCame()
    const user = open('/letters/gap')
    const table = within(await screen.findByRole('table', { name: 'By hospital' }))
    expect(table.getByRole('row', { name: /Wexcombe General/ }).textContent).toContain('*')
    table.getByRole('button', { name: /^Wexcombe General: \* letters/ }).focus()
    await user.keyboard('{Enter}')
    const list = await screen.findByRole('dialog', { name: 'Letters counted: Wexcombe General' })
    await within(list).findByText('FENWICKE, Alan (Mrs)')
    expect(list.textContent).toContain('47 days')
    expect(await accessibilityFaults(list)).toEqual([])
    await waitFor(() => expect(document.activeElement?.closest('[data-row="0"]')).toBeTruthy())
    await user.keyboard('{Enter}')
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect(location.pathname).toMatch(/^\/people\/.*\/letters$/)
  })
})

import { copyFileSync, mkdirSync, writeFileSync } from 'node:fs'
import { basename, join } from 'node:path'
import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterAll, beforeAll, beforeEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { NetworkPage } from '#renderer/features/network/network-page.tsx'
import type { FilesChoice } from '#shared/contract/shell-api.ts'
import { createPractice, PRACTICES, SECRET, send } from '#tests/core/network/network-practices.ts'
import { addPeople, granted, packFolder } from '#tests/core/packs/pack-files.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const WAIT = { timeout: 20_000 } as const
const real = componentCoreForEachTest()
const folder = packFolder()
const packs: string[] = []

// Made once: every pack wants a register of its own.
beforeAll(async () => {
  for (const [at, { name, odsCode, people, contacted }] of PRACTICES.entries()) {
    const practice = await createPractice(folder, name, odsCode, 7 + at)
    await addPeople(practice, people, contacted)
    packs.push(await send(folder, practice))
    await practice.close()
  }
}, 60_000)
afterAll(() => folder.remove())
beforeEach(() => setToday(TEST_TODAY))

const open = (files: readonly string[] = []): ReturnType<typeof userEvent.setup> => {
  const choice: FilesChoice = {
    status: 'chosen',
    files: files.map((path) => ({ handle: granted(real.current(), path), name: basename(path), size: 1 })),
    folders: [],
  }
  vi.stubGlobal('throughline', { chooseFilesToOpen: async () => choice, setTitleBarTheme: () => undefined })
  openScreen('/reports/network', [{ path: '/reports/network', render: () => <NetworkPage /> }])
  return userEvent.setup()
}

const listAll = async (): Promise<void> => {
  for (const { name, odsCode } of PRACTICES)
    await real.current().client.network.addPractice({ name, odsCode, listSize: null })
}

const takeIn = async (user: ReturnType<typeof userEvent.setup>, passphrase = SECRET): Promise<HTMLElement> => {
  await user.type(await screen.findByLabelText('Passphrase of the packs'), passphrase)
  await user.click(screen.getByRole('button', { name: /^Choose packs/ }))
  return screen.findByRole('list', { name: 'What became of each pack' }, WAIT)
}

const said = (results: HTMLElement) =>
  within(results)
    .getAllByRole('listitem')
    .map(({ textContent }) => textContent)

describe('the page of the network', () => {
  it('is empty before a practice is on the list, and takes one by its code', async () => {
    const user = open()
    expect(await screen.findByText('No practice on the list yet')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Freeze the combined report' })).toBeNull()
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Add to the list' }))
    expect(await screen.findByText('Type the ODS code')).toBeTruthy()
    await user.type(screen.getByLabelText('ODS code'), 'a99902')
    await user.type(screen.getByLabelText('Practice'), 'Alder Practice')
    await user.click(screen.getByRole('button', { name: 'Add to the list' }))
    const row = await screen.findByRole('row', { name: /^Alder Practice A99902/ })
    expect(within(row).getByText('Not yet')).toBeTruthy()
    expect(screen.getByText('0 of 1 have sent')).toBeTruthy()
    await user.click(within(row).getByRole('button', { name: 'Take off Alder Practice' }))
    expect(await screen.findByText('No practice on the list yet')).toBeTruthy()
  })

  it('asks for the passphrase first, and says beside each pack why it was refused', async () => {
    const bad = join(folder.path, 'letter.throughline-pack')
    writeFileSync(bad, 'Dear colleague')
    const user = open([packs[0] ?? '', bad])
    await user.click(await screen.findByRole('button', { name: /^Choose packs/ }))
    expect(screen.getByText('Type the passphrase of the packs first')).toBeTruthy()
    const wrong = said(await takeIn(user, 'not these four words'))
    expect(wrong[0]).toMatch(/passphrase/i)
    expect(wrong[1]).toMatch(/letter\.throughline-pack/)
    expect(await accessibilityFaults()).toEqual([])
    await user.clear(screen.getByLabelText('Passphrase of the packs'))
    await user.type(screen.getByLabelText('Passphrase of the packs'), SECRET)
    await user.click(screen.getByRole('button', { name: 'Try again with this passphrase' }))
    const offer = await screen.findByRole('button', { name: 'Add Alder Practice to the list' }, WAIT)
    expect(screen.getByText('Alder Practice (A99902) is not on the list.')).toBeTruthy()
    await user.click(offer)
    await screen.findByText('1 of 1 have sent', {}, WAIT)
  }, 60_000)

  it('adds all practices that are not on the list by one key, and takes them off again', async () => {
    const [{ name, odsCode }] = PRACTICES
    await real.current().client.network.addPractice({ name, odsCode, listSize: null })
    const user = open(packs)
    await takeIn(user)
    expect(screen.getAllByRole('button', { name: /^Add .* Practice to the list$/ })).toHaveLength(3)
    expect(screen.getByRole('button', { name: 'Add all 3 practices to the list' })).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    screen.getByRole('list', { name: 'What became of each pack' }).focus()
    await user.keyboard('a')
    await screen.findByText('4 of 4 have sent', {}, WAIT)
    expect(screen.queryByRole('button', { name: /^Add all/ })).toBeNull()
    await user.click(screen.getByRole('button', { name: /^Undo/ }))
    await screen.findByText('1 of 1 have sent', {}, WAIT)
  }, 60_000)

  it('makes no report of fewer practices than keep each other’s counts, and says so', async () => {
    await listAll()
    const user = open(packs.slice(0, 2))
    expect(said(await takeIn(user))).toHaveLength(2)
    await screen.findByText('2 of 4 have sent', {}, WAIT)
    await user.click(await screen.findByRole('button', { name: 'Freeze the combined report' }))
    const why = await screen.findByText(/^Only 2 practices have sent counts that can be added up\./, {}, WAIT)
    expect(why.closest('[role="alert"]')?.textContent).toMatch(/^The report was not made/)
    expect(await accessibilityFaults()).toEqual([])
  }, 60_000)

  it('adds up what came, exact for the lead, and freezes it', async () => {
    await listAll()
    mkdirSync(join(folder.path, 'again'), { recursive: true })
    const again = join(folder.path, 'again', basename(packs[0] ?? ''))
    copyFileSync(packs[0] ?? '', again)
    const user = open([...packs, again])
    const results = said(await takeIn(user))
    expect(results.filter((words) => words?.includes('Taken in: figures frozen on'))).toHaveLength(4)
    expect(results.filter((words) => words?.includes('The same pack was taken in before'))).toHaveLength(1)
    const table = await screen.findByRole('table', { name: 'Figures of all practices together' }, WAIT)
    const row = within(table).getByRole('row', { name: /^Support contact/ })
    expect(row.textContent).toContain('5878')
    const given = screen.getByRole('table', { name: 'What each practice gave to this figure' })
    expect(within(given).getByRole('row', { name: 'Practice D 28 31' })).toBeTruthy()
    await user.click(screen.getByRole('checkbox', { name: /^Show practices by name here/ }))
    expect(await screen.findByRole('row', { name: 'Cedar Practice 28 31' })).toBeTruthy()
    // One in twenty lies there by chance, so that nothing is said of a difference.
    const title = 'Support contact in time: 1 of 4 practices lies beyond the 95% limits, where 1 in 20 does by chance'
    expect(screen.getByRole('figure', { name: title })).toBeTruthy()
    const months = screen.getByRole('figure', { name: /^Support contact in time by month\. / })
    await user.click(within(months).getByRole('button', { name: /^Table/ }))
    expect(within(months).getByRole('row', { name: /^September 2025 0\.0% 0 of 20/ })).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Add a text' }))
    await user.click(await screen.findByRole('textbox', { name: 'Words' }))
    await user.paste('Seen by all.')
    await user.tab()
    const kept = () => real.current().client.reports.keptTexts({ of: 'network' })
    await waitFor(async () => expect(await kept()).toMatchObject([{ text: 'Seen by all.' }]))
    await user.click(screen.getByRole('button', { name: 'Freeze the combined report' }))
    await waitFor(() => expect(location.pathname).toMatch(/^\/reports\/[0-9a-f-]{36}$/), WAIT)
    const [frozen] = await real.current().client.reports.list({})
    expect(frozen?.kind).toBe('network')
    expect(await kept()).toBeNull()
  }, 90_000)
})

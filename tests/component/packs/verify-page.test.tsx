import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { finish } from '#core/in-process.ts'
import { setToday } from '#renderer/app/clock.ts'
import { VerifyPage } from '#renderer/features/packs/verify-page.tsx'
import type { FileChoice } from '#shared/contract/shell-api.ts'
import { addPeople, granted, membersOf, packFolder, SENT_TO, writeMembers, YEAR } from '#tests/core/packs/pack-files.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { createTestCore, TEST_TODAY, type TestCore } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const real = componentCoreForEachTest()
let folder: ReturnType<typeof packFolder>
beforeEach(() => {
  setToday(TEST_TODAY)
  folder = packFolder()
})
afterEach(() => folder.remove())

/** The pack of a practice, as it sends it. */
const packOf = async (test: TestCore): Promise<string> => {
  test.core.env.files.grant('out', folder.path, 'folder')
  await addPeople(test, 8, 6)
  const { id } = await finish(test.client.reports.build({ ...YEAR, smallNumbers: 'hide-1-to-5' }))
  const { files } = await finish(test.client.reports.export({ id, folderHandle: 'out', formats: ['pack'], ...SENT_TO }))
  return join(folder.path, files[0]?.name ?? '')
}

const open = (path: string): ReturnType<typeof userEvent.setup> => {
  const choice: FileChoice = {
    status: 'chosen',
    file: { handle: granted(real.current(), path), name: 'a.throughline-pack', size: 1 },
  }
  vi.stubGlobal('throughline', { chooseFileToOpen: async () => choice, setTitleBarTheme: () => undefined })
  openScreen('/reports/verify', [{ path: '/reports/verify', render: () => <VerifyPage /> }])
  return userEvent.setup()
}

const checked = async (user: ReturnType<typeof userEvent.setup>): Promise<HTMLElement> => {
  await screen.findByRole('heading', { name: 'Check a pack' })
  await user.keyboard('n')
  return screen.findByRole('region', { name: 'a.throughline-pack' }, { timeout: 10_000 })
}

describe('the check of a pack', () => {
  it('asks for one, and says where it ends', async () => {
    open(join(folder.path, 'none'))
    expect(await screen.findByText('A file that ends in .throughline-pack.')).toBeTruthy()
    expect(screen.queryByRole('region', { name: 'a.throughline-pack' })).toBeNull()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('says that its own is genuine, and shows the report inside', async () => {
    const user = open(await packOf(real.current()))
    const found = await checked(user)
    expect(within(found).getByText('Genuine and unchanged')).toBeTruthy()
    expect(within(found).getByText(/^Brackenfold Surgery, A99901$/)).toBeTruthy()
    expect(within(found).getByText('1 Apr 2025 to 31 Mar 2026')).toBeTruthy()
    expect(screen.getAllByText(/Support contact within 3 months/)).not.toEqual([])
    expect(await accessibilityFaults()).toEqual([])
  })

  it('says what was changed, member by member, and shows nothing of it', async () => {
    const path = await packOf(real.current())
    const members = membersOf(path)
    const [table] = [...members.keys()].filter((name) => name.startsWith('tables/'))
    const [, other] = [...members.keys()].filter((name) => name.startsWith('tables/'))
    members.set(table ?? '', Buffer.from('changed'))
    members.delete(other ?? '')
    writeMembers(path, members)
    const found = await checked(open(path))
    expect(within(found).getByText(/Changed/)).toBeTruthy()
    const changes = within(found)
      .getAllByRole('listitem')
      .map(({ textContent }) => textContent)
    expect(new Set(changes)).toEqual(new Set([`${table} is not as it was signed`, `${other} is missing`]))
    expect(changes).toHaveLength(2)
    expect(screen.queryByText(/Support contact within 3 months/)).toBeNull()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('says that a key is new, and remembers it when it is theirs', async () => {
    const other = await createTestCore()
    const path = await packOf(other)
    await other.close()
    const user = open(path)
    const found = await checked(user)
    const remember = within(found).getByRole('button', { name: 'The key is theirs: remember it' })
    expect(await accessibilityFaults()).toEqual([])
    await user.click(remember)
    expect(await within(found).findByText('Genuine and unchanged', {}, { timeout: 10_000 })).toBeTruthy()
    expect(within(found).getByText('Key known since')).toBeTruthy()
  })

  it('says that a damaged file is none, and that a file that was refused was', async () => {
    const path = await packOf(real.current())
    writeFileSync(path, readFileSync(path).subarray(0, 900))
    const user = open(path)
    const found = await checked(user)
    expect(within(found).getByText(/^(Damaged|Not a pack)$/)).toBeTruthy()
    expect(within(found).queryByText('Signed with')).toBeNull()
    expect(await accessibilityFaults()).toEqual([])
    const refused: FileChoice = { status: 'refused', message: 'This file could not be read.' }
    vi.stubGlobal('throughline', { chooseFileToOpen: async () => refused, setTitleBarTheme: () => undefined })
    await user.click(screen.getByRole('button', { name: /Choose a pack/ }))
    expect(await screen.findByText(/This file could not be read\./)).toBeTruthy()
  })
})

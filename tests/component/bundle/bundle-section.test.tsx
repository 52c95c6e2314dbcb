import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { existsSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { frozenClock } from '#core/clock.ts'
import { settingsRoutes } from '#renderer/features/settings/settings-routes.tsx'
import type { FileChoice, ShellApi } from '#shared/contract/shell-api.ts'
import { accessibilityFaults } from '#tests/component/ui/render-ui.tsx'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { createTestCore, TEST_PASSPHRASE } from '#tests/support/test-core.ts'
import { write } from '#tests/core/bundle/full-register.ts'

const core = componentCoreForEachTest()

/** What the system's dialogs answer: only the shell can open them, so it stands in for them here. */
let asked: Parameters<ShellApi['chooseFileToSave']>[0][]
let copied: string[]
let folder: string

const choice = (handle: string, name: string): FileChoice => ({ status: 'chosen', file: { handle, name, size: 0 } })

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-bundle-'))
  asked = []
  copied = []
  core.current().core.env.files.grant('out', join(folder, 'out.zip'), 'write')
  core.current().core.env.files.grant('in', join(folder, 'in.zip'), 'read')
  const shell: Pick<
    ShellApi,
    'chooseFileToSave' | 'chooseFileToOpen' | 'setTitleBarTheme' | 'copyText' | 'showInFolder'
  > = {
    chooseFileToSave: async (options) => {
      asked.push(options)
      return choice('out', 'out.zip')
    },
    chooseFileToOpen: async () => choice('in', 'in.zip'),
    setTitleBarTheme: () => undefined,
    copyText: async (text) => void copied.push(text),
    showInFolder: async () => ({ ok: true }),
  }
  vi.stubGlobal('throughline', shell)
})
afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = async (): Promise<void> => {
  openScreen('/settings/whole-register', settingsRoutes)
  await screen.findByRole('heading', { level: 1, name: 'Whole register' })
}

const panel = (name: string) => within(screen.getByRole('region', { name: new RegExp(name) }))

const hashIn = (name: string): string | undefined =>
  screen.getByRole('region', { name: new RegExp(name) }).querySelector<HTMLElement>('[data-content-hash]')?.dataset[
    'contentHash'
  ]

/** A bundle with one person in it, from another register, written when it was the next day here and not yet at the meridian. */
const bundleOfAnother = async (): Promise<string> => {
  const other = await createTestCore({ clock: frozenClock('2026-10-24T23:30:00.000Z') })
  await other.client.register.addPerson({ person: aPerson({ surname: 'Tamworth' }), episode: anEpisode() })
  const { path, written } = await write(other, 'zip')
  writeFileSync(join(folder, 'in.zip'), readFileSync(path))
  await other.close()
  return written.contentHash
}

describe('writing the whole register', () => {
  it('warns, asks why, writes, and shows the hash that the register has', async () => {
    await core.current().client.register.addPerson({ person: aPerson(), episode: anEpisode() })
    await open()
    expect(screen.getByText(/will name everybody on the register, and it is not encrypted/)).toBeTruthy()
    expect(await screen.findByText(/This register is not empty, so it takes no bundle/)).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    await userEvent.click(screen.getByRole('button', { name: 'Choose where to write it' }))
    const summary = await screen.findByRole('alert', { name: /1 thing to put right/ })
    expect(within(summary).getByRole('link').textContent).toBe('Why is it needed: Say why in a few words')
    expect(asked).toEqual([])
    await userEvent.type(screen.getByRole('textbox', { name: /^Why is it needed\?/ }), 'New computer')
    await userEvent.click(screen.getByRole('button', { name: 'Choose where to write it' }))
    await screen.findByText(/^Written and read back: 1 person, 4 rows$/)
    expect(asked).toMatchObject([
      { kind: 'bundle', suggestedName: expect.stringMatching(/^throughline-bundle-[\d-]+\.zip$/) },
    ])
    expect(existsSync(join(folder, 'out.zip'))).toBe(true)
    await userEvent.click(panel('Write a bundle').getByRole('button', { name: 'Copy the hash' }))
    await userEvent.click(screen.getByRole('button', { name: 'Work out the hash of this register' }))
    await screen.findByText('As it stands now: 1 person, 4 rows.')
    expect(hashIn('Compare two registers')).toBe(hashIn('Write a bundle'))
    expect(copied).toEqual([hashIn('Write a bundle')])
    expect(await accessibilityFaults()).toEqual([])
  })
})

describe('bringing in a bundle', () => {
  it('shows what it holds, asks for the passphrase, and says that the register is identical', async () => {
    const contentHash = await bundleOfAnother()
    await open()
    await userEvent.click(await screen.findByRole('button', { name: 'Choose a bundle' }))
    await screen.findByText('1 person, 4 rows')
    expect(hashIn('Bring in a bundle')).toBe(contentHash)
    expect(screen.getByText(/^25 Oct 2026, by Throughline/)).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    const go = screen.getByRole('button', { name: 'Make this register identical' })
    await userEvent.click(go)
    await screen.findByRole('alert', { name: /1 thing to put right/ })
    const passphrase = screen.getByLabelText('Your passphrase')
    await userEvent.type(passphrase, 'not this one')
    await userEvent.click(go)
    await screen.findByText('That passphrase does not open this register. Nothing was changed.')
    expect((await core.current().client.bundle.standing({})).isEmpty).toBe(true)
  })

  it('makes the register identical', async () => {
    const contentHash = await bundleOfAnother()
    await open()
    await userEvent.click(await screen.findByRole('button', { name: 'Choose a bundle' }))
    await userEvent.type(await screen.findByLabelText('Your passphrase'), TEST_PASSPHRASE)
    await userEvent.click(screen.getByRole('button', { name: 'Make this register identical' }))
    await screen.findByText('The register is identical')
    expect(hashIn('Bring in a bundle')).toBe(contentHash)
    expect(await core.current().client.register.page({ limit: 5 })).toMatchObject({ rows: [{ surname: 'Tamworth' }] })
    expect(await accessibilityFaults()).toEqual([])
  })

  it('says in a sentence why a file is no bundle', async () => {
    writeFileSync(join(folder, 'in.zip'), 'a list, not a bundle')
    await open()
    await userEvent.click(await screen.findByRole('button', { name: 'Choose a bundle' }))
    expect(await screen.findByText(/^This is not a bundle that Throughline wrote/)).toBeTruthy()
  })
})

import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { registerRoutes } from '#renderer/features/register/register-routes.tsx'
import type { FileChoice, ShellApi } from '#shared/contract/shell-api.ts'
import { accessibilityFaults } from '#tests/component/ui/render-ui.tsx'
import { aPerson, anEpisode, nextNhsNumber } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'

const core = componentCoreForEachTest()

/** What the system's dialog answers: only the shell can open it, so it stands in for it here. */
let choice: FileChoice
let asked: Parameters<ShellApi['chooseFileToSave']>[0][]

const toSave = (): string => join(core.current().dataFolder, 'view.csv')

beforeEach(() => {
  core.current().core.env.files.grant('the-file', toSave(), 'write')
  choice = { status: 'chosen', file: { handle: 'the-file', name: 'view.csv', size: 0 } }
  asked = []
  const shell: Pick<ShellApi, 'chooseFileToSave' | 'setTitleBarTheme'> = {
    chooseFileToSave: async (options) => {
      asked.push(options)
      return choice
    },
    setTitleBarTheme: () => undefined,
  }
  vi.stubGlobal('throughline', shell)
})

const open = async (path = '/register'): Promise<void> => {
  for (const surname of ['Ashworth', 'Dacre', 'Fenwicke']) {
    await core.current().client.register.addPerson({
      person: aPerson({ surname, nhsNumber: nextNhsNumber() }),
      episode: anEpisode(),
    })
  }
  openScreen(path, registerRoutes)
  await screen.findByRole('row', { name: /ASHWORTH/ })
}

const openDialog = async () => {
  await userEvent.click(screen.getByRole('button', { name: 'More to do with this view' }))
  await userEvent.click(await screen.findByRole('menuitem', { name: 'Write this view to a file' }))
  return within(await screen.findByRole('dialog'))
}

const reasonOf = (form: ReturnType<typeof within>) => form.getByRole('textbox', { name: /^Why is it needed\?/ })
const lines = (): string[] => readFileSync(toSave(), 'utf8').replace('\uFEFF', '').trim().split('\r\n')

describe('writing the register to a file', () => {
  it('says what the file will hold before it is written, without a violation', async () => {
    await open('/register?columns=person,due,cancer')
    const form = await openDialog()
    expect(form.getByRole('heading', { name: 'Write 3 people to a file' })).toBeTruthy()
    expect(form.getByText('This file will name people with cancer')).toBeTruthy()
    expect(document.activeElement).toBe(reasonOf(form))
    expect(
      form.getByText(
        'Columns: Surname, Given name, NHS number, Date of birth, Next due, Due date, Tumour group, Site, Stage. Show other columns in the list to write those.',
      ),
    ).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('wants a reason first, in words that name the field once', async () => {
    await open()
    const form = await openDialog()
    await userEvent.click(form.getByRole('button', { name: 'Choose where' }))
    expect(await form.findByRole('link', { name: 'Why is it needed: Say why in a few words' })).toBeTruthy()
    expect(asked).toEqual([])
    expect(existsSync(toSave())).toBe(false)
  })

  it('writes the view in its order, keeps the reason and says so', async () => {
    await open()
    const form = await openDialog()
    await userEvent.type(reasonOf(form), 'For the practice meeting')
    await userEvent.click(form.getByRole('radio', { name: 'CSV text' }))
    await userEvent.click(form.getByRole('button', { name: 'Choose where' }))
    await screen.findAllByText('3 people written to view.csv.')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(asked).toMatchObject([{ suggestedName: 'register-view.csv', kind: 'csv' }])
    expect(lines().map((line) => line.split(',')[0])).toEqual(['Surname', 'Ashworth', 'Dacre', 'Fenwicke'])
    const entries = (await core.current().client.audit.page({})).filter(
      ({ method }) => method === 'register.exportList',
    )
    expect(entries).toMatchObject([{ reason: 'For the practice meeting' }])
  })

  it('writes only who is chosen', async () => {
    await open()
    screen.getByRole('row', { name: /DACRE/ }).focus()
    await userEvent.keyboard('x')
    await userEvent.click(await screen.findByRole('button', { name: 'Write to a file' }))
    const form = within(await screen.findByRole('dialog'))
    expect(form.getByRole('heading', { name: 'Write 1 person to a file' })).toBeTruthy()
    await userEvent.type(reasonOf(form), 'To ring her')
    await userEvent.click(form.getByRole('radio', { name: 'CSV text' }))
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await screen.findAllByText('1 person written to view.csv.')
    expect(lines().map((line) => line.split(',')[0])).toEqual(['Surname', 'Dacre'])
  })

  it('stays, with what was typed, when no place is chosen or the place is refused', async () => {
    await open()
    const form = await openDialog()
    await userEvent.type(reasonOf(form), 'For the practice meeting')
    choice = { status: 'cancelled' }
    await userEvent.click(form.getByRole('button', { name: 'Choose where' }))
    await waitFor(() => expect(asked).toHaveLength(1))
    choice = { status: 'refused', message: 'That folder cannot be written to. Choose another.' }
    await userEvent.click(form.getByRole('button', { name: 'Choose where' }))
    expect((await form.findAllByText(/That folder cannot be written to/)).length).toBeGreaterThan(0)
    expect((reasonOf(form) as HTMLTextAreaElement).value).toBe('For the practice meeting')
    expect(existsSync(toSave())).toBe(false)
  })
})

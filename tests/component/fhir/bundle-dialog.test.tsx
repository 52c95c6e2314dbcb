import { screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { existsSync, readFileSync } from 'node:fs'
import { join } from 'node:path'
import { beforeEach, describe, expect, it, vi } from 'vitest'
import { bundleWritten } from '#renderer/features/fhir/bundle-words.ts'
import { PersonPage } from '#renderer/features/journey/person-page.tsx'
import { personTabOf } from '#renderer/features/journey/person-tabs.tsx'
import { registerRoutes } from '#renderer/features/register/register-routes.tsx'
import type { FileChoice, ShellApi } from '#shared/contract/shell-api.ts'
import { accessibilityFaults } from '#tests/component/ui/render-ui.tsx'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import type { ReadBundle } from '#tests/support/fhir-validator.ts'

const core = componentCoreForEachTest()

/** What the system's dialog answers: only the shell can open it, so it stands in for it here. */
let choice: FileChoice
let asked: Parameters<ShellApi['chooseFileToSave']>[0][]

const toSave = (): string => join(core.current().dataFolder, 'bundle.json')
const saved = (): ReadBundle => JSON.parse(readFileSync(toSave(), 'utf8')) as ReadBundle
const patients = (): Record<string, unknown>[] =>
  saved().entry.flatMap(({ resource }) => (resource.resourceType === 'Patient' ? [resource] : []))

beforeEach(() => {
  core.current().core.env.files.grant('the-file', toSave(), 'write')
  choice = { status: 'chosen', file: { handle: 'the-file', name: 'bundle.json', size: 0 } }
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

const addPeople = async (): Promise<string[]> => {
  const ids: string[] = []
  for (const surname of ['Ashworth', 'Dacre', 'Fenwicke']) {
    const { id } = await core
      .current()
      .client.register.addPerson({ person: aPerson({ surname }), episode: anEpisode() })
    ids.push(id)
  }
  return ids
}

const openRegister = async (): Promise<void> => {
  await addPeople()
  openScreen('/register', registerRoutes)
  await screen.findByRole('row', { name: /ASHWORTH/ })
}

const openFromMenu = async (menu: string, item: string) => {
  await userEvent.click(await screen.findByRole('button', { name: menu }))
  await userEvent.click(await screen.findByRole('menuitem', { name: item }))
  return within(await screen.findByRole('dialog'))
}
const openDialog = () => openFromMenu('More to do with this view', 'Write this view as a FHIR bundle')

type Form = ReturnType<typeof within>
const reasonOf = (form: Form) => form.getByRole('textbox', { name: /^Why is it needed\?/ })
const start = (form: Form) => userEvent.click(form.getByRole('button', { name: 'Choose where' }))

describe('writing a FHIR bundle', () => {
  it('is without names at first, and says what that means, without a violation', async () => {
    await openRegister()
    const form = await openDialog()
    expect(form.getByRole('heading', { name: 'Write 3 people as a FHIR bundle' })).toBeTruthy()
    expect(form.getByRole<HTMLInputElement>('radio', { name: 'Without names' }).checked).toBe(true)
    expect(form.getByText('Still about real people')).toBeTruthy()
    expect(form.queryByText('This file will name people with cancer')).toBeNull()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('writes the view without names and says so', async () => {
    await openRegister()
    const form = await openDialog()
    await userEvent.type(reasonOf(form), 'For the research team')
    await start(form)
    await screen.findAllByText('3 people written to bundle.json.')
    expect(screen.queryByRole('dialog')).toBeNull()
    expect(asked).toMatchObject([{ suggestedName: 'fhir-bundle.json', kind: 'json' }])
    expect(patients()).toHaveLength(3)
    expect(readFileSync(toSave(), 'utf8')).not.toMatch(/Ashworth|Dacre|Fenwicke/)
  })

  it('warns before it names people, and asks', async () => {
    await openRegister()
    const form = await openDialog()
    await userEvent.click(form.getByRole('radio', { name: 'With names' }))
    expect(form.getByText('This file will name people with cancer')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    await userEvent.type(reasonOf(form), 'They moved to another practice')
    await start(form)
    expect(
      await form.findByRole('link', { name: 'This file is meant to name people: Tick this if names are meant' }),
    ).toBeTruthy()
    expect(asked).toEqual([])
    expect(existsSync(toSave())).toBe(false)
    await userEvent.click(form.getByRole('checkbox', { name: 'This file is meant to name people' }))
    await start(form)
    await screen.findAllByText('3 people written to bundle.json.')
    expect(JSON.stringify(patients())).toContain('Fenwicke')
  })

  it('forgets that names were meant when somebody goes back to no names', async () => {
    await openRegister()
    const form = await openDialog()
    await userEvent.click(form.getByRole('radio', { name: 'With names' }))
    await userEvent.click(form.getByRole('checkbox', { name: 'This file is meant to name people' }))
    await userEvent.click(form.getByRole('radio', { name: 'Without names' }))
    await userEvent.click(form.getByRole('radio', { name: 'With names' }))
    const box = form.getByRole<HTMLInputElement>('checkbox', { name: 'This file is meant to name people' })
    expect(box.checked).toBe(false)
  })

  it('writes only who is chosen', async () => {
    await openRegister()
    screen.getByRole('row', { name: /DACRE/ }).focus()
    await userEvent.keyboard('x')
    await userEvent.click(await screen.findByRole('button', { name: 'FHIR bundle' }))
    const form = within(await screen.findByRole('dialog'))
    expect(form.getByRole('heading', { name: 'Write 1 person as a FHIR bundle' })).toBeTruthy()
    await userEvent.type(reasonOf(form), 'For the research team')
    await userEvent.keyboard('{Control>}{Enter}{/Control}')
    await screen.findAllByText('1 person written to bundle.json.')
    expect(patients()).toHaveLength(1)
  })

  it('writes one person from their page, with who it is about in view', async () => {
    const [id = ''] = await addPeople()
    const tab = personTabOf('details')
    if (tab === undefined) throw new Error('there is no such tab')
    openScreen(`/people/${id}/details`, [
      { path: '/people/:id/details', render: () => <PersonPage id={id} tab={tab} neighbours={undefined} /> },
    ])
    const form = await openFromMenu('More about this patient', 'Write a FHIR bundle')
    expect(form.getAllByText(/ASHWORTH/).length).toBeGreaterThan(0)
    expect(await accessibilityFaults()).toEqual([])
    await userEvent.type(reasonOf(form), 'They asked for it')
    await start(form)
    await screen.findAllByText('1 person written to bundle.json.')
    expect(patients()).toHaveLength(1)
  })

  it('stays, with what was typed, when no place is chosen or nobody is left to write', async () => {
    const { client } = core.current()
    await client.register.addPerson({
      person: aPerson({ surname: 'Ashworth', leaveOutOfSharing: true }),
      episode: anEpisode(),
    })
    openScreen('/register', registerRoutes)
    await screen.findByRole('row', { name: /ASHWORTH/ })
    const form = await openDialog()
    await userEvent.type(reasonOf(form), 'For the research team')
    choice = { status: 'refused', message: 'That folder cannot be written to. Choose another.' }
    await start(form)
    expect((await form.findAllByText(/That folder cannot be written to/)).length).toBeGreaterThan(0)
    choice = { status: 'chosen', file: { handle: 'the-file', name: 'bundle.json', size: 0 } }
    await start(form)
    expect(await form.findByText(/^Everybody in this list is left out of onward sharing/)).toBeTruthy()
    expect(form.queryByText(/That folder cannot be written to/)).toBeNull()
    expect((reasonOf(form) as HTMLTextAreaElement).value).toBe('For the research team')
    expect(existsSync(toSave())).toBe(false)
  })

  it('says who was left out', () => {
    const written = { people: 1204, leftOut: 1, resources: {}, bytes: 1 }
    expect(bundleWritten(written, 'x.json')).toBe('1,204 people written to x.json. 1 person left out of sharing.')
  })
})

import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { canonicalJson, sha256 } from '#core/canonical-json.ts'
import { settingsRoutes } from '#renderer/features/settings/settings-routes.tsx'
import { toolkitRoutes } from '#renderer/features/toolkit/toolkit-routes.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import type { FileChoice, ShellApi } from '#shared/contract/shell-api.ts'
import type { DocumentNode } from '#shared/features/toolkit/document.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { accessibilityFaults } from '../ui/render-ui.tsx'
import { paragraph } from './texts.ts'

const core = componentCoreForEachTest()
const printed: string[] = []

/** What the system's dialogs answer: only the shell can open them, so it stands in for them here. */
const chosen = (handle: string): FileChoice => ({
  status: 'chosen',
  file: { handle, name: 'shared.tlt', size: 0 },
})

beforeEach(() => {
  printed.length = 0
  const path = join(core.current().dataFolder, 'shared.tlt')
  core.current().core.env.files.grant('out', path, 'write')
  core.current().core.env.files.grant('in', path, 'read')
  const shell: Pick<ShellApi, 'chooseFileToSave' | 'chooseFileToOpen' | 'printPage' | 'setTitleBarTheme'> = {
    chooseFileToSave: async () => chosen('out'),
    chooseFileToOpen: async () => chosen('in'),
    printPage: async ({ title }) => {
      printed.push(title)
      return { ok: true }
    },
    setTitleBarTheme: () => undefined,
  }
  vi.stubGlobal('throughline', shell)
})
afterEach(() => vi.unstubAllGlobals())

const open = (path: string): ReturnType<typeof userEvent.setup> => {
  openScreen(path, [...toolkitRoutes, ...settingsRoutes])
  return userEvent.setup()
}

const cards = () => screen.getAllByRole('button').filter((button) => button.dataset['card'] !== undefined)
const library = () => core.current().client.toolkit.library({})

describe('the library', () => {
  it('shows every template by topic with how its documents stand', async () => {
    const { toolkit } = core.current().client
    await toolkit.create({ templateCode: null, title: 'My own notes', topic: 'grow', audience: 'self' })
    open('/toolkit')
    const grow = await screen.findByRole('region', { name: 'Report and grow' })
    const own = within(grow).getByRole('button', { name: 'My own notes' })
    expect(own.closest('li')?.textContent).toContain('Seen by you only')
    expect(cards()).toHaveLength((await library()).templates.length + 1)
    expect(await accessibilityFaults()).toEqual([])
  })

  it('is walked with the arrows, and finds with /', async () => {
    const user = open('/toolkit')
    await screen.findByRole('button', { name: 'Local situation profile' })
    const [first, second] = cards()
    first?.focus()
    await user.keyboard('{ArrowRight}')
    expect(document.activeElement).toBe(second)
    expect([first?.tabIndex, second?.tabIndex]).toEqual([-1, 0])
    await user.keyboard('{End}')
    expect(document.activeElement).toBe(cards().at(-1))
    await user.keyboard('/')
    await user.keyboard('situation profile')
    await waitFor(() =>
      expect(cards().map((card) => card.getAttribute('aria-label'))).toEqual(['Local situation profile']),
    )
    expect(location.search).toBe('?find=situation+profile')
    await user.keyboard(' qqqq')
    await screen.findByRole('heading', { name: 'No document matches' })
    await user.click(screen.getByRole('button', { name: 'Show all of them' }))
    expect(cards().length).toBeGreaterThan(20)
  })

  it('says what a document is for and begins it', async () => {
    const user = open('/toolkit')
    await user.click(await screen.findByRole('button', { name: 'About Local situation profile' }))
    const drawer = await screen.findByRole('dialog', { name: 'Local situation profile' })
    expect(drawer.textContent).toMatch(/About \d+ minutes/)
    within(drawer).getByRole('heading', { name: 'Sources' })
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(drawer).getByRole('button', { name: 'Begin this document' }))
    const dialog = await screen.findByRole('dialog', { name: 'New: Local situation profile' })
    await user.click(within(dialog).getByRole('button', { name: 'Begin it' }))
    await screen.findByRole('textbox', { name: 'Text of the document' })
    expect((await library()).documents.map(({ templateCode }) => templateCode)).toEqual(['local-situation-profile'])
    expect(undoLatestToast()).toBe(true)
    await waitFor(async () => expect((await library()).documents).toEqual([]))
  })

  it('begins a document about one person, who is chosen and never in the title', async () => {
    const { register } = core.current().client
    const { id } = await register.addPerson({ person: aPerson(), episode: anEpisode() })
    const user = open('/toolkit')
    await screen.findByRole('button', { name: 'Local situation profile' })
    await user.keyboard('n')
    const dialog = await screen.findByRole('dialog', { name: 'New from blank' })
    await user.type(within(dialog).getByLabelText('Title'), 'Letter')
    await user.click(within(dialog).getByRole('radio', { name: 'About one person' }))
    await user.click(within(dialog).getByRole('button', { name: 'Begin it' }))
    expect((await within(dialog).findAllByRole('alert'))[0]?.textContent).toContain('Choose the person it is about')
    await user.type(within(dialog).getByRole('combobox', { name: 'The person it is about' }), 'ashw')
    await user.click(await within(dialog).findByRole('option', { name: /ASHWORTH/ }))
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Begin it' }))
    await screen.findByRole('textbox', { name: 'Text of the document' })
    await screen.findByText(/ASHWORTH/)
    expect((await library()).documents[0]?.person?.id).toBe(id)
    expect(`${document.title} ${location.href}`).not.toMatch(/ashworth/i)
  })
})

describe('own templates', () => {
  it('are made from a document, looked at, written to a file, removed and brought back in', async () => {
    const { toolkit } = core.current().client
    const { id } = await toolkit.create({ templateCode: 'local-situation-profile' })
    const user = open(`/toolkit/${id}`)
    await screen.findByRole('textbox', { name: 'Text of the document' })
    await user.click(screen.getByRole('button', { name: 'More for this document' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Save as my template' }))
    const saving = await screen.findByRole('dialog', { name: 'Save as my template' })
    await user.clear(within(saving).getByLabelText('Title'))
    await user.type(within(saving).getByLabelText('Title'), 'Our profile')
    await user.click(within(saving).getByRole('button', { name: 'Save the template' }))
    expect((await within(saving).findByRole('alert')).textContent).toContain('Say what it is for')
    await user.type(within(saving).getByLabelText('What it is for'), 'To show the board')
    await user.type(within(saving).getByLabelText('Who uses it'), 'The lead')
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(saving).getByRole('button', { name: 'Save the template' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())

    await user.keyboard('{Escape}')
    await user.click(await screen.findByRole('button', { name: 'More for the toolkit' }))
    await user.click(await screen.findByRole('menuitem', { name: 'Own templates' }))
    await screen.findByRole('heading', { name: 'Our profile' })
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Look at Our profile' }))
    const drawer = await screen.findByRole('dialog', { name: 'Our profile' })
    await within(drawer).findByRole('article', { name: 'Our profile' })
    await user.keyboard('{Escape}')
    await user.click(screen.getByRole('button', { name: 'Write Our profile to a file' }))
    await screen.findAllByText(/“Our profile” is written/)
    await user.click(screen.getByRole('button', { name: 'Remove Our profile' }))
    await screen.findByRole('heading', { name: 'No template of your own yet' })
    await user.click(screen.getByRole('button', { name: 'Bring in a template' }))
    const bringing = await screen.findByRole('dialog', { name: 'Bring in a template' })
    await within(bringing).findByRole('article', { name: 'Our profile' })
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(bringing).getByRole('button', { name: 'Bring it in' }))
    await screen.findByRole('heading', { name: 'Our profile' })
  })

  it('with facts that are none or not for their readers say which, and their documents open', async () => {
    const { dataFolder } = core.current()
    const field = (code: string): DocumentNode => ({ type: 'field', attrs: { code, label: null, frozen: null } })
    const template = {
      code: 'from-a-peer',
      title: 'From a peer',
      purpose: 'To share a way of working',
      topic: 'work',
      audience: 'inside',
      usedBy: 'The lead',
      minutes: 10,
      sources: [],
      reviewMonths: 12,
      madeBy: 'Dr Joan Webb',
      content: {
        type: 'doc',
        content: [paragraph(field('practice.shoe-size'), field('person.nhs-number'), field('practice.name'))],
      },
    }
    const checksum = sha256(canonicalJson(template))
    writeFileSync(
      join(dataFolder, 'shared.tlt'),
      JSON.stringify({ format: 'throughline-template', version: 1, checksum, template }),
    )
    const user = open('/toolkit/templates')
    await user.click(await screen.findByRole('button', { name: 'Bring in a template' }))
    const dialog = await screen.findByRole('dialog', { name: 'Bring in a template' })
    expect((await within(dialog).findByText('practice.shoe-size')).tagName).toBe('DD')
    within(dialog).getByText('person.nhs-number')
    await user.click(within(dialog).getByRole('button', { name: 'Bring it in' }))
    await user.click(await screen.findByRole('button', { name: 'Begin a document from From a peer' }))
    const making = await screen.findByRole('dialog', { name: /From a peer/ })
    await user.click(within(making).getByRole('button', { name: 'Begin it' }))
    const text = await screen.findByRole('textbox', { name: 'Text of the document' })
    await within(text).findByText('Unknown fact')
    within(text).getByText('Not for these readers')
    expect(text.textContent).toContain('practice.shoe-size')
    expect(text.textContent).toContain('Brackenfold Surgery')
  })

  it('that cannot be read are refused whole, in words', async () => {
    const user = open('/toolkit/templates')
    await user.click(await screen.findByRole('button', { name: 'Bring in a template' }))
    const dialog = await screen.findByRole('dialog', { name: 'Bring in a template' })
    expect((await within(dialog).findByRole('alert')).textContent).toContain('Nothing was brought in')
    expect(within(dialog).queryByRole('button', { name: 'Bring it in' })).toBeNull()
    expect(await accessibilityFaults()).toEqual([])
  })
})

describe('the house style', () => {
  it('is set in Settings and stands on every document', async () => {
    const { toolkit } = core.current().client
    const { id } = await toolkit.create({ templateCode: null, title: 'Notes' })
    const user = open('/settings/house-style')
    await screen.findByLabelText(/^Line beside the name/)
    await toolkit.saveHouseStyle({ name: null, header: 'Another window', footer: null })
    await screen.findByDisplayValue('Another window')
    await user.clear(screen.getByLabelText(/^Line beside the name/))
    await user.type(screen.getByLabelText(/^Line beside the name/), 'Ferrin Vale cancer network')
    await user.type(screen.getByLabelText(/^Line below each document/), 'Ring 01632 960 001')
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Save the house style' }))
    await screen.findAllByText('The house style is saved.')
    open(`/toolkit/${id}?view=read`)
    const page = await screen.findByRole('article', { name: 'Notes' })
    await waitFor(() => expect(page.textContent).toContain('Brackenfold Surgery, Ferrin Vale cancer network'))
    expect(page.textContent).toContain('Ring 01632 960 001')
    await user.keyboard('p')
    await waitFor(() => expect(printed).toEqual(['Throughline document']))
  })
})

import { cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import { finish } from '#core/in-process.ts'
import userEvent from '@testing-library/user-event'
import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { onCoreEvent } from '#renderer/app/core-client.ts'
import { invalidateFor } from '#renderer/app/invalidation.ts'
import { Providers } from '#renderer/app/providers.tsx'
import { createQueryClient } from '#renderer/app/query-client.ts'
import { AppRoutes } from '#renderer/app/router.tsx'
import { importRoutes } from '#renderer/features/imports/import-routes.tsx'
import { clearToasts, ToastRegion } from '#renderer/ui/toasts.tsx'
import type { ChosenFile, ShellApi } from '#shared/contract/shell-api.ts'
import { createComponentCore } from '#tests/support/component-core.ts'
import { TEST_TODAY, type TestCore } from '#tests/support/test-core.ts'
import { fixture, importing, temporaryFolder } from '#tests/core/imports/import-helpers.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

// The core behind the page is the real one: a backup and a whole import may take longer than the usual second.
configure({ asyncUtilTimeout: 8_000 })

let test: TestCore
let folder: ReturnType<typeof temporaryFolder>
/** What the system's dialogs answer: only the shell can open them, so they stand in for it here. */
let toOpen: string
let toSave: string

const handed = (path: string, access: 'read' | 'write'): ChosenFile => ({
  handle: importing(test).grant(path, access),
  name: path.split('/').at(-1) ?? '',
  size: 1,
})

const dialogs: Pick<ShellApi, 'chooseFilesToOpen' | 'chooseFileToSave' | 'setTitleBarTheme'> = {
  chooseFilesToOpen: async () => ({ status: 'chosen', files: [handed(toOpen, 'read')], folders: [] }),
  chooseFileToSave: async () => ({ status: 'chosen', file: handed(toSave, 'write') }),
  setTitleBarTheme: () => undefined,
}

beforeEach(async () => {
  test = await createComponentCore()
  folder = temporaryFolder()
  toOpen = fixture('emis-report.csv')
  toSave = join(folder.path, 'rejected.csv')
  vi.stubGlobal('throughline', dialogs)
  setToday(TEST_TODAY)
  history.replaceState(null, '', '/imports')
})

afterEach(async () => {
  stopListening()
  clearToasts()
  cleanup()
  await test.close()
  folder.remove()
})

let stopListening: () => void

const showImports = (): ReturnType<typeof userEvent.setup> => {
  const queryClient = createQueryClient()
  stopListening = onCoreEvent((event) => event.type === 'changed' && invalidateFor(queryClient, event.entities))
  render(
    <Providers queryClient={queryClient} env="test">
      <ToastRegion />
      <AppRoutes routes={importRoutes} notFound={<p>Not found</p>} />
    </Providers>,
  )
  return userEvent.setup()
}

const heading = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name })
const bar = (): string => screen.getByRole('region', { name: 'Rows in the file' }).textContent.replace(/\s+/g, ' ')

describe('bringing in a file', () => {
  it('goes from an empty list to a finished import and back by keyboard alone', async () => {
    const user = showImports()
    await screen.findByRole('heading', { name: 'Nothing has been brought in yet' })

    await user.keyboard('n')
    await heading('Match columns')
    expect(screen.getByRole('heading', { name: 'This is an EMIS patient report' })).toBeTruthy()
    expect(screen.getByText('13 columns, 13 matched')).toBeTruthy()
    expect(screen.getByText('Check digit right on 4')).toBeTruthy()

    // However long this computer takes to draw the next step, it counts as no time.
    const clock = vi.spyOn(performance, 'now').mockReturnValue(performance.now())
    await user.keyboard('{Control>}{Enter}{Enter}')
    await heading('Check changes')
    // Still the finger of the step before: nothing is brought in that nobody has looked at.
    await user.keyboard('{Enter}{/Control}')
    clock.mockRestore()
    expect(bar()).toContain('6 rows in=6 new+0 changed+0 the same+0 disagree+0 rejected')
    expect(await screen.findByText('QUENBY, Orla', { selector: 'b' })).toBeTruthy()
    await user.keyboard('j')
    await waitFor(() => expect(document.querySelector('[data-patient]')?.textContent).toContain('THACKRAY, Ivo'))
    expect(screen.getByText('Prostate, 2 Jun 2024')).toBeTruthy()
    expect((await test.client.register.page({})).total).toBe(0)

    await user.keyboard('{Control>}{Enter}{/Control}')
    await heading('Import finished')
    expect(bar()).toContain('Counted twice, and they agree')
    expect(screen.getByRole('heading', { name: 'The register went from 0 to 4 people' })).toBeTruthy()
    expect((await test.client.register.page({})).total).toBe(4)
    expect(document.querySelector('[data-toast]')?.textContent).toContain('Import saved. 4 people added or changed.')
  })

  it('asks for the name that is missing at its field, and cuts none that is too long', async () => {
    const user = showImports()
    await user.click(await screen.findByRole('button', { name: /Bring in a file/ }))
    await user.click(await screen.findByRole('button', { name: /Check changes/ }))
    const name = await screen.findByRole('textbox', { name: 'Name of this import' })
    await user.clear(name)
    await user.keyboard('{Tab}{Control>}{Enter}{/Control}')
    expect(await screen.findByText('Give the import a name')).toBeTruthy()
    expect(document.activeElement).toBe(name)
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('November')
    expect(screen.queryByText('Give the import a name')).toBeNull()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await heading('Import finished')
    expect((await test.client.imports.list({})).map((batch) => batch.name)).toEqual(['November'])
  })

  it('says that a file which is brought in again changes nothing', async () => {
    await importing(test).bringIn(toOpen)
    const user = showImports()
    await user.click(await screen.findByRole('button', { name: /Bring in a file/ }))
    await user.click(await screen.findByRole('button', { name: /Check changes/ }))
    expect(await screen.findByText('This file changes nothing')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /Close, nothing to bring in/ }))
    await heading('Imports')
    expect(await test.client.imports.list({})).toHaveLength(1)
  })

  it('claims nothing about the register where every row is rejected', async () => {
    await importing(test).bringIn(toOpen)
    toOpen = join(folder.path, 'unreadable.csv')
    writeFileSync(toOpen, 'NHS number,Surname,First name,Date of birth\n9990000026,Hollis,Ada,never\n')
    const user = showImports()
    await user.click(await screen.findByRole('button', { name: /Bring in a file/ }))
    await user.click(await screen.findByRole('button', { name: /Check changes/ }))
    expect(await screen.findByText(/^Every row is rejected\./)).toBeTruthy()
    expect(screen.queryByText(/is on your register already/)).toBeNull()
    const others = screen.getByRole('region', { name: /^On your register, not in this file/ })
    expect(others.textContent).toContain('Rejected rows may be about some of them.')
  })

  it('shows each rejected row with its reason and saves them to a file', async () => {
    toOpen = fixture('faults.csv')
    const user = showImports()
    await user.click(await screen.findByRole('button', { name: /Bring in a file/ }))
    await user.click(await screen.findByRole('button', { name: /Check changes/ }))
    await user.click(await screen.findByRole('tab', { name: /Rejected/ }))
    expect(await screen.findByText(/^NHS number rounded by a spreadsheet, so digits are lost\. Save/)).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Save these 7 rows to mend and bring back' }))
    await waitFor(() =>
      expect(document.querySelector('[data-toast]')?.textContent).toContain('7 rejected rows saved to rejected.csv'),
    )
    expect(readFileSync(toSave, 'utf8').split('\r\n')).toHaveLength(9)
  })

  it('keeps a column that nobody placed out, and takes it where somebody says', async () => {
    toOpen = join(folder.path, 'odd.csv')
    writeFileSync(
      toOpen,
      'NHS number,Surname,First name,Date of birth,Seen on\n9990000026,Hollis,Ada,01/02/1950,05/06/2025\n',
    )
    const user = showImports()
    await user.click(await screen.findByRole('button', { name: /Bring in a file/ }))
    expect(await screen.findByText('1 column without a place: left out unless you choose one')).toBeTruthy()
    const box = screen.getByRole('combobox', { name: 'Seen on goes to' })
    await user.click(box)
    const choices = document.getElementById(box.getAttribute('aria-controls') ?? '')
    await user.click(within(choices ?? document.body).getByText('Care review date'))
    await user.click(await screen.findByRole('button', { name: 'Day first for all 2' }))
    expect(screen.getAllByText('Read day first, as chosen')).toHaveLength(2)
    await user.click(screen.getByRole('button', { name: /Check changes/ }))
    expect(await screen.findByText('Cancer care review, 5 Jun 2025')).toBeTruthy()
  })

  it('reads the file another way when told to, and says what is wrong with that', async () => {
    const user = showImports()
    await user.click(await screen.findByRole('button', { name: /Bring in a file/ }))
    await user.click(await screen.findByRole('button', { name: 'Read it another way' }))
    const dialog = await screen.findByRole('dialog')
    const line = within(dialog).getByRole('textbox', { name: 'Line with the headings' })
    await user.clear(line)
    await user.type(line, '99')
    await user.click(within(dialog).getByRole('button', { name: 'Read it this way' }))
    expect(await within(dialog).findByText(/There is nothing below line 99/)).toBeTruthy()
    await user.clear(line)
    await user.type(line, '6')
    await user.click(within(dialog).getByRole('button', { name: 'Read it this way' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await screen.findByText('Headings found on line 6')).toBeTruthy()
  })

  it('saves an empty list to fill in', async () => {
    toSave = join(folder.path, 'cancer-list.xlsx')
    const user = showImports()
    await user.click(await screen.findByRole('button', { name: 'Save an empty list' }))
    await waitFor(() => expect(document.querySelector('[data-toast]')?.textContent).toContain('cancer-list.xlsx'))
    expect(readFileSync(toSave).subarray(0, 2).toString()).toBe('PK')
  })

  it('reads another sheet of a workbook when told to', async () => {
    toOpen = join(folder.path, 'lists.xlsx')
    const headings = ['NHS number', 'Surname', 'Date of birth']
    const sheets = [
      { name: 'This year', rows: [headings, ['999 000 0026', 'Hollis', '01/02/1950']] },
      { name: 'Last year', rows: [['Old list'], headings, ['999 000 0018', 'Marsh', '30/11/1944']] },
    ]
    writeFileSync(toOpen, await writeXlsx({ sheets }))
    const user = showImports()
    await user.click(await screen.findByRole('button', { name: /Bring in a file/ }))
    expect(await screen.findByText('Excel workbook, sheet “This year”')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Read it another way' }))
    const dialog = await screen.findByRole('dialog')
    expect(within(dialog).queryByText('Values are separated by')).toBeNull()
    const box = within(dialog).getByRole('combobox', { name: 'Sheet' })
    await user.click(box)
    const choices = document.getElementById(box.getAttribute('aria-controls') ?? '')
    await user.click(within(choices ?? document.body).getByText('Last year'))
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(dialog).getByRole('button', { name: 'Read it this way' }))
    await waitFor(() => expect(screen.queryByRole('dialog')).toBeNull())
    expect(await screen.findByText('Excel workbook, sheet “Last year”')).toBeTruthy()
    expect(screen.getByText('Headings found on line 2')).toBeTruthy()
  })

  it('says in words why a file cannot be read, and stays where it is', async () => {
    toOpen = join(folder.path, 'book.csv')
    writeFileSync(toOpen, 'PK\u0003\u0004and so on')
    const user = showImports()
    await user.click(await screen.findByRole('button', { name: /Bring in a file/ }))
    expect(await screen.findByText(/This file is damaged: its list of contents cannot be read/)).toBeTruthy()
    await heading('Imports')
  })

  it('asks for the file again after the register was locked', async () => {
    history.replaceState(null, '', '/imports/01900000-0000-7000-8000-00000000ffff/check')
    showImports()
    expect(await heading('Choose the file again')).toBeTruthy()
  })
})

describe('for people who use a screen reader', () => {
  const stepOf: Record<string, (wizard: ReturnType<typeof importing>) => Promise<string>> = {
    Imports: async () => '/imports',
    'Match columns': async (wizard) => `/imports/${(await wizard.read(toOpen)).draftId}/match`,
    'Check changes': async (wizard) => {
      const draft = await wizard.read(fixture('faults.csv'))
      await wizard.preview(draft)
      return `/imports/${draft.draftId}/check?show=rejected`
    },
    'Import finished': async (wizard) => `/imports/${(await wizard.bringIn(toOpen)).batch.id}/done`,
  }

  it.each(Object.keys(stepOf))('axe finds nothing on the step “%s”', async (title) => {
    history.replaceState(null, '', await stepOf[title]?.(importing(test)))
    showImports()
    await heading(title)
    expect(await accessibilityFaults()).toEqual([])
  })
})

describe('the list of imports', () => {
  it('lifts one out after asking, and keeps it in the list', async () => {
    await importing(test).bringIn(fixture('emis-report.csv'))
    const user = showImports()
    await user.click(await screen.findByRole('button', { name: 'Undo November list' }))
    expect(await screen.findByText(/^4 people, \d+ diagnoses/)).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    await user.click(await screen.findByRole('button', { name: 'Undo this import' }))
    expect(await screen.findByText('Undone today 10:00')).toBeTruthy()
    expect((await test.client.register.page({})).total).toBe(0)
  })

  it('says that one cannot be undone where it was undone elsewhere meanwhile, and offers no more', async () => {
    await importing(test).bringIn(fixture('emis-report.csv'))
    const [batch] = await test.client.imports.list({})
    const user = showImports()
    await user.click(await screen.findByRole('button', { name: 'Undo November list' }))
    await screen.findByText(/^4 people, \d+ diagnoses/)
    await finish(test.client.imports.undo({ batchId: batch?.id ?? '' }))
    await screen.findByText('It cannot be undone')
    expect(screen.getByText('This import was undone before. Nothing was changed now.')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Undo this import' })).toBeNull()
  })
})

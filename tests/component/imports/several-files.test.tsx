import { act, cleanup, configure, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { mkdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { onCoreEvent } from '#renderer/app/core-client.ts'
import { invalidateFor } from '#renderer/app/invalidation.ts'
import { Providers } from '#renderer/app/providers.tsx'
import { createQueryClient } from '#renderer/app/query-client.ts'
import { AppRoutes } from '#renderer/app/router.tsx'
import { figureRoutes } from '#renderer/features/figures/figure-routes.tsx'
import { importRoutes } from '#renderer/features/imports/import-routes.tsx'
import { reconcileRoutes } from '#renderer/features/reconcile/reconcile-routes.tsx'
import { clearToasts, ToastRegion } from '#renderer/ui/toasts.tsx'
import type { ChosenFile, FilesChoice, ShellApi } from '#shared/contract/shell-api.ts'
import { LIST, text } from '#tests/corpus/corpus-file.ts'
import { LIST_SIZES } from '#tests/corpus/of-zips.ts'
import { zipOf } from '#tests/corpus/zip-file.ts'
import { temporaryFolder } from '#tests/core/imports/import-helpers.ts'
import { createComponentCore } from '#tests/support/component-core.ts'
import { TEST_TODAY, type TestCore } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

configure({ asyncUtilTimeout: 8_000 })

let test: TestCore
let folder: ReturnType<typeof temporaryFolder>
let choice: FilesChoice
let stopListening: () => void

const handed = (path: string, access: 'read' | 'read-folder'): ChosenFile => {
  test.core.env.files.grant(path, path, access)
  return { handle: path, name: path.split('/').at(-1) ?? '', size: 1 }
}

/** Only the shell can open the system's dialogs, so they stand in for it here. */
const dialogs: Pick<ShellApi, 'chooseFilesToOpen' | 'chooseFolderToOpen' | 'filesFromDrop' | 'setTitleBarTheme'> = {
  chooseFilesToOpen: async () => choice,
  chooseFolderToOpen: async () => choice,
  filesFromDrop: async () => choice,
  setTitleBarTheme: () => undefined,
}

beforeEach(async () => {
  test = await createComponentCore()
  folder = temporaryFolder()
  vi.stubGlobal('throughline', dialogs)
  setToday(TEST_TODAY)
})

afterEach(async () => {
  stopListening()
  clearToasts()
  cleanup()
  await test.close()
  folder.remove()
})

const show = (path = '/imports'): ReturnType<typeof userEvent.setup> => {
  history.replaceState(null, '', path)
  const queryClient = createQueryClient()
  stopListening = onCoreEvent((event) => event.type === 'changed' && invalidateFor(queryClient, event.entities))
  render(
    <Providers queryClient={queryClient} env="test">
      <ToastRegion />
      <AppRoutes routes={[...figureRoutes, ...reconcileRoutes, ...importRoutes]} notFound={<p>Not found</p>} />
    </Providers>,
  )
  return userEvent.setup()
}

const zipped = (files: Readonly<Record<string, string | Buffer>>): FilesChoice => {
  const path = join(folder.path, 'november.zip')
  writeFileSync(path, zipOf(Object.entries(files).map(([name, data]) => ({ name, data: Buffer.from(data) }))))
  return { status: 'chosen', files: [handed(path, 'read')], folders: [] }
}

const OTHERS = text('NHS number,Surname,First name,Date of birth', '9990000026,Quill,Ann,01/02/1950')
const MDT = text(
  'NHS number\tPatient name\tDOB\tTumour site\tMDT date\tDiagnosis date',
  '9990000026\tQUILL, Ann\t21/02/1950\tMalignant tumour of lung\t29/04/2026\t23/04/2026',
)
const heading = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name })
const files = (): HTMLElement[] => within(screen.getByRole('list', { name: 'Files' })).getAllByRole('listitem')
const lines = (): string[] => files().map((line) => line.textContent)

describe('several files', () => {
  it('are taken one after another by keyboard, and the list remembers which are done', async () => {
    choice = zipped({ 'one.csv': LIST, 'two.csv': OTHERS, '.DS_Store': 'x', 'letter.pdf': '%PDF-1.7' })
    const user = show()
    await screen.findByRole('heading', { name: 'Nothing has been brought in yet' })
    await user.keyboard('n')
    await heading('Files in a zip file')
    expect(screen.getByText('november.zip: 3 files, 2 left, 1 not taken here')).toBeTruthy()
    expect(screen.getByText('1 hidden file of the system is left out of the zip file.')).toBeTruthy()
    expect(lines()).toEqual([
      expect.stringMatching(/^letter\.pdfNot usable, 8 bytesThis is a PDF.+Not taken here$/),
      expect.stringMatching(
        /^one\.csvList of people, \d+ bytesLeftCompare with the register one\.csvBring in one\.csv$/,
      ),
      expect.stringMatching(/^two\.csvList of people, \d+ bytesLeftBring in two\.csv$/),
    ])
    expect(files()[1]?.getAttribute('aria-current')).toBe('true')
    expect(await accessibilityFaults(document.body)).toEqual([])

    await user.keyboard('n')
    await heading('Match columns')
    expect(screen.getByText(/^one\.csv, 2 rows/)).toBeTruthy()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await heading('Check changes')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await heading('Import finished')
    expect(await screen.findByText('1 more file to take')).toBeTruthy()
    await user.click(screen.getByRole('link', { name: 'Back to the files' }))
    await heading('Files in a zip file')
    await waitFor(() => expect(lines()[1]).toMatch(/Done.*See it one\.csv$/))
    expect(files()[2]?.getAttribute('aria-current')).toBe('true')

    await user.keyboard('n')
    await heading('Match columns')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await heading('Check changes')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await heading('Import finished')
    await user.click(await screen.findByRole('link', { name: 'Back to the files' }))
    expect(await screen.findByText('Every file that can be taken here is done')).toBeTruthy()
    expect(await accessibilityFaults(document.body)).toEqual([])
    expect((await test.client.register.page({})).total).toBe(3)
    expect(await test.client.imports.list({})).toHaveLength(2)

    await user.click(screen.getByRole('button', { name: 'Close this list' }))
    await heading('Imports')
    await waitFor(() => expect(screen.queryByRole('link', { name: 'Back to the files' })).toBeNull())
  })

  it('of a hospital are compared with the register instead, and can still be brought in', async () => {
    choice = zipped({ 'mdt.tsv': MDT, 'two.csv': OTHERS })
    const user = show()
    await user.click(await screen.findByRole('button', { name: /Bring in a file/ }))
    await heading('Files in a zip file')
    expect(screen.queryByRole('button', { name: 'Compare with the register two.csv' })).toBeNull()
    act(() => screen.getByRole('button', { name: 'Compare with the register mdt.tsv' }).focus())
    await user.keyboard('{Enter}')
    await heading('Compare a list')
    expect(screen.getByText(/^mdt\.tsv, 1 row/)).toBeTruthy()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('1 more file to take')).toBeTruthy()
    await heading('Hospital MDT list, 23 Nov 2026')
    expect((await test.client.register.page({})).total).toBe(0)

    await user.click(screen.getByRole('link', { name: 'Back to the files' }))
    await heading('Files in a zip file')
    await waitFor(() => expect(lines()[0]).toContain('ComparedSee the comparison mdt.tsvBring in mdt.tsv'))
    expect(files()[1]?.getAttribute('aria-current')).toBe('true')
    expect(await accessibilityFaults(document.body)).toEqual([])
    await user.click(screen.getByRole('link', { name: 'See the comparison mdt.tsv' }))
    await heading('Hospital MDT list, 23 Nov 2026')
    history.back()
    await heading('Files in a zip file')
    await user.click(screen.getByRole('button', { name: 'Bring in mdt.tsv' }))
    await heading('Match columns')
  })

  it('of figures go to practice figures', async () => {
    choice = zipped({ 'sizes.csv': LIST_SIZES })
    const user = show()
    await user.click(await screen.findByRole('button', { name: /Bring in a file/ }))
    await heading('Files in a zip file')
    expect(lines()[0]).toContain('Practice figures: List sizes')
    await user.click(screen.getByRole('button', { name: 'Bring in figures sizes.csv' }))
    await waitFor(() => expect(location.pathname).toMatch(/^\/imports\/figures\/new\//))
  })

  it('in a folder that changed meanwhile fail one by one, with the reason, and can be tried again', async () => {
    const inside = join(folder.path, 'lists')
    mkdirSync(join(inside, 'older'), { recursive: true })
    writeFileSync(join(inside, 'one.csv'), LIST)
    choice = { status: 'chosen', files: [], folders: [handed(inside, 'read-folder')] }
    const user = show()
    await user.click(await screen.findByRole('button', { name: 'Choose a folder' }))
    await heading('Files in a folder')
    expect(screen.getByText('1 folder inside was not looked into: choose it by itself.')).toBeTruthy()
    writeFileSync(join(inside, 'one.csv'), '')
    await user.keyboard('n')
    expect(await screen.findByText(/^This file is empty\..+The other files can still be taken\.$/)).toBeTruthy()
    await waitFor(() => expect(lines()[0]).toContain('Failed'))
    expect(await accessibilityFaults(document.body)).toEqual([])
    writeFileSync(join(inside, 'one.csv'), LIST)
    await user.click(screen.getByRole('button', { name: 'Try again one.csv' }))
    await heading('Match columns')
  })

  it('none of which can be taken are listed with the reason', async () => {
    choice = zipped({ 'letter.pdf': '%PDF-1.7', 'more.zip': zipOf([{ name: 'a.csv', data: Buffer.from(LIST) }]) })
    const user = show()
    await user.click(await screen.findByRole('button', { name: /Bring in a file/ }))
    expect(await screen.findByText('None of these files can be taken here')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Bring in the next file/ })).toBeNull()
    expect(lines()[1]).toContain('This is a zip file inside another')
  })

  it('that are refused say why where they were chosen', async () => {
    choice = zipped({ '.DS_Store': 'x' })
    const user = show()
    await user.click(await screen.findByRole('button', { name: /Bring in a file/ }))
    expect(await screen.findByText(/^There is no list in this zip file\..+Nothing was saved\.$/)).toBeTruthy()
  })

  it('that are no longer in memory are to be chosen again', async () => {
    show('/imports/several')
    await heading('Choose the files again')
    expect(screen.getByRole('link', { name: 'Go to imports' })).toBeTruthy()
  })
})

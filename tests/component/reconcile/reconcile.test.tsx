import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { reconcileRoutes } from '#renderer/features/reconcile/reconcile-routes.tsx'
import type { FileChoice, ShellApi } from '#shared/contract/shell-api.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { fileOf, importing, temporaryFolder } from '#tests/core/imports/import-helpers.ts'
import { HEADINGS, reconciling } from '#tests/core/reconcile/reconcile-helpers.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const core = componentCoreForEachTest()
let folder: ReturnType<typeof temporaryFolder>
let path: string

const dialogs: Pick<ShellApi, 'chooseFileToOpen' | 'setTitleBarTheme'> = {
  chooseFileToOpen: async (): Promise<FileChoice> => ({
    status: 'chosen',
    file: { handle: importing(core.current()).grant(path, 'read'), name: 'list.csv', size: 1 },
  }),
  setTitleBarTheme: () => undefined,
}

beforeEach(async () => {
  folder = temporaryFolder()
  path = fileOf(folder.path, 'list.csv', [
    HEADINGS,
    '9990000018,Ashby,Ada,01/02/1950,Sigmoid colon,15/03/2026',
    '9990000034,Fenn,Bea,03/04/1961,Lung,02/02/2026',
    '9990000019,Gale,Cy,25/06/1970,Lung,02/02/2026',
  ])
  vi.stubGlobal('throughline', dialogs)
  setToday(TEST_TODAY)
  const add = (surname: string, nhsNumber: string) =>
    core.current().client.register.addPerson({
      person: aPerson({ surname, givenName: 'Ada', nhsNumber, birthDate: '1950-02-01' }),
      episode: anEpisode({ diagnosisDate: { date: '2026-03-04', precision: 'day' } }),
    })
  await add('Ashby', '9990000018')
  await add('Birch', '9990000026')
})
afterEach(() => {
  vi.unstubAllGlobals()
  folder.remove()
})

const tile = (name: string): HTMLElement => {
  const tiles = screen.getByRole('list', { name: 'What the comparison found' })
  return within(tiles).getByRole('button', { name: new RegExp(name) })
}
const row = (name: string): Promise<HTMLElement> => screen.findByRole('row', { name: new RegExp(name) })

describe('reconciling a list', () => {
  it('goes from the file to the four tiles, and nobody on the register has changed', async () => {
    openScreen('/imports/reconcile', reconcileRoutes)
    const user = userEvent.setup()
    await screen.findByRole('heading', { name: 'No list has been compared yet' })
    expect(await accessibilityFaults(document.body)).toEqual([])
    await user.keyboard('n')
    await screen.findByRole('heading', { name: 'Compare a list' })
    expect(screen.getByLabelText<HTMLInputElement>(/^Name/).value).toBe('Hospital MDT list, 23 Nov 2026')
    expect(await accessibilityFaults(document.body)).toEqual([])
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { name: 'Hospital MDT list, 23 Nov 2026' })
    expect(
      ['In both', 'Theirs only', 'Ours only', 'Another date', 'Set aside'].map((name) => tile(name).textContent),
    ).toEqual([
      '0In bothnothing to decide',
      '1Theirs only1 to decide',
      '1Ours only1 to decide',
      '1Another date1 to decide',
      '1Set aside1 to decide',
    ])
    expect(screen.getByText('3 rows in = 0 in both + 1 theirs only + 1 another date + 1 set aside')).toBeTruthy()
    expect(screen.getByText('Every row accounted for')).toBeTruthy()
    await row('FENN, Bea')
    expect(await accessibilityFaults(document.body)).toEqual([])
    expect((await core.current().client.register.page({})).total).toBe(2)
  })

  it('asks which of day and month comes first where the list does not say', async () => {
    path = fileOf(folder.path, 'either.csv', [HEADINGS, '9990000034,Fenn,Bea,03/04/1961,Lung,02/03/2026'])
    openScreen('/imports/reconcile', reconcileRoutes)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: /Choose a list to compare/ }))
    await screen.findByRole('heading', { name: 'Which comes first, day or month? 2 columns' })
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(screen.getByRole('heading', { name: 'Compare a list' })).toBeTruthy()
    expect(await accessibilityFaults(document.body)).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Day first for all 2' }))
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { name: 'Hospital MDT list, 23 Nov 2026' })
    expect(tile('Theirs only').textContent).toContain('1Theirs only')
  })

  it('says by field what is missing of the list, and keeps what was typed', async () => {
    openScreen('/imports/reconcile', reconcileRoutes)
    const user = userEvent.setup()
    await user.click(await screen.findByRole('button', { name: /Choose a list to compare/ }))
    await screen.findByRole('heading', { name: 'Compare a list' })
    await user.clear(screen.getByLabelText(/^Name/))
    await user.click(screen.getByLabelText('It covers every tumour group'))
    await user.keyboard('{Control>}{Enter}{/Control}')
    const summary = await screen.findByRole('alert', { name: '2 things to put right' })
    expect(summary.textContent).toContain('Name: Give the list a name')
    expect(summary.textContent).toContain('Tumour groups: Choose a tumour group, or every group')
    await user.click(screen.getByLabelText('Lung'))
    await user.type(screen.getByLabelText(/^Name/), 'Lung MDT')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { name: 'Lung MDT' })
    expect(screen.getByText(/, Lung$/)).toBeTruthy()
    expect(tile('Ours only').textContent).toContain('0Ours only')
  })

  it('is worked through by letters, taken back by U, and shows what was decided', async () => {
    const { id } = await reconciling(core.current()).compare(path)
    openScreen(`/imports/reconcile/${id}`, reconcileRoutes)
    const user = userEvent.setup()
    await waitFor(async () => expect((await row('FENN, Bea')).contains(document.activeElement)).toBe(true))
    await user.keyboard('a')
    const dialog = await screen.findByRole('dialog', { name: 'Add to the register' })
    expect(await accessibilityFaults(document.body)).toEqual([])
    expect(dialog.textContent).toContain('goes on your register as the list has it')
    await user.type(within(dialog).getByLabelText(/^Why/), 'On our list since May{Enter}')
    await screen.findByText('Everything here is decided')
    expect((await core.current().client.register.page({})).total).toBe(3)

    await user.keyboard('4')
    await waitFor(async () => expect((await row('ASHBY, Ada')).contains(document.activeElement)).toBe(true))
    expect(screen.getByText(/^Their date is 11 days later\./)).toBeTruthy()
    await user.keyboard('{Enter}')
    const detail = await screen.findByRole('dialog', { name: 'ASHBY, Ada' })
    expect(detail.textContent).toContain('Their date15 Mar 2026Our date4 Mar 2026')
    await user.click(within(detail).getByRole('button', { name: /Keep our date/ }))
    await user.click(within(await screen.findByRole('dialog')).getByRole('button', { name: 'Keep our date' }))
    await screen.findByText('Everything here is decided')
    await user.keyboard('v')
    await waitFor(async () => expect((await row('Our date kept')).contains(document.activeElement)).toBe(true))
    await user.keyboard('u')
    await row('To decide')
    expect((await reconciling(core.current()).get(id)).counts.other_date.open).toBe(1)
  })

  it('keeps the keys alive in the dialog of an item, and the focus where a tile has nothing', async () => {
    const { id } = await reconciling(core.current()).compare(path)
    openScreen(`/imports/reconcile/${id}`, reconcileRoutes)
    const user = userEvent.setup()
    await waitFor(async () => expect((await row('FENN, Bea')).contains(document.activeElement)).toBe(true))
    await user.keyboard('1')
    await screen.findByText('There are none')
    await waitFor(() => expect(document.activeElement).toBe(tile('In both')))
    await user.keyboard('2')
    await waitFor(async () => expect((await row('FENN, Bea')).contains(document.activeElement)).toBe(true))

    await user.keyboard('{Enter}')
    await screen.findByRole('dialog', { name: 'FENN, Bea' })
    await user.keyboard('m')
    const dialog = await screen.findByRole('dialog', { name: 'Moved away' })
    expect(within(dialog).getByLabelText<HTMLInputElement>(/^Why/).value).toBe('')
    expect(screen.queryByRole('dialog', { name: 'FENN, Bea' })).toBeNull()
    await user.keyboard('{Enter}')
    await screen.findByText('Everything here is decided')
    expect((await reconciling(core.current()).only(id, 'theirs_only')).decision).toBe('moved_away')
  })

  it('is closed, opened again and forgotten from its menu', async () => {
    const { id } = await reconciling(core.current()).compare(path)
    openScreen(`/imports/reconcile/${id}`, reconcileRoutes)
    const user = userEvent.setup()
    const choose = async (name: string): Promise<void> => {
      await user.click(await screen.findByRole('button', { name: 'More about this list' }))
      await user.click(await screen.findByRole('menuitem', { name }))
    }
    await choose('Close this list')
    await screen.findByText('Closed 23 Nov 2026')
    await choose('Open it again')
    await waitFor(() => expect(screen.queryByText('Closed 23 Nov 2026')).toBeNull())
    await choose('Forget this list')
    await user.click(await screen.findByRole('button', { name: 'Forget the list' }))
    await screen.findByRole('heading', { name: 'No list has been compared yet' })
  })
})

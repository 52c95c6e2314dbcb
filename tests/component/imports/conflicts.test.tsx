import { QueryObserver } from '@tanstack/react-query'
import { act, fireEvent, renderHook, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { Providers } from '#renderer/app/providers.tsx'
import { createQueryClient } from '#renderer/app/query-client.ts'
import { importRoutes } from '#renderer/features/imports/import-routes.tsx'
import { useChoices } from '#renderer/features/imports/use-choices.ts'
import { anEvent } from '#tests/support/builders.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY, type TestCore } from '#tests/support/test-core.ts'
import { fileOf, importing, temporaryFolder } from '#tests/core/imports/import-helpers.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const core = componentCoreForEachTest()
let test: TestCore
let folder: ReturnType<typeof temporaryFolder>

beforeEach(() => {
  test = core.current()
  folder = temporaryFolder()
  vi.stubGlobal('throughline', { setTitleBarTheme: () => undefined })
  setToday(TEST_TODAY)
})

afterEach(() => folder.remove())

const HEADINGS = 'NHS number,Surname,First name,Date of birth,Sex,Usual GP,Cancer,Diagnosis date,Stage'
const list = (name: string, ...rows: string[]): string => fileOf(folder.path, `${name}.csv`, [HEADINGS, ...rows])
const OURS = [
  '9990000026,Hollis,Ada,01/02/1950,F,Dr Rao,Malignant tumour of lung,03/04/2024,1A',
  '9990000018,Bell,Ivor,05/06/1948,M,Dr Rao,Malignant tumour of lung,01/01/2024,2A',
  '9990000107,Marsh,Una,07/08/1951,F,Dr Rao,Malignant tumour of lung,02/02/2024,',
]
/** Hollis: date and stage. Bell: stage. Marsh: another GP, which nobody has to choose about. */
const THEIRS = [
  '9990000026,Hollis,Ada,01/02/1950,F,Dr Rao,Malignant tumour of lung,03/04/2025,3B',
  '9990000018,Bell,Ivor,05/06/1948,M,Dr Rao,Malignant tumour of lung,01/01/2024,3B',
  '9990000107,Marsh,Una,07/08/1951,F,Dr Pell,Malignant tumour of lung,02/02/2024,',
]

const show = (path: string): ReturnType<typeof userEvent.setup> => {
  openScreen(path, importRoutes)
  return userEvent.setup()
}

let draftId: string

const showCheck = async (tab = 'conflict'): Promise<ReturnType<typeof userEvent.setup>> => {
  const wizard = importing(test)
  await wizard.bringIn(list('ours', ...OURS))
  const draft = await wizard.read(list('theirs', ...THEIRS))
  await wizard.preview(draft)
  draftId = draft.draftId
  const user = show(`/imports/${draftId}/check?show=${tab}`)
  await screen.findByRole('heading', { level: 1, name: 'Check changes' })
  return user
}

const shownPerson = (): string => document.querySelector('[data-patient]')?.textContent ?? ''
const field = async (name: string): Promise<HTMLElement> =>
  (await screen.findByRole('rowheader', { name })).closest('tr') ?? document.body
const kept = async () => (await test.client.imports.draft({ draftId })).choices
const bar = (): string => screen.getByRole('region', { name: 'Rows in the file' }).textContent.replace(/\s+/g, ' ')

it('counts every event that is kept with words of its own, not only those of the first terms', async () => {
  const wizard = importing(test)
  const terms = Array.from({ length: 60 }, (_none, at) => `9990000026,Hollis,Ada,01/02/1950,13/04/2024,Remark ${at}`)
  const path = fileOf(folder.path, 'terms.csv', [
    'NHS number,Surname,First name,Date of birth,Date,Code Term',
    ...terms,
  ])
  const draft = await wizard.read(path)
  await wizard.preview(draft)
  show(`/imports/${draft.draftId}/check?show=new`)
  expect(await screen.findByRole('heading', { name: 'Kept as written, 60 events' })).toBeTruthy()
  expect(screen.getByText('and 55 events with other words')).toBeTruthy()
})

describe('people in whom the file and the register disagree', () => {
  it('show ours beside theirs, and nothing is pressed until somebody chooses', async () => {
    const user = await showCheck()
    expect(bar()).toContain('3 rows in=0 new+1 changed+0 the same+2 disagree+0 rejected')
    expect(screen.getByText('2 people still to choose: ours stays')).toBeTruthy()
    const date = within(await field('Diagnosis date'))
    expect(date.getAllByRole<HTMLInputElement>('radio').map(({ checked }) => checked)).toEqual([false, false, false])
    expect(date.getByText('Nobody has chosen: ours stays')).toBeTruthy()
    expect(within(await field('Stage')).getAllByRole('radio')).toHaveLength(2)
    expect(await accessibilityFaults()).toEqual([])

    await user.click(within(await field('Stage')).getByText('Take theirs'))
    expect(within(await field('Stage')).getByText('Chosen here')).toBeTruthy()
    await waitFor(async () =>
      expect((await kept()).here).toEqual([{ line: 2, code: 'stage', nth: 0, choice: 'theirs' }]),
    )
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(await field('Stage')).getByRole('button', { name: 'Stage: forget this choice' }))
    await waitFor(async () => expect((await kept()).here).toEqual([]))
  })

  it('are not closed as bringing nothing while the core is still told of a choice that brings something', async () => {
    const wizard = importing(test)
    await wizard.bringIn(list('ours', ...OURS))
    const draft = await wizard.read(list('theirs', ...THEIRS.slice(1, 2)))
    await wizard.preview(draft)
    draftId = draft.draftId
    show(`/imports/${draftId}/check?show=conflict`)
    await field('Stage')
    expect(screen.getByRole('button', { name: /^Close, nothing to bring in/ })).toBeTruthy()
    fireEvent.keyDown(document.body, { key: 't', code: 'KeyT' })
    fireEvent.keyDown(document.body, { key: 'Enter', code: 'Enter', ctrlKey: true })
    expect(await screen.findByRole('button', { name: /^Bring in 1 person/ })).toBeTruthy()
    expect((await kept()).here).toHaveLength(1)
  })

  it('are settled by one letter each, from one difference and one person to the next, and back by Ctrl+Z', async () => {
    const user = await showCheck()
    await field('Diagnosis date')
    await user.keyboard('t')
    expect(within(await field('Diagnosis date')).getByText('Chosen here')).toBeTruthy()
    expect(shownPerson()).toContain('HOLLIS')
    await user.keyboard('o')
    await waitFor(() => expect(shownPerson()).toContain('BELL'))
    // Of a stage there is one: the key for both does nothing.
    await user.keyboard('b')
    expect(within(await field('Stage')).getByText('Nobody has chosen: ours stays')).toBeTruthy()
    await user.keyboard('t')
    await waitFor(() => expect(screen.queryByText(/still to choose/)).toBeNull())
    expect(await screen.findAllByText('Decided')).toHaveLength(2)
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('{Control>}z{/Control}')
    expect(await screen.findByText('1 person still to choose: ours stays')).toBeTruthy()
    expect((await kept()).here.map(({ code, choice }) => [code, choice])).toEqual([
      ['diagnosis_date', 'theirs'],
      ['stage', 'ours'],
    ])
  })

  it('are settled for all of a kind, under what was chosen for one', async () => {
    const user = await showCheck()
    const stage = await screen.findByRole('radiogroup', { name: 'Stage, for all' })
    await user.click(within(stage).getByText('Theirs'))
    expect(await screen.findByText('Chosen for all')).toBeTruthy()
    await user.click(within(await field('Stage')).getByText('Keep ours'))
    expect(within(await field('Stage')).getByText('Chosen here')).toBeTruthy()
    expect(await screen.findByText('1 person still to choose: ours stays')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(stage).getByText('No rule'))
    await waitFor(async () => expect((await kept()).forAll).toEqual({}))
    expect((await kept()).here).toHaveLength(1)
  })

  it('reach the core though the list is still being loaded after the choice before', async () => {
    const wizard = importing(test)
    await wizard.bringIn(list('ours', ...OURS))
    const draft = await wizard.read(list('theirs', ...THEIRS))
    await wizard.preview(draft)
    draftId = draft.draftId
    const queryClient = createQueryClient()
    let loads = 0
    let letGo = (): void => undefined
    const queryFn = (): number | Promise<number> => {
      loads += 1
      return loads === 2 ? new Promise((done) => (letGo = () => done(0))) : 0
    }
    const shown = new QueryObserver(queryClient, { queryKey: ['imports', 'previewRows', 'slow'], queryFn })
    const stop = shown.subscribe(() => undefined)
    await waitFor(() => expect(shown.getCurrentResult().isSuccess).toBe(true))
    const { result } = renderHook(() => useChoices(draft.draftId, { forAll: {}, here: [] }), {
      wrapper: ({ children }) => (
        <Providers env="test" queryClient={queryClient}>
          {children}
        </Providers>
      ),
    })
    act(() => result.current.chooseHere({ line: 2, code: 'diagnosis_date', nth: 0 }, 'theirs'))
    await waitFor(() => expect(loads).toBe(2))
    act(() => result.current.chooseHere({ line: 2, code: 'stage', nth: 0 }, 'theirs'))
    const settled = result.current.settled()
    letGo()
    await act(() => settled)
    expect((await kept()).here.map(({ code }) => code)).toEqual(['diagnosis_date', 'stage'])
    stop()
  })

  it('are looked through tab by tab with the arrow keys, which stay on the tabs', async () => {
    const user = await showCheck()
    await field('Diagnosis date')
    act(() => screen.getByRole('tab', { name: /Disagree/ }).focus())
    await user.keyboard('{ArrowRight}')
    await waitFor(() => expect(shownPerson()).toContain('MARSH'))
    expect(document.activeElement?.textContent).toContain('Changed')
    expect(screen.queryByText('keep ours', { exact: false, selector: 'p' })).toBeNull()
    await user.keyboard('{ArrowRight}')
    expect(await screen.findByText('Nobody here.')).toBeTruthy()
    expect(screen.queryByText('next person', { exact: false })).toBeNull()
    await user.keyboard('{ArrowLeft}{ArrowLeft}')
    await waitFor(() => expect(shownPerson()).toContain('HOLLIS'))
    expect(document.activeElement?.textContent).toContain('Disagree')
    expect(screen.getByText(/keep both/)).toBeTruthy()
  })

  it('keep their choices on another tab, a step back and after a new check', async () => {
    const user = await showCheck()
    await field('Diagnosis date')
    await user.keyboard('b')
    await waitFor(async () => expect((await kept()).here).toHaveLength(1))
    await user.click(screen.getByRole('tab', { name: /Changed/ }))
    await waitFor(() => expect(shownPerson()).toContain('MARSH'))
    await user.click(screen.getByRole('link', { name: 'Back' }))
    await screen.findByRole('heading', { level: 1, name: 'Match columns' })
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { level: 1, name: 'Check changes' })
    expect(within(await field('Diagnosis date')).getByText('Chosen here')).toBeTruthy()
  })

  it('go back to what the draft has where a choice is refused, and can be checked again', async () => {
    const user = await showCheck()
    await field('Diagnosis date')
    await user.keyboard('t')
    await waitFor(async () => expect((await kept()).here).toHaveLength(1))
    await importing(test).bringIn(
      list('meanwhile', '9990000034,Ibbot,Ben,01/02/1951,M,Dr Rao,Malignant tumour of lung,02/02/2024,'),
    )
    await user.keyboard('t')
    expect(await screen.findByText(/^The register has changed since this check/)).toBeTruthy()
    expect(within(await field('Stage')).getByText('Nobody has chosen: ours stays')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: 'Check the changes again' }))
    await waitFor(() => expect(screen.queryByText(/^The register has changed since this check/)).toBeNull())
    expect(within(await field('Diagnosis date')).getByText('Chosen here')).toBeTruthy()
    await user.keyboard('t')
    await waitFor(async () => expect((await kept()).here).toHaveLength(2))
  })

  it('are brought in as chosen, and the counts stay on screen to the end', async () => {
    const user = await showCheck()
    await field('Diagnosis date')
    await user.keyboard('t')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { level: 1, name: 'Import finished' })
    expect(bar()).toContain('3 rows in=0 added+1 changed+0 left alone+2 disagreed+0 rejected')
    expect(screen.getByText('2 people disagreed with the file')).toBeTruthy()
    expect(screen.getByText(/^Something was left to choose about 2 people, and ours stayed there/)).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })
})

describe('a difference that nobody has to choose about', () => {
  it('takes theirs, and can be kept as ours all the same', async () => {
    const user = await showCheck('changed')
    const gp = within(await field('Usual GP'))
    expect(gp.getByText('Newer in the file')).toBeTruthy()
    expect(gp.getByRole<HTMLInputElement>('radio', { name: 'Take theirs' }).checked).toBe(true)
    await user.click(gp.getByText('Keep ours'))
    await waitFor(() => expect(bar()).toContain('0 changed+1 the same+2 disagree'))
    expect(await screen.findByText('Nobody here.')).toBeTruthy()
  })
})

describe('undoing an import', () => {
  it('says first who stays as they are, and lists them again afterwards', async () => {
    const { batch } = await importing(test).bringIn(list('ours', ...OURS))
    const bell = await test
      .session()
      .database.read.selectFrom('person')
      .select('id')
      .where('surname', '=', 'Bell')
      .executeTakeFirstOrThrow()
    await test.client.journey.logEvent(anEvent(bell.id))
    const user = show('/imports')
    await user.click(await screen.findByRole('button', { name: `Undo ${batch.name}` }))
    expect(await screen.findByText('2 people, 3 diagnoses')).toBeTruthy()
    expect(screen.getByText('1 entry of 1 person')).toBeTruthy()
    expect(screen.getByText('Their record: something was added to it since')).toBeTruthy()
    expect(screen.getByRole('link', { name: 'BELL, Ivor' }).getAttribute('href')).toBe(`/people/${bell.id}/journey`)
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Undo this import' }))
    expect(await screen.findByRole('heading', { name: 'This stayed as it is' })).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    expect((await test.client.register.page({})).total).toBe(1)
  })
})

describe('an import', () => {
  it('can be given another name, and the old one back', async () => {
    await importing(test).bringIn(list('ours', ...OURS))
    const user = show('/imports')
    await user.click(await screen.findByRole('button', { name: 'Rename November list' }))
    const box = await screen.findByRole('textbox', { name: 'Name' })
    await user.clear(box)
    await user.click(screen.getByRole('button', { name: 'Save the name' }))
    expect(await screen.findByText('Give the import a name')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    await user.type(box, 'Hospital list{Enter}')
    expect(await screen.findByRole('link', { name: 'Hospital list' })).toBeTruthy()
    await user.click(await screen.findByRole('button', { name: 'Undo' }))
    expect(await screen.findByRole('link', { name: 'November list' })).toBeTruthy()
  })
})

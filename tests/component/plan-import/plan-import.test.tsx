import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { writeXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { planImportRoutes } from '#renderer/features/plan-import/plan-import-routes.tsx'
import { undoLatestToast } from '#renderer/ui/toasts.tsx'
import type { FileChoice, ShellApi } from '#shared/contract/shell-api.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { beginPlan, currentPlan } from '../plan/plan-screen.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const real = componentCoreForEachTest()
let folder: string
let toOpen: string

/** What the system's dialog answers: only the shell can open it, so this stands in for it. */
const dialogs: Pick<ShellApi, 'chooseFileToOpen' | 'setTitleBarTheme'> = {
  chooseFileToOpen: async (): Promise<FileChoice> => {
    real.current().core.env.files.grant('plan-file', toOpen, 'read')
    return { status: 'chosen', file: { handle: 'plan-file', name: 'plan', size: 1 } }
  },
  setTitleBarTheme: () => undefined,
}

const CSV = [
  'Objective,Action,Lead,Start,By when,RAG,Milestones',
  '4 Raise standards,Code stage at diagnosis,Dr Rao,Apr 2026,Mar 2027,Green,Search written (May 2026); Taught',
  ',Safety-net every referral,,1/5/2026,31/10/2026,Complete,',
  'Parking,Ask for spaces,Beth Marsh,1/5/2026,31/10/2027,,',
  '5,Carers asked,Beth Marsh,1/5/2026,Spring 2027,Red,',
  'Total,4,,,,,',
].join('\n')

const write = (name: string, content: string | Uint8Array): void => {
  toOpen = join(folder, name)
  writeFileSync(toOpen, content)
}

beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), 'throughline-plan-'))
  write('plan.csv', CSV)
  vi.stubGlobal('throughline', dialogs)
  setToday(TEST_TODAY)
})

afterEach(() => rmSync(folder, { recursive: true, force: true }))

const open = async (): Promise<ReturnType<typeof userEvent.setup>> => {
  openScreen('/plan/bring-in', planImportRoutes)
  const user = userEvent.setup()
  await screen.findByRole('button', { name: /Choose a spreadsheet/ })
  return user
}

const client = () => real.current().client
const counts = (): HTMLElement => screen.getByRole('region', { name: 'Rows in the file' })
const actions = (): HTMLElement => screen.getByRole('table', { name: 'Actions to bring in' })

describe('bringing in a plan', () => {
  it('begins a plan from a spreadsheet by keyboard alone, and one undo takes it back', async () => {
    const user = await open()
    expect(await accessibilityFaults()).toEqual([])

    await user.keyboard('n')
    await screen.findByRole('table', { name: 'Actions to bring in' })
    expect(counts().textContent).toBe(
      '5 rows in=3 to bring in+1 headings, totals and notes+0 left out by you+1 cannot come inEvery row accounted for',
    )
    expect(within(actions()).getAllByText('4', { selector: 'b' })).toHaveLength(2)
    expect(within(actions()).getByText('2 milestones')).toBeTruthy()
    expect(within(actions()).getByText('It says “Parking”')).toBeTruthy()
    const rejected = screen.getByRole('table', { name: 'Rows that cannot come in' })
    expect(within(rejected).getByRole('rowheader', { name: 'Line 5' })).toBeTruthy()
    expect(within(rejected).getByText(/The due date is “Spring 2027”/)).toBeTruthy()
    expect(screen.getByRole('textbox', { name: 'Name of the plan' })).toHaveProperty(
      'value',
      'Action plan 2026 to 2029',
    )
    expect(screen.getByRole('textbox', { name: 'Whose plan' })).toHaveProperty('value', 'Brackenfold Surgery')
    expect(await accessibilityFaults()).toEqual([])

    await user.keyboard('{Control>}{Enter}{/Control}')
    const summary = await screen.findByRole('alert', { name: /to put right/ })
    expect(within(summary).getByText(/1 action names no objective/)).toBeTruthy()
    expect(await client().plan.current({})).toBeNull()
    expect(await accessibilityFaults()).toEqual([])

    await user.click(screen.getByRole('combobox', { name: 'Objective of line 4' }))
    await user.keyboard('{ArrowDown}{ArrowDown}{ArrowDown}{Enter}')
    // On the box itself Enter opens its list.
    await user.tab()
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { name: 'Elsewhere' })
    expect(location.pathname).toBe('/plan')
    const plan = await currentPlan(client())
    expect(plan).toMatchObject({ title: 'Action plan 2026 to 2029', startsOn: '2026-04-01', state: 'draft' })
    expect(Object.fromEntries(plan.actions.map(({ title, status }) => [title, status]))).toEqual({
      'Ask for spaces': 'not_started',
      'Code stage at diagnosis': 'on_track',
      'Safety-net every referral': 'done',
    })
    expect(await screen.findByText('3 actions are in the plan.')).toBeTruthy()
    undoLatestToast()
    await screen.findAllByText('Taken back.')
    expect(await client().plan.current({})).toBeNull()
  })

  it('goes into the plan there is, without what is unticked or there already', async () => {
    await beginPlan(client())
    const before = (await currentPlan(client())).actions.length
    write('plan.csv', CSV.replace('Code stage at diagnosis', 'Shorten the wait for letters'))
    const user = await open()
    await user.keyboard('n')
    await screen.findByRole('heading', { name: 'Into this plan' })
    expect(screen.queryByRole('textbox', { name: 'Name of the plan' })).toBeNull()
    expect(screen.getByText('In the plan already')).toBeTruthy()
    expect(screen.getByRole('checkbox', { name: 'Line 2' })).toHaveProperty('checked', false)
    expect(counts().textContent).toContain('2 to bring in+1 headings, totals and notes+1 left out by you')

    await user.click(screen.getByRole('checkbox', { name: 'Line 4' }))
    await user.click(screen.getByRole('button', { name: /Bring in 1 action/ }))
    await screen.findByRole('heading', { name: 'Elsewhere' })
    const after = (await currentPlan(client())).actions
    expect(after).toHaveLength(before + 1)
    expect(after.some(({ title }) => title === 'Safety-net every referral')).toBe(true)
  })

  it('asks for one start where no column has it, and for one objective where rows name none', async () => {
    write('plan.csv', 'Action,Due\nOne,31/5/2026\nTwo,May 2027')
    const user = await open()
    await user.keyboard('n')
    const starts = await screen.findByRole('group', { name: /Actions start on/ })
    await user.click(screen.getByRole('combobox', { name: 'Objective of rows that name none' }))
    await user.keyboard('{ArrowDown}{Enter}')
    const month = within(starts).getByRole('textbox', { name: 'Month' })
    await user.clear(month)
    await user.type(month, '6')
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(
      within(await screen.findByRole('alert', { name: /to put right/ })).getByText(/Line 2 is due on 31 May 2026/),
    ).toBeTruthy()
    expect(month).toHaveProperty('value', '6')
    await user.clear(month)
    await user.type(month, '5')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { name: 'Elsewhere' })
    const plan = await currentPlan(client())
    expect(plan.actions.map(({ code, startsOn }) => [code, startsOn])).toEqual([
      ['1.1', '2026-05-01'],
      ['1.2', '2026-05-01'],
    ])
  })

  it('reads another sheet of a workbook where it is chosen', async () => {
    const headings = ['Action', 'Due']
    const sheets = [
      { name: 'This year', rows: [headings, ['One', 'May 2027']] },
      { name: 'Next year', rows: [headings, ['Two', 'May 2028']] },
      {
        name: 'Names',
        rows: [
          ['Name', 'Room'],
          ['Beth', '4'],
        ],
      },
    ]
    write('plan.xlsx', await writeXlsx({ sheets }))
    const user = await open()
    await user.keyboard('n')
    expect(await screen.findByRole('checkbox', { name: 'Next year, line 2' })).toBeTruthy()
    const choice = (): HTMLElement => screen.getByRole('combobox', { name: 'Sheet' })
    await user.click(choice())
    await user.click(await screen.findByRole('option', { name: 'Next year' }))
    await waitFor(() => expect(within(actions()).queryByText('One')).toBeNull())
    expect(within(actions()).getByText('Two')).toBeTruthy()
    await user.click(choice())
    await user.click(await screen.findByRole('option', { name: 'Names' }))
    expect(await screen.findByText(/No headings of a plan were found/)).toBeTruthy()
    expect(within(actions()).getByText('Two')).toBeTruthy()
  })

  it('says why a list of patients is refused, and keeps nothing', async () => {
    write('list.csv', 'NHS number,Surname,Due\n999 000 0018,MARSH,1 May 2027')
    const user = await open()
    await user.keyboard('n')
    expect(await screen.findByText(/looks like a list of patients/)).toBeTruthy()
    expect(screen.queryByText(/MARSH/)).toBeNull()
    expect(await accessibilityFaults()).toEqual([])
  })
})

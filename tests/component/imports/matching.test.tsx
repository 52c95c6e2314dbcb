import { screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { importRoutes } from '#renderer/features/imports/import-routes.tsx'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { TEST_TODAY, type TestCore } from '#tests/support/test-core.ts'
import { importing, temporaryFolder } from '#tests/core/imports/import-helpers.ts'
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

const file = (name: string, ...lines: string[]): string => {
  const path = join(folder.path, `${name}.csv`)
  writeFileSync(path, `${lines.join('\n')}\n`)
  return path
}

const HEADINGS = 'NHS number,Surname,First name,Seen on,Site,Stage'
const october = (): string =>
  file(
    'october',
    HEADINGS,
    '9990000026,Hollis,Ada,03/04/2025,LGX,Early',
    '9990000018,Bell,Ivor,05/06/2025,Lung cancer,2A',
  )

const show = (address: string): ReturnType<typeof userEvent.setup> => {
  openScreen(address, importRoutes)
  return userEvent.setup()
}

const showMatching = async (path: string): Promise<ReturnType<typeof userEvent.setup>> => {
  const { draftId } = await importing(test).read(path)
  const user = show(`/imports/${draftId}/match`)
  await screen.findByRole('heading', { level: 1, name: 'Match columns' })
  return user
}

const choose = async (user: ReturnType<typeof userEvent.setup>, box: string, option: string): Promise<void> => {
  const field = await screen.findByRole('combobox', { name: box })
  await user.click(field)
  const list = document.getElementById(field.getAttribute('aria-controls') ?? '') ?? document.body
  await user.click(within(list).getByText(option))
}

/** October's list as somebody matches it, kept under the name that is offered. */
const bringInOctober = async (): Promise<void> => {
  const wizard = importing(test)
  const draft = await wizard.read(october())
  await wizard.preview(
    draft,
    { 'Seen on': 'diagnosis_date' },
    {
      words: [{ field: 'stage', theirs: 'Early', ours: { is: 'stage', stage: '1' } }],
      remember: { name: 'MDT list' },
    },
  )
  await wizard.commit(draft, 'October')
}

describe('dates that could be read two ways', () => {
  it('are asked about before the changes can be checked', async () => {
    const user = await showMatching(october())
    await choose(user, 'Seen on goes to', 'Diagnosis date')
    const question = await screen.findByRole('radiogroup', { name: 'Dates of “Seen on”' })
    expect(screen.getByText('Say which comes first in 1 column of dates before you go on')).toBeTruthy()
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('Say which comes first: nothing is guessed')).toBeTruthy()
    const [dayFirst, monthFirst] = within(question).getAllByRole('radio')
    expect(document.activeElement).toBe(dayFirst)
    expect(within(question).getByText('03/04/2025 is 3 Apr 2025')).toBeTruthy()
    expect(within(question).getByText('03/04/2025 is 4 Mar 2025')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    await user.click(monthFirst ?? document.body)
    expect(await screen.findByText('Read month first, as chosen')).toBeTruthy()
    expect(screen.getByRole('heading', { name: 'How dates are read' })).toBeTruthy()
  })
})

describe('words of the file', () => {
  it('show how they are read, and what somebody says they mean is what comes in', async () => {
    const user = await showMatching(october())
    await choose(user, 'Seen on goes to', 'Diagnosis date')
    const panel = await screen.findByRole('region', { name: 'Words of the file' })
    expect(await within(panel).findByText('Not recognised: kept as written, group not known')).toBeTruthy()
    await choose(user, '“LGX” means', 'Sigmoid colon')
    await user.click(within(panel).getByText('Stage (1)'))
    expect(await within(panel).findByText('Not recognised: the row is rejected')).toBeTruthy()
    await choose(user, '“Early” means', '1')
    expect(within(panel).getByText('Chosen by you')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(panel).getByRole('switch', { name: 'Only those not recognised' }))
    expect(await within(panel).findByRole('rowheader', { name: '2A' })).toBeTruthy()
    await user.type(within(panel).getByRole('textbox', { name: 'Find a word' }), 'ear')
    await waitFor(() => expect(within(panel).queryByRole('rowheader', { name: '2A' })).toBeNull())
    await user.click(screen.getByRole('radio', { name: 'Day first' }))
    await user.click(screen.getByRole('button', { name: /Check changes/ }))
    await screen.findByRole('heading', { level: 1, name: 'Check changes' })
    expect(
      await screen.findByText('Sigmoid colon, 3 Apr 2025, tumour group: Lower gastrointestinal, stage 1'),
    ).toBeTruthy()
  })
})

describe('putting a field on a column', () => {
  it('is done with the keys alone', async () => {
    const user = await showMatching(october())
    const chip = screen.getByRole('button', { name: 'Diagnosis date' })
    chip.focus()
    await user.keyboard('{Enter}')
    expect(chip.getAttribute('aria-pressed')).toBe('true')
    // It starts over the first column that goes nowhere.
    await user.keyboard('{ArrowDown}{ArrowUp}')
    expect(document.querySelector('[data-drop]')?.textContent).toBe('Seen on')
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('{Enter}')
    const placed = await screen.findByRole<HTMLInputElement>('combobox', { name: 'Seen on goes to' })
    expect(placed.value).toBe('Diagnosis date')
    expect(screen.queryByRole('button', { name: 'Diagnosis date' })).toBeNull()
    expect(document.activeElement?.textContent).toBe('Route to diagnosis')
  })

  it('is given up with Escape, and nothing has changed', async () => {
    const user = await showMatching(october())
    screen.getByRole('button', { name: 'Diagnosis date' }).focus()
    await user.keyboard('{Enter}{ArrowDown}{Escape}')
    expect(document.querySelector('[data-drop]')).toBeNull()
    expect(screen.getByRole('button', { name: 'Diagnosis date' }).getAttribute('aria-pressed')).toBe('false')
  })
})

describe('a saved profile', () => {
  it('says that it matched the file, and can be left aside', async () => {
    await bringInOctober()
    const user = await showMatching(file('november', HEADINGS, '9990000107,Marsh,Una,07/08/2025,LGX,Early'))
    expect(await screen.findByRole('heading', { name: 'As in “MDT list”' })).toBeTruthy()
    expect(screen.getByText(/^Last used today 10:00\. This file has the same columns\. 1 word means/)).toBeTruthy()
    expect(screen.getByText('Saved profile: MDT list')).toBeTruthy()
    expect(await screen.findByText('Read day first, as chosen')).toBeTruthy()
    expect(screen.getByText('Every column has a place')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByRole('button', { name: 'Match afresh' }))
    expect(await screen.findByRole('heading', { name: 'Matched afresh' })).toBeTruthy()
    expect(await screen.findByText('1 column without a place: left out unless you choose one')).toBeTruthy()
    await choose(user, 'Match by a saved profile', 'MDT list')
    expect(await screen.findByRole('heading', { name: 'As in “MDT list”' })).toBeTruthy()
  })

  it('is saved with the import under the name that was typed', async () => {
    const user = await showMatching(october())
    const name = await screen.findByRole('textbox', { name: 'Name of the profile' })
    await user.clear(name)
    await user.keyboard('{Control>}{Enter}{/Control}')
    expect(await screen.findByText('Give the profile a name')).toBeTruthy()
    await user.type(name, 'Hospital list')
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { level: 1, name: 'Check changes' })
    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { level: 1, name: 'Import finished' })
    expect(await test.client.imports.profiles({})).toMatchObject([{ name: 'Hospital list', times: 1 }])
  })

  it('is renamed and deleted on the page of imports, with a way back', async () => {
    await bringInOctober()
    const user = show('/imports')
    const panel = await screen.findByRole('region', { name: 'Saved profiles' })
    expect(within(panel).getByText(/6 of 6 columns matched, 1 word with a meaning, used once, last today/)).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
    await user.click(within(panel).getByRole('button', { name: 'Rename MDT list' }))
    const dialog = await screen.findByRole('dialog')
    const box = within(dialog).getByRole('textbox', { name: 'Name' })
    await user.clear(box)
    await user.click(within(dialog).getByRole('button', { name: 'Rename' }))
    expect(await within(dialog).findByText('Give the profile a name')).toBeTruthy()
    await user.type(box, 'Hospital list')
    await user.click(within(dialog).getByRole('button', { name: 'Rename' }))
    await user.click(await screen.findByRole('button', { name: 'Delete Hospital list' }))
    await waitFor(() => expect(screen.queryByRole('region', { name: 'Saved profiles' })).toBeNull())
    const toasts = [...document.querySelectorAll<HTMLElement>('[data-toast]')]
    const deleted = toasts.find((toast) => toast.textContent.includes('“Hospital list” deleted.'))
    await user.click(within(deleted ?? document.body).getByRole('button', { name: /^Undo/ }))
    expect(await screen.findByRole('button', { name: 'Delete Hospital list' })).toBeTruthy()
  })
})

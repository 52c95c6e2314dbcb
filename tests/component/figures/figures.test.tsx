import { fireEvent, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { figureRoutes } from '#renderer/features/figures/figure-routes.tsx'
import type { FileChoice, ShellApi } from '#shared/contract/shell-api.ts'
import { bringingIn, SEARCH_COUNTS } from '#tests/core/figures/figure-helpers.ts'
import { temporaryFolder } from '#tests/core/imports/import-helpers.ts'
import { componentCoreForEachTest, openScreen } from '#tests/support/component-screen.tsx'
import { searchCountFile } from '#tests/support/figure-files.ts'
import { TEST_TODAY } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const real = componentCoreForEachTest()
let folder: ReturnType<typeof temporaryFolder>
let toOpen: string

/** What the system's dialog answers: only the shell can open it, so this stands in for it. */
const dialogs: Pick<ShellApi, 'chooseFileToOpen' | 'setTitleBarTheme'> = {
  chooseFileToOpen: async (): Promise<FileChoice> => ({
    status: 'chosen',
    file: { handle: bringingIn(real.current()).grant(toOpen), name: 'counts.csv', size: 1 },
  }),
  setTitleBarTheme: () => undefined,
}

const write = (name: string, content: string | Buffer): string => {
  const path = join(folder.path, name)
  writeFileSync(path, content)
  return path
}

beforeEach(() => {
  folder = temporaryFolder()
  toOpen = write('counts.csv', searchCountFile())
  vi.stubGlobal('throughline', dialogs)
  setToday(TEST_TODAY)
})

afterEach(() => folder.remove())

const open = (path = '/imports/figures'): ReturnType<typeof userEvent.setup> => {
  openScreen(path, figureRoutes)
  return userEvent.setup()
}

const heading = (name: string): Promise<HTMLElement> => screen.findByRole('heading', { level: 1, name })

describe('practice figures', () => {
  it('come from a file to a table with its source by keyboard alone', async () => {
    const user = open()
    await screen.findByRole('heading', { name: 'No practice figures yet' })
    expect(await accessibilityFaults()).toEqual([])

    await user.keyboard('n')
    await heading('New practice figures')
    expect(screen.getByRole('heading', { name: '9 columns, 9 kept' })).toBeTruthy()
    expect(screen.getByRole('textbox', { name: 'Title' })).toHaveProperty('value', 'CAN005 support information')
    expect(screen.getByRole('textbox', { name: 'Day' })).toHaveProperty('value', '31')
    expect(await accessibilityFaults()).toEqual([])

    await user.keyboard('{Control>}{Enter}{/Control}')
    await screen.findByRole('heading', { name: '4 rows of 4 can be kept' })
    expect(screen.getByText(/own total agrees with its rows/)).toBeTruthy()
    expect(await real.current().client.figures.list({})).toEqual([])
    expect(await accessibilityFaults()).toEqual([])

    await user.keyboard('{Control>}{Enter}{/Control}')
    await heading('CAN005 support information')
    const grid = await screen.findByRole('grid', { name: 'Rows of CAN005 support information' })
    expect(await within(grid).findByText('Ostley Road, The Surgery')).toBeTruthy()
    expect(within(grid).getByText('1,055')).toBeTruthy()
    expect(screen.getByText('EMIS Web search and report')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])

    await user.keyboard('/')
    await user.keyboard('harrow')
    await waitFor(() => expect(within(grid).queryByText('Brackenfold Surgery')).toBeNull())
    expect(within(grid).getByText('Harrowmere Practice')).toBeTruthy()
  })

  it('are checked again where something was changed while they were checked', async () => {
    const user = open()
    await user.click(await screen.findByRole('button', { name: /Bring in figures/ }))
    await heading('New practice figures')
    fireEvent.click(screen.getByRole('button', { name: /Check the figures/ }))
    fireEvent.change(screen.getByRole('textbox', { name: 'Title' }), { target: { value: 'Other counts' } })
    await user.click(await screen.findByRole('button', { name: /Check the figures/ }))
    await user.click(await screen.findByRole('button', { name: /Save these figures/ }))
    await heading('Other counts')
    expect((await real.current().client.figures.list({})).map(({ title }) => title)).toEqual(['Other counts'])
  })

  it('say what is lacking, beside the field, and let a person choose the columns', async () => {
    toOpen = write('sizes.csv', 'Practice code,How many\nA99901,"10,312"\nA99902,-4\n')
    const user = open()
    await user.click(await screen.findByRole('button', { name: /Bring in figures/ }))
    await heading('New practice figures')
    await user.click(screen.getByRole('button', { name: /Check the figures/ }))
    expect(
      within(await screen.findByRole('alert', { name: /to put right$/ })).getByText(
        'What they are: Choose what the figures are',
      ),
    ).toBeTruthy()

    const pick = async (name: string, option: string): Promise<void> => {
      const box = screen.getByRole('combobox', { name })
      await user.click(box)
      const choices = document.getElementById(box.getAttribute('aria-controls') ?? '')
      await user.click(within(choices ?? document.body).getByText(option))
    }
    await pick('What they are', 'List sizes')
    await user.click(screen.getByRole('button', { name: /Check the figures/ }))
    const list = await screen.findByRole('alert', { name: /to put right$/ })
    expect(within(list).getByText('Columns: Choose which column holds: List size')).toBeTruthy()
    expect(within(list).getByText(/Day they hold for: Enter the day/)).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])

    await pick('How many goes to', 'List size (needed)')
    await user.type(screen.getByRole('textbox', { name: 'Title' }), 'Lists')
    await user.type(screen.getByRole('textbox', { name: 'Source' }), 'NHS England')
    await user.type(screen.getByRole('textbox', { name: 'Day' }), '1')
    await user.type(screen.getByRole('textbox', { name: 'Month' }), '10')
    await user.type(screen.getByRole('textbox', { name: 'Year' }), '2026')
    await user.click(screen.getByRole('button', { name: /Check the figures/ }))
    await screen.findByRole('heading', { name: '1 row of 2 can be kept' })
    expect(screen.getByText('“List size” is below zero')).toBeTruthy()
    expect(screen.getByText('Line 3')).toBeTruthy()
    await user.click(screen.getByRole('button', { name: /Save these figures/ }))
    await heading('Lists')
  })

  it('refuse a file of people and point to Imports', async () => {
    toOpen = write('people.csv', 'NHS number,Surname\n9990000026,Hollis\n')
    const user = open()
    await user.click(await screen.findByRole('button', { name: /Bring in figures/ }))
    expect(await screen.findByText(/looks like a list of people.*Imports instead/)).toBeTruthy()
    expect(screen.getByRole('heading', { level: 1, name: 'Practice figures' })).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])
  })

  it('say so when they are here already', async () => {
    await bringingIn(real.current()).bringIn(toOpen, SEARCH_COUNTS)
    const user = open()
    await screen.findByRole('table', { name: 'Search counts' })
    await user.keyboard('n')
    await heading('New practice figures')
    await user.click(screen.getByRole('button', { name: /Check the figures/ }))
    expect(await screen.findByText('These figures are here already')).toBeTruthy()
    expect(screen.getByText('Nothing to save')).toBeTruthy()
    expect(screen.queryByRole('button', { name: /Save these figures/ })).toBeNull()
  })

  it('are removed after asking, and stay in the list as removed', async () => {
    await bringingIn(real.current()).bringIn(toOpen, SEARCH_COUNTS)
    const user = open()
    const table = await screen.findByRole('table', { name: 'Search counts' })
    await user.click(within(table).getByRole('button', { name: /^Remove CAN005/ }))
    expect(await accessibilityFaults()).toEqual([])
    await user.click(await screen.findByRole('button', { name: 'Remove these figures' }))
    await waitFor(async () => expect((await real.current().client.figures.list({}))[0]?.state).toBe('removed'))
  })

  it('ask for the file again after a lock', async () => {
    open('/imports/figures/new/01900000-0000-7000-8000-00000000ffff')
    expect(await heading('Choose the file again')).toBeTruthy()
  })

  it('say so when a table is not there', async () => {
    open('/imports/figures/01900000-0000-7000-8000-00000000ffff')
    expect(await screen.findByText('These figures could not be shown')).toBeTruthy()
    expect(screen.getByText(/There are no such practice figures/)).toBeTruthy()
  })
})

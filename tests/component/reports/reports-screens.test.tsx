import { cleanup, render, screen, waitFor, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { mkdtempSync, readdirSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { onCoreEvent } from '#renderer/app/core-client.ts'
import { invalidateFor } from '#renderer/app/invalidation.ts'
import { Providers } from '#renderer/app/providers.tsx'
import { createQueryClient } from '#renderer/app/query-client.ts'
import { AppRoutes } from '#renderer/app/router.tsx'
import { ReportPage } from '#renderer/features/reports/report-page.tsx'
import { ReportsPage } from '#renderer/features/reports/reports-page.tsx'
import { clearToasts, ToastRegion } from '#renderer/ui/toasts.tsx'
import { finish } from '#core/in-process.ts'
import type { FileChoice, PrintReportOutcome, ShellApi } from '#shared/contract/shell-api.ts'
import { anEpisode, anEvent, aPerson } from '#tests/support/builders.ts'
import { createComponentCore } from '#tests/support/component-core.ts'
import { TEST_TODAY, type TestCore } from '#tests/support/test-core.ts'
import { accessibilityFaults } from '../ui/render-ui.tsx'

const routes = [
  { path: '/reports', render: () => <ReportsPage /> },
  {
    path: '/reports/:id',
    render: ({ id }: Readonly<Record<string, string | undefined>>) => <ReportPage reportId={id ?? ''} />,
  },
]

let test: TestCore
let folder: string
/** What the shell answers: only it can open dialogs and print, so it is stood in for here. */
let choice: FileChoice
let printed: PrintReportOutcome
let asked: Parameters<ShellApi['printReport']>[0][]
let shown: string[]
let stopListening: () => void

const shell: Pick<ShellApi, 'chooseFolder' | 'printReport' | 'showInFolder' | 'onPrintStage' | 'setTitleBarTheme'> = {
  chooseFolder: async () => choice,
  printReport: async (options) => {
    asked.push(options)
    return printed
  },
  showInFolder: async (handle) => {
    shown.push(handle)
    return { ok: true }
  },
  onPrintStage: () => () => undefined,
  setTitleBarTheme: () => undefined,
}

beforeEach(async () => {
  test = await createComponentCore()
  folder = mkdtempSync(join(tmpdir(), 'throughline-report-'))
  test.core.env.files.grant('folder', folder, 'folder')
  choice = { status: 'chosen', file: { handle: 'folder', name: 'For the network', size: 0 } }
  printed = { ok: true, bytes: 640_000, file: { handle: 'pdf', name: 'network-report.pdf', size: 640_000 } }
  asked = []
  shown = []
  vi.stubGlobal('throughline', shell)
  setToday(TEST_TODAY)
})

afterEach(async () => {
  stopListening()
  clearToasts()
  cleanup()
  await test.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Thirty people diagnosed in the last financial year: twenty contacted in time, three lung cancers among them. */
const addPeople = async (): Promise<void> => {
  for (let index = 0; index < 30; index += 1) {
    const { id } = await test.client.register.addPerson({
      person: aPerson(),
      episode: anEpisode({
        tumourGroup: index < 3 ? 'lung' : 'breast',
        site: null,
        icd10Code: null,
        diagnosisDate: { date: '2025-06-15', precision: 'day' },
      }),
    })
    if (index < 20)
      await test.client.journey.logEvent(
        anEvent(id, { eventType: 'support_contact', lane: 'primary', date: '2025-08-01' }),
      )
  }
}

const open = (path: string): ReturnType<typeof userEvent.setup> => {
  history.replaceState(null, '', path)
  const queryClient = createQueryClient()
  stopListening = onCoreEvent((event) => event.type === 'changed' && invalidateFor(queryClient, event.entities))
  render(
    <Providers queryClient={queryClient} env="test">
      <AppRoutes routes={routes} notFound={<p>Not found</p>} />
      <ToastRegion />
    </Providers>,
  )
  return userEvent.setup()
}

const openFrozen = async (): Promise<ReturnType<typeof userEvent.setup>> => {
  await addPeople()
  const { id } = await finish(test.client.reports.build({ from: '2025-04-01', to: '2026-03-31' }))
  const user = open(`/reports/${id}`)
  await said(/^1 Apr 2025 to 31 Mar 2026\. Figures frozen/)
  return user
}

/** The whole report is a long page, and jobs cross a real channel to a real file: a busy computer takes a while. */
const PATIENCE = { timeout: 20_000 }
vi.setConfig({ testTimeout: 60_000 })

const said = (words: string | RegExp): Promise<HTMLElement> => screen.findByText(words, undefined, PATIENCE)

const CTRL_ENTER = '{Control>}{Enter}{/Control}'

describe('making a report', () => {
  it('goes from an empty list to the frozen report by keyboard alone', async () => {
    await addPeople()
    const user = open('/reports')
    await screen.findByRole('heading', { name: 'No report yet' })
    expect(screen.getByText('1 Apr 2025 to 31 Mar 2026')).toBeTruthy()
    expect(await accessibilityFaults()).toEqual([])

    await user.keyboard(CTRL_ENTER)
    await said(/^1 Apr 2025 to 31 Mar 2026\. Figures frozen/)
    expect(document.querySelector('h1')?.textContent).toBe('Network report')
    expect(screen.getAllByText(/Support contact within 3 months: 20 of 30, 67%/)).not.toHaveLength(0)
    expect(location.pathname).toMatch(/^\/reports\/[0-9a-f-]{36}$/)
    expect(document.title).toBe('Network report - Throughline')
    expect(await accessibilityFaults()).toEqual([])
  })

  it('lists what was frozen, newest first, each a link', async () => {
    await finish(test.client.reports.build({ from: '2024-04-01', to: '2025-03-31' }))
    await finish(test.client.reports.build({ from: '2025-04-01', to: '2026-03-31' }))
    open('/reports')
    const table = await screen.findByRole('table', { name: 'Reports frozen so far' })
    expect(
      within(table)
        .getAllByRole('link')
        .map(({ textContent }) => textContent),
    ).toEqual(['1 Apr 2025 to 31 Mar 2026', '1 Apr 2024 to 31 Mar 2025'])
  })

  it('keeps what was typed and says what to put right', async () => {
    const user = open('/reports')
    await user.click(await screen.findByRole('radio', { name: /Other dates/ }))
    const first = screen.getByRole('group', { name: /First day/ })
    const last = screen.getByRole('group', { name: /Last day/ })
    for (const [label, text] of [
      ['Day', '1'],
      ['Month', '4'],
      ['Year', '2026'],
    ] as const) {
      await user.type(within(first).getByLabelText(label), text)
    }
    await user.keyboard(CTRL_ENTER)
    const fault = await said('Last day: Enter the day, month and year')
    expect(document.activeElement?.contains(fault)).toBe(true)
    expect(document.activeElement?.textContent).toContain('1 thing to put right')
    expect(within(first).getByLabelText('Year')).toHaveProperty('value', '2026')

    for (const [label, text] of [
      ['Day', '31'],
      ['Month', '3'],
      ['Year', '2027'],
    ] as const) {
      await user.type(within(last).getByLabelText(label), text)
    }
    await user.click(screen.getByRole('button', { name: /Freeze the figures/ }))
    await said('Last day: The last day is in the future')
    expect(await accessibilityFaults()).toEqual([])
    expect(await test.client.reports.list({})).toEqual([])
  })
})

describe('asking about a figure', () => {
  it('opens counted, out of, left out and rule from the keyboard, and gives the focus back', async () => {
    const user = await openFrozen()
    const care = document.querySelector<HTMLElement>('#report-care table')
    const figure = within(care ?? document.body).getByText('20')
    figure.focus()
    await user.keyboard('{Enter}')
    const answer = await screen.findByRole('dialog', { name: 'Explain this number' }, PATIENCE)
    expect(answer.textContent).toContain('20 of 30, 67% (likely range 49% to 81%)')
    expect(answer.textContent).toContain('whose 3 months ran out in it')
    expect(answer.textContent).toContain('NICE menu indicator IND222')
    expect(answer.textContent).toContain('Register as frozen 23 Nov 2026, 10:00')
    expect(figure.getAttribute('aria-expanded')).toBe('true')
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard('{Escape}')
    await waitFor(() => expect(document.querySelector('[role=dialog]')).toBeNull())
    expect(document.activeElement).toBe(figure)
  })

  it('says of a hidden figure only that it is hidden', async () => {
    const user = await openFrozen()
    const lung = screen.getByText('Lung', { selector: 'th' }).closest('tr')
    await user.click(within(lung ?? document.body).getByRole('button'))
    const answer = await screen.findByRole('dialog', { name: 'Explain this number' }, PATIENCE)
    expect(answer.textContent).toContain('This number is hidden: too few to show')
    expect(answer.textContent).not.toMatch(/\b3 of\b/)
  })
})

/** An open report of which it is said what it is for and whom it is for. */
const openToSend = async (): Promise<ReturnType<typeof userEvent.setup>> => {
  const user = await openFrozen()
  await user.type(screen.getByLabelText('What it is for', { selector: 'input' }), 'Audit')
  await user.type(screen.getByLabelText('Whom it is for', { selector: 'input' }), 'Us')
  return user
}

describe('exporting', () => {
  it('asks first what it is for and whom it is for', async () => {
    const user = await openFrozen()
    await user.keyboard(CTRL_ENTER)
    await said('Say what it is for')
    expect(screen.getByText('Say whom it is for')).toBeTruthy()
    expect(document.activeElement).toBe(screen.getByLabelText('What it is for', { selector: 'input' }))
    expect(readdirSync(folder)).toEqual([])
    expect(await accessibilityFaults()).toEqual([])
  })

  it('is stopped where an earlier report would give a small number away, with ways out', async () => {
    await addPeople()
    const earlier = await finish(test.client.reports.build({ from: '2025-04-01', to: '2025-09-30' }))
    const sending = { folderHandle: 'folder', formats: ['json' as const], purpose: 'Audit', recipient: 'Us' }
    await finish(test.client.reports.export({ id: earlier.id, ...sending }))
    const diagnosisDate = { date: '2025-12-15', precision: 'day' } as const
    for (let index = 0; index < 3; index += 1)
      await test.client.register.addPerson({ person: aPerson(), episode: anEpisode({ diagnosisDate }) })
    const { id } = await finish(test.client.reports.build({ from: '2025-04-01', to: '2026-03-31' }))
    const user = open(`/reports/${id}`)
    await said('This report cannot leave yet')
    expect(screen.getByText('Use the earlier report').closest('a')?.getAttribute('href')).toBe(`/reports/${earlier.id}`)
    expect(await accessibilityFaults()).toEqual([])
    await user.click(screen.getByText('Hide more, in a new report'))
    await said('Safe beside earlier reports')
  })

  it('writes the files, prints the PDF beside them and shows where they are', async () => {
    const user = await openToSend()
    await user.keyboard(CTRL_ENTER)
    await said('8 files in For the network')
    const base = 'network-report-A99901-2025-04-01-to-2026-03-31'
    expect(readdirSync(folder).toSorted()).toEqual(
      ['csv', 'docx', 'html', 'json', 'schema.json', 'throughline-pack', 'xlsx'].map((end) => `${base}.${end}`),
    )
    expect(asked).toHaveLength(1)
    expect(test.core.env.prints.take(asked[0]?.leave ?? '')).toEqual({
      reportId: location.pathname.split('/').at(-1),
      folderHandle: 'folder',
      fileName: `${base}.pdf`,
    })
    expect(document.querySelector('[data-toast]')?.textContent).toContain('Report exported. 8 files written.')
    await user.click(screen.getByText('Show in folder'))
    expect(shown).toEqual(['pdf'])
  })

  it('writes only what is ticked, and nothing when nothing is', async () => {
    const user = await openToSend()
    for (const name of ['PDF', 'Word', 'Excel', 'JSON', 'Pack with a receipt', 'Web page'])
      await user.click(screen.getByLabelText(name))
    await user.keyboard(CTRL_ENTER)
    await said('1 file in For the network')
    expect(readdirSync(folder)).toEqual(['network-report-A99901-2025-04-01-to-2026-03-31.csv'])
    expect(asked).toEqual([])
    await user.click(screen.getByLabelText('CSV'))
    await user.keyboard(CTRL_ENTER)
    await said('Choose at least one file.')
  })

  it('says what went wrong with the PDF and keeps the other files', async () => {
    printed = { ok: false, message: 'The report took too long to draw. Try again.' }
    const user = await openToSend()
    await user.keyboard(CTRL_ENTER)
    await said(/took too long to draw/)
    expect(screen.getByText('7 files in For the network')).toBeTruthy()
  })

  it('writes nothing when no folder is chosen, and says why one is refused', async () => {
    const user = await openToSend()
    choice = { status: 'cancelled' }
    await user.keyboard(CTRL_ENTER)
    choice = { status: 'refused', message: 'That folder cannot be written to. Choose another.' }
    await user.keyboard(CTRL_ENTER)
    await said(/Choose another\.$/)
    expect(readdirSync(folder)).toEqual([])
  })

  it('says in words that the folder has gone', async () => {
    const user = await openToSend()
    rmSync(folder, { recursive: true })
    await user.keyboard(CTRL_ENTER)
    expect((await said(/no longer there/)).textContent).toContain('Choose it again')
  })
})

describe('a report that cannot be shown', () => {
  it('says so and leads back', async () => {
    open('/reports/01900000-0000-7000-8000-0000000fffff')
    await screen.findByRole('heading', { level: 1, name: 'This report cannot be shown' })
    expect(screen.getByText(/no longer there/)).toBeTruthy()
    expect(screen.getByRole('link', { name: 'Go to the reports' }).getAttribute('href')).toBe('/reports')
  })
})

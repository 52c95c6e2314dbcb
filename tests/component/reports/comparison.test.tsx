import { cleanup, render, screen, within } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { mkdtempSync, rmSync } from 'node:fs'
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
import { anEpisode, aPerson } from '#tests/support/builders.ts'
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

const PATIENCE = { timeout: 20_000 }
vi.setConfig({ testTimeout: 60_000 })

const CTRL_ENTER = '{Control>}{Enter}{/Control}'

let test: TestCore
let folder: string
let stopListening: () => void

beforeEach(async () => {
  test = await createComponentCore()
  folder = mkdtempSync(join(tmpdir(), 'throughline-beside-'))
  test.core.env.files.grant('folder', folder, 'folder')
  vi.stubGlobal('throughline', { onPrintStage: () => () => undefined, setTitleBarTheme: () => undefined })
  setToday(TEST_TODAY)
})

afterEach(async () => {
  stopListening()
  clearToasts()
  cleanup()
  await test.close()
  rmSync(folder, { recursive: true, force: true })
})

const diagnose = async (number: number, date: string): Promise<void> => {
  for (let index = 0; index < number; index += 1)
    await test.client.register.addPerson({
      person: aPerson(),
      episode: anEpisode({ diagnosisDate: { date, precision: 'day' }, stage: '2', route: 'screening' }),
    })
}

const open = async (): Promise<ReturnType<typeof userEvent.setup>> => {
  history.replaceState(null, '', '/reports')
  const queryClient = createQueryClient()
  stopListening = onCoreEvent((event) => event.type === 'changed' && invalidateFor(queryClient, event.entities))
  render(
    <Providers queryClient={queryClient} env="test">
      <AppRoutes routes={routes} notFound={<p>Not found</p>} />
      <ToastRegion />
    </Providers>,
  )
  await screen.findByRole('button', { name: 'Add a published figure' }, PATIENCE)
  return userEvent.setup()
}

describe('what a report is printed beside', () => {
  it('is the report that was sent before, until none is chosen', async () => {
    await diagnose(12, '2024-12-15')
    await diagnose(14, '2025-12-15')
    const before = await finish(test.client.reports.build({ from: '2024-11-01', to: '2025-10-31' }))
    await finish(
      test.client.reports.export({
        id: before.id,
        folderHandle: 'folder',
        formats: ['json'],
        purpose: 'Network meeting',
        recipient: 'Primary care network',
      }),
    )
    const user = await open()
    const choice = await screen.findByRole('combobox', { name: 'Report before' })
    expect(choice).toHaveProperty('value', expect.stringMatching(/^Last: 1 Nov 2024 to 31 Oct 2025, sent /))
    expect(await accessibilityFaults()).toEqual([])
    await user.keyboard(CTRL_ENTER)
    await screen.findByText(/^1 Nov 2025 to 31 Oct 2026\. Figures frozen/, undefined, PATIENCE)
    expect(
      screen.getAllByRole('table', {
        name: /^Headline measures beside the report of 1 Nov 2024 to 31 Oct 2025 \(sent /,
      }),
    ).not.toHaveLength(0)
    expect(await accessibilityFaults()).toEqual([])
  })

  it('takes a published figure typed in, says what is missing, and prints it with its source', async () => {
    await diagnose(12, '2025-12-15')
    const user = await open()
    await user.click(screen.getByRole('button', { name: 'Add a published figure' }))
    const dialog = await screen.findByRole('dialog', { name: 'Add a published figure' })
    await user.click(within(dialog).getByRole('button', { name: 'Add the figure' }))
    expect(within(dialog).getByText('Enter a number')).toBeTruthy()
    expect(within(dialog).getByText('Say where it is published')).toBeTruthy()
    expect(await accessibilityFaults(dialog)).toEqual([])
    await user.click(within(dialog).getByRole('combobox', { name: 'What it measures' }))
    await user.click(await screen.findByRole('option', { name: 'Stage known' }))
    const type = async (name: RegExp, text: string): Promise<void> =>
      user.type(within(dialog).getByRole('textbox', { name }), text)
    await type(/^Whose figure/, 'Ferrin Vale Alliance')
    await type(/^Figure/, '81.5')
    await type(/^Period/, '2024/25')
    await type(/^Where it is/, 'Alliance dashboard')
    await type(/^When it was/, '2 Jun 2025{Enter}')
    const box = await screen.findByRole('checkbox', {
      name: 'Stage known: 81.5%, Ferrin Vale Alliance, 2024/25',
    })
    expect(box).toHaveProperty('checked', true)
    // Enter in the dialog did not freeze the report behind it.
    expect(await test.client.reports.list({})).toEqual([])
    await user.keyboard(CTRL_ENTER)
    await screen.findByText(/^1 Nov 2025 to 31 Oct 2026\. Figures frozen/, undefined, PATIENCE)
    const table = screen.getByRole('table', { name: 'Headline measures beside published figures' })
    const row = within(table).getByRole('row', { name: /^Stage known: Ferrin Vale Alliance, 2024\/25/ })
    expect(row.textContent).toContain('81.5%')
    expect(row.textContent).toContain('Alliance dashboard. Published 2 Jun 2025.')
  })

  it('gives a figure that was typed in back when its removal is undone', async () => {
    await test.client.reports.addBenchmark({
      name: 'Ferrin Vale Alliance',
      measure: 'stage-known',
      value: 81.5,
      low: null,
      high: null,
      period: '2024/25',
      source: 'Alliance dashboard',
      published: '2 Jun 2025',
      edition: null,
    })
    const user = await open()
    const name = 'Stage known: 81.5%, Ferrin Vale Alliance, 2024/25'
    await user.click(screen.getByRole('button', { name: 'Remove Stage known, Ferrin Vale Alliance, 2024/25' }))
    await screen.findByText('Published figure removed.')
    await vi.waitFor(() => expect(screen.queryByRole('checkbox', { name })).toBeNull())
    await user.click(screen.getByRole('button', { name: /Undo/ }))
    await screen.findByRole('checkbox', { name })
  })
})

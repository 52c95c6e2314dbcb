import { cleanup, render, screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, vi } from 'vitest'
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

const routes = [
  { path: '/reports', render: () => <ReportsPage /> },
  {
    path: '/reports/:id',
    render: ({ id }: Readonly<Record<string, string | undefined>>) => <ReportPage reportId={id ?? ''} />,
  },
]

/** The screens of reports over a real core, with what the shell answers: only it can open dialogs and print. */
export interface ReportsScreens {
  test: TestCore
  /** Where the shell lets files be written. */
  folder: string
  choice: FileChoice
  printed: PrintReportOutcome
  /** What the shell was asked to print, and the files it was asked to show. */
  asked: Parameters<ShellApi['printReport']>[0][]
  shown: string[]
  stopListening: () => void
}

/** The whole report is a long page, and jobs cross a real channel to a real file: a busy computer takes a while. */
export const PATIENCE = { timeout: 20_000 }

/** Sets the screens up before each test of a file and takes them down after it. */
export const setUpReports = (): ReportsScreens => {
  vi.setConfig({ testTimeout: 60_000 })
  const screens = {} as ReportsScreens
  const shell: Pick<ShellApi, 'chooseFolder' | 'printReport' | 'showInFolder' | 'onPrintStage' | 'setTitleBarTheme'> = {
    chooseFolder: async () => screens.choice,
    printReport: async (options) => {
      screens.asked.push(options)
      return screens.printed
    },
    showInFolder: async (handle) => {
      screens.shown.push(handle)
      return { ok: true }
    },
    onPrintStage: () => () => undefined,
    setTitleBarTheme: () => undefined,
  }
  beforeEach(async () => {
    Object.assign(screens, {
      test: await createComponentCore(),
      folder: mkdtempSync(join(tmpdir(), 'throughline-report-')),
      choice: { status: 'chosen', file: { handle: 'folder', name: 'For the network', size: 0 } },
      printed: { ok: true, bytes: 640_000, file: { handle: 'pdf', name: 'network-report.pdf', size: 640_000 } },
      asked: [],
      shown: [],
      stopListening: () => undefined,
    } satisfies ReportsScreens)
    screens.test.core.env.files.grant('folder', screens.folder, 'folder')
    vi.stubGlobal('throughline', shell)
    setToday(TEST_TODAY)
  })
  afterEach(async () => {
    screens.stopListening()
    clearToasts()
    cleanup()
    await screens.test.close()
    rmSync(screens.folder, { recursive: true, force: true })
  })
  return screens
}

/** Thirty people diagnosed in the last financial year: twenty contacted in time, three lung cancers among them. */
export const addPeople = async ({ test }: ReportsScreens): Promise<void> => {
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

/** Opens a page of the reports. */
export const openReports = (screens: ReportsScreens, path: string): ReturnType<typeof userEvent.setup> => {
  history.replaceState(null, '', path)
  const queryClient = createQueryClient()
  screens.stopListening = onCoreEvent((event) => event.type === 'changed' && invalidateFor(queryClient, event.entities))
  render(
    <Providers queryClient={queryClient} env="test">
      <AppRoutes routes={routes} notFound={<p>Not found</p>} />
      <ToastRegion />
    </Providers>,
  )
  return userEvent.setup()
}

export const said = (words: string | RegExp): Promise<HTMLElement> => screen.findByText(words, undefined, PATIENCE)

/** The report of those people for the last financial year, on the screen. */
export const openFrozen = async (screens: ReportsScreens): Promise<ReturnType<typeof userEvent.setup>> => {
  await addPeople(screens)
  const { id } = await finish(screens.test.client.reports.build({ from: '2025-04-01', to: '2026-03-31' }))
  const user = openReports(screens, `/reports/${id}`)
  await said(/^1 Apr 2025 to 31 Mar 2026\. Figures frozen/)
  return user
}

export const CTRL_ENTER = '{Control>}{Enter}{/Control}'

import { screen } from '@testing-library/react'
import userEvent from '@testing-library/user-event'
import { describe, expect, it, vi } from 'vitest'
import { ExportProgress } from '#renderer/features/reports/export-progress.tsx'
import type { ReportExport } from '#renderer/features/reports/use-report-export.ts'
import { renderUi } from '../ui/render-ui.tsx'

const work = (more: Partial<ReportExport>): ReportExport => ({
  busy: true,
  progress: null,
  printStage: null,
  error: null,
  refused: null,
  outcome: null,
  run: async () => null,
  stop: () => undefined,
  ...more,
})

describe('how far an export is', () => {
  it.each(['drawing', 'printing'] as const)('can be stopped while the PDF is at %s', async (printStage) => {
    const stop = vi.fn()
    renderUi(<ExportProgress work={work({ printStage, stop })} withPdf />)
    expect(screen.getByText(/the PDF is not made\. Files that are written already stay\./)).toBeTruthy()
    await userEvent.click(screen.getByRole('button', { name: 'Stop' }))
    expect(stop).toHaveBeenCalledOnce()
  })

  it('offers no way to stop what is being written', () => {
    renderUi(<ExportProgress work={work({ printStage: 'writing' })} withPdf />)
    expect(screen.getByText('Writing the PDF')).toBeTruthy()
    expect(screen.queryByRole('button', { name: 'Stop' })).toBeNull()
  })
})

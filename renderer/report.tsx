import './app/no-eval.ts'

import { StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { core } from '#renderer/app/core-client.ts'
import { PrintedReport } from '#renderer/features/reports/printed-report.tsx'
import '#renderer/ui/tokens.css'
import '#renderer/ui/base.css'

/** The document that the shell prints: one frozen report, named in the address by its id. */
const start = async (): Promise<void> => {
  const root = document.getElementById('root')
  const id = new URLSearchParams(location.search).get('id')
  if (root === null || id === null) throw new Error('report.html needs a root element and the id of a report')
  const { summary, dataset, key } = await core.reports.get({ id })
  document.title = summary.title
  createRoot(root).render(
    <StrictMode>
      <PrintedReport
        dataset={dataset}
        receipt={{ sha256: summary.sha256, key }}
        fontsReady={() => document.fonts.ready}
        onDrawn={() => window.throughline.reportReady()}
      />
    </StrictMode>,
  )
}

await start()

import './app/no-eval.ts'

import { type ReactNode, StrictMode } from 'react'
import { createRoot } from 'react-dom/client'
import { core } from '#renderer/app/core-client.ts'
import { PlanPoster } from '#renderer/features/papers/plan-poster.tsx'
import { PrintedPaper } from '#renderer/features/papers/printed-paper.tsx'
import { PrintedReport } from '#renderer/features/reports/printed-report.tsx'
import { paperCodeSchema } from '#shared/features/papers/paper.ts'
import '#renderer/ui/tokens.css'
import '#renderer/ui/base.css'

const waiting = {
  fontsReady: () => document.fonts.ready,
  onDrawn: () => window.throughline.reportReady(),
}

interface Sheet {
  readonly title: string
  readonly content: ReactNode
}

const reportSheet = async (id: string): Promise<Sheet> => {
  const { summary, dataset, key } = await core.reports.get({ id })
  const receipt = { sha256: summary.sha256, key }
  return { title: summary.title, content: <PrintedReport dataset={dataset} receipt={receipt} {...waiting} /> }
}

const posterSheet = async (id: string): Promise<Sheet> => {
  const plan = await core.plan.get({ id })
  const { madeOn, notices } = await core.papers.get({ code: 'plan', id })
  return { title: plan.title, content: <PlanPoster plan={plan} today={madeOn} notices={notices} {...waiting} /> }
}

const sheetOf = async (page: string | null, id: string): Promise<Sheet> => {
  if (page === 'report') return reportSheet(id)
  if (page === 'poster') return posterSheet(id)
  const paper = await core.papers.get({ code: paperCodeSchema.parse(page), id })
  return { title: paper.title, content: <PrintedPaper paper={paper} {...waiting} /> }
}

/** The document that the shell prints: its kind and id stand in the address. */
const start = async (): Promise<void> => {
  const root = document.getElementById('root')
  const asked = new URLSearchParams(location.search)
  const id = asked.get('id')
  if (root === null || id === null) throw new Error('report.html needs a root element and the id of a document')
  const { title, content } = await sheetOf(asked.get('page'), id)
  document.title = title
  createRoot(root).render(<StrictMode>{content}</StrictMode>)
}

await start()

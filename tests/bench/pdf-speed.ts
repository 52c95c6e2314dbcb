import { execFileSync } from 'node:child_process'
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import type { ElectronApplication, Page } from '@playwright/test'
import { canonicalJson, sha256 } from '#core/canonical-json.ts'
import { openReport } from '#core/features/reports/queries.ts'
import { reportHtml } from '#core/features/reports/write-html.ts'
import { DEMO_PASSPHRASE } from '#shared/features/access/labels.ts'
import { presetPeriod } from '#shared/features/reports/labels.ts'
import { type ReportDataset, reportDatasetSchema, type ReportSummary } from '#shared/features/reports/schema.ts'
import { closeApp, launchApp, type RunningApp } from '#tests/support/electron-app.ts'
import { type BenchRegister, benchRegister } from './bench-register.ts'
import { emptyApp } from './empty-app.ts'
import { type Figure, inTurns, timed } from './measure.ts'
import { firstMonths } from './report-periods.ts'

const PEOPLE = 2_000
const LIMITS = { pdf: { most: 10_000 }, times: { most: 10 } } as const
const LEAST = { pages: 30, charts: 20 } as const

/** Real sections of several frozen reports as one document of as many charts as a long report has: for printing only. */
const longReport = async ({ core }: BenchRegister): Promise<ReportSummary> => {
  const { database } = core.vault.openRegister()
  const year = presetPeriod('last-year', core.env.clock.today())
  const all: ReportDataset[] = []
  for (const months of [12, 10, 8, 6, 4]) {
    const { id } = (await core.call('reports.build', firstMonths(year, months))) as ReportSummary
    all.push((await openReport(database.read, id)).dataset)
  }
  const [first] = all
  if (first === undefined) throw new Error('there is a report')
  const dataset = reportDatasetSchema.parse({
    ...first,
    id: core.env.ids.next(),
    sections: all.flatMap(({ sections }, at) => sections.map((section) => ({ ...section, id: `${section.id}-${at}` }))),
  })
  const text = canonicalJson(dataset)
  await database.write(async ({ db }) => {
    const row = await db.selectFrom('report').selectAll().where('id', '=', first.id).executeTakeFirstOrThrow()
    await db
      .insertInto('report')
      .values({ ...row, id: dataset.id, dataset: text, sha256: sha256(text) })
      .execute()
  })
  return (await openReport(database.read, dataset.id)).summary
}

interface Pdf {
  readonly pages: number
  readonly isTagged: boolean
}

const pdfIn = (folder: string): Pdf => {
  const name = readdirSync(folder).find((each) => each.endsWith('.pdf'))
  if (name === undefined) throw new Error('no PDF was written')
  const said = execFileSync('pdfinfo', [join(folder, name)], { encoding: 'utf8' })
  return { pages: Number(/^Pages:\s+(\d+)$/m.exec(said)?.[1]), isTagged: /^Tagged:\s+yes$/m.test(said) }
}

/** Presses the button and waits for the file, as a person does. @returns milliseconds. */
const exportPdf = (page: Page): Promise<number> =>
  timed(async () => {
    const shown = page.getByRole('button', { name: 'Show in folder' })
    await page.getByRole('button', { name: 'Export the files' }).click()
    await shown.waitFor({ state: 'hidden' })
    await shown.waitFor({ timeout: 60_000 })
  })

/** A page of the same figures, printed in a window of its own with nothing else around it. @returns milliseconds. */
const printBare = (app: ElectronApplication, path: string): Promise<number> =>
  timed(() =>
    app.evaluate(async ({ BrowserWindow }, file) => {
      const window = new BrowserWindow({ show: false, webPreferences: { sandbox: true } })
      await window.loadFile(file)
      await window.webContents.printToPDF({ generateTaggedPDF: true, generateDocumentOutline: true })
      window.destroy()
    }, path),
  )

/** Opens a report with nothing ticked but the PDF. @returns how many charts it has. */
const openToPrint = async ({ app, page }: RunningApp, id: string, folder: string): Promise<number> => {
  await app.evaluate(({ dialog }, chosen) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [chosen] })
  }, folder)
  await page.locator('#passphrase').fill(DEMO_PASSPHRASE)
  await page.locator('#passphrase').press('Enter')
  await page.getByRole('navigation').getByRole('link', { name: 'Reports', exact: true }).first().click()
  await page.locator(`a[href$="${id}"]`).click()
  await page.getByRole('button', { name: 'Export the files' }).waitFor()
  await page.locator('#report-purpose').fill('Bench')
  await page.locator('#report-recipient').fill('Nobody')
  for (const box of await page.getByRole('checkbox').all()) if (await box.isChecked()) await box.uncheck()
  await page.getByRole('checkbox', { name: /PDF/ }).check()
  return page.locator('article figure[role="img"]').count()
}

/** A long report as a PDF, from the press of the button, against the same tables printed by a bare window. */
export const pdfFigures = async (): Promise<Figure[]> => {
  const register = await benchRegister(PEOPLE)
  const { core, folder: dataFolder } = register
  const { id } = await longReport(register)
  const { dataset, summary } = await openReport(core.vault.openRegister().database.read, id)
  const page = join(dataFolder, 'bare.html')
  writeFileSync(page, reportHtml(dataset, { sha256: summary.sha256, key: null }))
  await core.close()
  const out = join(dataFolder, 'printed')
  mkdirSync(out)
  const empty = emptyApp()
  const emptyData = mkdtempSync(join(tmpdir(), 'throughline-empty-data-'))
  const bare = await launchApp({ dataFolder: emptyData, projectFolder: empty })
  const ours = await launchApp({ dataFolder })
  try {
    const charts = await openToPrint(ours, id, out)
    const sides = { ours: () => exportPdf(ours.page), bare: () => printBare(bare.app, page) }
    const compared = await inTurns(sides, { warmUp: 1, rounds: 3 })
    const { pages, isTagged } = pdfIn(out)
    const isLong = pages >= LEAST.pages && charts >= LEAST.charts && isTagged
    return [
      {
        name: 'PDF of a long report',
        value: isLong ? compared.ours : Number.NaN,
        unit: 'ms',
        limit: LIMITS.pdf,
        detail: `${pages} pages, ${charts} charts, tagged: ${isTagged ? 'yes' : 'no'}; from the press of the button, median of 3`,
      },
      {
        name: 'PDF of a long report, against bare printing',
        value: compared.ratio,
        unit: '×',
        limit: LIMITS.times,
        detail: `${compared.ours.toFixed(0)} ms against ${compared.bare.toFixed(0)} ms for the same tables without charts`,
      },
    ]
  } finally {
    await closeApp(ours.app)
    await closeApp(bare.app)
    await register.remove()
    rmSync(empty, { recursive: true, force: true })
    rmSync(emptyData, { recursive: true, force: true })
  }
}

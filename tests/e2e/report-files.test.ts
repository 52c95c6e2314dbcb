import { execFileSync } from 'node:child_process'
import { mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { userInfo } from 'node:os'
import { join } from 'node:path'
import { filesOf } from '../core/bundle/changed-bundle.ts'
import { expect, test } from '../support/electron-app.ts'
import { answerDialogs, FIXED_NOW, goTo, openDemo, sayWhereItGoes } from './steps.ts'

test.use({ appEnvironment: { THROUGHLINE_NOW: FIXED_NOW } })

const ofPdf = (path: string): string =>
  [[], ['-meta'], ['-custom']]
    .map((options) => execFileSync('pdfinfo', [...options, path], { encoding: 'utf8' }))
    .join('\n')
    // What pdfinfo measures for itself.
    .replaceAll(/^(?:Pages|Page size|Page rot|File size|PDF version):.*$/gm, '')

const ofWorkbook = (path: string): string =>
  [...filesOf(path)].flatMap(([name, text]) => (/^(?:docProps|customXml)\//.test(name) ? text : [])).join('\n')

const ofPage = (path: string): string => {
  const page = readFileSync(path, 'utf8')
  return [/<head>([\s\S]*?)<style>/, /<html[^>]*>/, /<\/style>([\s\S]*?)<body>/]
    .map((part) => part.exec(page)?.[0] ?? '')
    .join('\n')
}

/** The colour in a corner of the first page, in its margin. */
const cornerOf = (path: string): number[] => {
  const picture = execFileSync('pdftoppm', ['-r', '20', '-f', '1', '-l', '1', path])
  // "P6", width and height, and the greatest value stand in a line each.
  const start = picture.indexOf('\n255\n') + 5
  return [...picture.subarray(start, start + 3)]
}

test('a page printed in the dark theme is ink on white to the edge, and the theme comes back', async ({
  app,
  page,
  dataFolder,
}) => {
  await openDemo(page)
  await page.emulateMedia({ colorScheme: 'dark' })
  await page.evaluate(() => window.throughline.setTitleBarTheme({ scheme: 'dark' }))
  const scheme = page.locator('html[data-mantine-color-scheme="dark"]')
  await expect(scheme).toHaveCount(1)
  await goTo(page, 'Register')
  await expect(page.getByRole('row').nth(3)).toBeVisible()
  const path = join(dataFolder, 'printed.pdf')
  // There is no printer here: what it would be given goes to a file.
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    if (window === undefined) throw new Error('there is a window')
    const { webContents } = window
    const toFile = async (done?: (printed: boolean, reason: string) => void): Promise<void> => {
      const pdf = await webContents.printToPDF({ printBackground: true, preferCSSPageSize: true })
      Object.assign(globalThis, { printed: pdf.toString('base64') })
      done?.(true, '')
    }
    webContents.print = (_options, done) => void toFile(done)
  })
  expect(await page.evaluate(() => window.throughline.printPage({ title: 'Register' }))).toEqual({ ok: true })
  writeFileSync(path, await app.evaluate(() => Reflect.get(globalThis, 'printed') as string), 'base64')
  expect(cornerOf(path)).toEqual([255, 255, 255])
  await expect(scheme).toHaveCount(1)
})

test('the files of a report say nothing of themselves that the report hides', async ({ app, page, dataFolder }) => {
  test.slow()
  const folder = join(dataFolder, 'exported')
  mkdirSync(folder)
  await answerDialogs(app, { folder })
  await openDemo(page)
  await page.evaluate(() => window.throughline.setTitleBarTheme({ scheme: 'dark' }))
  await goTo(page, 'Reports')
  await page.getByRole('radio', { name: /Last financial year/ }).check()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Network report', level: 1 })).toBeVisible({ timeout: 30_000 })
  await sayWhereItGoes(page)
  await page.getByRole('button', { name: 'Export the files' }).click()
  await expect(page.getByRole('button', { name: 'Show in folder' })).toBeVisible({ timeout: 60_000 })

  const names = readdirSync(folder)
  const path = (ending: string): string => join(folder, names.find((name) => name.endsWith(ending)) ?? '')
  expect(cornerOf(path('.pdf'))).toEqual([255, 255, 255])
  const { title, hiddenCounts } = JSON.parse(readFileSync(path('.json').replace('.schema.json', '.json'), 'utf8')) as {
    title: string
    hiddenCounts: { small: number }
  }
  expect(hiddenCounts.small).toBeGreaterThan(0)
  for (const said of [ofPdf(path('.pdf')), ofWorkbook(path('.xlsx')), ofPage(path('.html'))]) {
    expect(said).toContain(title)
    expect(said).not.toMatch(/Mozilla|AppleWebKit|Chrome|Electron|Linux|Windows|Macintosh/)
    expect(said).not.toMatch(/Network meeting|Primary care network/)
    for (const own of [dataFolder, '/tmp', '/home', userInfo().username]) expect(said).not.toContain(own)
    // No number but those of the title, moments, the fingerprint and the names of formats is left to be a figure.
    const rest = said
      .replaceAll(title, '')
      .replaceAll(/SHA-256 [0-9a-f]{64}/g, '')
      .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '')
      .replaceAll(/^(?:CreationDate|ModDate):.*$/gm, '')
      .replaceAll(/(?:xmlns[:\w]*|xsi:type|standalone|version|encoding|charset)="[^"]*"/g, '')
      .replaceAll(/Skia\/PDF m\d+/g, '')
      .replaceAll(/utf-8|UTF-8|<DocSecurity>0</g, '')
    expect(rest).not.toMatch(/\d/)
  }
})

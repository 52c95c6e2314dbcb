import { join } from 'node:path'
import type { BrowserWindow, PrintToPDFOptions, WebContents } from 'electron'
import type { PrintReportOutcome, PrintStage } from '#shared/contract/shell-api.ts'
import { SHELL_CHANNELS } from '#shared/contract/shell-channels.ts'
import type { AllowedPrint } from '#shared/contract/shell-messages.ts'
import { writeFailure, writeWholeFile } from './atomic-file.ts'
import type { FileHandles } from './file-handles.ts'
import { isPlainFileName } from './file-names.ts'
import { answerPage, field, hearPage, text } from './ipc.ts'
import { APP_ORIGIN } from './security/address.ts'

/** How long drawing and printing may each take, in milliseconds. */
const STAGE_LIMIT = 60_000

// The page's own @page rule gives the paper and the margins that this line stands in.
const PRINT_OPTIONS: PrintToPDFOptions = {
  generateTaggedPDF: true,
  generateDocumentOutline: true,
  preferCSSPageSize: true,
  printBackground: true,
  displayHeaderFooter: true,
  headerTemplate: '<span></span>',
  footerTemplate:
    '<div style="width:100%;font:8px sans-serif;color:#3F4D59;text-align:center">' +
    'Page <span class="pageNumber"></span> of <span class="totalPages"></span></div>',
}

/** A failure with a sentence for the person. */
class PrintFailure extends Error {}

const readLeave = (payload: unknown): string => {
  const leave = text(field(payload, 'leave'))
  if (!/^[\w-]{32}$/.test(leave)) throw new Error('Refused: not a leave to print.')
  return leave
}

/** What the core allows is held to the same form as what a page asks for: it becomes an address and a path. */
const isInOrder = ({ page, documentId, fileName }: AllowedPrint): boolean =>
  /^[a-z-]+$/.test(page) && /^[0-9A-Za-z-]+$/.test(documentId) && isPlainFileName(fileName) && fileName.endsWith('.pdf')

const within = async <T>(work: Promise<T>, message: string): Promise<T> => {
  let limit: NodeJS.Timeout | undefined
  const late = new Promise<never>((_resolve, reject) => {
    limit = setTimeout(() => reject(new PrintFailure(message)), STAGE_LIMIT)
  })
  try {
    return await Promise.race([work, late])
  } finally {
    clearTimeout(limit)
  }
}

/** Rejects when the hidden window cannot go on: its page is missing, its process died, or a lock destroyed it. */
const interruption = ({ webContents }: BrowserWindow): Promise<never> =>
  new Promise((_resolve, reject) => {
    const stop = (): void => reject(new PrintFailure('The report could not be drawn. Try again.'))
    webContents.once('did-fail-load', stop)
    webContents.once('render-process-gone', stop)
    webContents.once('destroyed', () =>
      reject(new PrintFailure('The register was locked before the PDF was ready. Unlock it and export again.')),
    )
  })

interface ReportPrinter {
  readonly openWindow: () => BrowserWindow
  readonly files: FileHandles
  readonly takePrint: (leave: string) => Promise<AllowedPrint | null>
  readonly showProgress: (busy: boolean) => void
}

/** Pages that have said they are drawn, by who waits for them. */
const waiting = new Map<WebContents, () => void>()

/** Stops what a page has being printed, by the page. */
const stoppers = new WeakMap<WebContents, Set<() => void>>()

const stopsOf = (sender: WebContents): Set<() => void> => {
  const stops = stoppers.get(sender) ?? new Set()
  stoppers.set(sender, stops)
  return stops
}

interface Asked {
  readonly sender: WebContents
  readonly onStage: (stage: PrintStage) => void
}

const drawAndPrint = async (
  window: BrowserWindow,
  { page, documentId }: AllowedPrint,
  { sender, onStage }: Asked,
): Promise<Buffer> => {
  const { webContents } = window
  onStage('drawing')
  const drawn = new Promise<void>((resolve) => {
    waiting.set(webContents, resolve)
  })
  const { promise: asked, reject } = Promise.withResolvers<never>()
  const stop = (): void => reject(new PrintFailure('You stopped it. Export again when you want the PDF.'))
  stopsOf(sender).add(stop)
  const stopped = Promise.race([asked, interruption(window)])
  const late = 'The report took too long to draw. Try again.'
  const loaded = window.loadURL(`${APP_ORIGIN}/report.html?page=${page}&id=${documentId}`)
  try {
    await within(Promise.race([Promise.all([loaded, drawn]), stopped]), late)
    onStage('printing')
    return await within(Promise.race([webContents.printToPDF(PRINT_OPTIONS), stopped]), late)
  } finally {
    stopsOf(sender).delete(stop)
  }
}

const printReport = async (
  { openWindow, files, takePrint, showProgress }: ReportPrinter,
  leave: string,
  asked: Asked,
): Promise<PrintReportOutcome> => {
  const print = await takePrint(leave)
  if (print === null || !isInOrder(print))
    return { ok: false, message: 'Export the report again: this PDF was not allowed, or was printed already.' }
  const { folderHandle, fileName } = print
  const folder = files.pathOf(folderHandle, 'folder')
  if (folder === null) return { ok: false, message: 'Choose the folder again: Throughline may no longer write there.' }
  const window = openWindow()
  const { webContents } = window
  showProgress(true)
  try {
    const pdf = await drawAndPrint(window, print, asked)
    asked.onStage('writing')
    await writeWholeFile(folder, fileName, pdf)
    return { ok: true, bytes: pdf.byteLength, file: files.add(join(folder, fileName), 'read', pdf.byteLength) }
  } catch (error) {
    return { ok: false, message: error instanceof PrintFailure ? error.message : writeFailure(error) }
  } finally {
    waiting.delete(webContents)
    if (!window.isDestroyed()) window.destroy()
    showProgress(false)
  }
}

/** Lets the app's page have a frozen report printed that the core allowed to leave, into the folder it was allowed for. */
export const offerReportPrinting = (printer: ReportPrinter): void => {
  answerPage(SHELL_CHANNELS.printReport, 'app', (payload, sender) =>
    printReport(printer, readLeave(payload), {
      sender,
      onStage: (stage) => {
        if (!sender.isDestroyed()) sender.send(SHELL_CHANNELS.printStage, stage)
      },
    }),
  )
  hearPage(SHELL_CHANNELS.stopPrinting, ['app'], (_payload, sender) => {
    for (const stop of stopsOf(sender)) stop()
  })
  hearPage(SHELL_CHANNELS.reportReady, ['report'], (_payload, sender) => waiting.get(sender)?.())
}

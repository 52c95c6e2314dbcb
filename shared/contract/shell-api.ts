/**
 * `window.throughline`: all that a page may ask of the shell. Paths never reach a page: a file is an opaque handle that
 * the core can resolve, with the name and size a person needs to recognise it.
 */

/** Kinds of file that the open and save dialogs know. The first extension is the one a new file gets. */
export const FILE_KINDS = {
  table: { label: 'Lists', extensions: ['csv', 'txt', 'tsv', 'xlsx', 'xlsm', 'xls', 'ods'] },
  lists: { label: 'Lists and zip files', extensions: ['csv', 'txt', 'tsv', 'xlsx', 'xlsm', 'xls', 'ods', 'zip'] },
  csv: { label: 'CSV files', extensions: ['csv', 'txt', 'tsv'] },
  spreadsheet: { label: 'Excel workbooks', extensions: ['xlsx'] },
  json: { label: 'JSON files', extensions: ['json'] },
  pdf: { label: 'PDF documents', extensions: ['pdf'] },
  html: { label: 'Web pages', extensions: ['html'] },
  backup: { label: 'Throughline backups', extensions: ['tlbackup'] },
  bundle: { label: 'Throughline bundles', extensions: ['zip'] },
  pack: { label: 'Throughline packs', extensions: ['throughline-pack'] },
  docx: { label: 'Word documents', extensions: ['docx'] },
  markdown: { label: 'Markdown', extensions: ['md', 'markdown', 'txt'] },
  document: { label: 'Word documents and Markdown', extensions: ['docx', 'md', 'markdown', 'txt'] },
  template: { label: 'Throughline templates', extensions: ['tlt'] },
  lesson: { label: 'Throughline lesson cards', extensions: ['throughline-lesson'] },
  any: { label: 'All files', extensions: ['*'] },
} as const

export type FileKind = keyof typeof FILE_KINDS

/** Stands for one file or folder until the register locks. Random, and worth nothing outside this run. */
export type FileHandle = string

export interface ChosenFile {
  readonly handle: FileHandle
  /** Base name only. */
  readonly name: string
  /** Bytes; 0 for a folder and for a file that is still to be written. */
  readonly size: number
}

export type FileChoice =
  | { readonly status: 'chosen'; readonly file: ChosenFile }
  | { readonly status: 'cancelled' }
  /** `message` says what is wrong with the choice and what to do. */
  | { readonly status: 'refused'; readonly message: string }

/** What was chosen or dropped together. */
export type FilesChoice =
  | { readonly status: 'chosen'; readonly files: readonly ChosenFile[]; readonly folders: readonly ChosenFile[] }
  | Exclude<FileChoice, { readonly status: 'chosen' }>

export type ShellOutcome = { readonly ok: true } | { readonly ok: false; readonly message: string }

export type PrintReportOutcome =
  /** `file` is the PDF that was written, so that it can be shown in its folder. */
  | { readonly ok: true; readonly bytes: number; readonly file: ChosenFile }
  | { readonly ok: false; readonly message: string }

export type PrintStage = 'drawing' | 'printing' | 'writing'

export const COLOUR_SCHEMES = ['light', 'dark', 'system'] as const
export type ColourScheme = (typeof COLOUR_SCHEMES)[number]

/** The lock is near, or (null) has been put off because someone is working. */
export type LockWarning = { readonly secondsLeft: number } | null

/** The core ended unexpectedly. When it is restarting, a new port arrives by itself. */
export interface CoreGone {
  readonly restarting: boolean
}

type Unsubscribe = () => void

export interface ShellApi {
  readonly version: string
  /** 'win32', 'darwin' or 'linux': for the words of keyboard shortcuts and the side of the window controls. */
  readonly platform: string

  chooseFileToOpen(options: { title: string; kinds: readonly FileKind[] }): Promise<FileChoice>
  /** One file or several. */
  chooseFilesToOpen(options: { title: string; kinds: readonly FileKind[] }): Promise<FilesChoice>
  /** A folder whose files are read and not written to. */
  chooseFolderToOpen(options: { title: string }): Promise<FilesChoice>
  /** The system's dialog asks before an existing file is replaced. */
  chooseFileToSave(options: { title: string; suggestedName: string; kind: FileKind }): Promise<FileChoice>
  chooseFolder(options: { title: string }): Promise<FileChoice>
  /** A handle for a file dropped on the page. Only a file from a real drop or file input has one. */
  fileFromDrop(file: File): Promise<FileChoice>
  /** The same for files and folders that were dropped together. */
  filesFromDrop(files: readonly File[]): Promise<FilesChoice>
  showInFolder(handle: FileHandle): Promise<ShellOutcome>

  /** Prints a report that the core allowed to leave. `leave` is the core's, and good for one PDF. */
  printReport(options: { leave: string }): Promise<PrintReportOutcome>
  /** Stops the PDF that is being drawn or printed: nothing of it is written. One that is being written is finished. */
  stopPrinting(): void
  onPrintStage(listener: (stage: PrintStage) => void): Unsubscribe
  /** The system's print dialog for this page. `title` names the job in the printer's queue: no patient in it. */
  printPage(options: { title: string }): Promise<ShellOutcome>
  /** Called by the report page once fonts, tables and charts are drawn. */
  reportReady(): void

  /** Someone is working. Keys, clicks and scrolling count by themselves; this is for anything else. */
  activity(): void
  onLockWarning(listener: (warning: LockWarning) => void): Unsubscribe
  onCoreGone(listener: (gone: CoreGone) => void): Unsubscribe
  /** Copies text. The clipboard is cleared on lock if it still holds what was copied from the app, this way or by Ctrl+C. */
  copyText(text: string): Promise<void>
  /** Theme of the window frame and of `prefers-color-scheme`, remembered for the next start. */
  setTitleBarTheme(options: { scheme: ColourScheme }): void
  /**
   * How the person likes the window, as kept by the last `keepPreferences`; '{}' at first. A page's own storage lives in
   * memory and is gone when the app closes.
   */
  readPreferences(): string
  /**
   * Keeps preferences, as JSON, in a plain file on this computer. Only switches, numbers and single words are kept, at
   * most one level deep, so that no name or note can end up there.
   */
  keepPreferences(json: string): void
  quit(): void
}

/**
 * A window message of this type, from the window itself, carries the port to the core as `event.ports[0]`: once after
 * each load of the page, and again after each restart of the core. Ports cannot cross the context bridge.
 */
export const CORE_PORT_MESSAGE = 'throughline:core-port'

/** A page posts a window message of this type to itself when it listens for the port, so as not to wait for all else. */
export const CORE_AWAITED_MESSAGE = 'throughline:core-awaited'

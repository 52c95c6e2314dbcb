import { join } from 'node:path'
import { app, BrowserWindow, dialog, shell, type FileFilter, type WebContents } from 'electron'
import {
  FILE_KINDS,
  type FileChoice,
  type FileKind,
  type FilesChoice,
  type ShellOutcome,
} from '#shared/contract/shell-api.ts'
import { SHELL_CHANNELS } from '#shared/contract/shell-channels.ts'
import type { FileHandles } from './file-handles.ts'
import { isPlainFileName } from './file-names.ts'
import { answerPage, field, oneOf, text } from './ipc.ts'

const CANCELLED = { status: 'cancelled' } as const

const fileKind = (value: unknown): FileKind => oneOf(value, Object.keys(FILE_KINDS) as FileKind[])

const filterFor = (kind: FileKind): FileFilter => ({
  name: FILE_KINDS[kind].label,
  extensions: [...FILE_KINDS[kind].extensions],
})

const ownerOf = (contents: WebContents): BrowserWindow => {
  const window = BrowserWindow.fromWebContents(contents)
  if (window === null) throw new Error('Refused: the page has no window.')
  return window
}

/** The paths that a person chose to open; none when they stopped. */
const pathsToOpen = async (
  payload: unknown,
  sender: WebContents,
  more: readonly 'multiSelections'[],
): Promise<readonly string[]> => {
  const kinds = field(payload, 'kinds')
  if (!Array.isArray(kinds)) throw new Error('Refused: kinds must be a list.')
  const { canceled, filePaths } = await dialog.showOpenDialog(ownerOf(sender), {
    title: text(field(payload, 'title')),
    filters: kinds.map((kind) => filterFor(fileKind(kind))),
    properties: ['openFile', 'dontAddToRecent', ...more],
  })
  return canceled ? [] : filePaths
}

const chooseFileToOpen = async (files: FileHandles, payload: unknown, sender: WebContents): Promise<FileChoice> => {
  const [path] = await pathsToOpen(payload, sender, [])
  return path === undefined ? CANCELLED : files.grant(path, 'read')
}

const chooseFilesToOpen = async (files: FileHandles, payload: unknown, sender: WebContents): Promise<FilesChoice> => {
  const paths = await pathsToOpen(payload, sender, ['multiSelections'])
  return paths.length === 0 ? CANCELLED : files.grantToRead(paths)
}

const chooseFolderToOpen = async (files: FileHandles, payload: unknown, sender: WebContents): Promise<FilesChoice> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(ownerOf(sender), {
    title: text(field(payload, 'title')),
    properties: ['openDirectory', 'dontAddToRecent'],
  })
  return canceled || filePaths.length === 0 ? CANCELLED : files.grantToRead(filePaths)
}

const chooseFileToSave = async (files: FileHandles, payload: unknown, sender: WebContents): Promise<FileChoice> => {
  const suggestedName = text(field(payload, 'suggestedName'))
  if (!isPlainFileName(suggestedName)) throw new Error('Refused: not a plain file name.')
  const { canceled, filePath } = await dialog.showSaveDialog(ownerOf(sender), {
    title: text(field(payload, 'title')),
    defaultPath: join(app.getPath('documents'), suggestedName),
    filters: [filterFor(fileKind(field(payload, 'kind')))],
    properties: ['showOverwriteConfirmation', 'createDirectory', 'dontAddToRecent'],
  })
  return canceled || filePath === '' ? CANCELLED : files.grant(filePath, 'write')
}

const chooseFolder = async (files: FileHandles, payload: unknown, sender: WebContents): Promise<FileChoice> => {
  const { canceled, filePaths } = await dialog.showOpenDialog(ownerOf(sender), {
    title: text(field(payload, 'title')),
    properties: ['openDirectory', 'createDirectory', 'dontAddToRecent'],
  })
  const [path] = filePaths
  return canceled || path === undefined ? CANCELLED : files.grant(path, 'folder')
}

const LONGEST_PATH = 4096
const MOST_DROPPED = 10_000
const NOT_A_FILE = {
  status: 'refused',
  message: 'That is not a file from this computer. Save it first, then drop it here.',
} as const

const fileFromDrop = (files: FileHandles, payload: unknown): Promise<FileChoice> | FileChoice => {
  const path = text(payload, LONGEST_PATH)
  return path === '' ? NOT_A_FILE : files.grant(path, 'read')
}

const filesFromDrop = (files: FileHandles, payload: unknown): Promise<FilesChoice> | FilesChoice => {
  if (!Array.isArray(payload) || payload.length > MOST_DROPPED) throw new Error('Refused: files must be a list.')
  const paths = payload.map((path) => text(path, LONGEST_PATH))
  return paths.length === 0 || paths.includes('') ? NOT_A_FILE : files.grantToRead(paths)
}

const showInFolder = (files: FileHandles, payload: unknown): ShellOutcome => {
  const path = files.pathOf(text(payload))
  if (path === null)
    return { ok: false, message: 'Throughline no longer knows where that file is. Look in the folder you chose.' }
  shell.showItemInFolder(path)
  return { ok: true }
}

/** Lets the app's page choose files and folders through the system's dialogs. */
export const offerDialogs = (files: FileHandles): void => {
  answerPage(SHELL_CHANNELS.chooseFileToOpen, 'app', (payload, sender) => chooseFileToOpen(files, payload, sender))
  answerPage(SHELL_CHANNELS.chooseFilesToOpen, 'app', (payload, sender) => chooseFilesToOpen(files, payload, sender))
  answerPage(SHELL_CHANNELS.chooseFolderToOpen, 'app', (payload, sender) => chooseFolderToOpen(files, payload, sender))
  answerPage(SHELL_CHANNELS.filesFromDrop, 'app', (payload) => filesFromDrop(files, payload))
  answerPage(SHELL_CHANNELS.chooseFileToSave, 'app', (payload, sender) => chooseFileToSave(files, payload, sender))
  answerPage(SHELL_CHANNELS.chooseFolder, 'app', (payload, sender) => chooseFolder(files, payload, sender))
  answerPage(SHELL_CHANNELS.fileFromDrop, 'app', (payload) => fileFromDrop(files, payload))
  answerPage(SHELL_CHANNELS.showInFolder, 'app', (payload) => showInFolder(files, payload))
}

import { readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { app, screen, type BrowserWindow, type Rectangle } from 'electron'
import type { ColourScheme } from '#shared/contract/shell-api.ts'

/** What is remembered between runs, outside the encrypted register: nothing about a patient or a practice. */
interface WindowMemory {
  readonly bounds: Rectangle | null
  readonly maximised: boolean
  readonly scheme: ColourScheme
}

const NOTHING: WindowMemory = { bounds: null, maximised: false, scheme: 'system' }

const memoryFile = (): string => join(app.getPath('userData'), 'window.json')

const isRectangle = (value: unknown): value is Rectangle =>
  typeof value === 'object' &&
  value !== null &&
  ['x', 'y', 'width', 'height'].every((side) => Number.isInteger((value as Record<string, unknown>)[side]))

/** A window whose title bar is on no screen could not be moved back. */
const isOnScreen = ({ x, y, width }: Rectangle): boolean =>
  screen
    .getAllDisplays()
    .some(
      ({ workArea: area }) =>
        x < area.x + area.width - 100 && x + width > area.x + 100 && y >= area.y && y < area.y + area.height - 100,
    )

/** What was remembered; a file that is missing, old or damaged counts as nothing. */
export const recallWindow = (): WindowMemory => {
  try {
    const found = JSON.parse(readFileSync(memoryFile(), 'utf8')) as Partial<Record<keyof WindowMemory, unknown>>
    return {
      bounds: isRectangle(found.bounds) && isOnScreen(found.bounds) ? found.bounds : null,
      maximised: found.maximised === true,
      scheme: found.scheme === 'light' || found.scheme === 'dark' ? found.scheme : 'system',
    }
  } catch {
    return NOTHING
  }
}

/** Remembers where the window is and how it looks. Losing this is not worth a word to anyone. */
export const rememberWindow = (window: BrowserWindow, scheme: ColourScheme): void => {
  const memory: WindowMemory = { bounds: window.getNormalBounds(), maximised: window.isMaximized(), scheme }
  try {
    writeFileSync(memoryFile(), JSON.stringify(memory))
  } catch {
    // A read-only profile: the window opens at its usual size next time.
  }
}

import { useSyncExternalStore } from 'react'
import { COLOUR_SCHEMES, type ColourScheme } from '#shared/contract/shell-api.ts'
import { type Density, rowHeights } from '#renderer/ui/table/columns.ts'

/** Text sizes in percent of the usual. */
export const TEXT_SIZES = [100, 110, 125, 150] as const
export type TextSize = (typeof TEXT_SIZES)[number]

/** How this person likes the window, on this computer. Never anything about a patient: it outlives the lock. */
export type Preferences = {
  readonly colourScheme: ColourScheme
  readonly textSize: TextSize
  /** Larger controls and rows. */
  readonly comfort: boolean
  readonly railFolded: boolean
  /** Shortcuts of one letter. */
  readonly singleKeys: boolean
  /** Row height by table. */
  readonly density: Readonly<Record<string, Density>>
}

export const usualPreferences: Preferences = {
  colourScheme: 'system',
  textSize: 100,
  comfort: false,
  railFolded: false,
  singleKeys: true,
  density: {},
}

const isDensity = (value: unknown): value is Density => typeof value === 'string' && Object.hasOwn(rowHeights, value)

const readDensity = (value: unknown): Preferences['density'] =>
  typeof value === 'object' && value !== null
    ? Object.fromEntries(Object.entries(value).filter((entry): entry is [string, Density] => isDensity(entry[1])))
    : {}

/** Reads what was kept, one value at a time: a value that is spoilt or from another version falls back to the usual. */
export const readPreferences = (stored: string | null): Preferences => {
  let kept: Partial<Record<keyof Preferences, unknown>> = {}
  try {
    const parsed: unknown = JSON.parse(stored ?? '{}')
    if (typeof parsed === 'object' && parsed !== null) kept = parsed
  } catch {
    return usualPreferences
  }
  const flag = (value: unknown, usual: boolean): boolean => (typeof value === 'boolean' ? value : usual)
  return {
    colourScheme: COLOUR_SCHEMES.find((scheme) => scheme === kept.colourScheme) ?? usualPreferences.colourScheme,
    textSize: TEXT_SIZES.find((size) => size === kept.textSize) ?? usualPreferences.textSize,
    comfort: flag(kept.comfort, usualPreferences.comfort),
    railFolded: flag(kept.railFolded, usualPreferences.railFolded),
    singleKeys: flag(kept.singleKeys, usualPreferences.singleKeys),
    density: readDensity(kept.density),
  }
}

/** The shell keeps them between runs; outside Electron, in a test of a component, nothing is kept. */
const shell = (): Window['throughline'] | undefined => (window as Partial<Window>).throughline

let current = readPreferences(shell()?.readPreferences() ?? null)
const listeners = new Set<() => void>()

const subscribe = (listener: () => void): (() => void) => {
  listeners.add(listener)
  return () => listeners.delete(listener)
}

/** Puts text size and comfort on the page's root, where the tokens read them. */
export const applyPreferences = ({ textSize, comfort }: Preferences = current): void => {
  document.documentElement.style.fontSize = textSize === 100 ? '' : `${textSize}%`
  document.documentElement.dataset.comfort = comfort ? 'on' : 'off'
}

export const changePreferences = (change: Partial<Preferences>): void => {
  current = { ...current, ...change }
  shell()?.keepPreferences(JSON.stringify(current))
  applyPreferences(current)
  for (const listener of listeners) listener()
}

export const usePreferences = (): Preferences => useSyncExternalStore(subscribe, () => current)

/** Row height of one table, and how to change it. */
export const useDensity = (table: string): readonly [Density, (density: Density) => void] => {
  const { density } = usePreferences()
  return [
    density[table] ?? 'comfortable',
    (next) => changePreferences({ density: { ...current.density, [table]: next } }),
  ]
}

const darkSystem = matchMedia('(prefers-color-scheme: dark)')
const forcedColours = matchMedia('(forced-colors: active)')

const subscribeTo =
  (query: MediaQueryList) =>
  (listener: () => void): (() => void) => {
    query.addEventListener('change', listener)
    return () => query.removeEventListener('change', listener)
  }
const subscribeDark = subscribeTo(darkSystem)
const subscribeForced = subscribeTo(forcedColours)

/**
 * The colour scheme in force: the chosen one, or the system's. Where the system forces its colours they are the ground,
 * and charts, which keep their own, must suit it whatever was chosen.
 */
export const useColourScheme = (): 'light' | 'dark' => {
  const { colourScheme } = usePreferences()
  const systemIsDark = useSyncExternalStore(subscribeDark, () => darkSystem.matches)
  const isForced = useSyncExternalStore(subscribeForced, () => forcedColours.matches)
  if (colourScheme !== 'system' && !isForced) return colourScheme
  return systemIsDark ? 'dark' : 'light'
}

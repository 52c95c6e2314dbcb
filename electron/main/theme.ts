import { nativeTheme } from 'electron'

/** Height of the top bar, which is the title bar, in CSS pixels. */
const TOP_BAR_HEIGHT = 44

/** `--frame`, `--canvas` and `--text` of the applied tokens (renderer/ui), for what is drawn outside the page. */
const COLOURS = {
  light: { frame: '#E9EEF3', canvas: '#F5F8FA', symbol: '#14222D' },
  dark: { frame: '#0C131A', canvas: '#111920', symbol: '#EAF0F5' },
} as const

/** Behind whatever is printed: the margins of a page show the window behind it. */
export const PAPER = '#ffffff'

const current = () => COLOURS[nativeTheme.shouldUseDarkColors ? 'dark' : 'light']

/** Background of a window before its page has painted, so that nothing flashes. */
export const windowBackground = (): string => current().canvas

/** Colours of the window controls. */
export const titleBarOverlay = (): { color: string; symbolColor: string; height: number } => ({
  color: current().frame,
  symbolColor: current().symbol,
  height: TOP_BAR_HEIGHT,
})

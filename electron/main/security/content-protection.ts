import type { BrowserWindow } from 'electron'
import type { CoreState } from '#shared/contract/shell-messages.ts'

/**
 * Keeps the window out of screenshots and shared screens on Windows and macOS. On until the core says otherwise, so
 * that nothing shows between start and the first state; off for the demo practice, which is for teaching.
 */
export const protectContent = (window: BrowserWindow, state: CoreState | null): void => {
  window.setContentProtection(state === null || (state.screenShareHidden && !state.demo))
}

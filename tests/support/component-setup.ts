import { cleanup, configure } from '@testing-library/react'
import { afterEach, beforeEach } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { changePreferences, usualPreferences } from '#renderer/app/preferences.ts'
import { announce } from '#renderer/ui/live-region.tsx'
import { clearToasts } from '#renderer/ui/toasts.tsx'
import { setViewport } from './component-viewport.ts'
import { TEST_TODAY } from './test-core.ts'

/** The real core writes to a real encrypted file, and other tests run beside this one. */
configure({ asyncUtilTimeout: 20_000 })

/** This window lays nothing out, so nothing lies anywhere. */
document.elementsFromPoint = () => []
/** happy-dom is never idle: what the window does then is done after everything that waits now. */
globalThis.requestIdleCallback ??= (work) =>
  Number(setTimeout(() => work({ didTimeout: false, timeRemaining: () => 50 })))

/**
 * All files share one window and the modules of the screens, which keep a little: the day, what was said, how this
 * person likes the window, the key that closed a dialog. Each test begins as a window that has just opened. It is set
 * before and not after, because by now nothing that the test before put in the shell's place is left.
 */
beforeEach(() => {
  setViewport({ width: 1024, height: 768 })
  history.replaceState(null, '', '/')
  document.title = ''
  setToday(TEST_TODAY)
  changePreferences(usualPreferences)
  announce('', 'assertive')
  // Any key but Enter ends the wait for the second Enter after a dialog.
  window.dispatchEvent(new KeyboardEvent('keydown', { key: 'Shift' }))
})

/** Vitest reads this file anew for each test file, so every one of them leaves an empty page whatever it has drawn. */
afterEach(() => {
  clearToasts()
  cleanup()
})

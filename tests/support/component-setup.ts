import { cleanup, configure } from '@testing-library/react'
import { afterEach } from 'vitest'
import { clearToasts } from '#renderer/ui/toasts.tsx'

/** The real core writes to a real encrypted file, and other tests run beside this one. */
configure({ asyncUtilTimeout: 8000 })

/** Vitest reads this file anew for each test file, so every one of them leaves an empty page whatever it has drawn. */
afterEach(() => {
  clearToasts()
  cleanup()
})

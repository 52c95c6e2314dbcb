import { cleanup, render } from '@testing-library/react'
import { afterEach, beforeEach, vi } from 'vitest'
import { BreadcrumbProvider } from '#renderer/app/breadcrumbs.tsx'
import { Providers } from '#renderer/app/providers.tsx'
import { createQueryClient } from '#renderer/app/query-client.ts'
import { type AppRoute, AppRoutes } from '#renderer/app/router.tsx'
import { SessionGate } from '#renderer/features/access/session-gate.tsx'
import { clearToasts, ToastRegion } from '#renderer/ui/toasts.tsx'
import { createComponentCore } from './component-core.ts'
import { setViewport } from './component-viewport.ts'
import type { TestCore } from './test-core.ts'

const VIEW = { width: 1440, height: 900 } as const

/** happy-dom lays nothing out, so scrollers are given a size for their rows to fill. */
export const giveSize = (): void => {
  setViewport(VIEW)
  vi.spyOn(HTMLElement.prototype, 'offsetHeight', 'get').mockReturnValue(VIEW.height)
  vi.spyOn(HTMLElement.prototype, 'offsetWidth', 'get').mockReturnValue(VIEW.width)
  vi.spyOn(HTMLElement.prototype, 'clientHeight', 'get').mockReturnValue(VIEW.height)
}

/** A real, unlocked register for each test of a file; `current()` is the one of the test that runs. */
export const componentCoreForEachTest = (): { current(): TestCore } => {
  let core: TestCore | undefined
  beforeEach(async () => {
    giveSize()
    core = await createComponentCore()
  })
  afterEach(async () => {
    clearToasts()
    cleanup()
    await core?.close()
  })
  return {
    current() {
      if (core === undefined) throw new Error('the core starts with the test')
      return core
    },
  }
}

/** Opens an address of the app with these pages, behind the real session gate. Any other address says "Elsewhere". */
export const openScreen = (path: string, routes: readonly AppRoute[]): void => {
  history.replaceState(null, '', path)
  render(
    <Providers env="test" queryClient={createQueryClient()}>
      <BreadcrumbProvider>
        <SessionGate>{() => <AppRoutes routes={routes} notFound={<h1>Elsewhere</h1>} />}</SessionGate>
      </BreadcrumbProvider>
      <ToastRegion />
    </Providers>,
  )
}

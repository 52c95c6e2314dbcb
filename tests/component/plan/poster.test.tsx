import { render, screen } from '@testing-library/react'
import { afterEach, beforeEach, expect, it, vi } from 'vitest'
import { setToday } from '#renderer/app/clock.ts'
import { PlanPoster } from '#renderer/features/papers/plan-poster.tsx'
import { beginPlan, planNow } from '#tests/core/plan/plan-fields.ts'
import { componentCoreForEachTest } from '#tests/support/component-screen.tsx'
import { TEST_TODAY } from '#tests/support/test-core.ts'

const core = componentCoreForEachTest()
beforeEach(() => setToday(TEST_TODAY))
afterEach(() => vi.restoreAllMocks())

const drawn = async (): Promise<void> => {
  await beginPlan(core.current().client)
  const plan = await planNow(core.current().client)
  await new Promise<void>((resolve) => {
    render(
      <PlanPoster plan={plan} today={TEST_TODAY} notices={[]} fontsReady={() => Promise.resolve()} onDrawn={resolve} />,
    )
  })
}

it('says nothing of room where everything is on the sheet', async () => {
  await drawn()
  screen.getByText('4.1 Shorten the wait for letters')
  expect(screen.queryByText(/Not every action has room/)).toBeNull()
})

it('says on the sheet that actions are missing from it where even the smallest letters do not fit', async () => {
  vi.spyOn(Element.prototype, 'scrollHeight', 'get').mockReturnValue(5000)
  await drawn()
  expect(screen.getByText(/Not every action has room on this sheet/)).toBeTruthy()
})

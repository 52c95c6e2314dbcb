import type { CoreState } from '#shared/contract/shell-messages.ts'
import { expect } from './attack.ts'
import { coreSays, portArrives, test } from './scripted-app.ts'

const STATE: CoreState = { unlocked: true, lockAfterMinutes: 10, demo: false, screenShareHidden: true }

// Linux has no such protection, so what is tried here is that the system is asked for it, every time it matters.
test('the window is kept out of shared screens but for the demo and where the practice says so', async ({
  app,
  page,
}) => {
  await portArrives(page)
  await app.evaluate(({ BrowserWindow }) => {
    const asked: boolean[] = []
    Object.assign(globalThis, { asked })
    const [window] = BrowserWindow.getAllWindows()
    window!.setContentProtection = (enable) => void asked.push(enable)
  })
  for (const state of [
    STATE,
    { ...STATE, demo: true },
    { ...STATE, unlocked: false },
    { ...STATE, screenShareHidden: false },
  ]) {
    await coreSays(page, { type: 'state', state })
  }
  const asked = () => app.evaluate(() => Reflect.get(globalThis, 'asked') as boolean[])
  await expect.poll(asked).toEqual([true, false, true, false])
})

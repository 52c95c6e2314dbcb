import { spawn } from 'node:child_process'
import { resolve } from 'node:path'
import { findRuntime } from '../../electron/tooling/runtime.mjs'
import { expect, test } from './attack.ts'

test('a second copy on the same folder leaves at once and brings the first to the front', async ({
  app,
  dataFolder,
  projectFolder,
}) => {
  const runtime = findRuntime()!
  await app.evaluate(({ BrowserWindow }) => {
    const [window] = BrowserWindow.getAllWindows()
    Object.assign(globalThis, { raised: false })
    window!.focus = () => {
      Object.assign(globalThis, { raised: true })
    }
  })
  const project = projectFolder ?? resolve(import.meta.dirname, '../..')
  const second = spawn(runtime.executable, [...runtime.flags, project], {
    env: { ...process.env, ...runtime.environment, THROUGHLINE_DATA: dataFolder },
    stdio: 'ignore',
  })
  const code = await new Promise((settle) => second.once('exit', settle))
  expect(code).toBe(0)
  await expect.poll(() => app.evaluate(() => Reflect.get(globalThis, 'raised') as boolean)).toBe(true)
  expect(await app.evaluate(({ BrowserWindow }) => BrowserWindow.getAllWindows().length)).toBe(1)
})

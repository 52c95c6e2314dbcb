import { readdir } from 'node:fs/promises'
import { expect } from './attack.ts'
import { coreHeard, coreSays, portArrives, test } from './scripted-app.ts'

test('a core that dies is started again, with a fresh port and the files it knew', async ({
  app,
  page,
  dataFolder,
}) => {
  await app.evaluate(({ dialog }, folder) => {
    dialog.showOpenDialog = async () => ({ canceled: false, filePaths: [folder] })
  }, dataFolder)
  await portArrives(page)
  await page.evaluate(async () => {
    await window.throughline.chooseFolder({ title: 'Choose a folder' })
    void window.scripted.ask('die')
  })
  await portArrives(page, 2)
  expect(await page.evaluate(() => window.scripted.gone)).toEqual([{ restarting: true }])
  expect(await coreHeard(page, 'grant-file')).toHaveLength(1)
})

test('a core that keeps dying is left after three restarts, and the person is told', async ({ app, page }) => {
  await app.evaluate(({ dialog }) => {
    const told: string[] = []
    Object.assign(globalThis, { told })
    // Never answered: the app stays, as it would while the person reads.
    dialog.showMessageBox = (async (_window: unknown, options: { message: string }) => {
      told.push(options.message)
      return new Promise(() => undefined)
    }) as typeof dialog.showMessageBox
  })
  for (const start of [1, 2, 3, 4]) {
    await portArrives(page, start)
    await page.evaluate(() => void window.scripted.ask('die'))
  }
  await page.waitForFunction(() => window.scripted.gone.length === 4)
  expect(await page.evaluate(() => window.scripted.gone.map(({ restarting }) => restarting))).toEqual([
    true,
    true,
    true,
    false,
  ])
  const told = await app.evaluate(() => Reflect.get(globalThis, 'told') as string[])
  expect(told).toEqual([expect.stringContaining('could not be started again')])
})

test('the core is asked to close the database before the app leaves', async ({ app, page, dataFolder }) => {
  await portArrives(page)
  const left = new Promise((resolve) => app.process().once('exit', resolve))
  // Only once this has been answered: the page goes with the app.
  await page.evaluate(() => void setTimeout(() => window.throughline.quit()))
  expect(await left).toBe(0)
  expect(await readdir(dataFolder)).toContain('closed')
})

test.describe('a core that does not answer', () => {
  test.use({ appEnvironment: { SCRIPTED_CORE: 'deaf' } })

  test('holds the app up for five seconds and no longer', async ({ app, page }) => {
    await portArrives(page)
    const started = performance.now()
    const left = new Promise((resolve) => app.process().once('exit', resolve))
    // Only once this has been answered: the page goes with the app.
    await page.evaluate(() => void setTimeout(() => window.throughline.quit()))
    expect(await left).toBe(0)
    const seconds = (performance.now() - started) / 1000
    expect(seconds).toBeGreaterThan(4.5)
    expect(seconds).toBeLessThan(8)
  })
})

test('a core that cannot work says so once, in its own words', async ({ app, page }) => {
  await portArrives(page)
  await app.evaluate(({ dialog }) => {
    const told: string[] = []
    Object.assign(globalThis, { told })
    dialog.showMessageBox = (async (_window: unknown, options: { message: string }) => {
      told.push(options.message)
      return new Promise(() => undefined)
    }) as typeof dialog.showMessageBox
  })
  await coreSays(page, {
    type: 'fatal',
    message: 'The register folder is read-only. Make it writable and start again.',
  })
  await page.evaluate(() => void window.scripted.ask('die'))
  await page.waitForFunction(() => window.scripted.gone.length === 1)
  expect(await page.evaluate(() => window.scripted.gone)).toEqual([{ restarting: false }])
  const told = await app.evaluate(() => Reflect.get(globalThis, 'told') as string[])
  expect(told).toEqual(['The register folder is read-only. Make it writable and start again.'])
})

test.describe('an environment with things in it that the core must not get', () => {
  test.use({ appEnvironment: { THROUGHLINE_PASSPHRASE: 'correct horse', NODE_EXTRA_CA_CERTS: '/tmp/none.pem' } })

  test('no secret and no switch of Node reaches the core', async ({ page }) => {
    await portArrives(page)
    const { environment } = await page.evaluate(async () => window.scripted.ask('nothing'))
    for (const name of ['THROUGHLINE_PASSPHRASE', 'NODE_EXTRA_CA_CERTS', 'NODE_OPTIONS', 'ELECTRON_RUN_AS_NODE']) {
      expect(environment).not.toHaveProperty(name)
    }
    expect(environment).toMatchObject({ THROUGHLINE_VERSION: '0.0.1' })
  })
})

test('a page that is loaded again gets a port of its own', async ({ page }) => {
  await portArrives(page)
  await page.reload()
  await portArrives(page)
  expect(await coreHeard(page, 'lock')).toEqual([])
})

import { readFile } from 'node:fs/promises'
import { join } from 'node:path'
import { closeApp, launchApp } from '../support/electron-app.ts'
import { expect, test } from './attack.ts'

const KEPT = JSON.stringify({ colourScheme: 'dark', textSize: 125, comfort: true, density: { register: 'compact' } })

const SMUGGLED = [
  { note: 'EXAMPLE, Alice' },
  { nhsNumber: '9990000018' },
  { nhsNumber: 9_990_000_018 },
  { born: '1958-03-14' },
  { 'Alice Example': true },
  { deep: { deeper: { deepest: true } } },
  { list: ['Alice'] },
  'Alice',
]

test('preferences outlive the app, and nothing but preferences does', async ({ dataFolder, projectFolder }) => {
  const options = { dataFolder, ...(projectFolder === undefined ? {} : { projectFolder }) }
  const first = await launchApp(options)
  await first.page.evaluate((json) => window.throughline.keepPreferences(json), KEPT)
  await first.page.evaluate((attempts) => {
    for (const attempt of [...attempts.map((value) => JSON.stringify(value)), '{', 'Alice']) {
      window.throughline.keepPreferences(attempt)
    }
  }, SMUGGLED)
  expect(await first.page.evaluate(() => window.throughline.readPreferences())).toBe(KEPT)
  await closeApp(first.app)
  expect(await readFile(join(dataFolder, 'preferences.json'), 'utf8')).toBe(KEPT)

  const second = await launchApp(options)
  expect(await second.page.evaluate(() => window.throughline.readPreferences())).toBe(KEPT)
  await closeApp(second.app)
})

import { mkdirSync } from 'node:fs'
import { join } from 'node:path'
import { runCli } from '../core/cli/run-cli.ts'
import { expect, test } from '../support/electron-app.ts'
import { expectAccessible } from './axe.ts'
import { answerDialogs, FIXED_NOW, goTo, openDemo, sayWhereItGoes } from './steps.ts'

test.use({ appEnvironment: { THROUGHLINE_NOW: FIXED_NOW } })
test.use({ trace: 'off' })
test.setTimeout(300_000)

const SECRET = 'barn copper lantern tide'

/** A practice with a register of its own writes its pack for the lead. */
const practiceSends = async (dataFolder: string, folder: string, name: string, odsCode: string): Promise<void> => {
  const db = join(dataFolder, `${odsCode}.db`)
  const done = async (typed: readonly string[], stdin?: string): Promise<unknown> => {
    const outcome = await runCli([...typed, '--json'], stdin === undefined ? {} : { stdin })
    expect(outcome.stdout).not.toContain('"error"')
    return outcome.json()
  }
  await done(['demo', '--db', db, '--patients', '120', '--seed', odsCode.slice(-1), '--today', '2026-11-23'])
  const practice = (await done(['call', 'access.practice', '--db', db])) as object
  await done(['call', 'access.savePractice', '-', '--db', db], JSON.stringify({ ...practice, name, odsCode }))
  const period = JSON.stringify({ from: '2025-04-01', to: '2026-03-31' })
  const { id } = (await done(['call', 'reports.build', '-', '--db', db], period)) as { id: string }
  const wanted = { reportId: id, folderHandle: 'out', passphrase: SECRET, leadOnly: true }
  const why = { purpose: 'Network meeting', recipient: 'Lead of the network' }
  await done(
    ['call', 'network.send', '-', '--db', db, '--folder', `out=${folder}`],
    JSON.stringify({ ...wanted, ...why }),
  )
}

test('practices send their counts, the lead adds them up, and whoever gets the report can check it', async ({
  app,
  page,
  dataFolder,
}) => {
  const inbox = join(dataFolder, 'inbox')
  const out = join(dataFolder, 'out')
  for (const folder of [inbox, out]) mkdirSync(folder)
  for (const [name, odsCode] of [
    ['Alder Practice', 'A99902'],
    ['Birch Practice', 'A99903'],
  ] as const)
    await practiceSends(dataFolder, inbox, name, odsCode)

  await openDemo(page)
  await goTo(page, 'Reports')
  await page.getByRole('radio', { name: /Last financial year/ }).check()
  await page.keyboard.press('Control+Enter')
  await expect(page.getByRole('heading', { name: 'Network report', level: 1 })).toBeVisible({ timeout: 30_000 })

  await answerDialogs(app, { folder: inbox })
  await page.getByRole('button', { name: 'Write a pack for the lead' }).click()
  const dialog = page.getByRole('dialog', { name: 'A pack for the lead of the network' })
  await dialog.getByRole('button', { name: 'Choose a folder and write' }).click()
  await expect(page.locator('#lead-purpose')).toBeFocused()
  await expectAccessible(page, 'a pack for the lead, with what is missing')
  await page.locator('#lead-purpose').fill('Network meeting')
  await page.locator('#lead-recipient').fill('Lead of the network')
  await page.locator('#lead-passphrase').fill(SECRET)
  await page.locator('#lead-again').fill(SECRET)
  await dialog.getByLabel('It goes to the lead of the network only').check()
  await dialog.getByRole('button', { name: 'Choose a folder and write' }).click()
  await expect(page.getByText('Sealed pack in inbox')).toBeVisible({ timeout: 30_000 })

  await goTo(page, 'Reports')
  await page.getByRole('link', { name: 'Network', exact: true }).click()
  await expect(page.getByRole('heading', { name: 'Network', level: 1 })).toBeVisible()
  await page.locator('#network-passphrase').fill('quite another passphrase')
  await page.getByRole('button', { name: 'Choose a folder' }).click()
  await expect(page.getByText(/The passphrase does not open this pack/).first()).toBeVisible({ timeout: 30_000 })
  await page.locator('#network-passphrase').fill(SECRET)
  await page.getByRole('button', { name: 'Try again with this passphrase' }).click()
  await page.getByRole('button', { name: 'Add all 3 practices to the list' }).click({ timeout: 30_000 })
  await expect(page.getByText('3 of 3 have sent')).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('heading', { name: /^Support contact in time: / })).toBeVisible()
  await expectAccessible(page, 'the network')

  await page.getByRole('button', { name: 'Freeze the combined report' }).click()
  await expect(page.getByText('3 of 3 practices sent their counts.').first()).toBeVisible({ timeout: 60_000 })
  await expect(page.getByText('Alder Practice')).toHaveCount(0)
  await answerDialogs(app, { folder: out })
  await sayWhereItGoes(page)
  await page.getByRole('button', { name: 'Export the files' }).click()
  await expect(page.getByRole('button', { name: 'Show in folder' })).toBeVisible({ timeout: 90_000 })

  const written = page.getByText(/^combined-network-report-.*\.throughline-pack/)
  const name = (await written.innerText()).split(' ')[0] ?? ''
  await answerDialogs(app, { openFile: join(out, name) })
  await goTo(page, 'Reports')
  await page.getByRole('link', { name: 'Check a pack' }).click()
  await page.getByRole('button', { name: 'Choose a pack' }).click()
  await expect(page.getByText('Genuine and unchanged', { exact: true })).toBeVisible({ timeout: 30_000 })
  await expect(page.getByRole('article', { name: /^Combined network report/ })).toBeVisible()
  await expectAccessible(page, 'a checked pack')
  const verdict = await runCli(['report', 'verify', join(out, name)])
  expect(verdict.json()).toMatchObject({ state: 'genuine', manifest: { kind: 'report' } })

  await goTo(page, 'Settings')
  await expect(page.getByRole('heading', { name: 'Signing key' })).toBeVisible()
  await expect(page.getByRole('table', { name: 'Keys of other practices' }).getByRole('row')).toHaveCount(3)
  await expectAccessible(page, 'the signing key')
})

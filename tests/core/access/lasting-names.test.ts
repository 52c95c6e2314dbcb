import { readdirSync, writeFileSync } from 'node:fs'
import { basename, dirname, join } from 'node:path'
import { afterEach, beforeEach, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { aPerson } from '#tests/support/builders.ts'
import { aPractice, createTestCore, TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'

/** Every export says what it is for and whom it is for. */
const SENT_TO = { purpose: 'Network meeting', recipient: 'Primary care network' }

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

it('shows a practice by its new name while locked, in new backups, and still opens', async () => {
  const { client, userId } = test
  await client.access.savePractice(aPractice({ name: 'Tolland Green Practice' }))
  const backup = await finish(client.safekeeping.backUpNow({}))
  expect(backup.practiceName).toBe('Tolland Green Practice')
  const locked = await client.access.lock({})
  expect(locked.register?.practiceName).toBe('Tolland Green Practice')
  expect((await client.access.unlock({ userId, passphrase: TEST_PASSPHRASE })).stage).toBe('unlocked')
})

it('sweeps away what a crash left beside the register, and nothing else', async () => {
  const { path } = test.core.vault.openRegister().register
  await test.client.access.lock({})
  const folder = dirname(path)
  for (const name of ['register.db.copy-1', 'register.db.aside-2', 'register.db.keys.json.part', 'letter.txt'])
    writeFileSync(join(folder, name), 'x')
  await test.client.access.unlock({ userId: test.userId, passphrase: TEST_PASSPHRASE })
  const names = readdirSync(folder)
  expect(names.filter((name) => name.includes('.copy-') || name.includes('.aside-') || name.endsWith('.part'))).toEqual(
    [],
  )
  expect(names).toContain('letter.txt')
  expect(names).toContain(basename(path))
})

it('stops a job that a lock overtakes, and saves nothing of it', async () => {
  const { client, core } = test
  await client.register.addPerson({ person: aPerson(), episode: null })
  const running = await client.reports.build({ from: '2025-04-01', to: '2026-03-31', smallNumbers: 'hide-1-to-5' })
  await running.next()
  void core.vault.close('idle')
  const rest = async (): Promise<void> => {
    for await (const _progress of running) continue
  }
  await expect(rest()).rejects.toMatchObject({ code: 'locked' })
  await client.access.unlock({ userId: test.userId, passphrase: TEST_PASSPHRASE })
  expect(await client.reports.list({})).toEqual([])
})

it('enters a failed export in the trail', async () => {
  const { client, core } = test
  const report = await finish(
    client.reports.build({ from: '2025-04-01', to: '2026-03-31', smallNumbers: 'hide-1-to-5' }),
  )
  core.env.files.grant('nowhere', '/proc', 'folder')
  const exporting = finish(
    client.reports.export({ id: report.id, ...SENT_TO, folderHandle: 'nowhere', formats: ['csv'], pdf: false }),
  )
  await expect(exporting).rejects.toMatchObject({ code: 'io' })
  expect((await client.audit.page({})).map((entry) => entry.method)[0]).toBe('reports.export')
})

it('enters one look at a person however often the page reloads, and another for the next person', async () => {
  const { client } = test
  const first = await client.register.addPerson({ person: aPerson(), episode: null })
  const second = await client.register.addPerson({ person: aPerson({ surname: 'Okonjo' }), episode: null })
  for (const { id } of [first, first, second, first]) {
    await client.register.person({ id })
    await client.journey.ofPerson({ personId: id })
  }
  const looks = (await client.audit.page({})).filter((entry) => entry.verb === 'view').map((entry) => entry.personId)
  expect(looks).toEqual([first.id, second.id, first.id])
})

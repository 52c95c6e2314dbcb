import { rmSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { AppError } from '#shared/contract/errors.ts'
import { finish } from '#core/in-process.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { fileOf, fixture, importing, registerContents, temporaryFolder } from '#tests/core/imports/import-helpers.ts'

let test: TestCore
let folder: ReturnType<typeof temporaryFolder>

beforeEach(async () => {
  test = await createTestCore()
  folder = temporaryFolder()
})

afterEach(async () => {
  await test.close()
  folder.remove()
})

const many = (): string =>
  fileOf(folder.path, 'many.csv', [
    'Local number,Surname,First name,Date of birth,Cancer',
    ...Array.from({ length: 2000 }, (_, at) => `L${at},Person${at},Given,01/02/${1930 + (at % 60)},Ca prostate`),
  ])

describe('an import without room', () => {
  it('stores nothing when the disk is full, says so, and works once there is room', async () => {
    const wizard = importing(test)
    const draft = await wizard.read(many())
    await wizard.preview(draft)
    const before = await registerContents(test)
    await test.session().database.alone((connection) => {
      const pages = connection.pragma('page_count', { simple: true }) as number
      connection.pragma(`max_page_count = ${pages + 20}`)
    })
    await expect(wizard.commit(draft)).rejects.toMatchObject({
      code: 'io',
      message: expect.stringContaining('The disk is full, so nothing was saved'),
    })
    expect(await registerContents(test)).toEqual(before)
    await test.session().database.alone((connection) => void connection.pragma('max_page_count = 1000000'))
    expect((await wizard.commit(draft)).counts.people.new).toBe(2000)
  })

  it('does not begin without a backup', async () => {
    const wizard = importing(test)
    const draft = await wizard.read(fixture('emis-report.csv'))
    await wizard.preview(draft)
    const { folder: backups } = await test.client.safekeeping.status({})
    rmSync(backups, { recursive: true, force: true })
    writeFileSync(backups, 'a file where the folder should be')
    await expect(wizard.commit(draft)).rejects.toBeInstanceOf(AppError)
    expect((await test.client.register.page({})).total).toBe(0)
    expect(await test.client.imports.list({})).toEqual([])
  })

  it('says where rejected rows could not be written', async () => {
    const wizard = importing(test)
    const draft = await wizard.read(fixture('faults.csv'))
    await wizard.preview(draft)
    const nowhere = join(folder.path, 'gone', 'rejected.csv')
    await expect(
      finish(
        test.client.imports.saveRejected({
          from: { draftId: draft.draftId },
          fileHandle: wizard.grant(nowhere, 'write'),
        }),
      ),
    ).rejects.toMatchObject({ code: 'io' })
  })

  it('says so when the file was taken away', async () => {
    await expect(importing(test).read(join(folder.path, 'gone.csv'))).rejects.toMatchObject({
      code: 'io',
      message: 'The file or folder is no longer there. Choose it again.',
    })
  })
})

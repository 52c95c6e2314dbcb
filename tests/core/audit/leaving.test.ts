import { existsSync, lstatSync, readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { listQuerySchema } from '#shared/features/register/list-schema.ts'
import { refusal } from '#tests/support/answers.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
let personId: string
beforeEach(async () => {
  test = await createTestCore()
  personId = (await test.client.register.addPerson({ person: aPerson(), episode: anEpisode() })).id
})
afterEach(() => test.close())

/** From now on the trail takes no entry of a method, as on a disk that is full. */
const noRoomFor = (method: string): Promise<unknown> =>
  test
    .session()
    .database.alone((connection) =>
      connection.exec(
        `CREATE TEMP TRIGGER no_room BEFORE INSERT ON audit_entry WHEN NEW.method = '${method}' BEGIN SELECT RAISE(ABORT, 'no room'); END`,
      ),
    )
const roomAgain = (): Promise<unknown> =>
  test.session().database.alone((connection) => connection.exec('DROP TRIGGER no_room'))

const place = (name: string): { path: string; fileHandle: string } => {
  const path = join(test.dataFolder, name)
  test.core.env.files.grant(name, path, 'write')
  return { path, fileHandle: name }
}

const entriesOf = async (method: string) =>
  (await test.client.audit.page({})).filter((entry) => entry.method === method).map(({ sentence }) => sentence)

const LIST = { list: listQuerySchema.parse({}), columns: ['person' as const], reason: 'For the meeting' }

const WRITES: Readonly<Record<string, (fileHandle: string) => Promise<unknown>>> = {
  'register.exportList': async (fileHandle) =>
    finish(test.client.register.exportList({ ...LIST, format: 'xlsx', fileHandle })),
  'fhir.exportBundle': async (fileHandle) =>
    finish(test.client.fhir.exportBundle({ reason: 'For the research team', fileHandle })),
  'bundle.write': async (fileHandle) =>
    finish(test.client.bundle.write({ reason: 'A new computer', format: 'zip', fileHandle })),
  'toolkit.exportFile': async (fileHandle) => {
    const { id } = await test.client.toolkit.create({ templateCode: null, title: 'Local profile' })
    return finish(test.client.toolkit.exportFile({ documentId: id, format: 'docx', fileHandle }))
  },
  'lessons.exportCard': async (fileHandle) => {
    const { id } = await test.client.lessons.add({
      fields: {
        title: 'Letters that came late',
        problem: 'They came late',
        tried: 'We asked each week',
        happened: 'They came sooner',
        area: null,
        byRole: 'Cancer lead',
        madeOn: '2026-11-02',
        chart: null,
      },
    })
    return finish(test.client.lessons.exportCard({ id, fileHandle }))
  },
}

describe('a file that leaves the register', () => {
  it.each(Object.entries(WRITES))('by %s is in the trail before it lies there', async (method, write) => {
    const { path, fileHandle } = place('out')
    await noRoomFor(method)
    await refusal(write(fileHandle))
    expect(existsSync(path)).toBe(false)
    expect(readdirSync(test.dataFolder).filter((name) => name.startsWith('out'))).toEqual([])
    await roomAgain()
    await write(fileHandle)
    expect(existsSync(path)).toBe(true)
    expect(await entriesOf(method)).toHaveLength(1)
  })

  it('and cannot be written is in the trail as one that failed', async () => {
    test.core.env.files.grant('nowhere', join(test.dataFolder, 'no such folder', 'out.csv'), 'write')
    const writing = finish(test.client.register.exportList({ ...LIST, format: 'csv', fileHandle: 'nowhere' }))
    expect((await refusal(writing)).code).toBe('io')
    expect((await entriesOf('register.exportList'))[0]).toContain('(failed)')
  })

  it.each(['csv', 'zip'])('goes nowhere else through a link that lies beside its place: %s', async (format) => {
    const { path, fileHandle } = place(`out.${format}`)
    const elsewhere = join(test.dataFolder, 'of somebody else')
    writeFileSync(elsewhere, 'theirs')
    symlinkSync(elsewhere, `${path}.part`)
    await (format === 'zip'
      ? WRITES['bundle.write']?.(fileHandle)
      : finish(test.client.register.exportList({ ...LIST, format: 'csv', fileHandle })))
    expect(readFileSync(elsewhere, 'utf8')).toBe('theirs')
    expect(lstatSync(path).isFile()).toBe(true)
  })
})

describe('a look at somebody', () => {
  it('that the trail could not take shows nobody, and the next one is entered', async () => {
    const { register } = test.client
    await noRoomFor('register.person')
    await refusal(register.person({ id: personId }))
    await refusal(register.person({ id: personId }))
    await roomAgain()
    await register.person({ id: personId })
    expect(await entriesOf('register.person')).toHaveLength(1)
  })

  it('and at somebody else beside them is a look at both', async () => {
    const { register, duplicates, audit } = test.client
    const other = (await register.addPerson({ person: aPerson({ nhsNumber: null, localId: '10' }), episode: null })).id
    await register.person({ id: personId })
    await duplicates.pair({ personId, otherId: other })
    await register.person({ id: other })
    const looks = (await audit.page({})).filter(({ verb }) => verb === 'view')
    expect(looks.map((look) => [look.method, look.personId])).toEqual([
      ['duplicates.pair', other],
      ['register.person', personId],
    ])
  })
})

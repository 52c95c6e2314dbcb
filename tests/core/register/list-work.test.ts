import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { readXlsx } from 'hucre/xlsx'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { listQuerySchema } from '#shared/features/register/list-schema.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'

let test: TestCore
beforeEach(async () => {
  test = await createTestCore()
})
afterEach(() => test.close())

const add = async (surname: string, change: Parameters<typeof aPerson>[0] = {}): Promise<string> =>
  (await test.client.register.addPerson({ person: aPerson({ surname, ...change }), episode: anEpisode() })).id

const auditOf = async (method: string) =>
  (await test.client.audit.page({ limit: 50 })).find((entry) => entry.method === method)

const granted = (path: string): string => {
  test.core.env.files.grant('chosen', path, 'write')
  return 'chosen'
}

const run = async <T>(job: AsyncGenerator<unknown, T, void>): Promise<T> => {
  for (;;) {
    const step = await job.next()
    if (step.done === true) return step.value
  }
}

describe('a named lead for several people', () => {
  it('is set in one command and taken back by one undo', async () => {
    const { client } = test
    const ids = [await add('Ashworth'), await add('Okonjo'), await add('Pellow')]
    const [user] = await client.access.users({})
    const leadOf = async (id: string) => (await client.register.person({ id })).person.namedLeadId
    const { changed, undo } = await client.register.setNamedLead({ personIds: ids, namedLeadId: user?.id ?? null })
    expect(changed).toBe(3)
    expect(await Promise.all(ids.map(leadOf))).toEqual([user?.id, user?.id, user?.id])
    expect(await client.register.setNamedLead({ personIds: ids, namedLeadId: user?.id ?? null })).toMatchObject({
      changed: 0,
    })
    await client.audit.undo({ seq: undo })
    expect(await Promise.all(ids.map(leadOf))).toEqual([null, null, null])
  })

  it('is set for nobody when one of them is gone', async () => {
    const { client } = test
    const id = await add('Ashworth')
    const gone = await add('Okonjo')
    const [user] = await client.access.users({})
    await client.register.removePerson({ id: gone, version: 1, reason: 'Moved away' })
    await expect(
      client.register.setNamedLead({ personIds: [id, gone], namedLeadId: user?.id ?? null }),
    ).rejects.toMatchObject({ code: 'not-found' })
    expect((await client.register.person({ id })).person.namedLeadId).toBeNull()
  })
})

describe('a kept view', () => {
  it('is kept, renamed, forgotten and brought back', async () => {
    const { client } = test
    const { id } = await client.register.addView({ name: 'Lung, living', address: 'group=lung&living=living' })
    await client.register.addView({ name: 'Mine', address: 'sort=due' })
    expect((await client.register.savedViews({})).map(({ name }) => name)).toEqual(['Lung, living', 'Mine'])
    const changed = await client.register.changeView({ id, version: 1, name: 'Lung', address: 'group=lung' })
    await expect(
      client.register.changeView({ id, version: 1, name: 'Old', address: 'group=lung' }),
    ).rejects.toMatchObject({ code: 'stale' })
    const { undo } = await client.register.removeView({ id, version: changed.version })
    expect((await client.register.savedViews({})).map(({ name }) => name)).toEqual(['Mine'])
    await client.audit.undo({ seq: undo })
    expect(await client.register.savedViews({})).toMatchObject([
      { name: 'Lung', address: 'group=lung' },
      { name: 'Mine' },
    ])
  })

  it('has a name of its own', async () => {
    const { client } = test
    await client.register.addView({ name: 'Mine', address: '' })
    await expect(client.register.addView({ name: 'MINE', address: 'sort=due' })).rejects.toMatchObject({
      code: 'validation',
      details: { fieldErrors: { name: expect.stringContaining('already') } },
    })
  })
})

describe('a view as a file', () => {
  const list = listQuerySchema.parse({ sort: 'name' })

  it('holds the people of the view in its order and keeps the reason', async () => {
    const { client, dataFolder } = test
    await add('Okonjo', { nhsNumber: '9990000026', birthDate: '1964-12-30' })
    await add('=Ashworth', { nhsNumber: '9990000018' })
    const path = join(dataFolder, 'view.csv')
    const { people } = await run(
      await client.register.exportList({
        list,
        columns: ['person', 'cancer', 'diagnosed'],
        format: 'csv',
        reason: 'For the practice meeting',
        fileHandle: granted(path),
      }),
    )
    expect(people).toBe(2)
    const [head, ...rows] = readFileSync(path, 'utf8').replace('\uFEFF', '').trim().split('\r\n')
    expect(head).toBe('Surname,Given name,NHS number,Date of birth,Tumour group,Site,Stage,Diagnosis date')
    expect(rows[0]).toMatch(/^'=Ashworth,/)
    expect(rows[1]).toMatch(/^Okonjo,Maureen,999 000 0026,1964-12-30,/)
    expect(await auditOf('register.exportList')).toMatchObject({
      verb: 'export',
      reason: 'For the practice meeting',
    })
  })

  it('holds only the chosen people, as a workbook', async () => {
    const { client, dataFolder } = test
    const id = await add('Pellow')
    await add('Okonjo')
    const path = join(dataFolder, 'view.xlsx')
    await run(
      await client.register.exportList({
        list,
        personIds: [id],
        columns: ['person', 'letters'],
        format: 'xlsx',
        reason: 'To ring them',
        fileHandle: granted(path),
      }),
    )
    const { sheets } = await readXlsx(readFileSync(path))
    expect(sheets[0]?.rows.map((row) => row[0])).toEqual(['Surname', 'Pellow'])
  })

  it('wants a reason', async () => {
    await expect(
      run(
        await test.client.register.exportList({
          list,
          columns: ['person'],
          format: 'csv',
          reason: ' ',
          fileHandle: 'x',
        }),
      ),
    ).rejects.toMatchObject({ code: 'validation' })
  })
})

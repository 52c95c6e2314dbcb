import { existsSync, readdirSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { anEpisode, aPerson } from '#tests/support/builders.ts'
import { granted, packFolder, SENT_TO, YEAR } from '#tests/core/packs/pack-files.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { createPractice, SECRET, send, tableText } from './network-practices.ts'

/** The lead's own practice is one of those that are added up, and has sent reports of its own before. */

const HALF = { from: '2025-04-01', to: '2025-09-30' }
const TIMEOUT = 60_000

let folder: ReturnType<typeof packFolder>
let lead: TestCore
let others: TestCore[]

const diagnose = async (test: TestCore, count: number, date: string): Promise<void> => {
  for (let index = 0; index < count; index += 1)
    await test.client.register.addPerson({
      person: aPerson(),
      episode: anEpisode({ diagnosisDate: { date, precision: 'day' }, stage: null, route: 'screening' }),
    })
}

beforeEach(async () => {
  folder = packFolder()
  lead = await createTestCore()
  lead.core.env.files.grant('out', folder.path, 'folder')
  others = []
})
afterEach(async () => {
  for (const test of [lead, ...others]) await test.close()
  folder.remove()
})

const neighbour = async (name: string, odsCode: string, people: number): Promise<TestCore> => {
  const test = await createPractice(folder, name, odsCode, 7 + others.length)
  others.push(test)
  await diagnose(test, people, '2025-06-15')
  return test
}

/** Lists everybody, takes their packs in, the own one included, and freezes the combined report. */
const combine = async () => {
  const practices = [
    { test: lead, name: 'Brackenfold Surgery', odsCode: 'A99901' },
    ...others.map((test, at) => ({ test, name: `Practice ${at}`, odsCode: `A9990${2 + at}` })),
  ]
  const fileHandles: string[] = []
  for (const { test, name, odsCode } of practices) {
    await lead.client.network.addPractice({ name, odsCode, listSize: null })
    fileHandles.push(granted(lead, await send(folder, test)))
  }
  const taken = await finish(
    lead.client.network.takeIn({ ...YEAR, fileHandles, folderHandles: [], passphrase: SECRET }),
  )
  expect(taken.map(({ outcome }) => outcome)).toEqual(practices.map(() => 'taken'))
  return finish(lead.client.network.freeze(YEAR))
}

const exported = (id: string) =>
  finish(lead.client.reports.export({ id, folderHandle: 'out', formats: ['json'], ...SENT_TO }))

/** That it is refused with its reason and leaves no file, and may leave once more is hidden. */
const expectBlockedThenSafer = async (id: string): Promise<string> => {
  const before = readdirSync(folder.path)
  await expect(exported(id)).rejects.toMatchObject({
    code: 'conflict',
    message: expect.stringContaining('This report cannot leave yet.'),
  })
  expect(readdirSync(folder.path)).toEqual(before)
  const safer = await finish(lead.client.reports.remake({ id, as: 'hide-more' }))
  expect(safer.kind).toBe('network')
  expect(await lead.client.reports.check({ id: safer.id })).toMatchObject({ state: 'safe', compared: 1 })
  const { files } = await exported(safer.id)
  expect(files.every(({ name }) => existsSync(join(folder.path, name)))).toBe(true)
  return safer.id
}

describe('a combined report beside an earlier one of the lead’s own practice', { timeout: TIMEOUT }, () => {
  it('leaves where the own figure that it hides stands in the earlier one, because every practice knows its own', async () => {
    await diagnose(lead, 12, '2025-06-15')
    await neighbour('Birch Practice', 'A99902', 20)
    await neighbour('Cedar Practice', 'A99903', 4)
    const own = await finish(lead.client.reports.build(YEAR))
    await exported(own.id)
    const { id } = await combine()
    // With 36 in all and 20 of one shown, whoever holds the own report's 12 would have the 4 of the third.
    const rows = await tableText(lead, id, 'practices')
    expect(new Set(rows.map(([, , diagnoses]) => diagnoses))).toEqual(new Set(['36', 'protect', 'small']))
    expect(await lead.client.reports.check({ id })).toMatchObject({ state: 'safe', compared: 1, findings: [] })
    await exported(id)
  })

  it('is stopped where the own row less an earlier half-year is a small number', async () => {
    await diagnose(lead, 20, '2025-06-15')
    await neighbour('Birch Practice', 'A99902', 20)
    await neighbour('Cedar Practice', 'A99903', 30)
    const half = await finish(lead.client.reports.build(HALF))
    await exported(half.id)
    await diagnose(lead, 3, '2025-12-15')
    const { id } = await combine()
    const check = await lead.client.reports.check({ id })
    expect(check).toMatchObject({ state: 'blocked', canHideMore: true })
    expect(check.findings).toContainEqual(
      expect.objectContaining({
        how: 'difference',
        earlier: expect.objectContaining({ id: half.id }),
        sentence: expect.stringContaining('the difference from the report for 1 Apr 2025 to 30 Sep 2025'),
      }),
    )
    await expectBlockedThenSafer(id)
  })

  it('leaves where the earlier one gives nothing away', async () => {
    await diagnose(lead, 20, '2025-06-15')
    await neighbour('Birch Practice', 'A99902', 20)
    await neighbour('Cedar Practice', 'A99903', 30)
    const own = await finish(lead.client.reports.build(YEAR))
    await exported(own.id)
    const { id } = await combine()
    expect(await lead.client.reports.check({ id })).toMatchObject({ state: 'safe', compared: 1, findings: [] })
    await exported(id)
  })
})

import { writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { sha256 } from '#core/canonical-json.ts'
import { finish } from '#core/in-process.ts'
import type { Progress } from '#shared/contract/define.ts'
import { type PracticeFigures, practiceFiguresSchema } from '#shared/features/packs/schema.ts'
import type { ReportSummary } from '#shared/features/reports/schema.ts'
import { addPeople, granted, packFolder, SENT_TO, YEAR } from '#tests/core/packs/pack-files.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { createPractice, inside, sealedPack, SECRET, send } from './network-practices.ts'

const TIMEOUT = 120_000
/** As many as a combined report holds. */
const PRACTICES = 60

const folder = packFolder()
/** SHA-256 of the file of each practice. */
const hashes = new Map<string, string>()
let lead: TestCore
let practice: TestCore

/** The counts of a practice so many times over: whatever adds up still does. */
const times = (figures: PracticeFigures, factor: number, odsCode: string): PracticeFigures => ({
  ...figures,
  odsCode,
  practiceName: `Practice ${odsCode}`,
  figures: figures.figures.map(({ id, value }) => ({ id, value: value * factor })),
  histograms: figures.histograms.map((one) => ({
    ...one,
    days: one.days.map(([day, count]): [number, number] => [day, count * factor]),
  })),
})

beforeAll(async () => {
  lead = await createTestCore()
  lead.core.env.files.grant('out', folder.path, 'folder')
  practice = await createPractice(folder, 'Alder Practice', 'A99902', 7)
  await addPeople(practice, 3, 2)
  const members = await inside(await send(folder, practice))
  const figures = practiceFiguresSchema.parse(JSON.parse(members.get('figures.json')?.toString() ?? ''))
  const fileHandles: string[] = []
  hashes.clear()
  for (let at = 0; at < PRACTICES; at += 1) {
    const odsCode = `B${String(10_000 + at)}`
    await lead.client.network.addPractice({ name: `Practice ${odsCode}`, odsCode, listSize: null })
    const path = join(folder.path, `${odsCode}.throughline-pack`)
    const pack = await sealedPack(practice, times(figures, 1 + (at % 9), odsCode))
    writeFileSync(path, pack)
    hashes.set(odsCode, sha256(pack))
    fileHandles.push(granted(lead, path))
  }
  await finish(lead.client.network.takeIn({ ...YEAR, fileHandles, folderHandles: [], passphrase: SECRET }))
}, TIMEOUT)
afterAll(async () => {
  await lead.close()
  await practice.close()
  folder.remove()
})

/** Goes on with a job until it says a step. */
const until = async (stream: AsyncGenerator<Progress, ReportSummary, void>, step: string): Promise<void> => {
  for (;;) {
    const next = await stream.next()
    if (next.done === true) throw new Error(`it ended before ${step}`)
    if (next.value.step === step) return
  }
}

const kept = async (): Promise<number> => (await lead.client.reports.list({})).length

describe('packs that were taken in', () => {
  it('stand in the audit trail with who took them in, the hash of each file and its key', async () => {
    const row = await lead
      .session()
      .database.read.selectFrom('audit_entry')
      .select(['detail', 'user_name'])
      .where('method', '=', 'network.takeIn')
      .executeTakeFirstOrThrow()
    expect(row.user_name).toBe('Dr Anjali Rao')
    expect(JSON.parse(row.detail)).toMatchObject({
      ...YEAR,
      files: PRACTICES,
      refused: [],
      taken: [...hashes].map(([odsCode, hash]) => ({
        odsCode,
        sha256: hash,
        figures: expect.stringMatching(/^[0-9a-f]{64}$/),
        key: expect.stringMatching(/^[0-9a-f]{32}$/),
      })),
    })
  })
})

describe('a combined report of sixty practices', { timeout: TIMEOUT }, () => {
  it('says what it is doing, and saves nothing when it is stopped there', async () => {
    const before = await kept()
    for (const step of ['add', 'hide', 'save']) {
      const stream = await lead.client.network.freeze(YEAR)
      await until(stream, step)
      await stream.return(undefined as never)
      expect([step, await kept()]).toEqual([step, before])
    }
  })

  it('lets others be served while small numbers are hidden', async () => {
    const stream = await lead.client.network.freeze(YEAR)
    await until(stream, 'hide')
    let isDone = false
    const rest = finish(Promise.resolve(stream)).then((report) => {
      isDone = true
      return report
    })
    expect((await lead.client.network.periods({}))[0]?.packs).toBe(PRACTICES)
    expect(isDone).toBe(false)
    expect((await rest).kind).toBe('network')
  })

  it('is held beside what was sent before, and whoever no longer waits is not worked for', async () => {
    const first = await finish(lead.client.network.freeze(YEAR))
    await finish(lead.client.reports.export({ id: first.id, folderHandle: 'out', formats: ['json'], ...SENT_TO }))
    const again = await finish(lead.client.network.freeze(YEAR))
    const gone = new AbortController()
    const asked = lead.client.reports.check({ id: again.id }, { signal: gone.signal })
    gone.abort()
    await expect(asked).rejects.toMatchObject({ code: 'cancelled' })
    expect(await lead.client.reports.check({ id: again.id })).toMatchObject({ compared: 1 })
  })
})

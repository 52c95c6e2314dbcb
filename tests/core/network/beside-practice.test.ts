import { afterAll, beforeAll, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { standingTexts } from '#shared/features/reports/own-text-words.ts'
import type { ReportDataset } from '#shared/features/reports/schema.ts'
import { addPeople, granted, packFolder, SENT_TO, YEAR } from '#tests/core/packs/pack-files.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { createPractice, PRACTICES, SECRET, send } from './network-practices.ts'

const TIMEOUT = 60_000

const folder = packFolder()
let lead: TestCore

beforeAll(async () => {
  lead = await createTestCore()
  lead.core.env.files.grant('out', folder.path, 'folder')
  const packs: string[] = []
  for (const [at, { name, odsCode, people, contacted }] of PRACTICES.slice(0, 3).entries()) {
    const test = await createPractice(folder, name, odsCode, 7 + at)
    await addPeople(test, people, contacted)
    packs.push(await send(folder, test))
    await test.close()
    await lead.client.network.addPractice({ name, odsCode, listSize: null })
  }
  const fileHandles = packs.map((path) => granted(lead, path))
  await finish(lead.client.network.takeIn({ ...YEAR, fileHandles, folderHandles: [], passphrase: SECRET }))
}, TIMEOUT)

afterAll(async () => {
  await lead.close()
  folder.remove()
})

const datasetOf = async (id: string): Promise<ReportDataset> => (await lead.client.reports.get({ id })).dataset

it(
  'prints all practices together beside a report of one, as they were sent and not before',
  async () => {
    const period = { from: YEAR.from, to: YEAR.to }
    const combined = await finish(lead.client.network.freeze(YEAR))
    expect((await lead.client.reports.comparators(period)).network).toBeNull()
    await finish(lead.client.reports.export({ id: combined.id, folderHandle: 'out', formats: ['json'], ...SENT_TO }))
    await finish(lead.client.network.freeze(YEAR))
    expect((await lead.client.reports.comparators(period)).network).toMatchObject({ id: combined.id, practices: 3 })
    const dataset = await datasetOf((await finish(lead.client.reports.build(YEAR))).id)
    const [beside] = dataset.comparators?.reports ?? []
    expect(beside).toMatchObject({ kind: 'network', id: combined.id })
    const published = (await datasetOf(combined.id)).sections
      .flatMap(({ blocks }) => blocks.flatMap((block) => (block.type === 'indicators' ? block.indicators : [])))
      .find(({ id }) => id === 'support-contact')
    expect(beside?.results.find(({ measure }) => measure === 'support-contact')?.estimate).toEqual(published?.estimate)
    expect(
      dataset.sections[0]?.blocks.find((block) => block.type === 'table' && block.id === 'beside-network'),
    ).toMatchObject({
      title: expect.stringContaining('Headline measures beside 3 practices together, 1 Apr 2025 to 31 Mar 2026'),
      note: expect.stringContaining('Nothing is claimed'),
    })
    const without = await finish(lead.client.reports.build({ ...YEAR, withNetwork: false }))
    expect((await datasetOf(without.id)).comparators?.reports).toEqual([])
  },
  TIMEOUT,
)

it(
  'takes own texts into the combined report, with the figures of all practices, and keeps them for the next',
  async () => {
    const texts = [
      {
        heading: 'Together',
        text: '{Practice}, {Practice code}: {Support contact, out of}.',
        place: 'end',
        section: 'care',
      },
    ] as const
    const report = await finish(lead.client.network.freeze({ ...YEAR, texts: [...texts] }))
    expect(standingTexts(await datasetOf(report.id))).toEqual([
      { name: 'Support contact and care review: Together', text: 'Ferrin Vale, several practices: 63.' },
    ])
    expect(await lead.client.reports.lastTexts({ of: 'network' })).toEqual(texts)
    expect(await lead.client.reports.lastTexts({})).toEqual([])
    await expect(
      finish(lead.client.network.freeze({ ...YEAR, texts: [{ ...texts[0], text: '{Nothing such}' }] })),
    ).rejects.toMatchObject({ code: 'validation', details: { fieldErrors: { 'texts.0.text': expect.any(String) } } })
  },
  TIMEOUT,
)

it(
  'does not put the words of its own rules over counts that were made by others',
  async () => {
    const { database } = lead.session()
    await database.write(async ({ db }) => {
      for (const { id, figures } of await db.selectFrom('practice_pack').select(['id', 'figures']).execute()) {
        const older = figures.replaceAll(/("code": "IND22[23]",\s+"version": )"\d+"/g, '$1"0"')
        await db.updateTable('practice_pack').set({ figures: older }).where('id', '=', id).execute()
      }
    })
    await expect(finish(lead.client.network.freeze(YEAR))).rejects.toMatchObject({
      code: 'conflict',
      message: expect.stringContaining('counted by other rules'),
    })
  },
  TIMEOUT,
)

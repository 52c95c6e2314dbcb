import { execFileSync } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import type { OwnText } from '#shared/features/reports/own-text.ts'
import { standingTexts } from '#shared/features/reports/own-text-words.ts'
import { REPORT_FORMATS, type ReportDataset } from '#shared/features/reports/schema.ts'
import { anEpisode, aPerson } from '#tests/support/builders.ts'
import { aPractice, createTestCore, type TestCore } from '#tests/support/test-core.ts'
import { makeReport } from './make-report.ts'
import { aText } from '#tests/support/own-text.ts'

const YEAR = { from: '2025-04-01', to: '2026-03-31' }

let test: TestCore
let folder: string

beforeEach(async () => {
  test = await createTestCore()
  folder = mkdtempSync(join(tmpdir(), 'throughline-texts-'))
  test.core.env.files.grant('folder', folder, 'folder')
})

afterEach(async () => {
  await test.close()
  rmSync(folder, { recursive: true, force: true })
})

/** Twenty new diagnoses in the period: three of them lung cancers, seventeen breast cancers found by screening. */
const addPeople = async (): Promise<void> => {
  for (let index = 0; index < 20; index += 1)
    await test.client.register.addPerson({
      person: aPerson(),
      episode: anEpisode({
        tumourGroup: index < 3 ? 'lung' : 'breast',
        site: null,
        icd10Code: null,
        diagnosisDate: { date: '2025-06-15', precision: 'day' },
        stage: '2',
        route: 'screening',
      }),
    })
}

type Input = Parameters<typeof test.client.reports.build>[0]

const build = (texts: OwnText[], more: Partial<Input> = {}) =>
  finish(test.client.reports.build({ ...YEAR, texts, ...more }))

const datasetOf = async (id: string): Promise<ReportDataset> => (await test.client.reports.get({ id })).dataset

const LUNG = 'We had {new diagnoses} new cancers, {New diagnoses: Lung} of them in the lung. Early: {Early stage}.'

describe('a report with own texts', () => {
  it('prints each where it was wanted, with the figures as the report has them', async () => {
    await addPeople()
    const { id } = await build([
      aText(LUNG, { heading: 'What we saw' }),
      aText('For {Practice}, {Period}.', { heading: 'Welcome', place: 'before' }),
      aText('No heading.', { place: 'after', section: 'stage' }),
    ])
    const { sections } = await datasetOf(id)
    expect(sections.slice(0, 3).map(({ title }) => title)).toEqual(['Welcome', 'Summary', 'The register'])
    const stage = sections.findIndex((section) => section.id === 'stage')
    expect(sections[stage + 1]).toMatchObject({ title: 'Comment', finding: '' })
    const block = sections[1]?.blocks.at(-1)
    if (block?.type !== 'own-text') throw new Error('There is a text')
    expect(block.heading).toBe('What we saw')
    expect(block.paragraphs[0]?.flatMap((part) => (part.kind === 'field' ? [part.value] : []))).toEqual([
      { kind: 'count', figure: { id: 'new', state: 'shown', value: 20 }, explain: null },
      { kind: 'count', figure: { id: 'new.lung', state: 'hidden', why: 'small' }, explain: null },
      { kind: 'estimate', unit: 'per cent', estimate: expect.objectContaining({ state: 'shown', value: 100 }) },
    ])
  })

  it('hides in every format what it hides in its tables', async () => {
    await addPeople()
    const { id } = await build([aText(LUNG, { heading: 'What we saw' })])
    const { files } = await finish(
      test.client.reports.export({
        id,
        folderHandle: 'folder',
        formats: [...REPORT_FORMATS],
        purpose: 'Network meeting',
        recipient: 'Primary care network',
      }),
    )
    const said = /We had 20 new cancers, \* of them in the lung\. Early: 100%\./
    const contentOf = (ending: string): string => {
      const name = files.find((file) => file.name.endsWith(ending))?.name ?? ''
      const path = join(folder, name)
      const parts = { '.docx': 'word/document.xml', '.xlsx': 'xl/*.xml' } as Readonly<Record<string, string>>
      const part = parts[ending]
      return part === undefined
        ? readFileSync(path, 'utf8')
        : execFileSync('unzip', ['-p', path, ...(ending === '.xlsx' ? ['xl/*'] : [part])], { encoding: 'utf8' })
    }
    for (const ending of ['.csv', '.html', '.docx', '.xlsx']) {
      expect(contentOf(ending)).toMatch(said)
      expect(contentOf(ending)).toContain('What we saw')
      expect(contentOf(ending)).not.toMatch(/3 of them in the lung/)
    }
    const text = JSON.stringify(JSON.parse(contentOf(files[0]?.name ?? '')))
    expect(text).toContain('"label":"New diagnoses: Lung"')
    expect(text).not.toContain('"id":"new.lung","state":"shown"')
  })

  it('is made again with its texts, and hidden figures shown only for inside use', async () => {
    await addPeople()
    const { id } = await build([aText(LUNG, { heading: 'What we saw' })])
    const inside = await finish(test.client.reports.remake({ id, as: 'internal' }))
    const block = (await datasetOf(inside.id)).sections[0]?.blocks.at(-1)
    expect(block).toMatchObject({ type: 'own-text', heading: 'What we saw' })
    expect(JSON.stringify(block)).toContain('{"id":"new.lung","state":"shown","value":3}')
  })

  it('is what the next report starts from, its fields alive', async () => {
    await addPeople()
    const texts = [aText('In {Period}: {New diagnoses}.', { heading: 'Said', place: 'after', section: 'route' })]
    expect(await test.client.reports.lastTexts({})).toEqual([])
    await build(texts)
    expect(await test.client.reports.lastTexts({})).toEqual(texts)
    const next = await build(await test.client.reports.lastTexts({}), { from: '2024-04-01', to: '2025-03-31' })
    expect(JSON.stringify(await datasetOf(next.id))).toContain('1 Apr 2024 to 31 Mar 2025')
    await build([])
    expect(await test.client.reports.lastTexts({})).toEqual([])
  })

  it('keeps a text by a section that has nothing to say', async () => {
    await addPeople()
    const { id } = await build([aText('Nobody compared lists.', { heading: 'Lists', section: 'lists' })])
    const { sections } = await datasetOf(id)
    expect(sections.at(-2)).toMatchObject({ title: 'Lists', blocks: [{ type: 'own-text' }] })
    expect(await test.client.reports.lastTexts({})).toMatchObject([{ heading: 'Lists', section: 'lists' }])
  })

  it('says that a standard is not counted where the nation has none', () => {
    const practice = aPractice({ nation: 'wales' })
    const { dataset } = makeReport({ people: [], practice, texts: [aText('28 days: {28-day standard}.')] })
    expect(standingTexts(dataset)).toEqual([{ name: 'Summary', text: '28 days: not counted.' }])
  })
})

describe('texts that cannot be frozen', () => {
  it.each([
    [aText('{New diagnosis} came'), 'texts.0.text', 'There is no field {New diagnosis}'],
    [aText('Of 999 123 4578 we know'), 'texts.0.text', 'Take out the NHS number'],
    [aText('Words', { section: 'route' }), 'texts.0.section', 'leaves out the section'],
    [aText(''), 'texts.0.text', 'Write something'],
  ])('say so by their place: %j', async (text, path, words) => {
    await expect(build([text], { sections: ['stage', 'new-diagnoses'] })).rejects.toMatchObject({
      code: 'validation',
      details: { fieldErrors: { [path]: expect.stringContaining(words) } },
    })
    expect(await test.client.reports.list({})).toEqual([])
  })

  it('want a word that they tell of nobody where they look as if they did', async () => {
    const texts = [aText('Mrs Hollis, born 3 May 1951, waited.')]
    await expect(build(texts)).rejects.toMatchObject({
      code: 'validation',
      details: { fieldErrors: { textsTellOfNobody: expect.stringContaining('Say that none does') } },
    })
    expect(await build(texts, { textsTellOfNobody: true })).toMatchObject({ from: YEAR.from })
  })
})

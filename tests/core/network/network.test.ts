import { existsSync, mkdirSync, readdirSync, readFileSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import { addPeople, packFolder, SENT_TO, verify, YEAR } from '#tests/core/packs/pack-files.ts'
import { createTestCore, type TestCore } from '#tests/support/test-core.ts'
import {
  copyOf,
  createPractice,
  figuresInside,
  inside,
  PRACTICES,
  reseal,
  sealedPack,
  SECRET,
  send,
  SENDING,
  tableText,
  takeInAt,
} from './network-practices.ts'

const TIMEOUT = 60_000

const folder = packFolder()
let lead: TestCore

const takeIn = (paths: readonly string[], passphrase = SECRET, period = YEAR) =>
  takeInAt(lead, paths, passphrase, period)

const outcomes = async (paths: readonly string[], passphrase = SECRET): Promise<string[]> =>
  (await takeIn(paths, passphrase)).map(({ outcome }) => outcome)

const packs: string[] = []
const cores: TestCore[] = []
beforeAll(async () => {
  lead = await createTestCore()
  lead.core.env.files.grant('out', folder.path, 'folder')
  for (const [at, { name, odsCode, people, contacted }] of PRACTICES.entries()) {
    const test = await createPractice(folder, name, odsCode, 7 + at)
    cores.push(test)
    await addPeople(test, people, contacted)
    packs.push(await send(folder, test))
    await lead.client.network.addPractice({ name, odsCode, listSize: null })
  }
}, TIMEOUT)
afterAll(async () => {
  for (const test of [lead, ...cores]) await test.close()
  folder.remove()
})

const firstPractice = (): TestCore => {
  const [test] = cores
  if (test === undefined) throw new Error('there is a practice')
  return test
}

/** The pack of the first practice. */
const alder = (): string => packs[0] ?? ''

describe('a pack for the lead', { timeout: TIMEOUT }, () => {
  it('is sealed, holds exact counts, and nobody', async () => {
    const path = alder()
    const bytes = readFileSync(path)
    expect(bytes.includes('Alder Practice')).toBe(false)
    expect(bytes.includes('figures.json')).toBe(false)
    const figures = await figuresInside(path)
    expect(figures.figures.find(({ id }) => id === 'support-contact.not-done')?.value).toBe(4)
    const text = JSON.stringify(figures)
    expect(text).not.toMatch(/\b999\d{7}\b/)
    expect(text).not.toMatch(/2025-06-15|Rao/)
    expect(readdirSync(folder.path).filter((name) => name.endsWith('.part'))).toEqual([])
  })

  it('is noted with purpose and recipient, stays noted, and is not written without the word that it stays with the lead', async () => {
    const test = firstPractice()
    const row = await test
      .session()
      .database.read.selectFrom('audit_entry')
      .selectAll()
      .where('method', '=', 'network.send')
      .executeTakeFirstOrThrow()
    expect(JSON.parse(row.detail)).toMatchObject({ ...SENDING })
    expect(row.detail).not.toContain(SECRET)
    const [report] = await test.client.reports.list({})
    const wanted = { reportId: report?.id ?? '', folderHandle: 'out', passphrase: SECRET, ...SENDING }
    await expect(finish(test.client.network.send({ ...wanted, leadOnly: false as true }))).rejects.toMatchObject({
      code: 'validation',
    })
    await expect(finish(test.client.network.send({ ...wanted, passphrase: 'short' }))).rejects.toMatchObject({
      code: 'validation',
    })
  })

  it('asks for its passphrase when it is checked, and then says whose it is', async () => {
    const path = alder()
    expect(await verify(lead, path)).toMatchObject({ state: 'sealed', manifest: null })
    expect(await verify(lead, path, 'another one entirely')).toMatchObject({ state: 'wrong-passphrase' })
    expect(await verify(lead, path, SECRET)).toMatchObject({
      state: 'new-key',
      wasSealed: true,
      dataset: null,
      manifest: { kind: 'practice', odsCode: 'A99902', smallNumbers: 'exact' },
    })
  })
})

describe('taking in', { timeout: TIMEOUT }, () => {
  it('refuses each with its reason and keeps nothing of it', async () => {
    const [, birch = ''] = packs
    const cut = copyOf(folder, alder(), 'cut', (bytes) => bytes.subarray(0, bytes.length - 200))
    const spoilt = copyOf(folder, alder(), 'spoilt', (bytes) => {
      bytes[bytes.length - 9] = (bytes[bytes.length - 9] ?? 0) ^ 1
      return bytes
    })
    expect(await outcomes([alder()], 'another one entirely')).toEqual(['wrong-passphrase'])
    expect(await outcomes([alder()], '')).toEqual(['sealed'])
    expect(await outcomes([cut, spoilt])).toEqual(['wrong-passphrase', 'wrong-passphrase'])
    expect((await takeIn([birch], SECRET, { ...YEAR, from: '2025-05-01' })).map(({ outcome }) => outcome)).toEqual([
      'wrong-period',
    ])
    const stranger = await createPractice(folder, 'Elm Practice', 'A99999', 99)
    cores.push(stranger)
    await addPeople(stranger, 11, 6)
    expect(await takeIn([await send(folder, stranger)])).toMatchObject([
      { outcome: 'not-listed', odsCode: 'A99999', practiceName: 'Elm Practice' },
    ])
    const open = await finish(stranger.client.reports.build(YEAR))
    const { files } = await finish(
      stranger.client.reports.export({ id: open.id, folderHandle: 'out', formats: ['pack'], ...SENT_TO }),
    )
    expect(await outcomes([join(folder.path, files[0]?.name ?? '')])).toEqual(['not-for-the-lead'])
    writeFileSync(join(folder.path, 'list.csv'), 'a,b\n')
    expect(await outcomes([join(folder.path, 'list.csv')])).toEqual(['not-a-pack'])
    const { practices, combined } = await lead.client.network.standing(YEAR)
    expect(practices.every(({ pack }) => pack === null)).toBe(true)
    expect(combined).toBeNull()
    expect((await lead.client.packs.identity({})).signers).toEqual([])
  })

  it('finds a change of every member inside, whoever seals it again', async () => {
    const path = copyOf(folder, alder(), 'again')
    for (const name of (await inside(alder())).keys()) {
      const members = await inside(alder())
      const bytes = Buffer.from(members.get(name) ?? '')
      bytes[Math.floor(bytes.length / 2)] = (bytes[Math.floor(bytes.length / 2)] ?? 0) ^ 1
      members.set(name, bytes)
      await reseal(lead, path, members)
      expect([name, ...(await outcomes([path]))]).toEqual([name, 'changed'])
    }
    const members = await inside(alder())
    const manifest = JSON.parse(members.get('manifest.json')?.toString() ?? '') as object
    members.set('manifest.json', Buffer.from(JSON.stringify({ ...manifest, packVersion: 0 })))
    await reseal(lead, path, members)
    expect(await outcomes([path])).toEqual(['older'])
    members.set('manifest.json', Buffer.from(JSON.stringify({ ...manifest, packVersion: 9 })))
    await reseal(lead, path, members)
    expect(await outcomes([path])).toEqual(['newer'])
  })

  it('refuses signed counts that do not add up', async () => {
    const test = firstPractice()
    const figures = await figuresInside(alder())
    const wrong = {
      ...figures,
      figures: figures.figures.map((one) => (one.id === 'new' ? { ...one, value: one.value + 1 } : one)),
    }
    const path = copyOf(folder, alder(), 'wrong')
    writeFileSync(path, await sealedPack(test, wrong))
    expect(await takeIn([path])).toMatchObject([
      { outcome: 'damaged', sentence: expect.stringContaining('do not add up') },
    ])
  })

  it('takes a folder, remembers keys at first sight, and says when it is given the same again', async () => {
    const inbox = join(folder.path, 'inbox')
    mkdirSync(inbox)
    for (const [at, path] of packs.slice(0, 3).entries())
      writeFileSync(join(inbox, `${at}.throughline-pack`), readFileSync(path))
    writeFileSync(join(inbox, 'notes.txt'), 'not looked at')
    lead.core.env.files.grant('inbox', inbox, 'read-folder')
    const wanted = { ...YEAR, fileHandles: [], folderHandles: ['inbox'], passphrase: SECRET }
    const taken = await finish(lead.client.network.takeIn(wanted))
    expect(taken.map(({ outcome }) => outcome)).toEqual(['taken', 'taken', 'taken'])
    expect(taken[0]?.sentence).toContain('compare the key')
    expect((await lead.client.packs.identity({})).signers.map(({ odsCode }) => odsCode)).toEqual([
      'A99902',
      'A99903',
      'A99904',
    ])
    expect((await finish(lead.client.network.takeIn(wanted))).map(({ outcome }) => outcome)).toEqual([
      'repeated',
      'repeated',
      'repeated',
    ])
  })

  it('adds up exactly, and names what each practice gave', async () => {
    const { combined, practices } = await lead.client.network.standing(YEAR)
    expect(combined?.practices).toBe(3)
    expect(combined?.figures.find(({ code }) => code === 'support-contact')).toMatchObject({
      numerator: 49,
      denominator: 63,
      share: { value: 49 / 63 },
      practices: [
        { odsCode: 'A99902', numerator: 8, denominator: 12 },
        { odsCode: 'A99903', numerator: 13, denominator: 20 },
        { odsCode: 'A99904', numerator: 28, denominator: 31 },
      ],
    })
    const { months = [] } = combined?.figures.find(({ code }) => code === 'support-contact') ?? {}
    expect(months.at(-1)?.month).toBe('2026-03')
    // Diagnosed on 15 June: three months are over in September, and what was done in August counts there.
    expect(months.filter(({ denominator }) => denominator !== 0)).toEqual([
      { month: '2025-08', numerator: 49, denominator: 49 },
      { month: '2025-09', numerator: 0, denominator: 14 },
    ])
    expect(practices.map(({ odsCode, pack }) => [odsCode, pack !== null])).toEqual([
      ['A99902', true],
      ['A99903', true],
      ['A99904', true],
      ['A99905', false],
    ])
    expect(await lead.client.network.periods({})).toEqual([{ ...YEAR, packs: 3 }])
  })

  it('puts a newer pack in the place of an older one and keeps that', async () => {
    const test = firstPractice()
    const figures = await figuresInside(alder())
    const again = async (frozenAt: string, name: string): Promise<string> => {
      const path = join(folder.path, `${name}.throughline-pack`)
      writeFileSync(path, await sealedPack(test, { ...figures, frozenAt }))
      return path
    }
    expect(await outcomes([await again('2026-11-24T08:00:00.000Z', 'newer')])).toEqual(['replaced'])
    expect(await outcomes([await again('2026-11-20T08:00:00.000Z', 'elder')])).toEqual(['older-than-kept'])
    const { practices } = await lead.client.network.standing(YEAR)
    expect(practices[0]?.pack).toMatchObject({ frozenAt: '2026-11-24T08:00:00.000Z', replaced: 1 })
    const kept = await lead.session().database.read.selectFrom('practice_pack').selectAll().execute()
    expect(kept).toHaveLength(4)
  })

  it('refuses a pack of a known practice that another key has signed', async () => {
    const forger = await createPractice(folder, 'Alder Practice', 'A99902', 501)
    cores.push(forger)
    await addPeople(forger, 12, 12)
    const path = copyOf(folder, alder(), 'kept-aside')
    expect(await takeIn([await send(folder, forger)])).toMatchObject([{ outcome: 'other-key', odsCode: 'A99902' }])
    writeFileSync(alder(), readFileSync(path))
  })
})

describe('the combined report', { timeout: TIMEOUT }, () => {
  it('hides over the margins: no row of a practice is given away by its own sum or by the total', async () => {
    const report = await finish(lead.client.network.freeze(YEAR))
    expect(report).toMatchObject({ kind: 'network', title: 'Combined network report, 1 Apr 2025 to 31 Mar 2026' })
    const rows = await tableText(lead, report.id, 'practices-support-contact')
    expect(rows.map(([name]) => name)).toEqual(['Practice A', 'Practice B', 'Practice C', 'All practices'])
    const { dataset } = await lead.client.reports.get({ id: report.id })
    expect(dataset.combined).toEqual({ practices: 3, listed: 4, named: false })
    const text = JSON.stringify(dataset)
    expect(text).toMatch(/They are the counts that 3 practices sent, added up.*Practices together/)
    for (const word of PRACTICES.flatMap(({ name, odsCode }) => [name, odsCode])) expect(text).not.toContain(word)
    // 12 with 8 done and 31 with 28 done leave 4 and 3: both small, so neither their counts nor their shares stand.
    const withFewLeft = rows.filter(([, , outOf]) => outOf === '12' || outOf === '31')
    expect(withFewLeft.filter(([, done, , share]) => /^\d/.test(done ?? '') || share !== 'hidden')).toEqual([])
    expect(withFewLeft.map((cells) => cells.at(-1))).toEqual(['Not worked out', 'Not worked out'])
    // One hidden cell alone in a column would be the total less the others.
    const tables = ['practices', ...['support-contact', 'care-review', 'early'].map((code) => `practices-${code}`)]
    for (const table of tables) {
      const cells = await tableText(lead, report.id, table)
      const hidden = [1, 2].map((column) => cells.filter((row) => /small|protect/.test(row[column] ?? '')).length)
      expect([table, hidden.includes(1)]).toEqual([table, false])
    }
  })

  it('names practices where that is asked for, and adds up to what the lead sees', async () => {
    const report = await finish(lead.client.network.freeze({ ...YEAR, named: true, smallNumbers: 'none' }))
    const rows = await tableText(lead, report.id, 'practices-support-contact')
    // By the binomial of 49 of 63, the 95% limits are 5.7 and 11.5 of 12, 11.1 and 18.5 of 20, and 18.8 and 27.9 of 31.
    expect(rows.map((cells) => [...cells.slice(0, 3), cells.at(-1)])).toEqual([
      ['Alder Practice', '8', '12', 'within what chance explains'],
      ['Birch Practice', '13', '20', 'within what chance explains'],
      ['Cedar Practice', '28', '31', 'above the 95% limit'],
      ['All practices', '49', '63', 'The middle'],
    ])
    await expect(
      finish(lead.client.reports.export({ id: report.id, folderHandle: 'out', formats: ['json'], ...SENT_TO })),
    ).rejects.toMatchObject({ code: 'validation' })
  })

  it('leaves in every format, is checked like any other, and is held beside the next', async () => {
    const report = await finish(lead.client.network.freeze(YEAR))
    const formats = ['json', 'csv', 'xlsx', 'docx', 'html', 'pack'] as const
    const { files } = await finish(
      lead.client.reports.export({ id: report.id, folderHandle: 'out', formats: [...formats], ...SENT_TO }),
    )
    expect(files).toHaveLength(7)
    for (const { name } of files) expect(existsSync(join(folder.path, name))).toBe(true)
    const pack = files.find(({ name }) => name.endsWith('.throughline-pack'))
    expect(await verify(lead, join(folder.path, pack?.name ?? ''))).toMatchObject({
      state: 'genuine',
      manifest: { kind: 'report' },
      dataset: { combined: { practices: 3 } },
    })
    const again = await finish(lead.client.network.freeze(YEAR))
    expect(await lead.client.reports.check({ id: again.id })).toMatchObject({ compared: 1 })
    await takeIn([packs[3] ?? ''])
    const wider = await finish(lead.client.network.freeze(YEAR))
    const check = await lead.client.reports.check({ id: wider.id })
    expect(check.compared).toBe(1)
    expect(['safe', 'blocked']).toContain(check.state)
  })

  it('asks for three practices', async () => {
    await expect(
      finish(lead.client.network.freeze({ ...YEAR, from: '2024-04-01', to: '2025-03-31' })),
    ).rejects.toMatchObject({ code: 'conflict', message: expect.stringContaining('No practice has sent') })
  })
})

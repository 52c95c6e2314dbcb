import { readFileSync, truncateSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterAll, beforeAll, beforeEach, describe, expect, it } from 'vitest'
import { z } from 'zod'
import { canonicalJson, sha256 } from '#core/canonical-json.ts'
import { createZipFile } from '#core/features/bundle/zip-file.ts'
import { makePack } from '#core/features/packs/make-pack.ts'
import { ownKeyOrNew } from '#core/features/packs/signing.ts'
import { reportJsonSchema } from '#core/features/reports/write-json.ts'
import { finish } from '#core/in-process.ts'
import { packManifestSchema } from '#shared/features/packs/schema.ts'
import { createTestCore, TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'
import { addPeople, membersOf, packFolder, SENT_TO, verify, writeMembers, YEAR } from './pack-files.ts'

const folder = packFolder()
let test: TestCore
let other: TestCore
let reportId: string
let whole: Buffer
let path: string

const exportPack = async (id = reportId): Promise<string> => {
  const { files } = await finish(
    test.client.reports.export({ id, folderHandle: 'folder', formats: ['pack'], ...SENT_TO }),
  )
  return join(folder.path, files[0]?.name ?? '')
}

beforeAll(async () => {
  test = await createTestCore()
  other = await createTestCore()
  test.core.env.files.grant('folder', folder.path, 'folder')
  await addPeople(test, 12, 8)
  reportId = (await finish(test.client.reports.build(YEAR))).id
  whole = readFileSync(await exportPack())
})
afterAll(async () => {
  await test.close()
  await other.close()
  folder.remove()
})

let count = 0
beforeEach(() => {
  count += 1
  path = join(folder.path, `given-${count}.throughline-pack`)
  writeFileSync(path, whole)
})

const change = (by: (members: Map<string, Buffer>) => void): void => {
  const members = membersOf(path)
  by(members)
  writeMembers(path, members)
}

const spoil = (bytes: Buffer = Buffer.alloc(0)): Buffer => {
  const copy = Buffer.from(bytes)
  const middle = Math.floor(copy.length / 2)
  copy[middle] = (copy[middle] ?? 0) ^ 1
  return copy
}

describe('a written pack', () => {
  it('says what is in it, and holds the frozen figures, their schema and every table', async () => {
    const members = membersOf(path)
    const manifest = packManifestSchema.parse(JSON.parse(members.get('manifest.json')?.toString('utf8') ?? ''))
    const { summary, dataset } = await test.client.reports.get({ id: reportId })
    expect(manifest).toMatchObject({
      kind: 'report',
      practiceName: 'Brackenfold Surgery',
      odsCode: 'A99901',
      ...YEAR,
      frozenAt: dataset.frozenAt,
      producedBy: 'Throughline 0.0.0-test',
      smallNumbers: 'hide-1-to-5',
      dataset: { member: 'report.json', id: reportId, sha256: summary.sha256 },
    })
    expect(sha256(members.get('report.json') ?? '')).toBe(summary.sha256)
    expect(manifest.tables.length).toBeGreaterThan(15)
    for (const { member, rows } of manifest.tables) {
      const lines = members.get(member)?.toString('utf8').trimEnd().split('\r\n') ?? []
      expect(lines).toHaveLength(rows + 1)
    }
    expect([...members.keys()].toSorted()).toEqual(
      [...manifest.members.map(({ name }) => name), 'manifest.json', 'signature.json'].toSorted(),
    )
    const schema = z.fromJSONSchema(
      JSON.parse(members.get('report.schema.json')?.toString('utf8') ?? '') as Parameters<typeof z.fromJSONSchema>[0],
    )
    const json: unknown = JSON.parse(members.get('report.json')?.toString('utf8') ?? '')
    expect(schema.safeParse(json).success).toBe(true)
    expect(json).toMatchObject({ $schema: 'urn:throughline:network-report:1' })
  })

  it('names hash, tables and key on the cover', async () => {
    const { files } = await finish(
      test.client.reports.export({ id: reportId, folderHandle: 'folder', formats: ['html'], ...SENT_TO }),
    )
    const page = readFileSync(join(folder.path, files[0]?.name ?? ''), 'utf8')
    const { own } = await test.client.packs.identity({})
    const { summary } = await test.client.reports.get({ id: reportId })
    expect(page).toContain(summary.sha256)
    expect(page).toContain(own?.fingerprint.toUpperCase().match(/.{4}/g)?.join(' ') ?? 'no key')
    expect(page).toMatch(/<dt>Tables<\/dt><dd>\d+ with \d+ rows<\/dd>/)
  })

  it('is the same to the byte whenever it is written, and after a restart', async () => {
    expect(readFileSync(await exportPack()).equals(whole)).toBe(true)
    await test.client.access.lock({})
    await test.client.access.unlock({ userId: test.userId, passphrase: TEST_PASSPHRASE })
    test.core.env.files.grant('folder', folder.path, 'folder')
    expect(readFileSync(await exportPack()).equals(whole)).toBe(true)
    await addPeople(test, 1, 0)
    expect(readFileSync(await exportPack()).equals(whole)).toBe(true)
  })

  it('is made by a core that is started anew on the same files to the same byte', async () => {
    const first = await createTestCore()
    first.core.env.files.grant('folder', folder.path, 'folder')
    await addPeople(first, 7, 3)
    const { id } = await finish(first.client.reports.build({ ...YEAR, from: '2025-05-01' }))
    const wanted = { id, folderHandle: 'folder', formats: ['pack' as const], ...SENT_TO }
    const [file] = (await finish(first.client.reports.export(wanted))).files
    const written = readFileSync(join(folder.path, file?.name ?? ''))
    const userId = first.userId
    await first.core.close()
    const again = await createTestCore({ dataFolder: first.dataFolder, setUp: false })
    await again.client.access.unlock({ userId, passphrase: TEST_PASSPHRASE })
    again.core.env.files.grant('folder', folder.path, 'folder')
    await finish(again.client.reports.export(wanted))
    expect(readFileSync(join(folder.path, file?.name ?? '')).equals(written)).toBe(true)
    await again.close()
    await first.close()
  })

  it('carries no private key, and neither does the history', async () => {
    const row = await test.session().database.read.selectFrom('signing_key').selectAll().executeTakeFirstOrThrow()
    expect(whole.includes(row.private_key)).toBe(false)
    const changes = await test.session().database.read.selectFrom('change').selectAll().execute()
    expect(JSON.stringify(changes)).not.toContain(row.private_key)
    const entries = await test.session().database.read.selectFrom('audit_entry').selectAll().execute()
    expect(JSON.stringify(entries)).not.toContain(row.private_key)
  })
})

describe('checking', () => {
  it('knows its own, and says to ring about a key it has not seen', async () => {
    expect(await verify(test, path)).toMatchObject({ state: 'genuine', signer: { isOurs: true } })
    const checked = await verify(other, path)
    expect(checked).toMatchObject({ state: 'new-key', signer: { isOurs: false, trustedAt: null, others: [] } })
    expect(checked.dataset?.title).toBe('Network report, 1 Apr 2025 to 31 Mar 2026')
    expect(checked.sentence).toContain('ring the practice')
  })

  it('remembers a key once somebody agrees to it, and tells it from another of the same practice', async () => {
    const fileHandle = 'trusted'
    other.core.env.files.grant(fileHandle, path, 'read')
    const { signer } = await verify(other, path)
    await expect(finish(other.client.packs.trust({ fileHandle, fingerprint: '0'.repeat(32) }))).rejects.toMatchObject({
      code: 'conflict',
    })
    const trusted = await finish(other.client.packs.trust({ fileHandle, fingerprint: signer?.fingerprint ?? '' }))
    expect(trusted).toMatchObject({ state: 'genuine', signer: { trustedBy: 'Dr Anjali Rao' } })
    expect(trusted.signer?.trustedAt).toBe('2026-11-23T10:00:00.000Z')

    const third = await createTestCore()
    third.core.env.ids.bytes(64)
    third.core.env.files.grant('folder', folder.path, 'folder')
    await addPeople(third, 9, 4)
    const { id } = await finish(third.client.reports.build({ ...YEAR, from: '2025-06-01' }))
    const wanted = { id, folderHandle: 'folder', formats: ['pack' as const], ...SENT_TO }
    const [file] = (await finish(third.client.reports.export(wanted))).files
    const foreign = await verify(other, join(folder.path, file?.name ?? ''))
    expect(foreign).toMatchObject({ state: 'other-key', signer: { others: [signer?.fingerprint] } })
    await third.close()

    const { signers } = await other.client.packs.identity({})
    expect(signers).toHaveLength(1)
    await other.client.packs.forget({ id: signers[0]?.id ?? '', version: 1 })
    expect(await verify(other, path)).toMatchObject({ state: 'new-key' })
  })

  it('finds a change of any member, and shows nothing of it', async () => {
    for (const name of membersOf(path).keys()) {
      writeFileSync(path, whole)
      change((members) => void members.set(name, spoil(members.get(name))))
      const checked = await verify(test, path)
      expect([name, checked.state]).toEqual([name, 'changed'])
      expect(checked.dataset).toBeNull()
      const told = checked.changes.map(({ member }) => member)
      expect(
        told.length === 1 && (told[0] === name || (name === 'signature.json' && told[0] === 'manifest.json')),
      ).toBe(true)
    }
  })

  it('finds what was taken out and what was put in', async () => {
    change((members) => void members.delete('report.json'))
    expect(await verify(test, path)).toMatchObject({
      state: 'changed',
      changes: [{ member: 'report.json', how: 'missing' }],
    })
    writeFileSync(path, whole)
    change((members) => void members.set('extra.txt', Buffer.from('more')))
    expect(await verify(test, path)).toMatchObject({
      state: 'changed',
      changes: [{ member: 'extra.txt', how: 'added' }],
    })
    writeFileSync(path, whole)
    change((members) => void members.delete('signature.json'))
    expect(await verify(test, path)).toMatchObject({ state: 'changed', changes: [{ member: 'signature.json' }] })
  })

  it('does not take a changed pack whose hashes were made to fit', async () => {
    change((members) => {
      const manifest = JSON.parse(members.get('manifest.json')?.toString('utf8') ?? '') as {
        members: { name: string; sha256: string; bytes: number }[]
        dataset: { sha256: string }
      }
      const text = Buffer.from((members.get('report.json')?.toString('utf8') ?? '').replace('12', '13'))
      members.set('report.json', text)
      const told = manifest.members.find(({ name }) => name === 'report.json')
      if (told !== undefined) told.sha256 = sha256(text)
      manifest.dataset.sha256 = sha256(text)
      members.set('manifest.json', Buffer.from(canonicalJson(manifest)))
    })
    expect(await verify(test, path)).toMatchObject({ state: 'changed', changes: [{ member: 'manifest.json' }] })
  })

  it('tells a pack that was cut short or is no pack from one that was changed', async () => {
    for (const size of [0, 1, 30, Math.floor(whole.length / 2), whole.length - 1]) {
      writeFileSync(path, whole)
      truncateSync(path, size)
      expect([size, (await verify(test, path)).state]).toEqual([size, size < 2 ? 'not-a-pack' : 'damaged'])
    }
    writeFileSync(path, 'name,number\n')
    expect(await verify(test, path)).toMatchObject({ state: 'not-a-pack' })
    writeMembers(path, new Map([['manifest.json', Buffer.from('{"format":"throughline-bundle"}')]]))
    expect(await verify(test, path)).toMatchObject({ state: 'not-a-pack' })
  })

  it('takes a pack that was packed again on its way', async () => {
    const members = membersOf(path)
    const zip = createZipFile(path)
    for (const [name, bytes] of [...members].toReversed()) await zip.add(name, [bytes])
    expect(zip.finish()).toBeLessThan(whole.length)
    zip.close()
    expect(await verify(test, path)).toMatchObject({ state: 'genuine' })
  })

  it('refuses older and newer forms by name', async () => {
    const withVersion = (packVersion: number): void =>
      change((members) => {
        const manifest = JSON.parse(members.get('manifest.json')?.toString('utf8') ?? '') as object
        members.set('manifest.json', Buffer.from(canonicalJson({ ...manifest, packVersion })))
      })
    withVersion(0)
    expect(await verify(test, path)).toMatchObject({ state: 'older', manifest: null })
    withVersion(2)
    expect(await verify(test, path)).toMatchObject({ state: 'newer', manifest: null })
  })

  it('does not show what its signer never could have frozen', async () => {
    const own = await ownKeyOrNew(test.session().database.read, test.core.env)
    const file = { name: 'report.json', content: '{"format":"throughline.network-report"}' }
    const about = {
      kind: 'report' as const,
      title: 'A report',
      practiceName: 'Brackenfold Surgery',
      odsCode: 'A99901',
      networkName: '',
      ...YEAR,
      frozenAt: '2026-11-23T10:00:00.000Z',
      producedBy: 'Throughline',
      demo: false,
      smallNumbers: 'hide-1-to-5' as const,
    }
    const dataset = { ...file, id: reportId, format: 'throughline.network-report', formatVersion: 1 }
    const schema = { name: 'report.schema.json', content: reportJsonSchema() }
    writeFileSync(path, makePack({ about, dataset, schema, tables: [] }, own))
    expect(await verify(test, path)).toMatchObject({ state: 'damaged', dataset: null })
  })

  it('opens no zip that lies about its size, names a file twice or leads out of its folder', async () => {
    const bomb = Buffer.from(whole)
    const end = bomb.length - 22
    const directory = bomb.readUInt32LE(end + 16)
    bomb.writeUInt32LE(0x7fff_ffff, directory + 24)
    writeFileSync(path, bomb)
    expect(await verify(test, path)).toMatchObject({ state: 'damaged' })
    writeFileSync(path, whole)
    change((members) => void members.set('../../escaped.txt', Buffer.from('out')))
    expect(await verify(test, path)).toMatchObject({ state: 'changed', changes: [{ how: 'added' }] })
  })

  it('is in the audit trail with what was found', async () => {
    await verify(test, path)
    const rows = await test
      .session()
      .database.read.selectFrom('audit_entry')
      .selectAll()
      .orderBy('seq', 'desc')
      .execute()
    const detailOf = (method: string): unknown => JSON.parse(rows.find((row) => row.method === method)?.detail ?? '{}')
    expect(detailOf('packs.verify')).toMatchObject({
      state: 'genuine',
      sha256: sha256(whole),
      key: expect.stringMatching(/^[0-9a-f]{32}$/),
      odsCode: 'A99901',
      ...YEAR,
    })
    expect(rows.find(({ method }) => method === 'packs.verify')?.user_name).toBe('Dr Anjali Rao')
    expect(detailOf('reports.export')).toMatchObject(SENT_TO)
  })
})

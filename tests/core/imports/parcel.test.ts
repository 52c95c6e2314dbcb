import { mkdirSync, readFileSync, symlinkSync, utimesSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, it } from 'vitest'
import { finish } from '#core/in-process.ts'
import type { Parcel, ParcelItem } from '#shared/features/imports/parcel.ts'
import { LIST } from '#tests/corpus/corpus-file.ts'
import { LIST_SIZES, OF_ZIPS, type Seen } from '#tests/corpus/of-zips.ts'
import { zipOf } from '#tests/corpus/zip-file.ts'
import { createTestCore, TEST_PASSPHRASE, type TestCore } from '#tests/support/test-core.ts'
import { asItIs, fixture, importing, temporaryFolder } from './import-helpers.ts'

let test: TestCore
let folder: ReturnType<typeof temporaryFolder>

beforeEach(async () => {
  test = await createTestCore()
  folder = temporaryFolder()
})

afterEach(async () => {
  folder.remove()
  await test.close()
})

const stored = (name: string, bytes: Uint8Array | string): string => {
  const path = join(folder.path, name)
  writeFileSync(path, bytes)
  return path
}

const grantFolder = (path: string): string => {
  test.core.env.files.grant(path, path, 'read-folder')
  return path
}

const lookInto = (
  paths: readonly string[],
  folders: readonly string[] = [],
): Promise<{ fileHandle: string | null }> => {
  const { grant } = importing(test)
  const fileHandles = paths.map((path) => grant(path, 'read'))
  return finish(test.client.imports.lookInto({ fileHandles, folderHandles: folders.map(grantFolder) }))
}

const parcel = async (): Promise<Parcel> => {
  const found = await test.client.imports.parcel({})
  if (found === null) throw new Error('there is no list of files')
  return found
}

const listed = async (paths: readonly string[], folders: readonly string[] = []): Promise<Parcel> => {
  expect(await lookInto(paths, folders)).toEqual({ fileHandle: null })
  return parcel()
}

const handleOf = ({ items }: Parcel, name: string): string => {
  const handle = items.find((item) => item.name === name)?.fileHandle
  if (handle == null) throw new Error(`${name} cannot be taken`)
  return handle
}

const seen = ({ name, what, why }: ParcelItem, reason: string | undefined): Seen =>
  why === null ? [name, what] : [name, what, why.slice(0, reason?.length ?? 80)]

type Verdict = (typeof OF_ZIPS)[number]['verdict']

/** What comes of a zip file, as far as its verdict speaks of it. */
const comesOf = async (path: string, verdict: Verdict): Promise<Verdict> => {
  const found = await lookInto([path]).catch((cause: unknown) => cause as { code: string; message: string })
  const shown = await test.client.imports.parcel({})
  if ('message' in found) {
    const start = typeof verdict === 'object' && 'refused' in verdict ? verdict.refused.length : 200
    return { refused: shown === null && found.code === 'validation' ? found.message.slice(0, start) : found.code }
  }
  if (found.fileHandle !== null || shown === null) return 'one file'
  const files = typeof verdict === 'object' && 'files' in verdict ? verdict.files : []
  const { hidden } = shown.leftOut
  return { files: shown.items.map((item, at) => seen(item, files[at]?.[2])), ...(hidden === 0 ? {} : { hidden }) }
}

describe('a zip file', () => {
  it.each(OF_ZIPS.map((one) => [one.name, one] as const))('%s', async (_name, { bytes, verdict }) => {
    const path = stored('some.zip', await bytes())
    expect(await comesOf(path, verdict)).toEqual(verdict)
    const { items = [] } = (await test.client.imports.parcel({})) ?? {}
    expect(items.filter(({ fileHandle, why }) => (fileHandle === null) !== (why !== null))).toEqual([])
  })

  it('is a bundle of ours where it goes today, with the way there', async () => {
    const bundle = OF_ZIPS.find(({ name }) => name === 'a-bundle-itself')
    const path = stored('bundle.zip', (await bundle?.bytes()) ?? '')
    await expect(importing(test).read(path)).rejects.toThrow('Bring it in under Settings')
  })

  it('gives each file to an import of its own, and remembers what became of each', async () => {
    const path = stored(
      'november.zip',
      zipOf([
        { name: 'a/first.csv', data: Buffer.from(LIST) },
        { name: 'second.csv', data: readFileSync(fixture('emis-report.csv')) },
        { name: 'sizes.csv', data: Buffer.from(LIST_SIZES), isStored: true },
        { name: 'third.csv', data: Buffer.from(LIST) },
      ]),
    )
    const before = await listed([path])
    expect(before.items.map(({ what }) => what)).toEqual([
      'List of people',
      'EMIS patient report',
      'Practice figures: List sizes',
      'List of people',
    ])
    const read = (name: string) =>
      finish(test.client.imports.read({ fileHandle: handleOf(before, name), reading: asItIs }))

    const first = await read('a/first.csv')
    expect(first).toMatchObject({ fileName: 'first.csv', rowCount: 2, encoding: 'utf-8' })
    expect((await importing(test).preview(first)).counts.rows).toMatchObject({ new: 2, rejected: 0 })
    const again = await finish(
      test.client.imports.readAgain({ draftId: first.draftId, reading: { ...asItIs, headerLine: 1 } }),
    )
    await importing(test).preview(again)
    const batch = await importing(test).commit(again)
    expect((await parcel()).items[0]).toMatchObject({ state: 'done', madeId: batch.id })

    const third = await read('third.csv')
    expect((await importing(test).preview(third)).counts.rows).toMatchObject({ new: 0, same: 2 })
    await test.client.imports.discard({ draftId: third.draftId })
    const figures = await finish(test.client.figures.read({ fileHandle: handleOf(before, 'sizes.csv') }))
    expect(figures).toMatchObject({ fileName: 'sizes.csv', rowCount: 2 })
    expect((await parcel()).items.map(({ state, madeId }) => [state, madeId])).toEqual([
      ['done', batch.id],
      ['left', null],
      ['left', null],
      ['done', null],
    ])
  })

  it('gives somebody else’s list of cancers to a comparison, after which it can still be brought in', async () => {
    const path = stored(
      'lists.zip',
      zipOf([
        { name: 'emis.csv', data: readFileSync(fixture('emis-report.csv')) },
        { name: 'line-list.csv', data: Buffer.from(LIST) },
        {
          name: 'mdt.csv',
          data: Buffer.from('Hospital number,Patient name,DOB,Intent\nW1,"QUILL, Ann",21/02/1950,\n'),
        },
        { name: 'people.csv', data: Buffer.from('NHS number,Surname\n9990000026,Quill\n') },
        { name: 'sizes.csv', data: Buffer.from(LIST_SIZES) },
      ]),
    )
    const before = await listed([path])
    expect(before.items.filter(({ comparable }) => comparable).map(({ name }) => name)).toEqual([
      'line-list.csv',
      'mdt.csv',
    ])
    const fileHandle = handleOf(before, 'line-list.csv')
    const draft = await finish(test.client.reconcile.read({ fileHandle, reading: asItIs }))
    expect((await parcel()).items[1]).toMatchObject({ state: 'left', comparedId: null })
    const { id } = await finish(
      test.client.reconcile.compare({
        draftId: draft.draftId,
        columns: draft.columns.map(({ index, field }) => ({ index, field, dates: 'day-first' as const })),
        about: { name: 'Line list', source: 'registry', from: '2024-01-01', to: '2026-12-31', tumourGroups: null },
        replaces: null,
      }),
    )
    expect((await parcel()).items[1]).toMatchObject({ state: 'done', madeId: null, comparedId: id })
    const list = await finish(test.client.imports.read({ fileHandle, reading: asItIs }))
    await importing(test).preview(list)
    const batch = await importing(test).commit(list)
    expect((await parcel()).items[1]).toMatchObject({ state: 'done', madeId: batch.id, comparedId: id })
  })

  it('says of a file that cannot be read after all why, and reads no zip file that was changed since', async () => {
    const path = stored('some.zip', zipOf([{ name: 'list.csv', data: Buffer.from(LIST) }]))
    const before = await listed([path])
    utimesSync(path, 1, 1)
    const fileHandle = handleOf(before, 'list.csv')
    await expect(finish(test.client.imports.read({ fileHandle, reading: asItIs }))).rejects.toThrow('was changed after')
    expect((await parcel()).items).toMatchObject([
      { state: 'failed', trouble: 'The zip file was changed after it was looked through. Choose it again.' },
    ])
  })

  it('is forgotten on a lock, with the handles of its files', async () => {
    const path = stored('some.zip', zipOf([{ name: 'list.csv', data: Buffer.from(LIST) }]))
    const fileHandle = handleOf(await listed([path]), 'list.csv')
    await test.client.access.lock({})
    await test.client.access.unlock({ userId: test.userId, passphrase: TEST_PASSPHRASE })
    expect(await test.client.imports.parcel({})).toBeNull()
    await expect(finish(test.client.imports.read({ fileHandle, reading: asItIs }))).rejects.toMatchObject({
      code: 'forbidden',
    })
  })

  it('gives its files to nothing but a reader of lists', async () => {
    const path = stored('some.zip', zipOf([{ name: 'list.csv', data: Buffer.from(LIST) }]))
    const fileHandle = handleOf(await listed([path]), 'list.csv')
    await expect(finish(test.client.bundle.check({ fileHandle }))).rejects.toMatchObject({ code: 'forbidden' })
    await test.client.imports.closeParcel({})
    expect(await test.client.imports.parcel({})).toBeNull()
    await expect(finish(test.client.imports.read({ fileHandle, reading: asItIs }))).rejects.toMatchObject({
      code: 'forbidden',
    })
  })
})

describe('what is chosen together', () => {
  it('is one file that is read by itself where it is only one', async () => {
    const fileHandle = importing(test).grant(stored('list.csv', LIST), 'read')
    const found = await finish(test.client.imports.lookInto({ fileHandles: [fileHandle], folderHandles: [] }))
    expect(found).toEqual({ fileHandle })
    expect(await test.client.imports.parcel({})).toBeNull()
  })

  it('is a list of several files, a zip file among them to be chosen by itself', async () => {
    const paths = [
      stored('b.csv', LIST),
      stored('a.zip', zipOf([{ name: 'list.csv', data: Buffer.from(LIST) }])),
      stored('~$b.xlsx', 'x'),
    ]
    const { from, name, items, leftOut } = await listed(paths)
    expect({ from, name, leftOut }).toEqual({ from: 'files', name: null, leftOut: { hidden: 1, folders: 0 } })
    expect(items.map(({ name: file, why }) => [file, why])).toEqual([
      ['a.zip', 'This is a zip file. Choose it by itself to see what is in it.'],
      ['b.csv', null],
    ])
  })

  it('is a folder, of which folders inside and links to elsewhere are left out', async () => {
    const inside = join(folder.path, 'lists')
    mkdirSync(join(inside, 'more'), { recursive: true })
    writeFileSync(join(inside, 'list.csv'), LIST)
    writeFileSync(join(inside, '.DS_Store'), 'x')
    symlinkSync(stored('elsewhere.csv', LIST), join(inside, 'link.csv'))
    const { from, name, items, leftOut } = await listed([], [inside])
    expect({ from, name, leftOut }).toEqual({ from: 'folder', name: 'lists', leftOut: { hidden: 1, folders: 1 } })
    expect(items.map((item) => item.name)).toEqual(['list.csv'])
    const draft = await finish(test.client.imports.read({ fileHandle: items[0]?.fileHandle ?? '', reading: asItIs }))
    expect(draft).toMatchObject({ fileName: 'list.csv', rowCount: 2 })
  })

  it('is refused where there is nothing in it, or too much', async () => {
    const inside = join(folder.path, 'empty')
    mkdirSync(inside)
    await expect(lookInto([], [inside])).rejects.toThrow('There is no file in what you chose')
    for (let at = 0; at <= 100; at += 1) writeFileSync(join(inside, `${at}.csv`), LIST)
    await expect(lookInto([], [inside])).rejects.toThrow('more than 100 files in this folder')
  })
})

import { createHash } from 'node:crypto'
import { readFileSync } from 'node:fs'
import { inflateRawSync } from 'node:zlib'
import { contentHashOf } from '#core/features/bundle/tables.ts'
import { createZipFile } from '#core/features/bundle/zip-file.ts'
import { zipDirectory } from '#core/features/imports/public.ts'
import type { Manifest } from '#shared/features/bundle/schema.ts'

/** The files of a zip by name, unpacked by another way than the app's own. */
export const filesOf = (path: string): Map<string, string> => {
  const bytes = readFileSync(path)
  return new Map(
    zipDirectory(bytes).map(({ name, at, packed }) => {
      const start = at + 30 + bytes.readUInt16LE(at + 26) + bytes.readUInt16LE(at + 28)
      return [name, inflateRawSync(bytes.subarray(start, start + packed)).toString('utf8')]
    }),
  )
}

export const writeFiles = async (path: string, files: Iterable<readonly [string, string | Buffer]>): Promise<void> => {
  const zip = createZipFile(path)
  for (const [name, content] of files) await zip.add(name, [Buffer.from(content)])
  zip.finish()
  zip.close()
}

const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/** Somebody who knows the format: after a change every hash is made to fit again, so that only the rows can tell. */
export const hashesMadeToFit = (files: ReadonlyMap<string, string>): Map<string, string> => {
  const manifest = JSON.parse(files.get('manifest.json') ?? '') as Manifest
  const tables = manifest.tables.map((told) => {
    const text = files.get(`tables/${told.table}.csv`) ?? ''
    return { ...told, sha256: sha256(text) }
  })
  const fitted = {
    ...manifest,
    tables,
    contentHash: contentHashOf(tables),
    schemaSha256: sha256(files.get('schema.json') ?? ''),
  }
  return new Map([...files, ['manifest.json', JSON.stringify(fitted)]])
}

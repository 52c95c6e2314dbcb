import { type FileHandle, open, rm } from 'node:fs/promises'
import { explainFileError, moveIntoPlace } from '../../vault/atomic-file.ts'
import { hl7Coding, type Resource } from './resource.ts'
import type { Telling } from './telling.ts'

/** A bundle that is being written, beside its place, so that nothing stands there until it is whole. */
export interface BundleFile {
  add(resources: readonly Resource[]): Promise<void>
  /** Ends it and moves it into its place. @returns its size in bytes. */
  finish(): Promise<number>
  /** Leaves nothing behind. Harmless once it is finished. */
  discard(): Promise<void>
}

const headOf = ({ identity }: Telling, timestamp: string): string => {
  const labels = [hl7Coding('v3-Confidentiality', 'R')]
  if (identity === 'pseudonymised') labels.push(hl7Coding('v3-ObservationValue', 'PSEUDED'))
  const head = JSON.stringify({ resourceType: 'Bundle', meta: { security: labels }, type: 'collection', timestamp })
  return `${head.slice(0, -1)},"entry":[\n`
}

const entryOf = (one: Resource): string => JSON.stringify({ fullUrl: `urn:uuid:${one.id}`, resource: one })

const explained = async <T>(work: Promise<T>): Promise<T> => {
  try {
    return await work
  } catch (cause) {
    throw explainFileError(cause)
  }
}

const overFile = (file: FileHandle, temporary: string, path: string, head: string): BundleFile => {
  let bytes = 0
  let entries = 0
  let closed = false
  const write = async (text: string): Promise<void> => {
    const portion = Buffer.from(text, 'utf8')
    for (let at = 0; at < portion.byteLength;) at += (await explained(file.write(portion, at))).bytesWritten
    bytes += portion.byteLength
  }
  const close = async (): Promise<void> => {
    if (closed) return
    closed = true
    await file.close()
  }
  return {
    async add(resources) {
      if (resources.length === 0) return
      const before = entries === 0 ? head : ',\n'
      entries += resources.length
      await write(before + resources.map(entryOf).join(',\n'))
    },
    async finish() {
      await write('\n]}\n')
      await explained(close())
      await explained(moveIntoPlace(temporary, path))
      return bytes
    },
    async discard() {
      await close().catch(() => undefined)
      await rm(temporary, { force: true })
    },
  }
}

/**
 * Begins a bundle that only its owner may read.
 * @param timestamp when it is made, as an instant.
 * @throws AppError `io` with a sentence when the disk refuses, as do the methods.
 */
export const beginBundle = async (path: string, telling: Telling, timestamp: string): Promise<BundleFile> => {
  const temporary = `${path}.part`
  // A leftover would keep the rights that it was made with.
  await explained(rm(temporary, { force: true }))
  const file = await explained(open(temporary, 'wx', 0o600))
  return overFile(file, temporary, path, headOf(telling, timestamp))
}

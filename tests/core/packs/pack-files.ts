import { mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { zipOf } from '#core/features/packs/zip-bytes.ts'
import { openZip } from '#core/features/packs/open-zip.ts'
import { finish } from '#core/in-process.ts'
import { anEpisode, anEvent, aPerson } from '#tests/support/builders.ts'
import type { TestCore } from '#tests/support/test-core.ts'

export const SENT_TO = { purpose: 'Network meeting', recipient: 'Primary care network' }
export const YEAR = { from: '2025-04-01', to: '2026-03-31' }

/** A folder of a test's own that a core may write to, and a way to take it away. */
export const packFolder = (): { path: string; remove(): void } => {
  const path = mkdtempSync(join(tmpdir(), 'throughline-pack-'))
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}

/** People diagnosed in the period, some of them contacted in time. */
export const addPeople = async (test: TestCore, people: number, contacted: number): Promise<void> => {
  for (let index = 0; index < people; index += 1) {
    const { id } = await test.client.register.addPerson({
      person: aPerson(),
      episode: anEpisode({ diagnosisDate: { date: '2025-06-15', precision: 'day' }, stage: '2', route: 'screening' }),
    })
    if (index < contacted)
      await test.client.journey.logEvent(
        anEvent(id, { eventType: 'support_contact', lane: 'primary', date: '2025-08-01' }),
      )
  }
}

let handles = 0

/** Gives a core the right to read a file. */
export const granted = (test: TestCore, path: string): string => {
  handles += 1
  test.core.env.files.grant(`pack-${handles}`, path, 'read')
  return `pack-${handles}`
}

export const verify = (test: TestCore, path: string, passphrase = '') =>
  finish(test.client.packs.verify({ fileHandle: granted(test, path), passphrase }))

/** The members of a pack. */
export const membersOf = (path: string): Map<string, Buffer> => {
  const members = openZip(readFileSync(path))
  if (members === null) throw new Error('not a zip')
  return members
}

/** Writes a pack again with other members: what somebody does who changes one. */
export const writeMembers = (path: string, members: ReadonlyMap<string, Buffer>): void =>
  writeFileSync(path, zipOf([...members].map(([name, bytes]) => ({ name, bytes }))))

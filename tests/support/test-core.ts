import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { type Clock, frozenClock } from '#core/clock.ts'
import { type Core, createCore } from '#core/core.ts'
import type { Session } from '#core/context.ts'
import type { Ids } from '#core/ids.ts'
import { inProcessClient } from '#core/in-process.ts'
import { silentLog, type Log } from '#core/log.ts'
import type { CoreClient } from '#shared/contract/index.ts'
import type { Practice } from '#shared/features/access/schema.ts'

/** Monday 23 November 2026, mid-morning in London: the day the screens were drawn for. */
export const TEST_NOW = '2026-11-23T10:00:00.000Z'
export const TEST_TODAY = '2026-11-23'
export const TEST_PASSPHRASE = 'harbour pencil winter goose'

const TEST_KDF_COST = 10

export const aPractice = (change: Partial<Practice> = {}): Practice => ({
  name: 'Brackenfold Surgery',
  odsCode: 'A99901',
  nation: 'england',
  listSize: 10_240,
  listSizeOn: '2026-11-01',
  networkName: 'Ferrin Vale',
  ...change,
})

/** Random bytes and ids that are the same in every run, so that a failure can be repeated. */
export const countingIds = (): Ids => {
  let count = 0
  let state = 123_456_789
  return {
    next: () => {
      count += 1
      return `01900000-0000-7000-8000-${count.toString(16).padStart(12, '0')}`
    },
    bytes: (length) =>
      Buffer.from(
        Array.from({ length }, () => {
          state = (Math.imul(state, 1_103_515_245) + 12_345) >>> 0
          return (state >>> 16) & 0xff
        }),
      ),
  }
}

export interface TestCore {
  core: Core
  client: CoreClient
  dataFolder: string
  userId: string
  /** The open register. */
  session(): Session
  close(): Promise<void>
}

interface TestCoreOptions {
  clock?: Clock
  log?: Log
  dataFolder?: string
  /** false: leave it as on the first run, with no practice set up. */
  setUp?: boolean
}

/** The real core on a real encrypted file in a folder of its own, with a practice set up and unlocked. */
export const createTestCore = async (options: TestCoreOptions = {}): Promise<TestCore> => {
  const dataFolder = options.dataFolder ?? mkdtempSync(join(tmpdir(), 'throughline-test-'))
  const core = createCore({
    dataFolder,
    appVersion: '0.0.0-test',
    clock: options.clock ?? frozenClock(TEST_NOW),
    ids: countingIds(),
    log: options.log ?? silentLog,
    kdfCost: TEST_KDF_COST,
  })
  const client = inProcessClient(core)
  if (options.setUp !== false) {
    const draft = await client.access.newRecoveryKey({})
    await client.access.setUp({
      practice: aPractice(),
      user: { name: 'Dr Anjali Rao', jobTitle: 'Cancer lead', role: 'lead' },
      passphrase: TEST_PASSPHRASE,
      recoveryDraftId: draft.draftId,
    })
  }
  return {
    core,
    client,
    dataFolder,
    userId: core.vault.state().user?.id ?? '',
    session() {
      const session = core.vault.current()
      if (session === null) throw new Error('the test register is locked')
      return session
    },
    async close() {
      await core.close()
      if (options.dataFolder === undefined) rmSync(dataFolder, { recursive: true, force: true })
    },
  }
}

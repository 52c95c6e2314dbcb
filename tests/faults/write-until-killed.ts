import { createCore } from '#core/core.ts'
import { inProcessClient } from '#core/in-process.ts'
import { silentLog } from '#core/log.ts'
import { aPerson, anEpisode } from '#tests/support/builders.ts'

/** Adds people one by one and says so after each, until it is killed. */
const [dataFolder = '', userId = '', passphrase = ''] = process.argv.slice(2)
const core = createCore({ dataFolder, appVersion: '0.0.0-test', log: silentLog, kdfCost: 10 })
const client = inProcessClient(core)
await client.access.unlock({ userId, passphrase })
for (;;) {
  await client.register.addPerson({ person: aPerson(), episode: anEpisode() })
  process.stdout.write('added\n')
}

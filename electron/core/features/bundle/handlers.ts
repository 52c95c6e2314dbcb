import type { bundle } from '#shared/features/bundle/contract.ts'
import type { Handlers } from '../../context.ts'
import { countRows, openAsItIs } from '../../db/sqlite/whole-tables.ts'
import { handOverIn } from '../../vault/hand-over.ts'
import type { Vault } from '../../vault/vault.ts'
import { bringIn, isEmptyRegister } from './bring-in.ts'
import { checkBundle } from './check-bundle.ts'
import { bundleLayout } from './layout.ts'
import { fingerprintFrom, sumUp } from './tables.ts'
import { writeBundle } from './write-bundle.ts'

/** The whole register out to a file and in again. The vault lends the place and the key of the open register. */
export const bundleHandlers = (vault: Vault): Handlers<typeof bundle> => ({
  standing: async () => ({
    isEmpty: await vault
      .openRegister()
      .database.alone((connection) => isEmptyRegister(connection, bundleLayout(connection))),
  }),
  async fingerprint(job) {
    const { database, key } = vault.openRegister()
    const connection = openAsItIs(database.path, key)
    try {
      const layouts = bundleLayout(connection)
      const total = layouts.reduce((sum, { table }) => sum + countRows(connection, table), 0)
      let done = 0
      const tables = await sumUp(connection, layouts, async (rows) => {
        done += rows
        await job.report({ step: 'Reading the register', done, total, unit: 'rows' })
      })
      return fingerprintFrom(tables)
    } finally {
      connection.close()
    }
  },
  write(job, input) {
    const { database, key } = vault.openRegister()
    return writeBundle(job, { path: database.path, key }, input)
  },
  async check(job, { fileHandle }) {
    const path = job.env.files.path(fileHandle, 'read')
    const layouts = await job.session.database.alone(bundleLayout)
    let done = 0
    const { facts } = await checkBundle(path, layouts, async (rows) => {
      done += rows
      await job.report({ step: 'Checking the bundle', done, total: null, unit: 'rows' })
    })
    return facts
  },
  bringIn: (job, input) => bringIn(job, handOverIn(vault, job.env), input),
})

import { resolve } from 'node:path'
import { DATE_ORDERS } from '#shared/features/imports/matching.ts'
import { IMPORT_LAYOUTS } from '#shared/features/imports/schema.ts'
import { oneOf } from '../arguments.ts'
import { UsageError } from '../exit-codes.ts'
import { runToEnd } from '../jobs.ts'
import { type Run, withRegister } from '../register-file.ts'

const PROFILES = ['auto', ...IMPORT_LAYOUTS.map((layout) => layout.code)] as const
const ORDERS = DATE_ORDERS.map((order) => order.code)
const HANDLE = 'file'

/** Reads, previews and, unless it is a dry run, brings in a file. */
export const importFile = (run: Run): Promise<unknown> => {
  const { given, signal } = run
  const [, file, ...more] = given.words
  if (file === undefined || more.length > 0) throw new UsageError('Name one file to import: import FILE --db FILE.')
  const profile = oneOf('profile', given.text('profile') ?? 'auto', PROFILES)
  const wanted = given.text('dates')
  const dates = wanted === null ? null : oneOf('dates', wanted, ORDERS)
  return withRegister(run, async (client, core) => {
    core.env.files.grant(HANDLE, resolve(file), 'read')
    const reading = profile === 'auto' ? {} : { layout: profile }
    const draft = await runToEnd(run, client.imports.read({ fileHandle: HANDLE, reading }, { signal }))
    const columns = draft.columns.map((column) => ({
      index: column.index,
      field: column.field,
      dates,
    }))
    const { draftId: id, words } = draft
    const preview = await runToEnd(run, client.imports.preview({ draftId: id, columns, words }, { signal }))
    const { draftId, columns: suggested, ...read } = draft
    const matched = suggested.map(({ index, heading, field, reason }) => ({ index, heading, field, reason }))
    if (given.flag('dry-run')) {
      await client.imports.discard({ draftId })
      return { dryRun: true, file: { ...read, columns: matched }, ...preview }
    }
    const batch = await runToEnd(
      run,
      client.imports.commit({ draftId, name: given.text('name') ?? draft.suggestedName }, { signal }),
    )
    return { dryRun: false, file: { ...read, columns: matched }, ...preview, batch }
  })
}

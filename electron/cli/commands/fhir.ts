import { IDENTITIES } from '#shared/features/fhir/schema.ts'
import { oneOf, required, requiredPath, takesOnlyOptions } from '../arguments.ts'
import { UsageError } from '../exit-codes.ts'
import { runToEnd } from '../jobs.ts'
import { type Run, withRegister } from '../register-file.ts'

const HANDLE = 'bundle'
const CODES = IDENTITIES.map(({ code }) => code)

/** Writes people of a register to a FHIR bundle: without names, unless both options say that names are meant. */
export const fhir = (run: Run): Promise<unknown> => {
  const { given, signal } = run
  takesOnlyOptions(given, 'fhir')
  const out = requiredPath(given, 'out', 'the file to write')
  const reason = required(given, 'reason', 'why it is needed, for the audit trail')
  const identity = oneOf('identity', given.text('identity') ?? 'pseudonymised', CODES)
  const namesAgreed = given.flag('names-agreed')
  if (identity === 'identifiable' && !namesAgreed) {
    throw new UsageError(
      'This file would name people with cancer, and it is not encrypted. Add --names-agreed if that is meant.',
    )
  }
  const people = given.texts('person')
  return withRegister(run, (client, core) => {
    core.env.files.grant(HANDLE, out, 'write')
    const personIds = people.length === 0 ? null : [...people]
    return runToEnd(
      run,
      client.fhir.exportBundle({ personIds, identity, namesAgreed, reason, fileHandle: HANDLE }, { signal }),
    )
  })
}

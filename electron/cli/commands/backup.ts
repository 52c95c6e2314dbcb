import { resolve } from 'node:path'
import { takesOnlyOptions } from '../arguments.ts'
import { runToEnd } from '../jobs.ts'
import { type Run, withRegister } from '../register-file.ts'

/** Makes a verified copy in the folder named, or in the one beside the register. */
export const backup = (run: Run): Promise<unknown> => {
  takesOnlyOptions(run.given, 'backup')
  const out = run.given.text('out')
  return withRegister(
    run,
    (client) => runToEnd(run, client.safekeeping.backUpNow({}, { signal: run.signal })),
    out === null ? undefined : resolve(out),
  )
}

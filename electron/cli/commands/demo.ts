import { existsSync } from 'node:fs'
import { AppError } from '#shared/contract/errors.ts'
import { frozenClock, systemClock } from '#core/clock.ts'
import { demoPractice, fillDemo } from '#core/features/demo/demo.ts'
import { seededIds } from '#core/features/demo/seeded-ids.ts'
import { envelopePath } from '#core/vault/key-envelope.ts'
import { newRecoveryGroups } from '#core/vault/recovery-key.ts'
import { optionalDate, requiredPath, takesOnlyOptions, wholeNumber } from '../arguments.ts'
import { demoPassphrase, type Run, withCore } from '../register-file.ts'
import { progressTo } from '../terminal.ts'

const USUAL_PATIENTS = 340
const MOST_PATIENTS = 100_000
const USUAL_SEED = 20_261_123
const LARGEST_SEED = 2 ** 31 - 1

/** Makes a register of invented people. The same number, seed and day give the same people with the same identifiers. */
export const demo = async (run: Run): Promise<unknown> => {
  takesOnlyOptions(run.given, 'demo')
  const path = requiredPath(run.given, 'db', 'the register file to make')
  const patients = wholeNumber(run.given, 'patients', USUAL_PATIENTS, [1, MOST_PATIENTS])
  const seed = wholeNumber(run.given, 'seed', USUAL_SEED, [0, LARGEST_SEED])
  const day = optionalDate(run.given, 'today')
  if (existsSync(path) || existsSync(envelopePath(path))) {
    throw new AppError(
      'conflict',
      'A file already lies at the place --db names. Nothing is ever overwritten: choose another name.',
    )
  }
  const clock = day === null ? systemClock : frozenClock(`${day}T09:00:00.000Z`)
  const today = clock.today()
  const show = run.given.flag('json') ? () => undefined : progressTo(run.terminal)
  return withCore(run, { clock, ids: seededIds(seed, today) }, async (core) => {
    const { practice, users } = demoPractice(today, patients)
    const [user, ...others] = users
    if (user === undefined) throw new Error('the demo practice has no lead')
    const fresh = {
      practice,
      user,
      others,
      passphrase: demoPassphrase(run.terminal),
      recoveryKey: newRecoveryGroups(core.env.ids).join(''),
      demo: true,
    }
    let milliseconds = 0
    await core.vault.create(
      fresh,
      async (session) => {
        const started = clock.elapsed()
        await fillDemo(core.env, session, { patients, seed, today, signal: run.signal, onProgress: show })
        milliseconds = clock.elapsed() - started
      },
      path,
    )
    return {
      practice: practice.name,
      people: patients,
      seed,
      today,
      milliseconds: Math.round(milliseconds),
      peoplePerSecond: Math.round((patients / milliseconds) * 1000),
    }
  })
}

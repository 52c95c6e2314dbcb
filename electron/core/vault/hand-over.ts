import { AppError } from '#shared/contract/errors.ts'
import type { User } from '#shared/features/access/schema.ts'
import type { Environment } from '../context.ts'
import { attemptsBeside } from './attempts.ts'
import { type KeyEnvelope, readEnvelope, unwrapKey, wrapKey, wrapOf, writeEnvelope } from './key-envelope.ts'
import { renameRegister } from './rename-register.ts'
import type { Vault } from './vault.ts'

/** A place in the key file that was made for somebody and is not theirs alone yet. */
export interface Handing {
  /** Whoever is signed in is that person from now on, and nobody else opens the register but by the recovery sheet. */
  keep(practiceName: string, isDemo: boolean): void
  /** The key file is as it was. */
  takeBack(): void
}

/** Lets whoever is signed in go on as an account that comes from elsewhere, as a bundle brings its own. */
export interface HandOver {
  /** @throws AppError `forbidden` with `waitSeconds` when the passphrase is not the one the register was opened with. */
  to(user: User, passphrase: string): Promise<Handing>
}

/** The key as the passphrase gives it: what it opens is the proof that it is right. */
const keyBy = async (vault: Vault, env: Environment, envelope: KeyEnvelope, passphrase: string): Promise<Buffer> => {
  const { register, user } = vault.openRegister()
  const attempts = attemptsBeside(register.path, env.clock)
  const waitSeconds = attempts.waitSeconds()
  if (waitSeconds > 0)
    throw new AppError('forbidden', 'Too many tries. Wait a little, then try again. Nothing was changed.', {
      waitSeconds,
    })
  const key = await unwrapKey(envelope.register, wrapOf(envelope, user.id), passphrase)
  if (key === null) {
    const words = 'That passphrase does not open this register. Nothing was changed.'
    throw new AppError('forbidden', words, { waitSeconds: attempts.failed(), fieldErrors: { passphrase: words } })
  }
  attempts.succeeded()
  return key
}

/**
 * While the rows are being exchanged the key file names both, so that a power cut at any moment leaves somebody who can
 * come in: the register itself decides who that is (see `accountOf`).
 */
export const handOverIn = (vault: Vault, env: Environment): HandOver => ({
  async to(user, passphrase) {
    const { register } = vault.openRegister()
    const before = readEnvelope(register.path)
    const key = await keyBy(vault, env, before, passphrase)
    const own = wrapOf(before, vault.openRegister().user.id)
    const others = before.wraps.filter(({ user: other }) => other?.id !== user.id)
    try {
      const wrap = await wrapKey(env.ids, before.register, 'passphrase', user, passphrase, key, own.kdf.cost)
      writeEnvelope(register.path, { ...before, wraps: [wrap, ...others] })
      return {
        keep(practiceName, isDemo) {
          const recovery = before.wraps.filter(({ kind }) => kind === 'recovery')
          writeEnvelope(register.path, { ...before, wraps: [wrap, ...recovery] })
          renameRegister(vault.registers, register, practiceName)
          vault.goOnAs(user, isDemo)
        },
        takeBack: () => writeEnvelope(register.path, before),
      }
    } finally {
      key.fill(0)
    }
  },
})

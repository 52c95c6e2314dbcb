import type { Practice, RegisterLabel, User } from '#shared/features/access/schema.ts'
import type { Environment, Session } from '../context.ts'
import type { Ids } from '../ids.ts'
import { runInTransaction } from '../write.ts'
import { type KeyEnvelope, wrapKey } from './key-envelope.ts'
import { normaliseRecoveryKey } from './recovery-key.ts'

/** What a new register starts with. */
export interface NewRegister {
  practice: Practice
  user: Omit<User, 'id'>
  others: readonly Omit<User, 'id'>[]
  passphrase: string
  recoveryKey: string
  demo: boolean
}

/** The demo passphrase is printed on its unlock screen, so hard guessing would only slow the door. */
const DEMO_KDF_COST = 12

/** The envelope of a new register: its key wrapped for each person and for the recovery sheet. */
export const sealKeys = async (
  ids: Ids,
  label: RegisterLabel,
  users: readonly User[],
  fresh: NewRegister,
  key: Buffer,
  usualCost: number,
): Promise<KeyEnvelope> => {
  const cost = fresh.demo ? DEMO_KDF_COST : usualCost
  const wraps = []
  for (const user of users) wraps.push(await wrapKey(ids, label, 'passphrase', user, fresh.passphrase, key, cost))
  wraps.push(await wrapKey(ids, label, 'recovery', null, normaliseRecoveryKey(fresh.recoveryKey), key, cost))
  return { format: 'throughline-keys', formatVersion: 1, register: label, wraps }
}

/** The first rows of a new register: the practice and the people with access. */
export const storePractice = (
  env: Environment,
  session: Session,
  { practice, demo }: NewRegister,
  users: readonly User[],
): Promise<void> => {
  const subject = { method: 'access.setUp', verb: 'create' as const, personId: null, undoesSeq: null }
  return runInTransaction(env, session, subject, async ({ insert }) => {
    await insert('practice', {
      id: env.ids.next(),
      name: practice.name,
      ods_code: practice.odsCode,
      nation: practice.nation,
      list_size: practice.listSize,
      list_size_on: practice.listSizeOn,
      network_name: practice.networkName,
      is_demo: demo ? 1 : 0,
    })
    for (const user of users)
      await insert('user_account', { id: user.id, name: user.name, job_title: user.jobTitle, access_role: user.role })
  })
}

import { AppError } from '#shared/contract/errors.ts'
import type { access } from '#shared/features/access/contract.ts'
import { DEMO_PASSPHRASE } from '#shared/features/access/labels.ts'
import type { Handlers } from '../../context.ts'
import { renameRegister } from '../../vault/rename-register.ts'
import { newRecoveryGroups } from '../../vault/recovery-key.ts'
import type { Vault } from '../../vault/vault.ts'
import { demoPractice, fillDemo } from '../demo/public.ts'
import { readPractice, readUsers, savePractice } from './practice.ts'

const DEMO_PEOPLE = 340
const DEMO_SEED = 20261123

/** The word lists are large and needed on a few screens only, so they load when first asked for. */
const strength = () => import('./passphrase-strength.ts')

const requireStrong = async (passphrase: string, avoid: readonly string[]): Promise<void> => {
  const verdict = (await strength()).judgePassphrase(passphrase, avoid)
  if (!verdict.accepted) throw new AppError('validation', verdict.words, { fieldErrors: { passphrase: verdict.words } })
}

/** Set-up, unlock and lock. The vault does the work; drafts of recovery keys live here until set-up finishes. */
export const accessHandlers = (vault: Vault): Handlers<typeof access> => {
  const recoveryDrafts = new Map<string, string>()
  return {
    state: async () => vault.state(),
    checkPassphrase: async (_context, { passphrase, avoid }) => (await strength()).judgePassphrase(passphrase, avoid),
    suggestPassphrase: async ({ env }) => ({ passphrase: (await strength()).suggestPassphrase(env.ids) }),
    async newRecoveryKey({ env }) {
      const groups = newRecoveryGroups(env.ids)
      const draftId = env.ids.next()
      recoveryDrafts.clear()
      recoveryDrafts.set(draftId, groups.join(''))
      return { draftId, groups }
    },
    async setUp(_context, { practice, user, passphrase, recoveryDraftId }) {
      await requireStrong(passphrase, [practice.name, user.name])
      const recoveryKey = recoveryDrafts.get(recoveryDraftId)
      if (recoveryKey === undefined)
        throw new AppError('not-found', 'Make the recovery sheet again: the last one is no longer valid.')
      await vault.create({ practice, user, others: [], passphrase, recoveryKey, demo: false })
      recoveryDrafts.clear()
      return vault.state()
    },
    async openDemo({ env }) {
      const known = vault.registers.all().find((register) => register.demo)
      if (known !== undefined) {
        await vault.close('request')
        vault.registers.choose(known.id)
        const lead = vault.state().users.find((user) => user.role === 'lead')
        if (lead === undefined)
          throw new AppError('io', 'The demo practice is damaged. Delete its folder and open it again.')
        await vault.unlock(lead.id, DEMO_PASSPHRASE)
        return vault.state()
      }
      const { practice, users } = demoPractice(env.clock.today())
      const [lead, ...others] = users
      if (lead === undefined) throw new Error('the demo practice has no lead')
      const recoveryKey = newRecoveryGroups(env.ids).join('')
      await vault.create(
        { practice, user: lead, others, passphrase: DEMO_PASSPHRASE, recoveryKey, demo: true },
        (session) => fillDemo(env, session, { patients: DEMO_PEOPLE, seed: DEMO_SEED }),
      )
      return vault.state()
    },
    async unlock(_context, { userId, passphrase }) {
      await vault.unlock(userId, passphrase)
      return vault.state()
    },
    async unlockWithRecoveryKey(_context, { userId, recoveryKey, passphrase }) {
      const state = vault.state()
      await requireStrong(passphrase, state.register === null ? [] : [state.register.practiceName])
      await vault.unlockWithRecoveryKey(userId, recoveryKey, passphrase)
      return vault.state()
    },
    async lock() {
      await vault.close('request')
      return vault.state()
    },
    async switchRegister(_context, { registerId }) {
      if (!vault.registers.all().some((register) => register.id === registerId)) {
        throw new AppError('not-found', 'This register is no longer on this computer.')
      }
      await vault.close('request')
      vault.registers.choose(registerId)
      return vault.state()
    },
    async startNewRegister() {
      await vault.close('request')
      vault.registers.choose(null)
      return vault.state()
    },
    practice: ({ db }) => readPractice(db),
    savePractice: async (context, practice) => {
      await savePractice(context, practice)
      renameRegister(vault.registers, vault.openRegister().register, practice.name)
      return {}
    },
    users: ({ db }) => readUsers(db),
  }
}

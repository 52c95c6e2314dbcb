import { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import { checkRuleOf } from '#shared/features/checks/public.ts'
import { type SwitchedOff, switchedOffSchema } from '#shared/features/checks/schema.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import { settingText, storeSetting } from '../../db/setting-rows.ts'

const ROW_ID = 'checks_off'
const storedSchema = z.record(z.string(), switchedOffSchema)

/** The rules that are switched off, by code, with who did it and why. */
export const readSwitchedOff = async (db: ReadDb): Promise<ReadonlyMap<string, SwitchedOff>> => {
  const text = await settingText(db, ROW_ID)
  return text === null ? new Map() : new Map(Object.entries(storedSchema.parse(JSON.parse(text))))
}

const store = (context: CommandContext, off: ReadonlyMap<string, SwitchedOff>): Promise<void> =>
  storeSetting(context, ROW_ID, JSON.stringify(Object.fromEntries(off)))

/** @throws AppError `not-found` for a code that no rule has, `conflict` for a rule about what cannot be so. */
export const switchOff = async (context: CommandContext, code: string, reason: string): Promise<void> => {
  const rule = checkRuleOf(code)
  if (rule === undefined) throw new AppError('not-found', 'There is no such check any more.')
  if (rule.severity === 'error')
    throw new AppError('conflict', 'This check finds what cannot be so. It stays on: correct what it finds.')
  const off = new Map(await readSwitchedOff(context.db))
  off.set(code, { reason, byName: context.user.name, on: context.env.clock.today() })
  context.note({ rule: code, reason })
  await store(context, off)
}

export const switchOn = async (context: CommandContext, code: string): Promise<void> => {
  const off = new Map(await readSwitchedOff(context.db))
  if (!off.delete(code)) return
  context.note({ rule: code })
  await store(context, off)
}

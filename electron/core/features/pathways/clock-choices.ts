import type { z } from 'zod'
import { AppError } from '#shared/contract/errors.ts'
import type { pathways } from '#shared/features/pathways/contract.ts'
import { changeableClocks, type ClockRules, clockRulesFor, clocksInForce } from '#shared/features/pathways/public.ts'
import {
  CLOCK_SETTING_ID,
  type ClockChoices,
  type ClockPeriod,
  clockPeriodsFrom,
  storedClockPeriods,
  withNewPeriod,
} from '#shared/features/pathways/clock-setting.ts'
import type { CommandContext } from '../../context.ts'
import type { ReadDb } from '../../db/database.ts'
import { settingText, storeSetting } from '../../db/setting-rows.ts'

/** The practice's nation, and what it chose of the days of clocks. */
export const readClockChoices = async (db: ReadDb): Promise<ClockChoices> => {
  const practice = await db.selectFrom('practice').select('nation').executeTakeFirst()
  const text = await settingText(db, CLOCK_SETTING_ID)
  return { nation: practice?.nation ?? 'england', periods: clockPeriodsFrom(text) }
}

/** The rules that clocks are counted by here. */
export const readClockRules = async (db: ReadDb): Promise<ClockRules> => {
  const { nation, periods } = await readClockChoices(db)
  return clockRulesFor(nation, periods)
}

const refuse = (message: string): never => {
  throw new AppError('validation', message, { fieldErrors: { clocks: message } })
}

/** Choosing the default is a choice: somebody looked it up. Choosing one's own days again is none. */
const holdsAlready = (rules: ClockRules, chosen: ClockPeriod): boolean => {
  const last = rules.periods.at(-1)
  return (
    last !== undefined &&
    last.from <= chosen.from &&
    JSON.stringify(clocksInForce(rules, chosen.from)) ===
      JSON.stringify(clocksInForce({ ...rules, periods: [chosen] }, chosen.from))
  )
}

/**
 * Chooses other days and targets for the clocks that start from a day on. Nothing is worked out anew: the rows that
 * lists read hold when a clock started, not what it allows.
 * @throws AppError `validation` for a clock whose days stand in guidance, `conflict` where nothing would change.
 */
export const saveClockDays = async (
  context: CommandContext,
  { from, clocks, reason }: z.output<typeof pathways.saveClocks.input>,
): Promise<void> => {
  const { db, env, user } = context
  const { nation, periods } = await readClockChoices(db)
  const rules = clockRulesFor(nation, periods)
  const changeable = new Set<string>(changeableClocks(rules))
  if (changeable.size === 0) refuse('The days of your nation stand in its guidance, so they cannot be changed here.')
  if (Object.keys(clocks).some((code) => !changeable.has(code))) refuse('This clock is not counted in your nation.')
  const chosen: ClockPeriod = {
    nation,
    from,
    clocks: { ...clocksInForce(rules, from), ...clocks },
    reason,
    setOn: env.clock.today(),
    setBy: user.name,
  }
  if (holdsAlready(rules, chosen))
    throw new AppError('conflict', 'These are the days that hold already. Nothing was changed.')
  context.note({ from, reason })
  await storeSetting(context, CLOCK_SETTING_ID, storedClockPeriods(withNewPeriod(periods, chosen)))
}

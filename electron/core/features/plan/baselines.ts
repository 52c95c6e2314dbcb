import { AppError } from '#shared/contract/errors.ts'
import { formatIsoDate, type IsoDate } from '#shared/domain/partial-date.ts'
import type { PlanYear } from '#shared/features/plan/schema.ts'
import { planYear } from '#shared/features/plan/years.ts'
import type { CommandContext } from '../../context.ts'
import type { PlanBaselineTable, PlanTable } from '../../db/schema-of-plans.ts'
import { figuresOf, type MeasuredFigure, measureWords, yearUpTo } from '../measures/public.ts'
import { openPlan, type Which, type Written } from './rows.ts'

type Frozen = Pick<PlanBaselineTable, 'month_from' | 'month_to' | 'figure' | 'rule_version' | 'frozen_on'>

const UNFROZEN: Frozen = { month_from: null, month_to: null, figure: null, rule_version: null, frozen_on: null }

const frozenAs = (
  { figure, ruleVersion }: MeasuredFigure,
  { from, to }: { readonly from: string; readonly to: string },
  on: IsoDate,
): Frozen => ({
  month_from: from,
  month_to: to,
  figure: JSON.stringify(figure),
  rule_version: ruleVersion,
  frozen_on: on,
})

const unknown = (): AppError => new AppError('not-found', 'There is no such measure.')

/** @throws AppError `not-found` for a code that the library has no measure for. */
export const requireMeasure = (code: string): NonNullable<ReturnType<typeof measureWords>> => {
  const words = measureWords(code)
  if (words === null) throw unknown()
  return words
}

const baselinesOf = ({ db }: CommandContext, planId: string, year: number) =>
  db.selectFrom('plan_baseline').selectAll().where('plan_id', '=', planId).where('year', '=', year).execute()

const linkedCodes = async ({ db }: CommandContext, planId: string): Promise<string[]> => {
  const rows = await db
    .selectFrom('plan_action_measure')
    .innerJoin('plan_action', 'plan_action.id', 'plan_action_measure.action_id')
    .select('plan_action_measure.measure_code')
    .distinct()
    .where('plan_action.plan_id', '=', planId)
    .execute()
  return rows.map(({ measure_code: code }) => code)
}

/**
 * Freezes the figures of measures that the plan has none of for a year: the row that was chosen, or a new one.
 * @returns how many were frozen. Measures that are not counted here, for want of a list size or by the nation, stay open.
 */
const freeze = async (
  context: CommandContext,
  planId: string,
  codes: readonly string[],
  { year, months, on }: { readonly year: number; readonly months: { from: string; to: string }; readonly on: IsoDate },
): Promise<number> => {
  const there = new Map((await baselinesOf(context, planId, year)).map((row) => [row.measure_code, row]))
  const wanted = [...new Set(codes)].filter((code) => (there.get(code)?.frozen_on ?? null) === null)
  const figures = await figuresOf(context.db, wanted, months, context.env.clock.today())
  for (const measured of figures) {
    const frozen = frozenAs(measured, months, on)
    const row = there.get(measured.code)
    if (row !== undefined) await context.update('plan_baseline', row.id, frozen, null)
    else {
      const id = context.env.ids.next()
      await context.insert('plan_baseline', { id, plan_id: planId, measure_code: measured.code, year, ...frozen })
    }
  }
  return figures.length
}

/** Freezes what a plan begins with, as it stood on the day it was signed. @returns how many figures. */
export const freezeAtStart = async (context: CommandContext, planId: string, on: IsoDate): Promise<number> => {
  const chosen = (await baselinesOf(context, planId, 0)).map(({ measure_code: code }) => code)
  const codes = [...chosen, ...(await linkedCodes(context, planId))]
  return freeze(context, planId, codes, { year: 0, months: yearUpTo(on), on })
}

/** Gives measures that come into a signed plan a figure to begin with: that of today. A draft gets its own when signed. */
export const freezeWhenSigned = async (
  context: CommandContext,
  plan: Pick<PlanTable, 'id' | 'state'>,
  codes: readonly string[],
): Promise<void> => {
  if (plan.state !== 'signed' || codes.length === 0) return
  const today = context.env.clock.today()
  await freeze(context, plan.id, codes, { year: 0, months: yearUpTo(today), on: today })
}

/**
 * Takes a measure into the baseline: in a draft it is shown as it stands and frozen when the plan is signed, in a signed
 * plan it is frozen now.
 * @throws AppError `not-found` for a measure that is none; `conflict` where it is there already or cannot be counted.
 */
export const chooseBaseline = async (
  context: CommandContext,
  { planId, measureCode }: { readonly planId: string; readonly measureCode: string },
): Promise<Written> => {
  const plan = await openPlan(context.db, planId)
  const { title } = requireMeasure(measureCode)
  const find = async () => (await baselinesOf(context, planId, 0)).find((row) => row.measure_code === measureCode)
  if ((await find()) !== undefined) throw new AppError('conflict', `“${title}” is in the baseline already.`)
  if (plan.state === 'signed') {
    await freezeWhenSigned(context, plan, [measureCode])
    const frozen = await find()
    if (frozen === undefined) throw new AppError('conflict', `“${title}” cannot be counted in this register.`)
    return { id: frozen.id, version: frozen.version }
  }
  const id = context.env.ids.next()
  await context.insert('plan_baseline', { id, plan_id: planId, measure_code: measureCode, year: 0, ...UNFROZEN })
  return { id, version: 1 }
}

/** @throws AppError `conflict` where the figure is frozen: it is part of what was signed. */
export const dropBaseline = async (context: CommandContext, { id, version }: Which): Promise<void> => {
  const row = await context.db.selectFrom('plan_baseline').selectAll().where('id', '=', id).executeTakeFirst()
  if (row !== undefined) {
    await openPlan(context.db, row.plan_id)
    if (row.frozen_on !== null)
      throw new AppError('conflict', `This figure was frozen on ${formatIsoDate(row.frozen_on)} and stays in the plan.`)
  }
  await context.remove('plan_baseline', id, version)
}

/**
 * Freezes the twelve months of a year of the plan, from its last day on, for every measure of the plan.
 * @returns how many figures. @throws AppError `conflict` before that, in a draft, and where nothing is left to freeze.
 */
export const freezeYear = async (
  context: CommandContext,
  { planId, year }: { readonly planId: string; readonly year: PlanYear },
): Promise<number> => {
  const plan = await openPlan(context.db, planId)
  if (plan.state !== 'signed') throw new AppError('conflict', 'Sign the plan first: a draft has no years behind it.')
  const { from, to } = planYear(plan.starts_on, year)
  const today = context.env.clock.today()
  if (today < to)
    throw new AppError(
      'conflict',
      `Year ${year} goes on until ${formatIsoDate(to)}. Freeze its figures from that day on.`,
    )
  const begun = (await baselinesOf(context, planId, 0)).map(({ measure_code: code }) => code)
  const codes = [...begun, ...(await linkedCodes(context, planId))]
  const months = { from: from.slice(0, 7), to: to.slice(0, 7) }
  const frozen = await freeze(context, planId, codes, { year, months, on: today })
  if (frozen === 0)
    throw new AppError(
      'conflict',
      codes.length === 0
        ? 'This plan names no measure yet. Tie an action to one first.'
        : `The figures of year ${year} are frozen already.`,
    )
  return frozen
}

import { DRIVER_KINDS } from '#shared/features/plan/public.ts'
import type { Driver, Plan } from '#shared/features/plan/schema.ts'

type Kind = Driver['kind']

/** What a box of this kind is called. */
export const kindLabel = (kind: Kind): string => DRIVER_KINDS.find(({ code }) => code === kind)?.label ?? kind

/** The kinds that may hang on a box of this kind. */
export const kindsUnder = (kind: Kind): readonly Kind[] => DRIVER_KINDS.find(({ code }) => code === kind)?.adds ?? []

/** A box as it is read out: what it is, what it says, and what leads to it. */
export const boxName = (driver: Driver, leads: number, plan: Plan): string => {
  const action = plan.actions.find(({ id }) => id === driver.actionId)
  const under = leads === 0 ? '' : `. ${leads === 1 ? '1 box leads' : `${leads} boxes lead`} to it`
  return `${kindLabel(driver.kind)}: ${driver.words}${action === undefined ? '' : `. Action ${action.code}`}${under}`
}

import { core } from '#renderer/app/core-client.ts'
import type { Driver } from '#shared/features/plan/schema.ts'
import type { AskedDriver } from './driver-dialog.tsx'
import { kindsUnder } from './driver-words.ts'
import type { PlanWrite } from './use-plan-write.ts'

/** What can be done with a box, by the diagram and the list alike. */
export interface DriverDoing {
  readonly change: (driver: Driver) => void
  readonly addUnder: (driver: Driver) => void
  readonly canAddUnder: (driver: Driver) => boolean
  /** -1: up; 1: down among those beside it. */
  readonly move: (driver: Driver, by: -1 | 1) => void
  readonly canMove: (driver: Driver, by: -1 | 1) => boolean
  readonly remove: (driver: Driver) => void
}

/** The doings of a diagram. */
export const driverDoing = (
  drivers: readonly Driver[],
  ask: (asked: AskedDriver) => void,
  write: PlanWrite,
): DriverDoing => {
  const beside = ({ parentId }: Driver): readonly Driver[] =>
    drivers.filter((one) => one.parentId === parentId).toSorted((a, b) => a.position - b.position)
  const placeAfter = (driver: Driver, by: -1 | 1): number => beside(driver).findIndex(({ id }) => id === driver.id) + by
  const canMove = (driver: Driver, by: -1 | 1): boolean => {
    const place = placeAfter(driver, by)
    return place >= 0 && place < beside(driver).length
  }
  return {
    change: (driver) => ask({ driver, under: null }),
    addUnder: (driver) => ask({ driver: null, under: driver }),
    canAddUnder: ({ kind }) => kindsUnder(kind).length > 0,
    canMove,
    move(driver, by) {
      if (!canMove(driver, by)) return
      const { id, version } = driver
      void write(core.plan.moveDriver({ id, version, position: placeAfter(driver, by) }), 'Moved.')
    },
    remove({ id, version, words }) {
      void write(core.plan.removeDriver({ id, version }), `Removed, with what leads to it: ${words}.`)
    },
  }
}

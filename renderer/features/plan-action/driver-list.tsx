import { IconArrowDown, IconArrowUp, IconPencil, IconPlus, IconTrash } from '@tabler/icons-react'
import type { ReactNode } from 'react'
import { Link } from '#renderer/app/router.tsx'
import { IconButton } from '#renderer/ui/button.tsx'
import type { Driver, Plan } from '#shared/features/plan/schema.ts'
import { actionPath } from './action-address.ts'
import { ActionStatusMark } from './action-status.tsx'
import type { DriverDoing } from './driver-doing.ts'
import { kindLabel } from './driver-words.ts'
import classes from './drivers.module.css'

type DriverListProps = {
  readonly plan: Plan
  readonly drivers: readonly Driver[]
  readonly doing: DriverDoing | null
  /** What the list leads to; null: the aims. */
  readonly parentId?: string | null
}

const Doing = ({ driver, doing }: { readonly driver: Driver; readonly doing: DriverDoing }): ReactNode => (
  <span className={classes.doing} data-print="hide">
    {doing.canAddUnder(driver) && (
      <IconButton icon={IconPlus} label={`Add under: ${driver.words}`} onClick={() => doing.addUnder(driver)} />
    )}
    <IconButton icon={IconPencil} label={`Change: ${driver.words}`} onClick={() => doing.change(driver)} />
    {doing.canMove(driver, -1) && (
      <IconButton icon={IconArrowUp} label={`Move up: ${driver.words}`} onClick={() => doing.move(driver, -1)} />
    )}
    {doing.canMove(driver, 1) && (
      <IconButton icon={IconArrowDown} label={`Move down: ${driver.words}`} onClick={() => doing.move(driver, 1)} />
    )}
    <IconButton icon={IconTrash} label={`Remove: ${driver.words}`} onClick={() => doing.remove(driver)} />
  </span>
)

/** The driver diagram as a list in lists: the same boxes, in words alone. */
export const DriverList = ({ plan, drivers, doing, parentId = null }: DriverListProps): ReactNode => {
  const known = new Set(drivers.map(({ id }) => id))
  const own = drivers
    .filter((driver) => (driver.parentId !== null && known.has(driver.parentId) ? driver.parentId : null) === parentId)
    .toSorted((a, b) => a.position - b.position)
  if (own.length === 0) return null
  return (
    <ul className={classes.list} {...(parentId === null ? { 'aria-label': 'Driver diagram' } : {})}>
      {own.map((driver) => {
        const action = plan.actions.find(({ id }) => id === driver.actionId)
        return (
          <li key={driver.id}>
            <span className={classes.line}>
              <span className={classes.said}>
                <small>{kindLabel(driver.kind)}</small> {driver.words}{' '}
                {action !== undefined && (
                  <span className={classes.action}>
                    <Link href={actionPath(action.id)}>Action {action.code}</Link>{' '}
                    <ActionStatusMark status={action.status} />
                  </span>
                )}
              </span>
              {doing !== null && <Doing driver={driver} doing={doing} />}
            </span>
            <DriverList plan={plan} drivers={drivers} doing={doing} parentId={driver.id} />
          </li>
        )
      })}
    </ul>
  )
}

import { type KeyboardEvent, type ReactNode, useMemo, useRef, useState } from 'react'
import { Link } from '#renderer/app/router.tsx'
import { classNames } from '#renderer/ui/class-names.ts'
import {
  DRIVER_KINDS,
  type DriverBox,
  type DriverLayout,
  driverLayout,
  nextDriver,
} from '#shared/features/plan/public.ts'
import type { Driver, Plan } from '#shared/features/plan/schema.ts'
import { actionPath } from './action-address.ts'
import { ActionStatusMark } from './action-status.tsx'
import type { DriverDoing } from './driver-doing.ts'
import { boxName, kindLabel } from './driver-words.ts'
import classes from './drivers.module.css'

/** In percent of the width: a box, and from one column to the next. */
const WIDTH = 21.25
const STEP = 26.25
/** Height of a row in rem. */
const ROW = 6.75

const linksOf = ({ boxes }: DriverLayout): readonly { readonly id: string; readonly d: string }[] => {
  const at = new Map(boxes.map((box) => [box.driver.id, box]))
  return boxes.flatMap(({ driver, column, row, children }) =>
    children.flatMap((id) => {
      const child = at.get(id)
      if (child === undefined) return []
      const [x1, x2] = [column * STEP + WIDTH, child.column * STEP]
      const middle = x2 - (STEP - WIDTH) / 2
      const [y1, y2] = [row + 0.5, child.row + 0.5]
      return [{ id: `${driver.id} ${id}`, d: `M${x1} ${y1}H${middle}V${y2}H${x2}` }]
    }),
  )
}

type BoxProps = {
  readonly box: DriverBox
  readonly plan: Plan
  readonly isStop: boolean
  readonly onReach: () => void
  readonly onKeyDown: (event: KeyboardEvent<HTMLButtonElement>) => void
  /** Left out for those who may only look. */
  readonly onOpen?: (() => void) | undefined
}

const Box = ({ box, plan, isStop, onReach, onKeyDown, onOpen }: BoxProps): ReactNode => {
  const { driver, column, row, children } = box
  const action = plan.actions.find(({ id }) => id === driver.actionId)
  const place = { left: `${column * STEP}%`, top: `${row * ROW}rem`, width: `${WIDTH}%`, height: `${ROW}rem` }
  return (
    <div className={classes.place} style={place}>
      <div className={classNames(classes.box, classes[driver.kind])}>
        <button
          type="button"
          className={classes.face}
          title={driver.words}
          tabIndex={isStop ? 0 : -1}
          data-driver={driver.id}
          aria-label={boxName(driver, children.length, plan)}
          onFocus={onReach}
          onKeyDown={onKeyDown}
          onClick={onOpen}
        >
          {driver.words}
        </button>
        {action !== undefined && (
          <span className={classes.action}>
            <Link href={actionPath(action.id)}>Action {action.code}</Link> <ActionStatusMark status={action.status} />
          </span>
        )}
      </div>
    </div>
  )
}

type DriverDiagramProps = {
  readonly plan: Plan
  readonly drivers: readonly Driver[]
  /** null for those who may only look. */
  readonly doing: DriverDoing | null
}

/**
 * The driver diagram as a tree from the aim at the left. One stop for the Tab key: arrows go from box to box, Enter
 * changes one, N adds under it, Alt and up or down move it, Delete removes it.
 */
export const DriverDiagram = ({ plan, drivers, doing }: DriverDiagramProps): ReactNode => {
  const layout = useMemo(() => driverLayout(drivers), [drivers])
  const [reached, setReached] = useState<string | null>(null)
  const drawing = useRef<HTMLDivElement>(null)
  const stop = layout.boxes.some(({ driver }) => driver.id === reached) ? reached : layout.boxes[0]?.driver.id
  const focus = (id: string | null): void =>
    drawing.current?.querySelector<HTMLElement>(`[data-driver="${id ?? ''}"]`)?.focus()
  const press = (event: KeyboardEvent<HTMLButtonElement>, driver: Driver): void => {
    const { key, altKey } = event
    const by = key === 'ArrowUp' ? -1 : 1
    if (altKey && (key === 'ArrowUp' || key === 'ArrowDown')) doing?.move(driver, by)
    else if (key === 'Delete' && doing !== null) {
      focus(driver.parentId)
      doing.remove(driver)
    } else if (key.startsWith('Arrow') && !altKey) focus(nextDriver(layout, driver.id, key))
    else return
    event.preventDefault()
  }
  return (
    <div className={classes.scroll}>
      <div className={classes.heads} aria-hidden="true">
        {DRIVER_KINDS.map(({ code }) => (
          <span key={code}>{kindLabel(code)}</span>
        ))}
      </div>
      <div
        ref={drawing}
        role="group"
        aria-label="Driver diagram"
        className={classes.drawing}
        style={{ height: `${layout.rows * ROW}rem` }}
      >
        <svg viewBox={`0 0 100 ${layout.rows}`} preserveAspectRatio="none" aria-hidden="true" data-mark>
          {linksOf(layout).map(({ id, d }) => (
            <path key={id} d={d} />
          ))}
        </svg>
        {layout.boxes.map((box) => (
          <Box
            key={box.driver.id}
            box={box}
            plan={plan}
            isStop={box.driver.id === stop}
            onReach={() => setReached(box.driver.id)}
            onKeyDown={(event) => press(event, box.driver)}
            onOpen={doing === null ? undefined : () => doing.change(box.driver)}
          />
        ))}
      </div>
    </div>
  )
}

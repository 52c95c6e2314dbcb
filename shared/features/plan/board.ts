import { addDays, addMonths, daysBetween, type IsoDate } from '#shared/domain/partial-date.ts'
import { compareCodes } from './codes.ts'
import { type Plan, PLAN_YEARS, type PlanAction, type PlanObjective, type PlanYear } from './schema.ts'
import { planYear, squareYear } from './years.ts'

/** One objective in one year of the plan. */
export interface Square {
  readonly objectiveId: string
  readonly year: PlanYear
  /** What stands in it, by code. */
  readonly actions: readonly PlanAction[]
  /** Actions of other objectives that serve this one too and are due in this year. */
  readonly served: readonly PlanAction[]
}

export interface BoardRow {
  readonly objective: PlanObjective
  /** One for each year, in order. */
  readonly squares: readonly Square[]
}

type Placed = Pick<PlanAction, 'objectiveId' | 'dueOn'>

const byCode = (one: PlanAction, other: PlanAction): number => compareCodes(one.code, other.code)

const squareKey = (objectiveId: string, year: PlanYear): string => `${objectiveId} ${year}`

/** The objectives, the five first and then the plan's own, each with its square of every year. Each action stands once. */
export const boardRows = (
  plan: Pick<Plan, 'startsOn' | 'objectives'>,
  actions: readonly PlanAction[],
): readonly BoardRow[] => {
  const standing = Map.groupBy(actions, ({ objectiveId, dueOn }) =>
    squareKey(objectiveId, squareYear(plan.startsOn, dueOn)),
  )
  const served = new Map<string, PlanAction[]>()
  for (const action of actions) {
    const year = squareYear(plan.startsOn, action.dueOn)
    for (const id of new Set(action.alsoObjectiveIds)) {
      if (id === action.objectiveId) continue
      const key = squareKey(id, year)
      served.set(key, [...(served.get(key) ?? []), action])
    }
  }
  return plan.objectives
    .toSorted((one, other) => one.number - other.number)
    .map((objective) => ({
      objective,
      squares: PLAN_YEARS.map((year) => ({
        objectiveId: objective.id,
        year,
        actions: (standing.get(squareKey(objective.id, year)) ?? []).toSorted(byCode),
        served: (served.get(squareKey(objective.id, year)) ?? []).toSorted(byCode),
      })),
    }))
}

/** Whether no action stands in a square. One of another objective that serves it too does not fill it. */
export const isEmptySquare = ({ actions }: Square): boolean => actions.length === 0

/** How many squares have nothing in them. */
export const emptySquares = (rows: readonly BoardRow[]): number =>
  rows.reduce((count, { squares }) => count + squares.filter(isEmptySquare).length, 0)

/** A card of the board by where it is: row, year (0 to 2), and place within the square. */
export interface BoardPlace {
  readonly row: number
  readonly column: number
  readonly index: number
}

/** How many stops for the keyboard each square has, by row and year, and how many stand side by side in each year. */
export interface BoardShape {
  readonly stops: readonly (readonly number[])[]
  readonly abreast: readonly number[]
}

export type BoardKey = 'ArrowUp' | 'ArrowDown' | 'ArrowLeft' | 'ArrowRight'

const stopsAt = ({ stops }: BoardShape, row: number, column: number): number => stops[row]?.[column] ?? 0

const upOrDown = (shape: BoardShape, { row, column, index }: BoardPlace, step: 1 | -1): BoardPlace | undefined => {
  const abreast = shape.abreast[column] ?? 1
  const within = index + step * abreast
  if (within >= 0 && within < stopsAt(shape, row, column)) return { row, column, index: within }
  for (let next = row + step; next >= 0 && next < shape.stops.length; next += step) {
    const count = stopsAt(shape, next, column)
    if (count === 0) continue
    const lastLine = Math.floor((count - 1) / abreast) * abreast
    const wanted = (step === 1 ? 0 : lastLine) + (index % abreast)
    return { row: next, column, index: Math.min(wanted, count - 1) }
  }
  return undefined
}

const leftOrRight = (shape: BoardShape, { row, column, index }: BoardPlace, step: 1 | -1): BoardPlace | undefined => {
  const abreast = shape.abreast[column] ?? 1
  const within = index + step
  const sameLine = Math.floor(within / abreast) === Math.floor(index / abreast)
  if (within >= 0 && sameLine && within < stopsAt(shape, row, column)) return { row, column, index: within }
  const line = Math.floor(index / abreast)
  for (let next = column + step; next >= 0 && next < PLAN_YEARS.length; next += step) {
    const count = stopsAt(shape, row, next)
    if (count === 0) continue
    const nextAbreast = shape.abreast[next] ?? 1
    const wanted = line * nextAbreast + (step === 1 ? 0 : nextAbreast - 1)
    return { row, column: next, index: Math.min(wanted, count - 1) }
  }
  return undefined
}

/** Where an arrow key leads from a stop of the board; undefined at its edge. */
export const boardStep = (shape: BoardShape, from: BoardPlace, key: BoardKey): BoardPlace | undefined => {
  if (key === 'ArrowUp') return upOrDown(shape, from, -1)
  if (key === 'ArrowDown') return upOrDown(shape, from, 1)
  return leftOrRight(shape, from, key === 'ArrowRight' ? 1 : -1)
}

/** The dates that an action has, and those that it gets. */
export interface ActionDates {
  readonly startsOn: IsoDate
  readonly dueOn: IsoDate
}

/**
 * The dates of an action that goes to another year of the plan: the same day and month there, and it takes as long as
 * before. What was due outside the three years is due on the last day of the year that it goes to.
 */
export const datesInYear = (planStartsOn: IsoDate, dates: ActionDates, year: PlanYear): ActionDates => {
  const months = 12 * (year - squareYear(planStartsOn, dates.dueOn))
  if (months === 0) return dates
  const { from, to } = planYear(planStartsOn, year)
  const dueOn = addMonths(dates.dueOn, months)
  if (dueOn >= from && dueOn <= to) return { startsOn: addMonths(dates.startsOn, months), dueOn }
  return { startsOn: addDays(to, -daysBetween(dates.startsOn, dates.dueOn)), dueOn: to }
}

/** Where a new action of a square usually begins and ends: the whole year, or what is left of the one under way. */
export const newDatesInYear = (planStartsOn: IsoDate, year: PlanYear, today: IsoDate): ActionDates => {
  const { from, to } = planYear(planStartsOn, year)
  return { startsOn: today > from && today <= to ? today : from, dueOn: to }
}

/** The square one to the left, right, above or below that a card can be moved to; undefined at the edge. */
export const squareBeside = (
  plan: Pick<Plan, 'startsOn'>,
  rows: readonly BoardRow[],
  action: Placed,
  key: BoardKey,
): { readonly objective: PlanObjective; readonly year: PlanYear } | undefined => {
  const year = squareYear(plan.startsOn, action.dueOn)
  const row = rows.findIndex(({ objective }) => objective.id === action.objectiveId)
  const nextYear = PLAN_YEARS.find((one) => one === year + (key === 'ArrowRight' ? 1 : key === 'ArrowLeft' ? -1 : 0))
  const nextRow = rows[row + (key === 'ArrowDown' ? 1 : key === 'ArrowUp' ? -1 : 0)]
  return nextYear === undefined || nextRow === undefined ? undefined : { objective: nextRow.objective, year: nextYear }
}

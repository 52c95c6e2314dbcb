import {
  type BoardPlace,
  type BoardRow,
  type BoardShape,
  isEmptySquare,
  type Square,
} from '#shared/features/plan/board.ts'
import type { PlanObjective, PlanYear } from '#shared/features/plan/schema.ts'

/** A square shows this many cards until it is unfolded. */
export const SQUARE_LIMIT = 6

export const planStop = ({ objectiveId, year }: Square): string => `plan ${objectiveId} ${year}`
export const moreStop = ({ objectiveId, year }: Square): string => `more ${objectiveId} ${year}`

/** Name of a square in the address: 4.2 is the fourth objective in the second year. */
export const squareName = (objective: Pick<PlanObjective, 'number'>, year: PlanYear): string =>
  `${objective.number}.${year}`

/** What the keyboard can stop at, square by square. */
export type BoardStops = readonly (readonly (readonly string[])[])[]

interface StopChoices {
  readonly mayPlan: boolean
  readonly isOver: (year: PlanYear) => boolean
  readonly unfolded: readonly string[]
  readonly isHole: (square: Square) => boolean
}

/** The stops of every square: its cards that are shown, the rest behind one, and the way to plan into an empty one. */
export const boardStops = (rows: readonly BoardRow[], choices: StopChoices): BoardStops =>
  rows.map(({ objective, squares }) =>
    squares.map((square) => {
      const { actions, year } = square
      if (isEmptySquare(square))
        return choices.mayPlan && !choices.isOver(year) && choices.isHole(square) ? [planStop(square)] : []
      const ids = actions.map(({ id }) => id)
      if (ids.length <= SQUARE_LIMIT) return ids
      const isUnfolded = choices.unfolded.includes(squareName(objective, year))
      return [...(isUnfolded ? ids : ids.slice(0, SQUARE_LIMIT)), moreStop(square)]
    }),
  )

export const shapeOf = (stops: BoardStops, abreast: readonly number[]): BoardShape => ({
  stops: stops.map((row) => row.map((square) => square.length)),
  abreast,
})

/** Where a stop is; undefined when it is not on the board. */
export const placeOf = (stops: BoardStops, stop: string): BoardPlace | undefined => {
  for (const [row, squares] of stops.entries()) {
    for (const [column, square] of squares.entries()) {
      const index = square.indexOf(stop)
      if (index >= 0) return { row, column, index }
    }
  }
  return undefined
}

export const stopAt = (stops: BoardStops, { row, column, index }: BoardPlace): string | undefined =>
  stops[row]?.[column]?.[index]

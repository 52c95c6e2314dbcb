import type { ReactNode } from 'react'
import { classNames } from '#renderer/ui/class-names.ts'
import { MilestoneShape } from '#renderer/ui/milestone-shape.tsx'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import type { IsoDate } from '#shared/domain/partial-date.ts'
import {
  coverageOf,
  type CoverageQuarter,
  type CoverageSquare,
  quarterWords,
  squareWords,
} from '#shared/features/plan/public.ts'
import { type Plan, PLAN_YEARS } from '#shared/features/plan/schema.ts'
import classes from './coverage.module.css'

/** How many codes of actions a square has room for. */
const CODES = 3

const Square = ({ square }: { readonly square: CoverageSquare }): ReactNode => {
  const { quarter, underWay, empty } = square
  const points = (['met', 'due', 'missed'] as const).filter((point) => square[point] > 0)
  return (
    <td className={classNames(classes.square, quarter.when === 'now' && classes.now)}>
      {empty ? (
        <span className={quarter.when === 'past' ? classes.nothingThen : classes.nothing}>Nothing</span>
      ) : (
        <>
          <VisuallyHidden>{squareWords(square)}</VisuallyHidden>
          {underWay.length > 0 && (
            <span className={classes.codes} aria-hidden="true">
              {underWay
                .slice(0, CODES)
                .map(({ code }) => code)
                .join(' ')}
              {underWay.length > CODES && <span>{` +${underWay.length - CODES}`}</span>}
            </span>
          )}
          <span className={classes.points} aria-hidden="true">
            {points.map((point) => (
              <span key={point}>
                <MilestoneShape state={point === 'due' ? 'to come' : point} />
                {square[point]}
              </span>
            ))}
          </span>
        </>
      )}
    </td>
  )
}

const Key = (): ReactNode => (
  <ul className={classes.key} aria-label="Key">
    <li>
      <span className={classes.codes}>4.3</span> Action under way, by its code
    </li>
    <li>
      <MilestoneShape state="met" /> Milestones met
    </li>
    <li>
      <MilestoneShape state="to come" /> Milestones due
    </li>
    <li>
      <MilestoneShape state="missed" /> Milestones missed
    </li>
    <li>
      <span className={classes.nothing}>Nothing</span> A square that can still be filled
    </li>
  </ul>
)

const YearHeads = ({ quarters }: { readonly quarters: readonly CoverageQuarter[] }): ReactNode => (
  <tr>
    <th scope="col" rowSpan={2} className={classes.corner}>
      Objective
    </th>
    {PLAN_YEARS.map((year) => {
      const own = quarters.filter((quarter) => quarter.year === year)
      return (
        <th key={year} scope="colgroup" colSpan={own.length} className={classes.year}>
          {`Year ${year}`}
        </th>
      )
    })}
  </tr>
)

interface CoverageMapProps {
  readonly plan: Pick<Plan, 'startsOn' | 'objectives' | 'actions'>
  readonly today: IsoDate
}

/** Objectives by quarter: which have something under way, which milestones were met, and where there is nothing. */
export const CoverageMap = ({ plan, today }: CoverageMapProps): ReactNode => {
  const { quarters, rows } = coverageOf(plan, today)
  return (
    <div className={classes.map} data-paper="board">
      <div className={classes.scroll}>
        {/* Named by a label: with a caption the whole table is printed on the next sheet. */}
        <table className={classes.table} aria-label="What the plan covers: objectives by quarter">
          <thead>
            <YearHeads quarters={quarters} />
            <tr>
              {quarters.map((quarter) => (
                <th key={quarter.number} scope="col" className={classNames(quarter.when === 'now' && classes.now)}>
                  {quarterWords(quarter)}
                  {quarter.when === 'now' && <b className={classes.nowMark}>now</b>}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {rows.map(({ objective, squares }) => (
              <tr key={objective.id}>
                <th scope="row">
                  <span>{objective.number}</span> {objective.words}
                </th>
                {squares.map((square) => (
                  <Square key={square.quarter.number} square={square} />
                ))}
              </tr>
            ))}
          </tbody>
        </table>
      </div>
      <Key />
    </div>
  )
}

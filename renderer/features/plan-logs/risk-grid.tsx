import type { ReactNode } from 'react'
import { VisuallyHidden } from '#renderer/ui/visually-hidden.tsx'
import { labelOf } from '#shared/domain/people.ts'
import { RISK_LEVELS, riskGrid, type RiskSquare } from '#shared/features/plan-logs/risks.ts'
import { IMPACTS, LIKELIHOODS, type Risk } from '#shared/features/plan-logs/schema.ts'
import classes from './plan-logs.module.css'

type RiskGridProps = {
  readonly risks: readonly Risk[]
  /** The number that a risk has in the list beside. */
  readonly numberOf: (risk: Risk) => number
  readonly onOpen: ((risk: Risk) => void) | undefined
}

const Square = ({ square, numberOf, onOpen }: Omit<RiskGridProps, 'risks'> & { readonly square: RiskSquare }) => (
  <td data-level={square.level}>
    <span className={classes.level}>{`${labelOf(RISK_LEVELS, square.level)} ${square.score}`}</span>
    {square.risks.length > 0 && (
      <span className={classes.chips}>
        {square.risks.map((risk) =>
          onOpen === undefined ? (
            <b key={risk.id}>
              {numberOf(risk)}
              <VisuallyHidden>{`: ${risk.words}`}</VisuallyHidden>
            </b>
          ) : (
            <button
              key={risk.id}
              type="button"
              title={risk.words}
              aria-label={`Risk ${numberOf(risk)}: ${risk.words}`}
              onClick={() => onOpen(risk)}
            >
              {numberOf(risk)}
            </button>
          ),
        )}
      </span>
    )}
  </td>
)

/** The risks that stand, by how likely they are and how much they would set the plan back. Each square says its word and number. */
export const RiskGrid = (props: RiskGridProps): ReactNode => (
  <div className={classes.gridFrame}>
    <table className={classes.grid}>
      <caption>
        <VisuallyHidden>Risks by likelihood and impact</VisuallyHidden>
      </caption>
      <thead>
        <tr>
          <td>
            <VisuallyHidden>Likelihood, then impact</VisuallyHidden>
          </td>
          {IMPACTS.map((word, at) => (
            <th key={word} scope="col">{`${at + 1} ${word}`}</th>
          ))}
        </tr>
      </thead>
      <tbody>
        {riskGrid(props.risks).map((squares) => {
          const likelihood = squares[0]?.likelihood ?? 0
          return (
            <tr key={likelihood}>
              <th scope="row">{`${likelihood} ${LIKELIHOODS[likelihood - 1] ?? ''}`}</th>
              {squares.map((square) => (
                <Square key={square.impact} square={square} numberOf={props.numberOf} onOpen={props.onOpen} />
              ))}
            </tr>
          )
        })}
      </tbody>
    </table>
    <p className={classes.gridKey}>
      Up: how likely. Across: how much it would set the plan back. Numbers are those of the list. Bands as in the risk
      matrix of the National Patient Safety Agency, 2008.
    </p>
  </div>
)

import { IMPACTS, LIKELIHOODS, type Risk } from './schema.ts'

/**
 * How much a risk weighs, by likelihood times impact.
 * Source: the bands of "A risk matrix for risk managers", National Patient Safety Agency, January 2008.
 */
export const RISK_LEVELS = [
  { code: 'low', label: 'Low', from: 1 },
  { code: 'moderate', label: 'Moderate', from: 4 },
  { code: 'high', label: 'High', from: 8 },
  { code: 'extreme', label: 'Extreme', from: 15 },
] as const
export type RiskLevel = (typeof RISK_LEVELS)[number]['code']

type Weighed = Pick<Risk, 'likelihood' | 'impact'>

/** From 1 to 25. */
export const riskScore = ({ likelihood, impact }: Weighed): number => likelihood * impact

export const riskLevel = (risk: Weighed): RiskLevel =>
  RISK_LEVELS.findLast(({ from }) => riskScore(risk) >= from)?.code ?? 'low'

/** "High, 12: likely, medium". */
export const riskWords = (risk: Weighed): string => {
  const level = RISK_LEVELS.find(({ code }) => code === riskLevel(risk))?.label ?? ''
  const likely = LIKELIHOODS[risk.likelihood - 1]?.toLowerCase() ?? ''
  const impact = IMPACTS[risk.impact - 1]?.toLowerCase() ?? ''
  return `${level}, ${riskScore(risk)}: ${likely}, ${impact} impact`
}

/** Those that stand before those that are closed; of each the greatest first, and then the oldest. */
export const compareRisks = (a: Risk, b: Risk): number =>
  Number(a.closedOn !== null) - Number(b.closedOn !== null) ||
  riskScore(b) - riskScore(a) ||
  a.raisedOn.localeCompare(b.raisedOn) ||
  a.id.localeCompare(b.id)

export interface RiskSquare {
  readonly likelihood: number
  readonly impact: number
  readonly score: number
  readonly level: RiskLevel
  readonly risks: readonly Risk[]
}

/** The risks that stand on a grid of five by five: the likeliest row at the top, the greatest impact at the end of it. */
export const riskGrid = (risks: readonly Risk[]): RiskSquare[][] =>
  LIKELIHOODS.map((_, row) => LIKELIHOODS.length - row).map((likelihood) =>
    IMPACTS.map((__, column) => {
      const square = { likelihood, impact: column + 1 }
      return {
        ...square,
        score: riskScore(square),
        level: riskLevel(square),
        risks: risks.filter(
          (risk) => risk.closedOn === null && risk.likelihood === likelihood && risk.impact === square.impact,
        ),
      }
    }),
  )

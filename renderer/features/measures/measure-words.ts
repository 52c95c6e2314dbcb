import type { IndicatorFigures } from '#shared/features/measures/schema.ts'
import type { Group } from '#shared/features/measures/standing.ts'

type Share = IndicatorFigures['receiving']

const percent = (share: number): string => `${(share * 100).toFixed(1)}%`

/** A denominator this small is given as a fraction: a percentage would say more than is known. */
const SMALL = 10

/** `58.6%`; the fraction where fewer than ten are counted; `-` of nobody. */
export const shareWords = (share: Share, numerator: number, denominator: number): string => {
  if (share === null) return 'Nobody'
  return denominator < SMALL ? `${numerator} of ${denominator}` : percent(share.value)
}

/** `likely range 45.8% to 70.4%`; nothing where no percentage is given. */
export const rangeWords = (share: Share, denominator: number): string | null =>
  share === null || denominator < SMALL ? null : `likely range ${percent(share.lower)} to ${percent(share.upper)}`

/** A figure that people stand behind. */
export interface Figure {
  readonly indicator: IndicatorFigures
  /** `Adjusted` */
  readonly name: string
  readonly count: number
  readonly groups: readonly Group[]
  readonly reason: string | null
}

/** The counts of an indicator, each with the people it counts. */
export const figuresOf = (indicator: IndicatorFigures): readonly Figure[] => {
  const figure = (name: string, count: number, groups: readonly Group[]): Figure => ({
    indicator,
    name,
    count,
    groups,
    reason: null,
  })
  if (indicator.kind === 'register') return [figure('On the register', indicator.numerator, ['met'])]
  return [
    figure('Numerator', indicator.numerator, ['met']),
    figure('Denominator', indicator.denominator, ['met', 'not-met']),
    figure('Adjustments', indicator.adjustments, ['adjusted']),
    figure('Denominator plus adjustments', indicator.denominatorPlusAdjustments, ['met', 'not-met', 'adjusted']),
    figure('Not done', indicator.denominator - indicator.numerator, ['not-met']),
  ]
}

/** `1 person`, `1,204 people`. */
export const peopleWords = (count: number): string =>
  count === 1 ? '1 person' : `${count.toLocaleString('en-GB')} people`

/** A person stands in a worklist once for each indicator: `1 entry`, `47 entries`. */
export const entriesWords = (count: number): string =>
  count === 1 ? '1 entry' : `${count.toLocaleString('en-GB')} entries`

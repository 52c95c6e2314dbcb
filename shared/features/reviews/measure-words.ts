import { MONTH_NAMES } from '#shared/domain/partial-date.ts'
import { figureText, type MeasureDefinition } from '#shared/features/measures/public.ts'
import type { MeasureRun, PlanBaseline } from '#shared/features/plan/schema.ts'
import { VARIATION_WORDS } from '#shared/statistics/spc-words.ts'

type Kind = MeasureDefinition['kind']
type Variation = keyof typeof VARIATION_WORDS

const KINDS: readonly Kind[] = ['proportion', 'rate', 'median', 'count']

/** A run carries its kind as text; whatever is none of ours is read as a plain number. */
const kindOf = (kind: string | undefined): Kind => KINDS.find((one) => one === kind) ?? 'count'

/** What the newest month of a run says. */
export const variationOf = ({ variation }: Pick<MeasureRun, 'variation'>): Variation =>
  variation in VARIATION_WORDS ? (variation as Variation) : 'not enough'

/** "Oct 2026". */
const monthText = (month: string): string =>
  `${(MONTH_NAMES[Number(month.slice(5, 7)) - 1] ?? '').slice(0, 3)} ${month.slice(0, 4)}`

const valueWords = (measure: { readonly kind: string | undefined; readonly unit: string }, value: number): string =>
  figureText(
    { kind: kindOf(measure.kind), unit: measure.unit },
    { value, lower: null, upper: null, numerator: 0, denominator: null, undecided: 0 },
  )

/** The newest month of a run that has a value: "11 days, Oct 2026". */
export const measureNow = (run: MeasureRun | undefined): string => {
  const newest = run?.series.findLast(({ value }) => value !== null)
  return run === undefined || newest?.value == null
    ? 'No value'
    : `${valueWords(run, newest.value)}, ${monthText(newest.month)}`
}

/** The figure that a plan began with: "17.8 days". */
export const measureThen = (run: Pick<MeasureRun, 'kind'> | undefined, baseline: PlanBaseline | undefined): string =>
  baseline === undefined || baseline.frozenOn === null
    ? 'Not frozen'
    : figureText({ kind: kindOf(run?.kind), unit: baseline.unit }, baseline.figure)

/** "14 days by Mar 2027". */
export const targetText = (
  run: Pick<MeasureRun, 'kind' | 'unit'> | undefined,
  baseline: Pick<PlanBaseline, 'unit'> | undefined,
  { value, by }: { readonly value: number; readonly by: string },
): string => `${valueWords({ kind: run?.kind, unit: run?.unit ?? baseline?.unit ?? '' }, value)} by ${monthText(by)}`

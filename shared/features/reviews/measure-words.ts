import { MONTH_NAMES } from '#shared/domain/partial-date.ts'
import { figureText } from '#shared/features/measures/public.ts'
import type { MeasureRun, PlanBaseline } from '#shared/features/plan/schema.ts'

/** "Oct 2026". */
const monthText = (month: string): string =>
  `${(MONTH_NAMES[Number(month.slice(5, 7)) - 1] ?? '').slice(0, 3)} ${month.slice(0, 4)}`

const valueWords = (
  measure: { readonly kind: MeasureRun['kind'] | undefined; readonly unit: string },
  value: number,
): string =>
  figureText(
    { kind: measure.kind ?? 'count', unit: measure.unit },
    { value, lower: null, upper: null, numerator: 0, denominator: null, undecided: 0 },
  )

/** The newest month of a run that has a value: "11 days, Oct 2026". */
export const measureNow = (run: MeasureRun | undefined): string => {
  const newest = run?.series.findLast(({ value }) => value !== null)
  return run === undefined || newest?.value == null
    ? 'No value'
    : `${valueWords(run, newest.value)}, ${monthText(newest.month)}`
}

/** A frozen figure: "17.8 days". */
export const measureThen = (run: Pick<MeasureRun, 'kind'> | undefined, baseline: PlanBaseline | undefined): string =>
  baseline === undefined || baseline.frozenOn === null
    ? 'Not frozen'
    : figureText({ kind: run?.kind ?? 'count', unit: baseline.unit }, baseline.figure)

/** "14 days by Mar 2027". */
export const targetText = (
  run: Pick<MeasureRun, 'kind' | 'unit'> | undefined,
  baseline: Pick<PlanBaseline, 'unit'> | undefined,
  { value, by }: { readonly value: number; readonly by: string },
): string => `${valueWords({ kind: run?.kind, unit: run?.unit ?? baseline?.unit ?? '' }, value)} by ${monthText(by)}`

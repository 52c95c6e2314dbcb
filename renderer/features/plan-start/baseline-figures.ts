import { figureText, isSmall, type Library, type MeasureLine, rangeText } from '#shared/features/measures/public.ts'
import type { PlanBaseline } from '#shared/features/plan/schema.ts'

/** A measure with its figure, in words. */
export interface FigureLine {
  readonly code: string
  readonly title: string
  readonly figure: string
  /** `likely range 12.1% to 25.0%`; null where none is given. */
  readonly range: string | null
  /** What stands in the way of trusting it, a sentence each. */
  readonly missing: readonly string[]
}

type Figured = Pick<MeasureLine, 'code' | 'title' | 'kind' | 'unit' | 'figure'>

const isKnownShare = (value: number | null): boolean => value !== null && value >= 0.7

const missingOf = (measure: Figured, line: MeasureLine | undefined, listSize: Library['listSize']): string[] => {
  const { figure, kind } = measure
  const { value, undecided } = figure
  return [
    ...(value === null ? ['There is no figure yet: change cannot be shown against it.'] : []),
    ...(value === null && line?.outOf === 'list' && listSize === null
      ? ['No list size is recorded under Settings.']
      : []),
    ...(isSmall(kind, figure) ? ['It rests on fewer than 10, so no percentage is given.'] : []),
    ...(undecided > 0 ? [`${undecided.toLocaleString('en-GB')} left out: the record does not say enough.`] : []),
    ...(line?.beside != null && !isKnownShare(line.beside.figure.value)
      ? [`${line.beside.label}: ${figureText({ kind: 'proportion', unit: '%' }, line.beside.figure)}.`]
      : []),
    ...(line?.variation === 'not enough' ? ['Too few months are measured to tell chance from change.'] : []),
  ]
}

const lineOf = (measure: Figured, line: MeasureLine | undefined, listSize: Library['listSize']): FigureLine => ({
  code: measure.code,
  title: measure.title,
  figure: figureText(measure, measure.figure),
  range: rangeText(measure, measure.figure),
  missing: missingOf(measure, line, listSize),
})

/** A measure of the library as it stands today. */
export const libraryLine = (line: MeasureLine, listSize: Library['listSize']): FigureLine =>
  lineOf(line, line, listSize)

/** A chosen measure: as it was frozen, or as it stands today while the plan is a draft. */
export const baselineLine = (baseline: PlanBaseline, library: Library): FigureLine => {
  const line = library.measures.find(({ code }) => code === baseline.measureCode)
  const { measureCode: code, measureTitle: title, unit, figure } = baseline
  if (baseline.frozenOn === null && line !== undefined) return libraryLine(line, library.listSize)
  const kind = line?.kind ?? (unit === '%' ? 'proportion' : 'count')
  // What the library says today is not about the day on which the figure was frozen.
  return lineOf({ code, title, unit, kind, figure }, undefined, library.listSize)
}
